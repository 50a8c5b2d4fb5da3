import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, trackedFiles } from './tracked-files.js';

interface Manifest {
  name: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
interface Locked {
  optionalDependencies?: Record<string, string>;
  version?: string;
  license?: string | { type: string };
  resolved?: string;
  dev?: boolean;
  devOptional?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
}

const read = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
const manifests = trackedFiles().filter((file) => path.basename(file) === 'package.json').map((file) => ({ file, ...read<Manifest>(file) }));
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
const installed = Object.entries(packages).filter(([place, { link }]) => place.includes('node_modules/') && !link).map(([place, entry]) => ({ name: nameOf(place), place, ...entry }));

describe('packages', () => {
  // Two copies of one of these are two worlds: hooks of another React, a schema that is no instance of ours, metadata that nobody finds.
  it.each(['zod', 'react', 'react-dom', 'reflect-metadata', 'rxjs', 'typeorm', '@nestjs/core', '@nestjs/common', 'fastify', '@mui/material', 'react-router', 'typescript'])('%s is installed once', (name) => {
    const copies = installed.filter((entry) => entry.name === name);
    expect(copies.map(({ place, version }) => `${place} ${version}`)).toHaveLength(1);
  });

  it('are named with their exact version, and every workspace is private', () => {
    for (const { file, private: closed, dependencies = {}, devDependencies = {} } of manifests) {
      expect({ file, closed }).toEqual({ file, closed: true });
      const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
      expect({ file, loose }).toEqual({ file, loose: [] });
    }
  });

  it('that we ship carry a permissive licence', () => {
    const permissive = /^\(?(MIT|MIT-0|ISC|BSD|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|Zlib|WTFPL|MPL-2\.0|OFL-1\.1)\b/;
    // Names no licence in its manifest; the file beside it is MIT's.
    const byFile: ReadonlySet<string> = new Set(['png-js']);
    const others = installed.filter(({ dev, devOptional }) => !dev && !devOptional).filter(({ name, license }) => !byFile.has(name) && !permissive.test(typeof license === 'object' ? license.type : license ?? ''));
    expect(others.map(({ name, license }) => `${name}: ${JSON.stringify(license)}`)).toEqual([]);
  });

  it('are locked without the address of a registry', () => {
    expect(installed.filter(({ resolved }) => resolved !== undefined && /^https?:/.test(resolved)).map(({ place }) => place)).toEqual([]);
  });

  it('are locked for every system, not only for the one that wrote the lock: `npm ci` fails elsewhere', () => {
    const names = new Set(installed.map(({ name }) => name));
    const missing = installed.flatMap(({ name, optionalDependencies = {} }) => Object.keys(optionalDependencies).filter((wanted) => !names.has(wanted)).map((wanted) => `${name} → ${wanted}`));
    expect(missing).toEqual([]);
  });

  it('run nothing when they are installed', () => {
    const settings = readFileSync(path.join(root, '.npmrc'), 'utf8').split('\n');
    expect(settings).toContain('ignore-scripts=true');
    // Each was tried without its script. A new one is tried first, then named here.
    const tried = ['@parcel/watcher', '@photostructure/sqlite', '@scarf/scarf', '@swc/core', 'fsevents'];
    expect(installed.filter(({ hasInstallScript, name }) => hasInstallScript && !tried.includes(name)).map(({ name }) => name)).toEqual([]);
  });
});

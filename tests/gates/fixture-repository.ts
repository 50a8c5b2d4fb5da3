import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const packages = ['contracts', 'domain', 'breakdown', 'api-client'];

/** Writes a repository of the given files to a temporary folder, with the packages that they name. */
export function writeRepository(files: Record<string, string>): { root: string; remove: () => void } {
  const root = mkdtempSync(path.join(tmpdir(), 'kepu-boundaries-'));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const [file, source] of Object.entries(files)) write(file, source);

  const kepu = Object.fromEntries(packages.map((name) => [`@kepu/${name}`, '0.1.0']));
  for (const folder of [...packages.map((name) => `packages/${name}`), 'apps/api', 'apps/admin', 'apps/portal']) {
    write(`${folder}/package.json`, JSON.stringify({
      name: `@kepu/${path.basename(folder)}`, type: 'module',
      exports: { '.': { source: './src/index.ts' } },
      dependencies: { ...kepu, zod: '4.0.0', typeorm: '1.0.0' },
    }));
  }
  for (const name of ['zod', 'typeorm', 'undeclared']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }));
    write(`node_modules/${name}/index.js`, 'export const z = 1; export const DataSource = 1;');
  }
  mkdirSync(path.join(root, 'node_modules/@kepu'));
  for (const name of packages) symlinkSync(path.join(root, 'packages', name), path.join(root, 'node_modules/@kepu', name));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

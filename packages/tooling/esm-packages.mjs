import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Names of the installed packages that ship ES modules, sorted.
 *
 * Jest runs everything as CommonJS: with `--experimental-vm-modules` the CommonJS packages that require an ES module
 * (light-my-request is one) would fail on Node 20. The list is read from what is installed, because a list kept by
 * hand would be forgotten at the next dependency.
 *
 * @param {string[]} folders absolute paths of the folders that hold a `node_modules`
 * @returns {string[]} for example `['@nestjs/core', 'uuid']`
 */
export function esmPackages(folders) {
  const found = new Set();
  for (const folder of folders) visit(path.join(folder, 'node_modules'), found);
  return [...found].sort();
}

function visit(modules, found) {
  if (!existsSync(modules)) return;
  for (const entry of readdirSync(modules, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    if (entry.name.startsWith('@')) {
      for (const scoped of readdirSync(path.join(modules, entry.name), { withFileTypes: true })) {
        if (scoped.isDirectory()) visitPackage(modules, `${entry.name}/${scoped.name}`, found);
      }
    } else visitPackage(modules, entry.name, found);
  }
}

function visitPackage(modules, name, found) {
  const folder = path.join(modules, name);
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return;
  if (JSON.parse(readFileSync(manifest, 'utf8')).type === 'module') found.add(name);
  visit(path.join(folder, 'node_modules'), found);
}

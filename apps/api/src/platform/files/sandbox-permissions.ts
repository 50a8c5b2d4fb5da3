import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** The permission model has its plain name since 22.13 and 23.5. */
function permissionFlag(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const plain = major >= 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return plain ? '--permission' : '--experimental-permission';
}

/** The folder of the nearest package.json, and each `node_modules` on the way up. */
function ownFolders(entry: string): string[] {
  const folders: string[] = [];
  let packageFolder: string | null = null;
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    if (packageFolder === null && existsSync(join(folder, 'package.json'))) packageFolder = folder;
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) folders.push(modules);
    if (dirname(folder) === folder) return [packageFolder ?? dirname(entry), ...folders];
  }
}

/** Node's own permission model: a reader that a document has taken over finds neither keys nor data, and no other program. */
export function permissionFlags(entry: string, readable: readonly string[]): string[] {
  const folders = [...ownFolders(entry), ...readable].map((folder) => `${existsSync(folder) ? realpathSync(folder) : folder}${sep}`);
  return [permissionFlag(process.versions.node), ...folders.map((folder) => `--allow-fs-read=${folder}`)];
}

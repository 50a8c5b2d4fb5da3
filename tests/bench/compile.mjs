import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transformFile } from '@swc/core';

/**
 * Compiles the benchmarks ahead, so that no process that is measured pays for a compiler. Types are checked with the rest of the tests.
 *
 * @param {string} folder
 * @returns {Promise<string>} where the compiled files stand
 */
export async function compile(folder) {
  const out = path.join(folder, 'dist');
  await rm(out, { recursive: true, force: true });
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.endsWith('.test.ts'));
  await Promise.all(files.map(async (file) => {
    const { code } = await transformFile(path.join(folder, file), {
      swcrc: false, sourceMaps: 'inline', module: { type: 'es6' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false } },
    });
    const target = path.join(out, file.replace(/\.ts$/, '.js'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, code);
  }));
  return out;
}

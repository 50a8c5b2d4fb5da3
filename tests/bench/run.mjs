import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from '../../scripts/install.mjs';

/** `npm run bench -- --list`, `npm run bench -- NAME [--json]`: what ships is measured, so it is built first. */
const listed = process.argv.includes('--list');
if (!listed) {
  await install();
  const { build } = await import('../../scripts/steps/build.mjs');
  const { code } = await build();
  if (code !== 0) process.exit(code);
}
const { compile } = await import('./compile.mjs');
const out = await compile(import.meta.dirname);
await import(pathToFileURL(path.join(out, 'cli.js')).href);

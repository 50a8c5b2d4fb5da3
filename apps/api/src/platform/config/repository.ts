import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

/** Where pages, seeds and this package stand, from the compiled files and from their bundle alike. */
export const repositoryRoot = resolve(dirname(createRequire(import.meta.url).resolve('@kepu/api/package.json')), '../..');

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { build } from './steps/build.mjs';
import { loadSettings, root } from './steps/run.mjs';

// Everything but the command's own answer goes to stderr, so that its output can be piped.
await install();
const { code, output } = await build({ only: '@kepu/api', capture: true });
if (code !== 0) {
  console.error(output);
  process.exit(code);
}

const program = path.join(root, 'apps/api/dist/cli/main.js');
process.removeAllListeners('SIGINT');
process.removeAllListeners('SIGTERM');
loadSettings();
process.setSourceMapsEnabled(true);
process.argv[1] = program;
await import(pathToFileURL(program).href);

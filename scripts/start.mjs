import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { build } from './steps/build.mjs';
import { loadSettings, root } from './steps/run.mjs';

await install();
const { code } = await build();
if (code !== 0) {
  console.error('构建失败，见上。  The build failed, see above.');
  process.exit(code);
}

// The server takes over this process: signals reach it as if it had been started alone.
const server = path.join(root, 'apps/api/dist/bundle/main.js');
process.chdir(root);
process.removeAllListeners('SIGINT');
process.removeAllListeners('SIGTERM');
loadSettings();
process.setSourceMapsEnabled(true);
process.argv[1] = server;
await import(pathToFileURL(server).href);

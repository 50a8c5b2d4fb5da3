import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { install } from './install.mjs';
import { loadSettings, quiet, root, tools } from './steps/run.mjs';
import { serverProcess } from './steps/server-process.mjs';

// One origin: the API serves both pages through Vite's middleware when KEPU_DEV=1. The compiler watches everything that
// runs in Node; each time it has written something, the API is replaced.
await install();
loadSettings();
process.removeAllListeners('SIGINT');
process.removeAllListeners('SIGTERM');

const server = serverProcess(path.join(root, 'apps/api/dist/main.js'), { ...quiet, KEPU_DEV: '1', NODE_ENV: 'development' });
const compiler = spawn(process.execPath, [path.join(root, tools.tsc), '-b', '-w', '--preserveWatchOutput', '--pretty'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });

const built = ['apps', 'packages'].flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name, 'dist')));
let served = 0;

createInterface({ input: compiler.stdout }).on('line', (line) => {
  console.log(line);
  if (!/Found \d+ errors?\. Watching/.test(line)) return;
  // With type errors too: the compiler writes what it can, and a page with a wrong type in it can still be looked at.
  const newest = Math.max(0, ...built.map(newestScript));
  if (newest <= served) return;
  served = newest;
  void server.restart();
});

/** When the newest `.js` under a folder was written, in milliseconds; 0 where there is none. */
function newestScript(folder) {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
  return Math.max(0, ...files.map((name) => statSync(path.join(folder, name)).mtimeMs));
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    compiler.kill();
    void server.stop().then(() => process.exit(0));
  });
}
compiler.on('exit', (code) => void server.stop().then(() => process.exit(code ?? 1)));

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { install } from './install.mjs';
import { build } from './steps/build.mjs';
import { loadSettings, quiet, root, tools } from './steps/run.mjs';
import { serverProcess } from './steps/server-process.mjs';

// One origin: the API serves both pages through Vite's middleware when KEPU_DEV=1. A changed source of what runs in Node is
// rewritten alone and the API replaced at once; the compiler looks at the types meanwhile, in no hurry.
await install();
loadSettings();
const built = await build({ only: '@kepu/api' });
if (built.code !== 0) process.exit(built.code);
process.removeAllListeners('SIGINT');
process.removeAllListeners('SIGTERM');

const server = serverProcess(path.join(root, 'apps/api/dist/main.js'), { ...quiet, KEPU_DEV: '1', NODE_ENV: 'development' });
void server.restart();

const { transpile } = await import('./steps/transpile.mjs');
const changed = new Set();
let pause;
for (const folder of ['apps/api/src', 'packages/contracts/src', 'packages/domain/src', 'packages/matching/src', 'packages/breakdown/src', 'packages/api-client/src']) {
  watch(path.join(root, folder), { recursive: true }, (_, name) => {
    if (name === null) return;
    changed.add(path.join(folder, name));
    // An editor writes a file in several steps, and a person saves several files.
    clearTimeout(pause);
    pause = setTimeout(replace, 40);
  });
}

function replace() {
  const files = [...changed];
  changed.clear();
  // Every one of them, and not only up to the first that matters.
  const touched = files.filter((file) => transpile(file));
  if (touched.length === 0) return;
  console.log(`${touched.join(', ')} → API`);
  void server.restart();
}

const types = spawn(process.execPath, [path.join(root, tools.tsc), '-p', 'tsconfig.tests.json', '-w', '--preserveWatchOutput', '--pretty'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
if (types.pid) setPriority(types.pid, 10);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    types.kill();
    void server.stop().then(() => process.exit(0));
  });
}

import { install } from './install.mjs';
import { run } from './steps/run.mjs';

// `npm run e2e -- plan` runs the journeys whose path holds "plan".
await install();
const [{ build }, { ensureBrowser }] = await Promise.all([import('./steps/build.mjs'), import('./steps/browser.mjs')]);

const built = await build();
const browser = built.code === 0 ? await ensureBrowser() : null;
if (built.code === 0 && browser === null) console.error('No Chromium, and none could be fetched: set CHROMIUM_PATH.');
process.exitCode = browser === null ? 1
  : (await run('jest', ['--selectProjects', 'e2e', '--maxWorkers=1', ...process.argv.slice(2)], { env: { CHROMIUM_PATH: browser } })).code;

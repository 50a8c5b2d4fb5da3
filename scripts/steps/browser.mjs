import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';

const installed = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium on this machine, or null: `CHROMIUM_PATH`, then where systems put it, then Playwright's own folder.
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  return installed.find((file) => existsSync(file)) ?? findDownloaded();
}

function findDownloaded() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH
    ?? (process.platform === 'darwin' ? path.join(homedir(), 'Library/Caches/ms-playwright')
      : process.platform === 'win32' ? path.join(homedir(), 'AppData/Local/ms-playwright') : path.join(homedir(), '.cache/ms-playwright'));
  if (!existsSync(cache)) return null;
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe'];
  for (const folder of readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)).sort().reverse()) {
    const file = inside.map((name) => path.join(cache, folder, name)).find((name) => existsSync(name));
    if (file) return file;
  }
  return null;
}

/**
 * A Chromium, fetched where there is none and it can be: Playwright's build first, then the system's package as root.
 *
 * @returns {Promise<string | null>} its path
 */
export async function ensureBrowser() {
  const present = findBrowser();
  if (present || process.env.CHROMIUM_PATH) return present;

  console.log('No Chromium on this machine: fetching one for the browser journeys…');
  await run('playwright', ['install', 'chromium'], { capture: true, limitMs: 300_000 });
  const downloaded = findBrowser();
  if (downloaded) return downloaded;

  const asRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { capture: true, env, limitMs: 180_000 });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { capture: true, env, limitMs: 600_000 });
  }
  return findBrowser();
}

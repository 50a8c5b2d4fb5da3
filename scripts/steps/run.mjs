import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root; every step runs there. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What no tool of ours may do: report about the people who use it, or look for newer versions of itself. */
export const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1', npm_config_update_notifier: 'false', SCARF_ANALYTICS: 'false' };

/** A tool's start file under node_modules, run with this very Node: no shell, no `npx`, the same on every system. */
export const tools = {
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  jest: 'node_modules/jest/bin/jest.js',
  turbo: 'node_modules/turbo/bin/turbo',
  playwright: 'node_modules/playwright/cli.js',
};

/** Reads `.env` where there is one; what the environment holds already stays. */
export function loadSettings() {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = 130;
    if (running.size === 0) process.exit(130);
  });
}

/**
 * Runs a program to its end.
 *
 * @param {string} command a program, or the name of one of `tools`
 * @param {string[]} args
 * @param {{ capture?: boolean, stdout?: 'inherit' | 'stderr', env?: Record<string, string>, limitMs?: number }} [options]
 *   `capture` keeps the output instead of showing it; `stdout: 'stderr'` keeps our own stdout clean; past `limitMs` the program is killed
 * @returns {Promise<{ code: number, output: string, ms: number }>}
 */
export function run(command, args, { capture = false, stdout = 'inherit', env = {}, limitMs = 0 } = {}) {
  const [file, argv] = tools[command] ? [process.execPath, [path.join(root, tools[command]), ...args]] : [command, args];
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(file, argv, {
      cwd: root,
      env: { ...process.env, ...quiet, ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['inherit', stdout === 'stderr' ? 2 : 'inherit', 'inherit'],
      // npm is a .cmd file on Windows.
      shell: process.platform === 'win32' && file === 'npm',
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
    const limit = limitMs > 0 ? setTimeout(() => {
      output += `\nkilled after ${limitMs / 1000} s\n`;
      child.kill('SIGKILL');
    }, limitMs) : undefined;
    const done = (code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output, ms: Date.now() - began });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      done(127);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

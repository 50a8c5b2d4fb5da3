import { spawn } from 'node:child_process';
import { root } from './run.mjs';

/**
 * Keeps one API process running for development: replaces it on request, and leaves it down when it falls by itself
 * until the next change, since starting a broken build in a loop helps nobody.
 *
 * @param {string} file the built `main.js`
 * @param {Record<string, string>} env added to our own environment
 */
export function serverProcess(file, env) {
  let child = null;
  let turn = Promise.resolve();

  const stop = () => new Promise((resolve) => {
    if (child === null) return resolve();
    const going = child;
    // A page's keep-alive connection may hold a graceful stop open; a developer does not wait for it.
    const impatience = setTimeout(() => going.kill('SIGKILL'), 100);
    going.once('exit', () => {
      clearTimeout(impatience);
      resolve();
    });
    going.kill('SIGTERM');
  });

  const start = () => {
    const next = spawn(process.execPath, ['--enable-source-maps', file], { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
    child = next;
    next.once('exit', (code, signal) => {
      if (child === next) child = null;
      if (code !== 0 && signal === null) console.error(`服务已退出（${code}），改动后会重新启动。  The server ended (${code}); it starts again with the next change.`);
    });
  };

  /** One change after the other: two quick ones must not leave two servers behind. */
  const inTurn = (work) => (turn = turn.then(work));
  return {
    restart: () => inTurn(async () => {
      await stop();
      start();
    }),
    stop: () => inTurn(stop),
  };
}

import { closeBrowser } from './browser.js';
import { stopServers, unreadLogs } from './server.js';

// The first suites of a run wait for the template of their engine, which holds a whole city: minutes, where two cores are busy.
jest.setTimeout(600_000);

declare global {
  /** Read by tests/support/environment.cjs when a test fails. */
  var kepuUnreadLogs: (() => string) | undefined;
}
globalThis.kepuUnreadLogs = unreadLogs;

afterAll(async () => {
  await closeBrowser();
  await stopServers();
});

import { closeBrowser } from './browser.js';
import { stopServers, unreadLogs } from './server.js';

// The first suite of a run waits for the template of its engine, which holds a whole city.
jest.setTimeout(300_000);

declare global {
  /** Read by tests/support/environment.cjs when a test fails. */
  var kepuUnreadLogs: (() => string) | undefined;
}
globalThis.kepuUnreadLogs = unreadLogs;

afterAll(async () => {
  await closeBrowser();
  await stopServers();
});

import { closeBrowser } from './browser.js';
import { stopServers, unreadLogs } from './server.js';

jest.setTimeout(60_000);

declare global {
  /** Read by tests/support/environment.cjs when a test fails. */
  var kepuUnreadLogs: (() => string) | undefined;
}
globalThis.kepuUnreadLogs = unreadLogs;

afterAll(async () => {
  await closeBrowser();
  await stopServers();
});

const { TestEnvironment } = require('jest-environment-node');

/** Shows what the server wrote where a test failed: the reason of a 500 stands there and nowhere else. */
module.exports = class ServerEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure' && event.name !== 'hook_failure') return;
    const log = this.global.kepuUnreadLogs?.();
    if (log) process.stderr.write(`\n— the server's log, up to the failure —\n${log}\n— end of the server's log —\n`);
  }
};

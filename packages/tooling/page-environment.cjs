const { TestEnvironment } = require('jest-environment-jsdom');

/**
 * jsdom, with the web interfaces that every browser has and jsdom leaves out; react-router reads some of them at import.
 *
 * Not MessageChannel: React's scheduler would take it, and Node's open port would keep Jest from ending.
 */
module.exports = class PageEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of [
      'TextEncoder', 'TextDecoder', 'structuredClone', 'ReadableStream', 'WritableStream', 'TransformStream',
      'fetch', 'Request', 'Response', 'Headers',
    ]) {
      if (this.global[name] === undefined) this.global[name] = globalThis[name];
    }
    // Node's encoder gives arrays of the outer realm; code that asks `instanceof Uint8Array` has to find the same one.
    this.global.Uint8Array = Uint8Array;
  }
};

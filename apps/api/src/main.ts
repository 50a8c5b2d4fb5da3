import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { ConfigRefused, readConfig } from './platform/config/config.js';
import { CryptoError } from './platform/crypto/index.js';
import { ClockZoneRefused } from './platform/database/index.js';
import { FileLocked } from './platform/database/file-lock.js';
import { runServer } from './run-server.js';

/** What a person can mend is said in a sentence; anything else is a bug and shows its stack. */
const isForPeople = (error: unknown): error is Error =>
  error instanceof ConfigRefused || error instanceof FileLocked || error instanceof ClockZoneRefused || error instanceof CryptoError
  || (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');

// V8 would let the heap grow fourfold before it collects what lives long. A server of this size shares its machine with others; a third less memory
// under load costs no measurable speed.
setFlagsFromString('--heap-growing-percent=40');

try {
  const server = await runServer(readConfig(process.env));
  const signal = await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await server.stop(String(signal[0] ?? 'signal'));
  process.exit(0);
} catch (error) {
  process.stderr.write(isForPeople(error) ? `${error.message}\n` : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

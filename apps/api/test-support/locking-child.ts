/** Takes the lock of a file, says so, and keeps it. */
import { writeSync } from 'node:fs';
import { lockFile } from '../src/platform/database/file-lock.js';

lockFile(process.argv[2] ?? '', new Date());
writeSync(1, `locked ${process.pid}\n`);
setInterval(() => undefined, 60_000);

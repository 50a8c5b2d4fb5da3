/**
 * The reader as a process of its own, so that an untrusted file can exhaust neither memory nor time of the process that serves people.
 *
 * Standard input is what `encodeJob` makes: one line of JSON (`ReadOptions`), then the bytes of the paper, then the end. Standard output is one line of JSON,
 * a `ChildAnswer`. The exit code is 0 whenever an answer was written; a process that its limits kill writes none. The parent sets the limits:
 * `node --max-old-space-size=<MB> child.js`, a timer, and an environment without secrets.
 */
import process from 'node:process';
import { answerJob } from './child-job.js';

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
const answer = await answerJob(Buffer.concat(chunks));
process.stdout.write(`${JSON.stringify(answer)}\n`);

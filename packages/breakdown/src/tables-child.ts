/**
 * The reader of tables as a process of its own, as `child.ts` is for papers: a line of JSON (`Partial<ReadLimits>`) and the bytes of the workbook in, one line of
 * JSON (`TablesAnswer`) out.
 */
import process from 'node:process';
import { answerTables } from './read-tables.js';
import type { ReadLimits } from './types.js';

const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
const input = Buffer.concat(chunks);
const end = input.indexOf(0x0a);
const limits = JSON.parse(input.subarray(0, end).toString('utf8')) as Partial<ReadLimits>;
process.stdout.write(`${JSON.stringify(await answerTables(input.subarray(end + 1), limits))}\n`);

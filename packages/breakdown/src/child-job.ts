import { problemData, type PaperProblemData } from './problem.js';
import { readPaper } from './read-paper.js';
import type { Reading, ReadOptions } from './types.js';

/** What the child process answers: one line of JSON. */
export type ChildAnswer = { ok: true; reading: Reading } | { ok: false; problem: PaperProblemData };

const NEWLINE = 0x0a;

/** What the parent writes to the child's standard input: the options as one line of JSON, then the bytes of the paper. */
export function encodeJob(options: ReadOptions, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(options)}\n`, 'utf8'), bytes]);
}

/** Reads what {@link encodeJob} wrote and answers it. Never throws: every failure is an answer. */
export async function answerJob(input: Uint8Array): Promise<ChildAnswer> {
  try {
    const end = input.indexOf(NEWLINE);
    if (end < 0) throw new Error('The first line of the input is not the options');
    const options = JSON.parse(Buffer.from(input.subarray(0, end)).toString('utf8')) as ReadOptions;
    return { ok: true, reading: await readPaper(input.subarray(end + 1), options) };
  } catch (error) {
    return { ok: false, problem: problemData(error) };
  }
}

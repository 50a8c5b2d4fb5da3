import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { PlainTable, TablesAnswer } from '@kepu/breakdown';
import { rosterMaxBytes } from '@kepu/contracts';
import { Refusal } from '../../platform/errors/refusal.js';
import { runInSandbox, SandboxError } from '../../platform/files/index.js';

/** More people than any unit asks at a time: a university with all of its students. */
export const MOST_ROWS = 10_000;
/** Title, notes and header stand above the people. */
const ABOVE = 20;
/** What one roster may cost: it has its own process, as papers have, which ends at these limits; the directory of the archive is looked at before anything is unpacked. */
const limits = { timeoutMs: 20_000, memoryMb: 300 };
const reading = { maxBytes: rosterMaxBytes, maxUnpackedBytes: 40_000_000, maxRows: MOST_ROWS + ABOVE, maxColumns: 60, maxParts: 500 };
const childEntry = (): URL => pathToFileURL(createRequire(import.meta.url).resolve('@kepu/breakdown/tables-child'));

/** Reads a workbook, in a process of its own. */
@Injectable()
export class RosterReader {
  /** Errors: `roster.type_unsupported`, `paper.*`. */
  async tables(bytes: Uint8Array): Promise<readonly PlainTable[]> {
    let answer: TablesAnswer;
    try {
      answer = (await runInSandbox({ entry: childEntry(), header: reading, input: bytes, ...limits })) as TablesAnswer;
    } catch (error) {
      if (error instanceof SandboxError) throw new Refusal('paper.reader_failed', { cause: error });
      throw error;
    }
    if (answer.ok) return answer.tables;
    const { code, params, place } = answer.problem;
    if (code === 'paper.type_unsupported') throw new Refusal('roster.type_unsupported', { params: { type: params['type'] === 'txt' ? 'csv' : (params['type'] ?? '') } });
    throw new Refusal(code, { params, ...(place ? { place } : {}) });
  }
}

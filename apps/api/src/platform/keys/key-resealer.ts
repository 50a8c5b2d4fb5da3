import { setImmediate as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/index.js';
import { CryptoError, FieldCipher, KeyRegister } from '../crypto/index.js';
import { UnitOfWork } from '../database/index.js';
import { Jobs, type JobPayload, type JobResult, type JobRun } from '../jobs/index.js';
import { Failpoints } from '../test-control/failpoints.js';
import { SealedColumnsRepository, type Resealed, type SealedColumn } from './sealed-columns.repository.js';

/** The kind of the job. */
export const RESEAL = 'keys.reseal';

/** Few enough that a request never waits long behind one portion. */
const PORTION = 200;
/** What requests write behind the place where a pass has been is met by the next one. */
const PASSES = 3;
/** Every process follows the active key within seconds, and a unit of work lasts five: after this long nobody seals with the old one. */
const SETTLED_MS = 60_000;

/** Seals everything anew under the active key, in small portions and as often as it is begun again, and lets go of keys that nothing needs any more. */
@Injectable()
export class KeyResealer {
  constructor(
    private readonly rows: SealedColumnsRepository, private readonly cipher: FieldCipher, private readonly register: KeyRegister, private readonly audit: AuditTrail,
    private readonly jobs: Jobs, private readonly work: UnitOfWork, private readonly clock: Clock, private readonly failpoints: Failpoints,
  ) {}

  /** Answers how many values it sealed anew, how many no key opens, how many another key still seals, and which keys were retired. */
  async run(run: JobRun<JobPayload>): Promise<JobResult> {
    const kid = this.cipher.activeKid;
    const { columns } = this.rows;
    let left = await this.remaining(kid, columns);
    const all = left;
    let resealed = 0;
    let unreadable = 0;
    for (let pass = 0; pass < PASSES && left > unreadable; pass += 1) {
      unreadable = 0;
      for (const column of columns) {
        for await (const portion of this.portions(kid, column)) {
          run.signal.throwIfAborted();
          resealed += portion.replaced;
          unreadable += portion.unreadable;
          this.failpoints.reach('keys:resealed');
          await run.progress(resealed / Math.max(1, all));
          await pause();
        }
      }
      left = await this.remaining(kid, columns);
    }
    const retired = left === 0 ? await this.retire(kid) : [];
    return { kid, resealed, unreadable, left, retired };
  }

  /** How many values another key than this one seals. */
  async remaining(kid: string, columns: readonly SealedColumn[]): Promise<number> {
    let total = 0;
    for (const column of columns) total += await this.rows.countNotSealedWith(kid, column);
    return total;
  }

  private async *portions(kid: string, column: SealedColumn): AsyncGenerator<{ replaced: number; unreadable: number }> {
    for (let after = ''; ;) {
      const values = await this.rows.notSealedWith(kid, column, after, PORTION);
      const last = values.at(-1);
      if (!last) return;
      const openable: Resealed[] = [];
      for (const value of values) {
        try {
          openable.push({ ...value, resealed: this.cipher.reseal(value.sealed, { table: column.table, column: column.column, row: value.rowId }) });
        } catch (error) {
          // One value that no key opens must not keep the others from the new key. It keeps the old key from being retired.
          if (!(error instanceof CryptoError)) throw error;
        }
      }
      const replaced = openable.length === 0 ? 0 : await this.work.run(() => this.rows.replace(column, openable));
      after = last.rowId;
      yield { replaced, unreadable: values.length - openable.length };
    }
  }

  private async retire(kid: string): Promise<string[]> {
    const used = await this.register.inUse();
    const since = used.find((key) => key.kid === kid)?.firstUsedAt;
    const others = used.filter((key) => key.kid !== kid).map((key) => key.kid);
    if (!since || others.length === 0) return [];
    const settledAt = new Date(since.getTime() + SETTLED_MS);
    if (this.clock.now() < settledAt) {
      await this.work.run(() => this.jobs.enqueue(RESEAL, { kid }, { key: `${RESEAL}:${kid}:settled`, runAfter: settledAt }));
      return [];
    }
    for (const old of others) {
      await this.work.run(async () => {
        // Of two jobs that come here, one lets go of it.
        if (!(await this.register.retire(old))) return;
        await this.audit.record({ actor: { kind: 'system', id: null, ip: null }, action: 'key.retired', subjectKind: 'key', subjectId: old, before: null, after: { active: kid } });
      });
    }
    return others;
  }
}

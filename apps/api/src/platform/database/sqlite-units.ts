/**
 * Units of work on SQLite: one after the other on the one connection that writes, and those that come together share one commit, which is what a write costs.
 *
 * The first of a group begins the transaction; each that follows stands in a savepoint, so that it fails alone. Nobody hears how it went before the commit:
 * also a refusal may rest on what those before it have written. Where the transaction as a whole comes to nothing (no room, a commit that fails), whoever was
 * in it runs again alone.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { DirectSqlite } from './sqlite-direct.js';
import { Unit } from './unit.js';
import { UnitOverran, type UnitContext } from './unit-context.js';
import type { UnitOfWorkLimits } from './unit-limits.js';
import { WaitingLine } from './waiting-line.js';

interface Work {
  readonly fn: () => Promise<unknown>;
  readonly unitMs: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Shares its commit with nobody. */
  readonly alone: boolean;
}

/** Who has run, and what there is to do once the group is written. */
interface Finished {
  readonly work: Work;
  readonly settle: () => void;
}

export class SqliteUnits {
  private readonly sqlite: DirectSqlite;
  private readonly line: WaitingLine<Work>;
  private busy = false;

  constructor(
    private readonly source: DataSource,
    private readonly context: UnitContext,
    private readonly limits: UnitOfWorkLimits,
  ) {
    this.sqlite = new DirectSqlite(source);
    this.line = new WaitingLine({ length: limits.queueLength, waitMs: limits.queueMs });
  }

  run<T>(fn: () => Promise<T>, unitMs: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const work: Work = { fn, unitMs, resolve: (result) => resolve(result as T), reject, alone: false };
      if (this.busy) this.line.join(work);
      else void this.serve(work);
    });
  }

  /** Never throws: every error is somebody's. */
  private async serve(arrived: Work): Promise<void> {
    // `busy` stays true between two groups: no gap into which a newcomer could step.
    this.busy = true;
    for (let work: Work | undefined = arrived; work; work = this.line.next()) await this.group(work);
    this.busy = false;
  }

  private async group(first: Work): Promise<void> {
    const finished: Finished[] = [];
    const until = performance.now() + this.limits.groupMs;
    let work: Work | undefined = first;
    while (work) work = (await this.member(work, finished)) ? await this.follower(finished, until) : undefined;
    if (finished.length > 0) this.commit(finished);
  }

  /** Who came meanwhile. Others may stand in the same turn of the event loop, where each would commit before the next is even read. */
  private async follower(finished: readonly Finished[], until: number): Promise<Work | undefined> {
    if (finished[0]?.work.alone || finished.length >= this.limits.groupSize || performance.now() > until) return undefined;
    if (this.line.isEmpty) await turn();
    return this.line.next();
  }

  /** Runs one as part of the group. Answers whether others may follow. */
  private async member(work: Work, finished: Finished[]): Promise<boolean> {
    const follows = finished.length > 0;
    const began = performance.now();
    try {
      this.sqlite.run(follows ? 'SAVEPOINT unit' : 'BEGIN TRANSACTION');
      const settle = await this.attempt(work, follows ? Math.min(this.limits.groupMs, work.unitMs) : work.unitMs);
      if (follows) this.sqlite.run('RELEASE unit');
      finished.push({ work, settle });
      return true;
    } catch (error) {
      if (!this.undo(follows)) {
        this.again(finished.splice(0));
        work.reject(error);
        return false;
      }
      if (error instanceof UnitOverran && performance.now() - began < work.unitMs) {
        this.again([{ work }]);
        return false;
      }
      finished.push({ work, settle: () => work.reject(error) });
      return true;
    }
  }

  private async attempt(work: Work, limitMs: number): Promise<() => void> {
    const unit = new Unit(this.sqlite.lead(newRunner(this.source)), () => !this.sqlite.inTransaction);
    const began = performance.now();
    const result = await this.context.run(unit, work.fn, limitMs);
    // A computation that blocks the process also keeps the timer from firing.
    if (performance.now() - began > work.unitMs) throw new UnitOverran(work.unitMs);
    if (unit.conflict) throw unit.conflict;
    return () => {
      unit.committed();
      work.resolve(result);
    };
  }

  private again(all: readonly { readonly work: Work }[]): void {
    this.line.goFirst(all.map(({ work }) => ({ ...work, alone: true })));
  }

  /** Takes one member out of the group. Answers whether the others are still in it: not where the member was the first, or the transaction is gone. */
  private undo(follows: boolean): boolean {
    try {
      if (!this.sqlite.inTransaction) return false;
      if (follows) {
        this.sqlite.run('ROLLBACK TO unit');
        this.sqlite.run('RELEASE unit');
        return true;
      }
      this.sqlite.run('ROLLBACK');
    } catch {
      if (follows) this.undo(false);
    }
    return false;
  }

  private commit(finished: readonly Finished[]): void {
    try {
      this.sqlite.run('COMMIT');
    } catch (error) {
      this.undo(false);
      if (finished.length === 1) finished[0]?.work.reject(error);
      else this.again(finished);
      return;
    }
    for (const { settle } of finished) settle();
  }
}

/** TypeORM's SQLite driver hands the same runner to everyone; with the slot emptied it makes a new one, which says of itself that it is in a transaction. */
function newRunner(source: DataSource): QueryRunner {
  const driver = source.driver as { queryRunner?: QueryRunner };
  driver.queryRunner = undefined;
  const runner = source.createQueryRunner('master');
  driver.queryRunner = undefined;
  return Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}

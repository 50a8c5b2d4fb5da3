/**
 * One attempt of one unit of work: a query runner in an open transaction, its manager, and what is to happen after the commit. When the attempt is over
 * the manager is dead: whoever kept it gets `UnitEnded` instead of a statement in someone else's transaction.
 */
import type { EntityManager, QueryRunner } from 'typeorm';

/** The unit of work that this manager belonged to has ended. */
export class UnitEnded extends Error {
  constructor() {
    super('This unit of work has ended; its manager cannot be used any more. Something in it was not awaited.');
    this.name = 'UnitEnded';
  }
}

type RunQuery = QueryRunner['query'];

export class Unit {
  readonly afterCommit: (() => void)[] = [];
  /** The error with which the database ended the transaction. `fn` may have swallowed it: the rest may not be written as if it were whole. */
  conflict: Error | undefined;
  private ended = false;
  /** Past the guard, for what ends the transaction. */
  protected readonly query: RunQuery;

  /** `endsAll` tells of an error whether it ended the whole transaction. */
  constructor(
    protected readonly runner: QueryRunner,
    endsAll: (error: unknown) => boolean,
  ) {
    const query: RunQuery = runner.query.bind(runner);
    this.query = query;
    const guarded = async (sql: string, parameters?: unknown[], structured?: boolean): Promise<unknown> => {
      if (this.ended) throw new UnitEnded();
      if (this.conflict) throw this.conflict;
      try {
        return await (query as (...all: unknown[]) => Promise<unknown>)(sql, parameters, structured);
      } catch (error) {
        if (error instanceof Error && endsAll(error)) this.conflict = error;
        // The overrun has cut the connection under a statement that was on its way.
        if (this.ended) throw new UnitEnded();
        throw error;
      }
    };
    Object.assign(runner, { query: guarded });
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  get isOpen(): boolean {
    return !this.ended;
  }

  end(): void {
    this.ended = true;
  }

  /** Once it is written: none of its callbacks can undo it or keep the others from theirs. */
  committed(): void {
    for (const callback of this.afterCommit) {
      try {
        callback();
      } catch (error) {
        // Its caller must hear that the unit is written; the failure still has to be seen by someone.
        process.emitWarning(error instanceof Error ? error : new Error(String(error)), { type: 'AfterCommitWarning' });
      }
    }
  }
}

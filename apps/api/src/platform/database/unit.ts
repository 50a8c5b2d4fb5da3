/**
 * One attempt of one unit of work: a query runner with an open transaction, its manager, and what is to happen after the commit. When the attempt is over
 * the manager is dead: whoever kept it gets `UnitEnded` instead of a statement in someone else's transaction.
 */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isConflict, isConnectionLost } from './db-errors.js';
import { cutConnection } from './mysql-pool.js';

/** The unit of work that this manager belonged to has ended. */
export class UnitEnded extends Error {
  constructor() {
    super('This unit of work has ended; its manager cannot be used any more. Something in it was not awaited.');
    this.name = 'UnitEnded';
  }
}

type RunQuery = QueryRunner['query'];

/** TypeORM's SQLite driver hands the same runner to everyone; with the slot emptied it makes a new one, with its own transaction state. */
function newRunner(source: DataSource): QueryRunner {
  if (source.options.type !== 'better-sqlite3') return source.createQueryRunner('master');
  const driver = source.driver as { queryRunner?: QueryRunner };
  driver.queryRunner = undefined;
  const runner = source.createQueryRunner('master');
  driver.queryRunner = undefined;
  return runner;
}

export class Unit {
  readonly afterCommit: (() => void)[] = [];
  /** A conflict that `fn` may have swallowed: InnoDB has rolled the transaction back, so it must not be committed as if it were whole. */
  conflict: Error | undefined;
  private begun = false;
  private ended = false;
  private readonly query: RunQuery;

  private constructor(
    readonly manager: EntityManager,
    private readonly runner: QueryRunner,
  ) {
    this.query = runner.query.bind(runner) as RunQuery;
    const guarded = async (sql: string, parameters?: unknown[], structured?: boolean): Promise<unknown> => {
      if (this.ended) throw new UnitEnded();
      try {
        return await (this.query as (...all: unknown[]) => Promise<unknown>)(sql, parameters, structured);
      } catch (error) {
        if (error instanceof Error && (isConflict(error) || isConnectionLost(error))) this.conflict = error;
        // The overrun has cut the connection under a statement that was on its way.
        if (this.ended) throw new UnitEnded();
        throw error;
      }
    };
    Object.assign(runner, { query: guarded });
  }

  /** Not begun yet: `begin` sends the first statement. */
  static of(source: DataSource): Unit {
    const runner = newRunner(source);
    return new Unit(runner.manager, runner);
  }

  async begin(): Promise<void> {
    await this.runner.startTransaction();
    this.begun = true;
  }

  get isOpen(): boolean {
    return !this.ended;
  }

  /** Ends the unit and writes it. On an error the caller still has to `rollback`, which never throws. */
  async commit(): Promise<void> {
    this.ended = true;
    await this.query('COMMIT');
    await this.runner.release();
  }

  async rollback(): Promise<void> {
    this.ended = true;
    try {
      if (!this.begun) return await this.discard();
      await this.query('ROLLBACK');
      await this.runner.release();
    } catch {
      await this.discard();
    }
  }

  /**
   * Ends the unit while a statement may still be on its way. SQLite has none: its statements are done when they return. A MySQL connection is cut, for a
   * ROLLBACK would wait behind the statement; the server rolls back when it notices. That is not waited for: the unit may still be queueing for a connection.
   */
  async abandon(): Promise<void> {
    this.ended = true;
    if (this.runner.dataSource.options.type === 'better-sqlite3') await this.rollback();
    else void this.discard();
  }

  private async discard(): Promise<void> {
    this.ended = true;
    try {
      const connection: unknown = await this.runner.connect();
      if (this.runner.dataSource.options.type !== 'better-sqlite3') cutConnection(connection as Parameters<typeof cutConnection>[0]);
    } catch {
      // There was no connection to throw away.
    }
    await this.runner.release();
  }
}

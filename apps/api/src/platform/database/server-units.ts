/** Units of work on MariaDB and MySQL: a transaction of the pool each, side by side; one that lost against another is repeated as a whole. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { CommitUncertain, isConflict, isConnectionLost, isUnanswered } from './db-errors.js';
import { cutConnection } from './mysql-pool.js';
import { Unit } from './unit.js';
import { UnitOverran, type UnitContext } from './unit-context.js';
import type { UnitOfWorkLimits } from './unit-limits.js';

class ServerUnit extends Unit {
  private begun = false;

  constructor(source: DataSource) {
    super(source.createQueryRunner('master'), (error) => isConflict(error) || isConnectionLost(error));
  }

  async begin(): Promise<void> {
    await this.runner.startTransaction();
    this.begun = true;
  }

  /** On an error the caller still has to `rollback`, which never throws. */
  async commit(): Promise<void> {
    try {
      await this.query('COMMIT');
    } catch (error) {
      throw isUnanswered(error) ? new CommitUncertain(error) : error;
    }
    await this.runner.release();
  }

  async rollback(): Promise<void> {
    try {
      if (!this.begun) return await this.discard();
      await this.query('ROLLBACK');
      await this.runner.release();
    } catch {
      await this.discard();
    }
  }

  /**
   * While a statement may still be on its way. The connection is cut, for a ROLLBACK would wait behind the statement; the server rolls back when it
   * notices. Not waited for: the unit may still be queueing for a connection.
   */
  abandon(): void {
    void this.discard();
  }

  private async discard(): Promise<void> {
    try {
      cutConnection((await this.runner.connect()) as Parameters<typeof cutConnection>[0]);
    } catch {
      // There was no connection to throw away.
    }
    await this.runner.release();
  }
}

export class ServerUnits {
  constructor(
    private readonly source: DataSource,
    private readonly context: UnitContext,
    private readonly limits: UnitOfWorkLimits,
  ) {}

  async run<T>(fn: () => Promise<T>, unitMs: number): Promise<T> {
    const started = performance.now();
    for (let tries = 1; ; tries++) {
      try {
        return await this.attempt(fn, unitMs);
      } catch (error) {
        const hopeless = !(isConflict(error) || (isConnectionLost(error) && !(error instanceof CommitUncertain)));
        if (hopeless || tries >= this.limits.tries || performance.now() - started > this.limits.totalMs) throw error;
        await sleep((5 + Math.random() * 95) * Math.min(1, tries / 4));
      }
    }
  }

  private async attempt<T>(fn: () => Promise<T>, unitMs: number): Promise<T> {
    const unit = new ServerUnit(this.source);
    const started = performance.now();
    const whole = async (): Promise<T> => {
      await unit.begin();
      return fn();
    };
    try {
      const result = await this.context.run(unit, whole, unitMs);
      // A computation that blocks the process also keeps the timer from firing.
      if (performance.now() - started > unitMs) throw new UnitOverran(unitMs);
      if (unit.conflict) throw unit.conflict;
      await unit.commit();
      unit.committed();
      return result;
    } catch (error) {
      if (error instanceof UnitOverran) unit.abandon();
      else await unit.rollback();
      throw unit.conflict && !(error instanceof UnitOverran) && !(error instanceof CommitUncertain) ? unit.conflict : error;
    }
  }
}

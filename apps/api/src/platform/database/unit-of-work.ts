/**
 * All writes go through `run` (docs/adr/0003-unit-of-work.md).
 *
 * ```ts
 * await this.unitOfWork.run(async () => {
 *   await this.plans.markIssued(plan);        // every repository takes database.writer, which is this unit's manager
 *   await this.audit.record(change);
 *   this.unitOfWork.afterCommit(() => this.outbox.nudge());
 * });
 * ```
 * - Either everything is written or nothing. Nested calls join the open unit; what they throw, the outer may catch, but what they wrote stays part of it.
 * - `fn` may run again: on MariaDB and MySQL the whole unit is repeated after a deadlock, a lock wait or a failed certification. So it awaits the database
 *   only, and changes nothing outside it.
 * - A unit has 5 s. After that it is rolled back, the caller gets `UnitOverran`, and the next one goes on. Only what runs before the process serves
 *   may ask for more: nobody waits behind it.
 * - Errors of the driver come out typed (db-errors.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenDatabase } from './data-source.js';
import { CommitUncertain, DatabaseError, isConflict, isConnectionLost, isUnanswered, translateDbError } from './db-errors.js';
import { FifoQueue } from './fifo-queue.js';
import { Unit } from './unit.js';

export interface UnitOfWorkLimits {
  /** For one attempt, from BEGIN to COMMIT. */
  readonly unitMs: number;
  /** Attempts of one unit. */
  readonly tries: number;
  /** No new attempt begins later than this after the first. */
  readonly totalMs: number;
  /** SQLite: how many units may wait for their turn, and how long. */
  readonly queueLength: number;
  readonly queueMs: number;
}

const LIMITS: UnitOfWorkLimits = { unitMs: 5_000, tries: 8, totalMs: 15_000, queueLength: 2_000, queueMs: 10_000 };

/** The unit took longer than it may, and nothing of it was written. */
export class UnitOverran extends DatabaseError {
  constructor(limitMs: number) {
    super(`The unit of work took longer than ${limitMs} ms and was rolled back; inside a unit only the database may be awaited`, undefined);
  }
}

/** Something that needs an open unit was used outside of one. */
export class NoUnit extends Error {
  constructor() {
    super('Writes go through UnitOfWork.run');
    this.name = 'NoUnit';
  }
}

@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<EntityManager>();
  private readonly units = new WeakMap<EntityManager, Unit>();
  private readonly queue: FifoQueue;
  private readonly limits: UnitOfWorkLimits;

  constructor(
    private readonly opened: OpenDatabase,
    limits: Partial<UnitOfWorkLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
    this.queue = new FifoQueue({ length: this.limits.queueLength, waitMs: this.limits.queueMs });
  }

  async run<T>(fn: () => Promise<T>, { unitMs = this.limits.unitMs }: { unitMs?: number } = {}): Promise<T> {
    try {
      if (this.manager) return await fn();
      if (this.opened.kind === 'sqlite') return await this.queue.run(() => this.attempt(fn, unitMs));
      return await this.retrying(fn, unitMs);
    } catch (error) {
      throw translateDbError(error, this.opened.writer);
    }
  }

  /** The open unit's manager, or null outside of one. Repositories take `Database.writer` instead. */
  get manager(): EntityManager | null {
    const manager = this.current.getStore();
    return manager && this.units.get(manager)?.isOpen ? manager : null;
  }

  /** Runs `callback` when the open unit is written: once, whatever the number of attempts. For nudging workers; a failure in it is not the unit's. */
  afterCommit(callback: () => void): void {
    const manager = this.manager;
    if (!manager) throw new NoUnit();
    this.units.get(manager)?.afterCommit.push(callback);
  }

  private async retrying<T>(fn: () => Promise<T>, unitMs: number): Promise<T> {
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
    const unit = Unit.of(this.opened.writer);
    this.units.set(unit.manager, unit);
    const result = await this.perform(unit, fn, unitMs);
    // Outside the unit's context: what is started here must not believe that the unit is still open.
    this.current.exit(() => unit.afterCommit.forEach(callQuietly));
    return result;
  }

  private async perform<T>(unit: Unit, fn: () => Promise<T>, unitMs: number): Promise<T> {
    const started = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const overrun = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new UnitOverran(unitMs)), unitMs);
    });
    try {
      await Promise.race([unit.begin(), overrun]);
      const result = await Promise.race([this.current.run(unit.manager, fn), overrun]);
      // A computation that blocks the process also keeps the timer from firing.
      if (performance.now() - started > unitMs) throw new UnitOverran(unitMs);
      if (unit.conflict) throw unit.conflict;
      await this.commit(unit);
      return result;
    } catch (error) {
      if (error instanceof UnitOverran) await unit.abandon();
      else await unit.rollback();
      throw unit.conflict && !(error instanceof UnitOverran) && !(error instanceof CommitUncertain) ? unit.conflict : error;
    } finally {
      clearTimeout(timer);
    }
  }

  private async commit(unit: Unit): Promise<void> {
    try {
      await unit.commit();
    } catch (error) {
      throw isUnanswered(error) ? new CommitUncertain(error) : error;
    }
  }
}

function callQuietly(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    // The unit is written and its caller must hear so; the failure still has to be seen by someone.
    process.emitWarning(error instanceof Error ? error : new Error(String(error)), { type: 'AfterCommitWarning' });
  }
}

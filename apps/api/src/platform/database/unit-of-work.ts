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
 * - `fn` may run again: on MariaDB and MySQL the whole unit is repeated after a deadlock, a lock wait or a failed certification, on SQLite when the commit
 *   that it shared came to nothing. So it awaits the database only, and changes nothing outside it.
 * - A unit has 5 s. After that it is rolled back, the caller gets `UnitOverran`, and the next one goes on. Only what runs before the process serves
 *   may ask for more: nobody waits behind it.
 * - Errors of the driver come out typed (db-errors.ts).
 */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OpenDatabase } from './data-source.js';
import { translateDbError } from './db-errors.js';
import { ServerUnits } from './server-units.js';
import { SqliteUnits } from './sqlite-units.js';
import { UnitContext } from './unit-context.js';
import { LIMITS, type UnitOfWorkLimits } from './unit-limits.js';

/** Something that needs an open unit was used outside of one. */
export class NoUnit extends Error {
  constructor() {
    super('Writes go through UnitOfWork.run');
    this.name = 'NoUnit';
  }
}

@Injectable()
export class UnitOfWork {
  private readonly context = new UnitContext();
  private readonly limits: UnitOfWorkLimits;
  private readonly units: SqliteUnits | ServerUnits;

  constructor(
    private readonly opened: OpenDatabase,
    limits: Partial<UnitOfWorkLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
    const Units = opened.kind === 'sqlite' ? SqliteUnits : ServerUnits;
    this.units = new Units(opened.writer, this.context, this.limits);
  }

  async run<T>(fn: () => Promise<T>, { unitMs = this.limits.unitMs }: { unitMs?: number } = {}): Promise<T> {
    try {
      return await (this.context.unit ? fn() : this.units.run(fn, unitMs));
    } catch (error) {
      throw translateDbError(error, this.opened.writer);
    }
  }

  /** The open unit's manager, or null outside of one. Repositories take `Database.writer` instead. */
  get manager(): EntityManager | null {
    return this.context.unit?.manager ?? null;
  }

  /** Runs `callback` when the open unit is written: once, whatever the number of attempts. For nudging workers; a failure in it is not the unit's. */
  afterCommit(callback: () => void): void {
    const { unit } = this.context;
    if (!unit) throw new NoUnit();
    unit.afterCommit.push(callback);
  }
}

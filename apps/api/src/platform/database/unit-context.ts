/** Which unit is open where: AsyncLocalStorage carries its manager and nothing else. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import { DatabaseError } from './db-errors.js';
import type { Unit } from './unit.js';

/** The unit took longer than it may, and nothing of it was written. */
export class UnitOverran extends DatabaseError {
  constructor(limitMs: number) {
    super(`The unit of work took longer than ${limitMs} ms and was rolled back; inside a unit only the database may be awaited`, undefined);
  }
}

export class UnitContext {
  private readonly current = new AsyncLocalStorage<EntityManager>();
  private readonly units = new WeakMap<EntityManager, Unit>();
  private inside = 0;

  /** The open unit that the caller is in. */
  get unit(): Unit | null {
    const manager = this.current.getStore();
    const unit = manager && this.units.get(manager);
    return unit?.isOpen ? unit : null;
  }

  /** Runs `fn` in the unit, and ends the unit. Errors: those of `fn`, `UnitOverran`, and what ended the transaction, also where `fn` swallowed it. */
  async run<T>(unit: Unit, fn: () => Promise<T>, limitMs: number): Promise<T> {
    this.units.set(unit.manager, unit);
    this.inside += 1;
    let timer: NodeJS.Timeout | undefined;
    const overrun = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new UnitOverran(limitMs)), limitMs);
    });
    try {
      return await Promise.race([this.current.run(unit.manager, fn), overrun]);
    } finally {
      unit.end();
      clearTimeout(timer);
      this.inside -= 1;
      // Before Node 24 a storage in use makes every promise of the process dearer, and most requests only read.
      if (this.inside === 0) this.current.disable();
    }
  }
}

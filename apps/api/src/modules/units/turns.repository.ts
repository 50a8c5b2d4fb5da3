import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { GuardRowEntity } from '../identity/index.js';

/** Turns at the rules that look over many rows, so that two units of work cannot pass such a check side by side. */
@Injectable()
export class Turns {
  constructor(private readonly database: Database) {}

  /** First thing in a unit that checks names, the tree or succession. Held until the unit ends. */
  async take(guard: 'units' | 'dictionaries'): Promise<void> {
    const result = await this.database.writer.createQueryBuilder().update(GuardRowEntity).set({ turn: () => 'turn + 1' }).where({ id: guard }).execute();
    if (result.affected !== 1) throw new Error(`guard row ${guard} is missing`);
  }
}

import { Injectable } from '@nestjs/common';
import { Database, takeTurn } from '../../platform/database/index.js';

/** Turns at the rules that look over many rows, so that two units of work cannot pass such a check side by side. */
@Injectable()
export class Turns {
  constructor(private readonly database: Database) {}

  /** First thing in a unit that checks names, the tree or succession. Held until the unit ends. */
  take(guard: 'units' | 'dictionaries'): Promise<void> { return takeTurn(this.database, guard); }
}

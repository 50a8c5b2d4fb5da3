import { Injectable } from '@nestjs/common';
import { PersonTurns } from '../identity/index.js';
import { RealNamesRepository } from './real-names.repository.js';

/** Why the hours of somebody cannot be confirmed; a code of `fieldErrors`. */
export type Unready = 'real_name_missing' | 'registration_frozen';

/** Whether the hours of people can be confirmed: nobody is recorded before the real name is known (慈善法, art. 66), nor while the registration does not hold. */
@Injectable()
export class Readiness {
  constructor(private readonly rows: RealNamesRepository, private readonly turns: PersonTurns) {}

  /** Inside a unit, which has the people's turns from here on, so that no registration becomes void under the hours. Who is not in the answer is ready. */
  async lacking(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, Unready>> {
    const ids = [...new Set(volunteerIds)].sort();
    for (const id of ids) await this.turns.take(id);
    const lacking = new Map<string, Unready>();
    for (const { id, named, good } of await this.rows.readiness(ids)) {
      if (!good) lacking.set(id, 'registration_frozen');
      else if (!named) lacking.set(id, 'real_name_missing');
    }
    return lacking;
  }
}

import { Injectable } from '@nestjs/common';
import type { Dependents } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';

/** Something that hangs on a registration and lies in a module to the right: places, records. */
export interface RegistrationDependent {
  count(volunteerId: string): Promise<Partial<Dependents>>;
  /** Inside the unit that ends the registration, or freezes it because the person is a child: what lies ahead is left. */
  release?(actor: Actor, volunteerId: string): Promise<void>;
  /** Inside a unit of a job, after the registration was made void by `by`: takes back some of what was done under it. Answers how much; 0 when nothing is left. A repeat finds nothing. */
  takeBack?(by: string, volunteerId: string): Promise<number>;
}

/** All that hangs on registrations, filled by the modules to the right. */
@Injectable()
export class RegistrationDependents {
  private readonly list: RegistrationDependent[] = [];

  register(dependent: RegistrationDependent): void { this.list.push(dependent); }

  async count(volunteerId: string): Promise<Omit<Dependents, 'terms'>> {
    const sum = { places: 0, records: 0, minutes: 0 };
    for (const dependent of this.list) {
      const { places = 0, records = 0, minutes = 0 } = await dependent.count(volunteerId);
      Object.assign(sum, { places: sum.places + places, records: sum.records + records, minutes: sum.minutes + minutes });
    }
    return sum;
  }
  async release(actor: Actor, volunteerId: string): Promise<void> { for (const dependent of this.list) await dependent.release?.(actor, volunteerId); }
  async takeBack(by: string, volunteerId: string): Promise<number> {
    for (const dependent of this.list) {
      const taken = (await dependent.takeBack?.(by, volunteerId)) ?? 0;
      if (taken > 0) return taken;
    }
    return 0;
  }
}

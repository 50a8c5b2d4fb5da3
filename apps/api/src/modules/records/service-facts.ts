import { Injectable } from '@nestjs/common';
import type { MyService } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import type { VolunteerFacts } from '@kepu/matching';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { ServiceFactsRepository } from './service-facts.repository.js';

/** What matching asks of the ledgers: services and minutes of both, for a duty is a load and an experience too. */
export type ServedFacts = Pick<VolunteerFacts, 'kindsServed' | 'services' | 'recentMinutes' | 'monthMinutes' | 'lastAskedAt'>;

const RECENT_DAYS = 30;
const none: ServedFacts = { kindsServed: [], services: 0, recentMinutes: 0, monthMinutes: 0, lastAskedAt: null };

/** Service in figures: for matching, and for the person. */
@Injectable()
export class ServiceFacts {
  constructor(private readonly rows: ServiceFactsRepository, private readonly clock: Clock) {}

  /** By volunteer; who has not served has no entry. Two statements, however many are asked about. */
  async of(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, ServedFacts>> {
    const served = new Map<string, ServedFacts>();
    for (const { volunteerId, kind, services } of await this.rows.kinds(volunteerIds)) {
      const known = served.get(volunteerId) ?? none;
      served.set(volunteerId, { ...known, kindsServed: [...known.kindsServed, kind], services: known.services + Number(services) });
    }
    const today = this.clock.today();
    for (const { volunteerId, minutes, monthMinutes } of await this.rows.minutesSince(volunteerIds, addDays(today, -RECENT_DAYS), `${today.slice(0, 7)}-01`)) {
      const known = served.get(volunteerId);
      if (known) served.set(volunteerId, { ...known, recentMinutes: Number(minutes), monthMinutes: Number(monthMinutes) });
    }
    return served;
  }

  mine(actor: PersonActor): Promise<MyService> { return this.rows.sums(actor.accountId, this.clock.today().slice(0, 4), this.clock.now()); }
}

import { Injectable } from '@nestjs/common';
import type { MyService } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import type { VolunteerFacts } from '@kepu/matching';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { ServiceFactsRepository } from './service-facts.repository.js';

/** What matching asks of the ledgers: services and minutes of both, for a duty is a load and an experience too; and of the lists, which places were missed. */
export type ServedFacts = Pick<VolunteerFacts, 'kindsServed' | 'services' | 'missed' | 'recentMinutes' | 'monthMinutes' | 'lastAskedAt'>;

const RECENT_DAYS = 30;
/** After so long nobody counts what somebody missed. */
const MISSED_DAYS = 365;
/** Of somebody who has served nothing and missed nothing. */
export const nothingServed: ServedFacts = { kindsServed: [], services: 0, missed: 0, recentMinutes: 0, monthMinutes: 0, lastAskedAt: null };

/** Service in figures: for matching, and for the person. */
@Injectable()
export class ServiceFacts {
  constructor(private readonly rows: ServiceFactsRepository, private readonly clock: Clock) {}

  /** By volunteer; who has neither served nor missed anything has no entry. Three statements, however many are asked about. */
  async of(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, ServedFacts>> {
    const served = new Map<string, ServedFacts>();
    for (const { volunteerId, kind, services } of await this.rows.kinds(volunteerIds)) {
      const known = served.get(volunteerId) ?? nothingServed;
      served.set(volunteerId, { ...known, kindsServed: [...known.kindsServed, kind], services: known.services + Number(services) });
    }
    const today = this.clock.today();
    for (const { volunteerId, minutes, monthMinutes } of await this.rows.minutesSince(volunteerIds, addDays(today, -RECENT_DAYS), `${today.slice(0, 7)}-01`)) {
      const known = served.get(volunteerId);
      if (known) served.set(volunteerId, { ...known, recentMinutes: Number(minutes), monthMinutes: Number(monthMinutes) });
    }
    for (const { volunteerId, missed } of await this.rows.missedSince(volunteerIds, addDays(today, -MISSED_DAYS))) served.set(volunteerId, { ...(served.get(volunteerId) ?? nothingServed), missed: Number(missed) });
    return served;
  }

  mine(actor: PersonActor): Promise<MyService> { return this.rows.sums(actor.accountId, this.clock.today().slice(0, 4), this.clock.now()); }
}

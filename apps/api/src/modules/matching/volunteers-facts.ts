import { Injectable } from '@nestjs/common';
import type { VolunteerFacts } from '@kepu/matching';
import { HeldPlaces } from '../activities/index.js';
import { ServiceFacts, type ServedFacts } from '../records/index.js';
import { VolunteerDirectory } from '../volunteers/index.js';

const nothingServed: ServedFacts = { kindsServed: [], services: 0, recentMinutes: 0, lastAskedAt: null };
/** From so many on, reading all profiles is less than naming those that are wanted. */
const ALL_FROM = 500;

/** What is known of people, put together: profile, places that they hold, what they served. */
@Injectable()
export class VolunteersFacts {
  constructor(private readonly volunteers: VolunteerDirectory, private readonly held: HeldPlaces, private readonly served: ServiceFacts) {}

  async of(ids: readonly string[]): Promise<VolunteerFacts[]> {
    const people = await this.profiles(ids);
    const found = people.map(({ id }) => id);
    const [held, served] = await Promise.all([this.held.of(found), this.served.of(found)]);
    return people.map((person) => ({ ...person, ...(served.get(person.id) ?? nothingServed), held: held.get(person.id) ?? [] }));
  }

  /** As far as the hard rules look: what was served is none of theirs. */
  async forRules(id: string): Promise<VolunteerFacts | null> {
    const [person] = await this.volunteers.facts([id]);
    return person ? { ...person, ...nothingServed, held: (await this.held.of([id])).get(id) ?? [] } : null;
  }

  private async profiles(ids: readonly string[]) {
    if (ids.length < ALL_FROM) return ids.length === 0 ? [] : this.volunteers.facts(ids);
    const wanted = new Set(ids);
    return (await this.volunteers.facts('all')).filter(({ id }) => wanted.has(id));
  }
}

import { Injectable } from '@nestjs/common';
import type { VolunteerFacts } from '@kepu/matching';
import { isMinor } from '@kepu/domain';
import { Clock } from '../../platform/clock/index.js';
import { HeldPlaces } from '../activities/index.js';
import { nothingServed, ServiceFacts } from '../records/index.js';
import { Guardians } from '../guardians/index.js';
import { CredentialDirectory, PoolDirectory } from '../talents/index.js';
import { VolunteerDirectory, type ProfileFacts } from '../volunteers/index.js';
import { InviteesRepository } from './invitations/invitees.repository.js';

/** From so many on, reading all profiles is less than naming those that are wanted. */
const ALL_FROM = 500;

/** What is known of people, put together: profile, places that they hold, what they served, when they were asked. */
@Injectable()
export class VolunteersFacts {
  constructor(private readonly volunteers: VolunteerDirectory, private readonly held: HeldPlaces, private readonly served: ServiceFacts, private readonly guardians: Guardians, private readonly credentials: CredentialDirectory, private readonly pools: PoolDirectory, private readonly invitees: InviteesRepository, private readonly clock: Clock) {}

  async of(ids: readonly string[]): Promise<VolunteerFacts[]> {
    const people = await this.profiles(ids);
    const found = people.map(({ id }) => id);
    const named = found.length < ALL_FROM ? found : 'all';
    const [held, served, guarded, asked, credentials, memberships] = await Promise.all([this.held.of(found), this.served.of(found), this.guarded(people), this.invitees.lastAsked(found, this.clock.now()), this.credentials.facts(named), this.pools.memberships(named)]);
    return people.map((person) => ({ ...person, ...(served.get(person.id) ?? nothingServed), lastAskedAt: asked.get(person.id) ?? null, guarded: guarded.has(person.id), held: held.get(person.id) ?? [], credentials: credentials.get(person.id) ?? [], memberships: memberships.get(person.id) ?? [] }));
  }

  /** As far as the hard rules look: what was served is theirs only where somebody gives so many hours a month. */
  async forRules(id: string): Promise<VolunteerFacts | null> {
    const [person] = await this.volunteers.facts([id]);
    if (!person) return null;
    const served = person.monthlyHours === null ? undefined : (await this.served.of([id])).get(id);
    return { ...person, ...(served ?? nothingServed), guarded: (await this.guarded([person])).has(id), held: (await this.held.of([id])).get(id) ?? [], credentials: (await this.credentials.facts([id])).get(id) ?? [], memberships: (await this.pools.memberships([id])).get(id) ?? [] };
  }

  /** Those who have somebody to decide for them; asked for minors alone. */
  private async guarded(people: readonly ProfileFacts[]): Promise<ReadonlyMap<string, unknown>> {
    const minors = people.filter(({ bornOn }) => isMinor(bornOn, this.clock.today()));
    return minors.length === 0 ? new Map() : this.guardians.of(minors.map(({ id }) => id));
  }

  private async profiles(ids: readonly string[]) {
    if (ids.length < ALL_FROM) return ids.length === 0 ? [] : this.volunteers.facts(ids);
    const wanted = new Set(ids);
    return (await this.volunteers.facts('all')).filter(({ id }) => wanted.has(id));
  }
}

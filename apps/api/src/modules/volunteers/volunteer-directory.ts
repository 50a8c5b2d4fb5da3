import { Injectable } from '@nestjs/common';
import type { Occupation } from '@kepu/contracts';
import type { VolunteerFacts } from '@kepu/matching';
import { Clock } from '../../platform/clock/index.js';
import { byPerson, type Named } from './volunteer.mapper.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** A volunteer as other modules show one: to those who have proved the right to it. */
export interface VolunteerBrief {
  readonly id: string; readonly name: string; readonly number: string; readonly occupation: Occupation; readonly unit: Named | null; readonly countyCode: string; readonly countyName: string;
  readonly bornOn: string;
}
/** The part of matching's facts that a profile knows; what somebody holds and has served is known to the right of here. */
export type ProfileFacts = Omit<VolunteerFacts, 'guarded' | 'held' | 'credentials' | 'memberships' | 'kindsServed' | 'services' | 'missed' | 'recentMinutes' | 'monthMinutes' | 'lastAskedAt'>;

/** Volunteers, for the other modules. */
@Injectable()
export class VolunteerDirectory {
  constructor(private readonly volunteers: VolunteersRepository, private readonly clock: Clock) {}

  async briefs(ids: readonly string[]): Promise<ReadonlyMap<string, VolunteerBrief>> {
    const rows = await this.volunteers.briefs(ids);
    return new Map(rows.map(({ unitId, unitName, named: _named, ...row }) => [row.id, { ...row, unit: unitId === null ? null : { id: unitId, name: unitName ?? '' } }]));
  }

  /** What matching asks of profiles, in the order of their ids: of the ids given, or of all whose account is not disabled. */
  async facts(ids: readonly string[] | 'all'): Promise<ProfileFacts[]> {
    const rows = await this.volunteers.facts(ids);
    const topics = byPerson(await this.volunteers.topicsOf(ids, this.clock.today()), (row) => row.volunteerId, (row) => row.id);
    return rows.map(({ toIslands, toMountains, recommendationsOff, standing, absences, ...row }) => ({
      ...row, frozen: standing !== 'good', topicIds: topics.get(row.id) ?? [], toIslands: Boolean(toIslands), toMountains: Boolean(toMountains), absences: JSON.parse(absences) as ProfileFacts['absences'], personal: !recommendationsOff,
    }));
  }
}

import type { Occupation } from '@kepu/contracts';
import type { VolunteerFacts } from '@kepu/matching';

/** A volunteer as other modules show one. */
export interface VolunteerBrief {
  readonly id: string; readonly name: string; readonly number: string; readonly occupation: Occupation; readonly unit: { readonly id: string; readonly name: string } | null;
  readonly countyCode: string; readonly countyName: string; readonly bornOn: string;
}
/** The part of matching's facts that stands in the profile. */
export type ProfileFacts = Omit<VolunteerFacts, 'held' | 'kindsServed' | 'services' | 'recentMinutes' | 'lastAskedAt'>;

/** Volunteers, for the other modules. */
export abstract class VolunteerDirectory {
  abstract briefs(ids: readonly string[]): Promise<ReadonlyMap<string, VolunteerBrief>>;
  abstract facts(ids: readonly string[] | 'all'): Promise<readonly ProfileFacts[]>;
}

import type { VolunteerFacts } from '@kepu/matching';

/** What matching asks of the ledgers. */
export type ServedFacts = Pick<VolunteerFacts, 'kindsServed' | 'services' | 'recentMinutes' | 'lastAskedAt'>;

/** What people have served, for matching. Who has not served has no entry. */
export abstract class ServiceFacts {
  abstract of(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, ServedFacts>>;
}

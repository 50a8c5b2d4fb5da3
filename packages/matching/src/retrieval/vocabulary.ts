import type { ActivityKind, Occupation } from '@kepu/contracts';
import { Dictionary } from './dictionary.js';

// The packages of contracts are types only here: the order says nothing, and a kind that is not named does not compile.
const occupationCodes: Readonly<Record<Occupation, number>> = { teacher: 0, medical: 1, university_student: 2, pupil: 3, researcher: 4, technology_envoy: 5, agronomist: 6, village_official: 7, employee: 8, media_arts: 9, retired: 10, other: 11 };
const kindCodes: Readonly<Record<ActivityKind, number>> = { lecture: 0, exhibition: 1, outreach: 2, consultation: 3, training: 4, open_day: 5, competition: 6, performance: 7, other: 8 };

/** Occupations by the numbers that columns know them by. */
export const occupations = Object.keys(occupationCodes) as readonly Occupation[];
/** Kinds of activity by the numbers that columns know them by. */
export const activityKinds = Object.keys(kindCodes) as readonly ActivityKind[];

/** Before the id of a pool, so that none is taken for a kind of certificate. */
const POOL = '@';
/** The word that a pool stands under among proofs. */
export const poolWord = (poolId: string): string => POOL + poolId;
/** The pool that a word stands for; null for a kind of certificate. */
export const poolOf = (word: string): string | null => (word.startsWith(POOL) ? word.slice(POOL.length) : null);

/** The words that rows speak of by number; proofs are kinds of certificates, and pools. */
export class Vocabulary {
  readonly counties = new Dictionary();
  readonly topics = new Dictionary();
  readonly proofs = new Dictionary();
  readonly titles = new Dictionary();
  readonly units = new Dictionary();
}

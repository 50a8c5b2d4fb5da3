import { ADULT_AGE, ageOn } from './age.js';
import type { CivilDate } from './civil-date.js';

/** Below this age a child cannot act at all, not even with consent: it comes along with its family (民法典 20). */
export const LOWEST_AGE = 8;
/** How many children below that age one grown-up brings along at most: as many as one can have in sight. */
export const MOST_COMPANIONS = 3;
/** Below this age every datum of a child is sensitive, and is kept by rules of its own (个人信息保护法 28, 31). */
export const CHILD_AGE = 14;
/** What holds for minors from one age to another, both included. */
export interface MinorBand {
  readonly fromAge: number;
  readonly toAge: number;
  /** May register on the own phone, and asks a guardian after that; otherwise the guardian registers the child. */
  readonly registersAlone: boolean;
  /** Serves only together with the guardian; otherwise consent is enough (浙江省志愿服务条例 9). */
  readonly accompanied: boolean;
  /** Of service on one day. */
  readonly mostMinutes: number;
  /** Full hour by which a service has to be over, in Shanghai. */
  readonly latestHour: number;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Whether somebody is under age on a day. */
export const isMinor = (bornOn: CivilDate, day: CivilDate): boolean => ageOn(bornOn, day) < ADULT_AGE;

/** The band that an age falls into; null for adults, and for children below all bands. */
export const bandOf = (age: number, bands: readonly MinorBand[]): MinorBand | null => bands.find(({ fromAge, toAge }) => fromAge <= age && age <= toAge) ?? null;

/** The day on which somebody comes of age; who was born on 29 February does so on 1 March of other years. */
export function adultOn(bornOn: CivilDate): CivilDate {
  const year = Number(bornOn.slice(0, 4)) + ADULT_AGE;
  return bornOn.endsWith('-02-29') && !isLeap(year) ? `${year}-03-01` : `${year}${bornOn.slice(4)}`;
}

/** The last birth date of those who are at least so old on a day: whoever was born later is younger. */
export function bornBy(age: number, today: CivilDate): CivilDate {
  const year = Number(today.slice(0, 4)) - age;
  // Nobody was born on 29 February of that year: whoever was born on the 28th is old enough, and on 1 March not yet.
  return today.endsWith('-02-29') && !isLeap(year) ? `${year}-02-28` : `${year}${today.slice(4)}`;
}

/** The last birth date of those who are of age on a day. */
export const adultsBornBy = (today: CivilDate): CivilDate => bornBy(ADULT_AGE, today);

/** What is wrong with a set of bands: the first must not begin below the law, each begins where the one before ends, the last ends a year before adulthood. Null for a good set. */
export function bandsProblem(bands: readonly MinorBand[]): { readonly index: number; readonly field: 'fromAge' | 'toAge' } | null {
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    if (index === 0 ? band.fromAge < LOWEST_AGE : band.fromAge !== (before?.toAge ?? 0) + 1) return { index, field: 'fromAge' };
    if (band.toAge < band.fromAge) return { index, field: 'toAge' };
  }
  return bands.at(-1)?.toAge === ADULT_AGE - 1 ? null : { index: Math.max(0, bands.length - 1), field: 'toAge' };
}

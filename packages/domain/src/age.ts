import { dayNumber, type CivilDate } from './civil-date.js';

/** From this age on a person acts without a guardian (民法典 17, 18). */
export const ADULT_AGE = 18;

/** Whole years on `today`. Somebody born on 29 February grows older on 1 March in other years. */
export function ageOn(bornOn: CivilDate, today: CivilDate): number {
  dayNumber(bornOn);
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** How old, as far as others are told. */
export type AgeBand = 'minor' | '18-35' | '36-59' | '60+';

/** The band of an age. All minors are in one: which of them are children is told to nobody. */
export function ageBand(age: number): AgeBand {
  if (age < ADULT_AGE) return 'minor';
  if (age >= 60) return '60+';
  return age >= 36 ? '36-59' : '18-35';
}

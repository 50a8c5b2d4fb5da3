import { daysBetween } from './civil-date.js';

/** How somebody stands to the yearly question whether they still want to serve: not asked, asked, or silent for so long that nobody counts on them. */
export type Willingness = 'standing' | 'asked' | 'silent';
/** Days after the last yes, or the registration, on which people are asked again. */
export const WILLING_ASK_DAYS = 365;
/** Days without an answer after which nobody counts on the person any more: no invitation, no place in a ranking, until a yes. */
export const WILLING_SILENT_DAYS = 60;

/** `askedOn`: the day of the question that stands open, or null. Days are civil dates. */
export const willingnessOf = (askedOn: string | null, today: string): Willingness => {
  if (askedOn === null) return 'standing';
  return daysBetween(askedOn, today) >= WILLING_SILENT_DAYS ? 'silent' : 'asked';
};

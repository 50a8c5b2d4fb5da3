import { ADULT_AGE, ageOn, bandOf, LOWEST_AGE, type MinorBand } from '@kepu/domain';
import { isDay } from '../times.js';

/** The day that somebody typed: eight digits, with or without signs between them. Null for what is no day. */
export const birthDateOf = (text: string): string | null => {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim()) ?? /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text.trim());
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(year) >= 1900 && isDay(date) ? date : null;
};

/** Which way into the platform an age has: of age, alone with a guardian asked afterwards, by a guardian, or none yet. */
export type AgeWay = 'adult' | 'alone' | 'family' | 'young';

/** The way of an age. Where the rules could not be had, the API decides about everybody whom the law lets act. */
export const wayOf = (age: number, bands: readonly MinorBand[] | null): AgeWay => {
  if (age >= ADULT_AGE) return 'adult';
  if (bands === null) return age < LOWEST_AGE ? 'young' : 'alone';
  const band = bandOf(age, bands);
  return band === null ? 'young' : band.registersAlone ? 'alone' : 'family';
};

/** Whole years today, and the way in that they open. Null for a day still to come. */
export const ageAt = (bornOn: string, today: string, bands: readonly MinorBand[] | null): { readonly age: number; readonly way: AgeWay } | null => {
  const age = ageOn(bornOn, today);
  return age < 0 ? null : { age, way: wayOf(age, bands) };
};

/** The rules that the server has put beside a form. */
export const bandsOf = (root: HTMLElement): readonly MinorBand[] | null => JSON.parse(root.dataset['bands'] ?? 'null') as readonly MinorBand[] | null;
/** The lowest age at which somebody may register at all, or alone. */
export const lowestAge = (bands: readonly MinorBand[] | null, alone = false): number => Math.min(...(bands ?? []).filter(({ registersAlone }) => registersAlone || !alone).map(({ fromAge }) => fromAge), ADULT_AGE);

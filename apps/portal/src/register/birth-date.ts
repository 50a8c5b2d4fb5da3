import { ADULT_AGE, ageOn } from '@kepu/domain';
import { isDay } from '../times.js';

/** The day that somebody typed: eight digits, with or without signs between them. Null for what is no day. */
export const birthDateOf = (text: string): string | null => {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim()) ?? /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text.trim());
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(year) >= 1900 && isDay(date) ? date : null;
};

/** Whole years today, and whether that is enough to act without a guardian. Null for a day still to come. */
export const ageAt = (bornOn: string, today: string): { readonly age: number; readonly adult: boolean } | null => {
  const age = ageOn(bornOn, today);
  return age < 0 ? null : { age, adult: age >= ADULT_AGE };
};

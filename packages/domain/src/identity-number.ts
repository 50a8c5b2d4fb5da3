import { dayNumber, type CivilDate } from './civil-date.js';

/** Weights of the first 17 digits and the check digits by remainder (GB 11643-1999, after ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const BLANKS = /[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff.\-‐-―·]/gu;

/** What is wrong with a number: not 18 signs, a day that is none, or a check digit that does not follow from the others. */
export type IdentityNumberFault = 'length' | 'date' | 'check';
/** A number in one spelling with the birth date in it, or what is wrong with it. */
export type IdentityNumber = { readonly ok: true; readonly number: string; readonly bornOn: CivilDate } | { readonly ok: false; readonly fault: IdentityNumberFault };

/** The check digit of the first 17 digits. */
export function identityCheckDigit(digits: string): string {
  return CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11] ?? '';
}

/**
 * Reads the 18-digit number that stands on resident identity cards, on residence permits of people of Hong Kong, Macao and Taiwan, and on the new permanent residence cards.
 * Blanks, full-width digits and a small x are taken. Nobody is asked whether the division exists: they were renumbered often, and old numbers stay valid.
 */
export function readIdentityNumber(input: string): IdentityNumber {
  const number = input.normalize('NFKC').replace(BLANKS, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, fault: 'length' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(bornOn)) return { ok: false, fault: 'date' };
  return identityCheckDigit(number) === number[17] ? { ok: true, number, bornOn } : { ok: false, fault: 'check' };
}

/** A passport's number in one spelling: capitals and digits; null where it is none. There is no check digit to prove. */
export function readPassportNumber(input: string): string | null {
  const number = input.normalize('NFKC').replace(BLANKS, '').toUpperCase();
  return /^[A-Z0-9]{6,15}$/.test(number) ? number : null;
}

/** The number as it is shown, to its owner too: its last four signs, or its last two where it is short. */
export function maskedIdentityNumber(number: string): string {
  const shown = number.length >= 12 ? 4 : 2;
  return `${'*'.repeat(number.length - shown)}${number.slice(-shown)}`;
}

function isDay(day: string): boolean {
  try {
    dayNumber(day);
    // Nobody who serves was born earlier, and a slip of the finger makes such years.
    return day >= '1900-01-01';
  } catch {
    return false;
  }
}

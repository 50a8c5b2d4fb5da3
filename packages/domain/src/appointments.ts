/** What the words of a letter may name; anything else in braces is refused when they are written, never shown as it stands. */
export const letterPlaceholders = ['name', 'pool', 'unit', 'from', 'to', 'city'] as const;
/** A word that a letter may name. */
export type LetterPlaceholder = (typeof letterPlaceholders)[number];
/** Words of a letter where a pool has none of its own. */
export const DEFAULT_LETTER_WORDS = '兹聘请{name}同志为{pool}成员，聘期自{from}起至{to}止。';
/** The number of a letter where a pool has no pattern of its own. */
export const DEFAULT_NUMBER_PATTERN = '温科普聘〔{year}〕{n}号';
/** Days before its last one on which somebody in a term is reminded, and who keeps the pool. */
export const TERM_REMINDERS = [60, 14] as const;

const inBraces = /\{([^{}]*)\}/gu;
const known = (name: string): name is LetterPlaceholder => (letterPlaceholders as readonly string[]).includes(name);

/** The first thing in braces that no letter knows; null where all is well. */
export const strangePlaceholder = (words: string): string | null => [...words.matchAll(inBraces)].map(([, name = '']) => name).find((name) => !known(name)) ?? null;
/** The words with their blanks filled in, once: what stands in a name is never read as a blank. */
export const letterText = (words: string, values: Readonly<Record<LetterPlaceholder, string>>): string => words.replaceAll(inBraces, (whole, name: string) => (known(name) ? values[name] : whole));

/** A pattern names the year and the running number once each; without them two letters would bear one number. */
export const isNumberPattern = (pattern: string): boolean => [...pattern.matchAll(inBraces)].map(([, name]) => name).sort().join() === 'n,year';
/** What letters are counted under: one row of numbers for each pattern and year. */
export const numberSeries = (pattern: string, year: number): string => pattern.replaceAll('{year}', String(year));
/** The number of a letter. */
export const letterNumber = (series: string, n: number): string => series.replaceAll('{n}', String(n));

/** A term, as far as it decides how it stands. Days as `YYYY-MM-DD`; `endedOn` is the first day on which it no longer holds. */
export interface TermDays { readonly fromDay: string; readonly toDay: string | null; readonly endedOn: string | null; readonly suspendedFrom: string | null; readonly suspendedTo: string | null }
/** How a term stands on a day. */
export type TermStanding = 'valid' | 'upcoming' | 'suspended' | 'expired' | 'ended';
/** How a term stands on a day: an end by somebody comes before one by time, and both before a suspension. */
export const termStanding = ({ fromDay, toDay, endedOn, suspendedFrom, suspendedTo }: TermDays, today: string): TermStanding => {
  if (endedOn !== null && endedOn <= today) return 'ended';
  if (toDay !== null && toDay < today) return 'expired';
  if (fromDay > today) return 'upcoming';
  return suspendedFrom !== null && suspendedFrom <= today && (suspendedTo === null || suspendedTo >= today) ? 'suspended' : 'valid';
};

const daysIn = (year: number, month: number): number => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
const written = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
/** The day before. */
export const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
/** The day after. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
/** The last day of a term of so many months: 2026-03-02 for 24 months ends on 2028-03-01. A month that is too short ends the term on its last day. */
export const lastDayOf = (fromDay: string, months: number): string => {
  const [year, month, day] = fromDay.split('-').map(Number) as [number, number, number];
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const most = daysIn(toYear, toMonth);
  return day > most ? written(toYear, toMonth, most) : dayBefore(written(toYear, toMonth, day));
};

/** The county that has a say: where the recommending unit lies, or where somebody lives who belongs to no unit. A body of the city has none, nor has a pool that asks for none. Codes of divisions. */
export const reviewingCounty = ({ countyReviews, unitDivision, home, city }: { readonly countyReviews: boolean; readonly unitDivision: string | null; readonly home: string; readonly city: string }): string | null => {
  if (!countyReviews) return null;
  const at = (unitDivision ?? home).slice(0, 6);
  return at === city ? null : at;
};

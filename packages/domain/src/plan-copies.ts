import type { CivilDate } from './civil-date.js';

/** A year as papers write it: 2020年, 2020 年度. */
const yearIn = (year: number): RegExp => new RegExp(`(?<!\\d)${year}(?=\\s*年)`, 'gu');
const ANY_YEAR = /(?<!\d)(?:19|20)\d{2}(?=\s*年)/gu;
const PERIOD = /[“"]?十[一二三四五六七八九]五[”"]?/gu;

/** A text with one year for another. Only the year of the paper itself is moved: a law of 2002 stays one of 2002. */
export const moveYear = (text: string, from: number, to: number): string => text.replace(yearIn(from), String(to));

/** Words of a text that belong to a time and that nobody moves: five-year periods and years other than that of the paper, each once. */
export const timeWords = (text: string, year: number): string[] => [...new Set([...(text.match(PERIOD) ?? []).map((word) => word.replace(/["“”]/gu, '')), ...(text.match(ANY_YEAR) ?? []).filter((word) => Number(word) !== year)])];

/** The same day some years on; 29 February becomes the 28th where there is none. */
export function shiftYears(day: CivilDate, years: number): CivilDate {
  const year = Number(day.slice(0, 4)) + years;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${String(year).padStart(4, '0')}${day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)}`;
}

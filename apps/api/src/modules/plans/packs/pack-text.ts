import { verbatim } from '../../../platform/sheets/sheet.js';

/** What may stand between the figures of a number. */
const gap = '[ .·\\-‐-―－]?';
/** A mobile number in whatever groups, with or without the code of the country. */
const PHONE = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${gap})?1${gap}[3-9](?:${gap}\\d){9}(?!\\d)`, 'gu');
/** A landline with the code of its city, which may stand in brackets. */
const LANDLINE = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${gap})?\\(?0[1-9]\\d{1,2}\\)?${gap}[2-9]\\d{2,3}${gap}\\d{4}(?!\\d)`, 'gu');
/** An identity number of 18 figures, and an old one of 15: province, birthday, serial number. */
const IDENTITY = new RegExp(`(?<!\\d)\\d(?:${gap}\\d){5}${gap}(?:1${gap}9|2${gap}0)(?:${gap}\\d){9}${gap}[\\dXx](?![\\dA-Za-z])`, 'gu');
const OLD_IDENTITY = new RegExp(`(?<!\\d)(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])${gap}\\d{4}${gap}\\d{2}${gap}(?:0[1-9]|1[0-2])${gap}(?:0[1-9]|[12]\\d|3[01])${gap}\\d{3}(?!\\d)`, 'gu');
/** What is blanked, by how many signs, and how many gaps it may have: more are a row of numbers, not a number in groups. */
const blanks = [[IDENTITY, 18, 4], [OLD_IDENTITY, 15, 3], [PHONE, 11, 3], [LANDLINE, 11, 3]] as const;
/** Ids of records, whose figures are nobody's number. */
const ID = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/iu;
/** Figures of the shortest of them. */
const SHORTEST = 10;

/** Full-width figures and signs as the plain ones. Signs that stand for several, and figures in circles, stay: no number is read with them. */
const plain = (sign: string): string => {
  const folded = sign.normalize('NFKC');
  return folded.length === sign.length && (/\p{Nd}/u.test(sign) || !/\d/u.test(folded)) ? folded : sign;
};

const hidden = (text: string): string => {
  if ((text.match(/\p{Nd}/gu)?.length ?? 0) < SHORTEST) return text;
  // As long as the text, sign for sign: what is found in it is blanked where it stands.
  let left = text;
  for (const [number, stars, mostGaps] of blanks) {
    const folded = [...left].map(plain).join('');
    let [made, at] = ['', 0];
    for (const match of folded.matchAll(number)) {
      if ((match[0].match(/\d[^\d(]+(?=[\dXx])/gu)?.length ?? 0) > mostGaps) continue;
      made += left.slice(at, match.index) + '*'.repeat(stars);
      at = match.index + match[0].length;
    }
    left = made + left.slice(at);
  }
  return left;
};

/** What somebody has written, as it leaves the house: without the numbers by which a person is found. */
export const quiet = (text: string): string => text.split(ID).map((part, at) => (at % 2 === 1 ? part : hidden(part))).join('');

/** The same for all words of something that is written down: a document, a letter. */
export const quietly = <T>(value: T): T => {
  if (typeof value === 'string') return quiet(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => quietly(one)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, quietly(one as unknown)])) as T;
};

/** Cells of a sheet. */
export const cells = (values: readonly (string | number)[]): (string | number)[] => values.map((value) => (typeof value === 'string' ? verbatim(quiet(value)) : value));

import { isoDate } from './due.js';
import { joinWrapped } from './normalise.js';
import type { PaperHead } from './types.js';

const DOC_NUMBER = /[\u4e00-\u9fff]{2,20}\s*[〔［[（(【]\s*((?:19|20)\d{2})\s*[〕］\]）)】]\s*(?:第\s*)?\d{1,5}\s*号/u;
const MASTHEAD = /^(.{4,60}?)\s*文\s*件$/u;
const DATE = /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;
const CHINESE_DATE = /([二〇○零一三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u;
const YEAR = /((?:19|20)\d{2})\s*(?:年|[〕］\]）)])/u;
const CHINESE_DIGITS: Readonly<Record<string, number>> = { 〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const TITLE_START = /^(?:.{0,40}(?:办公室|委员会|协会|小组|局|厅|部))?关于/u;
const TITLE_END = /(?:通知|意见|函|方案|办法|要点|安排|计划|批复|决定)\s*$/u;
const TABLE_TITLE = /^.{6,}(?:表|清单|方案|要点)\s*(?:[（(].{0,20}[）)])?$/u;
/** A line that says the year and nothing else goes before what title and number say. */
const YEAR_LINE = /^[（(]\s*((?:19|20)\d{2})\s*年度\s*[）)]$/u;
const MOST_TITLE_LINES = 4;

/**
 * Reads number, issuer, title, year and date of issue from the lines around the table. `before` are the lines above the first table (and title
 * rows inside it), `after` those below the last. What the paper does not say stays null and is asked for.
 */
export function readHead(before: readonly string[], after: readonly string[]): PaperHead {
  const lines = before.map((line) => line.trim()).filter((line) => line !== '');
  const tail = after.map((line) => line.trim());
  const number = firstMatch(lines, DOC_NUMBER);
  const title = readTitle(lines);
  const signed = lines.findIndex((line) => isDateLine(line));
  const printed = tail.find((line) => /印发\s*$/u.test(line)) ?? '';
  return {
    docNumber: number?.[0].replace(/\s+/gu, '') ?? null,
    issuer: readIssuer(lines, signed),
    title,
    year: (Number(firstMatch(lines, YEAR_LINE)?.[1] ?? 0) || null) ?? yearOf(title) ?? (number?.[1] === undefined ? null : Number(number[1])) ?? firstYear(lines),
    issuedOn: readDate(lines[signed] ?? '') ?? readDate(printed),
  };
}

function readIssuer(lines: readonly string[], signed: number): string | null {
  for (const line of lines) {
    const name = MASTHEAD.exec(line)?.[1];
    if (name !== undefined) return joinWrapped(name);
  }
  const signature = signed > 0 ? (lines[signed - 1] ?? '') : '';
  return /^[\u4e00-\u9fff（）()、\s]{4,60}$/u.test(signature) ? joinWrapped(signature) : null;
}

function readTitle(lines: readonly string[]): string | null {
  const start = lines.findIndex((line) => TITLE_START.test(line));
  if (start >= 0) {
    let title = '';
    for (const line of lines.slice(start, start + MOST_TITLE_LINES)) {
      title += title === '' ? line : `\n${line}`;
      if (TITLE_END.test(title)) return joinWrapped(title);
    }
  }
  const table = lines.findLast((line) => TABLE_TITLE.test(line) && line.length <= 80);
  return table === undefined ? null : joinWrapped(table);
}

const isDateLine = (line: string): boolean => line.length <= 20 && readDate(line) !== null && /日\s*$/u.test(line);

function readDate(line: string): string | null {
  const western = DATE.exec(line);
  if (western) return isoDate(Number(western[1]), Number(western[2]), Number(western[3]));
  const chinese = CHINESE_DATE.exec(line);
  if (!chinese) return null;
  const year = Number([...(chinese[1] ?? '')].map((digit) => CHINESE_DIGITS[digit] ?? '').join(''));
  return isoDate(year, chineseNumber(chinese[2] ?? ''), chineseNumber(chinese[3] ?? ''));
}

function chineseNumber(text: string): number {
  const ten = text.indexOf('十');
  if (ten < 0) return CHINESE_DIGITS[text] ?? 0;
  const tens = ten === 0 ? 1 : (CHINESE_DIGITS[text[0] ?? ''] ?? 0);
  return tens * 10 + (CHINESE_DIGITS[text[ten + 1] ?? ''] ?? 0);
}

function firstMatch(lines: readonly string[], pattern: RegExp): RegExpExecArray | null {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) return match;
  }
  return null;
}

/** The year that a title or number names. */
export const yearOf = (text: string | null): number | null => (text === null ? null : Number(YEAR.exec(text)?.[1] ?? Number.NaN) || null);

function firstYear(lines: readonly string[]): number | null {
  for (const line of lines) {
    const year = yearOf(line);
    if (year !== null) return year;
  }
  return null;
}

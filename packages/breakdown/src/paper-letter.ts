import { yearOf } from './head.js';
import type { PaperHead } from './types.js';

/** The letter around a table, line by line, as a notice of an office has it. What the plan does not hold is null. */
export interface PaperLetter {
  /** The red line on top: who issues it. */
  masthead: string | null;
  docNumber: string | null;
  title: string;
  /** Which year it is for, where the title does not say so or says another one. */
  yearLine: string | null;
  body: string | null;
  signature: string | null;
  date: string | null;
  /** What stands over the table: the name that the title gives it. */
  tableTitle: string;
}

const NAMED = /《([^《》]{4,})》/u;
const NOTICE = /关于印发《[^《》]{4,}》的通知$/u;

/** The letter of a plan. The only sentence is the one that its title says; addressees, copies and names are nobody's to invent. Pure. */
export function writeLetter({ docNumber, issuer, title, year, issuedOn }: PaperHead & { title: string; year: number }): PaperLetter {
  const named = NAMED.exec(title)?.[1] ?? null;
  return {
    masthead: issuer === null ? null : `${issuer}文件`, docNumber, title, yearLine: yearOf(title) === year ? null : `（${year}年度）`,
    body: named !== null && NOTICE.test(title) ? `现将《${named}》印发给你们，请认真组织实施。` : null, signature: issuer, date: issuedOn === null ? null : writtenDay(issuedOn), tableTitle: named ?? title,
  };
}

/** `2020-05-27` as a letter writes it: 2020年5月27日. */
export function writtenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

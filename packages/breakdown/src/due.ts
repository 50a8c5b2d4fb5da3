const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'] as const;
const CHINESE_QUARTERS = '一二三四';

/**
 * The last day that a deadline in words means, as `YYYY-MM-DD`: `2024年9月底前`, `12月底前`, `第三季度`, `上半年`, `全年`, `2020-09-30`. A missing year is the paper's.
 * Null where the words name no day.
 */
export function dueDate(text: string, paperYear: number | null): string | null {
  const words = text.replace(/\s+/gu, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(words);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const year = Number(/(\d{4})年/u.exec(words)?.[1] ?? paperYear ?? Number.NaN);
  if (Number.isNaN(year)) return null;
  const months = [...words.matchAll(/(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?/gu)].at(-1);
  if (months) {
    const month = Number(months[1]);
    return isoDate(year, month, months[2] === undefined ? lastDay(year, month) : Number(months[2]));
  }
  const quarter = /第?([一二三四1-4])季度/u.exec(words)?.[1];
  if (quarter !== undefined) {
    const index = CHINESE_QUARTERS.includes(quarter) ? CHINESE_QUARTERS.indexOf(quarter) : Number(quarter) - 1;
    return `${year}-${QUARTER_ENDS[index] ?? '12-31'}`;
  }
  if (/上半年|年中/u.test(words)) return `${year}-06-30`;
  return /全年|年底|年内|年末|下半年|\d{4}年$/u.test(words) ? `${year}-12-31` : null;
}

/** Whether words mean no day at all, and rightly so: 长期坚持, 持续推进, 每月. */
export const namesNoDay = (text: string): boolean => /^(?:长期|持续|常年|常态化|经常性|按(?:计划|时间节点|上级要求)|根据|随时|每(?:年|季度?|月|周))/u.test(text.trim());

/** A day that a person set against the words, behind them: 年底前（2024-12-15）, or that there is none. Only in our own tables. */
const FIXED = /^(.+)（(?:(\d{4}-\d{2}-\d{2})|(不定))）$/su;

/** Reads a deadline with the day that was set for it; null where none was. */
export function readFixedDue(text: string): { text: string; date: string | null } | null {
  const match = FIXED.exec(text);
  return match?.[1] === undefined ? null : { text: match[1], date: match[2] ?? null };
}

/** A deadline as our own table prints it: words alone where they mean the day. The counterpart of {@link readFixedDue}. */
export function writeFixedDue({ text, date }: { text: string; date: string | null }, paperYear: number | null): string {
  return dueDate(text, paperYear) === date && !FIXED.test(text) ? text : `${text}（${date ?? '不定'}）`;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A date that exists, as `YYYY-MM-DD`, else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

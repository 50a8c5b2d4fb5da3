import { addDays, dayNumber, daysBetween, shanghaiTime } from '@kepu/domain';
import type { Locale } from '@kepu/contracts/labels';
import type { Words } from './wording.js';

/** Whether a text is a day that exists, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
};

const language: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh-CN', en: 'en-GB' };
const shown = (day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(language[locale], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** The day in Asia/Shanghai on which an instant falls. */
export const dayOf = (instant: string): string => shanghaiTime(instant).day;
/** 9:00. */
export const clockOf = (instant: string): string => {
  const { minute } = shanghaiTime(instant);
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
};
/** 周六. */
export const weekdayOf = (day: string, locale: Locale): string => shown(day, locale, { weekday: 'short' });
/** 11月28日; with its year where that is not the present one. */
export const dateOf = (day: string, locale: Locale, today: string): string =>
  shown(day, locale, { month: locale === 'en' ? 'short' : 'long', day: 'numeric', ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }) });
/** 2026年11月; without its year where that is short. */
export const monthOf = (month: string, locale: Locale, length: 'long' | 'short' = 'long'): string => shown(`${month}-01`, locale, length === 'long' ? { year: 'numeric', month: 'long' } : { month: 'short' });
/** 11月28日 周六. */
export const dayText = (day: string, locale: Locale, today: string): string =>
  locale === 'en' ? `${weekdayOf(day, locale)} ${dateOf(day, locale, today)}` : `${dateOf(day, locale, today)} ${weekdayOf(day, locale)}`;

interface Span { readonly startsAt: string; readonly endsAt: string }
/** 11月28日 周六 and 9:00–11:00; where a time goes past midnight, all but its last hour stands with the day. */
export const timeParts = ({ startsAt, endsAt }: Span, locale: Locale, today: string): { readonly day: string; readonly clock: string } => {
  const [first, last] = [dayOf(startsAt), dayOf(endsAt)];
  if (first === last) return { day: dayText(first, locale, today), clock: `${clockOf(startsAt)}–${clockOf(endsAt)}` };
  return { day: `${dayText(first, locale, today)} ${clockOf(startsAt)} – ${dayText(last, locale, today)}`, clock: clockOf(endsAt) };
};
/** 11月28日 周六 9:00–11:00. */
export const timeText = (time: Span, locale: Locale, today: string): string => Object.values(timeParts(time, locale, today)).join(' ');

/** 今天, 明天, 还有 3 天; null for what is past, or so far ahead that the date says more. */
export const untilText = (instant: string, today: string, words: Words): string | null => {
  const days = daysBetween(today, dayOf(instant));
  if (days < 0 || days > 60) return null;
  return days > 1 ? words('when.days', { count: days }) : words(days === 1 ? 'when.tomorrow' : 'when.today');
};

/** The last day of this week (Sunday) or month. */
export const lastDayOf = (span: 'week' | 'month', today: string): string => {
  if (span === 'week') return addDays(today, 6 - ((dayNumber(today) + 3) % 7));
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** A month before or after another, both `YYYY-MM`. */
export const monthBeside = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

/** Hours with one decimal at most: minutes are what is kept, hours are what people count in. */
export const hoursOf = (minutes: number): string => String(Math.round(minutes / 6) / 10);

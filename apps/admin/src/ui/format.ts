import type { Place } from '@kepu/contracts';
import { useLocale, useTranslate } from 'react-admin';
import { useSession } from '../providers/session.js';

const day = 86_400_000;
const asUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Dates and places as people say them. "Today" is the server's. */
export const useFormat = () => {
  const locale = useLocale() ?? 'zh-CN';
  const t = useTranslate();
  const today = useSession()?.today ?? null;
  const inShanghai = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', ...options });
  return {
    today,
    /** `2026-03-05` as 3月5日 周四, with the year where it is another one. */
    day: (date: string | null | undefined, full = false): string => {
      if (!date) return t('admin.shell.none');
      const otherYear = full || !today || date.slice(0, 4) !== today.slice(0, 4);
      return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...(otherYear ? { year: 'numeric' } : {}), month: locale === 'en' ? 'short' : 'long', day: 'numeric', ...(full ? {} : { weekday: 'short' }) }).format(asUtc(date));
    },
    /** How far a day is from today: 还有 3 天, 今天, 已过 2 天. */
    distance: (date: string | null | undefined): string => {
      if (!date || !today) return '';
      const days = Math.round((asUtc(date) - asUtc(today)) / day);
      return days === 0 ? t('admin.shell.today') : days > 0 ? t('admin.shell.days_left', { count: days }) : t('admin.shell.days_past', { count: -days });
    },
    instant: (value: string | null | undefined): string => {
      if (!value) return t('admin.shell.none');
      const otherYear = value.slice(0, 4) !== today?.slice(0, 4);
      return inShanghai({ ...(otherYear ? { year: 'numeric' } : {}), month: locale === 'en' ? 'short' : 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(value));
    },
    /** The time of day: 9:00. */
    time: (value: string): string => inShanghai({ hour: 'numeric', minute: '2-digit', hour12: false }).format(new Date(value)),
    /** From when to when; a day is named once. */
    period: (startsAt: string | null | undefined, endsAt: string | null | undefined): string => {
      if (!startsAt) return t('admin.shell.none');
      const otherYear = startsAt.slice(0, 4) !== today?.slice(0, 4);
      const on = (value: string) => inShanghai({ ...(otherYear ? { year: 'numeric' } : {}), month: locale === 'en' ? 'short' : 'long', day: 'numeric', weekday: 'short' }).format(new Date(value));
      const at = (value: string) => inShanghai({ hour: 'numeric', minute: '2-digit', hour12: false }).format(new Date(value));
      if (!endsAt) return `${on(startsAt)} ${at(startsAt)}`;
      return on(startsAt) === on(endsAt) ? `${on(startsAt)} ${at(startsAt)}–${at(endsAt)}` : `${on(startsAt)} ${at(startsAt)} – ${on(endsAt)} ${at(endsAt)}`;
    },
    /** Minutes as people say them: 45 分钟, 2 小时, 1.5 小时. */
    duration: (minutes: number): string =>
      (Math.abs(minutes) < 60 && minutes !== 0 ? t('admin.shell.minutes', { count: minutes }) : t('admin.shell.hours', { count: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(minutes / 60) })),
    number: (value: number): string => new Intl.NumberFormat(locale).format(value),
    /** The size of a file. */
    bytes: (size: number): string => (size < 1024 * 1024 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(size / 1024 / 1024)} MB`),
    place: (place: Place | null | undefined): string => {
      if (!place) return t('admin.shell.none');
      if ('line' in place) return t('admin.shell.place_line', { line: place.line });
      if ('row' in place) return place.table === undefined ? t('admin.shell.place_row', { row: place.row }) : t('admin.shell.place_table_row', { table: place.table, row: place.row });
      return place.sheet === undefined ? t('admin.shell.place_cell', { cell: place.cell }) : t('admin.shell.place_sheet_cell', { sheet: place.sheet, cell: place.cell });
    },
    /** A name before what it names, and a remark after it, with the marks of the language. */
    colon: (label: string): string => t('admin.shell.colon', { label }),
    aside: (text: string): string => t('admin.shell.aside', { text }),
    /** A list of names, with the comma of the language. */
    list: (names: readonly string[]): string => names.join(locale === 'en' ? ', ' : '、'),
  };
};

/** Choices for a select, from the catalogue's words: `choices('terms.unitKinds', keys)`. */
export const choices = (keys: readonly string[], prefix: string): { id: string; name: string }[] => keys.map((id) => ({ id, name: `${prefix}.${id}` }));

import type { ThemeDay } from '@kepu/contracts';
import { civilDate, dayNumber, weekday, type CivilDate } from './civil-date.js';

/** How a theme day finds its date, as contracts describe it. `weekday` counts from 0 = Sunday. */
export type ThemeDayRule = ThemeDay['rule'];

/** Days from `from` to `to`, both included. */
export interface DateSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Years looked ahead for the next date: 29 February may be eight years away (1896–1904, 2096–2104). */
const YEARS_AHEAD = 8;

/**
 * The dates of a rule in `year`, by their first day. Empty where the year has none: 29 February, a fifth Saturday, dates that
 * were not announced yet (they are never guessed from another year).
 */
export function themeDaySpans(rule: ThemeDayRule, year: number): DateSpan[] {
  switch (rule.kind) {
    case 'fixed': {
      const day = Date.UTC(year, rule.month - 1, rule.day) / 86_400_000;
      return inMonth(day, rule.month) ? [oneDay(day)] : [];
    }
    case 'month':
      return [{ from: civilDate(firstOf(year, rule.month)), to: civilDate(firstOf(year, rule.month + 1) - 1) }];
    case 'weekday': {
      const first = firstOf(year, rule.month);
      const day = first + ((rule.weekday - weekday(first) + 7) % 7) + (rule.nth - 1) * 7;
      return inMonth(day, rule.month) ? [oneDay(day)] : [];
    }
    case 'announced':
      return rule.dates.filter(({ from }) => from.startsWith(`${year}-`)).sort((a, b) => dayNumber(a.from) - dayNumber(b.from));
  }
}

/** The span that holds `today` or comes next, or `null` when none is known. */
export function nextThemeDay(rule: ThemeDayRule, today: CivilDate): DateSpan | null {
  const now = dayNumber(today);
  const year = Number(today.slice(0, 4));
  // One year back: an announced week may run over New Year.
  for (let at = year - 1; at <= year + YEARS_AHEAD; at += 1) {
    const span = themeDaySpans(rule, at).find(({ to }) => dayNumber(to) >= now);
    if (span) return span;
  }
  return null;
}

const firstOf = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / 86_400_000;
const inMonth = (day: number, month: number): boolean => Number(civilDate(day).slice(5, 7)) === month;
const oneDay = (day: number): DateSpan => ({ from: civilDate(day), to: civilDate(day) });

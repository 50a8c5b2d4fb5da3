import type { Ledger, LedgerRule } from '@kepu/contracts';

const MINUTE_MS = 60_000;
/** Minutes beyond the planned time that may still count: setting up, and the questions afterwards. */
export const OVERTIME_MINUTES = 30;
/** Less than this is no service. */
export const LEAST_MINUTES = 15;
/** Check-in and check-out are possible from so many minutes before the beginning … */
export const OPENS_MINUTES = 60;
/** … until so many minutes after the end. Marks on the tick list stay possible until the hours are settled. */
export const CLOSES_MINUTES = 120;

/** A planned time, as instants in ISO 8601. */
export interface Planned {
  readonly startsAt: string;
  readonly endsAt: string;
}
/** A presence. Without `outAt` the check-out was forgotten. */
export interface Presence {
  readonly inAt: string;
  readonly outAt: string | null;
}

/** Whole minutes from one instant to another; negative when `to` is earlier. */
export const minutesBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

/** Whether people check in and out at `now`. */
export function isCheckInOpen({ startsAt, endsAt }: Planned, now: string): boolean {
  return minutesBetween(now, startsAt) <= OPENS_MINUTES && minutesBetween(endsAt, now) < CLOSES_MINUTES;
}

/**
 * Minutes of service: the presence, and at most the planned time + 30 minutes. Who came before the beginning served from the beginning on;
 * who forgot to check out is taken to have left at the planned end.
 */
export function servedMinutes(planned: Planned, presence: Presence): number {
  const from = Date.parse(presence.inAt) < Date.parse(planned.startsAt) ? planned.startsAt : presence.inAt;
  const to = presence.outAt ?? planned.endsAt;
  return Math.max(0, Math.min(minutesBetween(from, to), mostMinutes(planned)));
}

/** The most that a leader can confirm. */
export function mostMinutes({ startsAt, endsAt }: Planned): number {
  return minutesBetween(startsAt, endsAt) + OVERTIME_MINUTES;
}

/** What a presence counts as, and the rule that says so. */
export interface LedgerChoice {
  readonly ledger: Ledger;
  readonly rule: LedgerRule;
}

/**
 * Which ledger a presence stands in. Sources of the rules stand in the labels under `terms.ledgerSources`: volunteer service is of free will and unpaid
 * (志愿服务条例 2); what belongs to one's own job and is done in working hours is none, yet counts as an achievement (科学技术普及法 43).
 */
export function chooseLedger({ minutes, paid, onDuty }: { readonly minutes: number; readonly paid: boolean; readonly onDuty: boolean }): LedgerChoice {
  if (minutes < LEAST_MINUTES) return { ledger: 'none', rule: 'too_short' };
  if (onDuty) return { ledger: 'work', rule: 'duty_time' };
  if (paid) return { ledger: 'none', rule: 'paid' };
  return { ledger: 'volunteer', rule: 'own_time' };
}

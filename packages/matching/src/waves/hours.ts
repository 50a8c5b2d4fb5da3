import type { Patience, WavePolicy } from './policy.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;

type Quiet = Pick<WavePolicy, 'quietFrom' | 'quietTo'>;

/** The instant itself, or the end of the quiet hours that it falls into. Milliseconds. */
export function afterQuiet(at: number, { quietFrom, quietTo }: Quiet): number {
  const local = at + SHANGHAI_MS;
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  const hour = (local - midnight) / HOUR_MS;
  if (hour >= quietTo && hour < quietFrom) return at;
  return midnight + (hour < quietTo ? 0 : DAY_MS) + quietTo * HOUR_MS - SHANGHAI_MS;
}

/** From when until when a question stands. Milliseconds. */
export interface Window { readonly from: number; readonly until: number }

/**
 * When a question can be asked and until when it stands: never asked in quiet hours, and where it would end in them, people have the least time after them. It ends with the last call at the latest.
 *
 * @returns null where even the least time would end after the last call
 */
export function windowFor(now: number, startsAt: number, { share, least, most }: Patience, policy: Quiet & Pick<WavePolicy, 'lastCallHours'>): Window | null {
  const from = afterQuiet(now, policy);
  const lastCall = startsAt - policy.lastCallHours * HOUR_MS;
  if (from + least * HOUR_MS > lastCall) return null;
  const until = from + Math.min(most * HOUR_MS, Math.max(least * HOUR_MS, share * (lastCall - from)));
  const awake = afterQuiet(until, policy);
  return { from, until: Math.min(lastCall, awake === until ? until : awake + least * HOUR_MS) };
}

/**
 * For how long a place that has come free is held for the next of the waiting list.
 *
 * @param now instant, ISO 8601 in UTC
 * @param startsAt instant of the start
 * @returns instants of the offer and of its end; null where it is too late to hold a place for anybody, so that it goes to whoever takes it
 */
export function holdFor(now: string, startsAt: string, policy: WavePolicy): { readonly offerAt: string; readonly until: string } | null {
  const window = windowFor(Date.parse(now), Date.parse(startsAt), policy.hold, policy);
  return window && { offerAt: new Date(window.from).toISOString(), until: new Date(window.until).toISOString() };
}

import type { Answered } from './chances.js';
import type { WavePolicy } from './policy.js';

const DAY_MS = 86_400_000;
const HALF_LIFE_DAYS = 14;

/** What is known of somebody who could be asked. Instants are ISO 8601 in UTC. */
export interface Invitee extends Answered {
  readonly id: string;
  /** Invitations are switched off. */
  readonly off: boolean;
  /** With false neither own answers nor earlier invitations order or size anything; caps and silence protect all the same. */
  readonly personal: boolean;
  /** When invitations were sent, for whatever position: all of the last eight weeks. */
  readonly sentAt: readonly string[];
  /** The last "no, thanks". */
  readonly declinedAt: string | null;
}

/** Why somebody is not asked now. */
export type Silence = 'switched_off' | 'said_no_lately' | 'asked_enough';

/** Why somebody is not to be asked at an instant; null where nothing speaks against it. */
export function silenceOf({ off, sentAt, declinedAt }: Pick<Invitee, 'off' | 'sentAt' | 'declinedAt'>, at: number, policy: WavePolicy): Silence | null {
  if (off) return 'switched_off';
  if (declinedAt !== null && at - Date.parse(declinedAt) < policy.silentDays * DAY_MS) return 'said_no_lately';
  const within = (days: number): number => sentAt.filter((sent) => Math.abs(at - Date.parse(sent)) < days * DAY_MS).length;
  return within(7) >= policy.mostAWeek || within(1) >= policy.mostADay ? 'asked_enough' : null;
}

/** How much somebody was asked: each invitation 1 when it is sent, a half a fortnight later. */
export function askedMuch({ personal, sentAt }: Pick<Invitee, 'personal' | 'sentAt'>, at: number): number {
  return personal ? sentAt.reduce((sum, sent) => sum + 2 ** (-Math.max(0, at - Date.parse(sent)) / DAY_MS / HALF_LIFE_DAYS), 0) : 0;
}

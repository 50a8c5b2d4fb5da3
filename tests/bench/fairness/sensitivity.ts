import { assumed, type Assumptions } from './assumptions.js';
import type { runCity } from './fairness.js';

/** Halved and doubled, one by one; where that is no share any more, the distance to 1 is. */
const shares: ReadonlySet<keyof Assumptions> = new Set(['attention', 'read']);
const main = ['volunteers', 'activities', 'visits', 'attention', 'taste', 'way', 'asked', 'appeal', 'read', 'answerHours', 'saidNo', 'withdrawn', 'absent', 'townsmen'] as const satisfies (keyof Assumptions)[];

/** A smaller city of the same kind, for thirty of them are run. */
const base: Assumptions = { ...assumed, volunteers: 1500, activities: 15, weeks: 12 };

function variants(): { name: string; patch: Partial<Assumptions> }[] {
  const rows = main.flatMap((key) => [0.5, 2].map((factor) => {
    const scaled = shares.has(key) ? 1 - (1 - base[key]) / factor : base[key] * factor;
    const value = key === 'volunteers' || key === 'activities' ? Math.round(scaled) : scaled;
    return { name: `${key} ${Number(value.toPrecision(3))}`, patch: { [key]: value } };
  }));
  // The odds of signing up are halved and doubled, and not their logarithm.
  return [{ name: 'as assumed', patch: {} }, ...rows, ...[-1, 1].map((sign) => ({ name: `willingness ${(base.willingness + sign * Math.LN2).toFixed(2)}`, patch: { willingness: base.willingness + sign * Math.LN2 } })), { name: 'weariness 0.2', patch: { weariness: 0.2 } }];
}

/** A table of what comes out where one assumption is another, in one city. */
export function sensitivity(say: (line: string) => void, city: typeof runCity): void {
  say('| assumption | full, topic | full, ours | ratio | sign-ups | early, ratio | rural, waves | supply | invitations a place, waves to all | Gini of invitations |');
  say('|---|---|---|---|---|---|---|---|---|---|');
  for (const { name, patch } of variants()) {
    const { found, supply } = city({ ...base, ...patch }, ['topic', 'ours', 'ours, all asked', 'ours, waves']);
    const [topic, ours, all, waves] = [found.topic, found.ours, found['ours, all asked'], found['ours, waves']];
    const pct = (share: number): string => (100 * share).toFixed(1);
    say(`| ${[name, pct(topic.covered), pct(ours.covered), (ours.covered / topic.covered).toFixed(3), (ours.signUps / topic.signUps).toFixed(3), (ours.early / topic.early).toFixed(3), waves.ruralToUrban.toFixed(3), pct(supply.rural), (waves.perPlace / all.perPlace).toFixed(3), `${waves.giniInvitations.toFixed(3)} / ${all.giniInvitations.toFixed(3)}`].join(' | ')} |`);
  }
}

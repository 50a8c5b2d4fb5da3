import { loadavg } from 'node:os';
import { firstWavePolicy, firstWeights, type WavePolicy, type WeightTable } from '@kepu/matching';
import { median, meets, rounded, spread, type Benchmark, type Outcome } from '../outcome.js';
import { assumed, type Assumptions } from './assumptions.js';
import { Eligibility } from './city.js';
import { measure, type Measures } from './measures.js';
import { readSeeds } from './seeds.js';
import { sensitivity } from './sensitivity.js';
import { simulate, type Policy } from './simulate.js';
import { supplyOf, type Supply } from './supply.js';
import { makeWorld } from './world.js';

/** Cities, each of a seed of its own. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
/** The first of them. */
const SEED = Number(process.env['BENCH_SEED'] ?? 1);

/** Ours without what the position needs: how well it fits the person and nothing else. */
const fitAlone: WeightTable = { ...firstWeights, need: 0, rural: 0, connections: 0 };
/** Waves by rank alone: no caps, and nobody looks at who was asked lately. */
const byRankAlone: WavePolicy = { ...firstWavePolicy, spread: 0, mostAWeek: Infinity, mostADay: Infinity };

/** Ours and what it is compared with. `ours` is the order alone; invitations stand on it. */
export const policies = {
  date: { listing: 'date', inviting: 'nobody' }, popularity: { listing: 'popularity', inviting: 'nobody' }, distance: { listing: 'distance', inviting: 'nobody' }, topic: { listing: 'topic', inviting: 'nobody' }, 'fit alone': { listing: 'ours', inviting: 'nobody', weights: fitAlone },
  ours: { listing: 'ours', inviting: 'nobody' }, 'topic, all asked': { listing: 'topic', inviting: 'broadcast' }, 'ours, all asked': { listing: 'ours', inviting: 'broadcast' }, 'ours, best asked': { listing: 'ours', inviting: 'waves', waves: byRankAlone },
  'ours, waves': { listing: 'ours', inviting: 'waves' }, 'ours, batch and waves': { listing: 'ours', inviting: 'batch' },
} as const satisfies Record<string, Policy>;
export type PolicyName = keyof typeof policies;
const names = Object.keys(policies) as PolicyName[];

/** Every policy that is asked for in one city, with what its supply allows. */
export function runCity(patch: Partial<Assumptions>, wanted: readonly PolicyName[] = names): { supply: Supply; found: Readonly<Record<PolicyName, Measures>> } {
  const world = makeWorld(readSeeds(), { ...assumed, ...patch });
  const eligibility = new Eligibility(world);
  return { found: Object.fromEntries(wanted.map((name) => [name, measure(simulate(world, eligibility, policies[name]))])) as Record<PolicyName, Measures>, supply: supplyOf(world, eligibility) };
}

/** At least this for shares, at most for the rest; the order alone against the topic alone, and waves against asking all. */
const goal = { early_pct: 1.08, covered_pct: 1.08, sign_ups_pct: 0.98, invitations_a_place: 0.5, gini_hours: 1, gini_invitations: 1 };
const RURAL_TO_URBAN = 0.9;

const tenth = (share: number): string => (100 * share).toFixed(1);
const row = (name: string, found: Measures): string => [
  name.padEnd(22), ...[found.early, found.covered, found.seats, found.taken, found.ruralToUrban, found.villagesToTowns].map((share) => tenth(share).padStart(6)), String(found.signUps).padStart(6), String(found.invitations).padStart(8), found.perPlace.toFixed(1).padStart(7),
  found.giniHours.toFixed(3), found.giniInvitations.toFixed(3), found.way.toFixed(1).padStart(5), tenth(found.serving).padStart(5),
].join(' ');

function run(say: (line: string) => void): Promise<Outcome> {
  const cities: ReturnType<typeof runCity>[] = [];
  say(`load average ${loadavg().map(rounded).join(' ')}`);
  for (let seed = SEED; seed < SEED + ROUNDS; seed++) {
    const city = runCity({ seed });
    cities.push(city);
    const { rural, urban, villages, towns, all } = city.supply;
    say(`city ${seed}: supply allows at most ${tenth(all)} % of the places that are needed, ${tenth(rural)} % outside the urban core and ${tenth(urban)} % in it, ${tenth(villages)} % in villages and ${tenth(towns)} % in towns`);
    say('                       early   full  seats  taken  rural village signups invited a place hours invit.   way serve');
    for (const name of names) say(row(name, city.found[name]));
  }
  const of = (name: PolicyName, key: keyof Measures): number => median(cities.map(({ found }) => found[name][key]));
  const ratios = (ours: PolicyName, theirs: PolicyName, key: keyof Measures): number[] => cities.map(({ found }) => found[ours][key] / found[theirs][key]);
  const compared: Readonly<Record<keyof typeof goal, readonly [PolicyName, PolicyName, keyof Measures]>> = {
    early_pct: ['ours', 'topic', 'early'], covered_pct: ['ours', 'topic', 'covered'], sign_ups_pct: ['ours', 'topic', 'signUps'], invitations_a_place: ['ours, waves', 'ours, all asked', 'perPlace'], gini_hours: ['ours, waves', 'topic', 'giniHours'], gini_invitations: ['ours, waves', 'ours, all asked', 'giniInvitations'],
  };
  const keys = Object.keys(compared) as (keyof typeof goal)[];
  for (const key of keys) say(`${key}: ${spread(ratios(...compared[key]))}`);
  const rural = cities.map(({ found }) => Math.min(found['ours, waves'].ruralToUrban, found['ours, waves'].villagesToTowns));
  const proven = cities.map(({ supply, found }) => Math.min(supply.rural / found['ours, waves'].urban, supply.villages / found['ours, waves'].towns));
  say(`rural to urban, the worse of both ways to draw the line: ${spread(rural)}; at most ${spread(proven)} with what supply allows`);
  const fair = median(rural) >= RURAL_TO_URBAN || median(proven) < RURAL_TO_URBAN;
  if (!fair) say(`rural to urban: goal at least ${RURAL_TO_URBAN}, or the proof that supply does not allow it`);
  if (process.env['BENCH_SENSITIVITY'] === '1') sensitivity(say, runCity);
  const scale = (key: keyof typeof goal): number => (key.endsWith('_pct') && key !== 'sign_ups_pct' ? 100 : 1);
  const side = (at: 0 | 1) => Object.fromEntries(keys.map((key) => [key, rounded(scale(key) * of(compared[key][at], compared[key][2]))]));
  const ratio = Object.fromEntries(keys.map((key) => [key, rounded(median(ratios(...compared[key])))]));
  return Promise.resolve({
    name: 'matching-fairness', goal, ratio, ours: { ...side(0), rural_to_urban_pct: rounded(100 * median(rural)) },
    alternative: { ...side(1), rural_to_urban_pct: rounded(100 * Math.min(of('topic', 'ruralToUrban'), of('topic', 'villagesToTowns'))) }, met: fair && keys.every((key) => meets(key, ratio[key], goal[key])),
  });
}

export const fairnessBenchmark: Benchmark = { name: 'matching-fairness', about: 'a simulated city: who finds what, who is asked, and whether villages get people; against list, popularity, distance and topic', run };

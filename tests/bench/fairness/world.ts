import { ageOn, weekParts } from '@kepu/domain';
import type { MatchingContext, PositionFacts, VolunteerFacts } from '@kepu/matching';
import { chance } from '../assign/city-week.js';
import type { Assumptions } from './assumptions.js';
import { residents, seatTowns, type CitySeeds } from './seeds.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** Monday, 2 March 2026, 0:00 in Shanghai. */
export const BEGIN = Date.parse('2026-03-02T00:00:00.000+08:00');
export const iso = (at: number): string => new Date(at).toISOString();
/** The civil date in Shanghai. */
export const dayOf = (at: number): string => iso(at + 8 * HOUR).slice(0, 10);

/** A place of the city: a township. */
export interface Place { readonly index: number; readonly county: string; readonly village: boolean; readonly fromSeat: number; readonly island: boolean; readonly mountain: boolean; readonly urbanCore: boolean }

/** Somebody: what the office knows (`facts`), and what only they know. */
export interface Person {
  readonly index: number;
  readonly facts: VolunteerFacts;
  readonly home: Place;
  /** When the person really has time, and how many services a week at most. */
  readonly free: string;
  readonly mostAWeek: number;
  readonly visits: number;
  readonly drive: number;
  readonly likes: ReadonlySet<string>;
  readonly invitationsOff: boolean;
}

/** A position to be filled. */
export interface Opening {
  readonly index: number;
  readonly facts: PositionFacts;
  readonly place: Place;
  readonly publishedAt: number;
  readonly startsAt: number;
  readonly minutes: number;
  readonly appeal: number;
}

/** The whole city, the same for all policies. */
export interface World {
  readonly assumptions: Assumptions;
  readonly people: readonly Person[];
  readonly openings: readonly Opening[];
  readonly places: readonly Place[];
  readonly until: number;
  readonly context: (now: number) => MatchingContext;
  /** Minutes that somebody really needs. */
  readonly way: (from: Place, to: Place) => number;
}

type Next = () => number;
const pick = <T>(next: Next, of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
function weighted<T>(next: Next, rows: readonly T[], weightOf: (row: T) => number): T {
  let left = next() * rows.reduce((sum, row) => sum + weightOf(row), 0);
  return rows.find((row) => (left -= weightOf(row)) < 0) ?? rows.at(-1)!;
}
/** Box and Muller. */
export const normal = (next: Next): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

function placesOf({ counties }: CitySeeds, next: Next): Place[] {
  const places: Omit<Place, 'index'>[] = counties.flatMap(({ code, townships, island, mountain, urbanCore }) => {
    const rows = townships.length > 0 ? townships : [{ name: '', kind: 'subdistrict' as const }];
    return rows.map(({ name, kind }) => {
      const village = kind !== 'subdistrict' && !seatTowns.has(name);
      return { county: code, village, fromSeat: Math.round(village ? (mountain ? 30 : 20) + (mountain ? 50 : 40) * next() : 5 + 15 * next()), island, mountain, urbanCore };
    });
  });
  return places.map((place, index) => ({ ...place, index }));
}

/** A place of a county, in its towns as often as that share of it. */
function somewhere(next: Next, places: readonly Place[], inTowns: number): Place {
  const [towns, villages] = [places.filter(({ village }) => !village), places.filter(({ village }) => village)];
  return villages.length === 0 || (towns.length > 0 && next() < inTowns) ? pick(next, towns) : pick(next, villages);
}

const flipped = (next: Next, signs: string, share: number): string => [...signs].map((sign) => (next() < share ? (sign === '1' ? '0' : '1') : sign)).join('');

function peopleOf(seeds: CitySeeds, { volunteers, visits, townsmen }: Assumptions, places: readonly Place[], next: Next): Person[] {
  const counties = Object.entries(residents).map(([code, [people, inTowns]]) => {
    const [towns, villages] = [people * (inTowns / 100) * townsmen, people * (1 - inTowns / 100)];
    return { code, weight: towns + villages, inTowns: towns / (towns + villages) };
  });
  return Array.from({ length: volunteers }, (_, index): Person => {
    const group = weighted(next, seeds.groups, ({ share }) => share);
    const { code } = weighted(next, group.counties ?? counties, ({ weight }) => weight);
    const home = somewhere(next, places.filter(({ county }) => county === code), counties.find((one) => one.code === code)!.inTowns);
    const time = pick(next, group.times);
    const known = group.times.filter((name) => name !== 'unsaid');
    const liked = new Set(Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(next, group.topics)));
    const served = next() < 0.5 ? 0 : 1 + Math.floor(next() * 8);
    const room = next();
    const year = 2025 - group.ages[0] - Math.floor(next() * (group.ages[1] - group.ages[0] + 1));
    return {
      index, home, likes: liked, visits: visits * Math.exp(normal(next) - 0.5), drive: 0.35 * normal(next), invitationsOff: next() < 0.05, mostAWeek: room < 0.5 ? 1 : room < 0.85 ? 2 : 3, free: flipped(next, seeds.times[time === 'unsaid' ? pick(next, known) : time]!, 0.1),
      facts: {
        id: `v${String(index).padStart(5, '0')}`, bornOn: `${year}-06-01`, guarded: false, occupation: group.occupation, countyCode: code, availability: seeds.times[time]!, travelLimit: pick(next, seeds.travelLimits), toIslands: next() < 0.35, toMountains: next() < 0.5,
        // One in seven says nothing of what they like.
        topicIds: next() < 0.15 ? [] : [...liked], credentials: group.occupation === 'medical' && next() < 0.7 ? [{ kindId: 'health-talk', seen: true, fromDay: '2020-01-01', toDay: null }] : [], memberships: [],
        pausedUntil: null, absences: [], monthlyHours: next() < 0.7 ? null : pick(next, [4, 8, 12]), frozen: false, personal: next() >= 0.03, held: [], kindsServed: served === 0 ? [] : [pick(next, seeds.templates).kind], services: served, missed: 0, recentMinutes: 0, monthMinutes: 0, lastAskedAt: null,
      },
    };
  });
}

function openingsOf(seeds: CitySeeds, { activities, warmWeeks, weeks, appeal }: Assumptions, places: readonly Place[], next: Next): Opening[] {
  const openings: Opening[] = [];
  const counties = [...seeds.shares];
  for (let activity = 0; activity < activities * (warmWeeks + weeks); activity++) {
    const template = pick(next, seeds.templates);
    const [code] = weighted(next, counties, ([, share]) => share);
    const place = somewhere(next, places.filter(({ county }) => county === code), residents[code]![1] / 100);
    const weekday = template.days === 'weekend' ? 5 + Math.floor(next() * 2) : template.days === 'weekday' ? Math.floor(next() * 5) : Math.floor(next() * 7);
    const [hour, minute] = template.startsAt.split(':').map(Number) as [number, number];
    const startsAt = BEGIN + WEEK * Math.floor(activity / activities) + DAY * weekday + HOUR * hour + 60_000 * minute;
    const [publishedAt, drawn] = [startsAt - DAY * (7 + Math.floor(next() * 15)), appeal * normal(next)];
    const [from, to] = [iso(startsAt), iso(startsAt + template.minutes * 60_000)];
    for (const post of template.positions) {
      const index = openings.length;
      openings.push({
        index, place, publishedAt, startsAt, minutes: template.minutes, appeal: drawn,
        facts: {
          id: `p${String(index).padStart(5, '0')}`, shiftId: `s${activity}`, activityId: `a${activity}`, activityTitle: `a${activity}`, kind: template.kind, open: true, startsAt: from, endsAt: to, day: dayOf(startsAt), weekParts: weekParts({ startsAt: from, endsAt: to }), countyCode: code,
          island: place.island, mountain: place.mountain, urbanCore: place.urbanCore, topicIds: template.topics, audienceIds: template.audiences, occupations: post.occupations, credentialIds: post.role === 'clinician' ? ['health-talk'] : [], poolIds: [], minAge: post.minAge, minors: false, dangerous: false,
          minimum: post.minimum, maximum: post.maximum, confirmed: 0, connections: 0,
        },
      });
    }
  }
  return openings;
}

/** Makes the city; the same assumptions make the same. */
export function makeWorld(seeds: CitySeeds, assumptions: Assumptions): World {
  const stream = (salt: number): Next => chance(assumptions.seed * 1000 + salt);
  const places = placesOf(seeds, stream(1));
  const ground = new Map(places.map(({ county, island, mountain }) => [county, { island, mountain }]));
  const flat = { island: false, mountain: false };
  const ages = new Map<string, Map<string, number>>();
  const age = (bornOn: string, day: string): number => {
    const ofDay = ages.get(day) ?? new Map<string, number>();
    if (ofDay.size === 0) ages.set(day, ofDay);
    const known = ofDay.get(bornOn) ?? ageOn(bornOn, day);
    ofDay.set(bornOn, known);
    return known;
  };
  let last: { readonly at: number; readonly context: MatchingContext } | null = null;
  const contextAt = (now: number): MatchingContext => ({
    now: iso(now), ageOn: age, adultAge: 18, minorBand: () => null, travel: (from, to) => (from === to ? 0 : seeds.minutes(from, to)), terrain: (code) => ground.get(code) ?? flat, parentTopic: (id) => seeds.parentTopic.get(id) ?? null, implied: (kindId) => new Set([kindId]),
    audienceFit: (occupation, audienceId) => seeds.fit[occupation]?.[audienceId] ?? 0,
  });
  return {
    assumptions, places, people: peopleOf(seeds, assumptions, places, stream(2)), openings: openingsOf(seeds, assumptions, places, stream(3)), until: BEGIN + WEEK * (assumptions.warmWeeks + assumptions.weeks),
    way: (from, to) => (from === to ? 10 : from.county === to.county ? Math.max(10, 0.8 * (from.fromSeat + to.fromSeat)) : seeds.minutes(from.county, to.county) + 0.5 * (from.fromSeat + to.fromSeat)),
    context: (now) => {
      if (last?.at !== now) last = { at: now, context: contextAt(now) };
      return last.context;
    },
  };
}

import type { Reason, ReasonCode, ScorePart } from '@kepu/contracts';
import { dayStart } from './blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts } from './facts.js';

const DAY_MS = 86_400_000;
/** Up to here a way is called near. */
const NEAR_MINUTES = 45;
/** From here on a word is true: it suits, many have signed up, much was served. Less counts all the same, but is not said. */
const WORTH_SAYING = 0.5;
/** As many services kept as everybody is taken to have behind them: who misses the first place loses a fifth, and not everything. */
const KEPT_BEFORE = 4;
/** However many were missed, so much is left: who comes again is found again. */
const LEAST_RELIABILITY = 0.5;
/** Minutes within 30 days from which on the load is full. */
const FULL_LOAD_MINUTES = 600;

/** A reason's code and what its sentence needs; topics and audiences by id, times as numbers of the week's parts. */
export interface Said {
  readonly code: ReasonCode;
  readonly params: Reason['params'];
}
type Value = (volunteer: VolunteerFacts, position: PositionFacts, context: MatchingContext) => number;
type Say = (volunteer: VolunteerFacts, position: PositionFacts, context: MatchingContext, value: number) => Said | null;

const said = (code: ReasonCode, params: Reason['params'] = {}): Said => ({ code, params });

/** How well topics of positions fit those that a person follows: 1 for the same or its whole field, a half for one beside it. */
export function topicFits(followed: readonly string[], parentOf: MatchingContext['parentTopic']): (topic: string) => number {
  const fields = followed.map(parentOf);
  return (topic) => {
    const parent = parentOf(topic);
    // Who follows a whole field follows what lies in it.
    if (followed.includes(topic) || (parent !== null && followed.includes(parent))) return 1;
    return fields.includes(parent ?? topic) ? 0.5 : 0;
  };
}

function highest(ids: readonly string[], valueOf: (id: string) => number): number {
  let value = 0;
  for (const id of ids) value = Math.max(value, valueOf(id));
  return value;
}
/** The smallest id of the best ones, so that the order of the input says nothing. */
const bestId = (ids: readonly string[], value: number, valueOf: (id: string) => number): string =>
  ids.filter((id) => valueOf(id) === value).reduce((a, b) => (b < a ? b : a));

/** How a part is made: whether it looks at the person, whether it is added or subtracted, whether it stands in no list that people read, its value, and what can truly be said of that. */
export interface PartRule {
  readonly personal: boolean;
  readonly sign: 1 | -1;
  readonly hidden?: true;
  readonly value: Value;
  readonly say: Say;
}

const topic: PartRule = {
  personal: true, sign: 1,
  value: ({ topicIds }, position, { parentTopic }) => highest(position.topicIds, topicFits(topicIds, parentTopic)),
  say: ({ topicIds }, position, { parentTopic }, value) => (value === 0 ? null
    : said(value === 1 ? 'topic_same' : 'topic_near', { topic: bestId(position.topicIds, value, topicFits(topicIds, parentTopic)) })),
};

const audience: PartRule = {
  personal: true, sign: 1,
  value: ({ occupation }, { audienceIds }, { audienceFit }) => highest(audienceIds, (id) => audienceFit(occupation, id)),
  say: ({ occupation }, { audienceIds }, { audienceFit }, value) =>
    (value >= WORTH_SAYING ? said('audience_fits', { audience: bestId(audienceIds, value, (id) => audienceFit(occupation, id)) }) : null),
};

const availability: PartRule = {
  personal: true, sign: 1,
  value: ({ availability: free }, { weekParts }) => (weekParts.length === 0 ? 0 : weekParts.filter((part) => free[part] === '1').length / weekParts.length),
  say: (_, { weekParts }, _context, value) => (value === 1 ? said('time_fits', { time: weekParts.join(',') }) : null),
};

/** By minutes of the way, null where nobody knows it, and the most that the person goes. */
export const travelValue = (minutes: number | null, travelLimit: number): number => (minutes === null ? 0 : Math.max(0, 1 - minutes / travelLimit));

const travel: PartRule = {
  personal: true, sign: 1,
  value: ({ countyCode, travelLimit }, position, context) => travelValue(context.travel(countyCode, position.countyCode), travelLimit),
  say: ({ countyCode }, position, context, value) => {
    const minutes = context.travel(countyCode, position.countyCode);
    if (minutes === null) return null;
    if (minutes === 0) return said('same_county');
    if (value === 0) return said('far', { minutes });
    return minutes <= NEAR_MINUTES ? said('near', { minutes }) : null;
  },
};

const wish: PartRule = {
  personal: true, sign: 1,
  value: ({ kindsServed, topicIds }, position, { parentTopic }) =>
    (kindsServed.includes(position.kind) || highest(position.topicIds, topicFits(topicIds, parentTopic)) === 1 ? 1 : 0),
  // A topic that was named is a wish too; the part `topic` says it.
  say: ({ kindsServed }, { kind }) => (kindsServed.includes(kind) ? said('wished') : null),
};

const growth: PartRule = {
  personal: true, sign: 1,
  value: ({ kindsServed }, { kind }) => (kindsServed.includes(kind) ? 0 : 1),
  // To who has not served at all, everything is new: that goes without saying.
  say: ({ kindsServed }, _, _context, value) => (value === 1 && kindsServed.length > 0 ? said('something_new') : null),
};

const missing = ({ minimum, confirmed }: PositionFacts): number => Math.max(0, minimum - confirmed);
const daysUntil = ({ day }: PositionFacts, now: string): number => Math.max(0, Math.ceil((dayStart(day) - Date.parse(now)) / DAY_MS));

/** Missing of the minimum × urgency, which is 1 on the day itself and a half a week before. */
const need: PartRule = {
  personal: false, sign: 1,
  value: (_, position, { now }) => (missing(position) === 0 ? 0 : missing(position) / position.minimum / (1 + daysUntil(position, now) / 7)),
  say: (_, position, { now }, value) => (value === 0 ? null : said('short_of_people', { count: missing(position), days: daysUntil(position, now) })),
};

/** Mountain and island counties first, then what lies outside of the urban core. */
const rural: PartRule = {
  personal: false, sign: 1,
  value: (_, { island, mountain, urbanCore }) => (island || mountain ? 1 : urbanCore ? 0 : 0.5),
  say: (_, _position, _context, value) => (value === 1 ? said('rural') : null),
};

const firstService: PartRule = {
  personal: true, sign: 1,
  value: ({ services }) => (services === 0 ? 1 : 0),
  say: (_, _position, _context, value) => (value === 1 ? said('first_service') : null),
};

const taken = ({ connections, maximum }: PositionFacts): number => connections / Math.max(1, maximum);

/** Passes 1 where far more have signed up than there are places. */
const connections: PartRule = {
  personal: false, sign: -1,
  value: (_, position) => Math.log(1 + taken(position)),
  say: (_, position) => (taken(position) >= WORTH_SAYING ? said('many_asked') : null),
};

/** By minutes served within 30 days. */
export const loadValue = (recentMinutes: number): number => Math.min(1, recentMinutes / FULL_LOAD_MINUTES);

const load: PartRule = {
  personal: true, sign: -1,
  value: ({ recentMinutes }) => loadValue(recentMinutes),
  say: ({ recentMinutes }, _, _context, value) => (value >= WORTH_SAYING ? said('served_much', { hours: Math.round(recentMinutes / 6) / 10 }) : null),
};

/** How many of their places somebody comes to, smoothed: 1 for who has missed none within a year, at least a half. */
export const reliabilityValue = (services: number, missed: number): number => Math.max(LEAST_RELIABILITY, (services + KEPT_BEFORE) / (services + KEPT_BEFORE + missed));

/** Nobody is shown how reliable anybody is taken to be, by a number or by an order: it counts where the machine chooses whom to ask, and is no mark. */
const reliability: PartRule = { personal: true, sign: 1, hidden: true, value: ({ services, missed }) => reliabilityValue(services, missed), say: () => null };

/** Every part of the score, in the order of contracts. */
export const parts: Readonly<Record<ScorePart, PartRule>> = { topic, audience, availability, travel, wish, growth, need, rural, first_service: firstService, connections, load, reliability };
/** Their names, in that order. */
export const partNames = Object.keys(parts) as ScorePart[];

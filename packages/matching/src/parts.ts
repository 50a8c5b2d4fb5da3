import type { Reason, ReasonCode, ScorePart } from '@kepu/contracts';
import { dayStart } from './blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts } from './facts.js';

const DAY_MS = 86_400_000;
/** Up to here a way is called near. */
const NEAR_MINUTES = 45;
/** From here on a word is true: it suits, many have signed up, much was served. Less counts all the same, but is not said. */
const WORTH_SAYING = 0.5;
/** Minutes within 30 days from which on the load is full. */
const FULL_LOAD_MINUTES = 600;

/** A reason's code and what its sentence needs; topics and audiences by id, times as numbers of the week's parts. */
export interface Said {
  readonly code: ReasonCode;
  readonly params: Reason['params'];
}
/** A part as it was seen: its value, and what can truly be said of it. */
export interface Seen {
  readonly value: number;
  readonly said: Said | null;
}
type See = (volunteer: VolunteerFacts, position: PositionFacts, context: MatchingContext) => Seen;

const seen = (value: number, code?: ReasonCode, params: Reason['params'] = {}): Seen => ({ value, said: code ? { code, params } : null });

/** The best of some ids; of equal ones the smallest id, so that the order of the input says nothing. */
function best(ids: readonly string[], valueOf: (id: string) => number): { value: number; id: string } {
  return ids.map((id) => ({ value: valueOf(id), id })).reduce((a, b) => (b.value > a.value || (b.value === a.value && b.id < a.id) ? b : a), { value: 0, id: '' });
}

function topicFit(topic: string, followed: readonly string[], parentOf: MatchingContext['parentTopic']): number {
  const parent = parentOf(topic);
  // Who follows a whole field follows what lies in it.
  if (followed.includes(topic) || (parent !== null && followed.includes(parent))) return 1;
  return followed.some((other) => parentOf(other) === (parent ?? topic)) ? 0.5 : 0;
}

const topic: See = ({ topicIds }, position, { parentTopic }) => {
  const { value, id } = best(position.topicIds, (one) => topicFit(one, topicIds, parentTopic));
  return value === 0 ? seen(0) : seen(value, value === 1 ? 'topic_same' : 'topic_near', { topic: id });
};

const audience: See = ({ occupation }, { audienceIds }, { audienceFit }) => {
  const { value, id } = best(audienceIds, (one) => audienceFit(occupation, one));
  return value >= WORTH_SAYING ? seen(value, 'audience_fits', { audience: id }) : seen(value);
};

const availability: See = ({ availability: free }, { weekParts }) => {
  const fitting = weekParts.filter((part) => free[part] === '1').length;
  if (fitting === 0) return seen(0);
  return fitting === weekParts.length ? seen(1, 'time_fits', { time: weekParts.join(',') }) : seen(fitting / weekParts.length);
};

const travel: See = ({ countyCode, travelLimit }, position, context) => {
  const minutes = context.travel(countyCode, position.countyCode);
  if (minutes === null) return seen(0);
  if (minutes === 0) return seen(1, 'same_county');
  const value = Math.max(0, 1 - minutes / travelLimit);
  if (value === 0) return seen(0, 'far', { minutes });
  return minutes <= NEAR_MINUTES ? seen(value, 'near', { minutes }) : seen(value);
};

const wish: See = ({ kindsServed, topicIds }, position, { parentTopic }) => {
  if (kindsServed.includes(position.kind)) return seen(1, 'wished');
  // A topic that was named is a wish too; the part `topic` says it.
  return seen(position.topicIds.some((one) => topicFit(one, topicIds, parentTopic) === 1) ? 1 : 0);
};

const growth: See = ({ kindsServed }, { kind }) => {
  if (kindsServed.includes(kind)) return seen(0);
  // To who has not served at all, everything is new: that goes without saying.
  return kindsServed.length > 0 ? seen(1, 'something_new') : seen(1);
};

/** Missing of the minimum × urgency, which is 1 on the day itself and a half a week before. */
const need: See = (_, { minimum, confirmed, day }, { now }) => {
  const count = Math.max(0, minimum - confirmed);
  if (count === 0) return seen(0);
  const days = Math.max(0, Math.ceil((dayStart(day) - Date.parse(now)) / DAY_MS));
  return seen(count / minimum / (1 + days / 7), 'short_of_people', { count, days });
};

/** Mountain and island counties first, then what lies outside of the urban core. */
const rural: See = (_, { island, mountain, urbanCore }) => (island || mountain ? seen(1, 'rural') : seen(urbanCore ? 0 : 0.5));

const firstService: See = ({ services }) => (services === 0 ? seen(1, 'first_service') : seen(0));

/** Passes 1 where far more have signed up than there are places. */
const connections: See = (_, position) => {
  const share = position.connections / Math.max(1, position.maximum);
  return share >= WORTH_SAYING ? seen(Math.log(1 + share), 'many_asked') : seen(Math.log(1 + share));
};

const load: See = ({ recentMinutes }) => {
  const value = Math.min(1, recentMinutes / FULL_LOAD_MINUTES);
  return value >= WORTH_SAYING ? seen(value, 'served_much', { hours: Math.round(recentMinutes / 6) / 10 }) : seen(value);
};

/** How a part is made: whether it looks at the person, and whether it is added or subtracted. */
export interface PartRule {
  readonly personal: boolean;
  readonly sign: 1 | -1;
  readonly see: See;
}
const rule = (personal: boolean, sign: 1 | -1, see: See): PartRule => ({ personal, sign, see });

/** Every part of the score, in the order of contracts. */
export const parts: Readonly<Record<ScorePart, PartRule>> = {
  topic: rule(true, 1, topic), audience: rule(true, 1, audience), availability: rule(true, 1, availability), travel: rule(true, 1, travel), wish: rule(true, 1, wish),
  growth: rule(true, 1, growth), need: rule(false, 1, need), rural: rule(false, 1, rural), first_service: rule(true, 1, firstService), connections: rule(false, -1, connections), load: rule(true, -1, load),
};
/** Their names, in that order. */
export const partNames = Object.keys(parts) as ScorePart[];

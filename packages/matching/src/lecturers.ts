import type { LecturerBlock, LecturerPart, LecturerReason, TalkLanguage } from '@kepu/contracts';
import type { Held } from './facts.js';

const MINUTE_MS = 60_000;
/** A way up to so many minutes is that of a neighbour. */
const NEIGHBOUR_MINUTES = 60;

/** A talk on a lecturer's menu. */
export interface TalkFacts {
  readonly id: string; readonly title: string; readonly topicIds: readonly string[]; readonly audienceIds: readonly string[]; readonly languages: readonly TalkLanguage[]; readonly minutes: number;
}
/** What is known of a lecturer. Instants are ISO 8601 in UTC, days civil dates in Asia/Shanghai. */
export interface LecturerFacts {
  readonly id: string; readonly countyCode: string; readonly townshipCode: string | null; readonly travelLimit: number; readonly toIslands: boolean; readonly toMountains: boolean; readonly pausedUntil: string | null; readonly frozen: boolean;
  /** The real name was given. */
  readonly checked: boolean;
  /** Topics that the person follows. */
  readonly topicIds: readonly string[];
  readonly talks: readonly TalkFacts[];
  readonly held: readonly Held[];
  /** The mean of all grades, 1 to 5; null where nobody rated. */
  readonly rating: { readonly average: number; readonly count: number } | null;
  /** Orders accepted within the last 90 days, and those of the month of this one. */
  readonly recentOrders: number; readonly monthOrders: number; readonly lastOrderAt: string | null;
  /** An item of the person's unit lags behind. */
  readonly lags: boolean;
  /** Was asked for this order already, whatever the answer. */
  readonly asked: boolean;
}
/** What is known of an order, for one date of it. */
export interface OrderFacts {
  readonly talkIds: readonly string[]; readonly topicIds: readonly string[]; readonly audienceIds: readonly string[]; readonly language: TalkLanguage | null; readonly countyCode: string; readonly townshipCode: string | null; readonly island: boolean; readonly mountain: boolean; readonly minors: boolean;
  readonly startsAt: string; readonly endsAt: string; readonly day: string;
}
/** What both are looked at with. `most`: the points that each part gives at most. */
export interface LecturerContext {
  readonly most: Readonly<Record<LecturerPart, number>>; readonly monthlyCap: number;
  /** Minutes between the seats of two counties; null where nobody knows. */
  readonly travel: (from: string, to: string) => number | null;
  readonly parentTopic: (id: string) => string | null;
}
type Params = Readonly<Record<string, string | number>>;
/** A part of the score with what can truly be said of it. */
export interface LecturerPartScore { readonly part: LecturerPart; readonly points: number; readonly most: number; readonly reason: LecturerReason; readonly params: Params }
/** Why somebody cannot take it. */
export interface LecturerBlocked { readonly code: LecturerBlock; readonly params: Params }
/** A lecturer in the ranking. */
export interface RankedLecturer { readonly lecturer: LecturerFacts; readonly score: number; readonly parts: readonly LecturerPartScore[]; readonly blocks: readonly LecturerBlocked[]; readonly talk: TalkFacts | null }

/** How near two topics are: the same or a whole field with one of it 1, two of one field a half, else 0. */
const nearness = (wanted: string, offered: string, parent: LecturerContext['parentTopic']): number => {
  if (wanted === offered || parent(offered) === wanted || parent(wanted) === offered) return 1;
  return parent(wanted) !== null && parent(wanted) === parent(offered) ? 0.5 : 0;
};
const best = (wanted: readonly string[], offered: readonly string[], parent: LecturerContext['parentTopic']): number =>
  wanted.reduce((most, one) => offered.reduce((inner, other) => Math.max(inner, nearness(one, other, parent)), most), 0);
const common = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

interface Part { readonly value: number; readonly reason: LecturerReason; readonly params?: Params }
type Rule = (lecturer: LecturerFacts, order: OrderFacts, context: LecturerContext) => Part;

const topic: Rule = ({ talks, topicIds }, order, { parentTopic }) => {
  const own = talks.find(({ id }) => order.talkIds.includes(id));
  if (own) return { value: 1, reason: 'own_talk', params: { title: own.title } };
  if (order.topicIds.length === 0) return { value: 0.5, reason: 'nothing_asked' };
  const fit = Math.max(best(order.topicIds, talks.flatMap((talk) => talk.topicIds), parentTopic), best(order.topicIds, topicIds, parentTopic));
  return fit === 1 ? { value: 0.8, reason: 'topic_same' } : fit > 0 ? { value: 0.4, reason: 'topic_near' } : { value: 0, reason: 'topic_other' };
};
const area: Rule = (lecturer, order, { travel }) => {
  if (lecturer.countyCode === order.countyCode) return lecturer.townshipCode !== null && lecturer.townshipCode === order.townshipCode ? { value: 1, reason: 'same_township' } : { value: 0.75, reason: 'same_county' };
  const minutes = travel(lecturer.countyCode, order.countyCode);
  return minutes !== null && minutes <= NEIGHBOUR_MINUTES ? { value: 0.4, reason: 'neighbour', params: { minutes } } : { value: 0, reason: 'elsewhere' };
};
const audience: Rule = ({ talks }, order) => {
  if (order.audienceIds.length === 0 && order.language === null) return { value: 1, reason: 'nothing_asked' };
  const people = order.audienceIds.length === 0 || talks.some((talk) => common(talk.audienceIds, order.audienceIds));
  const { language } = order;
  const speaks = language === null || talks.some((talk) => talk.languages.includes(language));
  const value = (people ? 0.5 : 0) + (speaks ? 0.5 : 0);
  return { value, reason: people && speaks ? 'audience_and_language' : people ? 'audience_fits' : speaks ? 'language_fits' : 'nothing_known' };
};
const rating: Rule = ({ rating: given }) =>
  given === null ? { value: 0.5, reason: 'not_rated' } : { value: (given.average - 1) / 4, reason: 'rated', params: { average: Math.round(given.average * 10) / 10, count: given.count } };
const fairness: Rule = ({ recentOrders }) =>
  recentOrders === 0 ? { value: 1, reason: 'no_orders_lately' } : { value: 1 / (1 + recentOrders), reason: 'orders_lately', params: { count: recentOrders } };
const lagging: Rule = ({ lags }) => ({ value: lags ? 1 : 0, reason: lags ? 'lags' : 'no_lag' });

const rules: Readonly<Record<LecturerPart, Rule>> = { topic, area, audience, rating, fairness, lagging };
const partNames = Object.keys(rules) as LecturerPart[];
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The score of a lecturer, 0 to the sum of `most`, with all its parts. */
export function scoreLecturer(lecturer: LecturerFacts, order: OrderFacts, context: LecturerContext): { score: number; parts: LecturerPartScore[] } {
  const parts = partNames.map((part): LecturerPartScore => {
    const { value, reason, params = {} } = rules[part](lecturer, order, context);
    return { part, points: tenth(value * context.most[part]), most: context.most[part], reason, params };
  });
  return { score: tenth(parts.reduce((sum, { points }) => sum + points, 0)), parts };
}

/** Why a lecturer cannot take an order on that date: empty for who can. A way that nobody knows blocks nothing. */
export function lecturerBlocks(lecturer: LecturerFacts, order: OrderFacts, context: LecturerContext): LecturerBlocked[] {
  const blocks: LecturerBlocked[] = [];
  const add = (code: LecturerBlock, params: Params = {}) => blocks.push({ code, params });
  if (topic(lecturer, order, context).value === 0) add('topic');
  const clash = lecturer.held.find((place) => {
    const way = context.travel(place.countyCode, order.countyCode) ?? 0;
    return Math.max(Date.parse(place.startsAt) - Date.parse(order.endsAt), Date.parse(order.startsAt) - Date.parse(place.endsAt)) < way * MINUTE_MS;
  });
  if (clash) add('busy', { title: clash.activityTitle });
  if (lecturer.pausedUntil !== null && order.day <= lecturer.pausedUntil) add('paused', { day: lecturer.pausedUntil });
  if (lecturer.frozen) add('frozen');
  const minutes = context.travel(lecturer.countyCode, order.countyCode);
  if (minutes !== null && minutes > lecturer.travelLimit) add('too_far', { minutes, limit: lecturer.travelLimit });
  const away = lecturer.countyCode !== order.countyCode;
  if (away && order.island && !lecturer.toIslands) add('island');
  if (away && order.mountain && !lecturer.toMountains) add('mountain');
  if (lecturer.monthOrders >= context.monthlyCap) add('monthly_cap', { count: lecturer.monthOrders });
  if (order.minors && !lecturer.checked) add('unchecked');
  const { language } = order;
  if (language !== null && lecturer.talks.length > 0 && !lecturer.talks.some((talk) => talk.languages.includes(language))) add('language', { language });
  if (lecturer.asked) add('asked');
  return blocks;
}

/** The talk of a lecturer that an order would get: one that it names, else the nearest by topic, audience and language; null where no talk fits. */
export function talkFor(lecturer: LecturerFacts, order: OrderFacts, { parentTopic }: LecturerContext): TalkFacts | null {
  const worth = (talk: TalkFacts): number => {
    if (order.talkIds.includes(talk.id)) return 100;
    const fit = order.topicIds.length === 0 ? 0.5 : best(order.topicIds, talk.topicIds, parentTopic);
    if (fit === 0) return 0;
    return fit * 10 + (common(talk.audienceIds, order.audienceIds) ? 2 : 0) + (order.language !== null && talk.languages.includes(order.language) ? 1 : 0);
  };
  const [first] = lecturer.talks.map((talk) => ({ talk, worth: worth(talk) })).filter((one) => one.worth > 0).sort((a, b) => b.worth - a.worth || (a.talk.id < b.talk.id ? -1 : 1));
  return first?.talk ?? null;
}

/** Who can, the most points first, and after them who cannot. Of equals the one who has waited longest for an order is first. */
export function rankLecturers(lecturers: readonly LecturerFacts[], order: OrderFacts, context: LecturerContext): RankedLecturer[] {
  return lecturers.map((lecturer): RankedLecturer => ({ lecturer, ...scoreLecturer(lecturer, order, context), blocks: lecturerBlocks(lecturer, order, context), talk: talkFor(lecturer, order, context) }))
    .sort((a, b) => Number(a.blocks.length > 0) - Number(b.blocks.length > 0) || b.score - a.score || byWait(a.lecturer, b.lecturer));
}
const byWait = (a: LecturerFacts, b: LecturerFacts): number => {
  const [first, second] = [a.lastOrderAt ?? '', b.lastOrderAt ?? ''];
  return first === second ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : first < second ? -1 : 1;
};

import { occupations, activityKinds } from '@kepu/contracts';
import { ageOn, civilDate, dayNumber } from '@kepu/domain';
import { firstWeights, REST_MINUTES, score, type MatchingContext, type PositionFacts, type Standing, type VolunteerFacts } from '@kepu/matching';
import { context, countyCodes, kindIds, NOW, topicIds } from './city.js';

const MINUTE_MS = 60_000;
const SHANGHAI_MS = 8 * 3_600_000;
/** Signs of the column `side`: what the other tables have of a person. */
const side = { held: 1, absences: 2, credentials: 4 } as const;

/** What a database knows of a person: one row of numbers and masks, and rows of three other tables. */
export interface Rows { readonly volunteer: readonly (number | string | null)[]; readonly credentials: number[][]; readonly absences: number[][]; readonly held: number[][] }
const dayOf = (instant: string): number => Math.floor((Date.parse(instant) + SHANGHAI_MS) / 86_400_000);
const bits = (set: readonly number[]): number => set.reduce((sum, bit) => sum + 2 ** bit, 0);

/** Columns of `volunteers`; topics as two masks, for no number of JavaScript holds 57 bits. */
export const columns = [
  'n', 'id', 'able', 'personal', 'county', 'occupation', 'born', 'travel', 'islands', 'mountains', 'topics0', 'topics1', 'free', 'served', 'services', 'missed', 'recent', 'month', 'asked', 'paused', 'silent', 'hours', 'seen', 'side',
] as const;
const HALF = 30;

export function rowsOf(n: number, { facts, silentFrom }: Standing): Rows {
  const topics = facts.topicIds.map((id) => topicIds.indexOf(id));
  const kinds = facts.credentials.filter(({ seen }) => seen).map(({ kindId }) => kindIds.indexOf(kindId));
  return {
    volunteer: [
      n, facts.id, facts.frozen ? 0 : 1, facts.personal ? 1 : 0, countyCodes.indexOf(facts.countyCode), occupations.indexOf(facts.occupation), dayNumber(facts.bornOn), facts.travelLimit, facts.toIslands ? 1 : 0, facts.toMountains ? 1 : 0,
      bits(topics.filter((topic) => topic < HALF)), bits(topics.filter((topic) => topic >= HALF).map((topic) => topic - HALF)), bits([...facts.availability].flatMap((sign, part) => (sign === '1' ? [part] : []))),
      bits(facts.kindsServed.map((kind) => activityKinds.indexOf(kind))), facts.services, facts.missed, facts.recentMinutes, facts.monthMinutes, facts.personal && facts.lastAskedAt !== null ? Date.parse(facts.lastAskedAt) : 0,
      facts.pausedUntil === null ? 0 : dayNumber(facts.pausedUntil), silentFrom === null ? 1_000_000 : dayNumber(silentFrom), facts.monthlyHours, bits([...new Set(kinds)]),
      (facts.held.length > 0 ? side.held : 0) | (facts.absences.length > 0 ? side.absences : 0) | (facts.credentials.length > 0 ? side.credentials : 0),
    ],
    credentials: facts.credentials.filter(({ seen }) => seen).map(({ kindId, fromDay, toDay }) => [n, kindIds.indexOf(kindId), dayNumber(fromDay), toDay === null ? 1_000_000 : dayNumber(toDay)]),
    absences: facts.absences.map(({ from, to }) => [n, dayNumber(from), dayNumber(to)]),
    held: facts.held.map(({ startsAt, endsAt, countyCode }) => [n, Date.parse(startsAt) / MINUTE_MS, Date.parse(endsAt) / MINUTE_MS, countyCodes.indexOf(countyCode), dayOf(startsAt)]),
  };
}

/** The tables, and the best index for all of the questions: what is filtered by first, then all that is looked at, so that no row of the table itself is read. */
export const schema = {
  volunteers: `CREATE TABLE volunteers (n INTEGER PRIMARY KEY, id CHAR(36) NOT NULL, able SMALLINT NOT NULL, personal SMALLINT NOT NULL, county SMALLINT NOT NULL, occupation SMALLINT NOT NULL, born INTEGER NOT NULL, travel SMALLINT NOT NULL, islands SMALLINT NOT NULL, mountains SMALLINT NOT NULL,
    topics0 INTEGER NOT NULL, topics1 INTEGER NOT NULL, free INTEGER NOT NULL, served SMALLINT NOT NULL, services SMALLINT NOT NULL, missed SMALLINT NOT NULL, recent SMALLINT NOT NULL, month SMALLINT NOT NULL, asked BIGINT NOT NULL, paused INTEGER NOT NULL, silent INTEGER NOT NULL, hours SMALLINT, seen INTEGER NOT NULL, side SMALLINT NOT NULL)`,
  credentials: 'CREATE TABLE credentials (v INTEGER NOT NULL, kind SMALLINT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL)',
  absences: 'CREATE TABLE absences (v INTEGER NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL)',
  held: 'CREATE TABLE held (v INTEGER NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, county SMALLINT NOT NULL, day INTEGER NOT NULL)',
} as const;
export const indexes = [
  `CREATE INDEX volunteers_cover ON volunteers (occupation, county, ${columns.filter((name) => !['n', 'occupation', 'county', 'able'].includes(name)).join(', ')}, able)`,
  'CREATE INDEX credentials_of ON credentials (v, kind, starts, ends)', 'CREATE INDEX absences_of ON absences (v, starts, ends)', 'CREATE INDEX held_of ON held (v, starts, ends, county, day)',
];

const nobody: VolunteerFacts = {
  id: '', bornOn: '1980-01-01', guarded: false, occupation: 'other', credentials: [], memberships: [], countyCode: '', topicIds: [], availability: '0'.repeat(21), travelLimit: 60, toIslands: false, toMountains: false, pausedUntil: null, absences: [], monthlyHours: null,
  frozen: false, personal: true, held: [], kindsServed: [], services: 1, missed: 0, recentMinutes: 0, monthMinutes: 0, lastAskedAt: null,
};

/** A number as a literal that both databases read as a double of just that value. */
const real = (value: number): string => { const text = String(value); return /e/.test(text) ? text : `${text}e0`; };
const choose = (column: string, options: readonly (readonly [number, string])[], other = '0e0'): string => (options.length === 0 ? other : `CASE ${column} ${options.map(([code, text]) => `WHEN ${code} THEN ${text}`).join(' ')} ELSE ${other} END`);

/** Day number of birth from which on somebody is younger than an age on a day. */
function bornAfter(age: number, day: string): number {
  let born = dayNumber(day) - Math.round(age * 365.2425) - 3;
  while (ageOn(civilDate(born), day) >= age) born++;
  return born;
}

/** The best for a position that adults may have, as one statement: all rules, the whole score added in the order of its parts, and ties as everywhere. */
export function statementFor(position: PositionFacts, limit: number, given: MatchingContext = context, hint = ''): string {
  const weights = firstWeights;
  const pointsOf = (part: string, person: VolunteerFacts): number => score(person, position, weights, given).parts.find((one) => one.part === part)?.points ?? 0;
  const day = dayNumber(position.day);
  const [start, end] = [Date.parse(position.startsAt) / MINUTE_MS, Date.parse(position.endsAt) / MINUTE_MS];
  const ways = countyCodes.map((code) => given.travel(code, position.countyCode));
  const masks = (level: number): [number, number] => {
    const codes = topicIds.flatMap((id, code) => (score({ ...nobody, topicIds: [id] }, position, weights, given).parts.find(({ part }) => part === 'topic')?.value === level ? [code] : []));
    return [bits(codes.filter((code) => code < HALF)), bits(codes.filter((code) => code >= HALF).map((code) => code - HALF))];
  };
  const follows = ([low, high]: [number, number]): string => `((v.topics0 & ${low}) <> 0 OR (v.topics1 & ${high}) <> 0)`;
  const [same, near] = [masks(1), masks(0.5)];
  const kind = 2 ** activityKinds.indexOf(position.kind);
  const parts = position.weekParts.map((part) => `((v.free >> ${part}) & 1)`).join(' + ');
  const free = position.weekParts.map((_, count) => [count + 1, real(((count + 1) / position.weekParts.length) * weights.availability)] as const);
  const common = ['need', 'rural', 'connections'].map((part) => pointsOf(part, nobody));
  const personal = [
    `CASE WHEN ${follows(same)} THEN ${real(weights.topic)} WHEN ${follows(near)} THEN ${real(0.5 * weights.topic)} ELSE 0e0 END`,
    choose('v.occupation', occupations.map((occupation, code) => [code, real(pointsOf('audience', { ...nobody, occupation }))] as const)),
    choose(`(${parts})`, free),
    choose('v.county', ways.flatMap((minutes, county) => (minutes === null ? [] : [[county, `(CASE WHEN v.travel > ${minutes} THEN (1e0 - ${real(minutes)} / v.travel) * ${real(weights.travel)} ELSE 0e0 END)`] as const]))),
    `CASE WHEN (v.served & ${kind}) <> 0 OR ${follows(same)} THEN ${real(weights.wish)} ELSE 0e0 END`, `CASE WHEN (v.served & ${kind}) <> 0 THEN 0e0 ELSE ${real(weights.growth)} END`, real(common[0]!), real(common[1]!),
    `CASE WHEN v.services = 0 THEN ${real(weights.first_service)} ELSE 0e0 END`, `(${real(common[2]!)})`, `(CASE WHEN v.recent >= 600 THEN 1e0 ELSE v.recent / 600e0 END) * (${real(-weights.load)})`,
    `(CASE WHEN v.missed = 0 THEN 1e0 WHEN v.missed >= v.services + 4 THEN 5e-1 ELSE (v.services + 4e0) / (v.services + 4e0 + v.missed) END) * ${real(weights.reliability)}`,
  ];
  const home = countyCodes.indexOf(position.countyCode);
  const ground = (sign: boolean, kindOf: 'island' | 'mountain', column: string): string[] => (sign ? [`(v.${column} = 1${given.terrain(position.countyCode)[kindOf] ? ` OR v.county = ${home}` : ''})`] : []);
  const demanded = position.credentialIds.map((kindId) => kindIds.flatMap((held, code) => (given.implied(held).has(kindId) ? [code] : [])));
  const heldWay = choose('h.county', ways.flatMap((minutes, county) => (minutes === null ? [] : [[county, String(minutes)] as const])), '0');
  const minutes = end - start;
  const month = position.day.slice(0, 7);
  const monthFrom = dayNumber(`${month}-01`);
  const monthTo = dayNumber(civilDate(monthFrom + 31).slice(0, 7) + '-01');
  const thisMonth = civilDate(dayOf(NOW)).slice(0, 7) === month;
  const youngest = bornAfter(Math.max(given.adultAge, position.minAge ?? 0), position.day);
  const reach = ways.flatMap((way, county) => (way === null ? [`v.county = ${county}`] : [`(v.county = ${county} AND v.travel >= ${way})`]));
  const where = [
    'v.able = 1', ...(position.occupations.length > 0 ? [`v.occupation IN (${position.occupations.map((one) => occupations.indexOf(one)).join(', ')})`] : []), `v.born < ${youngest}`, `(${reach.join(' OR ')})`, `v.paused < ${day}`, `v.silent > ${dayOf(NOW)}`,
    ...ground(position.island, 'island', 'islands'), ...ground(position.mountain, 'mountain', 'mountains'),
    ...demanded.flatMap((codes) => [`(v.seen & ${bits(codes)}) <> 0`, `EXISTS (SELECT 1 FROM credentials c WHERE c.v = v.n AND c.kind IN (${codes.join(', ')}) AND c.starts <= ${day} AND c.ends >= ${day})`]),
    `((v.side & ${side.absences}) = 0 OR NOT EXISTS (SELECT 1 FROM absences a WHERE a.v = v.n AND a.starts <= ${day} AND a.ends >= ${day}))`,
    // Nothing overlaps or lies nearer than the way, or of another day nearer than a night; places of one day add up to eight hours at most, unless it is the only one.
    `((v.side & ${side.held}) = 0 OR (NOT EXISTS (SELECT 1 FROM held h WHERE h.v = v.n AND h.starts < ${end} + ${heldWay} AND h.ends > ${start} - ${heldWay})
      AND NOT EXISTS (SELECT 1 FROM held h WHERE h.v = v.n AND h.day <> ${day} AND h.starts < ${end} + ${REST_MINUTES} AND h.ends > ${start} - ${REST_MINUTES})
      AND COALESCE((SELECT SUM(h.ends - h.starts) FROM held h WHERE h.v = v.n AND h.day = ${day}), -1000000) + ${minutes} <= 480))`,
    `(v.hours IS NULL OR ${thisMonth ? 'v.month' : '0'} + ${minutes} + (CASE WHEN (v.side & ${side.held}) = 0 THEN 0 ELSE COALESCE((SELECT SUM(h.ends - h.starts) FROM held h WHERE h.v = v.n AND h.day >= ${monthFrom} AND h.day < ${monthTo}), 0) END) <= v.hours * 60)`,
  ];
  return `SELECT v.id AS id, CASE WHEN v.personal = 1 THEN ${personal.join(' + ')} ELSE ${common.map((points) => `(${real(points)})`).join(' + ')} END AS score FROM volunteers v ${hint} WHERE ${where.join(' AND ')} ORDER BY score DESC, v.asked, v.id LIMIT ${limit}`;
}

import type { ActivityKind, Occupation } from '@kepu/contracts';
import fc from 'fast-check';
import type { Held, MatchingContext, PositionFacts, VolunteerFacts } from '../src/facts.js';

/** A small city: three counties, of which one is an island and one a mountain; two fields with two topics each. */
const counties = ['330302', '330305', '330329', '330999'] as const;
const minutes: Readonly<Record<string, number>> = { '330302 330305': 105, '330302 330329': 40, '330305 330329': 60 };
const parents: Readonly<Record<string, string>> = { crops: 'farming', livestock: 'farming', eyes: 'health', hearts: 'health' };
const topicIds = ['crops', 'eyes', 'farming', 'health', 'hearts', 'livestock'] as const;
const audienceIds = ['elderly', 'farmers', 'pupils'] as const;
const kinds: readonly ActivityKind[] = ['lecture', 'outreach', 'consultation'];
const occupations: readonly Occupation[] = ['teacher', 'medical', 'agronomist'];

/** Saturday, 28 November 2026, 8:00 in Shanghai. */
export const NOW = '2026-11-28T00:00:00.000Z';
const HOUR_MS = 3_600_000;
export const at = (hours: number): string => new Date(Date.parse(NOW) + hours * HOUR_MS).toISOString();
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 8 * HOUR_MS).toISOString().slice(0, 10);

export const context: MatchingContext = {
  now: NOW, adultAge: 18,
  minorBand: (age) => (age < 8 || age > 17 ? null : { fromAge: age < 14 ? 8 : 14, toAge: age < 14 ? 13 : 17, registersAlone: age > 13, accompanied: age < 14, mostMinutes: age < 14 ? 180 : 360, latestHour: age < 14 ? 19 : 20 }),
  ageOn: (bornOn, day) => Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0),
  // Nothing is known of the ways to 330999.
  travel: (from, to) => (from === to ? 0 : (minutes[[from, to].sort().join(' ')] ?? null)),
  terrain: (code) => ({ island: code === '330305', mountain: code === '330329' }),
  parentTopic: (id) => parents[id] ?? null,
  implied: (kindId) => new Set({ chief: ['chief', 'physician', 'health'], physician: ['physician', 'health'] }[kindId] ?? [kindId]),
  audienceFit: (occupation, id) => (({ teacher: 'pupils', medical: 'elderly', agronomist: 'farmers' } as Record<string, string>)[occupation] === id ? 1 : 0.2),
};

/** Somebody who may nearly everything. */
export const volunteer = (patch: Partial<VolunteerFacts> = {}): VolunteerFacts => ({
  id: 'v1', bornOn: '1990-05-01', guarded: false, occupation: 'teacher', credentials: [], memberships: [], countyCode: '330302', topicIds: [], availability: '0'.repeat(21), travelLimit: 60, toIslands: false, toMountains: true, pausedUntil: null, absences: [], monthlyHours: null, frozen: false,
  personal: true, held: [], kindsServed: [], services: 0, missed: 0, recentMinutes: 0, monthMinutes: 0, lastAskedAt: null, ...patch,
});

/** A place at a lecture in the middle of the city, a week from now, from 9:00 to 11:00. */
export const position = (patch: Partial<PositionFacts> = {}): PositionFacts => {
  const startsAt = patch.startsAt ?? at(7 * 24 + 1);
  return {
    id: 'p1', shiftId: 's1', activityId: 'a1', activityTitle: '科学课堂', kind: 'lecture', open: true, startsAt, endsAt: new Date(Date.parse(startsAt) + 2 * HOUR_MS).toISOString(), day: dayOf(startsAt),
    weekParts: [15], countyCode: '330302', island: false, mountain: false, urbanCore: true, topicIds: [], audienceIds: [], occupations: [], credentialIds: [], poolIds: [], minAge: null, minors: false, dangerous: false, minimum: 0, maximum: 4, confirmed: 0,
    connections: 0, ...patch,
  };
};

export const held = (from: number, hours: number, patch: Partial<Held> = {}): Held => ({ activityTitle: '义诊', startsAt: at(from), endsAt: at(from + hours), countyCode: '330302', ...patch });

const subset = <T>(of: readonly T[]) => fc.subarray([...of]);
const anyHeld = fc.record({ from: fc.integer({ min: -10, max: 400 }), hours: fc.integer({ min: 1, max: 9 }), countyCode: fc.constantFrom(...counties), activityTitle: fc.constantFrom('义诊', '讲座', '展览') })
  .map(({ from, hours, ...rest }) => held(from, hours, rest));

/** A certificate of any kind, seen or not, over or not. */
export const anyCredential = fc.record({ kindId: fc.constantFrom('chief', 'physician', 'health', 'teacher'), seen: fc.boolean(), fromDay: fc.constantFrom('2020-01-01', '2026-12-01'), toDay: fc.option(fc.constantFrom('2026-11-30', '2026-12-10', '2027-12-31')) });

/** A term in a pool, over or not. */
export const anyMembership = fc.record({ poolId: fc.constantFrom('lecturers', 'envoys'), fromDay: fc.constantFrom('2020-01-01', '2026-12-01'), toDay: fc.option(fc.constantFrom('2026-11-30', '2026-12-10', '2027-12-31')) });

/** What belongs to the person and orders suggestions, without being asked by any hard rule. */
export const features = fc.record({
  topicIds: subset(topicIds), availability: fc.array(fc.constantFrom('0', '1'), { minLength: 21, maxLength: 21 }).map((signs) => signs.join('')), kindsServed: subset(kinds), services: fc.nat(5), missed: fc.oneof(fc.constant(0), fc.nat(9)),
  recentMinutes: fc.nat(1500), lastAskedAt: fc.option(fc.integer({ min: -400, max: 0 }).map(at)),
});

/** Anybody, without an id. */
export const anybody = fc.record({
  frozen: fc.integer({ min: 0, max: 19 }).map((sign) => sign === 0),
  bornOn: fc.constantFrom('1950-01-01', '1990-05-01', '2008-11-29', '2009-06-01', '2013-05-01', '2020-05-01'), guarded: fc.boolean(), occupation: fc.constantFrom(...occupations), countyCode: fc.constantFrom(...counties),
  travelLimit: fc.constantFrom(15, 40, 60, 105, 240), toIslands: fc.boolean(), toMountains: fc.boolean(), pausedUntil: fc.option(fc.constantFrom('2026-11-28', '2026-12-05', '2027-01-01')), monthlyHours: fc.option(fc.constantFrom(2, 8, 40)), monthMinutes: fc.nat(2400),
  absences: fc.array(fc.constantFrom({ from: '2026-11-20', to: '2026-12-06' }, { from: '2026-12-05', to: '2026-12-05' }, { from: '2026-12-06', to: '2026-12-10' }), { maxLength: 2 }),
  credentials: fc.array(anyCredential, { maxLength: 3 }), memberships: fc.array(anyMembership, { maxLength: 2 }), personal: fc.boolean(), held: fc.array(anyHeld, { maxLength: 3 }), more: features,
}).map(({ more, ...rest }) => volunteer({ ...rest, ...more }));

/** Any position, without ids. */
export const anywhere = fc.record({
  from: fc.integer({ min: -5, max: 400 }), hours: fc.integer({ min: 1, max: 9 }), kind: fc.constantFrom(...kinds), open: fc.boolean(), countyCode: fc.constantFrom(...counties), urbanCore: fc.boolean(),
  topicIds: subset(topicIds), audienceIds: subset(audienceIds), occupations: fc.oneof(fc.constant([]), subset(occupations)), credentialIds: fc.oneof(fc.constant([]), fc.constant([]), subset(['health', 'physician'] as const)), poolIds: fc.oneof(fc.constant([]), fc.constant([]), subset(['lecturers', 'envoys'] as const)), minAge: fc.option(fc.constantFrom(18, 60)), minors: fc.boolean(), dangerous: fc.boolean(), minimum: fc.nat(5), room: fc.nat(5),
  confirmed: fc.nat(5), connections: fc.nat(40), weekParts: subset(Array.from({ length: 21 }, (_, part) => part)),
}).map(({ from, hours, minimum, room, ...rest }) => position({
  ...rest, startsAt: at(from), endsAt: at(from + hours), minimum, maximum: Math.max(1, minimum + room), island: rest.countyCode === '330305', mountain: rest.countyCode === '330329',
}));

const named = <T extends { id: string }>(letter: string, rows: readonly T[]): T[] => rows.map((row, index) => ({ ...row, id: `${letter}${String(index).padStart(2, '0')}` }));
/** A crowd, each with an id. */
export const crowd = fc.array(anybody, { maxLength: 12 }).map((rows) => named('v', rows));
/** Positions of a few activities. */
export const offer = fc.array(fc.tuple(anywhere, fc.nat(4)), { maxLength: 12 }).map((rows) => named('p', rows.map(([row, activity]) => ({ ...row, activityId: `a${activity}` }))));

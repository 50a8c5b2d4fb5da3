import { blockCodes, type BlockCode } from '@kepu/contracts';
import { flatLabels } from '@kepu/contracts/labels';
import fc from 'fast-check';
import { anybody, anyCredential, anywhere, at, context, held, position, volunteer } from '../tests/city.js';
import { blocksOf, isEligible } from './blocks.js';
import type { PositionFacts, VolunteerFacts } from './facts.js';

const island = { countyCode: '330305', island: true };
const mountain = { countyCode: '330329', mountain: true };
const WEEK = 7 * 24;

test('who stands in the way of nothing may', () => expect(blocksOf(volunteer(), position(), context)).toEqual([]));

test.each<[string, Partial<VolunteerFacts>, Partial<PositionFacts>, BlockCode, object]>([
  ['one day too young on the day', { bornOn: '2008-12-06', guarded: true }, { minAge: 18, minors: true }, 'age', { age: 18 }],
  ['a minor where it is dangerous', { bornOn: '2010-05-01', guarded: true }, { minors: true, dangerous: true }, 'minor_danger', {}],
  ['a minor where grown-ups are wanted', { bornOn: '2010-05-01', guarded: true }, {}, 'minor_not_taken', {}],
  ['a child below all bands', { bornOn: '2020-05-01', guarded: true }, { minors: true }, 'minor_too_young', {}],
  ['a minor without a guardian', { bornOn: '2010-05-01' }, { minors: true }, 'minor_no_guardian', {}],
  ['longer than the age may serve', { bornOn: '2014-05-01', guarded: true }, { minors: true, endsAt: at(WEEK + 1 + 3.5) }, 'minor_hours', { minutes: 180 }],
  ['more on one day than the age may serve', { bornOn: '2014-05-01', guarded: true, held: [held(WEEK + 5, 1.5)] }, { minors: true }, 'minor_hours', { minutes: 180 }],
  ['later than the age may serve', { bornOn: '2014-05-01', guarded: true }, { minors: true, startsAt: at(WEEK + 9.5), endsAt: at(WEEK + 11.5) }, 'minor_late', { hour: 19 }],
  ['another occupation', {}, { occupations: ['medical', 'agronomist'] }, 'occupation', { occupations: 'medical,agronomist' }],
  ['no certificate', {}, { credentialIds: ['physician', 'health'] }, 'credential_missing', { kinds: 'physician,health' }],
  ['one that stands for less', { credentials: [{ kindId: 'health', seen: true, fromDay: '2020-01-01', toDay: null }] }, { credentialIds: ['physician'] }, 'credential_missing', { kinds: 'physician' }],
  ['one that nobody has seen', { credentials: [{ kindId: 'chief', seen: false, fromDay: '2020-01-01', toDay: null }] }, { credentialIds: ['health'] }, 'credential_unconfirmed', { kinds: 'health' }],
  ['one that ends the day before', { credentials: [{ kindId: 'physician', seen: true, fromDay: '2020-01-01', toDay: '2026-12-04' }] }, { credentialIds: ['physician'] }, 'credential_expired', { kinds: 'physician', day: '2026-12-04' }],
  ['one that is not valid yet', { credentials: [{ kindId: 'physician', seen: true, fromDay: '2026-12-06', toDay: null }] }, { credentialIds: ['physician'] }, 'credential_missing', { kinds: 'physician' }],
  ['in none of the pools', { memberships: [{ poolId: 'envoys', fromDay: '2020-01-01', toDay: null }] }, { poolIds: ['lecturers', 'teachers'] }, 'pool', { pools: 'lecturers,teachers' }],
  ['a term that ends the day before', { memberships: [{ poolId: 'lecturers', fromDay: '2020-01-01', toDay: '2026-12-04' }] }, { poolIds: ['lecturers'] }, 'pool', { pools: 'lecturers' }],
  ['a registration that is frozen', { frozen: true }, {}, 'frozen', {}],
  ['away on that very day', { absences: [{ from: '2026-12-05', to: '2026-12-05' }] }, {}, 'absent', { day: '2026-12-05' }],
  ['more hours in that month than the person gives', { monthlyHours: 8, held: [held(WEEK + 24, 6.5)] }, {}, 'monthly_hours', { hours: 8 }],
  ['more in this month, with what was served', { monthlyHours: 8, monthMinutes: 361 }, { startsAt: at(2), endsAt: at(4) }, 'monthly_hours', { hours: 8 }],
  ['paused until that very day', { pausedUntil: '2026-12-05' }, {}, 'paused', { day: '2026-12-05' }],
  ['a minute of another place', { held: [held(WEEK - 1, 121 / 60)] }, {}, 'overlap', { title: '义诊' }],
  ['39 minutes for a way of 40', { held: [held(WEEK - 1, 2 - 39 / 60, mountain)] }, {}, 'travel_between', { title: '义诊', minutes: 40 }],
  ['the same way afterwards', { held: [held(WEEK + 3 + 39 / 60, 1, mountain)] }, {}, 'travel_between', { title: '义诊', minutes: 40 }],
  ['more than eight hours', { held: [held(WEEK + 3, 6.5)] }, {}, 'too_many_hours', { hours: 8.5 }],
  ['less than a night after the evening before', { held: [held(WEEK + 1 - 12, 1.5)] }, {}, 'rest', { title: '义诊', hours: 10.5 }],
  ['less than a night before the next morning', { held: [held(WEEK + 24, 2)] }, { startsAt: at(WEEK + 11.5), endsAt: at(WEEK + 13.5) }, 'rest', { title: '义诊', hours: 10.5 }],
  ['a minute less than a night', { held: [held(WEEK - 12, 1)] }, { startsAt: at(WEEK - 1 / 60) }, 'rest', { title: '义诊', hours: 10.9 }],
  ['begun', {}, { startsAt: at(0) }, 'started', {}],
  ['not published', {}, { open: false }, 'not_open', {}],
  ['no islands wanted', { travelLimit: 240 }, island, 'island', {}],
  ['no mountains wanted', { toMountains: false }, mountain, 'mountain', {}],
  ['a longer way than wanted', { travelLimit: 39 }, mountain, 'too_far', { minutes: 40, limit: 39 }],
])('%s', (_, person, place, code, params) => expect(blocksOf(volunteer(person), position(place), context)).toEqual([{ code, params }]));

test.each<[string, Partial<VolunteerFacts>, Partial<PositionFacts>]>([
  ['old enough on the day of service, not yet today', { bornOn: '2008-12-05' }, { minAge: 18 }],
  ['a minor with a guardian, where minors are welcome', { bornOn: '2010-05-01', guarded: true }, { minors: true }],
  ['somebody of age where it is dangerous', {}, { dangerous: true }],
  ['an occupation of those asked for', {}, { occupations: ['medical', 'teacher'] }],
  ['a certificate that stands for those asked for, on its last day', { credentials: [{ kindId: 'chief', seen: true, fromDay: '2020-01-01', toDay: '2026-12-05' }] }, { credentialIds: ['physician', 'health'] }],
  ['a new certificate beside one that is over', { credentials: [{ kindId: 'health', seen: true, fromDay: '2020-01-01', toDay: '2026-01-01' }, { kindId: 'health', seen: true, fromDay: '2026-01-01', toDay: null }] }, { credentialIds: ['health'] }],
  ['in one of the pools on that very day', { memberships: [{ poolId: 'lecturers', fromDay: '2026-12-05', toDay: '2026-12-05' }] }, { poolIds: ['envoys', 'lecturers'] }],
  ['a night between two days', { held: [held(WEEK + 1 - 12, 1)] }, {}],
  ['an evening after a morning', { held: [held(WEEK + 8, 2)] }, {}],
  ['away until the day before, and from the day after', { absences: [{ from: '2026-12-01', to: '2026-12-04' }, { from: '2026-12-06', to: '2026-12-09' }] }, {}],
  ['as many hours in that month as the person gives', { monthlyHours: 8, held: [held(WEEK + 24, 6)] }, {}],
  ['what was served this month says nothing of the next', { monthlyHours: 2, monthMinutes: 600 }, {}],
  ['hours of the month before', { monthlyHours: 2, held: [held(1, 2)] }, {}],
  ['paused until the day before', { pausedUntil: '2026-12-04' }, {}],
  ['a place that ends when this one begins', { held: [held(WEEK, 1)] }, {}],
  ['time enough for the way', { held: [held(WEEK - 1, 2 - 40 / 60, mountain)] }, {}],
  ['a way that nobody knows', { held: [held(WEEK - 1, 2, { countyCode: '330999' })] }, {}],
  ['eight hours exactly', { held: [held(WEEK + 3, 6)] }, {}],
  ['hours of another day', { held: [held(WEEK - 24, 8)] }, {}],
  ['a single long shift', {}, { endsAt: at(WEEK + 11) }],
  ['at home on the island', { countyCode: '330305' }, island],
  ['islands wanted', { toIslands: true, travelLimit: 105 }, island],
  ['a way as long as wanted', { travelLimit: 40 }, mountain],
  ['to a county of which nothing is known', { travelLimit: 15 }, { countyCode: '330999' }],
  ['personal features switched off change no hard rule', { personal: false }, {}],
])('%s is no block', (_, person, place) => expect(blocksOf(volunteer(person), position(place), context)).toEqual([]));

test('an island of the own county that is no island itself is one all the same', () => {
  expect(blocksOf(volunteer(), position({ island: true }), context)).toEqual([{ code: 'island', params: {} }]);
});

test('the place that is named is the earliest, whatever the order', () => {
  const places = [held(WEEK + 2, 2, { activityTitle: '展览' }), held(WEEK, 2, { activityTitle: '讲座' })];
  for (const given of [places, places.toReversed()]) expect(blocksOf(volunteer({ held: given }), position(), context)).toEqual([{ code: 'overlap', params: { title: '讲座' } }]);
});

test('every code has its sentence and remedy, with the parameters that it is given', () => {
  const cases = fc.sample(fc.tuple(anybody, anywhere), { numRuns: 4000, seed: 1 });
  const seen = new Map(cases.flatMap(([person, place]) => blocksOf(person, place, context)).map((block) => [block.code, block.params]));
  expect([...seen.keys()].sort()).toEqual([...blockCodes].sort());
  for (const [code, params] of seen) {
    const wanted = [...(flatLabels.en.get(`matching.blocks.${code}`) ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(params).sort()).toEqual(wanted.sort());
    expect(flatLabels.en.has(`matching.remedies.${code}`)).toBe(true);
  }
});

test('gaining what was missing never adds a block', () => {
  fc.assert(
    fc.property(anybody, anywhere, fc.nat(), (person, place, pick) => {
      const before = blocksOf(person, place, context).map(({ code }) => code);
      const gains: Partial<VolunteerFacts>[] = [
        { toIslands: true }, { toMountains: true }, { pausedUntil: null }, { absences: [] }, { monthlyHours: null }, { travelLimit: 240 }, { bornOn: '1950-01-01' }, { held: person.held.slice(1) }, { held: [] },
      ];
      const after = blocksOf({ ...person, ...gains[pick % gains.length] }, place, context).map(({ code }) => code);
      expect(after.filter((code) => !before.includes(code))).toEqual([]);
    }),
  );
});

test('who may is who has no block', () => {
  fc.assert(fc.property(anybody, anywhere, (person, place) => { expect(isEligible(person, place, context)).toBe(blocksOf(person, place, context).length === 0); }));
});

test('a certificate gained never takes a place away from anybody', () => fc.assert(fc.property(anybody, anywhere, anyCredential, (person, place, gained) => {
  const before = isEligible(person, place, context);
  const after = isEligible({ ...person, credentials: [...person.credentials, gained] }, place, context);
  expect(before && !after).toBe(false);
})));

import { lecturerPartPoints, lecturerParts } from '@kepu/contracts';
import fc from 'fast-check';
import { lecturerBlocks, rankLecturers, scoreLecturer, talkFor, type LecturerContext, type LecturerFacts, type OrderFacts, type TalkFacts } from './lecturers.js';

const fields: Readonly<Record<string, string>> = { fraud: 'digital', phones: 'digital', eyes: 'health', hearts: 'health' };
const context: LecturerContext = {
  most: lecturerPartPoints, monthlyCap: 4, parentTopic: (id) => fields[id] ?? null,
  travel: (from, to) => (from === to ? 0 : ({ '330302 330326': 50, '330303 330326': 90 })[[from, to].sort().join(' ')] ?? null),
};
const talk = (more: Partial<TalkFacts> = {}): TalkFacts => ({ id: 'talk', title: '防骗', topicIds: ['fraud'], audienceIds: ['elderly'], languages: ['wenzhou'], minutes: 60, ...more });
const lecturer = (more: Partial<LecturerFacts> = {}): LecturerFacts => ({
  id: 'a', countyCode: '330326', townshipCode: '330326100', travelLimit: 60, toIslands: false, toMountains: false, pausedUntil: null, frozen: false, checked: true, topicIds: [], talks: [talk()], held: [], rating: null, recentOrders: 0, monthOrders: 0, lastOrderAt: null, lags: false, asked: false, ...more,
});
const order = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  talkIds: ['talk'], topicIds: ['fraud'], audienceIds: ['elderly'], language: 'wenzhou', countyCode: '330326', townshipCode: '330326100', island: false, mountain: false, minors: false, startsAt: '2027-01-05T01:00:00.000Z', endsAt: '2027-01-05T02:00:00.000Z', day: '2027-01-05', ...more,
});
const pointsOf = (part: string, who: Partial<LecturerFacts>, what: Partial<OrderFacts> = {}) => scoreLecturer(lecturer(who), order(what), context).parts.find((one) => one.part === part);

test('the parts are those of contracts, and together a hundred', () => {
  const { score, parts } = scoreLecturer(lecturer({ rating: { average: 5, count: 2 }, lags: true }), order(), context);
  expect(parts.map(({ part }) => part)).toEqual(lecturerParts);
  expect(score).toBe(100);
});

test.each<[string, string, Partial<LecturerFacts>, Partial<OrderFacts>, number]>([
  ['topic', 'own_talk', {}, {}, 35], ['topic', 'topic_same', {}, { talkIds: [] }, 28], ['topic', 'topic_near', {}, { talkIds: [], topicIds: ['phones'] }, 14], ['topic', 'topic_other', {}, { talkIds: [], topicIds: ['eyes'] }, 0], ['topic', 'nothing_asked', {}, { talkIds: [], topicIds: [] }, 17.5],
  ['area', 'same_township', {}, {}, 20], ['area', 'same_county', { townshipCode: null }, {}, 15], ['area', 'neighbour', { countyCode: '330302' }, {}, 8], ['area', 'elsewhere', { countyCode: '330303' }, {}, 0], ['area', 'elsewhere', { countyCode: '330329' }, {}, 0],
  ['audience', 'audience_and_language', {}, {}, 15], ['audience', 'audience_fits', {}, { language: 'english' }, 7.5], ['audience', 'language_fits', {}, { audienceIds: ['pupils'] }, 7.5], ['audience', 'nothing_known', { talks: [] }, {}, 0], ['audience', 'nothing_asked', { talks: [] }, { audienceIds: [], language: null }, 15],
  ['rating', 'not_rated', {}, {}, 5], ['rating', 'rated', { rating: { average: 4, count: 3 } }, {}, 7.5], ['fairness', 'no_orders_lately', {}, {}, 15], ['fairness', 'orders_lately', { recentOrders: 2 }, {}, 5], ['lagging', 'lags', { lags: true }, {}, 5], ['lagging', 'no_lag', {}, {}, 0],
])('%s: %s', (part, reason, who, what, points) => expect(pointsOf(part, who, what)).toMatchObject({ reason, points }));

test.each<[string, Partial<LecturerFacts>, Partial<OrderFacts>]>([
  ['topic', {}, { talkIds: [], topicIds: ['eyes'] }], ['busy', { held: [{ activityTitle: '义诊', startsAt: '2027-01-05T01:30:00.000Z', endsAt: '2027-01-05T03:00:00.000Z', countyCode: '330326' }] }, {}],
  ['busy', { held: [{ activityTitle: '义诊', startsAt: '2027-01-05T02:30:00.000Z', endsAt: '2027-01-05T03:00:00.000Z', countyCode: '330302' }] }, {}], ['paused', { pausedUntil: '2027-01-05' }, {}], ['frozen', { frozen: true }, {}], ['too_far', { countyCode: '330303' }, {}],
  ['island', { countyCode: '330302' }, { island: true }], ['mountain', { countyCode: '330302' }, { mountain: true }], ['monthly_cap', { monthOrders: 4 }, {}], ['unchecked', { checked: false }, { minors: true }], ['language', {}, { language: 'english' }], ['asked', { asked: true }, {}],
])('%s stands in the way', (code, who, what) => expect(lecturerBlocks(lecturer(who), order(what), context).map((block) => block.code)).toEqual([code]));

test('nothing stands in the way of who is at home, lives on the island, or was never asked for a language', () => {
  for (const [who, what] of [[{}, {}], [{}, { island: true, mountain: true }], [{ checked: false }, {}], [{ talks: [], topicIds: ['fraud'] }, {}]] as const) expect(lecturerBlocks(lecturer(who), order(what), context)).toEqual([]);
});

test('the talk that an order names comes before one that is only near to it', () => {
  const talks = [talk({ id: 'near', topicIds: ['phones'] }), talk(), talk({ id: 'other', topicIds: ['eyes'] })];
  expect(talkFor(lecturer({ talks }), order(), context)?.id).toBe('talk');
  expect(talkFor(lecturer({ talks }), order({ talkIds: [], topicIds: ['phones'] }), context)?.id).toBe('near');
  expect(talkFor(lecturer({ talks: [talks[2] ?? talk()] }), order({ talkIds: [] }), context)).toBeNull();
});

const anyLecturer = fc.record({
  countyCode: fc.constantFrom('330326', '330302', '330303'), townshipCode: fc.constantFrom(null, '330326100'), checked: fc.boolean(), frozen: fc.boolean(), asked: fc.boolean(), lags: fc.boolean(), recentOrders: fc.nat(6), monthOrders: fc.nat(5), lastOrderAt: fc.constantFrom(null, '2026-12-01T00:00:00.000Z', '2026-12-20T00:00:00.000Z'),
  topicIds: fc.subarray(['fraud', 'phones', 'eyes']), talks: fc.subarray([talk(), talk({ id: 'eyes', topicIds: ['eyes'], languages: ['mandarin'] })]), rating: fc.option(fc.record({ average: fc.double({ min: 1, max: 5, noNaN: true }), count: fc.integer({ min: 1, max: 9 }) })),
});

test('the ranking hangs on no order of the input, its parts add up, nobody with a block stands before somebody without, and of equals the longest without an order is first', () => {
  fc.assert(fc.property(fc.array(anyLecturer, { maxLength: 8 }), fc.boolean(), (people, minors) => {
    const all = people.map((person, index) => lecturer({ ...person, id: `p${index}` }));
    const ranked = rankLecturers(all, order({ minors }), context);
    expect(rankLecturers([...all].reverse(), order({ minors }), context)).toEqual(ranked);
    expect(new Set(ranked.map((one) => one.lecturer.id)).size).toBe(all.length);
    ranked.forEach((one, index) => {
      expect(one.score).toBeCloseTo(one.parts.reduce((sum, part) => sum + part.points, 0), 5);
      for (const part of one.parts) expect(part.points >= 0 && part.points <= part.most).toBe(true);
      const after = ranked[index + 1];
      if (!after) return;
      expect(one.blocks.length > 0 && after.blocks.length === 0).toBe(false);
      if ((one.blocks.length > 0) !== (after.blocks.length > 0)) return;
      expect(one.score).toBeGreaterThanOrEqual(after.score);
      if (one.score === after.score) expect((one.lecturer.lastOrderAt ?? '') <= (after.lecturer.lastOrderAt ?? '')).toBe(true);
    });
  }));
});

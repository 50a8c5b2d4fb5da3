import { reasonCodes, scoreParts, type ScorePart } from '@kepu/contracts';
import { flatLabels } from '@kepu/contracts/labels';
import fc from 'fast-check';
import { anybody, anywhere, at, context, features, position, volunteer } from '../tests/city.js';
import type { PositionFacts, VolunteerFacts, WeightTable } from './facts.js';
import { partNames, parts } from './parts.js';
import { reasonsOf } from './reasons.js';
import { firstWeights, openly, score, sumOf, type Score } from './score.js';

const anyWeights = fc.record(Object.fromEntries(scoreParts.map((part) => [part, fc.constantFrom(0, 0.05, 0.3, 1)])) as Record<ScorePart, fc.Arbitrary<number>>);
const of = (person: Partial<VolunteerFacts>, place: Partial<PositionFacts>, weights: WeightTable = firstWeights): Score => score(volunteer(person), position(place), weights, context);
const valueOf = (part: ScorePart, person: Partial<VolunteerFacts>, place: Partial<PositionFacts> = {}): number | undefined => of(person, place).parts.find((one) => one.part === part)?.value;

test('the parts are those of contracts, in their order', () => expect(partNames).toEqual(scoreParts));

test.each<[ScorePart, string, Partial<VolunteerFacts>, Partial<PositionFacts>, number]>([
  ['topic', 'the same', { topicIds: ['eyes'] }, { topicIds: ['eyes'] }, 1],
  ['topic', 'of the same field', { topicIds: ['hearts'] }, { topicIds: ['eyes'] }, 0.5],
  ['topic', 'of a field followed as a whole', { topicIds: ['health'] }, { topicIds: ['eyes'] }, 1],
  ['topic', 'a whole field, of which one topic is followed', { topicIds: ['eyes'] }, { topicIds: ['health'] }, 0.5],
  ['topic', 'of another field', { topicIds: ['crops'] }, { topicIds: ['eyes', 'hearts'] }, 0],
  ['topic', 'the best of several', { topicIds: ['crops', 'hearts'] }, { topicIds: ['eyes', 'crops'] }, 1],
  ['audience', 'the best of several', { occupation: 'medical' }, { audienceIds: ['farmers', 'elderly'] }, 1],
  ['audience', 'none', {}, {}, 0],
  ['availability', 'half of the time', { availability: `${'0'.repeat(15)}1${'0'.repeat(5)}` }, { weekParts: [15, 16] }, 0.5],
  ['availability', 'nothing said', {}, { weekParts: [15] }, 0],
  ['travel', 'in the own county', {}, {}, 1],
  ['travel', 'two thirds of what the person goes', {}, { countyCode: '330329' }, 1 - 40 / 60],
  ['travel', 'a way that nobody knows', {}, { countyCode: '330999' }, 0],
  ['wish', 'the kind was served before', { kindsServed: ['lecture'] }, {}, 1],
  ['wish', 'the topic was named', { topicIds: ['eyes'] }, { topicIds: ['eyes'] }, 1],
  ['wish', 'only a near topic was named', { topicIds: ['hearts'] }, { topicIds: ['eyes'] }, 0],
  ['growth', 'never tried', { kindsServed: ['outreach'] }, {}, 1],
  ['growth', 'tried', { kindsServed: ['lecture'] }, {}, 0],
  ['need', 'half of the minimum, in a week', {}, { minimum: 4, confirmed: 2 }, 0.25],
  ['need', 'all of it, today', {}, { minimum: 4, startsAt: at(3) }, 1],
  ['need', 'more than the minimum', {}, { minimum: 2, confirmed: 3 }, 0],
  ['rural', 'an island', {}, { island: true }, 1],
  ['rural', 'outside of the urban core', {}, { urbanCore: false }, 0.5],
  ['rural', 'in the urban core', {}, {}, 0],
  ['first_service', 'none yet', {}, {}, 1],
  ['first_service', 'one already', { services: 1 }, {}, 0],
  ['connections', 'as many as places', {}, { connections: 4 }, Math.log(2)],
  ['load', 'half of ten hours', { recentMinutes: 300 }, {}, 0.5],
  ['load', 'capped', { recentMinutes: 6000 }, {}, 1],
  ['reliability', 'nothing missed', { services: 3 }, {}, 1],
  ['reliability', 'the first place missed', { missed: 1 }, {}, 0.8],
  ['reliability', 'one of nine', { services: 8, missed: 1 }, {}, 12 / 13],
  ['reliability', 'never below a half', { missed: 30 }, {}, 0.5],
])('%s: %s', (part, _, person, place, value) => expect(valueOf(part, person, place)).toBeCloseTo(value, 12));

test('one score by hand, with the first weights', () => {
  const { score: sum } = of(
    { topicIds: ['hearts'], occupation: 'medical', availability: '1'.repeat(21), kindsServed: ['outreach'], services: 2, recentMinutes: 120 },
    { topicIds: ['eyes'], audienceIds: ['elderly'], countyCode: '330329', mountain: true, urbanCore: false, minimum: 2, confirmed: 1, maximum: 4, connections: 2 },
  );
  expect(sum).toBeCloseTo(0.3 * 0.5 + 0.15 + 0.2 + 0.15 * (1 / 3) + 0 + 0.1 + 0.25 * 0.5 * 0.5 + 0.1 + 0 - 0.2 * Math.log(1.5) - 0.1 * 0.2 + 0.1, 12);
});

test('the points make the score, each is value × weight, and values lie between 0 and 1 (sign-ups so far are a logarithm)', () => {
  fc.assert(
    fc.property(anybody, anywhere, anyWeights, (person, place, weights) => {
      const made = score(person, place, weights, context);
      expect(made.parts.reduce((sum, { points }) => sum + points, 0)).toBe(made.score);
      expect(sumOf(person, place, weights, context)).toBe(made.score);
      for (const { part, value, weight, points } of made.parts) {
        expect(points).toBeCloseTo(value * weight, 12);
        expect(Math.abs(weight)).toBe(weights[part]);
        expect(Math.sign(weight)).toBe(part === 'connections' || part === 'load' ? -1 : 1);
        expect(value).toBeGreaterThanOrEqual(0);
        if (part !== 'connections') expect(value).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('by weights for lists a score says nothing of what somebody missed, and is otherwise what it was', () => {
  fc.assert(fc.property(anybody, anywhere, fc.nat(9), (person, place, missed) => {
    const [shown, other] = [person, { ...person, missed }].map((one) => score(one, place, openly(firstWeights), context)) as [Score, Score];
    expect(other).toEqual(shown);
    expect(shown.parts).toEqual(score(person, place, firstWeights, context).parts.filter(({ part }) => part !== 'reliability'));
  }));
});

test('the order of topics, audiences, kinds and places says nothing', () => {
  fc.assert(
    fc.property(anybody, anywhere, (person, place) => {
      const turned = [
        { ...person, topicIds: person.topicIds.toReversed(), kindsServed: person.kindsServed.toReversed(), held: person.held.toReversed() },
        { ...place, topicIds: place.topicIds.toReversed(), audienceIds: place.audienceIds.toReversed() },
      ] as const;
      expect(score(...turned, firstWeights, context)).toEqual(score(person, place, firstWeights, context));
    }),
  );
});

test('a part without weight is gone, and so is what it would say', () => {
  fc.assert(
    fc.property(anybody, anywhere, fc.constantFrom(...scoreParts), (person, place, gone) => {
      const all = score(person, place, firstWeights, context);
      const rest = score(person, place, { ...firstWeights, [gone]: 0 }, context);
      expect(rest.parts).toEqual(all.parts.filter(({ part }) => part !== gone));
      const { reasons, against } = reasonsOf(rest.parts);
      expect([...reasons, against].map((reason) => reason?.part)).not.toContain(gone);
    }),
  );
});

test('switched off, nothing personal is looked at', () => {
  fc.assert(
    fc.property(anybody, anywhere, features, (person, place, other) => {
      const off = { ...person, personal: false };
      const made = score(off, place, firstWeights, context);
      expect(made.parts.map(({ part }) => part)).toEqual(['need', 'rural', 'connections']);
      expect(score({ ...off, ...other }, place, firstWeights, context)).toEqual(made);
      expect(score({ ...off, occupation: 'retired', countyCode: '330999', travelLimit: 16 }, place, firstWeights, context)).toEqual(made);
      // Nor is anything personal said.
      const { reasons, against } = reasonsOf(made.parts);
      expect([...reasons, ...(against ? [against] : [])].filter(({ part }) => parts[part].personal)).toEqual([]);
    }),
  );
  expect(partNames.filter((part) => !parts[part].personal)).toEqual(['need', 'rural', 'connections']);
});

describe('reasons', () => {
  test('at most three for, the weightiest first, and one against', () => {
    const { parts: made } = of(
      { topicIds: ['eyes'], availability: '1'.repeat(21), kindsServed: ['lecture'], services: 3, recentMinutes: 330 },
      { topicIds: ['eyes'], minimum: 4, confirmed: 1, startsAt: at(2 * 24 + 1), day: '2026-11-30', weekParts: [0, 1], connections: 3 },
    );
    const { reasons, against } = reasonsOf(made);
    expect(reasons.map(({ code, params }) => [code, params])).toEqual([['topic_same', { topic: 'eyes' }], ['time_fits', { time: '0,1' }], ['same_county', {}]]);
    expect(against).toMatchObject({ code: 'many_asked', part: 'connections' });
    expect(of({}, { minimum: 4, confirmed: 1, startsAt: at(2 * 24 + 1) }).parts.find(({ part }) => part === 'need')?.said).toEqual({ code: 'short_of_people', params: { count: 3, days: 2 } });
  });

  test('what would not be true is not said', () => {
    const codes = (person: Partial<VolunteerFacts>, place: Partial<PositionFacts>) => of(person, place).parts.flatMap(({ said }) => (said ? [said.code] : []));
    expect(codes({ services: 1, kindsServed: ['lecture'], recentMinutes: 120, travelLimit: 240 }, { countyCode: '330305', audienceIds: ['farmers'], connections: 1, urbanCore: false })).toEqual(['wished']);
    expect(codes({ services: 1, recentMinutes: 300 }, { connections: 2, countyCode: '330999' })).toEqual(['many_asked', 'served_much']);
    // To a beginner everything is new.
    expect(codes({}, {})).toEqual(['same_county', 'first_service']);
    expect(reasonsOf(of({ travelLimit: 40, services: 1 }, { countyCode: '330329' }).parts).against).toMatchObject({ code: 'far', points: 0, params: { minutes: 40 } });
  });

  test('each is a part that was used, with its points and the right sign, weightiest first', () => {
    fc.assert(
      fc.property(anybody, anywhere, anyWeights, (person, place, weights) => {
        const made = score(person, place, weights, context);
        const { reasons, against } = reasonsOf(made.parts);
        const used = (reason: { part: ScorePart; points: number }) => made.parts.some(({ part, points }) => part === reason.part && points === reason.points);
        expect(reasons.length).toBeLessThanOrEqual(3);
        expect(reasons.every((reason) => used(reason) && reason.points > 0)).toBe(true);
        expect(reasons.map(({ points }) => points)).toEqual(reasons.map(({ points }) => points).sort((a, b) => b - a));
        expect(new Set(reasons.map(({ part }) => part)).size).toBe(reasons.length);
        if (against) expect(used(against) && (against.points < 0 || (against.code === 'far' && against.points === 0))).toBe(true);
      }),
    );
  });

  test('every code has its sentences, with the parameters that it is given', () => {
    const cases = fc.sample(fc.tuple(anybody, anywhere), { numRuns: 3000, seed: 1 });
    const said = new Map(cases.flatMap(([person, place]) => score(person, place, firstWeights, context).parts.flatMap((part) => (part.said ? [[part.said.code, part.said.params] as const] : []))));
    expect([...said.keys()].sort()).toEqual([...reasonCodes].sort());
    for (const [code, params] of said) {
      for (const group of ['reasons', 'staffReasons']) {
        const wanted = [...(flatLabels.en.get(`matching.${group}.${code}`) ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(Object.keys(params).sort()).toEqual(wanted.sort());
      }
    }
  });
});

import fc from 'fast-check';
import { anybody, anywhere, context, features, position, volunteer } from '../../tests/city.js';
import { HELD_AFTER_MS } from '../blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts, WeightTable } from '../facts.js';
import { rankVolunteers } from '../rank.js';
import { firstWeights } from '../score.js';
import { supplyAmong, whatIf } from '../what-if.js';
import type { Standing } from './volunteer-columns.js';
import { VolunteerIndex, type Scope } from './volunteer-index.js';

const TODAY = '2026-11-28';
/** Ids in no order, all with the same beginning in one case of two: made within one moment. */
const uuid = (number: number): string => `${number % 2 === 0 ? '019ab000' : (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-1234-7abc-8def-${(Math.imul(number + 1, 0x85ebca6b) >>> 0).toString(16).padStart(12, '0')}`;
const standing = (facts: VolunteerFacts, patch: Partial<Standing> = {}): Standing => ({ facts, unitPath: null, silentFrom: null, ...patch });
const anyStanding = fc.record({ facts: anybody, unitPath: fc.constantFrom(null, '/city/school/', '/city/school/club/', '/town/'), silentFrom: fc.constantFrom(null, null, null, '2026-11-01', '2026-11-28', '2026-11-29') });
const people = (maxLength: number) => fc.array(anyStanding, { maxLength }).map((all) => all.map((one, at): Standing => ({ ...one, facts: { ...one.facts, id: uuid(at) } })));
const anyWeights: fc.Arbitrary<WeightTable> = fc.oneof(fc.constant(firstWeights), fc.record(Object.fromEntries(Object.keys(firstWeights).map((part) => [part, fc.constantFrom(0, 0.1, 0.25, 1)])) as { [part in keyof WeightTable]: fc.Arbitrary<number> }));

/** What sets of things say, in whatever order they stand. */
const settled = (facts: VolunteerFacts): VolunteerFacts => ({ ...facts, topicIds: [...facts.topicIds].sort(), kindsServed: [...facts.kindsServed].sort() });
const current = (all: readonly Standing[]): VolunteerFacts[] => all.filter(({ silentFrom }) => silentFrom === null || silentFrom > TODAY).map(({ facts }) => ({ ...facts, held: facts.held.filter(({ endsAt }) => Date.parse(endsAt) > Date.parse(context.now) - HELD_AFTER_MS) }));
const filled = (all: readonly Standing[], merged = true): VolunteerIndex => {
  const index = new VolunteerIndex(TODAY);
  for (const one of all) index.upsert(one);
  if (merged) index.merge(TODAY);
  return index;
};

function expectSame(index: VolunteerIndex, all: readonly VolunteerFacts[], place: PositionFacts, limit: number, scope: Scope = {}, weights: WeightTable = firstWeights, given: MatchingContext = context): void {
  const { total, best } = rankVolunteers(place, all, weights, given, limit);
  expect(index.best(place, weights, given, limit, scope)).toEqual(best.map(({ volunteer: { id }, score }) => ({ id, score })));
  expect(index.top(place, weights, given, limit, scope).map((ranked) => ({ ...ranked, volunteer: settled(ranked.volunteer) }))).toEqual(best.map((ranked) => ({ ...ranked, volunteer: settled(ranked.volunteer) })));
  expect(index.count(place, weights, given, scope)).toBe(total);
}

test('the same people in the same order with the same scores as ranking them all, whatever the weights', () => {
  fc.assert(fc.property(people(40), anywhere, fc.nat(45), anyWeights, fc.boolean(), (all, place, limit, weights, merged) => { expectSame(filled(all, merged), current(all), place, limit, {}, weights); }), { numRuns: 400 });
});

test('changes are seen at once, before, while and after they are merged', () => {
  const change = fc.oneof({ weight: 4, arbitrary: fc.record({ at: fc.nat(30), next: anyStanding }) }, fc.record({ at: fc.nat(30), next: fc.constant(null) }));
  fc.assert(
    fc.property(people(25), fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 4 }), fc.array(change, { maxLength: 6 }), fc.nat(80), anywhere, fc.nat(12), (all, rounds, meanwhile, step, place, limit) => {
      const index = filled(all);
      const known = new Map(all.map((one) => [one.facts.id, one]));
      const apply = (changes: typeof meanwhile): void => {
        for (const { at, next } of changes) {
          const id = uuid(at);
          if (next === null) expect(index.remove(id)).toBe(known.delete(id));
          else {
            const one = { ...next, facts: { ...next.facts, id } };
            index.upsert(one);
            known.set(id, one);
          }
        }
        expect(index.size).toBe(known.size);
        expectSame(index, current([...known.values()]), place, limit);
      };
      for (const round of rounds) apply(round);
      let steps = 0;
      for (const _ of index.merging(TODAY)) if (steps++ === step) apply(meanwhile);
      apply([]);
      apply(rounds.flat());
      for (const [id, { facts }] of known) expect(settled(index.factsOf(id, '2000-01-01T00:00:00.000Z') ?? volunteer())).toEqual(settled(facts));
    }),
    { numRuns: 200 },
  );
});

test.each([['a few', (at: number) => at % 97 === 0], ['most', (at: number) => at % 50 !== 0]])('in a large cell nobody is lost or mixed up after %s have gone and some have come', (_, goes) => {
  const crowd = Array.from({ length: 1500 }, (_, at): Standing => standing(volunteer({
    id: uuid(at), services: at % 5, recentMinutes: (at % 11) * 30, topicIds: at % 3 === 0 ? ['eyes'] : [], kindsServed: at % 4 === 0 ? ['lecture'] : [], credentials: at % 6 === 0 ? [{ kindId: 'health', seen: true, fromDay: '2020-01-01', toDay: null }] : [],
  })));
  const index = filled(crowd.slice(0, 1450));
  const known = new Map(crowd.slice(0, 1450).map((one) => [one.facts.id, one]));
  for (const [at, { facts: { id } }] of crowd.slice(0, 1450).entries()) {
    if (goes(at)) expect(index.remove(id)).toBe(known.delete(id));
  }
  for (const one of crowd.slice(1450)) {
    index.upsert(one);
    known.set(one.facts.id, one);
  }
  for (let round = 0; round < 2; round++) {
    index.merge(TODAY);
    expect(index.size).toBe(known.size);
    for (const { facts } of crowd) expect(index.factsOf(facts.id, context.now)).toEqual(known.has(facts.id) ? facts : null);
    for (const place of [position({ topicIds: ['eyes'] }), position({ credentialIds: ['health'] })]) expectSame(index, current([...known.values()]), place, 30);
  }
});

test('who asks from a county or a unit finds those within, and nobody who is left out', () => {
  fc.assert(
    fc.property(people(30), anywhere, fc.subarray(['330302', '33032', '330999']), fc.subarray(['/city/', '/city/school/club/', '/town/']), fc.array(fc.nat(35), { maxLength: 4 }), fc.boolean(), (all, place, counties, unitPaths, left, merged) => {
      const without = left.map(uuid);
      const within = all.filter(({ facts: { id, countyCode }, unitPath }) => !without.includes(id) && (counties.some((code) => countyCode.startsWith(code)) || unitPaths.some((path) => unitPath?.startsWith(path))));
      const index = filled(all, merged);
      expectSame(index, current(within), place, 10, { within: { counties, unitPaths }, without });
      expectSame(index, current(all.filter(({ facts: { id } }) => !without.includes(id))), place, 10, { without });
      expectSame(index, current(all), place, 10);
    }),
    { numRuns: 200 },
  );
});

test('counts what could be asked otherwise as among the facts of everybody, certificates that nobody has looked at among them', async () => {
  await fc.assert(
    fc.asyncProperty(people(40), anywhere, fc.boolean(), fc.option(fc.subarray(['330302', '330305'])), fc.array(fc.nat(45), { maxLength: 3 }), async (all, place, merged, counties, left) => {
      const index = filled(all, merged);
      const scope: Scope = { within: counties === null ? null : { counties, unitPaths: [] }, without: left.map(uuid) };
      const among = supplyAmong(current(all.filter(({ facts: { id, countyCode } }) => (counties === null || counties.some((code) => countyCode === code)) && !left.map(uuid).includes(id))), context);
      for (const handedIn of [false, true]) expect(index.supply(place, context, scope, handedIn)).toEqual(among(place, handedIn));
      expect(await whatIf(place, (as, handedIn) => index.supply(as, context, scope, handedIn), context)).toEqual(await whatIf(place, among, context));
    }),
    { numRuns: 400 },
  );
});

test('a town of thousands, with many alike in one cell', () => {
  const [crowd, places] = [fc.sample(people(0), { numRuns: 1, seed: 1 }).flat(), fc.sample(anywhere, { numRuns: 24, seed: 2 })];
  const some = fc.sample(anyStanding, { numRuns: 1500, seed: 3 });
  const alike = fc.sample(features, { numRuns: 2500, seed: 4 }).map((more): Standing => standing(volunteer({ ...more, travelLimit: 60 })));
  crowd.push(...[...some, ...alike].map((one, at): Standing => ({ ...one, facts: { ...one.facts, id: uuid(at) } })));
  const index = filled(crowd);
  const all = current(crowd);
  for (const [at, place] of places.entries()) {
    const open = { ...place, open: true, startsAt: place.startsAt < context.now ? position().startsAt : place.startsAt, endsAt: place.startsAt < context.now ? position().endsAt : place.endsAt };
    for (const [limit, weekParts] of [[50, [15, 16]], [at % 3 === 0 ? 400 : 7, [at % 21]], [20, []]] as const) {
      expectSame(index, all, { ...open, weekParts }, limit);
      for (const handedIn of [false, true]) expect(index.supply({ ...open, weekParts }, context, {}, handedIn)).toEqual(supplyAmong(all, context)({ ...open, weekParts }, handedIn));
    }
  }
  expect(all.length).toBeGreaterThan(3000);
});

test('the same input, the same answers, in whatever order it comes', () => {
  fc.assert(fc.property(people(40), anywhere, (all, place) => { expect(filled([...all].reverse()).best(place, firstWeights, context, 20)).toEqual(filled(all).best(place, firstWeights, context, 20)); }));
});

test('with personal features off nothing of a person moves them', () => {
  fc.assert(
    fc.property(people(30), fc.array(features, { minLength: 30, maxLength: 30 }), anywhere, (all, others, place) => {
      const off = (one: Standing, patch: Partial<VolunteerFacts>): Standing => ({ ...one, facts: { ...one.facts, ...patch, personal: false } });
      expect(filled(all.map((one, at) => off(one, others[at]!))).best(place, firstWeights, context, 30)).toEqual(filled(all.map((one) => off(one, {}))).best(place, firstWeights, context, 30));
    }),
  );
});

test('an id that is no UUID is refused, and nothing is changed by it', () => {
  const index = filled([standing(volunteer({ id: uuid(1) }))]);
  for (const id of ['v1', uuid(2).toUpperCase(), `${uuid(2)}0`, uuid(2).replace('-', '_')]) expect(() => index.upsert(standing(volunteer({ id })))).toThrow(RangeError);
  expect([index.size, index.version, index.best(position(), firstWeights, context, 5).map(({ id }) => id)]).toEqual([1, 1, [uuid(1)]]);
});

test('a merge is due from two in a hundred changes on, and brings the index back to its size', () => {
  const index = filled(Array.from({ length: 3000 }, (_, at) => standing(volunteer({ id: uuid(at) }))));
  const before = index.memory;
  expect(index.mergeDue).toBe(false);
  for (let at = 0; at < 2100; at++) index.upsert(standing(volunteer({ id: uuid(at), topicIds: ['crops'] })));
  expect([index.mergeDue, index.pending]).toEqual([true, 4200]);
  index.merge(TODAY);
  expect([index.mergeDue, index.pending, index.size]).toEqual([false, 0, 3000]);
  expect(index.memory.columns).toBeLessThan(1.3 * before.columns);
});

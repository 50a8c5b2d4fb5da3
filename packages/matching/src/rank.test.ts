import fc from 'fast-check';
import { anybody, anyCredential, anywhere, at, context, crowd, features, offer, position, volunteer } from '../tests/city.js';
import { blocksOf } from './blocks.js';
import type { PositionFacts, VolunteerFacts } from './facts.js';
import { rankPositions, rankVolunteers } from './rank.js';
import { firstWeights } from './score.js';

const suggested = (person: VolunteerFacts, positions: readonly PositionFacts[], limit?: number) => rankPositions(person, positions, firstWeights, context, limit).best.map(({ position: { id } }) => id);
const candidates = (place: PositionFacts, people: readonly VolunteerFacts[], limit?: number) => rankVolunteers(place, people, firstWeights, context, limit).best.map(({ volunteer: { id } }) => id);
const shuffled = <T>(rows: readonly T[], seed: number): T[] =>
  rows.map((row, index) => ({ row, key: Math.imul(index + 1, seed | 1) >>> 3 })).sort((a, b) => a.key - b.key).map(({ row }) => row);

test('nobody who is blocked is ever ranked, and nobody who may is left out', () => {
  fc.assert(
    fc.property(anybody, offer, (person, positions) => {
      const free = positions.filter((place) => blocksOf(person, place, context).length === 0);
      const ids = suggested(person, positions);
      expect(ids.filter((id) => !free.some((place) => place.id === id))).toEqual([]);
      expect(ids).toHaveLength(new Set(free.map(({ activityId }) => activityId)).size);
    }),
  );
  fc.assert(
    fc.property(anywhere, crowd, (place, people) => {
      expect(candidates(place, people).sort()).toEqual(people.filter((person) => blocksOf(person, place, context).length === 0).map(({ id }) => id));
    }),
  );
});

test('the same input, the same order, in whatever order it comes', () => {
  fc.assert(
    fc.property(anybody, offer, fc.integer(), (person, positions, seed) => {
      expect(rankPositions(person, shuffled(positions, seed), firstWeights, context)).toEqual(rankPositions(person, positions, firstWeights, context));
    }),
  );
  fc.assert(
    fc.property(anywhere, crowd, fc.integer(), (place, people, seed) => {
      expect(rankVolunteers(place, shuffled(people, seed), firstWeights, context)).toEqual(rankVolunteers(place, people, firstWeights, context));
    }),
  );
});

test('scores fall, an activity stands once with its best position, and the first k are the first k of all', () => {
  fc.assert(
    fc.property(anybody, offer, fc.nat(5), (person, positions, limit) => {
      const { total, best: all } = rankPositions(person, positions, firstWeights, context);
      expect(all).toHaveLength(total);
      expect(rankPositions(person, positions, firstWeights, context, limit).total).toBe(total);
      expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
      expect(new Set(all.map((one) => one.position.activityId)).size).toBe(all.length);
      for (const { position: place, score } of all) {
        const siblings = positions.filter(({ id, activityId }) => activityId === place.activityId && id !== place.id);
        for (const { score: other } of rankPositions(person, siblings, firstWeights, context).best) expect(other).toBeLessThanOrEqual(score);
      }
      expect(suggested(person, positions, limit)).toEqual(all.slice(0, limit).map((one) => one.position.id));
    }),
  );
  fc.assert(fc.property(anywhere, crowd, fc.nat(5), (place, people, limit) => { expect(candidates(place, people, limit)).toEqual(candidates(place, people).slice(0, limit)); }));
});

test('gaining what was missing never removes a suggestion', () => {
  fc.assert(
    fc.property(anybody, offer, (person, positions) => {
      const gained = { ...person, toIslands: true, toMountains: true, pausedUntil: null, absences: [], monthlyHours: null, held: [] };
      const activities = (ids: readonly string[]) => positions.filter(({ id }) => ids.includes(id)).map(({ activityId }) => activityId);
      const after = activities(suggested(gained, positions));
      expect(activities(suggested(person, positions)).filter((id) => !after.includes(id))).toEqual([]);
    }),
  );
});

test('a certificate gained removes no activity from a list and nobody from the candidates', () => {
  fc.assert(
    fc.property(anybody, offer, anyCredential, (person, positions, gained) => {
      const activities = (one: VolunteerFacts): Set<string> => new Set(rankPositions(one, positions, firstWeights, context).best.map((ranked) => ranked.position.activityId));
      const after = activities({ ...person, credentials: [...person.credentials, gained] });
      expect([...activities(person)].filter((id) => !after.has(id))).toEqual([]);
    }),
  );
  fc.assert(
    fc.property(anywhere, crowd, anyCredential, fc.nat(11), (place, people, gained, which) => {
      const after = candidates(place, people.map((person, index) => (index === which ? { ...person, credentials: [...person.credentials, gained] } : person)));
      expect(candidates(place, people).filter((id) => !after.includes(id))).toEqual([]);
    }),
  );
});

test('switched off, personal features order nothing: the nearest days stand first', () => {
  fc.assert(
    fc.property(anybody, offer, features, (person, positions, other) => {
      const off = { ...person, personal: false };
      const ranked = rankPositions(off, positions, firstWeights, context);
      expect(rankPositions({ ...off, ...other }, positions, firstWeights, context)).toEqual(ranked);
      const times = ranked.best.map((one) => Date.parse(one.position.startsAt));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(ranked.best.every(({ score, parts }) => score === 0 && parts.length === 0)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(anywhere, crowd, fc.array(features, { minLength: 12, maxLength: 12 }), (place, people, others) => {
      const off = people.map((person) => ({ ...person, personal: false }));
      const changed = off.map((person, index) => ({ ...person, ...others[index] }));
      expect(candidates(place, changed)).toEqual(candidates(place, off));
    }),
  );
});

test('ties go to who was asked longest ago, then by id; among positions to the sooner one', () => {
  const people = [volunteer({ id: 'v4', lastAskedAt: at(-2) }), volunteer({ id: 'v3', lastAskedAt: at(-9) }), volunteer({ id: 'v2' }), volunteer({ id: 'v1' })];
  expect(candidates(position(), people)).toEqual(['v1', 'v2', 'v3', 'v4']);
  const late = position({ id: 'p0', activityId: 'a2', startsAt: at(220) });
  expect(suggested(volunteer(), [late, position({ id: 'p9', activityId: 'a1' }), position({ id: 'p8', activityId: 'a0' })])).toEqual(['p8', 'p9', 'p0']);
});

test('other wishes, other first three', () => {
  const positions = ['crops', 'livestock', 'eyes', 'hearts'].flatMap((topic, index) => [0, 1].map((more) =>
    position({ id: `p${index}${more}`, activityId: `a${index}${more}`, topicIds: [topic], audienceIds: [topic === 'eyes' ? 'pupils' : topic === 'hearts' ? 'elderly' : 'farmers'] })));
  expect(suggested(volunteer({ topicIds: ['crops'], occupation: 'agronomist' }), positions, 3)).toEqual(['p00', 'p01', 'p10']);
  expect(suggested(volunteer({ topicIds: ['hearts'], occupation: 'medical' }), positions, 3)).toEqual(['p30', 'p31', 'p20']);
});

import { firstWavePolicy, planWaves, type Invitee, type WavePost } from '@kepu/matching';
import { digestOf, stepsOf, type RoundInputs } from './wave-rounds.js';

const people: [string, Invitee][] = Array.from({ length: 12 }, (_, index) => [String(index + 10), { id: String(index + 10), off: index === 3, personal: index !== 4, sentAt: index === 5 ? ['2026-11-27T01:00:00.000Z'] : [], declinedAt: index === 6 ? '2026-11-27T01:00:00.000Z' : null, sent: 0, yes: 0 }]);
const post: WavePost = { id: 'p', startsAt: '2026-12-02T01:00:00.000Z', places: 1, candidates: people.map(([personId], index) => ({ personId, score: 1 - index / 100, otherTimes: index === 0 })), asked: [], open: [] };
const inputs: RoundInputs = { now: '2026-11-28T01:00:00.000Z', posts: [post], people, answered: { sent: 0, yes: 0 }, seed: 7 };

it('makes the same of what was kept, after it has been written down', () => {
  const kept = JSON.parse(JSON.stringify(inputs)) as RoundInputs;
  expect(stepsOf(kept)).toEqual(planWaves({ ...inputs, people: new Map(people) }, firstWavePolicy));
  expect(digestOf(kept)).toBe(digestOf(inputs));
  expect(stepsOf(inputs)).toMatchObject([{ kind: 'send', personIds: expect.not.arrayContaining(['13', '15', '16']) as string[] }]);
  expect(digestOf({ ...kept, seed: 8 })).not.toBe(digestOf(kept));
});

import fc from 'fast-check';
import type { Invitee } from './invitees.js';
import { planWaves, type WavePost, type WaveRound, type WaveStep } from './plan-waves.js';
import { firstWavePolicy as policy } from './policy.js';

/** Saturday, 28 November 2026, 8:00 in Shanghai. */
const NOW = Date.parse('2026-11-28T00:00:00.000Z');
const HOUR = 3_600_000;
const at = (hours: number): string => new Date(NOW + hours * HOUR).toISOString();
const invitee = (id: string, patch: Partial<Invitee> = {}): Invitee => ({ id, off: false, personal: true, sentAt: [], declinedAt: null, sent: 0, yes: 0, ...patch });
const post = (patch: Partial<WavePost> = {}): WavePost => ({ id: 'p', startsAt: at(100), places: 1, candidates: [], asked: [], open: [], ...patch });
const round = (people: readonly Invitee[], posts: readonly WavePost[], patch: Partial<WaveRound> = {}): WaveRound =>
  ({ now: at(2), posts, people: new Map(people.map((one) => [one.id, one])), answered: { sent: 0, yes: 0 }, seed: 1, ...patch });
const all = (people: readonly Invitee[], score = (index: number): number => 1 - index / 100) => people.map(({ id }, index) => ({ personId: id, score: score(index) }));
const crowd = (count: number, patch: Partial<Invitee> = {}): Invitee[] => Array.from({ length: count }, (_, index) => invitee(`v${String(index).padStart(2, '0')}`, patch));
const invited = (step: WaveStep | undefined): readonly string[] => (step?.kind === 'send' ? step.personIds : []);
const only = (given: WaveRound): WaveStep => planWaves(given, policy)[0]!;

describe('how many', () => {
  test('the fewest that fill all places with the confidence, best first', () => {
    const people = crowd(40);
    const one = only(round(people, [post({ candidates: all(people) })]));
    // 1 − 0.75⁶ = 0.82; five would be 0.76.
    expect(invited(one)).toEqual(people.slice(0, 6).map(({ id }) => id));
    expect(one).toMatchObject({ chance: expect.closeTo(1 - 0.75 ** 6, 9), answerBy: at(2 + 24) });
    expect(invited(only(round(people, [post({ places: 2, candidates: all(people) })])))).toHaveLength(11);
    const eager = crowd(40, { sent: 6, yes: 6 });
    expect(invited(only(round(eager, [post({ candidates: all(eager) })])))).toHaveLength(2);
  });

  test('who has switched personal features off counts as everybody does', () => {
    const off = crowd(40, { sent: 20, yes: 20, personal: false });
    expect(invited(only(round(off, [post({ candidates: all(off) })])))).toHaveLength(6);
  });

  test('while those who have not answered fill it well enough, nobody else is asked; when enough have said no, more are', () => {
    const people = crowd(40);
    const open = (count: number) => people.slice(0, count).map(({ id }) => ({ personId: id, answerBy: at(20) }));
    const asked = people.slice(0, 6).map(({ id }) => id);
    expect(only(round(people, [post({ candidates: all(people), asked, open: open(3) })]))).toEqual({ postId: 'p', kind: 'wait', until: at(20) });
    expect(invited(only(round(people, [post({ candidates: all(people), asked, open: open(2) })])))).toEqual(people.slice(6, 10).map(({ id }) => id));
    // Their time is over.
    expect(invited(only(round(people, [post({ candidates: all(people), asked, open: open(6) })], { now: at(25) })))).toHaveLength(6);
  });

  test.each<[string, Partial<WavePost>, number, WaveStep]>([
    ['filled', { places: 0 }, 2, { postId: 'p', kind: 'rest', because: 'filled' }],
    ['more than ten days ahead', { startsAt: at(2 + 241) }, 2, { postId: 'p', kind: 'rest', because: 'too_early' }],
    ['in the last hours', { startsAt: at(5) }, 2, { postId: 'p', kind: 'rest', because: 'too_late' }],
    ['at night', {}, 15, { postId: 'p', kind: 'wait', until: at(24) }],
    ['everybody was asked', { asked: crowd(9).map(({ id }) => id) }, 2, { postId: 'p', kind: 'rest', because: 'nobody_left' }],
  ])('nothing is sent: %s', (_, patch, now, step) => expect(only(round(crowd(9), [post({ candidates: all(crowd(9)), ...patch })], { now: at(now) }))).toEqual(step));
});

describe('whom', () => {
  test('between nearly equals who was asked longest ago, never those asked much lately', () => {
    const people = [invitee('a', { sentAt: [at(-24 * 9), at(-24 * 16)] }), invitee('b', { sentAt: [at(-24 * 20)] }), invitee('c'), ...crowd(9)];
    const near = people.map(({ id }, index) => ({ personId: id, score: index < 3 ? 0.9 - index / 100 : -1 }));
    expect(invited(only(round(people, [post({ candidates: near })]))).slice(0, 3)).toEqual(['c', 'b', 'a']);
    // A far better fit is asked all the same, and with personal features off nobody looks.
    expect(invited(only(round(people, [post({ candidates: near.map((one) => (one.personId === 'a' ? { ...one, score: 2.5 } : one)) })])))[0]).toBe('a');
    const off = people.map((one) => ({ ...one, personal: false }));
    expect(invited(only(round(off, [post({ candidates: near })]))).slice(0, 3)).toEqual(['a', 'b', 'c']);
  });

  test('who has named other times is asked when nobody else is left; with personal features off nobody looks at what was named', () => {
    const people = crowd(8);
    const candidates = all(people).map((one, index) => ({ ...one, otherTimes: index < 4 }));
    expect(invited(only(round(people, [post({ candidates })])))).toEqual(['v04', 'v05', 'v06', 'v07', 'v00', 'v01']);
    const off = people.map((one) => ({ ...one, personal: false }));
    expect(invited(only(round(off, [post({ candidates })])))).toEqual(['v00', 'v01', 'v02', 'v03', 'v04', 'v05']);
  });

  test.each<[string, Partial<Invitee>, boolean]>([
    ['switched off', { off: true }, false], ['said no a week ago', { declinedAt: at(-7 * 24) }, false], ['said no 15 days ago', { declinedAt: at(-15 * 24) }, true], ['asked twice within the week', { sentAt: [at(-30), at(-100)] }, false],
    ['asked once within the week', { sentAt: [at(-30)] }, true], ['asked yesterday evening', { sentAt: [at(-14)] }, false], ['asked twice, once long ago', { sentAt: [at(-30), at(-200)] }, true],
  ])('%s', (_, patch, asked) => expect(invited(only(round([invitee('v', patch)], [post({ candidates: [{ personId: 'v', score: 1 }] })])))).toEqual(asked ? ['v'] : []));

  test('who may have a post that few could have is kept for it', () => {
    const [doctor, ...others] = crowd(30);
    const common = post({ id: 'a', startsAt: at(60), candidates: all([doctor!, ...others]) });
    const scarce = post({ id: 'z', startsAt: at(90), candidates: [{ personId: doctor!.id, score: 0.1 }] });
    const steps = planWaves(round([doctor!, ...others], [common, scarce]), policy);
    expect(steps.map(({ postId }) => postId)).toEqual(['a', 'z']);
    expect(invited(steps[1])).toEqual([doctor!.id]);
    expect(invited(steps[0])).not.toContain(doctor!.id);
    // Asked for it already, or filled: free for the others.
    expect(invited(planWaves(round([doctor!, ...others], [common, { ...scarce, asked: [doctor!.id] }]), policy)[0])).toContain(doctor!.id);
    expect(invited(planWaves(round([doctor!, ...others], [common, { ...scarce, places: 0 }]), policy)[0])).toContain(doctor!.id);
  });
});

const ids = crowd(14).map(({ id }) => id);
const anyone = fc.record({
  off: fc.integer({ min: 0, max: 5 }).map((sign) => sign === 0), personal: fc.boolean(), sentAt: fc.array(fc.integer({ min: -400, max: 0 }).map(at), { maxLength: 3 }), declinedAt: fc.option(fc.integer({ min: -800, max: 0 }).map(at)), sent: fc.nat(9), share: fc.nat(100),
}).map(({ share, ...rest }) => ({ ...rest, yes: Math.floor((rest.sent * share) / 100) }));
const anyPost = fc.record({
  startsAt: fc.integer({ min: 0, max: 300 }).map(at), places: fc.nat(4), candidates: fc.subarray(ids).chain((some) => fc.array(fc.integer({ min: 0, max: 12 }), { minLength: some.length, maxLength: some.length }).map((scores) => some.map((personId, index) => ({ personId, score: scores[index]! / 10, otherTimes: scores[index]! % 3 === 0 })))),
  asked: fc.subarray(ids), answerBy: fc.integer({ min: -10, max: 60 }).map(at), stillOpen: fc.nat(4),
}).map(({ answerBy, stillOpen, ...rest }) => ({ ...rest, open: rest.asked.slice(0, stillOpen).map((personId) => ({ personId, answerBy })) }));
const anyRound: fc.Arbitrary<WaveRound> = fc.record({ now: fc.integer({ min: 0, max: 100 }).map(at), people: fc.array(anyone, { minLength: ids.length, maxLength: ids.length }), posts: fc.array(anyPost, { maxLength: 6 }), seed: fc.nat(), share: fc.nat(20) })
  .map(({ now, people, posts, seed, share }) => round(people.map((patch, index) => invitee(ids[index]!, patch)), posts.map((one, index) => ({ ...one, id: `p${index}` })), { now, seed, answered: { sent: 40, yes: share } }));

describe('properties', () => {
  test('only who may be asked, nobody twice for the same, never past the caps, never in silence, never at night, never too many', () => {
    fc.assert(fc.property(anyRound, (given) => {
      const now = Date.parse(given.now);
      const times = new Map<string, number>();
      for (const step of planWaves(given, policy)) {
        if (step.kind !== 'send') continue;
        const place = given.posts.find(({ id }) => id === step.postId)!;
        const hour = (Math.floor(now / HOUR) + 8) % 24;
        expect(hour >= policy.quietTo && hour < policy.quietFrom).toBe(true);
        expect(new Set(step.personIds).size).toBe(step.personIds.length);
        expect(step.personIds.filter((id) => place.asked.includes(id) || !place.candidates.some(({ personId }) => personId === id))).toEqual([]);
        expect(step.personIds.length + place.open.filter(({ answerBy }) => Date.parse(answerBy) > now).length).toBeLessThanOrEqual(policy.mostAPlace * place.places);
        expect(Date.parse(step.answerBy)).toBeGreaterThan(now);
        expect(Date.parse(step.answerBy)).toBeLessThan(Date.parse(place.startsAt));
        for (const id of step.personIds) times.set(id, (times.get(id) ?? 0) + 1);
      }
      for (const [id, count] of times) {
        const { off, declinedAt, sentAt } = given.people.get(id)!;
        expect(off).toBe(false);
        if (declinedAt !== null) expect(now - Date.parse(declinedAt)).toBeGreaterThanOrEqual(policy.silentDays * 24 * HOUR);
        expect(count + sentAt.filter((sent) => now - Date.parse(sent) < 7 * 24 * HOUR).length).toBeLessThanOrEqual(policy.mostAWeek);
        expect(count + sentAt.filter((sent) => now - Date.parse(sent) < 24 * HOUR).length).toBeLessThanOrEqual(policy.mostADay);
      }
    }), { numRuns: 500 });
  });

  test('one fewer would not be enough, and where it is not enough nobody else could have been asked', () => {
    fc.assert(fc.property(anyRound, (given) => {
      for (const step of planWaves(given, policy)) {
        if (step.kind !== 'send' || step.personIds.length < 2) continue;
        const place = given.posts.find(({ id }) => id === step.postId)!;
        // The same wave with its last one left out of the candidates, and nobody after: less than the confidence.
        const alone = { ...place, candidates: place.candidates.filter(({ personId }) => step.personIds.slice(0, -1).includes(personId)) };
        const less = planWaves({ ...given, posts: [alone] }, policy)[0]!;
        expect(less.kind === 'send' && less.chance < policy.confidence).toBe(true);
      }
    }), { numRuns: 300 });
  });

  test('the same round, the same steps, in whatever order people, posts and candidates come', () => {
    fc.assert(fc.property(anyRound, (given) => {
      const steps = planWaves(given, policy);
      const turned = planWaves({ ...given, people: new Map([...given.people].toReversed()), posts: given.posts.toReversed().map((one) => ({ ...one, candidates: one.candidates.toReversed(), asked: one.asked.toReversed() })) }, policy);
      expect(turned.toReversed()).toEqual(steps);
      expect(steps.map(({ postId }) => postId)).toEqual(given.posts.map(({ id }) => id));
    }));
  });

  test('switched off, own answers and earlier invitations order nothing and size nothing beyond the caps', () => {
    fc.assert(fc.property(anyRound, fc.array(fc.record({ sent: fc.nat(9), ago: fc.array(fc.integer({ min: 8 * 24, max: 60 * 24 }), { maxLength: 4 }) }), { minLength: ids.length, maxLength: ids.length }), (given, others) => {
      const people = [...given.people.values()].map((one) => ({ ...one, personal: false }));
      const changed = people.map((one, index) => ({ ...one, sent: others[index]!.sent, yes: 0, sentAt: [...one.sentAt, ...others[index]!.ago.map((hours) => new Date(Date.parse(given.now) - hours * HOUR).toISOString())] }));
      const by = (some: readonly Invitee[], posts = given.posts): WaveStep[] => planWaves({ ...given, posts, people: new Map(some.map((one) => [one.id, one])) }, policy);
      expect(by(changed, given.posts.map((one) => ({ ...one, candidates: one.candidates.map((candidate) => ({ ...candidate, otherTimes: !candidate.otherTimes })) })))).toEqual(by(people));
    }));
  });
});

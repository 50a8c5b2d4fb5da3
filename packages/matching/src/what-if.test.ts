import fc from 'fast-check';
import { anywhere, at, context, crowd, position, volunteer } from '../tests/city.js';
import { isEligible } from './blocks.js';
import type { MatchingContext, PositionFacts, VolunteerFacts } from './facts.js';
import { supplyAmong, whatIf } from './what-if.js';

const someone = (number: number, patch: Partial<VolunteerFacts> = {}): VolunteerFacts => volunteer({ id: `v${number}`, ...patch });
/** Free on Sunday morning alone. */
const onSunday = `${'0'.repeat(18)}100`;
const among = (place: PositionFacts, people: readonly VolunteerFacts[], given: MatchingContext = context) => whatIf(place, supplyAmong(people, given), given);
const physician = [{ kindId: 'physician', seen: true, fromDay: '2020-01-01', toDay: null }];

it('counts what each requirement costs, the dearest first', async () => {
  const people = [someone(1, { credentials: physician, occupation: 'medical' }), someone(2), someone(3), someone(4, { credentials: physician }), someone(5, { occupation: 'medical' })];
  const { now, changes } = await among(position({ credentialIds: ['physician'], occupations: ['medical'], minors: true }), people, context);
  expect(now).toEqual({ may: 1, free: 0 });
  expect(changes).toEqual([{ change: { code: 'without_credential', kindId: 'physician' }, may: 2, free: 0 }, { change: { code: 'any_occupation' }, may: 2, free: 0 }]);
});

it('tells how many wait for somebody to look at their certificate', async () => {
  const waiting = [{ kindId: 'physician', seen: false, fromDay: '2020-01-01', toDay: null }];
  const { changes } = await among(position({ credentialIds: ['physician'], minors: true }), [someone(1, { credentials: waiting }), someone(2)], context);
  expect(changes).toEqual([{ change: { code: 'without_credential', kindId: 'physician' }, may: 2, free: 0 }, { change: { code: 'credentials_seen' }, may: 1, free: 0 }]);
});

it('names another day where more are free, with the hours as they are, and none that is over', async () => {
  const people = [someone(1, { availability: onSunday }), someone(2, { availability: onSunday })];
  // Saturday, 5 December, 9:00.
  const saturday = position({ minors: true });
  expect(await among(saturday, people)).toEqual({ now: { may: 2, free: 0 }, changes: [{ change: { code: 'on_day', day: '2026-12-06' }, may: 2, free: 2 }] });
  // Sunday, 29 November, one day from now: the Saturday of that week begins before that.
  const sunday = position({ startsAt: at(25), weekParts: [18], minors: true });
  expect((await among(sunday, [someone(1, { availability: `${'0'.repeat(15)}100000` })], { ...context, now: at(2) })).changes).toEqual([]);
});

it('does not look at the hours of whoever has switched personal features off', async () => {
  expect(await among(position({ minors: true }), [someone(1, { availability: onSunday, personal: false })])).toEqual({ now: { may: 1, free: 0 }, changes: [] });
});

it('never names a change that brings nobody, and counts as the rules do', async () => {
  await fc.assert(fc.asyncProperty(crowd, anywhere, async (people, place) => {
    const { now, changes } = await among(place, people);
    expect(now.may).toBe(people.filter((person) => isEligible(person, place, context)).length);
    for (const { change, may, free } of changes) {
      expect(change.code === 'on_day' ? free > now.free : may > now.may).toBe(true);
      expect(free).toBeLessThanOrEqual(may);
    }
    expect(changes.length).toBeLessThanOrEqual(4);
    if (place.dangerous) expect(changes.some(({ change }) => change.code === 'with_minors')).toBe(false);
  }));
});

import type { Block, MySignup } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import fc from 'fast-check';
import { eachDatabase } from '../../../test-support/databases.js';
import { positionState, type MadeActivity } from '../../../test-support/shifts.js';
import { BASE, furnishSignups, type SignupsRoom } from '../../../test-support/signups.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { insertRows, newId, readRows, toDbTime } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { problemOf } from '../../platform/http/problem.filter.js';
import { AttendanceEntity } from './signup.entity.js';

const asked = { waitIfFull: true, onDuty: false, note: null };
const positionOf = (made: MadeActivity, shift = 0): string => made.shifts[shift]?.positionIds[0] ?? '';
const refused = async (answer: Promise<unknown>): Promise<Refusal> => answer.then(() => { throw new Error('It was not refused'); }, (error: unknown) => {
  if (error instanceof Refusal) return error;
  throw error;
});

eachDatabase('sign-ups', (makeDb) => {
  let room: SignupsRoom;
  beforeAll(async () => { room = await furnishSignups(makeDb); });
  beforeEach(() => {
    room.at(-2 * 24 * 60);
    room.blocked.clear();
  });

  const sign = (person: PersonActor, position: string): Promise<MySignup> => room.requests.create(person, position, asked);
  const own = (person: PersonActor, { id }: MySignup): Promise<MySignup> => room.lists.mineOne(person, id);
  const present = (signup: MySignup, person: PersonActor, state: 'present' | 'absent' | 'settled') => room.work.run(() => insertRows(room.database.writer, AttendanceEntity, [{
    id: newId(), signupId: signup.id, shiftId: signup.shift.id, volunteerId: person.accountId, state, inAt: null, inBy: null, outAt: null, outBy: null, minutes: null, markedBy: null, createdAt: room.clock.now(), version: 1,
  }]));
  const jobsAbout = async (signup: MySignup) => (await readRows<{ payload: string }>(room.database.reader, "SELECT j.payload AS payload FROM jobs j WHERE j.kind = 'notice.signup' ORDER BY j.id"))
    .map(({ payload }) => JSON.parse(payload) as { event: string; signupIds: string[] }).filter(({ signupIds }) => signupIds.includes(signup.id)).map(({ event }) => event);
  /** As the activity's own service moves a shift, before it asks what becomes of the people. */
  const moveTo = async (made: MadeActivity, from: number, to: number) => {
    const time = (minutes: number) => toDbTime(new Date(room.clock.now().getTime() + 2 * 24 * 3_600_000 + minutes * 60_000));
    await room.work.run(async () => {
      await room.database.writer.query('UPDATE shifts SET starts_at = ?, ends_at = ? WHERE id = ?', [time(from), time(to), made.shifts[0]?.id]);
      await room.cancellations.shiftMoved(room.liaison, made.shifts[0]?.id ?? '', '大风');
    });
  };

  it('of a shift that is cancelled are cancelled with it: nobody is absent, and every place is free', async () => {
    const made = await room.activity({ shifts: [{ from: 0, to: 120, positions: [{ maximum: 2 }] }, { from: 300, to: 400 }] });
    const [a, b, c, d] = (await room.people(4)) as [PersonActor, PersonActor, PersonActor, PersonActor];
    const [one, two, three] = [await sign(a, positionOf(made)), await sign(b, positionOf(made)), await sign(c, positionOf(made))];
    const elsewhere = await sign(d, positionOf(made, 1));
    await present(one, a, 'absent');
    await present(two, b, 'present');
    await room.work.run(() => room.cancellations.cancelShifts(room.liaison, [made.shifts[0]?.id ?? ''], '台风，活动取消'));
    for (const [person, signup] of [[a, one], [b, two], [c, three]] as const) expect(await own(person, signup)).toMatchObject({ state: 'cancelled', reason: '台风，活动取消', queue: null, attendance: null });
    expect(await own(d, elsewhere)).toMatchObject({ state: 'confirmed' });
    expect(await positionState(room, positionOf(made))).toEqual({ maximum: 2, counter: 0, confirmed: 0, waiting: 0, requested: 0 });
    const audit = await readRows(room.database.reader, "SELECT x.id AS id FROM audit_entries x WHERE x.action = 'signup.cancelled' AND x.actor_id = :id", { id: room.liaison.accountId });
    expect(audit).toHaveLength(3);
    // Whoever was cancelled may come again, should the shift be offered again.
    expect(await sign(a, positionOf(made))).toMatchObject({ id: one.id, state: 'confirmed', reason: null });
  });

  it('of a shift whose hours stand in the ledger stay as they are', async () => {
    const made = await room.activity({ shifts: [{ from: 0, to: 120, positions: [{ maximum: 2 }] }] });
    const [a, b] = (await room.people(2)) as [PersonActor, PersonActor];
    const [one, two] = [await sign(a, positionOf(made)), await sign(b, positionOf(made))];
    await present(one, a, 'settled');
    const shiftId = made.shifts[0]?.id ?? '';
    expect((await refused(room.work.run(() => room.cancellations.cancelShifts(room.liaison, [shiftId], 'x')))).code).toBe('shift.settled');
    expect((await refused(room.work.run(() => room.cancellations.shiftMoved(room.liaison, shiftId, 'x')))).code).toBe('shift.settled');
    expect([(await own(a, one)).state, (await own(b, two)).state]).toEqual(['confirmed', 'confirmed']);
  });

  it('of a shift that is moved are kept, but for those who are elsewhere then: they are told why, and the next in line has the place', async () => {
    const made = await room.activity({ title: '改期的讲座' });
    const [holder, heir, other] = (await room.people(3)) as [PersonActor, PersonActor, PersonActor];
    const [held, waiting] = [await sign(holder, positionOf(made)), await sign(heir, positionOf(made))];
    await sign(holder, positionOf(await room.activity({ title: '下午的义诊', shifts: [{ from: 300, to: 420 }] })));
    await moveTo(made, 500, 600);
    expect(await own(holder, held)).toMatchObject({ state: 'confirmed' });
    expect(await jobsAbout(held)).toEqual(['confirmed']);
    await moveTo(made, 360, 480);
    expect(await own(holder, held)).toMatchObject({ state: 'cancelled', reason: '大风' });
    expect(await own(heir, waiting)).toMatchObject({ state: 'confirmed' });
    expect([await jobsAbout(held), await jobsAbout(waiting)]).toEqual([['confirmed', 'clashed'], ['waiting', 'confirmed']]);
    expect(await positionState(room, positionOf(made))).toMatchObject({ counter: 1, confirmed: 1, waiting: 0 });
    // Without a line the place is free again.
    const alone = await room.activity();
    const lonely = await sign(other, positionOf(alone));
    await sign(other, positionOf(await room.activity({ shifts: [{ from: 300, to: 420 }] })));
    await moveTo(alone, 360, 480);
    expect((await own(other, lonely)).state).toBe('cancelled');
    expect(await positionState(room, positionOf(alone))).toMatchObject({ counter: 0, confirmed: 0 });
  });

  it('fill a position that has grown, first come first', async () => {
    const made = await room.activity();
    const people = await room.people(5);
    const signups: MySignup[] = [];
    for (const person of people) signups.push(await sign(person, positionOf(made)));
    await room.work.run(() => room.database.writer.query('UPDATE positions SET maximum = 3 WHERE id = ?', [positionOf(made)]));
    expect(await room.work.run(() => room.places.fill(positionOf(made)))).toBe(2);
    expect(await Promise.all(people.map(async (person, index) => (await own(person, signups[index] as MySignup)).state))).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting', 'waiting']);
    expect(await room.work.run(() => room.places.fill(positionOf(made)))).toBe(0);
    expect(await positionState(room, positionOf(made))).toEqual({ maximum: 3, counter: 3, confirmed: 3, waiting: 2, requested: 0 });
  });

  it('are refused by a hard rule with its sentence and what would help, in both languages', async () => {
    const [person] = (await room.people(1)) as [PersonActor];
    const made = await room.activity();
    const say = async (block: Block, locale: Locale) => {
      room.blocked.set(person.accountId, [{ code: 'overlap', params: { title: 'x' } }, { code: 'started', params: {} }, block]);
      const refusal = await refused(room.requests.create(person, positionOf(made), asked, locale));
      expect([refusal.code, refusal.params['block']]).toEqual(['signup.not_eligible', block.code]);
      return problemOf(refusal, locale, 'r').problem.detail;
    };
    expect(await say({ code: 'age', params: { age: 45 } }, 'zh-CN')).toBe('暂时不能报这个岗位：岗位要求年满 45 周岁。可以看看同一活动的其他岗位。');
    expect(await say({ code: 'age', params: { age: 45 } }, 'en')).toBe('You cannot have this position yet: the position asks for age 45 and over. Look at the other positions.');
    expect(await say({ code: 'travel_between', params: { title: '{age}', minutes: 90 } }, 'zh-CN')).toContain('与“{age}”之间来不及赶路（约需 90 分钟）');
    // Whoever decides for the unit hears it in the same words.
    const request = await room.activity({ flow: 'request' });
    room.blocked.clear();
    const wish = await sign(person, positionOf(request));
    room.blocked.set(person.accountId, [{ code: 'paused', params: { day: '2026-04-01' } }]);
    for (const decide of [() => room.decisions.confirm(room.liaison, wish.id, 1, 'en'), () => room.decisions.place(room.liaison, positionOf(made), { volunteerId: person.accountId, onDuty: false, note: 'x' }, 'en')]) {
      expect((await refused(decide())).params['why']).toBe('paused until 2026-04-01');
    }
    // What has a code of its own is no reason here: the turn decides about it.
    room.blocked.set(person.accountId, [{ code: 'overlap', params: { title: 'x' } }]);
    expect((await sign(person, positionOf(made))).state).toBe('confirmed');
  });

  it('are held until a night after the shift: what matching is told of', async () => {
    const made = await room.activity({ title: '有效名额', shifts: [{ from: 0, to: 120, positions: [{ maximum: 1 }] }, { from: 300, to: 400 }] });
    const [holder, waiter, nobody] = (await room.people(3)) as [PersonActor, PersonActor, PersonActor];
    await sign(holder, positionOf(made));
    await sign(waiter, positionOf(made));
    await sign(holder, positionOf(made, 1));
    const ids = [holder, waiter, nobody].map(({ accountId }) => accountId);
    const time = (minutes: number) => new Date(BASE.getTime() + minutes * 60_000).toISOString();
    const held = (from: number, to: number) => ({ activityTitle: '有效名额', startsAt: time(from), endsAt: time(to), countyCode: '330302' });
    expect([...(await room.held.of(ids))]).toEqual([[holder.accountId, [held(0, 120), held(300, 400)]]]);
    // A long list is asked for as a whole, and answers the same.
    expect([...(await room.held.of([...ids, ...Array.from({ length: 600 }, newId)]))]).toEqual([[holder.accountId, [held(0, 120), held(300, 400)]]]);
    room.at(120 + 11 * 60 - 1);
    expect([...(await room.held.of(ids))]).toEqual([[holder.accountId, [held(0, 120), held(300, 400)]]]);
    room.at(120 + 11 * 60);
    expect([...(await room.held.of(ids))]).toEqual([[holder.accountId, [held(300, 400)]]]);
    expect((await room.held.of([])).size).toBe(0);
  });

  it('pass over whoever waits and may not come any more', async () => {
    const made = await room.activity();
    const [holder, paused, next] = (await room.people(3)) as [PersonActor, PersonActor, PersonActor];
    const held = await sign(holder, positionOf(made));
    const [first, second] = [await sign(paused, positionOf(made)), await sign(next, positionOf(made))];
    room.blocked.set(paused.accountId, [{ code: 'paused', params: { day: '2026-04-01' } }]);
    await room.requests.withdraw(holder, held.id, { version: held.version, reason: null });
    expect([(await own(paused, first)).state, (await own(next, second)).state]).toEqual(['waiting', 'confirmed']);
  });

  it('are held for whoever has waited long, and given at once to whoever has just come or where it is too late to ask', async () => {
    const made = await room.activity({ shifts: [{ from: 0, to: 120, positions: [{ maximum: 1 }] }] });
    const position = positionOf(made);
    const [holder, first, second, third] = (await room.people(4)) as [PersonActor, PersonActor, PersonActor, PersonActor];
    room.at(-6 * 24 * 60);
    const held = await sign(holder, position);
    const waiting = [await sign(first, position)];
    room.clock.advance(1);
    waiting.push(await sign(second, position));
    room.at(-4 * 24 * 60);
    waiting.push(await sign(third, position));
    const [one, two, three] = waiting as [MySignup, MySignup, MySignup];
    room.offered.length = 0;
    await room.requests.withdraw(holder, held.id, { version: held.version, reason: null });
    // The place stays taken, and nobody else can have it.
    expect(room.offered).toEqual([first.accountId]);
    expect(await own(first, one)).toMatchObject({ state: 'waiting', queue: 1 });
    expect(await positionState(room, position)).toMatchObject({ counter: 1, confirmed: 0, waiting: 3 });
    expect((await refused(room.requests.create(holder, position, { ...asked, waitIfFull: false }))).code).toBe('position.full');
    expect(await room.rows.heldTooLong(room.clock.now(), 9)).toEqual([]);
    // No answer: it goes on to the next, who has waited long as well and says no.
    room.at(-3 * 24 * 60 + 60);
    expect((await room.rows.heldTooLong(room.clock.now(), 9)).map(({ id }) => id)).toEqual([one.id]);
    await room.work.run(() => room.requests.pass(first.accountId, one.id));
    expect(await own(first, one)).toMatchObject({ state: 'withdrawn' });
    expect(room.offered).toEqual([first.accountId, second.accountId]);
    await room.requests.withdraw(second, two.id, { version: (await own(second, two)).version, reason: null });
    expect(room.offered).toEqual([first.accountId, second.accountId, third.accountId]);
    // The unit confirms whom it is held for: no second place is taken.
    await room.decisions.confirm(room.liaison, three.id, (await own(third, three)).version);
    expect(await own(third, three)).toMatchObject({ state: 'confirmed' });
    expect(await positionState(room, position)).toMatchObject({ counter: 1, confirmed: 1, waiting: 0 });
    // In the last hours nobody is asked: the place is given.
    const again = await sign(first, position);
    room.at(-60);
    await room.requests.withdraw(third, three.id, { version: (await own(third, three)).version, reason: '病了' });
    expect(await own(first, again)).toMatchObject({ state: 'confirmed' });
    expect(await positionState(room, position)).toMatchObject({ counter: 1, confirmed: 1, waiting: 0 });
  });

  it('that are held are taken over by a yes, given back by a refusal, and end with the shift', async () => {
    const held = async () => {
      room.at(-6 * 24 * 60);
      const made = await room.activity();
      const [holder, waiter] = (await room.people(2)) as [PersonActor, PersonActor];
      const [own1, own2] = [await sign(holder, positionOf(made)), await sign(waiter, positionOf(made))];
      room.at(-4 * 24 * 60);
      await room.requests.withdraw(holder, own1.id, { version: own1.version, reason: null });
      return { made, position: positionOf(made), waiter, signup: await own(waiter, own2) };
    };
    const a = await held();
    await room.work.run(() => room.requests.seat(a.waiter, a.position, a.waiter.accountId, 'zh-CN'));
    expect(await positionState(room, a.position)).toMatchObject({ counter: 1, confirmed: 1, waiting: 0 });
    const b = await held();
    await room.decisions.refuse(room.liaison, b.signup.id, { version: b.signup.version, reason: 'x' });
    expect(await positionState(room, b.position)).toMatchObject({ counter: 0, confirmed: 0, waiting: 0 });
    const c = await held();
    await room.work.run(() => room.cancellations.cancelShifts(room.liaison, [c.made.shifts[0]?.id ?? ''], '台风'));
    expect(await own(c.waiter, c.signup)).toMatchObject({ state: 'cancelled' });
    expect(await positionState(room, c.position)).toMatchObject({ counter: 0, confirmed: 0, waiting: 0 });
    expect(await room.rows.heldTooLong(room.clock.now(), 9)).toEqual([]);
  });

  /** What one position does to a few people, whatever they do: the model knows states and the order of the line only. */
  it('agree with a model at every step: the counter is the number of those who have a place, and nobody waits while one is free', async () => {
    type Step = readonly ['sign' | 'withdraw' | 'refuse' | 'grow', number];
    const step = fc.tuple(fc.constantFrom('sign', 'sign', 'withdraw', 'refuse', 'grow'), fc.nat(3)) as fc.Arbitrary<Step>;
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const made = await room.activity();
      const position = positionOf(made);
      const people = await room.people(4);
      const ids = new Map<number, string>();
      let maximum = 1;
      let held: number[] = [];
      let line: number[] = [];
      const gone = new Set<number>();
      const moveUp = () => { while (held.length < maximum && line.length > 0) held.push(line.shift() as number); };
      for (const [action, who] of steps) {
        // The line is kept by the clock, which stands still in tests.
        room.clock.advance(1);
        const person = people[who] as PersonActor;
        const current = async () => room.lists.mineOne(person, ids.get(who) ?? '');
        const active = held.includes(who) || line.includes(who);
        if (action === 'grow') {
          maximum += 1;
          await room.work.run(async () => {
            await room.database.writer.query('UPDATE positions SET maximum = maximum + 1 WHERE id = ?', [position]);
            await room.places.fill(position);
          });
        } else if (action === 'sign' && (active || gone.has(who))) {
          expect((await refused(sign(person, position))).code).toBe('signup.exists');
        } else if (action === 'sign') {
          const signup = await sign(person, position);
          ids.set(who, signup.id);
          if (held.length < maximum) held.push(who);
          else line.push(who);
          expect([signup.state, signup.queue]).toEqual(held.includes(who) ? ['confirmed', null] : ['waiting', line.length]);
        } else if (active) {
          const { id, version } = await current();
          if (action === 'withdraw') await room.requests.withdraw(person, id, { version, reason: null });
          else await room.decisions.refuse(room.liaison, id, { version, reason: 'x' });
          if (action === 'refuse') gone.add(who);
          held = held.filter((one) => one !== who);
          line = line.filter((one) => one !== who);
        }
        moveUp();
        expect(await positionState(room, position)).toEqual({ maximum, counter: held.length, confirmed: held.length, waiting: line.length, requested: 0 });
      }
      for (const [index, who] of line.entries()) expect((await room.lists.mineOne(people[who] as PersonActor, ids.get(who) ?? '')).queue).toBe(index + 1);
    }), { numRuns: 6 });
  }, 120_000);
});

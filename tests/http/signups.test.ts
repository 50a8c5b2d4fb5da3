import type { MySignup } from '@kepu/contracts';
import { addActivity, addSignups, positionState, type MadeActivity, type TestActivity } from '../../apps/api/test-support/shifts.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { formOf } from './activity-room.js';
import { refusal, until } from './papers.js';
import { county, demoPerson, together, unitOf, volunteers, type Person, type Volunteer } from './service.js';

const HOUR = 60;
const DAY = 24 * HOUR;

eachDatabase('sign-ups', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let liaison: Person;
  let women: Person;
  let unitId: string;
  /** Nine o'clock ten days from now; shifts are told in minutes from here. */
  let base: Date;

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [liaison, women] = await Promise.all([demoPerson(server, store, 'liaison'), demoPerson(server, store, 'liaison-women')]);
    unitId = await unitOf(store, liaison.id);
    base = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 10 * 86_400_000 + 3_600_000);
  });
  afterAll(() => store.close());
  afterEach(() => server.control.clock({ reset: true }));

  const activity = (given: Partial<TestActivity> = {}): Promise<MadeActivity> => addActivity(store, { unitId, createdBy: liaison.id, countyId: county, base, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 1 }] }], ...given });
  const firstOf = (made: MadeActivity): string => made.shifts[0]?.positionIds[0] ?? '';
  const someone = async (): Promise<Volunteer> => (await volunteers(server, store, 1))[0] as Volunteer;
  const signUp = (person: Person, positionId: string, body: { waitIfFull?: boolean; onDuty?: boolean; note?: string } = {}): Promise<MySignup> => person.client.createSignup({ params: { id: positionId }, body });
  const at = (minutes: number) => server.control.clock({ freeze: new Date(base.getTime() + minutes * 60_000).toISOString() });
  const notices = async (person: Person, kind: string, title: string) => (await person.client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind && notice.params['title'] === title);
  const mine = async (person: Person, signupId: string): Promise<MySignup> => (await person.client.listMySignups({ query: { ids: signupId } })).data[0] as MySignup;

  it('gives a place at once where the activity says so, tells the person, and shows it in both lists', async () => {
    const [person, made] = [await someone(), await activity()];
    const signup = await signUp(person, firstOf(made), { onDuty: true, note: '可以带投影仪' });
    expect(signup).toMatchObject({ state: 'confirmed', queue: null, activity: { id: made.id, title: made.title }, position: { id: firstOf(made) }, attendance: null, mayWithdraw: true, mayCheckIn: false, reasonToWithdraw: false, version: 1 });
    expect((await person.client.listMySignups({ query: { upcoming: 'true' } })).data).toEqual([signup]);
    expect(await person.client.listMySignups({ query: { upcoming: 'false' } })).toEqual({ data: [], total: 0 });
    const staff = await liaison.client.listSignups({ query: { activityId: made.id } });
    expect(staff).toMatchObject({ total: 1, data: [{ id: signup.id, state: 'confirmed', onDuty: true, note: '可以带投影仪', byStaff: null, volunteer: { id: person.id, name: person.name, number: person.number, occupation: 'teacher' } }] });
    expect(JSON.stringify(staff)).not.toMatch(/phone|1990/);
    expect(await until(() => notices(person, 'signup_confirmed', made.title), (found) => found.length > 0)).toMatchObject([{ params: { place: '县文化礼堂', time: base.toISOString() }, link: '/me' }]);
    expect((await refusal(signUp(person, firstOf(made)))).code).toBe('signup.exists');
  });

  it('asks for a profile first, and hides what is not public', async () => {
    const person = await someone();
    expect((await refusal(signUp(liaison, firstOf(await activity())))).code).toBe('volunteer.required');
    for (const state of ['draft', 'submitted'] as const) expect((await refusal(signUp(person, firstOf(await activity({ state }))))).code).toBe('resource.not_found');
    expect((await refusal(signUp(person, person.id))).code).toBe('resource.not_found');
  });

  it.each([
    ['that is closed', { state: 'reported' }, 'not_open'], ['that does not take place', { shifts: [{ from: 0, to: HOUR, cancelled: true }] }, 'cancelled'], ['that has begun', { shifts: [{ from: -30 * DAY, to: -30 * DAY + HOUR }] }, 'started'],
  ] as const)('is refused for a shift %s, with the reason in the language asked for', async (_, given, reason) => {
    const [person, made] = [await someone(), await activity(given)];
    const words = { not_open: ['活动没有开放报名', 'not open for sign-ups'], cancelled: ['已取消', 'cancelled'], started: ['已经开始', 'it has begun'] }[reason];
    for (const [language, word] of [['zh-CN', words[0]], ['en', words[1]]] as const) {
      const answer = await server.fetch(`/api/v1/positions/${firstOf(made)}/signups`, { method: 'POST', headers: { cookie: person.cookie, 'content-type': 'application/json', 'accept-language': language }, body: '{}' });
      expect(await answer.json()).toMatchObject({ code: 'signup.closed', status: 409, params: { reason: `terms.signupClosed.${reason}` }, detail: expect.stringContaining(`${word}`) as string });
    }
  });

  it('offers the waiting list of a full position, with the place in it; a free place goes to the first who can have it', async () => {
    const people = await volunteers(server, store, 4);
    const [holder, first, second, third] = people as [Volunteer, Volunteer, Volunteer, Volunteer];
    const [made, elsewhere] = [await activity(), await activity({ title: '同时的另一场' })];
    const position = firstOf(made);
    const held = await signUp(holder, position);
    expect((await refusal(signUp(first, position))).code).toBe('position.full');
    const waiting = [];
    for (const person of [first, second, third]) waiting.push(await signUp(person, position, { waitIfFull: true }));
    expect(waiting.map(({ state, queue }) => [state, queue])).toEqual([['waiting', 1], ['waiting', 2], ['waiting', 3]]);
    expect(await until(() => notices(first, 'signup_waiting', made.title), (found) => found.length > 0)).toHaveLength(1);
    // The first one finds something else to do in the meantime.
    await signUp(first, firstOf(elsewhere));
    expect(await holder.client.withdrawSignup({ params: { id: held.id }, body: { version: held.version } })).toMatchObject({ state: 'withdrawn', mayWithdraw: false });
    expect(await mine(second, waiting[1]?.id ?? '')).toMatchObject({ state: 'confirmed', queue: null });
    expect(await mine(first, waiting[0]?.id ?? '')).toMatchObject({ state: 'waiting', queue: 1 });
    expect(await mine(third, waiting[2]?.id ?? '')).toMatchObject({ state: 'waiting', queue: 2 });
    expect(await until(() => notices(second, 'signup_confirmed', made.title), (found) => found.length > 0)).toHaveLength(1);
    expect(await positionState(store, position)).toEqual({ maximum: 1, counter: 1, confirmed: 1, waiting: 2, requested: 0 });
    // A place that the unit takes back goes the same way.
    const [seconds] = (await liaison.client.listSignups({ query: { positionId: position, state: 'confirmed' } })).data;
    await liaison.client.refuseSignup({ params: { id: seconds?.id ?? '' }, body: { version: seconds?.version ?? 0, reason: '岗位改为专业人员' } });
    expect(await mine(third, waiting[2]?.id ?? '')).toMatchObject({ state: 'confirmed' });
    expect(await positionState(store, position)).toMatchObject({ counter: 1, confirmed: 1, waiting: 1 });
  });

  it('gives the new places of a position that grows to those who wait for it', async () => {
    const people = await volunteers(server, store, 4);
    const made = await activity();
    const signups: MySignup[] = [];
    for (const person of people) signups.push(await signUp(person, firstOf(made), { waitIfFull: true }));
    const before = await liaison.client.getActivity({ params: { id: made.id } });
    const shifts = formOf(before).map((shift) => ({ ...shift, positions: shift.positions.map((position) => ({ ...position, maximum: 3 })) }));
    await liaison.client.updateActivity({ params: { id: made.id }, body: { version: before.version, shifts } });
    expect(await Promise.all(people.map(async (person, index) => (await mine(person, signups[index]?.id ?? '')).state))).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting']);
    expect(await positionState(store, firstOf(made))).toEqual({ maximum: 3, counter: 3, confirmed: 3, waiting: 1, requested: 0 });
    expect(await until(() => notices(people[2] as Person, 'signup_confirmed', made.title), (found) => found.length > 0)).toHaveLength(1);
  });

  it('is decided by the unit where the activity says so, which is told once of all who asked', async () => {
    const [one, two, three] = (await volunteers(server, store, 3)) as [Volunteer, Volunteer, Volunteer];
    const made = await activity({ flow: 'request' });
    const position = firstOf(made);
    await at(-3 * DAY);
    const asked = [];
    for (const person of [one, two, three]) asked.push(await signUp(person, position));
    expect(asked.map(({ state }) => state)).toEqual(['requested', 'requested', 'requested']);
    expect(await positionState(store, position)).toMatchObject({ counter: 0, requested: 3 });
    await at(-3 * DAY + 10);
    expect(await until(() => notices(liaison, 'signup_requested', made.title), (found) => found.length > 0)).toMatchObject([{ params: { count: 3 }, link: `/activities/${made.id}/show` }]);
    expect(await notices(women, 'signup_requested', made.title)).toEqual([]);
    const row = async (person: Person) => {
      const [found] = (await liaison.client.listSignups({ query: { positionId: position, volunteerId: person.id } })).data;
      return { params: { id: found?.id ?? '' }, version: found?.version ?? 0 };
    };
    const [a, b, c] = [await row(one), await row(two), await row(three)];
    expect((await refusal(liaison.client.confirmSignup({ params: a.params, body: { version: 9 } }))).code).toBe('version.stale');
    expect(await liaison.client.confirmSignup({ params: a.params, body: { version: a.version } })).toMatchObject({ state: 'confirmed', version: a.version + 1 });
    expect(await until(() => notices(one, 'signup_confirmed', made.title), (found) => found.length > 0)).toHaveLength(1);
    expect((await refusal(liaison.client.confirmSignup({ params: b.params, body: { version: b.version } }))).code).toBe('position.full');
    expect(await liaison.client.queueSignup({ params: b.params, body: { version: b.version } })).toMatchObject({ state: 'waiting', queue: 1 });
    expect(await liaison.client.refuseSignup({ params: c.params, body: { version: c.version, reason: '这次名额有限，欢迎下次再来。' } })).toMatchObject({ state: 'refused', reason: '这次名额有限，欢迎下次再来。' });
    expect(await until(() => notices(three, 'signup_refused', made.title), (found) => found.length > 0)).toMatchObject([{ params: { text: '这次名额有限，欢迎下次再来。' } }]);
    expect((await refusal(signUp(three, position))).code).toBe('signup.exists');
    expect((await refusal(liaison.client.confirmSignup({ params: c.params, body: { version: c.version + 1 } }))).code).toBe('lifecycle.not_allowed');
    // Nobody moves up by themselves here: the unit is told that somebody left, and gives the place.
    const left = await mine(one, a.params.id);
    await one.client.withdrawSignup({ params: a.params, body: { version: left.version } });
    expect(await until(() => notices(liaison, 'signup_withdrawn', made.title), (found) => found.length > 0)).toMatchObject([{ params: { name: one.name, time: base.toISOString() } }]);
    expect(await mine(two, b.params.id)).toMatchObject({ state: 'waiting' });
    expect(await liaison.client.confirmSignup({ params: b.params, body: { version: b.version + 1 } })).toMatchObject({ state: 'confirmed', queue: null });
    // Whoever left may ask again.
    expect(await signUp(one, position)).toMatchObject({ id: a.params.id, state: 'requested', reason: null });
    expect(await positionState(store, position)).toEqual({ maximum: 1, counter: 1, confirmed: 1, waiting: 0, requested: 1 });
  });

  it('never gives one person two places at a time; one that begins when the other ends is none', async () => {
    const person = await someone();
    const held = await activity({ title: '上午的讲座' });
    await signUp(person, firstOf(held));
    for (const flow of ['instant', 'request'] as const) {
      for (const [from, to] of [[-30, 1], [30, 60], [119, 180], [-60, 240]] as const) {
        const problem = await refusal(signUp(person, firstOf(await activity({ flow, shifts: [{ from, to }] }))));
        expect(problem).toMatchObject({ code: 'signup.overlap', params: { title: '上午的讲座' } });
        expect(problem.detail).toContain('“上午的讲座”');
      }
    }
    // Another position of the same shift is at the same time too.
    const two = await activity({ shifts: [{ from: 2 * HOUR, to: 3 * HOUR, positions: [{}, {}] }, { from: -HOUR, to: 0 }] });
    const [afterwards, before] = two.shifts;
    expect((await signUp(person, afterwards?.positionIds[0] ?? '')).state).toBe('confirmed');
    expect((await refusal(signUp(person, afterwards?.positionIds[1] ?? ''))).code).toBe('signup.overlap');
    expect((await signUp(person, before?.positionIds[0] ?? '')).state).toBe('confirmed');
    // What was asked for before is looked at again when the place is given.
    const request = await activity({ flow: 'request', shifts: [{ from: 10 * HOUR, to: 11 * HOUR }] });
    const asked = await signUp(person, firstOf(request));
    await signUp(person, firstOf(await activity({ title: '先录取的一场', shifts: [{ from: 10 * HOUR, to: 11 * HOUR }] })));
    expect(await refusal(liaison.client.confirmSignup({ params: { id: asked.id }, body: { version: asked.version } }))).toMatchObject({ code: 'signup.overlap', params: { title: '先录取的一场' } });
  });

  it('is left until the shift begins; within a day of it the reason is said', async () => {
    const [person, waiter] = (await volunteers(server, store, 2)) as [Volunteer, Volunteer];
    const made = await activity();
    const [signup, queued] = [await signUp(person, firstOf(made)), await signUp(waiter, firstOf(made), { waitIfFull: true })];
    const leave = (who: Person, what: MySignup, reason?: string) => who.client.withdrawSignup({ params: { id: what.id }, body: { version: what.version, ...(reason ? { reason } : {}) } });
    await at(-DAY);
    expect((await mine(person, signup.id)).reasonToWithdraw).toBe(false);
    await at(-DAY + 1);
    expect((await mine(person, signup.id)).reasonToWithdraw).toBe(true);
    expect((await refusal(leave(person, signup))).code).toBe('signup.reason_required');
    await at(0);
    expect(await mine(person, signup.id)).toMatchObject({ mayWithdraw: false, reasonToWithdraw: false });
    for (const [who, what] of [[person, signup], [waiter, queued]] as const) expect(await refusal(leave(who, what, '有事'))).toMatchObject({ code: 'lifecycle.not_allowed', detail: expect.stringContaining('已经开始') as string });
    await at(-1);
    // Whoever waits has no place that somebody would have to fill.
    expect((await leave(waiter, queued)).state).toBe('withdrawn');
    expect(await leave(person, signup, '家里有急事')).toMatchObject({ state: 'withdrawn', reason: '家里有急事' });
    expect(await until(() => notices(liaison, 'signup_withdrawn', made.title), (found) => found.length > 0)).toMatchObject([{ params: { name: person.name } }]);
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 0, confirmed: 0 });
    expect((await refusal(leave(person, signup, '再退一次'))).code).toBe('lifecycle.not_allowed');
  });

  it('is made by the unit for somebody who asked by phone, under the same rules', async () => {
    const [person, other] = (await volunteers(server, store, 2)) as [Volunteer, Volunteer];
    const made = await activity({ flow: 'request' });
    const place = (who: Person, id: string, client = liaison.client) => client.createPlacement({ params: { id }, body: { volunteerId: who.id, note: '电话报名' } });
    expect((await refusal(place(liaison, firstOf(made)))).code).toBe('reference.not_found');
    expect(await place(person, firstOf(made))).toMatchObject({ state: 'confirmed', note: '电话报名', byStaff: '章若溪', volunteer: { id: person.id } });
    expect((await refusal(place(person, firstOf(made)))).code).toBe('signup.exists');
    expect((await refusal(place(other, firstOf(made)))).code).toBe('position.full');
    expect((await refusal(place(person, firstOf(await activity())))).code).toBe('signup.overlap');
    expect((await refusal(place(other, firstOf(await activity({ state: 'draft' }))))).code).toBe('signup.closed');
    expect(await until(() => notices(person, 'signup_confirmed', made.title), (found) => found.length > 0)).toHaveLength(1);
  });

  it('is found by its filters and sorts, in pages, by those within reach only', async () => {
    const people = await volunteers(server, store, 5);
    const made = await activity({ shifts: [{ from: 0, to: HOUR, positions: [{ maximum: 2 }] }, { from: 5 * HOUR, to: 6 * HOUR, positions: [{ maximum: 9 }] }] });
    const [first, second] = made.shifts.map((shift) => shift.positionIds[0] ?? '') as [string, string];
    for (const person of people.slice(0, 3)) await signUp(person, first, { waitIfFull: true });
    for (const person of people.slice(3)) await signUp(person, second);
    const list = async (query: NonNullable<Parameters<Person['client']['listSignups']>[0]>['query'], who = liaison) => (await who.client.listSignups({ query: { activityId: made.id, ...query } })).data.map((row) => row.volunteer.id);
    const ids = people.map((person) => person.id);
    expect(await list({})).toEqual(ids);
    expect(await list({ sort: '-volunteerName' })).toEqual([...ids].reverse());
    expect(await list({ sort: '-startsAt', perPage: 2 })).toEqual([ids[4], ids[3]]);
    expect(await list({ page: 2, perPage: 2 })).toEqual([ids[2], ids[3]]);
    expect(await list({ state: 'waiting' })).toEqual([ids[2]]);
    expect(await list({ positionId: second })).toEqual(ids.slice(3));
    expect(await list({ q: people[1]?.name ?? '' })).toEqual([ids[1]]);
    expect(await list({ q: '%' })).toEqual([]);
    expect((await liaison.client.listSignups({ query: { activityId: made.id, perPage: 2 } })).total).toBe(5);
    expect(await list({}, women)).toEqual([]);
    const office = await demoPerson(server, store, 'office');
    expect(await list({}, office)).toEqual(ids);
  });

  it('belongs to the person and the unit: for others there is none', async () => {
    const [person, stranger] = (await volunteers(server, store, 2)) as [Volunteer, Volunteer];
    const made = await activity({ flow: 'request' });
    const signup = await signUp(person, firstOf(made));
    const params = { id: signup.id };
    const calls = [
      () => stranger.client.withdrawSignup({ params, body: { version: 1 } }), () => liaison.client.withdrawSignup({ params, body: { version: 1 } }), () => women.client.confirmSignup({ params, body: { version: 1 } }),
      () => women.client.queueSignup({ params, body: { version: 1 } }), () => women.client.refuseSignup({ params, body: { version: 1, reason: 'x' } }),
      () => women.client.createPlacement({ params: { id: firstOf(made) }, body: { volunteerId: stranger.id, note: 'x' } }),
    ];
    for (const call of calls) expect((await refusal(call())).code).toBe('resource.not_found');
    expect((await stranger.client.listMySignups({ query: { ids: signup.id } })).total).toBe(0);
    expect((await women.client.listSignups({ query: { ids: signup.id } })).total).toBe(0);
    for (const call of [() => stranger.client.listSignups(), () => person.client.confirmSignup({ params, body: { version: 1 } })]) expect((await refusal(call())).code).toBe('auth.forbidden');
    expect(await mine(person, signup.id)).toEqual(signup);
  });

  describe('when many come at once', () => {
    const many = 200;
    const places = 10;
    /** Everybody has looked, and seen a place, before the first one acts; with a guard switched off where one is named. */
    const rushing = async <T>(guardOff: 'signup.capacity' | 'signup.overlap' | null, run: () => Promise<T>): Promise<T> => {
      await server.control.failpoint('signup.looked', 'wait');
      if (guardOff) await server.control.failpoint(guardOff, 'skip');
      try {
        return await run();
      } finally {
        await server.control.failpoint('signup.looked', 'off');
        if (guardOff) await server.control.failpoint(guardOff, 'off');
      }
    };
    const rushFor = async (guardOff: 'signup.capacity' | null) => {
      const [people, made] = [await volunteers(server, store, many), await activity({ shifts: [{ from: 0, to: HOUR, positions: [{ maximum: places }] }] })];
      const outcome = await rushing(guardOff, () => together(people.map((person) => () => signUp(person, firstOf(made)))));
      return { ...outcome, position: await positionState(store, firstOf(made)) };
    };

    /** Whoever was told to try again after the deed was done hears that it is done. */
    const onlyFull = (refused: Record<string, number>, done: number) => {
      expect(Object.keys(refused).filter((code) => !['position.full', 'signup.exists', 'version.stale'].includes(code))).toEqual([]);
      expect(refused['position.full']).toBe(many - places);
      expect(done).toBeLessThanOrEqual(places);
    };

    it('no more get a place than there are, of 200 who sign up', async () => {
      const { done, refused, position } = await rushFor(null);
      expect(done.every(({ state }) => state === 'confirmed')).toBe(true);
      onlyFull(refused, done.length);
      expect(position).toEqual({ maximum: places, counter: places, confirmed: places, waiting: 0, requested: 0 });
    });

    it('the control: without the conditional update the same rush oversells', async () => {
      expect((await rushFor('signup.capacity')).position.confirmed).toBeGreaterThan(places);
    });

    it('those who wait stand in one line, each at a place of their own', async () => {
      const [people, made] = [await volunteers(server, store, 40), await activity({ shifts: [{ from: 0, to: HOUR, positions: [{ maximum: places }] }] })];
      await together(people.map((person) => () => signUp(person, firstOf(made), { waitIfFull: true })));
      expect(await positionState(store, firstOf(made))).toEqual({ maximum: places, counter: places, confirmed: places, waiting: 30, requested: 0 });
      const list = async (state: 'waiting' | 'confirmed') => (await liaison.client.listSignups({ query: { activityId: made.id, state, perPage: 200 } })).data;
      const [waiting, holders] = [await list('waiting'), await list('confirmed')];
      expect(waiting.map(({ queue }) => Number(queue)).sort((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
      // All who have a place leave at the same moment: the first ten of the line move up, and nobody else.
      const heirs = waiting.filter(({ queue }) => Number(queue) <= places).map(({ volunteer }) => volunteer.id);
      const clientOf = (id: string) => (people.find((person) => person.id === id) as Volunteer).client;
      await together(holders.map(({ id, version, volunteer }) => () => clientOf(volunteer.id).withdrawSignup({ params: { id }, body: { version } })));
      expect((await list('confirmed')).map(({ volunteer }) => volunteer.id).sort()).toEqual(heirs.sort());
      expect(await positionState(store, firstOf(made))).toMatchObject({ counter: places, confirmed: places, waiting: 20 });
    });

    const requests = async () => {
      const made = await activity({ flow: 'request', shifts: [{ from: 0, to: HOUR, positions: [{ maximum: places }] }] });
      const asked = await addSignups(store, made, 0, await volunteers(server, store, many));
      return { made, calls: asked.map(({ id }) => () => liaison.client.confirmSignup({ params: { id }, body: { version: 1 } })) };
    };

    it('no more are confirmed than there are places, of 200 confirmations', async () => {
      const { made, calls } = await requests();
      const { done, refused } = await rushing(null, () => together(calls));
      onlyFull(refused, done.length);
      expect(await positionState(store, firstOf(made))).toEqual({ maximum: places, counter: places, confirmed: places, waiting: 0, requested: many - places });
    });

    it('the control: without the conditional update the confirmations oversell', async () => {
      const { made, calls } = await requests();
      await rushing('signup.capacity', () => together(calls));
      expect((await positionState(store, firstOf(made))).confirmed).toBeGreaterThan(places);
    });

    const tryBoth = async (guardOff: 'signup.overlap' | null) => {
      const person = await someone();
      const positions = [await activity({ shifts: [{ from: 0, to: HOUR }] }), await activity({ shifts: [{ from: 30, to: 2 * HOUR }] })].map(firstOf);
      await rushing(guardOff, () => together(Array.from({ length: 60 }, (_, index) => () => signUp(person, positions[index % 2] ?? ''))));
      return (await Promise.all(positions.map((position) => positionState(store, position)))).map(({ confirmed, counter }) => [confirmed, counter]);
    };

    it('one person holds one of two shifts that overlap, after 60 tries at once', async () => {
      expect((await tryBoth(null)).sort()).toEqual([[0, 0], [1, 1]]);
    });

    it('the control: without the turn of the person both are held', async () => {
      expect(await tryBoth('signup.overlap')).toEqual([[1, 1], [1, 1]]);
    });

    it('one person who taps 60 times has one sign-up', async () => {
      const [person, made] = [await someone(), await activity()];
      const { done, refused } = await together(Array.from({ length: 60 }, () => () => signUp(person, firstOf(made))));
      expect([done.length, Object.values(refused).reduce((sum, count) => sum + count, 0)]).toEqual([1, 59]);
      expect(Object.keys(refused).every((code) => code === 'signup.exists' || code === 'position.full')).toBe(true);
      expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 1, confirmed: 1 });
    });
  });
});

import { addActivity, type MadeActivity, type TestActivity } from '../../apps/api/test-support/shifts.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { formOf } from './activity-room.js';
import { refusal, until } from './papers.js';
import { county, demoPerson, unitOf, volunteers, type Person, type Volunteer } from './service.js';

const HOUR = 60;
const DAY_MS = 86_400_000;

eachDatabase('positions for people of a pool, a night between two days, and places missed', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let [office, liaison] = [] as unknown as [Person, Person];
  let unitId: string;
  let pools: ReadonlyMap<string, string>;
  let base: Date;

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [office, liaison] = await Promise.all([demoPerson(server, store, 'office'), demoPerson(server, store, 'liaison')]);
    unitId = await unitOf(store, liaison.id);
    pools = new Map((await office.client.listPools()).data.map(({ key, id }) => [key, id]));
    // Nine in the morning in Shanghai.
    base = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 20 * DAY_MS + 3_600_000);
  });
  afterAll(() => store.close());
  afterEach(() => server.control.clock({ reset: true }));

  const pool = (key: string): string => pools.get(key) ?? '';
  const posted = (poolIds: readonly string[], given: Partial<TestActivity> = {}): Promise<MadeActivity> =>
    addActivity(store, { unitId, createdBy: liaison.id, countyId: county, base, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 1, poolIds }] }], ...given });
  const positionOf = (made: MadeActivity, shift = 0): string => made.shifts[shift]?.positionIds[0] ?? '';
  const signUp = (person: Person, made: MadeActivity, shift = 0) => person.client.createSignup({ params: { id: positionOf(made, shift) }, body: {} });
  const demand = async ({ id }: MadeActivity, poolIds: readonly string[]) => {
    const activity = await liaison.client.getActivity({ params: { id } });
    const shifts = formOf(activity).map((shift) => ({ ...shift, positions: shift.positions.map((position) => ({ ...position, requires: { ...position.requires, poolIds: [...poolIds] } })) }));
    return liaison.client.updateActivity({ params: { id }, body: { version: activity.version, shifts } });
  };
  const takeIn = (person: Volunteer, key: string, toDay: string | null = null) => office.client.createPoolTerm({ body: { poolId: pool(key), volunteerId: person.id, toDay } });
  const stateOf = async (person: Person, signupId: string) => (await person.client.listMySignups({ query: { ids: signupId } })).data[0];
  const some = async (count: number): Promise<Volunteer[]> => {
    const people = await volunteers(server, store, count);
    await store.tell('volunteer', people.map(({ id }) => id));
    return people;
  };

  it('let in whoever is in one of the pools on that day, and tell the others which', async () => {
    const [member, other, early] = await some(3) as [Volunteer, Volunteer, Volunteer];
    await takeIn(member, 'lecturers');
    await takeIn(early, 'lecturers', new Date(base.getTime() - DAY_MS).toISOString().slice(0, 10));
    const made = await posted([pool('lecturers'), pool('service-corps')], { shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 3, poolIds: [pool('lecturers'), pool('service-corps')] }] }] });
    const shown = (await other.client.getActivity({ params: { id: made.id } })).shifts[0]?.positions[0]?.requires.pools ?? [];
    expect(shown.map(({ id }) => id)).toEqual([pool('lecturers'), pool('service-corps')]);
    for (const person of [other, early]) {
      const refused = await refusal(signUp(person, made));
      expect([refused.code, refused.params?.['block'], refused.detail]).toEqual(['signup.not_eligible', 'pool', expect.stringContaining(shown.map(({ name }) => name).join('、'))]);
    }
    expect((await signUp(member, made)).state).toBe('confirmed');
    const { data } = await office.client.listCandidates({ params: { id: positionOf(made) }, query: { perPage: 200 } });
    const ids = data.map(({ volunteer }) => volunteer.id);
    expect(ids).toContain(member.id);
    expect(ids).not.toContain(other.id);
    const { now, changes } = await office.client.getWhatIf({ params: { id: positionOf(made) } });
    expect(changes.find(({ code }) => code === 'without_pools')?.may).toBeGreaterThan(now.may);
  });

  it('demand only pools into which people are taken, and no fewer once somebody has signed up', async () => {
    const [member] = await some(1) as [Volunteer];
    await takeIn(member, 'lecturers');
    const made = await posted([pool('lecturers')]);
    await signUp(member, made);
    const change = (poolIds: readonly string[]) => demand(made, poolIds);
    expect((await refusal(change([pool('science-volunteers')]))).code).toBe('reference.not_found');
    expect((await refusal(change([unitId]))).code).toBe('reference.not_found');
    expect((await refusal(change([pool('service-corps')]))).code).toBe('position.taken');
    expect((await change([pool('lecturers'), pool('service-corps')])).shifts[0]?.positions[0]?.requires.pools).toHaveLength(2);
    expect((await refusal(change([pool('lecturers')]))).code).toBe('position.taken');
    expect((await change([])).shifts[0]?.positions[0]?.requires.pools).toEqual([]);
    expect((await refusal(change([pool('lecturers')]))).code).toBe('position.taken');
  });

  it.each(['ended', 'held', 'left'] as const)('open the place again when the term is %s before the day, with the reason', async (how) => {
    const [member] = await some(1) as [Volunteer];
    const term = await takeIn(member, 'lecturers');
    const made = await posted([pool('lecturers')]);
    const signup = await signUp(member, made);
    const { today } = await office.client.getSession();
    if (how === 'ended') await office.client.endPoolTerm({ params: { id: term.id }, body: { on: today, reason: '调离温州' } });
    if (how === 'held') await office.client.suspendPoolTerm({ params: { id: term.id }, body: { reason: '产假' } });
    if (how === 'left') await member.client.leavePool({ params: { id: term.id } });
    expect(await until(() => stateOf(member, signup.id), (row) => row?.state === 'withdrawn')).toMatchObject({ reason: expect.stringContaining('科普讲师团') as string });
    const told = async () => (await member.client.listNotices({ query: { perPage: 200 } })).data.filter(({ kind }) => kind === 'signup_lapsed');
    expect(await until(told, (found) => found.length > 0)).toMatchObject([{ link: '/me#pools' }]);
  });

  it('keep whoever was taken into a pool that takes people in otherwise from now on', async () => {
    const [first, second] = await some(2) as [Volunteer, Volunteer];
    for (const person of [first, second]) await takeIn(person, 'lecturers');
    const [made, next] = [await posted([pool('lecturers')]), await posted([pool('lecturers')], { base: new Date(base.getTime() + 5 * DAY_MS) })];
    const listed = async () => (await office.client.listCandidates({ params: { id: positionOf(made) }, query: { perPage: 200 } })).data.map(({ volunteer: { id } }) => id);
    expect(await listed()).toEqual(expect.arrayContaining([first.id, second.id]));
    const enter = async (entry: 'automatic' | 'appointed') => office.client.updatePool({ params: { id: pool('lecturers') }, body: { version: (await office.client.getPool({ params: { id: pool('lecturers') } })).version, entry } });
    await enter('automatic');
    try {
      expect(await listed()).toEqual(expect.arrayContaining([first.id, second.id]));
      expect([(await signUp(first, made)).state, (await signUp(second, next)).state]).toEqual(['confirmed', 'confirmed']);
      // What stood there before may be saved as it is; no other position names the pool any more.
      expect((await demand(made, [pool('lecturers')])).shifts[0]?.positions[0]?.requires.pools).toHaveLength(1);
      expect((await refusal(demand(await posted([]), [pool('lecturers')]))).code).toBe('reference.not_found');
    } finally {
      await enter('appointed');
    }
  });

  it('leave a night of eleven hours between the services of two days', async () => {
    const [person] = await some(1) as [Volunteer];
    // From 20:00 to 22:00, then at 8:30 and at 9:00 the next morning.
    const made = await posted([], { shifts: [{ from: 11 * HOUR, to: 13 * HOUR }, { from: 23 * HOUR + 30, to: 24 * HOUR + 30 }, { from: 24 * HOUR, to: 26 * HOUR }] });
    await signUp(person, made);
    const refused = await refusal(signUp(person, made, 1));
    expect([refused.params?.['block'], refused.detail]).toEqual(['rest', expect.stringContaining('10.5')]);
    expect((await signUp(person, made, 2)).state).toBe('confirmed');
  });

  it('say nothing of what somebody missed, by no number and by no order', async () => {
    // Equals stand by their ids, so that the first of them would go down if it counted.
    const [missed, kept] = (await some(2)).sort((a, b) => (a.id < b.id ? -1 : 1)) as [Volunteer, Volunteer];
    const before = await posted([], { shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 2 }] }] });
    const later = await posted([], { base: new Date(base.getTime() + 10 * DAY_MS) });
    const ranked = async () => {
      const found: { id: string; score: number; parts: string[] }[] = [];
      for (let page = 1; ; page += 1) {
        const { data, total } = await office.client.listCandidates({ params: { id: positionOf(later) }, query: { page, perPage: 200 } });
        found.push(...data.map(({ volunteer: { id }, score, parts }) => ({ id, score, parts: parts.map(({ part }) => part) })));
        if (data.length === 0 || found.length >= total) return found.filter(({ id }) => id === kept.id || id === missed.id);
      }
    };
    const signup = await signUp(missed, before);
    await server.control.clock({ freeze: new Date(base.getTime() + 30 * 60_000).toISOString() });
    await liaison.client.markAttendance({ params: { id: before.shifts[0]?.id ?? '' }, body: { marks: [{ signupId: signup.id, mark: 'absent' }] } });
    const [first, second] = await ranked();
    expect([first?.id, second?.id]).toEqual([missed.id, kept.id]);
    expect(second?.score).toBe(first?.score);
    expect(first?.parts).toEqual(second?.parts);
    expect(first?.parts).not.toContain('reliability');
  });
});

import type { Client } from '@kepu/api-client';
import type { Activity, Recommendation } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { furnishActivities, guides, inHours, shift, type ActivityRoom } from './activity-room.js';
import { registered } from './family-room.js';
import { until } from './papers.js';

const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
const HOUR_MS = 3_600_000;

eachDatabase('the index of positions', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  /** Who asks and who signs up: they hold nothing, for where the places of the demo's people lie hangs on the day of the week. Those are asked too. */
  let [asker, guest]: Client[] = [];
  let demo: Client[] = [];
  const size = async (): Promise<number | null> => {
    const found = /^kepu_matching_index_positions (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text());
    return found ? Number(found[1]) : null;
  };
  const ready = () => until(size, (count) => count !== null && count > 0, 30_000);
  const suggested = async (client = of(asker)) => client.getMyRecommendations({ query: { limit: 20 } });
  const eligible = async (client: Client): Promise<string[]> => (await client.listActivities({ query: { eligible: 'true', perPage: 200 } })).data.map(({ id }) => id).sort();
  /** What is suggested to people of several kinds, and what they may do. */
  const all = async () => Promise.all([of(asker), ...demo].map(async (client) => ({ suggested: await suggested(client), eligible: await eligible(client) })));
  /** Nothing suits who asks better. */
  const wished = async (more: Parameters<ActivityRoom['open']>[0] = {}): Promise<Activity> => room.open({ title: '索引活动', kind: 'lecture', shifts: [shift(50, { positions: [{ ...guides, minimum: 4, maximum: 4 }] })], ...more });
  const find = async (id: string): Promise<Recommendation | undefined> => (await suggested()).data.find(({ activity }) => activity.id === id);
  const position = (activity: Activity, at = 0): string => of(activity.shifts[at]?.positions[0]).id;
  const now = async (activity: Activity): Promise<Activity> => room.league.getActivity({ params: { id: activity.id } });
  const because = async (activity: Activity, reason = '台风') => ({ version: (await now(activity)).version, reason });

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    room = await furnishActivities(server);
    demo = await Promise.all(['teacher', 'doctor', 'student'].map((name) => server.client(name)));
    [asker, guest] = await Promise.all(['问得勤', '来得勤'].map(async (name) => (await registered(server, { name, bornOn: '1990-05-05', occupation: 'teacher' })).client));
    const me = await of(asker).getMyVolunteer();
    await of(asker).updateMyVolunteer({ body: { version: me.version, topicIds: [room.term('topic', '科学实验与探究')], availability: '1'.repeat(21), travelLimit: 240, recommendationsOff: false } });
    await ready();
  });
  afterAll(() => server.control.clock({ reset: true }));

  it('answers as the database does', async () => {
    const fromIndex = await all();
    expect(fromIndex.some(({ suggested: { total, data } }) => total > 20 && data.length === 20)).toBe(true);
    await server.restart({ MATCHING_INDEX_MB: '0' });
    expect(await size()).toBeNull();
    expect(await all()).toEqual(fromIndex);
    await server.restart({ MATCHING_INDEX_MB: '256' });
    await ready();
  });

  it('sees each change with the next question: publishing, sign-ups and places, moves, what is called off, weights', async () => {
    const before = await suggested();
    const draft = await room.submitted({ title: '还没发布', shifts: [shift(60, { positions: [guides] })] });
    expect(await find(draft.id)).toBeUndefined();
    // Published.
    const made = await wished({ flow: 'request' });
    const atOnce = await wished({ flow: 'instant', shifts: [shift(52, { positions: [{ ...guides, maximum: 1 }] }), shift(76, { positions: [{ ...guides, maximum: 1 }] })] });
    expect((await suggested()).total).toBe(before.total + 2);
    // Each sign-up counts against it, and each place that is given lowers the need.
    const part = async (name: string) => of(await find(made.id)).parts.find((one) => one.part === name)?.value ?? 0;
    const [none, need] = [await part('connections'), await part('need')];
    const signup = await of(guest).createSignup({ params: { id: position(made) }, body: {} });
    expect(await part('connections')).toBeGreaterThan(none);
    await room.league.confirmSignup({ params: { id: signup.id }, body: { version: signup.version } });
    expect(await part('need')).toBeLessThan(need);
    const { version } = of((await of(guest).listMySignups({ query: { perPage: 200 } })).data.find(({ id }) => id === signup.id));
    await of(guest).withdrawSignup({ params: { id: signup.id }, body: { version, reason: '有事' } });
    expect([await part('connections'), await part('need')]).toEqual([none, need]);
    // Full: suggested to nobody, and still one of those that one may do.
    const [first, second] = await Promise.all([0, 1].map((at) => of(guest).createSignup({ params: { id: position(atOnce, at) }, body: {} })));
    expect(await find(atOnce.id)).toBeUndefined();
    expect(await eligible(of(asker))).toContain(atOnce.id);
    await of(guest).withdrawSignup({ params: { id: of(first).id }, body: { version: of(first).version, reason: '有事' } });
    expect((await find(atOnce.id))?.position.id).toBe(position(atOnce, 0));
    // Of two shifts the one that is called off, and the other when there is room again.
    await room.league.cancelShift({ params: { id: of(atOnce.shifts[0]).id }, body: await because(atOnce) });
    expect(await find(atOnce.id)).toBeUndefined();
    await of(guest).withdrawSignup({ params: { id: of(second).id }, body: { version: of(second).version, reason: '有事' } });
    expect((await find(atOnce.id))?.position.id).toBe(position(atOnce, 1));
    // Moved to a day on which the person is away, and back.
    const me = await of(asker).getMyVolunteer();
    const day = inHours(24 * 9 + 8).slice(0, 10);
    await of(asker).updateMyVolunteer({ body: { version: me.version, absences: [{ from: day, to: day }] } });
    const move = async (startsAt: string, endsAt: string) => room.league.moveShift({ params: { id: of(made.shifts[0]).id }, body: { ...(await because(made, '下雨')), startsAt, endsAt } });
    await move(`${day}T02:00:00.000Z`, `${day}T04:00:00.000Z`);
    expect(await find(made.id)).toBeUndefined();
    await move(inHours(50), inHours(52));
    expect(await find(made.id)).toBeDefined();
    // Weights.
    const [current] = (await room.office.listMatchingWeights()).data;
    await room.office.createMatchingWeights({ body: { weights: { ...of(current).weights, need: 1, rural: 0.5, connections: 0.9 }, note: '试试' } });
    expect((await suggested()).weights).toBe(of(current).version + 1);
    expect(of(await find(made.id)).parts.find((one) => one.part === 'need')?.weight).toBe(1);
    // Called off.
    await room.league.cancelActivity({ params: { id: made.id }, body: await because(made) });
    expect(await find(made.id)).toBeUndefined();
    expect(await eligible(of(asker))).not.toContain(made.id);
  });

  it('answers as the database does after all that, the same evening and the next day', async () => {
    const today = Math.floor((Date.now() + 8 * HOUR_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS - 8 * HOUR_MS;
    const moments = [null, ...[24 + 9, 24 + 20, 48 + 9].map((hours) => new Date(today + hours * HOUR_MS).toISOString())];
    const answers = async (settle: () => Promise<unknown>) => {
      const found = [];
      for (const freeze of moments) {
        await server.control.clock(freeze === null ? { reset: true } : { freeze });
        await settle();
        found.push(await all());
      }
      return found;
    };
    const fromIndex = await answers(ready);
    await server.restart({ MATCHING_INDEX_MB: '0' });
    expect(await answers(() => Promise.resolve())).toEqual(fromIndex);
    const totals = fromIndex.map(([one]) => of(one).suggested.total);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    expect(new Set(totals).size).toBeGreaterThan(1);
  });
});

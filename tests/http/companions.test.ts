import type { Client } from '@kepu/api-client';
import type { Activity, MyData, MySignup } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { furnishActivities, shift, type ActivityRoom } from './activity-room.js';
import { bornFor, linkedPupil, registered } from './family-room.js';
import { refusal } from './papers.js';

const DAY_MS = 86_400_000;
const helper = { role: 'helper' as const, name: '引导员', minimum: 0, maximum: 20, requires: {} };

eachDatabase('children under 8 who come along with their families', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let today: string;
  let serial = 0;
  beforeAll(async () => {
    server = await startServer({ database });
    room = await furnishActivities(server);
    ({ today } = await room.office.getSession());
  });
  afterEach(() => server.control.clock({ reset: true }));

  const morning = (days: number) => {
    const startsAt = new Date(Date.parse(`${today}T02:00:00.000Z`) + days * DAY_MS).toISOString();
    return shift(0, { startsAt, endsAt: new Date(Date.parse(startsAt) + 2 * 3_600_000).toISOString(), positions: [helper] });
  };
  const welcoming = (more: object = {}): Promise<Activity> => room.open({ minors: true, companions: true, flow: 'instant', shifts: [morning(10)], ...more });
  const someone = async (age = 34): Promise<Client> => (await registered(server, { name: `家长${(serial += 1)}`, bornOn: bornFor(today, age) })).client;
  const positionOf = (activity: Activity): string => activity.shifts[0]?.positions[0]?.id ?? '';
  const hashOf = async (activity: Activity): Promise<string> => (await room.anyone.getRiskText({ params: { id: activity.id } })).hash;
  const signUp = async (who: Client, activity: Activity, companions: number): Promise<MySignup> => who.createSignup({ params: { id: positionOf(activity) }, body: { companions, riskHash: await hashOf(activity) } });
  const present = (activity: Activity): Promise<Activity> => room.league.getActivity({ params: { id: activity.id } });
  const change = async (activity: Activity, body: object): Promise<Activity> => room.league.updateActivity({ params: { id: activity.id }, body: { version: (await present(activity)).version, ...body } });

  it('come to an activity that says so, where pupils may serve and nothing is dangerous; a copy says the same, and the history tells', async () => {
    const problem = async (call: Promise<unknown>) => (await refusal(call)).errors?.map(({ path, code, message }) => [path, code, message]);
    expect(await problem(room.draft({ companions: true }))).toEqual([['body.companions', 'companions_without_minors', expect.stringContaining('谁可以参加')]]);
    expect(await problem(room.draft({ companions: true, dangerous: true }))).toEqual([['body.companions', 'dangerous_for_companions', expect.stringContaining('取消')]]);
    expect(await problem(room.draft({ companions: true, minors: true, dangerous: true }))).toEqual([['body.minors', 'dangerous_for_minors', expect.any(String)], ['body.companions', 'dangerous_for_companions', expect.any(String)]]);
    expect((await room.draft()).companions).toBe(false);
    const activity = await welcoming();
    expect(activity.companions).toBe(true);
    expect((await room.anyone.listActivities({ query: { minors: 'true', perPage: 200 } })).data.find(({ id }) => id === activity.id)).toMatchObject({ companions: true });
    expect(await problem(change(activity, { minors: false }))).toEqual([['body.companions', 'companions_without_minors', expect.any(String)]]);
    expect(await problem(change(activity, { dangerous: true }))).toEqual([['body.minors', 'dangerous_for_minors', expect.any(String)], ['body.companions', 'dangerous_for_companions', expect.any(String)]]);
    expect(await room.league.copyActivity({ params: { id: activity.id }, body: { startsOn: morning(20).startsAt.slice(0, 10) } })).toMatchObject({ state: 'draft', companions: true });
    await change(activity, { companions: false });
    expect((await room.league.getActivityHistory({ params: { id: activity.id } })).data.find(({ action }) => action === 'activity.changed')).toMatchObject({ before: { companions: true }, after: { companions: false } });
    expect((await refusal(signUp(await someone(), await present(activity), 1))).code).toBe('signup.no_companions');
  });

  it('are a number with the adult’s sign-up: read by the unit and on the list of the day, with the sum, and counted for nothing', async () => {
    const activity = await welcoming({ flow: 'request' });
    const [mother, father, alone] = [await someone(), await someone(), await someone()];
    for (const companions of [4, -1]) expect((await refusal(signUp(mother, activity, companions))).errors?.[0]?.path).toBe('body.companions');
    expect((await refusal(mother.createSignup({ params: { id: positionOf(activity) }, body: { companions: 1 } }))).errors).toMatchObject([{ path: 'body.riskHash', code: 'risk_unread' }]);
    const signups = [await signUp(mother, activity, 2), await signUp(father, activity, 1), await signUp(alone, activity, 0)];
    for (const { id, version } of signups) await room.league.confirmSignup({ params: { id }, body: { version } });
    const listed = (await room.league.listSignups({ query: { activityId: activity.id, sort: 'signedUpAt' } })).data;
    expect(listed.map(({ companions, companionsToConfirm }) => [companions, companionsToConfirm])).toEqual([[2, false], [1, false], [0, false]]);
    expect(await present(activity)).toMatchObject({ wanted: 20, free: 17, staff: { signups: { confirmed: 3 } } });
    const roster = () => room.league.getRoster({ params: { id: activity.shifts[0]?.id ?? '' } });
    expect(await roster()).toMatchObject({ companions: 3 });
    await change(activity, { riskStatement: '改到户外，注意防暑。' });
    expect((await roster()).rows.map(({ companions, companionsToConfirm }) => [companions, companionsToConfirm]).sort()).toEqual([[0, false], [1, true], [2, true]]);
    const mine = (await mother.listMySignups()).data[0];
    expect(mine).toMatchObject({ companions: 2, companionsToConfirm: true, mayBring: true });
    const set = async (who: Client, signup: MySignup | undefined, companions: number) => who.setSignupCompanions({ params: { id: signup?.id ?? '' }, body: { version: signup?.version ?? 0, companions, riskHash: companions === 0 ? null : await hashOf(activity) } });
    expect((await refusal(set(father, mine, 3))).code).toBe('resource.not_found');
    expect(await set(mother, mine, 3)).toMatchObject({ companions: 3, companionsToConfirm: false });
    expect((await refusal(set(mother, mine, 1))).code).toBe('version.stale');
    expect(await set(father, (await father.listMySignups()).data[0], 0)).toMatchObject({ companions: 0 });
    expect((await roster()).companions).toBe(3);
    const kept = (await (await mother.getMyData({})).json()) as MyData;
    expect(kept.sections.find(({ key }) => key === 'signups')?.rows).toMatchObject([{ companions: 3 }]);
  });

  it('are brought by no minor, also not with the guardian’s word', async () => {
    const activity = await welcoming();
    const { pupil, mother } = await linkedPupil(server, '卓小识', bornFor(today, 16));
    const asked = await pupil.client.askConsent({ params: { id: positionOf(activity) }, body: {} });
    const given = await mother.client.giveActivityConsent({ params: { id: asked.id }, body: { version: asked.version, riskHash: asked.risk.hash, accompanies: true } });
    expect(given).toMatchObject({ state: 'given', signedUp: true });
    const [signup] = (await pupil.client.listMySignups()).data;
    expect(signup).toMatchObject({ companions: 0, mayBring: false });
    expect((await refusal(pupil.client.setSignupCompanions({ params: { id: signup?.id ?? '' }, body: { version: signup?.version ?? 0, companions: 1, riskHash: await hashOf(activity) } }))).code).toBe('signup.companions_by_adults');
  });

  describe('and an activity that stops taking them', () => {
    it('cannot while a sign-up ahead brings any', async () => {
      const activity = await welcoming();
      const mother = await someone();
      const signup = await signUp(mother, activity, 2);
      const closes = await refusal(change(activity, { companions: false }));
      expect([closes.code, closes.params?.['count']]).toEqual(['activity.companions_signed_up', 1]);
      expect((await refusal(change(activity, { companions: false, minors: false }))).code).toBe('activity.companions_signed_up');
      await mother.setSignupCompanions({ params: { id: signup.id }, body: { version: signup.version, companions: 0 } });
      expect((await change(activity, { companions: false })).companions).toBe(false);
    });

    /** Somebody signs up with children while the activity stops taking them; both have looked before either writes. */
    const atOnce = async (guardOff: boolean) => {
      const [activity, mother] = [await welcoming(), await someone()];
      const [{ version }, riskHash] = [await present(activity), await hashOf(activity)];
      await server.control.failpoint('companions.looked', 'wait');
      if (guardOff) await server.control.failpoint('signup.companions', 'skip');
      try {
        await Promise.allSettled([
          mother.createSignup({ params: { id: positionOf(activity) }, body: { companions: 2, riskHash } }), room.league.updateActivity({ params: { id: activity.id }, body: { version, companions: false } }),
        ]);
      } finally {
        await server.control.failpoint('companions.looked', 'off');
        await server.control.failpoint('signup.companions', 'off');
      }
      return [(await present(activity)).companions, (await mother.listMySignups()).data[0]?.companions ?? 0] as const;
    };
    const oneOrTheOther = [[true, 2], [false, 0]];

    it('and a sign-up that brings some at the same moment: one of them is refused', async () => {
      expect(oneOrTheOther).toContainEqual(await atOnce(false));
    });

    it('the control: without the turn at the activity both are written, but where one unit writes at a time', async () => {
      expect(database === 'sqlite' ? oneOrTheOther : [[false, 2]]).toContainEqual(await atOnce(true));
    });
  });
});

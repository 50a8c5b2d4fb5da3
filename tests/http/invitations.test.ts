import type { Client } from '@kepu/api-client';
import type { InvitationPage, MyData, MyInvitation } from '@kepu/contracts';
import { digestOf, stepsOf, type RoundInputs } from '../../apps/api/src/modules/matching/invitations/wave-rounds.js';
import { insertRows, newId, readRows } from '../../apps/api/src/platform/database/index.js';
import { GuardianLinkEntity } from '../../apps/api/src/modules/guardians/guardian-link.entity.js';
import { addActivity, positionState, type MadeActivity, type TestActivity } from '../../apps/api/test-support/shifts.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { formOf } from './activity-room.js';
import { refusal, until } from './papers.js';
import { county, demoPerson, together, unitOf, volunteers, type Person, type Volunteer } from './service.js';

const HOUR = 60;
const DAY = 24 * HOUR;

/** M5: people are asked in waves, answer by one tap, and whoever is late meets kind words. */
eachDatabase('invitations', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let [liaison, women]: Person[] = [];
  let anyone: Client;
  let unitId: string;
  /** Ten o'clock in Shanghai, six days from now. */
  let base: Date;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [liaison, women] = await Promise.all([demoPerson(server, store, 'liaison'), demoPerson(server, store, 'liaison-women')]);
    anyone = await server.client(undefined);
    unitId = await unitOf(store, of(liaison).id);
    base = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 6 * 86_400_000 + 2 * 3_600_000);
  });
  afterAll(() => store.close());
  afterEach(() => server.control.clock({ reset: true }));

  const sql = (text: string, params: unknown[]) => store.unitOfWork.run(() => store.database.writer.query(text, params));
  /** Activities that only very old people may join: those of a test, and nobody of the demo city. */
  const activity = async (given: Partial<TestActivity> = {}, { minAge = 80 as number | null } = {}): Promise<MadeActivity> => {
    const made = await addActivity(store, { unitId, createdBy: of(liaison).id, countyId: county, base, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 1 }] }], ...given });
    await sql('UPDATE positions SET min_age = ? WHERE activity_id = ?', [minAge, made.id]);
    await store.tell('activity', [made.id]);
    return made;
  };
  const elders = async (count: number): Promise<Volunteer[]> => {
    const made = await volunteers(server, store, count);
    for (const { id } of made) await sql("UPDATE volunteers SET born_on = '1935-05-05' WHERE id = ?", [id]);
    await store.tell('volunteer', made.map(({ id }) => id));
    return made;
  };
  /** They are of no other test. */
  const retire = async (people: readonly Volunteer[]) => {
    for (const { id } of people) await sql("UPDATE volunteers SET born_on = '1990-05-05' WHERE id = ?", [id]);
    await store.tell('volunteer', people.map(({ id }) => id));
  };
  const firstOf = (made: MadeActivity): string => of(made.shifts[0]?.positionIds[0]);
  const at = (minutes: number) => server.control.clock({ freeze: new Date(base.getTime() + minutes * 60_000).toISOString() });
  const invite = (made: MadeActivity, people: readonly Person[], by = of(liaison)) => by.client.createPositionInvitations({ params: { id: firstOf(made) }, body: { volunteerIds: people.map(({ id }) => id) } });
  const mine = async (person: Person, made: MadeActivity): Promise<MyInvitation | undefined> => (await person.client.listMyInvitations({})).data.find((row) => row.activity.id === made.id);
  const tokenOf = async (person: Person, made: MadeActivity): Promise<string> => of(/^\/invitations\/(.+)$/.exec(of(await mine(person, made)).link)?.[1]);
  const page = (token: string): Promise<InvitationPage> => anyone.getInvitationPage({ params: { token } });
  const say = (token: string, answer: 'yes' | 'no', reason: 'time' | null = null): Promise<InvitationPage> => anyone.answerInvitation({ params: { token }, body: { answer, reason } });
  const waves = (made: MadeActivity, by = of(liaison)) => by.client.getActivityWaves({ params: { id: made.id } });
  const row = async (made: MadeActivity) => of((await waves(made)).positions[0]);
  const listed = async (made: MadeActivity) => (await of(liaison).client.listPositionInvitations({ params: { id: firstOf(made) }, query: { perPage: 200 } })).data;

  it('go out in waves, lapse in silence, stop when filled; who is late meets kind words and two alternatives', async () => {
    const people = await elders(9);
    const made = await activity();
    await at(-4 * DAY - 1 * HOUR);
    // Nine o'clock; a wave of the first guess is six for a place.
    expect(await waves(made)).toMatchObject({ on: false, version: 0, positions: [{ missing: 1, asked: 0, next: { kind: 'send', count: 6 } }] });
    expect(await of(liaison).client.setActivityWaves({ params: { id: made.id }, body: { on: true, version: 0 } })).toMatchObject({ on: true, version: 1 });
    expect((await refusal(of(liaison).client.setActivityWaves({ params: { id: made.id }, body: { on: false, version: 0 } }))).code).toBe('version.stale');
    await at(-4 * DAY - 40);
    await until(() => row(made), ({ asked }) => asked === 6);
    const first = await listed(made);
    expect(first.map(({ state, origin, wave }) => [state, origin, wave])).toEqual(Array.from({ length: 6 }, () => ['sent', 'wave', 1]));
    // The unit has not met them: no whole name.
    for (const { volunteer } of first) expect(volunteer.name).toBe('志**');
    expect(await row(made)).toMatchObject({ asked: 6, open: 6, yes: 0, next: { kind: 'wait' } });
    const [early] = people.filter(({ id }) => first.some(({ volunteer }) => volunteer.id === id));
    expect((await until(() => of(early).client.listNotices({ query: { perPage: 200 } }), ({ data }) => data.some(({ kind }) => kind === 'place_invited'))).data.find(({ kind }) => kind === 'place_invited')).toMatchObject({ link: '/me#invitations', params: { title: made.title, place: '县文化礼堂' } });
    const lateToken = await tokenOf(of(early), made);
    expect(await page(lateToken)).toMatchObject({ state: 'sent', canYes: true, canNo: true, over: null, alternatives: [], activity: { name: made.title }, place: '县文化礼堂' });
    // Nobody answers: at nine the next day their time is over, and those who are left are asked.
    await at(-3 * DAY);
    await until(() => row(made), ({ asked }) => asked === 9);
    const second = (await listed(made)).filter(({ wave }) => wave === 2);
    expect([second.length, (await row(made)).silent]).toEqual([3, 6]);
    const [willing] = people.filter(({ id }) => second.some(({ volunteer }) => volunteer.id === id));
    expect(await say(await tokenOf(of(willing), made), 'yes')).toMatchObject({ state: 'accepted', canYes: false, canNo: true, over: null });
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 1, confirmed: 1 });
    const late = await say(lateToken, 'yes');
    expect(late).toMatchObject({ over: 'filled', canYes: false, canNo: false });
    expect(late.alternatives).toHaveLength(2);
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 1, confirmed: 1 });
    // Filled: what is open ends, and nobody else is asked.
    await at(-3 * DAY + 20);
    await until(() => listed(made), (all) => all.every(({ state }) => state !== 'sent'));
    expect(await row(made)).toMatchObject({ missing: 0, asked: 9, open: 0, yes: 1, next: { kind: 'rest', because: 'filled' } });
    await retire(people);

    // Each round that asked somebody can be made again from what was kept of it, and knows nobody by id.
    const rounds = await readRows<{ inputs: string; output: string; digest: string; asked: number }>(store.database.reader, 'SELECT r.inputs AS inputs, r.output AS output, r.digest AS digest, r.asked AS asked FROM wave_rounds r ORDER BY r.at');
    expect(rounds.map(({ asked }) => asked)).toEqual([6, 3]);
    for (const { inputs, output, digest } of rounds) {
      const kept = JSON.parse(inputs) as RoundInputs;
      expect(digestOf(kept)).toBe(digest);
      expect(stepsOf(kept)).toEqual(JSON.parse(output));
      for (const { id } of people) expect(`${inputs}${output}`).not.toContain(id);
    }
  });

  it('are not sent at night, and the preview says so', async () => {
    const people = await elders(2);
    const made = await activity();
    await at(-4 * DAY - 11 * HOUR);
    const morning = new Date(base.getTime() - (4 * DAY + 2 * HOUR) * 60_000).toISOString();
    expect((await row(made)).next).toEqual({ kind: 'send', at: morning, count: 2, because: null });
    // By hand they are asked in the morning too.
    await invite(made, people);
    expect(of(await mine(of(people[0]), made)).sentAt).toBe(morning);
    await retire(people);
  });

  it('are answered by one tap that can be changed; a look changes nothing, however often', async () => {
    const [person] = await elders(1) as [Volunteer];
    await sql("UPDATE accounts SET name = '王小明' WHERE id = ?", [person.id]);
    const made = await activity({ flow: 'request' });
    await at(-3 * DAY);
    expect(await invite(made, [person])).toMatchObject({ sent: [{ volunteerId: person.id }], skipped: [] });
    const token = await tokenOf(person, made);
    for (let look = 0; look < 3; look++) expect(await page(token)).toMatchObject({ state: 'sent' });
    for (const [method, path] of [['GET', `/api/v1/place-invitations/${token}`], ['HEAD', `/invitations/${token}`], ['GET', `/invitations/${token}`], ['GET', `/en/invitations/${token}`]] as const) await server.fetch(path, { method });
    expect(await listed(made)).toMatchObject([{ state: 'sent', version: 1 }]);
    // Nothing more personal than the given name.
    expect(JSON.stringify(await page(token))).not.toMatch(/王|1935|T\d{6}/);
    expect(await page(token)).toMatchObject({ givenName: '小明' });
    // Whoever was asked has the place, though others have to wait for the unit's word.
    expect(await say(token, 'yes')).toMatchObject({ state: 'accepted', canNo: true });
    expect(await say(token, 'yes')).toMatchObject({ state: 'accepted' });
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 1, confirmed: 1 });
    expect(await say(token, 'no', 'time')).toMatchObject({ state: 'declined', canYes: true, canNo: false });
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 0, confirmed: 0 });
    expect(await listed(made)).toMatchObject([{ state: 'declined', reason: 'time' }]);
    expect(await say(token, 'yes')).toMatchObject({ state: 'accepted' });
    // On the last day the usual rule holds: who leaves says why.
    await at(-10 * HOUR);
    expect(await page(token)).toMatchObject({ reasonWanted: true });
    expect((await refusal(say(token, 'no'))).code).toBe('signup.reason_required');
    expect(await say(token, 'no', 'time')).toMatchObject({ state: 'declined' });
    await at(3 * HOUR);
    expect(await page(token)).toMatchObject({ over: 'started', canYes: false });
    await at(8 * DAY);
    expect((await refusal(page(token))).code).toBe('place_invitation.unknown');
    await retire([person]);
  });

  it('give the last place to one of those who say yes at once; the others are thanked', async () => {
    const people = await elders(5);
    const made = await activity();
    await at(-3 * DAY);
    await invite(made, people);
    const tokens = await Promise.all(people.map((person) => tokenOf(person, made)));
    const { done, refused } = await together(tokens.map((token) => () => say(token, 'yes')));
    expect(refused).toEqual({});
    expect(done.filter(({ state }) => state === 'accepted')).toHaveLength(1);
    expect(done.filter(({ over }) => over === 'filled')).toHaveLength(4);
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 1, confirmed: 1 });
    // Two taps of the winner, side by side, are one place.
    const winner = of(tokens[done.findIndex(({ state }) => state === 'accepted')]);
    await together([() => say(winner, 'yes'), () => say(winner, 'yes')]);
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 1, confirmed: 1 });
    await retire(people);
  });

  it('open by no link but ours', async () => {
    const [person] = await elders(1) as [Volunteer];
    const made = await activity();
    await at(-3 * DAY);
    await invite(made, [person]);
    const token = await tokenOf(person, made);
    const [id, end, signature] = token.split('.') as [string, string, string];
    const later = (Number.parseInt(end, 36) + 1).toString(36);
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const forged of [`${id}.${end}.${other}`, `${id}.${later}.${signature}`, `${id.slice(0, -1)}${id.endsWith('A') ? 'Q' : 'A'}.${end}.${signature}`]) {
      expect((await refusal(page(forged))).code).toBe('place_invitation.unknown');
      expect((await refusal(say(forged, 'yes'))).code).toBe('place_invitation.unknown');
      expect((await refusal(anyone.stopInvitations({ params: { token: forged } }))).code).toBe('place_invitation.unknown');
    }
    expect((await server.fetch(`/api/v1/place-invitations/${'x'.repeat(20)}`)).status).toBe(400);
    expect(await listed(made)).toMatchObject([{ state: 'sent' }]);
    // Too many taps on one link wait; another link does not.
    for (let tap = 0; tap < 20; tap++) await say(token, tap % 2 ? 'no' : 'yes');
    expect((await refusal(say(token, 'no'))).code).toBe('rate.limited');
    await retire([person]);
  });

  it('keep to two a week and one a day, and to two weeks of silence after a no', async () => {
    const [person, tired] = await elders(2) as [Volunteer, Volunteer];
    const made = await Promise.all(Array.from({ length: 4 }, () => activity({ shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 5 }] }] })));
    const because = async (index: number, who: Person) => (await invite(of(made[index]), [who])).skipped.map((one) => one.because);
    await at(-5 * DAY);
    expect(await because(0, person)).toEqual([]);
    expect(await because(0, person)).toEqual(['asked_already']);
    expect(await because(1, person)).toEqual(['asked_enough']);
    await at(-4 * DAY + 10);
    expect(await because(1, person)).toEqual([]);
    await at(-3 * DAY + 20);
    expect(await because(2, person)).toEqual(['asked_enough']);
    expect(await because(2, tired)).toEqual([]);
    await say(await tokenOf(tired, of(made[2])), 'no');
    await at(-1 * DAY - 10);
    expect(await because(3, tired)).toEqual(['said_no_lately']);
    await at(-2 * HOUR);
    expect(await because(3, person)).toEqual(['too_late']);
    await retire([person, tired]);
  });

  it('reach nobody who may not, has it already, has switched them off, or whose guardian has not agreed', async () => {
    const [off, seated, young, minor] = await elders(4) as [Volunteer, Volunteer, Volunteer, Volunteer];
    const made = await activity({ minors: true, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 9 }] }] });
    await at(-3 * DAY);
    await retire([young]);
    await seated.client.createSignup({ params: { id: firstOf(made) }, body: {} });
    expect(await off.client.setMyInvitations({ body: { off: true } })).toMatchObject({ off: true });
    expect((await invite(made, [off, seated, young])).skipped.map(({ volunteerId, because, block }) => [volunteerId, because, block?.code ?? null])).toEqual([[off.id, 'switched_off', null], [seated.id, 'signed_up', null], [young.id, 'blocked', 'age']]);
    expect(await off.client.setMyInvitations({ body: { off: false } })).toMatchObject({ off: false });
    expect((await invite(made, [off])).sent).toHaveLength(1);
    // The link of the mail switches them off as well.
    expect(await anyone.stopInvitations({ params: { token: await tokenOf(off, made) } })).toMatchObject({ off: true });
    const open = await activity({ minors: true, shifts: [{ from: 0, to: HOUR, positions: [{ maximum: 9 }] }] }, { minAge: null });
    await sql("UPDATE volunteers SET born_on = ? WHERE id = ?", [`${base.getUTCFullYear() - 16}-01-01`, minor.id]);
    expect((await invite(open, [minor])).skipped).toMatchObject([{ because: 'blocked', block: { code: 'minor_no_guardian' } }]);
    // A guardian who is linked, and has not agreed to this activity.
    const long = new Date('2026-01-01T00:00:00.000Z');
    await store.unitOfWork.run(() => insertRows(store.database.writer, GuardianLinkEntity, [{
      id: newId(), minorId: minor.id, guardianId: seated.id, activeKey: `${minor.id}:${seated.id}`, nameSealed: null, phoneSealed: null, phoneIndex: null, relation: 'mother', method: 'registered', tokenHash: null, askedAt: long, expiresAt: null, confirmedAt: long, declinedAt: null, endedAt: null, endedBy: null, version: 1,
    }]));
    expect((await invite(open, [minor])).skipped).toMatchObject([{ because: 'no_guardian_word' }]);
    await retire([off, seated, minor]);
  });

  it('ask whoever has waited long whether they still want the place that came free, by the same one tap; silence passes it on', async () => {
    const [holder, first, second, third] = await elders(4) as [Volunteer, Volunteer, Volunteer, Volunteer];
    const made = await activity();
    const state = async (person: Person) => (await person.client.listMySignups({ query: { perPage: 200 } })).data.find((row) => row.activity.id === made.id)?.state;
    await at(-6 * DAY + 30);
    const held = await holder.client.createSignup({ params: { id: firstOf(made) }, body: {} });
    for (const [index, person] of [first, second, third].entries()) {
      await at(-6 * DAY + 31 + index);
      await person.client.createSignup({ params: { id: firstOf(made) }, body: { waitIfFull: true } });
    }
    await at(-4 * DAY);
    await holder.client.withdrawSignup({ params: { id: held.id }, body: { version: held.version } });
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 1, confirmed: 0, waiting: 3 });
    const token = await tokenOf(first, made);
    expect(await page(token)).toMatchObject({ origin: 'waiting', state: 'sent', over: null, canYes: true, canNo: true });
    expect((await until(() => first.client.listNotices({ query: { perPage: 200 } }), ({ data }) => data.some(({ kind }) => kind === 'place_held'))).data.find(({ kind }) => kind === 'place_held')).toMatchObject({ link: '/me#invitations', params: { title: made.title } });
    // Nobody who looks at the activity can take it meanwhile.
    expect((await refusal(holder.client.createSignup({ params: { id: firstOf(made) }, body: {} }))).code).toBe('position.full');
    expect(await say(token, 'no')).toMatchObject({ state: 'declined' });
    expect(await state(first)).toBe('withdrawn');
    expect(await mine(second, made)).toMatchObject({ state: 'sent' });
    // No answer: at the end of its time the place is held for the next, who says yes. A turn runs once, so the time is one of no other test.
    await at(-3 * DAY + 75);
    await until(() => state(second), (now) => now === 'withdrawn');
    expect((await until(() => second.client.listNotices({ query: { perPage: 200 } }), ({ data }) => data.some(({ kind }) => kind === 'signup_passed'))).data[0]?.params['title']).toBe(made.title);
    expect(await say(await tokenOf(third, made), 'yes')).toMatchObject({ state: 'accepted', over: null });
    expect(await positionState(store, firstOf(made))).toEqual({ maximum: 1, counter: 1, confirmed: 1, waiting: 0, requested: 0 });
    // What was asked of those who waited is no invitation of the unit's, and touches no cap.
    expect(await row(made)).toMatchObject({ asked: 0 });
    const other = await activity();
    expect((await invite(other, [first])).sent).toHaveLength(1);
    await retire([holder, first, second, third]);
  });

  it('outlive the position that they asked for: the link says so kindly, shows two alternatives, and counts on towards what people are asked', async () => {
    const [person, late] = await elders(2) as [Volunteer, Volunteer];
    const made = await activity({ shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 2, name: '扶梯引导' }, { maximum: 2, name: '签到台' }] }] });
    await at(-3 * DAY);
    expect((await invite(made, [person, late])).sent).toHaveLength(2);
    const [token, other] = [await tokenOf(person, made), await tokenOf(late, made)];
    expect(await page(token)).toMatchObject({ over: null, position: { name: '扶梯引导' } });
    const { version, ...activityNow } = await of(liaison).client.getActivity({ params: { id: made.id } });
    const shifts = formOf({ ...activityNow, version }).map((shift) => ({ ...shift, positions: shift.positions.filter(({ id }) => id !== firstOf(made)) }));
    expect((await of(liaison).client.updateActivity({ params: { id: made.id }, body: { version, shifts } })).shifts[0]?.positions).toHaveLength(1);
    const gone = await page(token);
    expect(gone).toMatchObject({ state: 'sent', over: 'withdrawn', position: null, activity: { name: made.title }, canYes: false, canNo: false, startsAt: base.toISOString() });
    expect(gone.alternatives).toHaveLength(2);
    const shown = await (await server.fetch(`/invitations/${token}`)).text();
    expect(shown).toContain('这个岗位已经不招人了');
    expect(shown).toContain('还有两个活动也需要人');
    // Whoever had the page open before, and taps.
    expect(await say(token, 'yes')).toMatchObject({ state: 'closed', over: 'withdrawn' });
    expect(await say(other, 'no')).toMatchObject({ state: 'declined', over: 'withdrawn' });
    expect(await mine(person, made)).toMatchObject({ state: 'closed', over: 'withdrawn', position: null });
    const data = (await (await person.client.getMyData({})).json()) as MyData;
    expect(data.sections.find(({ key }) => key === 'placeInvitations')?.rows).toMatchObject([{ activity: made.title, position: null }]);
    expect((await invite(await activity(), [person, late])).skipped.map(({ because }) => because)).toEqual(['asked_enough', 'said_no_lately']);
    // What nobody looks at is closed by the next turn, and the mail of what was not sent yet stays at home.
    const [sleeper] = await elders(1) as [Volunteer];
    const again = await activity({ shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 2 }, { maximum: 2 }] }] });
    await at(-2 * DAY - 11 * HOUR);
    await invite(again, [sleeper]);
    const before = await of(liaison).client.getActivity({ params: { id: again.id } });
    await of(liaison).client.updateActivity({ params: { id: again.id }, body: { version: before.version, shifts: formOf(before).map((shift) => ({ ...shift, positions: shift.positions.slice(1) })) } });
    await at(-2 * DAY + 35);
    await until(() => mine(sleeper, again), (one) => one?.state === 'closed');
    expect((await sleeper.client.listNotices({ query: { perPage: 200 } })).data.filter(({ kind }) => kind === 'place_invited')).toEqual([]);
    await retire([person, late, sleeper]);
  });

  it('are of whoever decides about the sign-ups, and can be called back while they wait', async () => {
    const [person, stranger] = await elders(2) as [Volunteer, Volunteer];
    const made = await activity();
    await at(-3 * DAY);
    for (const by of [of(women), stranger]) {
      for (const call of [() => invite(made, [person], by), () => waves(made, by), () => by.client.listPositionInvitations({ params: { id: firstOf(made) } }), () => by.client.setActivityWaves({ params: { id: made.id }, body: { on: true, version: 0 } })]) expect(['resource.not_found', 'auth.forbidden']).toContain((await refusal(call())).code);
    }
    await invite(made, [person]);
    const { id, version } = of((await listed(made))[0]);
    expect((await refusal(of(women).client.callInvitationBack({ params: { id }, body: { version } }))).code).toBe('resource.not_found');
    expect((await refusal(of(liaison).client.callInvitationBack({ params: { id }, body: { version: 7 } }))).code).toBe('version.stale');
    const token = await tokenOf(person, made);
    expect(await of(liaison).client.callInvitationBack({ params: { id }, body: { version } })).toMatchObject({ state: 'closed' });
    expect((await refusal(of(liaison).client.callInvitationBack({ params: { id }, body: { version: version + 1 } }))).code).toBe('lifecycle.not_allowed');
    expect(await say(token, 'yes')).toMatchObject({ over: 'called_back', canYes: false });
    expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 0, confirmed: 0 });
    expect((await stranger.client.listMyInvitations({})).data).toEqual([]);
    await retire([person, stranger]);
  });
});

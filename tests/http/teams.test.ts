import type { LedTeam, MyTeam, Team } from '@kepu/contracts';
import { addActivity, positionState, type MadeActivity, type TestActivity } from '../../apps/api/test-support/shifts.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { addChild, bornFor, guardian, linkedPupil } from './family-room.js';
import { refusal, until } from './papers.js';
import { county, demoPerson, together, unitOf, volunteers, type Person, type Volunteer } from './service.js';

const HOUR = 60;
const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });

eachDatabase('teams', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let [liaison, women, office, reader]: Person[] = [];
  let unitId: string;
  let kindId: string;
  let base: Date;
  let names = 0;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const staff = () => of(liaison).client;
  const activity = (given: Partial<TestActivity> = {}): Promise<MadeActivity> => addActivity(store, { unitId, createdBy: of(liaison).id, countyId: county, base, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 6 }] }], ...given });
  const firstOf = (made: MadeActivity): string => made.shifts[0]?.positionIds[0] ?? '';
  const told = async (person: Person, kind: string) => (await person.client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind);
  const mine = async (person: Person, teamId: string): Promise<MyTeam> => of((await person.client.getMyTeams()).data.find(({ id }) => id === teamId));
  const led = (leader: Person, id: string): Promise<LedTeam> => leader.client.getLedTeam({ params: { id } });
  const form = (given: Partial<Parameters<Person['client']['createTeam']>[0]['body']> = {}): Promise<Team> => staff().createTeam({ body: { name: `银杏服务队${String((names += 1))}`, kindId, unitId, ...given } });
  const joins = async (person: Person, teamId: string): Promise<void> => {
    // By the office: these people belong to no unit.
    const asked = await of(office).client.inviteTeamMember({ params: { id: teamId }, body: { volunteerId: person.id } });
    await person.client.acceptTeamInvitation(at(asked));
  };
  /** A team that serves, with its leader first. */
  const serving = async (size: number): Promise<{ team: Team; people: Volunteer[]; leader: Volunteer }> => {
    const [formed, people] = [await form(), await volunteers(server, store, size)];
    for (const person of people) await joins(person, formed.id);
    const leader = of(people[0]);
    const named = await staff().setTeamLeader({ params: { id: formed.id }, body: { version: formed.version, volunteerId: leader.id } });
    return { team: await staff().activateTeam(at(named)), people, leader };
  };
  const idsOf = (people: readonly Volunteer[]): string[] => people.map(({ id }) => id);

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [liaison, women, office, reader] = await Promise.all(['liaison', 'liaison-women', 'office', 'reader'].map((account) => demoPerson(server, store, account)));
    unitId = await unitOf(store, of(liaison).id);
    kindId = of((await staff().listTeamKinds()).data[0]).id;
    base = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 20 * 86_400_000 + 3_600_000);
  });
  afterAll(() => store.close());
  afterEach(() => server.control.clock({ reset: true }));

  it('has kinds that the office keeps', async () => {
    expect((await staff().listTeamKinds()).data.map(({ name }) => name)).toEqual(expect.arrayContaining(['科普服务队', '文艺巡演队', '党员先锋岗', '青年文明号', '巾帼文明岗']));
    expect(await code(staff().createTeamKind({ body: { name: '夜校队' } }))).toBe('auth.forbidden');
    const made = await of(office).client.createTeamKind({ body: { name: '夜校队', note: '晚上上课' } });
    expect(await code(of(office).client.createTeamKind({ body: { name: '夜校队' } }))).toBe('team.name_taken');
    expect(await code(of(office).client.updateTeamKind({ params: { id: made.id }, body: { version: made.version + 1, closed: true } }))).toBe('version.stale');
    const closed = await of(office).client.updateTeamKind({ params: { id: made.id }, body: { version: made.version, closed: true } });
    expect(closed).toMatchObject({ closed: true, teams: 0 });
    expect(await code(form({ kindId: made.id }))).toBe('reference.not_found');
  });

  it('is formed by a unit for itself, named once, and seen within reach', async () => {
    const team = await form({ name: '钱塘潮服务队', about: '周末进社区。' });
    expect(team).toMatchObject({ name: '钱塘潮服务队', state: 'forming', leader: null, members: 0, served: { activities: 0, people: 0, minutes: 0 }, may: { write: true }, version: 1 });
    expect(await code(form({ name: '钱塘潮服务队' }))).toBe('team.name_taken');
    expect(await code(form({ unitId: await unitOf(store, of(women).id) }))).toBe('reference.not_found');
    expect(await code(form({ name: '' }))).toBe('input.invalid');
    for (const call of [() => of(women).client.getTeam({ params: { id: team.id } }), () => of(women).client.listTeamMembers({ params: { id: team.id }, query: {} }), () => of(women).client.updateTeam({ params: { id: team.id }, body: { version: 1, about: '别人的' } }), () => of(women).client.getTeamHistory({ params: { id: team.id } })]) expect(await code(call())).toBe('resource.not_found');
    expect(await of(reader).client.getTeam({ params: { id: team.id } })).toMatchObject({ may: { write: false } });
    expect(await code(of(reader).client.updateTeam({ params: { id: team.id }, body: { version: 1, about: '不能' } }))).toBe('auth.forbidden');
    expect((await staff().listTeams({ query: { q: 'qtcfwd' } })).data.map(({ id }) => id)).toEqual([team.id]);
    expect((await staff().listTeams({ query: { leaderless: 'true', kindId, unitId, state: 'forming' } })).data.map(({ id }) => id)).toContain(team.id);
    expect(await code(staff().activateTeam(at(team)))).toBe('team.no_leader');
    expect(await code(staff().updateTeam({ params: { id: team.id }, body: { version: 9, about: '旧的' } }))).toBe('version.stale');
    const bytes = Buffer.from(await (await staff().exportTeams({ query: { q: 'qtcfwd' } })).arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    const over = await staff().disbandTeam(because(team, '任务完成'));
    expect(await code(staff().updateTeam({ params: { id: over.id }, body: { version: over.version, about: '又来' } }))).toBe('lifecycle.not_allowed');
    expect((await staff().getTeamHistory({ params: { id: team.id } })).data.map(({ action }) => action)).toEqual(expect.arrayContaining(['team.created', 'team.disband']));
  });

  it('takes people in who agree, by invitation or by the code, and lets them go', async () => {
    const { team, leader } = await serving(1);
    const [asked, byCode, stranger] = await volunteers(server, store, 3);
    // A liaison asks those of the own unit; these belong to none.
    expect(await code(staff().inviteTeamMember({ params: { id: team.id }, body: { volunteerId: of(asked).id } }))).toBe('reference.not_found');
    const invited = await of(office).client.inviteTeamMember({ params: { id: team.id }, body: { volunteerId: of(asked).id } });
    expect(invited).toMatchObject({ state: 'invited', leads: false, joinedAt: null });
    expect(await code(of(office).client.inviteTeamMember({ params: { id: team.id }, body: { volunteerId: of(asked).id } }))).toBe('team.member_exists');
    await until(() => told(of(asked), 'team_invited'), (found) => found.length > 0);
    expect(await code(of(stranger).client.acceptTeamInvitation(at(invited)))).toBe('resource.not_found');
    expect((await of(asked).client.declineTeamInvitation(at(invited))).data.map(({ id }) => id)).not.toContain(team.id);
    expect(await code(of(asked).client.acceptTeamInvitation(at(invited)))).toBe('version.stale');
    const { code: door, people } = await led(leader, team.id);
    expect(people.map(({ volunteerId }) => volunteerId)).toEqual([leader.id]);
    for (const call of [() => led(of(stranger), team.id), () => of(stranger).client.renewTeamCode(at(team))]) expect(await code(call())).toBe('resource.not_found');
    expect(await of(byCode).client.getTeamDoor({ params: { code: door } })).toMatchObject({ name: team.name, leader: leader.name, joined: null, minor: false });
    expect(await code(of(liaison).client.joinTeam({ body: { code: door } }))).toBe('volunteer.required');
    await of(byCode).client.joinTeam({ body: { code: door } });
    expect(await code(of(byCode).client.joinTeam({ body: { code: door } }))).toBe('team.member_exists');
    await until(() => told(leader, 'team_joined'), (found) => found.length > 0);
    const fresh = await leader.client.renewTeamCode(at(await mine(leader, team.id)));
    expect(fresh.code).not.toBe(door);
    expect(await code(of(stranger).client.getTeamDoor({ params: { code: door } }))).toBe('resource.not_found');
    // Who leads cannot just go; another takes over first.
    const lead = await mine(leader, team.id);
    expect(await code(leader.client.leaveTeam({ params: { id: lead.mine.id }, body: { version: lead.mine.version } }))).toBe('team.leader_leaves');
    expect(await code(leader.client.handTeamOver({ params: { id: team.id }, body: { volunteerId: of(stranger).id } }))).toBe('reference.not_found');
    await leader.client.handTeamOver({ params: { id: team.id }, body: { volunteerId: of(byCode).id } });
    expect(await code(led(leader, team.id))).toBe('resource.not_found');
    await until(() => told(of(byCode), 'team_led'), (found) => found.length > 0);
    const old = await mine(leader, team.id);
    await leader.client.leaveTeam({ params: { id: old.mine.id }, body: { version: old.mine.version, reason: '调走了' } });
    expect((await staff().listTeamMembers({ params: { id: team.id }, query: { state: 'left' } })).data).toMatchObject([{ volunteer: { id: leader.id }, reason: '调走了' }]);
    // Nobody's phone or birth stands anywhere here.
    expect(JSON.stringify([await led(of(byCode), team.id), await staff().listTeamMembers({ params: { id: team.id }, query: {} })])).not.toMatch(/phone|bornOn|1990/);
  });

  it('takes a child in by the word of a guardian alone, and lets it go by the same', async () => {
    const { team, leader } = await serving(1);
    const today = (await of(office).client.getSession()).today;
    const { pupil, mother } = await linkedPupil(server, '林晓禾', bornFor(today, 15));
    const { code: door } = await led(leader, team.id);
    expect(await pupil.client.getTeamDoor({ params: { code: door } })).toMatchObject({ minor: true });
    const waiting = of((await pupil.client.joinTeam({ body: { code: door } })).data[0]);
    expect(waiting.mine.state).toBe('consent');
    await until(async () => (await mother.client.listNotices({ query: { perPage: 200 } })).data.filter(({ kind }) => kind === 'team_child_asks'), (found) => found.length > 0);
    const other = await guardian(server, '别家的家长');
    await addChild(other, bornFor(today, 10));
    const row = of((await mother.client.getMyTeams()).children[0]);
    expect(row).toMatchObject({ child: { name: '林晓禾' }, team: { id: team.id }, state: 'consent' });
    expect(await code(other.client.agreeToTeam(at(row)))).toBe('resource.not_found');
    expect(await code(pupil.client.agreeToTeam(at(row)))).toBe('resource.not_found');
    const agreed = of((await mother.client.agreeToTeam(at(row))).children[0]);
    expect(agreed.state).toBe('member');
    // The name of a minor is masked for everybody but the family, and a minor does not lead.
    const [listed] = (await staff().listTeamMembers({ params: { id: team.id }, query: { state: 'member' } })).data.filter(({ volunteer }) => volunteer.minor);
    expect(of(listed).volunteer.name).not.toBe('林晓禾');
    expect(await code(staff().setTeamLeader({ params: { id: team.id }, body: { version: (await staff().getTeam({ params: { id: team.id } })).version, volunteerId: of(listed).volunteer.id } }))).toBe('team.leader_minor');
    // At an activity the guardian is asked again; until then the child is chosen, and has no place.
    const made = await activity({ minors: true });
    const found = await leader.client.getTeamCandidates({ params: { id: team.id }, query: { positionId: firstOf(made) } });
    expect(found.data.find(({ minor }) => minor)).toMatchObject({ may: false, block: 'consent' });
    const result = await leader.client.signTeamUp({ params: { id: team.id }, body: { positionId: firstOf(made), volunteerIds: found.data.map(({ volunteerId }) => volunteerId) } });
    expect(result.data.map(({ state, block }) => [state, block]).sort()).toEqual([['confirmed', null], [null, 'consent']].sort());
    expect(result.signup).toMatchObject({ counts: { chosen: 2, confirmed: 1 } });
    await mother.client.refuseTeam(at(agreed));
    expect((await mother.client.getMyTeams()).children).toEqual([]);
  });

  describe('signing up', () => {
    it('takes a place for each who may, tells the leader of the others no more than is needed, and shows the team as one', async () => {
      const { team, people, leader } = await serving(4);
      const made = await activity();
      // One has another place at that time, one has this one.
      const other = await activity();
      await of(people[1]).client.createSignup({ params: { id: firstOf(other) }, body: {} });
      await of(people[2]).client.createSignup({ params: { id: firstOf(made) }, body: {} });
      const found = await leader.client.getTeamCandidates({ params: { id: team.id }, query: { positionId: firstOf(made) } });
      expect(Object.fromEntries(found.data.map(({ volunteerId, block }) => [volunteerId, block]))).toEqual({ [of(people[0]).id]: null, [of(people[1]).id]: 'overlap', [of(people[2]).id]: 'exists', [of(people[3]).id]: null });
      expect(JSON.stringify(found)).not.toContain(other.title === made.title ? '"none"' : other.title);
      const body = { positionId: firstOf(made), volunteerIds: idsOf(people) };
      expect(await code(of(people[3]).client.signTeamUp({ params: { id: team.id }, body }))).toBe('resource.not_found');
      expect(await code(leader.client.signTeamUp({ params: { id: team.id }, body: { ...body, volunteerIds: [of(office).id] } }))).toBe('reference.not_found');
      const result = await leader.client.signTeamUp({ params: { id: team.id }, body });
      expect(result.data.map(({ state, block }) => state ?? block)).toEqual(['confirmed', 'overlap', 'exists', 'confirmed']);
      expect(result.signup).toMatchObject({ state: 'coming', counts: { chosen: 2, confirmed: 2, waiting: 0, requested: 0 } });
      expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 3, confirmed: 3 });
      // Each has an ordinary place of their own, and hears of it.
      const own = of((await of(people[3]).client.listMySignups({ query: { upcoming: 'true' } })).data[0]);
      expect(own).toMatchObject({ state: 'confirmed', team: team.name, mayWithdraw: true });
      await until(() => told(of(people[3]), 'team_taken_along'), (notices) => notices.length > 0);
      const lines = (await staff().listSignups({ query: { activityId: made.id } })).data;
      expect(lines.map(({ team: with_ }) => with_).filter(Boolean)).toEqual([team.name, team.name]);
      expect((await staff().listTeamSignups({ query: { activityId: made.id } })).data).toMatchObject([{ team: { name: team.name }, counts: { chosen: 2, confirmed: 2 }, may: { decide: true } }]);
      expect((await of(women).client.listTeamSignups({ query: { activityId: made.id } })).data).toEqual([]);
      expect((await staff().getRoster({ params: { id: of(made.shifts[0]).id } })).rows.filter((row) => row.team === team.name)).toHaveLength(2);
      // One steps out alone: the team still comes.
      await of(people[3]).client.withdrawSignup({ params: { id: own.id }, body: { version: own.version } });
      expect((await led(leader, team.id)).signups).toMatchObject([{ state: 'coming', counts: { confirmed: 1 } }]);
      expect(await code(staff().disbandTeam(because(await staff().getTeam({ params: { id: team.id } }), '并入')))).toBe('team.comes');
    });

    it('comes whole or not at all where places are short, or waits in the order in which it was named', async () => {
      const { team, people, leader } = await serving(4);
      const made = await activity({ shifts: [{ from: 0, to: HOUR, positions: [{ maximum: 3 }] }] });
      const body = { positionId: firstOf(made), volunteerIds: idsOf(people) };
      expect(await code(leader.client.signTeamUp({ params: { id: team.id }, body }))).toBe('position.full');
      expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 0, confirmed: 0, waiting: 0 });
      const result = await leader.client.signTeamUp({ params: { id: team.id }, body: { ...body, waitIfFull: true } });
      expect(result.data.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting']);
      // Called off as one: nobody of the team moves up on the way out, and somebody else gets a place.
      const [stranger] = await volunteers(server, store, 1);
      await of(stranger).client.createSignup({ params: { id: firstOf(made) }, body: { waitIfFull: true } });
      const after = await leader.client.cancelTeamSignup({ params: { id: of(result.signup).id }, body: { version: of(result.signup).version, reason: '改期' } });
      expect(after.signups).toEqual([]);
      expect(await positionState(store, firstOf(made))).toMatchObject({ counter: 1, confirmed: 1, waiting: 0 });
      expect(of((await of(stranger).client.listMySignups({ query: {} })).data[0]).state).toBe('confirmed');
      await until(() => told(of(liaison), 'team_called_off'), (found) => found.some(({ params }) => params['name'] === team.name));
      expect((await told(of(liaison), 'signup_withdrawn')).filter(({ params }) => params['title'] === made.title && params['name'] === leader.name)).toEqual([]);
      expect(await code(leader.client.cancelTeamSignup({ params: { id: of(result.signup).id }, body: { version: of(result.signup).version } }))).toBe('lifecycle.not_allowed');
    });

    it('says why within a day of the beginning, and not once it has begun', async () => {
      const { team, people, leader } = await serving(2);
      const made = await activity();
      const { signup } = await leader.client.signTeamUp({ params: { id: team.id }, body: { positionId: firstOf(made), volunteerIds: idsOf(people) } });
      await server.control.clock({ freeze: new Date(base.getTime() - 3_600_000).toISOString() });
      expect(await code(leader.client.cancelTeamSignup(at(of(signup))))).toBe('signup.reason_required');
      await server.control.clock({ freeze: new Date(base.getTime() + 60_000).toISOString() });
      expect(await code(leader.client.cancelTeamSignup({ params: { id: of(signup).id }, body: { version: of(signup).version, reason: '来不及' } }))).toBe('lifecycle.not_allowed');
    });

    it('is asked by a unit, and answers by one tap; or is confirmed and refused as one', async () => {
      const { team, people, leader } = await serving(3);
      const [instant, byRequest] = [await activity(), await activity({ flow: 'request', shifts: [{ from: 5 * HOUR, to: 6 * HOUR, positions: [{ maximum: 2 }] }] })];
      expect((await of(women).client.listTeamChoices({ query: { q: team.name } })).data).toMatchObject([{ id: team.id, members: 3 }]);
      expect(await code(of(women).client.createTeamInvitation({ params: { id: firstOf(instant) }, body: { teamId: team.id } }))).toBe('resource.not_found');
      const asked = await staff().createTeamInvitation({ params: { id: firstOf(instant) }, body: { teamId: team.id, note: '需要三位' } });
      expect(asked).toMatchObject({ state: 'invited', note: '需要三位' });
      expect(await code(staff().createTeamInvitation({ params: { id: firstOf(instant) }, body: { teamId: team.id } }))).toBe('team.signed_up');
      await until(() => told(leader, 'team_asked'), (found) => found.length > 0);
      expect(await code(of(people[1]).client.acceptTeamSignup(at(asked)))).toBe('resource.not_found');
      expect(await code(leader.client.acceptTeamSignup({ params: { id: asked.id }, body: { version: 9 } }))).toBe('version.stale');
      const came = await leader.client.acceptTeamSignup(at(asked));
      expect(came.signup).toMatchObject({ state: 'coming', counts: { chosen: 3, confirmed: 3 } });
      await until(() => told(of(liaison), 'team_comes'), (found) => found.some(({ params }) => params['name'] === team.name));
      // Taken back before it is answered, declined, and asked again.
      const again = await staff().createTeamInvitation({ params: { id: firstOf(byRequest) }, body: { teamId: team.id } });
      const back = await staff().retractTeamInvitation(at(again));
      expect(await code(leader.client.acceptTeamSignup(at(back)))).toBe('lifecycle.not_allowed');
      const third = await staff().createTeamInvitation({ params: { id: firstOf(byRequest) }, body: { teamId: team.id } });
      await leader.client.declineTeamSignup({ params: { id: third.id }, body: { version: third.version, reason: '没空' } });
      expect((await staff().listTeamSignups({ query: { ids: third.id } })).data).toMatchObject([{ state: 'declined', reason: '没空' }]);
      // The unit decides where it decides about everybody: as many as there are places, and says who is left.
      const asking = await leader.client.signTeamUp({ params: { id: team.id }, body: { positionId: firstOf(byRequest), volunteerIds: idsOf(people) } });
      expect(asking.data.map(({ state }) => state)).toEqual(['requested', 'requested', 'requested']);
      const row = of((await staff().listTeamSignups({ query: { positionId: firstOf(byRequest) } })).data[0]);
      expect(await code(of(women).client.confirmTeamSignup(at(row)))).toBe('resource.not_found');
      const decided = await staff().confirmTeamSignup(at(row));
      expect(decided.signup.counts).toEqual({ chosen: 3, confirmed: 2, waiting: 0, requested: 1 });
      expect(decided.data).toMatchObject([{ block: 'full' }]);
      expect(await code(staff().refuseTeamSignup({ params: { id: row.id }, body: { version: row.version, reason: '' } }))).toBe('input.invalid');
      const refused = await staff().refuseTeamSignup(because(row, '岗位取消'));
      expect(refused).toMatchObject({ state: 'refused', counts: { confirmed: 0, requested: 0 } });
      expect(await positionState(store, firstOf(byRequest))).toMatchObject({ counter: 0, confirmed: 0, requested: 0 });
      await until(() => told(leader, 'team_refused'), (found) => found.length > 0);
      expect(await code(leader.client.signTeamUp({ params: { id: team.id }, body: { positionId: firstOf(byRequest), volunteerIds: idsOf(people) } }))).toBe('team.signed_up');
    });

    it('is closed to a team that rests', async () => {
      const { team, people, leader } = await serving(2);
      const made = await activity();
      await staff().pauseTeam(because(team, '暂停一阵'));
      expect(await code(leader.client.signTeamUp({ params: { id: team.id }, body: { positionId: firstOf(made), volunteerIds: idsOf(people) } }))).toBe('team.not_active');
      expect(await code(staff().createTeamInvitation({ params: { id: firstOf(made) }, body: { teamId: team.id } }))).toBe('team.not_active');
      await until(() => told(of(people[1]), 'team_paused'), (found) => found.length > 0);
    });

    const rush = async (guardOff: boolean) => {
      const [size, places, teams] = [3, 7, 5];
      const made = await activity({ shifts: [{ from: 0, to: HOUR, positions: [{ maximum: places }] }] });
      const all = [];
      for (let count = 0; count < teams; count += 1) all.push(await serving(size));
      await server.control.failpoint('signup.looked', 'wait');
      if (guardOff) await server.control.failpoint('signup.capacity', 'skip');
      try {
        const outcome = await together(all.map(({ team, people, leader }) => () => leader.client.signTeamUp({ params: { id: team.id }, body: { positionId: firstOf(made), volunteerIds: idsOf(people) } })));
        return { ...outcome, position: await positionState(store, firstOf(made)) };
      } finally {
        await server.control.failpoint('signup.looked', 'off');
        await server.control.failpoint('signup.capacity', 'off');
      }
    };

    it('never sells a place twice: of five teams of three for seven places two come', async () => {
      const { done, refused, position } = await rush(false);
      expect([done.length, refused]).toEqual([2, { 'position.full': 3 }]);
      expect(position).toEqual({ maximum: 7, counter: 6, confirmed: 6, waiting: 0, requested: 0 });
    });

    it('the control: without the conditional update the same teams oversell', async () => {
      expect((await rush(true)).position.confirmed).toBeGreaterThan(7);
    });
  });

  it('is shown with what its people served together, by team, person and unit', async () => {
    const { team, people, leader } = await serving(3);
    const made = await activity({ shifts: [{ from: 0, to: 2 * HOUR, leaderId: leader.id, positions: [{ maximum: 6 }] }] });
    const [alone] = await volunteers(server, store, 1);
    await of(alone).client.createSignup({ params: { id: firstOf(made) }, body: {} });
    const { signup } = await leader.client.signTeamUp({ params: { id: team.id }, body: { positionId: firstOf(made), volunteerIds: idsOf(people) } });
    const shift = { id: of(made.shifts[0]).id };
    await server.control.clock({ freeze: new Date(base.getTime() + 60_000).toISOString() });
    const { rows } = await staff().getRoster({ params: shift });
    // Two of the three come, and one who is not of the team.
    const there = rows.filter(({ number }) => number !== of(people[2]).number);
    await staff().markAttendance({ params: shift, body: { marks: there.map(({ signupId }) => ({ signupId, mark: 'present' as const })) } });
    await server.control.clock({ freeze: new Date(base.getTime() + 3 * 3_600_000).toISOString() });
    await staff().confirmHours({ params: shift, body: { rows: there.map(({ signupId }) => ({ signupId, minutes: 90 })) } });
    expect((await staff().getTeam({ params: { id: team.id } })).served).toEqual({ activities: 1, people: 2, minutes: 180 });
    expect((await mine(leader, team.id)).served.minutes).toBe(180);
    const members = (await staff().listTeamMembers({ params: { id: team.id }, query: {} })).data;
    expect(Object.fromEntries(members.map(({ volunteer, services, minutes }) => [volunteer.id, [services, minutes]]))).toEqual({ [of(people[0]).id]: [1, 90], [of(people[1]).id]: [1, 90], [of(people[2]).id]: [0, 0] });
    const unit = of((await staff().getTeamSummary({ query: { from: '2020-01-01', to: '2099-12-31' } })).data.find((row) => row.unit.id === unitId));
    expect(unit.minutes).toBeGreaterThanOrEqual(180);
    expect(unit.activities).toBeGreaterThanOrEqual(1);
    expect((await of(women).client.getTeamSummary({ query: {} })).data).toEqual([]);
    expect(of(signup).people).toHaveLength(3);
    // What is kept of a person says with whom they were.
    const data = await (await server.fetch('/api/v1/me/data', { headers: { cookie: of(people[1]).cookie } })).text();
    expect(data).toContain(team.name);
  });

  it('reads a list by as many statements as another, however long it is', async () => {
    const count = (perPage: number) => server.control.costOf(() => staff().listTeams({ query: { perPage } }));
    expect(await count(100)).toBe(await count(1));
  });
});

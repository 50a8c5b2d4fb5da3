import { addActivity, type MadeActivity, type TestActivity } from '../../apps/api/test-support/shifts.js';
import { changeRows, readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { refusal, until } from './papers.js';
import { demoPerson, together, unitOf, volunteers, type Person, type Volunteer } from './service.js';

const HOUR = 60;
const DAY_MS = 86_400_000;
/** The county of county@demo.kepu. */
const pingyang = '330326';
const photo = (word = 'scan'): Blob => new Blob([new TextEncoder().encode(`%PDF-1.4\n%certificate-${word}\n%%EOF\n`)]);

eachDatabase('certificates', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let [office, county, liaison, women, reader, approver] = [] as unknown as Person[] as [Person, Person, Person, Person, Person, Person];
  let unitId: string;
  let womenId: string;
  let kinds: ReadonlyMap<string, string>;
  let today: string;
  let base: Date;

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [office, county, liaison, women, reader] = (await Promise.all(['office', 'county', 'liaison', 'liaison-women', 'reader'].map((account) => demoPerson(server, store, account)))) as [Person, Person, Person, Person, Person];
    approver = women;
    [unitId, womenId] = [await unitOf(store, liaison.id), await unitOf(store, women.id)];
    kinds = new Map((await office.client.listCredentialKinds()).data.map(({ key, id }) => [key ?? '', id]));
    ({ today } = await office.client.getSession());
    base = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 20 * DAY_MS + 3_600_000);
  });
  afterAll(() => store.close());
  afterEach(() => server.control.clock({ reset: true }));

  const kind = (key: string): string => kinds.get(key) ?? '';
  const dayIn = (days: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const someone = async (where: 'unit' | 'county' = 'unit'): Promise<Volunteer> => {
    const [person] = await volunteers(server, store, 1);
    await store.unitOfWork.run(() => changeRows(store.database.writer, 'UPDATE volunteers SET unit_id = :unit, county_id = :county WHERE id = :id', { id: person?.id ?? '', unit: where === 'unit' ? unitId : null, county: pingyang }).then(() => undefined));
    return person as Volunteer;
  };
  const declare = (person: Person, key: string, more: Partial<{ fromDay: string; toDay: string | null; number: string | null; issuer: string }> = {}) =>
    person.client.createMyCredential({ body: { kindId: kind(key), issuer: '温州市卫生健康委员会', number: '33010020260001', fromDay: '2020-01-01', ...more } });
  const confirm = (who: Person, { id, version }: { id: string; version: number }, more: Partial<{ proof: 'file' | 'original' | 'register'; toDay: string | null; fromDay: string }> = {}) => who.client.confirmCredential({ params: { id }, body: { version, proof: 'original', ...more } });
  const held = async (person: Person, key: string, more: Parameters<typeof declare>[2] = {}) => confirm(liaison, await declare(person, key, more));
  const clinic = (credentialIds: readonly string[], given: Partial<TestActivity> = {}): Promise<MadeActivity> =>
    addActivity(store, { unitId, createdBy: liaison.id, countyId: pingyang, base, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 1, credentialIds }] }], ...given });
  const positionOf = (made: MadeActivity): string => made.shifts[0]?.positionIds[0] ?? '';
  const signUp = (person: Person, made: MadeActivity, body: { waitIfFull?: boolean } = {}) => person.client.createSignup({ params: { id: positionOf(made) }, body });
  const notices = async (person: Person, wanted: string) => (await person.client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === wanted);
  const stateOf = async (person: Person, signupId: string) => (await person.client.listMySignups({ query: { ids: signupId } })).data[0];

  it('come with the seeds, and stand for one another', async () => {
    const { data } = await liaison.client.listCredentialKinds();
    expect(data).toHaveLength(12);
    expect(data.find(({ key }) => key === 'chief-physician')).toMatchObject({ name: '主任医师', implies: [{ name: '执业医师' }], expires: false, byCourse: false, retired: false });
  });

  it('are declared by the person, seen by the unit, and count from then on', async () => {
    const person = await someone();
    const mine = await declare(person, 'chief-physician');
    expect(mine).toMatchObject({ state: 'declared', number: '33***01', file: null, implies: ['执业医师', '健康科普资格'], version: 1 });
    const made = await clinic([kind('health-talk')]);
    const wait = await refusal(signUp(person, made));
    expect(wait).toMatchObject({ code: 'signup.not_eligible', params: { block: 'credential_unconfirmed', why: '健康科普资格还没有核实' } });
    expect(await until(() => notices(liaison, 'credential_declared'), (found) => found.some(({ link }) => link === `/credentials/${mine.id}`))).toBeTruthy();
    // The photo is the person's, and whoever confirms sees it: each look is told.
    const withFile = await person.client.setMyCredentialFile({ params: { id: mine.id }, file: photo(), fileName: '证书.pdf' });
    expect(withFile.file).toMatchObject({ name: '证书.pdf', type: 'application/pdf' });
    expect((await server.fetch(`/api/v1/me/credentials/${mine.id}/file`, { headers: { cookie: person.cookie } })).status).toBe(200);
    for (const other of [women, await someone()]) expect((await server.fetch(`/api/v1/me/credentials/${mine.id}/file`, { headers: { cookie: other.cookie } })).status).toBe(404);
    const seen = await server.fetch(`/api/v1/credentials/${mine.id}/file`, { headers: { cookie: liaison.cookie } });
    expect([seen.status, await seen.text()]).toEqual([200, expect.stringContaining('certificate-scan')]);
    expect((await person.client.listMyDataAccesses({ query: {} })).data[0]).toMatchObject({ field: 'credential', reason: '主任医师', role: 'liaison' });
    const confirmed = await confirm(liaison, withFile, { proof: 'file' });
    expect(confirmed).toMatchObject({ state: 'confirmed', proof: 'file', confirmedBy: expect.any(String) as string, person: { id: person.id } });
    expect(JSON.stringify(confirmed)).not.toContain('33010020260001');
    expect(await until(() => notices(person, 'credential_confirmed'), (found) => found.length > 0)).toMatchObject([{ link: '/me#credentials', params: { kind: '主任医师' } }]);
    expect((await signUp(person, made)).state).toBe('confirmed');
    // What is confirmed is not changed under the hand of who confirmed it.
    expect((await refusal(person.client.updateMyCredential({ params: { id: mine.id }, body: { version: confirmed.version, issuer: '别处' } }))).code).toBe('lifecycle.not_allowed');
    expect((await refusal(person.client.setMyCredentialFile({ params: { id: mine.id }, file: photo('other'), fileName: 'b.pdf' }))).code).toBe('lifecycle.not_allowed');
  });

  it('are undone by whoever decided and for some minutes, with the places that rested on it', async () => {
    const person = await someone();
    const confirmed = await held(person, 'physician');
    const made = await clinic([kind('physician')]);
    const place = await signUp(person, made);
    const undo = (who: Person, { id, version }: { id: string; version: number }) => who.client.undoCredential({ params: { id }, body: { version } });
    for (const [who, refusedAs] of [[office, 'undo.over'], [women, 'resource.not_found'], [reader, 'auth.forbidden']] as const) expect((await refusal(undo(who, confirmed))).code).toBe(refusedAs);
    const back = await undo(liaison, confirmed);
    expect(back).toMatchObject({ state: 'declared', proof: null, confirmedAt: null, confirmedBy: null });
    expect((await until(() => stateOf(person, place.id), (now) => now?.state === 'withdrawn'))?.state).toBe('withdrawn');
    expect(await until(() => notices(person, 'credential_undone'), (found) => found.length > 0)).toMatchObject([{ params: { kind: '执业医师' } }]);
    // A return of what never counted is undone as well; one of what did count is not, for its places are gone.
    const returned = await liaison.client.returnCredential({ params: { id: back.id }, body: { version: back.version, reason: '按错了' } });
    const again = await confirm(liaison, await undo(liaison, returned));
    const gone = await liaison.client.returnCredential({ params: { id: again.id }, body: { version: again.version, reason: '已过期' } });
    expect((await refusal(undo(liaison, gone))).code).toBe('undo.over');
    const other = await held(await someone(), 'physician');
    await server.control.clock({ advanceMs: 11 * 60_000 });
    expect((await refusal(undo(liaison, other))).code).toBe('undo.over');
  });

  it.each([
    ['nothing', [], 'credential_missing', '岗位要求有执业医师'], ['one that stands for another', ['nurse'], 'credential_missing', '岗位要求有执业医师'],
  ] as const)('are demanded at the sign-up: %s is not enough, and the refusal says what helps', async (_, has, block, why) => {
    const person = await someone();
    for (const key of has) await held(person, key, { toDay: dayIn(400) });
    const problem = await refusal(signUp(person, await clinic([kind('physician')])));
    expect(problem).toMatchObject({ code: 'signup.not_eligible', params: { block, why } });
    expect(String(problem.params?.['remedy'])).toContain('我的资质');
  });

  it('hold on the day of service, not on the day of the sign-up', async () => {
    const person = await someone();
    await held(person, 'first-aid', { toDay: dayIn(10) });
    const [late, soon] = [await clinic([kind('first-aid')]), await clinic([kind('first-aid')], { base: new Date(base.getTime() - 15 * DAY_MS) })];
    expect(await refusal(signUp(person, late))).toMatchObject({ params: { block: 'credential_expired', why: `急救员证到服务那天已过期（${dayIn(10)}到期）` } });
    expect((await signUp(person, soon)).state).toBe('confirmed');
    await held(person, 'first-aid', { toDay: dayIn(500) });
    expect((await signUp(person, late)).state).toBe('confirmed');
  });

  describe('within reach', () => {
    it('are seen and confirmed by the own unit, by the county of the person, and by the office alone', async () => {
      const [own, alone] = [await declare(await someone(), 'teacher'), await declare(await someone('county'), 'teacher')];
      for (const [who, sees] of [[liaison, [own]], [county, [own, alone]], [office, [own, alone]], [women, []]] as const) {
        const { data } = await who.client.listCredentials({ query: { ids: `${own.id},${alone.id}`, sort: 'declaredAt' } });
        expect(data.map(({ id }) => id)).toEqual(sees.map(({ id }) => id));
      }
      for (const call of [women.client.getCredential({ params: { id: own.id } }), confirm(women, own), liaison.client.getCredential({ params: { id: alone.id } }), confirm(liaison, alone), women.client.returnCredential({ params: { id: own.id }, body: { version: 1, reason: '不是' } })]) expect((await refusal(call)).code).toBe('resource.not_found');
      expect((await refusal(reader.client.listCredentials({ query: {} }))).status).toBe(403);
      expect((await confirm(county, alone)).state).toBe('confirmed');
      expect((await confirm(liaison, own)).state).toBe('confirmed');
    });

    it('are never one’s own to confirm', async () => {
      const person = await someone();
      const mine = await declare(person, 'teacher');
      await store.unitOfWork.run(() => changeRows(store.database.writer, 'UPDATE account_grants SET account_id = :person WHERE account_id = :liaison', { person: person.id, liaison: approver.id }).then(() => undefined));
      await store.unitOfWork.run(() => changeRows(store.database.writer, 'UPDATE volunteers SET unit_id = :unit WHERE id = :id', { unit: womenId, id: person.id }).then(() => undefined));
      expect((await refusal(confirm(person, mine))).code).toBe('credential.own');
      await store.unitOfWork.run(() => changeRows(store.database.writer, 'UPDATE account_grants SET account_id = :liaison WHERE account_id = :person', { person: person.id, liaison: approver.id }).then(() => undefined));
    });
  });

  it('come back with the reason, are put right and confirmed again; of two who decide at once one wins', async () => {
    const person = await someone();
    const mine = await declare(person, 'counsellor');
    const { done, refused } = await together([() => confirm(liaison, mine), () => liaison.client.returnCredential({ params: { id: mine.id }, body: { version: mine.version, reason: '照片看不清' } })]);
    expect([done.length, Object.values(refused)]).toEqual([1, [1]]);
    const [state] = await readRows<{ state: string; version: number }>(store.database.reader, 'SELECT c.state AS state, c.version AS version FROM credentials c WHERE c.id = :id', { id: mine.id });
    const now = state?.state === 'returned' ? state.version : (await liaison.client.returnCredential({ params: { id: mine.id }, body: { version: state?.version ?? 0, reason: '照片看不清' } })).version;
    expect((await person.client.listMyCredentials()).data[0]).toMatchObject({ state: 'returned', returned: { reason: '照片看不清' } });
    expect((await refusal(confirm(liaison, { id: mine.id, version: now }))).code).toBe('lifecycle.not_allowed');
    const again = await person.client.updateMyCredential({ params: { id: mine.id }, body: { version: now, issuer: '市卫健委' } });
    expect(again).toMatchObject({ state: 'declared', returned: null });
    expect((await refusal(confirm(liaison, again, { proof: 'file' }))).code).toBe('credential.no_file');
    expect((await refusal(confirm(liaison, { ...again, version: 1 }))).code).toBe('version.stale');
    expect((await confirm(liaison, again)).state).toBe('confirmed');
  });

  it.each([
    ['a first day to come', { fromDay: '2099-01-01' }, '发证日期还没有到'], ['an end before the start', { fromDay: '2020-01-01', toDay: '2019-01-01' }, '到期日早于发证日期'], ['no end where there must be one', { toDay: null }, '这类资质要填到期日'],
  ] as const)('with %s are refused in words', async (_, days, words) => {
    const problem = await refusal(declare(await someone(), 'first-aid', days));
    expect([problem.code, problem.detail]).toEqual(['credential.days', expect.stringContaining(words)]);
  });

  it('take what is no photo, too much, or unknown with a clear word', async () => {
    const person = await someone();
    const mine = await declare(person, 'teacher');
    expect((await refusal(person.client.setMyCredentialFile({ params: { id: mine.id }, file: new Blob(['<script>alert(1)</script>']), fileName: 'a.pdf' }))).code).toBe('input.unsupported_type');
    expect((await refusal(person.client.createMyCredential({ body: { kindId: unitId, issuer: 'x', fromDay: '2020-01-01' } }))).code).toBe('reference.not_found');
    expect((await refusal(liaison.client.createMyCredential({ body: { kindId: kind('teacher'), issuer: 'x', fromDay: '2020-01-01' } }))).code).toBe('volunteer.required');
    expect((await refusal(person.client.deleteMyCredential({ params: { id: person.id } }))).code).toBe('resource.not_found');
  });

  describe('that do not hold any more', () => {
    it('open the place again: the unit and the person are told, and the next who waits has it', async () => {
      const [first, next] = [await someone(), await someone()];
      const mine = await held(first, 'physician');
      await held(next, 'physician');
      const made = await clinic([kind('physician')], { title: '义诊进社区' });
      const signup = await signUp(first, made);
      const waiting = await signUp(next, made, { waitIfFull: true });
      expect([signup.state, waiting.state]).toEqual(['confirmed', 'waiting']);
      await liaison.client.returnCredential({ params: { id: mine.id }, body: { version: mine.version, reason: '不是本人的证书' } });
      expect(await until(() => stateOf(first, signup.id), (row) => row?.state === 'withdrawn')).toMatchObject({ reason: '服务当天没有有效的执业医师' });
      expect(await until(() => stateOf(next, waiting.id), (row) => row?.state === 'confirmed')).toBeTruthy();
      expect(await until(() => notices(first, 'signup_lapsed'), (found) => found.length > 0)).toMatchObject([{ link: '/me#credentials', params: { title: '义诊进社区' } }]);
      expect(await until(() => notices(liaison, 'signup_lapsed_unit'), (found) => found.some(({ params }) => params['name'] === first.name))).toBeTruthy();
      expect((await refusal(signUp(first, made, { waitIfFull: true }))).params).toMatchObject({ block: 'credential_missing' });
    });

    it('by their days: the office looks again and puts the end right, or the shift moves beyond it', async () => {
      const person = await someone();
      const mine = await held(person, 'first-aid', { toDay: dayIn(300) });
      const [here, later] = [await clinic([kind('first-aid')]), await clinic([kind('first-aid')], { base: new Date(base.getTime() + 5 * DAY_MS) })];
      const [one, two] = [await signUp(person, here), await signUp(person, later)];
      const { version } = await liaison.client.getActivity({ params: { id: later.id } });
      const beyond = (hours: number): string => new Date(base.getTime() + 320 * DAY_MS + hours * 3_600_000).toISOString();
      await liaison.client.moveShift({ params: { id: later.shifts[0]?.id ?? '' }, body: { version, startsAt: beyond(0), endsAt: beyond(2), reason: '延期' } });
      expect(await until(() => stateOf(person, two.id), (row) => row?.state === 'withdrawn')).toBeTruthy();
      expect((await stateOf(person, one.id))?.state).toBe('confirmed');
      await office.client.auditCredential({ params: { id: mine.id }, body: { version: mine.version, proof: 'register', toDay: dayIn(5) } });
      expect(await until(() => stateOf(person, one.id), (row) => row?.state === 'withdrawn')).toBeTruthy();
    });

    it('keep nobody from the list who is there already', async () => {
      const person = await someone();
      const mine = await held(person, 'physician');
      const made = await clinic([kind('physician')]);
      const signup = await signUp(person, made);
      await server.control.clock({ freeze: new Date(base.getTime() + 10 * 60_000).toISOString() });
      await liaison.client.markAttendance({ params: { id: made.shifts[0]?.id ?? '' }, body: { marks: [{ signupId: signup.id, mark: 'present' }] } });
      await person.client.deleteMyCredential({ params: { id: mine.id } });
      const marked = await notices(person, 'signup_lapsed');
      expect([(await stateOf(person, signup.id))?.state, marked]).toEqual(['confirmed', []]);
    });
  });

  it('are drawn by chance to be looked at again, each once', async () => {
    const drawn = kind('agronomist');
    const people = [await someone(), await someone(), await someone()];
    for (const person of people) await held(person, 'agronomist');
    expect(await office.client.createCredentialSample({ body: { kindId: drawn, size: 2 } })).toEqual({ drawn: 2 });
    const sample = await office.client.listCredentials({ query: { kindId: drawn, sampled: 'true' } });
    expect(sample.total).toBe(2);
    const [row] = sample.data;
    expect((await refusal(liaison.client.auditCredential({ params: { id: row?.id ?? '' }, body: { version: row?.version ?? 0, proof: 'original' } }))).status).toBe(403);
    expect(await office.client.auditCredential({ params: { id: row?.id ?? '' }, body: { version: row?.version ?? 0, proof: 'original' } })).toMatchObject({ state: 'audited', auditedBy: expect.any(String) as string });
    expect((await office.client.listCredentials({ query: { kindId: drawn, sampled: 'true' } })).total).toBe(1);
    expect(await office.client.createCredentialSample({ body: { kindId: drawn, size: 50 } })).toEqual({ drawn: 1 });
    expect(await office.client.createCredentialSample({ body: { kindId: drawn, size: 50 } })).toEqual({ drawn: 0 });
    expect((await refusal(office.client.createCredentialSample({ body: { kindId: unitId, size: 1 } }))).code).toBe('reference.not_found');
  });

  it('that end are told of 60 and 14 days before, once each, to the person and the unit', async () => {
    const [person, renewed] = [await someone(), await someone()];
    await held(person, 'nurse', { toDay: dayIn(70) });
    await held(renewed, 'nurse', { toDay: dayIn(70) });
    await declare(renewed, 'nurse', { toDay: dayIn(900) });
    const mine = async (who: Person) => (await notices(who, 'credential_ending')).length;
    await server.control.clock({ advanceMs: 11 * DAY_MS });
    await until(() => mine(person), (count) => count === 1);
    expect(await until(() => notices(liaison, 'credential_ending_unit'), (found) => found.some(({ params }) => params['name'] === person.name))).toBeTruthy();
    await server.control.clock({ advanceMs: DAY_MS });
    await server.control.clock({ advanceMs: 46 * DAY_MS });
    await until(() => mine(person), (count) => count === 2);
    expect(await mine(renewed)).toBe(0);
  });

  it('are given by a finished training, once, and taken back with its hours', async () => {
    const person = await someone();
    const [course, work] = [
      await addActivity(store, { unitId, createdBy: liaison.id, countyId: pingyang, base, kind: 'training', title: '讲解培训', grantsKindId: kind('guide-training'), grantsMonths: 24, shifts: [{ from: 0, to: 2 * HOUR }, { from: 5 * HOUR, to: 6 * HOUR }] }),
      await clinic([kind('guide-training')], { base: new Date(base.getTime() + 5 * DAY_MS) }),
    ];
    expect((await refusal(signUp(person, work))).params).toMatchObject({ block: 'credential_missing' });
    const signups = [];
    for (const { positionIds } of course.shifts) signups.push(await person.client.createSignup({ params: { id: positionIds[0] ?? '' }, body: {} }));
    for (const [index, minutes] of [[0, 10], [1, 310]] as const) {
      await server.control.clock({ freeze: new Date(base.getTime() + minutes * 60_000).toISOString() });
      await liaison.client.markAttendance({ params: { id: course.shifts[index]?.id ?? '' }, body: { marks: [{ signupId: signups[index]?.id ?? '', mark: 'present' }] } });
    }
    await server.control.clock({ freeze: new Date(base.getTime() + 7 * HOUR * 60_000).toISOString() });
    for (const index of [0, 1]) await liaison.client.confirmHours({ params: { id: course.shifts[index]?.id ?? '' }, body: { rows: [{ signupId: signups[index]?.id ?? '' }] } });
    const { data } = await person.client.listMyCredentials();
    expect(data).toMatchObject([{ state: 'confirmed', kind: { name: '科普讲解培训合格' }, byCourse: { activityId: course.id, title: '讲解培训' }, toDay: expect.stringMatching(/^20\d\d-/) as string }]);
    const signup = await signUp(person, work);
    expect(signup.state).toBe('confirmed');
    const { data: records } = await liaison.client.listServiceRecords({ query: { perPage: 200 } });
    const own = records.filter(({ volunteer }) => volunteer.id === person.id);
    expect(own).toHaveLength(2);
    await liaison.client.reverseServiceRecord({ params: { id: own[0]?.id ?? '' }, body: { reason: '没有听课', instead: null } });
    expect((await person.client.listMyCredentials()).total).toBe(1);
    await liaison.client.reverseServiceRecord({ params: { id: own[1]?.id ?? '' }, body: { reason: '没有听课', instead: null } });
    expect((await person.client.listMyCredentials()).total).toBe(0);
    expect(await until(() => stateOf(person, signup.id), (row) => row?.state === 'withdrawn')).toBeTruthy();
  });

  describe('their kinds', () => {
    it('are the office’s to write, make no circle, and have one name', async () => {
      expect((await refusal(approver.client.createCredentialKind({ body: { name: '民间' } }))).status).toBe(403);
      const made = await office.client.createCredentialKind({ body: { name: '气象讲解员', impliesIds: [kind('guide-training')], expires: true } });
      expect(made).toMatchObject({ implies: [{ name: '科普讲解培训合格' }], expires: true, version: 1 });
      expect((await refusal(office.client.createCredentialKind({ body: { name: '气象讲解员' } }))).code).toBe('credential_kind.exists');
      const guide = (await office.client.listCredentialKinds()).data.find(({ key }) => key === 'guide-training');
      expect((await refusal(office.client.updateCredentialKind({ params: { id: guide?.id ?? '' }, body: { version: guide?.version ?? 0, impliesIds: [made.id] } }))).code).toBe('credential_kind.circle');
      expect((await refusal(office.client.updateCredentialKind({ params: { id: made.id }, body: { version: 7, note: 'x' } }))).code).toBe('version.stale');
      const retired = await office.client.updateCredentialKind({ params: { id: made.id }, body: { version: 1, retired: true } });
      expect(retired.retired).toBe(true);
      expect((await refusal((await someone()).client.createMyCredential({ body: { kindId: made.id, issuer: 'x', fromDay: '2020-01-01', toDay: '2099-01-01' } }))).code).toBe('reference.not_found');
    });

    it('of two that would make a circle together at once, one is refused', async () => {
      const [a, b] = [await office.client.createCredentialKind({ body: { name: '甲证' } }), await office.client.createCredentialKind({ body: { name: '乙证' } })];
      const { done, refused } = await together([
        () => office.client.updateCredentialKind({ params: { id: a.id }, body: { version: 1, impliesIds: [b.id] } }), () => office.client.updateCredentialKind({ params: { id: b.id }, body: { version: 1, impliesIds: [a.id] } }),
      ]);
      expect([done.length, refused]).toEqual([1, { 'credential_kind.circle': 1 }]);
    });

    it('are demanded of new positions only: not where people signed up already, and by trainings alone given', async () => {
      const person = await someone();
      const made = await clinic([]);
      await signUp(person, made);
      const activity = await liaison.client.getActivity({ params: { id: made.id } });
      const form = (ids: readonly string[]) => activity.shifts.map(({ id, startsAt, endsAt, positions }) => ({ id, startsAt, endsAt, positions: positions.map(({ confirmed: _c, waiting: _w, free: _f, requires: { credentials: _k, pools: _p, ...requires }, ...position }) => ({ ...position, requires: { ...requires, credentialIds: [...ids] } })) }));
      expect((await refusal(liaison.client.updateActivity({ params: { id: made.id }, body: { version: activity.version, shifts: form([kind('physician')]) } }))).code).toBe('position.taken');
      expect((await refusal(liaison.client.updateActivity({ params: { id: made.id }, body: { version: activity.version, shifts: form([unitId]) } }))).code).toBe('reference.not_found');
      expect((await refusal(liaison.client.updateActivity({ params: { id: made.id }, body: { version: activity.version, grants: { kindId: kind('guide-training'), months: 12 } } }))).errors).toMatchObject([{ path: 'body.grants', code: 'grants_by_training' }]);
      expect((await refusal(liaison.client.updateActivity({ params: { id: made.id }, body: { version: activity.version, kind: 'training', grants: { kindId: kind('physician'), months: null } } }))).code).toBe('reference.not_found');
      const after = await liaison.client.updateActivity({ params: { id: made.id }, body: { version: activity.version, kind: 'training', grants: { kindId: kind('guide-training'), months: 12 } } });
      expect(after.grants).toEqual({ kind: { id: kind('guide-training'), name: '科普讲解培训合格' }, months: 12 });
    });
  });

  it('list with a number of statements that does not grow', async () => {
    const count = (perPage: number) => server.control.costOf(() => office.client.listCredentials({ query: { perPage } }));
    expect(await count(200)).toBe(await count(1));
  });
});

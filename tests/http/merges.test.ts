import type { Duplicates, Holdings, MyData } from '@kepu/contracts';
import { addActivity, positionState, type TestActivity } from '../../apps/api/test-support/shifts.js';
import { readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { addChild, bornFor, familyPassword, registered, type FamilyPerson } from './family-room.js';
import { numberOf } from './identity-numbers.js';
import { refusal, until } from './papers.js';
import { county, demoPerson, someItems, together, unitOf, type Person } from './service.js';

const HOUR = 60;
const bornOn = '1990-05-05';
const nothing: Holdings = { signups: 0, records: 0, volunteerMinutes: 0, workMinutes: 0, terms: 0, topics: 0, children: 0, leads: 0 };
interface Registered extends FamilyPerson { readonly id: string; readonly number: string; readonly version: number }

eachDatabase('registrations of one person', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let office: Person;
  let afar: Person;
  let liaison: Person;
  let unitId: string;
  let base: Date;
  let serial = 0;

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [office, afar, liaison] = await Promise.all([demoPerson(server, store, 'office'), demoPerson(server, store, 'county'), demoPerson(server, store, 'liaison')]) as [Person, Person, Person];
    unitId = await unitOf(store, liaison.id);
    base = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 10 * 86_400_000 + 3_600_000);
  });
  afterAll(() => store.close());
  afterEach(() => server.control.clock({ reset: true }));

  const at = (minutes: number) => server.control.clock({ freeze: new Date(base.getTime() + Math.round(minutes * 60_000)).toISOString() });
  const register = async (given: { name: string; bornOn?: string; countyCode?: string; unitId?: string; topicIds?: string[] }): Promise<Registered> => {
    const person = await registered(server, { bornOn, occupation: 'teacher', countyCode: county, ...given });
    return { ...(await person.client.getMyVolunteer()), ...person };
  };
  /** The same name and birth date twice: whoever lost the password and registered with another phone. */
  const pair = async (one: object = {}, other: object = {}): Promise<[Registered, Registered]> => {
    const name = `陶小圆${String.fromCodePoint(0x4e00 + (serial += 1))}`;
    return [await register({ name, ...one }), await register({ name, ...other })];
  };
  const seen = (who: Person, { id }: { id: string }): Promise<Duplicates> => who.client.listDuplicates({ params: { id } });
  const merge = async (stays: { id: string }, goes: { id: string }, who: Person = office, more: object = {}) => {
    const { self, data } = await seen(office, stays);
    const fromVersion = data.find(({ volunteer }) => volunteer.id === goes.id)?.volunteer.version ?? 1;
    return who.client.mergeVolunteers({ params: { id: stays.id }, body: { from: goes.id, version: self.volunteer.version, fromVersion, reason: '已电话向本人核实', ...more } });
  };
  const activity = (given: Partial<TestActivity> = {}) => addActivity(store, { unitId, createdBy: liaison.id, countyId: county, base, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 50 }, { maximum: 50 }] }], ...given });
  const signUp = async (person: FamilyPerson, positionId = '') => (await person.client.createSignup({ params: { id: positionId }, body: { waitIfFull: true } })).id;
  const named = (person: FamilyPerson) => person.client.giveMyRealName({ body: { number: numberOf(bornOn) } });
  const audit = (subjectId: string) => readRows<{ action: string }>(store.database.reader, 'SELECT a.action AS action FROM audit_entries a WHERE a.subject_id = :subjectId ORDER BY a.id', { subjectId }).then((rows) => rows.map(({ action }) => action));
  const minutesOf = (ids: string[]) => readRows<{ volunteerId: string; minutes: number | string }>(store.database.reader, 'SELECT r.volunteer_id AS volunteerId, SUM(r.minutes) AS minutes FROM service_records r WHERE r.volunteer_id IN (:...ids) GROUP BY r.volunteer_id', { ids })
    .then((rows) => Object.fromEntries(rows.map((row) => [row.volunteerId, Number(row.minutes)])));

  describe('who may be one person', () => {
    it('has the same name and birth date, or the same name and unit, or was refused the document of the other; nobody else', async () => {
      const [one, other] = await pair({ unitId }, { unitId, bornOn: '1991-06-06' });
      const name = (await one.client.getMyVolunteer()).name;
      const [born, stranger] = [await register({ name }), await register({ name, bornOn: '1977-07-07' })];
      await one.client.giveMyRealName({ body: { number: numberOf(bornOn) } });
      const { data, total, self } = await seen(office, one);
      expect(total).toBe(2);
      expect(data.map(({ volunteer, reasons }) => [volunteer.id, reasons])).toEqual([[other.id, ['same_name_and_unit']], [born.id, ['same_name_and_birth']]]);
      expect(self).toMatchObject({ volunteer: { id: one.id, number: one.number }, rights: 0, holds: { signups: 0, records: 0 } });
      expect((await seen(office, stranger)).data).toEqual([]);
      const text = JSON.stringify(await seen(office, one));
      for (const hidden of [one.phone, other.phone, born.phone, bornOn]) expect(text).not.toContain(hidden);
    });

    it('is found by a document that was refused, whatever the names are', async () => {
      const [one, other] = [await register({ name: '单方雨' }), await register({ name: '陕方宇', bornOn: '1990-05-06' })];
      const number = numberOf(bornOn);
      await one.client.giveMyRealName({ body: { number } });
      expect((await refusal(other.client.giveMyRealName({ body: { number } }))).code).toBe('real_name.taken');
      for (const [who, found] of [[one, other], [other, one]] as const) expect((await seen(office, who)).data.map(({ volunteer, reasons }) => [volunteer.id, reasons])).toEqual([[found.id, ['same_document']]]);
      // It was another one's after all: with the own number nothing points there any more.
      await named(other);
      expect((await seen(office, one)).data).toEqual([]);
      expect((await refusal(merge(one, other))).code).toBe('merge.two_documents');
    });

    it('is seen by those alone who reach both: no liaison, no other county', async () => {
      const [near, far] = await pair({ countyCode: '330326', unitId }, { countyCode: county });
      expect((await seen(office, near)).total).toBe(1);
      expect((await seen(afar, near)).data).toEqual([]);
      expect((await refusal(seen(afar, far))).code).toBe('resource.not_found');
      for (const [stays, goes] of [[near, far], [far, near]] as const) expect((await refusal(merge(stays, goes, afar))).code).toBe('resource.not_found');
      for (const call of [() => seen(liaison, near), () => merge(near, far, liaison)]) expect((await refusal(call())).code).toBe('auth.forbidden');
      expect((await merge(near, far)).number).toBe(near.number);
    });

    it('is no minor', async () => {
      const { today } = await office.client.getSession();
      const [one, other] = await pair({ bornOn: bornFor(today, 15) }, { bornOn: bornFor(today, 15) });
      expect((await seen(office, one)).data).toEqual([]);
      expect((await refusal(merge(one, other))).code).toBe('merge.minor');
    });
  });

  it('become one: everything that hung on the one that goes hangs on the one that stays, and sums are what they were', async () => {
    const { topics } = await (await server.client()).getPublicDictionary();
    const [a = '', b = '', c = ''] = topics.map(({ id }) => id);
    const [stays, goes] = await pair({ topicIds: [a, b] }, { topicIds: [b, c], unitId });
    await named(goes);
    const child = await addChild(goes, bornFor((await office.client.getSession()).today, 10));
    const [item = ''] = await someItems(store, 1);
    const made = await activity({ itemIds: [item], shifts: [{ from: 0, to: 2 * HOUR, leaderId: goes.id, positions: [{ maximum: 5 }, { maximum: 5, paid: true }] }, { from: 24 * HOUR, to: 26 * HOUR }] });
    const [first, second] = made.shifts;
    const signupId = await signUp(goes, first?.positionIds[0]);
    await signUp(goes, second?.positionIds[0]);
    await at(5);
    await liaison.client.markAttendance({ params: { id: first?.id ?? '' }, body: { marks: [{ signupId, mark: 'present' }] } });
    await at(2 * HOUR);
    await liaison.client.confirmHours({ params: { id: first?.id ?? '' }, body: { rows: [{ signupId }] } });
    await server.control.clock({ reset: true });
    const before = await seen(office, stays);
    const had = before.data[0]?.holds as Holdings;
    expect(had).toMatchObject({ signups: 2, records: 1, volunteerMinutes: 120, topics: 2, children: 1, leads: 1 });
    const evidence = () => readRows<{ sum: number | string | null }>(store.database.reader, "SELECT SUM(e.quantity) AS sum FROM evidence e WHERE e.item_id = :item AND e.metric = 'volunteer_minutes'", { item }).then(([row]) => Number(row?.sum ?? 0));
    const counted = await evidence();

    const result = await merge(stays, goes);
    expect(result).toMatchObject({ id: stays.id, number: stays.number, fromNumber: goes.number, moved: had });
    const own = before.self.holds;
    const sum = (key: keyof Holdings) => own[key] + had[key] - result.joined[key];
    expect(result.holds).toEqual(Object.fromEntries(Object.keys(nothing).map((key) => [key, sum(key as keyof Holdings)])));
    expect(result.joined).toMatchObject({ ...nothing, topics: 1, terms: own.terms });
    expect(await evidence()).toBe(counted);
    expect(await minutesOf([stays.id, goes.id])).toEqual({ [stays.id]: 120 });
    const sums = "SELECT v.id AS id FROM volunteers v WHERE v.served_minutes <> COALESCE((SELECT SUM(r.minutes) FROM service_records r WHERE r.volunteer_id = v.id AND r.ledger = 'volunteer'), 0)";
    expect(await readRows(store.database.reader, sums, {})).toEqual([]);
    expect(await readRows(store.database.reader, 'SELECT v.id AS id, v.served_minutes AS minutes FROM volunteers v WHERE v.id = :id', { id: stays.id })).toEqual([{ id: stays.id, minutes: 120 }]);

    const { client } = stays;
    expect(await client.getMyService()).toMatchObject({ volunteerMinutes: 120 });
    expect((await client.listMySignups()).total).toBe(2);
    expect((await client.getMyVolunteer()).topicIds.sort()).toEqual([a, b, c].sort());
    expect((await client.getMyRealName()).given).toBe(true);
    expect((await client.getMyFamily()).children.map(({ id }) => id)).toEqual([child.id]);
    const data = (await (await server.fetch('/api/v1/me/data', { headers: { cookie: stays.cookie } })).json()) as MyData;
    const rows = (key: string) => data.sections.find((section) => section.key === key)?.rows ?? [];
    expect([rows('signups').length, rows('attendance').length, rows('records').length, rows('leads').length, rows('children').length, rows('merges')]).toEqual([2, 1, 1, 1, 1, [expect.objectContaining({ number: goes.number })]]);
    expect((await office.client.getRoster({ params: { id: second?.id ?? '' } })).rows.map(({ number }) => number)).toEqual([stays.number]);
    // Told on the account that stays, with both numbers.
    expect((await until(async () => (await client.listNotices({ query: { perPage: 200 } })).data.filter(({ kind }) => kind === 'registrations_merged'), (found) => found.length > 0))[0]?.params).toEqual({ from: goes.number, number: stays.number });

    // The account that goes opens nothing, and nothing of it is left to be found.
    expect((await refusal(goes.client.getMyVolunteer())).code).toBe('auth.required');
    const signIn = await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: goes.phone, password: familyPassword }) });
    expect(signIn.status).toBe(401);
    expect((await refusal(office.client.getVolunteer({ params: { id: goes.id } }))).code).toBe('resource.not_found');
    const after = await seen(office, stays);
    expect([after.total, after.merged]).toEqual([0, [{ number: goes.number, reason: '已电话向本人核实', by: expect.any(String) as string, at: expect.any(String) as string }]]);
    const [shell] = await readRows<Record<string, unknown>>(store.database.reader, 'SELECT a.state AS state, a.phone_index AS phone, v.born_on AS bornOn, v.unit_id AS unitId FROM accounts a JOIN volunteers v ON v.id = a.id WHERE a.id = :id', { id: goes.id });
    expect(shell).toMatchObject({ state: 'closed', phone: null, bornOn: '1900-01-01', unitId: null });
    expect(await audit(stays.id)).toContain('volunteer.merged');
    expect(await audit(goes.id)).toContain('volunteer.merged_away');
    // A repeat finds nobody.
    expect((await refusal(merge(stays, goes))).code).toBe('resource.not_found');
  });

  it('have one place at a time: the one that says less goes, its place is passed on, and a presence that was noted stays', async () => {
    const [stays, goes] = await pair();
    const next = await register({ name: '候补人' });
    const made = await activity({ shifts: [{ from: 48 * HOUR, to: 50 * HOUR, positions: [{ maximum: 2 }] }, { from: 72 * HOUR, to: 74 * HOUR, positions: [{ maximum: 1 }, { maximum: 1 }] }, { from: 0, to: 2 * HOUR, positions: [{ maximum: 9 }] }] });
    const [same = '', one = '', other = '', noted = ''] = made.shifts.flatMap(({ positionIds }) => positionIds);
    for (const person of [stays, goes, next]) await signUp(person, same);
    await signUp(stays, one);
    await signUp(goes, other);
    await signUp(next, other);
    const kept = await signUp(goes, noted);
    await signUp(stays, noted);
    await at(5);
    await liaison.client.markAttendance({ params: { id: made.shifts[2]?.id ?? '' }, body: { marks: [{ signupId: kept, mark: 'present' }] } });
    await server.control.clock({ reset: true });
    expect((await merge(stays, goes)).joined).toMatchObject({ signups: 2, records: 0, volunteerMinutes: 0 });
    expect(await positionState(store, same)).toMatchObject({ counter: 2, confirmed: 2, waiting: 0 });
    expect(await positionState(store, one)).toMatchObject({ counter: 1, confirmed: 1 });
    expect(await positionState(store, other)).toMatchObject({ counter: 1, confirmed: 1, waiting: 0 });
    expect(await positionState(store, noted)).toMatchObject({ counter: 1, confirmed: 1 });
    expect((await next.client.listMySignups()).data.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    const roster = await liaison.client.getRoster({ params: { id: made.shifts[2]?.id ?? '' } });
    expect(roster.rows.map(({ number, signupId }) => [number, signupId])).toEqual([[stays.number, kept]]);
    expect((await stays.client.listMySignups()).data.map(({ state }) => state).sort()).toEqual(['confirmed', 'confirmed', 'confirmed', 'withdrawn']);
  });

  it('count the hours of one shift once: the shorter line is taken back with its reason, and the sums say so', async () => {
    const [stays, goes] = await pair();
    const [item = ''] = await someItems(store, 1);
    const made = await activity({ itemIds: [item], shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 9 }, { maximum: 9 }] }, { from: 4 * HOUR, to: 6 * HOUR, positions: [{ maximum: 9 }] }] });
    const [first, second] = made.shifts;
    const rows = [{ signupId: await signUp(stays, first?.positionIds[0]), minutes: 60 }, { signupId: await signUp(goes, first?.positionIds[0]), minutes: 90 }];
    const later = [await signUp(goes, second?.positionIds[0])];
    // Both have hours from before a document was asked for.
    await named(stays);
    await store.unitOfWork.run(() => store.database.writer.query("INSERT INTO real_names (id, kind, number_sealed, number_index, given_at) VALUES (?, 'passport', 'x', ?, '2026-01-01 00:00:00.000')", [goes.id, `test ${goes.id}`]));
    await at(5);
    await liaison.client.markAttendance({ params: { id: first?.id ?? '' }, body: { marks: rows.map(({ signupId }) => ({ signupId, mark: 'present' as const })) } });
    await at(2 * HOUR);
    await liaison.client.confirmHours({ params: { id: first?.id ?? '' }, body: { rows } });
    await at(4 * HOUR + 5);
    await liaison.client.markAttendance({ params: { id: second?.id ?? '' }, body: { marks: later.map((signupId) => ({ signupId, mark: 'present' as const })) } });
    await at(6 * HOUR);
    await liaison.client.confirmHours({ params: { id: second?.id ?? '' }, body: { rows: [{ signupId: later[0] ?? '', onDuty: true }] } });
    await store.unitOfWork.run(() => store.database.writer.query('DELETE FROM real_names WHERE id = ?', [goes.id]));
    expect(await minutesOf([stays.id, goes.id])).toEqual({ [stays.id]: 60, [goes.id]: 210 });

    const result = await merge(stays, goes);
    expect(result.moved).toMatchObject({ records: 2, volunteerMinutes: 90, workMinutes: 120 });
    expect(result.joined).toMatchObject({ signups: 0, records: 1, volunteerMinutes: 60, workMinutes: 0 });
    expect(result.holds).toMatchObject({ records: 2, volunteerMinutes: 90, workMinutes: 120 });
    expect(await minutesOf([stays.id, goes.id])).toEqual({ [stays.id]: 210 });
    const lines = (await office.client.listServiceRecords({ query: { volunteerId: stays.id, reversals: 'true' } })).data;
    expect(lines.map(({ minutes, reason }) => [minutes, reason]).sort()).toEqual([[-60, '两份登记合并，同一场次的时长只算一次。'], [60, null]].sort());
  });

  it('are refused with what to do, and nothing has changed', async () => {
    const [stays, goes] = await pair();
    const stranger = await register({ name: '旁人' });
    const refused = async (call: Promise<unknown>) => (await refusal(call)).code;
    expect(await refused(merge(stays, stays))).toBe('merge.same');
    expect(await refused(merge(stays, { id: '01980000-0000-7000-8000-000000000000' }))).toBe('resource.not_found');
    expect(await refused(merge(stays, stranger))).toBe('merge.not_alike');
    expect(await refused(merge(stays, goes, office, { version: 99 }))).toBe('version.stale');
    expect(await refused(merge(stays, goes, office, { fromVersion: 99 }))).toBe('version.stale');
    await office.client.freezeVolunteer({ params: { id: goes.id }, body: { reason: '待核实' } });
    expect(await refusal(merge(stays, goes))).toMatchObject({ code: 'merge.not_good' });
    await office.client.unfreezeVolunteer({ params: { id: goes.id }, body: { reason: '已核实' } });
    const grant = await office.client.createGrant({ body: { accountId: goes.id, role: 'liaison', scopeKind: 'unit', scopeId: unitId } });
    expect((await seen(office, stays)).data[0]?.rights).toBe(1);
    expect(await refused(merge(stays, goes))).toBe('account.holds_rights');
    expect(await refused(merge(goes, goes))).toBe('merge.same');
    await office.client.endGrant({ params: { id: grant.id } });
    expect((await stays.client.getMyVolunteer()).number).toBe(stays.number);
    const [gone, other] = await pair();
    await office.client.voidVolunteer({ params: { id: gone.id }, body: { reason: '重复登记' } });
    expect((await seen(office, other)).data).toEqual([]);
    expect(await refused(merge(other, gone))).toBe('merge.not_good');
    // Whoever once worked here: the acts bear the name, so it stays for its time.
    await merge(stays, goes);
    const [closure] = await readRows<{ nameUntil: string | null }>(store.database.reader, 'SELECT c.name_until AS nameUntil FROM account_closures c WHERE c.person_id = :id', { id: goes.id });
    expect(closure?.nameUntil).not.toBeNull();
  });

  it('are found by the number that is still on an old card, also after they were merged on, by those who see the one that stays', async () => {
    const [last, middle] = await pair();
    const first = await register({ name: (await last.client.getMyVolunteer()).name });
    const found = async (who: Person, q: string) => (await who.client.listVolunteers({ query: { q } })).data.map(({ id }) => id);
    expect(await found(office, first.number)).toEqual([first.id]);
    await merge(middle, first);
    expect(await found(office, first.number)).toEqual([middle.id]);
    await merge(last, middle);
    for (const q of [first.number, middle.number, last.number, first.number.toLowerCase(), first.number.slice(2)]) expect(await found(office, q)).toEqual([last.id]);
    expect((await office.client.listVolunteers({ query: { q: first.number } })).total).toBe(1);
    expect(await found(afar, first.number)).toEqual([]);
    // A sign of LIKE is a sign like others.
    expect(await found(office, `${first.number.slice(0, -1)}_`)).toEqual([]);
  });

  it('are merged once, whichever way and however many at once, also while the person goes on', async () => {
    for (let n = 0; n < 4; n += 1) {
      const [one, other] = await pair();
      const made = await activity({ shifts: [{ from: (100 + n * 24) * HOUR, to: (102 + n * 24) * HOUR, positions: [{ maximum: 9 }] }] });
      const positionId = made.shifts[0]?.positionIds[0] ?? '';
      const calls = [[one, other], [other, one], [one, other]] as const;
      const body = (from: Registered) => ({ from: from.id, version: 1, fromVersion: 1, reason: '已核实' });
      const versions = await seen(office, one);
      expect([versions.self.volunteer.version, versions.data[0]?.volunteer.version]).toEqual([1, 1]);
      const [{ done, refused }] = await Promise.all([
        together(calls.map(([stays, goes]) => () => office.client.mergeVolunteers({ params: { id: stays.id }, body: body(goes) }))),
        Promise.allSettled([one, other].map((person) => signUp(person, positionId))),
      ]);
      expect(done).toHaveLength(1);
      expect(Object.keys(refused).filter((code) => !['resource.not_found', 'version.stale'].includes(code))).toEqual([]);
      const into = done[0]?.id ?? '';
      const left = await readRows<{ id: string; volunteerId: string; state: string }>(store.database.reader, "SELECT s.id AS id, s.volunteer_id AS volunteerId, s.state AS state FROM signups s WHERE s.position_id = :positionId AND s.state = 'confirmed'", { positionId });
      const state = await positionState(store, positionId);
      expect(state.counter).toBe(state.confirmed);
      // Whoever signed up before is there under the registration that stays; the other account was closed in time.
      expect(left.every(({ volunteerId }) => volunteerId === into)).toBe(true);
      expect(left.length).toBeLessThanOrEqual(1);
    }
  });
});

import { addDays, } from '@kepu/domain';
import { addActivity, addVolunteers, type TestActivity } from '../../apps/api/test-support/shifts.js';
import { readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { refusal, until } from './papers.js';
import { numberOf } from './identity-numbers.js';
import { county, demoPerson, personOf, someItems, together, unitOf, type Person } from './service.js';

const HOUR = 60;
const registered = '1990-05-05';

eachDatabase('real names', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let [liaison, women, office, home, afar]: Person[] = [];
  let unitId: string;
  let base: Date;

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [liaison, women, office, afar] = await Promise.all(['liaison', 'liaison-women', 'office', 'county'].map((account) => demoPerson(server, store, account)));
    home = afar;
    unitId = await unitOf(store, liaison?.id ?? '');
    base = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 10 * 86_400_000 + 3_600_000);
  });
  afterAll(() => store.close());
  afterEach(() => server.control.clock({ reset: true }));

  const at = (minutes: number) => server.control.clock({ freeze: new Date(base.getTime() + Math.round(minutes * 60_000)).toISOString() });
  const people = async (count: number, realNames = false, of = county): Promise<Person[]> => (await addVolunteers(store, of, count, { realNames })).map(({ id, token }) => personOf(server, id, token));
  const one = async (realNames = false): Promise<Person> => (await people(1, realNames))[0] as Person;
  const give = (person: Person, number: string) => person.client.giveMyRealName({ body: { number } });
  const enter = (who: Person, id: string, number: string, more: object = {}) => who.client.giveRealName({ params: { id }, body: { kind: 'id_card', number, seen: '窗口看过原件', ...more } });
  const standing = async (id: string) => (await office?.client.getRegistration({ params: { id } }))?.standing;
  const because = (person: Person, reason = '冒用他人证件') => ({ params: { id: person.id }, body: { reason } });
  /** People with places in a shift from nine to eleven. */
  const shiftWith = async (persons: readonly Person[], given: Partial<TestActivity> = {}) => {
    const made = await addActivity(store, { unitId, createdBy: liaison?.id ?? '', countyId: county, base, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 500 }] }], ...given });
    const [shift] = made.shifts;
    const signups: string[] = [];
    for (const person of persons) signups.push((await person.client.createSignup({ params: { id: shift?.positionIds[0] ?? '' }, body: {} })).id);
    return { made, signups, params: { id: shift?.id ?? '' } };
  };
  const present = (shift: { params: { id: string }; signups: readonly string[] }) => liaison?.client.markAttendance({ params: shift.params, body: { marks: shift.signups.map((signupId) => ({ signupId, mark: 'present' as const })) } });
  const confirm = (shift: { params: { id: string } }, signups: readonly string[]) => (liaison as Person).client.confirmHours({ params: shift.params, body: { rows: signups.map((signupId) => ({ signupId })) } });
  const notices = async (person: Person, kind: string) => (await person.client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind);

  describe('the own number', () => {
    it('is given once, shown by its end, and kept sealed', async () => {
      const person = await one();
      expect(await person.client.getMyRealName()).toEqual({ given: false, kind: null, masked: null, givenAt: null, byStaff: false, bornOn: registered, standing: 'good' });
      expect((await person.client.getMyVolunteer()).realName).toBe(false);
      const number = numberOf(registered);
      expect(await give(person, ` ${number.slice(0, 6)} ${number.slice(6).toLowerCase()}`)).toMatchObject({ given: true, kind: 'id_card', masked: `${'*'.repeat(14)}${number.slice(-4)}`, byStaff: false, corrected: false, standing: 'good' });
      expect((await person.client.getMyVolunteer()).realName).toBe(true);
      for (const again of [number, numberOf(registered)]) expect(await refusal(give(person, again))).toMatchObject({ code: 'real_name.given', status: 409 });
      for (const table of ['real_names', 'audit_entries', 'jobs', 'idempotency_keys', 'notices']) {
        const rows = await readRows<Record<string, unknown>>(store.database.reader, `SELECT * FROM ${table}`, {});
        expect(JSON.stringify(rows)).not.toContain(number);
      }
      const data = await (await server.fetch('/api/v1/me/data', { headers: { cookie: person.cookie } })).text();
      expect(data).toContain(number.slice(-4));
      expect(data).not.toContain(number);
    });

    it('has its digits proved, and what is wrong is said beside the field without repeating it', async () => {
      const person = await one();
      const good = numberOf(registered);
      const wrong = good.slice(0, 16) + String((Number(good[16]) + 1) % 10) + good.slice(17);
      for (const [typed, code] of [[good.slice(0, 17), 'identity_length'], [wrong, 'identity_check'], [`${good.slice(0, 10)}1331${good.slice(14)}`, 'identity_date'], [numberOf(addDays(new Date().toISOString().slice(0, 10), 400)), 'identity_date']] as const) {
        const refused = await refusal(give(person, typed));
        expect(refused).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.number', code }] });
        expect(JSON.stringify(refused)).not.toContain(typed);
      }
      expect((await person.client.getMyRealName()).given).toBe(false);
    });

    it('is one person’s, however many give it at once', async () => {
      const many = await people(20);
      const number = numberOf(registered);
      const { done, refused } = await together(many.map((person) => () => give(person, number)));
      expect([done.length, refused]).toEqual([1, { 'real_name.taken': 19 }]);
      expect(await readRows(store.database.reader, 'SELECT r.id AS id FROM real_names r WHERE r.number_index = (SELECT n.number_index FROM real_names n WHERE n.id = :id)', { id: many[many.length - 1]?.id ?? '' }).then((rows) => rows.length)).toBeLessThanOrEqual(1);
    });

    it('is not guessed: an account has few tries a day', async () => {
      const [owner, curious] = await people(2) as [Person, Person];
      const number = numberOf(registered);
      await give(owner, number);
      const codes: string[] = [];
      for (let n = 0; n < 9; n += 1) codes.push((await refusal(give(curious, number))).code);
      expect(codes).toEqual([...Array<string>(8).fill('real_name.taken'), 'rate.limited']);
    });

    it('corrects a slip in the birth date, and the person is told', async () => {
      const person = await one();
      expect(await give(person, numberOf('1990-05-15'))).toMatchObject({ corrected: true, bornOn: '1990-05-15', standing: 'good' });
      expect((await person.client.getMyVolunteer()).bornOn).toBe('1990-05-15');
      expect((await until(() => notices(person, 'birth_date_corrected'), (found) => found.length > 0))[0]?.params).toEqual({ day: '1990-05-15' });
    });

    it('lets no child go on as an adult: frozen, and out of the places ahead', async () => {
      const child = await one();
      const shift = await shiftWith([child]);
      const today = new Date().toISOString().slice(0, 10);
      const bornOn = `${Number(today.slice(0, 4)) - 15}-03-04`;
      expect(await give(child, numberOf(bornOn))).toMatchObject({ corrected: true, bornOn, standing: 'frozen' });
      expect((await child.client.listMySignups()).data[0]).toMatchObject({ state: 'withdrawn' });
      const again = await refusal(child.client.createSignup({ params: { id: shift.made.shifts[0]?.positionIds[0] ?? '' }, body: {} }));
      expect([again.code, (again as { params?: { block?: string } }).params?.block ?? 'frozen']).toEqual(['signup.not_eligible', 'frozen']);
      expect((await until(() => notices(child, 'registration_frozen'), (found) => found.length > 0))).toHaveLength(1);
      expect(await standing(child.id)).toBe('frozen');
      // Cleared up, and a minor like any other: named by the surname, and asked for a guardian.
      expect((await (office as Person).client.unfreezeVolunteer(because(child))).standing).toBe('good');
      expect((await (office as Person).client.getVolunteer({ params: { id: child.id } }))).toMatchObject({ name: expect.stringMatching(/^.\*$/u) as string, ageBand: 'minor' });
      expect((await child.client.getMyFamily()).minor).toMatchObject({ needsGuardian: true });
    });
  });

  describe('staff who saw the document', () => {
    it('enter it, correct it, and take passports', async () => {
      const [person, foreigner] = await people(2) as [Person, Person];
      const number = numberOf(registered);
      expect(await enter(office as Person, person.id, number)).toMatchObject({ realName: { given: true, kind: 'id_card', byStaff: true }, standing: 'good' });
      expect((await refusal(enter(office as Person, person.id, numberOf(registered)))).code).toBe('real_name.given');
      const next = numberOf('1990-05-06');
      expect((await enter(office as Person, person.id, next, { replaces: true })).realName.masked).toBe(`${'*'.repeat(14)}${next.slice(-4)}`);
      expect((await person.client.getMyRealName()).bornOn).toBe('1990-05-06');
      const entries = (await (office as Person).client.getVolunteer({ params: { id: person.id } }));
      expect(entries.realName).toBe('id_card');
      expect(await refusal(enter(office as Person, foreigner.id, 'E12345678', { kind: 'passport' }))).toMatchObject({ errors: [{ path: 'body.bornOn', code: 'required' }] });
      expect((await enter(office as Person, foreigner.id, 'e1234 5678', { kind: 'passport', bornOn: registered })).realName).toMatchObject({ kind: 'passport', masked: '*******78' });
      // The old number is free again.
      await give(await one(), number);
    });

    it('only in reach: another county finds nobody, a liaison may not', async () => {
      const [person] = await people(1, false, '330302') as [Person];
      for (const call of [() => enter(afar as Person, person.id, numberOf(registered)), () => (afar as Person).client.getRegistration({ params: { id: person.id } }), () => (afar as Person).client.freezeVolunteer(because(person)), () => (afar as Person).client.voidVolunteer(because(person))]) {
        expect((await refusal(call())).code).toBe('resource.not_found');
      }
      for (const who of [liaison as Person, person]) expect((await refusal(enter(who, person.id, numberOf(registered)))).code).toBe('auth.forbidden');
      const [near] = await people(1, false, '330326') as [Person];
      expect((await (home as Person).client.freezeVolunteer(because(near, '信息待核实'))).standing).toBe('frozen');
      expect(await standing(person.id)).toBe('good');
    });
  });

  describe('hours', () => {
    it('wait for the real name, each row told by itself; nobody else waits, and nothing is lost', async () => {
      const [named] = await people(1, true) as [Person];
      const [unnamed, later] = await people(2) as [Person, Person];
      const shift = await shiftWith([named, unnamed, later]);
      // Both, before the clock is moved: what is told on the day of the shift is told once for that day.
      for (const person of [unnamed, later]) expect((await until(() => notices(person, 'real_name_wanted'), (found) => found.length > 0))).toMatchObject([{ link: '/me/real-name' }]);
      await at(5);
      await present(shift);
      await at(2 * HOUR);
      expect(await refusal(confirm(shift, shift.signups))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.rows.1.signupId', code: 'real_name_missing' }, { path: 'body.rows.2.signupId', code: 'real_name_missing' }] });
      const roster = await (liaison as Person).client.getRoster({ params: shift.params });
      expect(roster.rows.map(({ realName, recorded }) => [realName, recorded])).toEqual([[true, false], [false, false], [false, false]]);
      expect((await confirm(shift, shift.signups.slice(0, 1))).records).toBe(1);
      const remind = () => (liaison as Person).client.remindRealNames({ params: shift.params, body: {} });
      expect(await remind()).toEqual({ reminded: 2 });
      expect(await remind()).toEqual({ reminded: 2 });
      await until(() => notices(later, 'real_name_wanted'), (found) => found.length === 2);
      expect(await notices(named, 'real_name_wanted')).toHaveLength(0);
      expect((await refusal((women as Person).client.remindRealNames({ params: shift.params, body: {} }))).code).toBe('resource.not_found');
      await give(unnamed, numberOf(registered));
      expect((await confirm(shift, shift.signups.slice(1, 2))).records).toBe(1);
      // The close does not wait for who gives no number; their hours are confirmed when they do.
      const activity = await (liaison as Person).client.getActivity({ params: { id: shift.made.id } });
      expect(activity.staff?.hoursToConfirm).toBe(0);
      await (liaison as Person).client.reportActivity({ params: { id: activity.id }, body: { version: activity.version, text: '顺利', withoutPhoto: '现场未拍照', shifts: [{ shiftId: shift.params.id, held: true, turnout: 30, method: 'counted' }] } });
      await give(later, numberOf(registered));
      expect((await confirm(shift, shift.signups.slice(2))).minutes).toBe(120);
      expect((await later.client.getMyService()).volunteerMinutes).toBe(120);
    });
  });

  describe('a registration that does not hold', () => {
    it('is frozen and unfrozen with a reason that the person is told; places stay, sign-ups and hours wait', async () => {
      const person = await one(true);
      const shift = await shiftWith([person]);
      expect((await (office as Person).client.freezeVolunteer(because(person, '姓名与证件不符'))).acts).toMatchObject([{ action: 'freeze', note: '姓名与证件不符' }]);
      expect((await refusal((office as Person).client.freezeVolunteer(because(person)))).code).toBe('lifecycle.not_allowed');
      expect((await until(() => notices(person, 'registration_frozen'), (found) => found.length > 0))[0]?.params).toEqual({ text: '姓名与证件不符' });
      expect((await person.client.getMyVolunteer()).standing).toBe('frozen');
      expect((await (office as Person).client.listVolunteers({ query: { standing: 'frozen', ids: person.id } })).total).toBe(1);
      expect((await (office as Person).client.listVolunteers({ query: { standing: 'good', ids: person.id } })).total).toBe(0);
      const other = await addActivity(store, { unitId, createdBy: liaison?.id ?? '', countyId: county, base, shifts: [{ from: 24 * HOUR, to: 26 * HOUR }] });
      expect((await refusal(person.client.createSignup({ params: { id: other.shifts[0]?.positionIds[0] ?? '' }, body: {} }))).code).toBe('signup.not_eligible');
      expect((await person.client.getMyRecommendations()).data).toEqual([]);
      expect((await person.client.listMySignups()).data[0]?.state).toBe('confirmed');
      await at(5);
      await present(shift);
      await at(2 * HOUR);
      expect(await refusal(confirm(shift, shift.signups))).toMatchObject({ errors: [{ path: 'body.rows.0.signupId', code: 'registration_frozen' }] });
      expect((await (office as Person).client.unfreezeVolunteer(because(person, '已核实'))).standing).toBe('good');
      expect((await confirm(shift, shift.signups)).records).toBe(1);
      expect((await (office as Person).client.getRegistration({ params: { id: person.id } })).acts.map(({ action }) => action)).toEqual(['unfreeze', 'freeze']);
    });

    it('is void for good: account, places, terms and number go, records and measures go down, what was closed is flagged', async () => {
      const [item = ''] = await someItems(store, 1);
      const [person, honest] = await people(2, true) as [Person, Person];
      const sum = async () => (await readRows<{ sum: number | string | null }>(store.database.reader, "SELECT SUM(e.quantity) AS sum FROM evidence e WHERE e.item_id = :item AND e.metric = 'volunteer_minutes'", { item }).then(([row]) => Number(row?.sum ?? 0)));
      const before = await sum();
      const shift = await shiftWith([person, honest], { itemIds: [item] });
      const ahead = await addActivity(store, { unitId, createdBy: liaison?.id ?? '', countyId: county, base, shifts: [{ from: 72 * HOUR, to: 74 * HOUR }] });
      await person.client.createSignup({ params: { id: ahead.shifts[0]?.positionIds[0] ?? '' }, body: {} });
      await at(5);
      await present(shift);
      await at(2 * HOUR);
      await confirm(shift, shift.signups);
      expect(await sum()).toBe(before + 240);
      const reported = await (liaison as Person).client.getActivity({ params: { id: shift.made.id } });
      const { version } = await (liaison as Person).client.reportActivity({ params: { id: reported.id }, body: { version: reported.version, text: '顺利', withoutPhoto: '现场未拍照', shifts: [{ shiftId: shift.params.id, held: true, turnout: 30, method: 'counted' }] } });
      expect((await (office as Person).client.acceptActivityReport({ params: { id: reported.id }, body: { version } })).staff?.takenBack).toBeNull();
      await at(3 * HOUR);
      expect((await (office as Person).client.getRegistration({ params: { id: person.id } })).dependents).toMatchObject({ places: 1, records: 1, minutes: 120 });
      const made = await (office as Person).client.voidVolunteer(because(person));
      expect(made).toMatchObject({ standing: 'void', realName: { given: false }, dependents: { places: 0, terms: 0 } });
      await until(sum, (now) => now === before + 120);
      expect((await refusal(person.client.getMyVolunteer())).code).toBe('auth.required');
      const records = (await (office as Person).client.listServiceRecords({ query: { volunteerId: person.id } })).data;
      expect([records.length, records.reduce((total, { minutes }) => total + minutes, 0)]).toEqual([2, 0]);
      expect((await honest.client.getMyService()).volunteerMinutes).toBe(120);
      expect((await (office as Person).client.getActivity({ params: { id: reported.id } })).staff?.takenBack).toEqual({ records: 1, minutes: -120 });
      for (const call of [() => (office as Person).client.unfreezeVolunteer(because(person)), () => (office as Person).client.voidVolunteer(because(person))]) expect((await refusal(call())).code).toBe('lifecycle.not_allowed');
      expect((await refusal(enter(office as Person, person.id, numberOf(registered)))).code).toBe('volunteer.void');
    });

    it('is taken back whole, also when the process is killed in the middle', async () => {
      const person = await one(true);
      const shifts = [];
      for (let n = 0; n < 3; n += 1) shifts.push(await shiftWith([person], { base: new Date(base.getTime() + n * 4 * HOUR * 60_000) }));
      for (const [n, shift] of shifts.entries()) {
        await at(n * 4 * HOUR + 5);
        await present(shift);
        await at(n * 4 * HOUR + 2 * HOUR);
        await confirm(shift, shift.signups);
      }
      await server.control.clock({ reset: true });
      await server.control.failpoint('volunteer.take_back', 'throw');
      await (office as Person).client.voidVolunteer(because(person));
      await until(async () => (await (office as Person).client.getRegistration({ params: { id: person.id } })).dependents.records, (left) => left === 0);
      const lines = await readRows<{ minutes: number }>(store.database.reader, 'SELECT r.minutes AS minutes FROM service_records r WHERE r.volunteer_id = :id', { id: person.id });
      expect([lines.length, lines.reduce((total, { minutes }) => total + minutes, 0)]).toEqual([6, 0]);
    });

    it('of somebody who works here is not made void before the rights are ended', async () => {
      const person = await one(true);
      await (office as Person).client.createGrant({ body: { accountId: person.id, role: 'liaison', scopeKind: 'unit', scopeId: unitId } });
      expect((await refusal((office as Person).client.voidVolunteer(because(person)))).code).toBe('account.holds_rights');
      expect(await standing(person.id)).toBe('good');
    });
  });
});

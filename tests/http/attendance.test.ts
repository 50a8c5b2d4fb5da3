import type { Roster } from '@kepu/contracts';
import { addActivity, type MadeActivity, type TestActivity, type TestPosition } from '../../apps/api/test-support/shifts.js';
import { readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { refusal, until } from './papers.js';
import { county, demoPerson, someItems, together, unitOf, volunteers, type Person, type Volunteer } from './service.js';

const HOUR = 60;
const DAY = 24 * HOUR;

eachDatabase('the day of a shift', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let liaison: Person;
  let women: Person;
  let office: Person;
  let reader: Person;
  let unitId: string;
  let base: Date;

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [liaison, women, office, reader] = (await Promise.all(['liaison', 'liaison-women', 'office', 'reader'].map((account) => demoPerson(server, store, account)))) as [Person, Person, Person, Person];
    unitId = await unitOf(store, liaison.id);
    base = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 10 * 86_400_000 + 3_600_000);
  });
  afterAll(() => store.close());
  afterEach(() => server.control.clock({ reset: true }));

  const at = (minutes: number) => server.control.clock({ freeze: new Date(base.getTime() + Math.round(minutes * 60_000)).toISOString() });
  const time = (minutes: number) => new Date(base.getTime() + minutes * 60_000).toISOString();
  /** An activity from nine to eleven, and people who have a place in it. */
  const shiftWith = async (count: number, given: Partial<TestActivity> = {}, position: TestPosition = {}) => {
    const people = await volunteers(server, store, count);
    const made = await addActivity(store, { unitId, createdBy: liaison.id, countyId: county, base, shifts: [{ from: 0, to: 2 * HOUR, positions: [{ maximum: 500, ...position }] }], ...given });
    const [shift] = made.shifts;
    const signups = [];
    for (const person of people) signups.push((await person.client.createSignup({ params: { id: shift?.positionIds[0] ?? '' }, body: {} })).id);
    return { made, people, signups, shift: { id: shift?.id ?? '' } };
  };
  type Shift = Awaited<ReturnType<typeof shiftWith>>;
  const codeOf = async ({ shift }: Pick<Shift, 'shift'>) => {
    const shown = await liaison.client.getShiftCode({ params: shift });
    return { ...shown, code: new URL(shown.url).searchParams.get('code') ?? '' };
  };
  const scan = (person: Person, { shift }: Pick<Shift, 'shift'>, code: string) => person.client.checkIn({ params: shift, body: { code } });
  const mark = (who: Person, { shift }: Pick<Shift, 'shift'>, marks: readonly (readonly [string | undefined, 'present' | 'left' | 'absent' | 'clear'])[]): Promise<Roster> =>
    who.client.markAttendance({ params: shift, body: { marks: marks.map(([signupId, one]) => ({ signupId: signupId ?? '', mark: one })) } });
  const confirm = (who: Person, { shift }: Pick<Shift, 'shift'>, rows: readonly { signupId: string; minutes?: number; onDuty?: boolean; note?: string }[]) => who.client.confirmHours({ params: shift, body: { rows: [...rows] } });
  const attendances = (shift: Shift) => readRows<{ state: string }>(store.database.reader, 'SELECT t.state AS state FROM attendances t WHERE t.shift_id = :id', { id: shift.shift.id });
  const evidence = async (itemId: string, made: MadeActivity) => readRows<{ quantity: number; reverses: string | null }>(store.database.reader,
    "SELECT e.quantity AS quantity, e.reverses_id AS reverses FROM evidence e WHERE e.item_id = :itemId AND e.activity_id = :activityId AND e.metric = 'volunteer_minutes' ORDER BY e.id", { itemId, activityId: made.id });
  const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, { quantity }) => total + quantity, 0);

  describe('the code', () => {
    it('is shown to those who lead, as a picture, an address and six digits, while people can check in', async () => {
      const shift = await shiftWith(1);
      await at(-HOUR - 1);
      expect((await refusal(codeOf(shift))).code).toBe('attendance.not_open');
      await at(-HOUR);
      const shown = await codeOf(shift);
      expect(shown).toMatchObject({ stepSeconds: 30, validUntil: time(-HOUR + 0.5), digits: expect.stringMatching(/^\d{6}$/) as string, qr: expect.stringMatching(/^<svg /) as string });
      expect(shown.url).toMatch(new RegExp(`/checkin/${shift.shift.id}\\?code=[\\w-]{22}$`));
      for (const who of [shift.people[0] as Person, women]) expect((await refusal(who.client.getShiftCode({ params: shift.shift }))).code).toBe('resource.not_found');
      await at(4 * HOUR);
      expect((await refusal(codeOf(shift))).code).toBe('attendance.not_open');
    });

    it('lets in who has a place, by camera or by digits; the same again changes nothing', async () => {
      const shift = await shiftWith(2);
      const [first, second] = shift.people as [Volunteer, Volunteer];
      await at(-5);
      const shown = await codeOf(shift);
      const there = await scan(first, shift, shown.code);
      expect(there).toMatchObject({ id: shift.signups[0], attendance: { state: 'present', inAt: time(-5), inBy: 'code', outAt: null, minutes: 120 }, mayCheckIn: false, mayCheckOut: true, mayWithdraw: false });
      await at(20);
      expect(await scan(first, shift, shown.code)).toMatchObject({ attendance: { inAt: time(-5) } });
      const now = await codeOf(shift);
      expect(await scan(second, shift, `${now.digits.slice(0, 3)} ${now.digits.slice(3)}`)).toMatchObject({ attendance: { state: 'present', inAt: time(20), minutes: 100 } });
      expect(await attendances(shift)).toHaveLength(2);
      // Whoever is there leaves by checking out, not by giving the place back.
      expect((await refusal(first.client.withdrawSignup({ params: { id: there.id }, body: { version: there.version, reason: '走了' } }))).code).toBe('lifecycle.not_allowed');
    });

    it('is worth nothing on a photograph, at another activity, or for somebody who has no place', async () => {
      const [shift, other] = [await shiftWith(1), await shiftWith(1)];
      const [[person], [stranger]] = [shift.people, other.people] as [[Volunteer], [Volunteer]];
      await at(10);
      const photographed = await codeOf(shift);
      const elsewhere = await codeOf(other);
      for (const code of [elsewhere.code, elsewhere.digits]) expect(await refusal(scan(person, shift, code))).toMatchObject({ code: 'attendance.code_wrong', status: 409 });
      expect((await refusal(scan(stranger, shift, photographed.code))).code).toBe('attendance.not_expected');
      expect((await refusal(scan(person, { shift: { id: person.id } }, photographed.code))).code).toBe('resource.not_found');
      await at(11);
      for (const code of [photographed.code, photographed.digits]) expect((await refusal(scan(person, shift, code))).code).toBe('attendance.code_wrong');
      expect(await attendances(shift)).toEqual([]);
      // Half a minute is there to type it in.
      const shown = await codeOf(shift);
      await at(11.9);
      expect((await scan(person, shift, shown.code)).attendance?.state).toBe('present');
    });

    it('is not guessed: the tries of a person at a shift are counted', async () => {
      const shift = await shiftWith(1);
      const [person] = shift.people as [Volunteer];
      await at(5);
      const tries = await together(Array.from({ length: 80 }, (_, index) => () => scan(person, shift, String(100_000 + index))));
      expect([tries.done, tries.refused]).toEqual([[], { 'attendance.code_wrong': 60, 'rate.limited': 20 }]);
      expect((await refusal(scan(person, shift, (await codeOf(shift)).code))).code).toBe('rate.limited');
      await at(16);
      expect((await scan(person, shift, (await codeOf(shift)).code)).attendance?.state).toBe('present');
    });

    it('makes one attendance of 50 scans at once', async () => {
      const shift = await shiftWith(1);
      const [person] = shift.people as [Volunteer];
      await at(0);
      const { code } = await codeOf(shift);
      const { done, refused } = await together(Array.from({ length: 50 }, () => () => scan(person, shift, code)));
      expect([done.length, refused]).toEqual([50, {}]);
      expect(await attendances(shift)).toEqual([{ state: 'present' }]);
      const audit = await readRows(store.database.reader, "SELECT x.id AS id FROM audit_entries x WHERE x.action = 'attendance.checked_in' AND x.subject_id = :id", { id: shift.signups[0] });
      expect(audit).toHaveLength(1);
    });

    it('is asked for from an hour before until two hours after; then only the list is left', async () => {
      const shift = await shiftWith(1);
      const [person] = shift.people as [Volunteer];
      for (const minute of [-HOUR - 1, 4 * HOUR]) {
        await at(minute);
        expect((await refusal(scan(person, shift, '123456'))).code).toBe('attendance.not_open');
        expect((await refusal(person.client.checkOut({ params: shift.shift }))).code).toBe('attendance.not_present');
      }
      await mark(liaison, shift, [[shift.signups[0], 'present']]);
      expect((await refusal(person.client.checkOut({ params: shift.shift }))).code).toBe('attendance.not_open');
    });
  });

  it('going home is noted by the person, once', async () => {
    const shift = await shiftWith(1);
    const [person] = shift.people as [Volunteer];
    await at(30);
    await scan(person, shift, (await codeOf(shift)).code);
    await at(100);
    expect(await person.client.checkOut({ params: shift.shift })).toMatchObject({ attendance: { state: 'left', outAt: time(100), outBy: 'self', minutes: 70 }, mayCheckOut: false });
    await at(110);
    expect(await person.client.checkOut({ params: shift.shift, body: {} })).toMatchObject({ attendance: { outAt: time(100) } });
  });

  describe('the tick list', () => {
    it('holds who has a place, in the order of names, and takes marks for all at once or for none', async () => {
      const [shift, other] = [await shiftWith(4), await shiftWith(1)];
      const [a, b, c, d] = shift.signups;
      await at(-2 * HOUR);
      expect(await liaison.client.getRoster({ params: shift.shift })).toMatchObject({
        shift: { id: shift.shift.id, cancelled: false }, activity: { id: shift.made.id, place: '县文化礼堂' }, leader: null, open: false, mayConfirmHours: false,
        rows: shift.people.map((person) => ({ name: person.name, number: person.number, position: '现场协助', attendance: null, proposedMinutes: null, recorded: false })),
      });
      expect((await refusal(mark(liaison, shift, [[a, 'present']]))).code).toBe('attendance.not_open');
      await at(-10);
      expect((await refusal(mark(liaison, shift, [[a, 'absent']]))).code).toBe('attendance.not_open');
      expect((await mark(liaison, shift, [[a, 'present']])).rows[0]).toMatchObject({ attendance: { state: 'present', inAt: time(-10), inBy: 'list' }, proposedMinutes: 120 });
      await at(115);
      expect((await refusal(mark(liaison, shift, [[b, 'present'], [other.signups[0], 'present']]))).code).toBe('attendance.not_expected');
      const roster = await mark(liaison, shift, [[b, 'present'], [c, 'absent'], [d, 'left'], [a, 'present']]);
      expect(roster.rows.map(({ attendance, proposedMinutes }) => [attendance?.state, attendance?.inAt, attendance?.outAt, proposedMinutes])).toEqual([
        ['present', time(-10), null, 120], ['present', time(0), null, 120], ['absent', null, null, null], ['left', time(0), time(115), 115],
      ]);
      expect((await shift.people[2]?.client.listMySignups())?.data[0]).toMatchObject({ attendance: { state: 'absent', minutes: null } });
      // A code does not overrule what the leader saw; the leader does.
      expect((await refusal(scan(shift.people[2] as Person, shift, (await codeOf(shift)).code))).code).toBe('attendance.not_expected');
      expect((await mark(liaison, shift, [[c, 'clear'], [b, 'left'], [d, 'present']])).rows.map(({ attendance }) => attendance?.state ?? null)).toEqual(['present', 'left', null, 'present']);
      expect(await attendances(shift)).toHaveLength(3);
    });

    it('is kept by whoever leads the shift, from a day before to three days after, and by the unit', async () => {
      const [leader] = (await volunteers(server, store, 1)) as [Volunteer];
      const shift = await shiftWith(2, { shifts: [{ from: 0, to: 2 * HOUR, leaderId: leader.id }] });
      for (const [minute, may] of [[-DAY - 1, false], [-DAY, true], [2 * HOUR + 3 * DAY - 1, true], [2 * HOUR + 3 * DAY, false]] as const) {
        await at(minute);
        if (may) expect((await leader.client.getRoster({ params: shift.shift })).leader).toEqual({ id: leader.id, name: leader.name });
        else expect((await refusal(leader.client.getRoster({ params: shift.shift }))).code).toBe('resource.not_found');
        expect((await liaison.client.getRoster({ params: shift.shift })).rows).toHaveLength(2);
        for (const who of [women, reader, shift.people[0] as Person]) {
          expect((await refusal(who.client.getRoster({ params: shift.shift }))).code).toBe('resource.not_found');
          expect((await refusal(mark(who, shift, [[shift.signups[0], 'present']]))).code).toBe('resource.not_found');
          expect((await refusal(confirm(who, shift, [{ signupId: shift.signups[0] ?? '' }]))).code).toBe('resource.not_found');
        }
      }
      await at(30);
      expect(await leader.client.listMyShifts()).toMatchObject({ total: 1, data: [{ id: shift.shift.id, activity: { id: shift.made.id }, expected: 2, present: 0, hoursToConfirm: 0 }] });
      await mark(leader, shift, shift.signups.map((id) => [id, 'present']));
      expect((await leader.client.getShiftCode({ params: shift.shift })).digits).toMatch(/^\d{6}$/);
      await at(2 * HOUR);
      expect((await leader.client.listMyShifts()).data[0]).toMatchObject({ present: 2, hoursToConfirm: 2 });
      expect(await confirm(leader, shift, shift.signups.map((signupId) => ({ signupId })))).toEqual({ records: 2, minutes: 240 });
      expect((await leader.client.listMyShifts()).data[0]).toMatchObject({ present: 2, hoursToConfirm: 0 });
      expect(await women.client.listMyShifts()).toEqual({ data: [], total: 0 });
    });

    it('takes the same marks from two leaders at once', async () => {
      const shift = await shiftWith(10);
      await at(60);
      const { done, refused } = await together(Array.from({ length: 8 }, () => () => mark(liaison, shift, shift.signups.map((id) => [id, 'present']))));
      expect([done.length, refused]).toEqual([8, {}]);
      expect(await attendances(shift)).toHaveLength(10);
    });
  });

  describe('hours', () => {
    it('are confirmed once it is over: presence, forgotten check-out as planned, what the leader says instead', async () => {
      const items = await someItems(store, 2);
      const shift = await shiftWith(5, { itemIds: items });
      const [a, b, c, d, e] = shift.signups as [string, string, string, string, string];
      const [first, , third] = shift.people as Volunteer[];
      await at(15);
      await scan(first as Person, shift, (await codeOf(shift)).code);
      await mark(liaison, shift, [[b, 'present'], [c, 'present'], [d, 'absent'], [e, 'present']]);
      await at(140);
      await third?.client.checkOut({ params: shift.shift });
      await at(119);
      expect((await refusal(confirm(liaison, shift, [{ signupId: a }]))).code).toBe('attendance.not_open');
      await at(3 * HOUR);
      expect((await liaison.client.getRoster({ params: shift.shift })).mayConfirmHours).toBe(true);
      expect((await refusal(confirm(liaison, shift, [{ signupId: a }, { signupId: d }]))).code).toBe('attendance.not_present');
      expect((await refusal(confirm(liaison, shift, [{ signupId: a }, { signupId: third?.id ?? '' }]))).code).toBe('attendance.not_expected');
      expect(await refusal(confirm(liaison, shift, [{ signupId: a }, { signupId: b, minutes: 151 }, { signupId: a }]))).toMatchObject({
        code: 'input.invalid', errors: [{ path: 'body.rows.1.minutes', code: 'too_big' }, { path: 'body.rows.2.signupId', code: 'not_an_option' }],
      });
      expect(await confirm(liaison, shift, [{ signupId: a }, { signupId: b, minutes: 150, note: '留下来收拾场地' }, { signupId: c }])).toEqual({ records: 3, minutes: 105 + 150 + 140 });
      const roster = await liaison.client.getRoster({ params: shift.shift });
      expect(roster.rows.map(({ recorded, attendance, proposedMinutes }) => [recorded, attendance?.outBy ?? null, proposedMinutes])).toEqual([[true, 'assumed', 105], [true, 'assumed', 150], [true, 'self', 140], [false, null, null], [false, null, 120]]);
      expect((await first?.client.listMySignups())?.data[0]?.attendance).toEqual({ state: 'settled', inAt: time(15), inBy: 'code', outAt: time(120), outBy: 'assumed', minutes: 105 });
      expect((await first?.client.listMyServiceRecords())?.data).toMatchObject([{ minutes: 105, ledger: 'volunteer', rule: 'own_time', activity: { id: shift.made.id }, day: base.toISOString().slice(0, 10), position: '现场协助', confirmedBy: '章若溪', reverses: null, reversedBy: null, reason: null }]);
      expect(await first?.client.getMyService()).toEqual({ services: 1, volunteerMinutes: 105, workMinutes: 0, thisYearMinutes: 105, toConfirm: 0 });
      expect(await shift.people[4]?.client.getMyService()).toMatchObject({ services: 0, toConfirm: 1 });
      for (const item of items) expect((await evidence(item, shift.made)).map(({ quantity }) => quantity).sort((one, other) => one - other)).toEqual([105, 140, 150]);
      const [notice] = await until(async () => (await (first as Person).client.listNotices({ query: {} })).data.filter(({ kind }) => kind === 'hours_confirmed'), (found) => found.length > 0);
      expect(notice?.params).toEqual({ title: shift.made.title, hours: 1.8, ledger: 'terms.ledgers.volunteer' });
      // What is settled is changed by nobody.
      for (const one of ['absent', 'clear', 'left'] as const) expect((await refusal(mark(liaison, shift, [[a, one]]))).code).toBe('shift.settled');
      expect((await refusal(confirm(liaison, shift, [{ signupId: a }, { signupId: e }]))).code).toBe('shift.settled');
      expect(await confirm(liaison, shift, [{ signupId: e }])).toEqual({ records: 1, minutes: 120 });
    });

    it('stand once however often they are confirmed at the same moment', async () => {
      const [item = ''] = await someItems(store, 1);
      const shift = await shiftWith(3, { itemIds: [item] });
      await at(60);
      await mark(liaison, shift, shift.signups.map((id) => [id, 'present']));
      await at(2 * HOUR);
      const rows = shift.signups.map((signupId) => ({ signupId }));
      const { done, refused } = await together(Array.from({ length: 20 }, () => () => confirm(liaison, shift, rows)));
      expect(done.length).toBeLessThanOrEqual(1);
      expect(Object.keys(refused)).toEqual(['shift.settled']);
      expect((await liaison.client.listServiceRecords({ query: { activityId: shift.made.id } })).total).toBe(3);
      expect(sum(await evidence(item, shift.made))).toBe(3 * 120);
    });

    it('of duty are a work achievement, of a paid position neither, and too short a presence is none; only what was given freely counts for the paper', async () => {
      const [item = ''] = await someItems(store, 1);
      const shift = await shiftWith(3, { itemIds: [item] });
      const paid = await shiftWith(1, { itemIds: [item] }, { paid: true });
      const [doctor, teacher, brief] = shift.people as [Volunteer, Volunteer, Volunteer];
      await at(100);
      for (const one of [shift, paid]) await mark(liaison, one, one.signups.map((id) => [id, 'present']));
      await at(2 * HOUR);
      const [a, b, c] = shift.signups as [string, string, string];
      await confirm(liaison, shift, [{ signupId: a, onDuty: true }, { signupId: b }, { signupId: c, minutes: 14 }]);
      await confirm(liaison, paid, [{ signupId: paid.signups[0] ?? '' }]);
      const lines = async (person?: Person) => (await person?.client.listMyServiceRecords())?.data.map(({ minutes, ledger, rule }) => [minutes, ledger, rule]);
      expect(await lines(doctor)).toEqual([[120, 'work', 'duty_time']]);
      expect(await lines(teacher)).toEqual([[120, 'volunteer', 'own_time']]);
      expect(await lines(brief)).toEqual([[14, 'none', 'too_short']]);
      expect(await lines(paid.people[0])).toEqual([[120, 'none', 'paid']]);
      expect(await doctor.client.getMyService()).toMatchObject({ services: 1, volunteerMinutes: 0, workMinutes: 120, thisYearMinutes: 0 });
      expect(await brief.client.getMyService()).toMatchObject({ services: 0, volunteerMinutes: 0 });
      expect((await liaison.client.listSignups({ query: { ids: a } })).data[0]?.onDuty).toBe(true);
      expect(await evidence(item, shift.made)).toEqual([{ quantity: 120, reverses: null }]);
      expect(await evidence(item, paid.made)).toEqual([]);
      expect(await doctor.client.listMyServiceRecords({ query: { ledger: 'volunteer' } })).toEqual({ data: [], total: 0 });
    });
  });

  describe('a record', () => {
    /** One person's hours, confirmed. */
    const recorded = async (given: Partial<TestActivity> = {}) => {
      const shift = await shiftWith(1, given);
      const [person] = shift.people as [Volunteer];
      await at(60);
      await mark(liaison, shift, [[shift.signups[0], 'present']]);
      await at(2 * HOUR);
      await confirm(liaison, shift, [{ signupId: shift.signups[0] ?? '' }]);
      const [record] = (await person.client.listMyServiceRecords()).data;
      return { ...shift, person, id: record?.id ?? '' };
    };
    const reverse = (who: Person, id: string, instead: { minutes: number; ledger: 'volunteer' | 'work' | 'none' } | null = null) => who.client.reverseServiceRecord({ params: { id }, body: { reason: '当天提前离开，时长有误', instead } });

    it('is corrected by a line that takes it back and one that stands instead; every sum follows, down to the paper', async () => {
      const [item = ''] = await someItems(store, 1);
      const one = await recorded({ itemIds: [item] });
      const lines = await reverse(liaison, one.id, { minutes: 90, ledger: 'volunteer' });
      expect(lines.data.map(({ minutes, ledger, rule }) => [minutes, ledger, rule])).toEqual([[120, 'volunteer', 'own_time'], [-120, 'volunteer', 'corrected'], [90, 'volunteer', 'corrected']]);
      const [first, back, instead] = lines.data;
      expect([first?.reversedBy, back?.reverses, back?.reason, instead?.reverses]).toEqual([back?.id, one.id, '当天提前离开，时长有误', null]);
      expect(await one.person.client.getMyService()).toMatchObject({ services: 1, volunteerMinutes: 90, workMinutes: 0 });
      expect((await evidence(item, one.made)).map(({ quantity }) => quantity).sort((a, b) => a - b)).toEqual([-120, 90, 120]);
      const [notice] = await until(async () => (await one.person.client.listNotices()).data.filter(({ kind }) => kind === 'record_reversed'), (found) => found.length > 0);
      expect(notice?.params).toEqual({ title: one.made.title, text: '当天提前离开，时长有误' });
      // What was taken back, and what took it back, are not taken back again; what stands is.
      for (const id of [one.id, back?.id ?? '']) expect((await refusal(reverse(liaison, id))).code).toBe('record.reversed');
      await reverse(liaison, instead?.id ?? '', { minutes: 60, ledger: 'work' });
      expect(await one.person.client.getMyService()).toMatchObject({ services: 1, volunteerMinutes: 0, workMinutes: 60 });
      expect(sum(await evidence(item, one.made))).toBe(0);
      const all = (await liaison.client.listServiceRecords({ query: { activityId: one.made.id } })).data;
      expect([all.length, all.reduce((total, { minutes }) => total + minutes, 0)]).toEqual([5, 60]);
      // The presence is what was seen; it stays.
      expect((await one.person.client.listMySignups()).data[0]?.attendance).toMatchObject({ state: 'settled', minutes: 120 });
    });

    it('is taken back once, however many do it at once', async () => {
      const [item = ''] = await someItems(store, 1);
      const one = await recorded({ itemIds: [item] });
      const { done, refused } = await together(Array.from({ length: 20 }, () => () => reverse(liaison, one.id, { minutes: 30, ledger: 'volunteer' })));
      expect(done.length).toBeLessThanOrEqual(1);
      expect(Object.keys(refused)).toEqual(['record.reversed']);
      expect(await one.person.client.getMyService()).toMatchObject({ services: 1, volunteerMinutes: 30 });
      expect(sum(await evidence(item, one.made))).toBe(30);
    });

    it('is not made longer than the shift, and can be taken back altogether', async () => {
      const one = await recorded();
      expect(await refusal(reverse(liaison, one.id, { minutes: 151, ledger: 'volunteer' }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.instead.minutes', code: 'too_big' }] });
      expect((await reverse(liaison, one.id)).total).toBe(2);
      expect(await one.person.client.getMyService()).toEqual({ services: 0, volunteerMinutes: 0, workMinutes: 0, thisYearMinutes: 0, toConfirm: 0 });
    });

    it('is listed within reach, filtered and sorted; whoever may not know the person sees 张*', async () => {
      const one = await recorded({ title: '记录清单的活动' });
      const list = async (who: Person, query: NonNullable<Parameters<Person['client']['listServiceRecords']>[0]>['query'] = {}) => (await who.client.listServiceRecords({ query: { activityId: one.made.id, ...query } })).data;
      const [line] = await list(liaison);
      expect(line).toMatchObject({ id: one.id, volunteer: { id: one.person.id, name: one.person.name, number: one.person.number }, unit: { id: unitId }, kind: 'lecture' });
      expect(await list(office)).toEqual([line]);
      expect(await list(women)).toEqual([]);
      expect((await list(reader))[0]?.volunteer).toEqual({ id: one.person.id, name: '志*', number: one.person.number });
      for (const query of [{ volunteerId: one.person.id }, { unitId }, { ledger: 'volunteer' }, { from: line?.day, to: line?.day }, { ids: one.id }, { reversals: 'false' }, { q: '记录清单' }, { q: one.person.name }] as const) expect(await list(liaison, query)).toEqual([line]);
      for (const query of [{ volunteerId: liaison.id }, { unitId: one.made.id }, { ledger: 'work' }, { from: '2099-01-01' }, { to: '2001-01-01' }, { reversals: 'true' }, { q: '没有这样的词' }] as const) expect(await list(liaison, query)).toEqual([]);
      // The name is not found out by searching for it either.
      expect(await list(reader, { q: one.person.name })).toEqual([]);
      expect(await list(reader, { q: '记录清单' })).toHaveLength(1);
      await reverse(liaison, one.id, { minutes: 45, ledger: 'work' });
      expect((await list(liaison, { sort: 'minutes' })).map(({ minutes }) => minutes)).toEqual([-120, 45, 120]);
      expect((await list(liaison, { reversals: 'true', sort: '-minutes' })).map(({ minutes }) => minutes)).toEqual([120, -120]);
      expect((await list(liaison, { reversals: 'false' })).map(({ minutes }) => minutes)).toEqual([45]);
      expect((await refusal(reverse(women, one.id))).code).toBe('resource.not_found');
      for (const who of [reader, one.person]) expect((await refusal(reverse(who, one.id))).code).toBe('auth.forbidden');
      expect((await refusal(one.person.client.listServiceRecords())).code).toBe('auth.forbidden');
      expect((await liaison.client.listMyServiceRecords()).total).toBe(0);
    });
  });

  it('every sum of a day equals its parts', async () => {
    const [item = ''] = await someItems(store, 1);
    const shift = await shiftWith(12, { itemIds: [item] });
    await at(0);
    const { code } = await codeOf(shift);
    for (const person of shift.people.slice(0, 4)) await scan(person, shift, code);
    await at(47);
    await mark(liaison, shift, shift.signups.slice(4, 9).map((id) => [id, 'present']));
    await at(95);
    for (const person of shift.people.slice(0, 2)) await person.client.checkOut({ params: shift.shift });
    await at(2 * HOUR);
    await confirm(liaison, shift, shift.signups.slice(0, 9).map((signupId, index) => ({ signupId, onDuty: index % 3 === 0 })));
    const records = (await liaison.client.listServiceRecords({ query: { activityId: shift.made.id, perPage: 200 } })).data;
    for (const record of records.slice(0, 3)) await liaison.client.reverseServiceRecord({ params: { id: record.id }, body: { reason: '更正', instead: { minutes: 33, ledger: 'volunteer' } } });
    const after = (await liaison.client.listServiceRecords({ query: { activityId: shift.made.id, perPage: 200 } })).data;
    const minutes = (keep: (row: (typeof after)[number]) => boolean) => after.filter(keep).reduce((total, row) => total + row.minutes, 0);
    expect(sum(await evidence(item, shift.made))).toBe(minutes(({ ledger }) => ledger === 'volunteer'));
    const services = await Promise.all(shift.people.map((person) => person.client.getMyService()));
    for (const [key, ledger] of [['volunteerMinutes', 'volunteer'], ['workMinutes', 'work']] as const) expect(services.reduce((total, one) => total + one[key], 0)).toBe(minutes((row) => row.ledger === ledger));
    expect(services.reduce((total, one) => total + one.services, 0)).toBe(9);
    for (const [index, person] of shift.people.entries()) expect(services[index]?.volunteerMinutes).toBe(minutes((row) => row.volunteer.id === person.id && row.ledger === 'volunteer'));
  });
});

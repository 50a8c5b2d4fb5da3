import { eachDatabase, onMariadb, type MakeDb } from '../../../test-support/databases.js';
import { furnishPeople, type Guards, type PeopleRoom } from '../../../test-support/people.js';
import { office, personWith, TODAY } from '../../../test-support/units.js';
import type { Actor } from '../../platform/auth/actor.js';
import { changeRows, readRows, uniqueName, UniqueViolation } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';

const page = { page: 1, perPage: 50 };
const refused = (call: Promise<unknown>): Promise<string> => call.then(() => 'accepted', (error: unknown) => {
  if (error instanceof Refusal) return error.code;
  if (error instanceof UniqueViolation) return error.constraint;
  throw error;
});
const topic = async ({ services }: PeopleRoom, name: string, parentId: string | null = null) => (await services.terms.create(office, { kind: 'topic', name, aliases: [], parentId })).id;
/** Somebody of a county's office with an account, who registers others. */
const clerkOf = async ({ accountsService }: PeopleRoom) => ({ ...personWith('county', 'division', '330326'), accountId: await accountsService.insert({ name: '缪海生', email: 'county@demo.kepu' }, 'x', false, office) });
const neighbour = {
  name: '包玉兰', phone: '13800000001', bornOn: '1958-02-01', occupation: 'retired' as const, unitId: null, countyCode: '330326', topicIds: [], availability: '0'.repeat(21), travelLimit: 30, toIslands: false, toMountains: true,
  consentNote: '本人到窗口口头同意。',
};

eachDatabase('volunteers', (makeDb) => {
  it('get a number each, in their turn, that says the year', async () => {
    const room = await furnishPeople(makeDb);
    await Promise.all(Array.from({ length: 12 }, () => room.volunteer()));
    room.clock.freeze(new Date('2027-01-01T01:00:00.000Z'));
    await room.volunteer();
    const numbers = (await room.lists.list(office, { ...page, sort: 'registeredAt' })).data.map((one) => one.number);
    expect([...numbers].sort()).toEqual([...Array.from({ length: 12 }, (_, at) => `WZ2026${String(at + 1).padStart(6, '0')}`), 'WZ2027000013']);
  });

  it('are one for each telephone number, however many register it at once', async () => {
    expect(await registerAtOnce(await furnishPeople(makeDb))).toEqual({ accepted: 1, others: ['volunteer.exists'], rows: 1 });
  });

  it('would be several where the key of telephone numbers is gone (control)', async () => {
    const room = await furnishPeople(makeDb);
    const key = uniqueName('accounts', ['phone_index']);
    await room.unitOfWork.run(() => room.database.writer.query(room.database.kind === 'sqlite' ? `DROP INDEX ${key}` : `DROP INDEX ${key} ON accounts`));
    expect((await registerAtOnce(room)).rows).toBeGreaterThan(1);
  });

  it('are registered by others at home only, of age, with a note, and with a password that nobody knows', async () => {
    const room = await furnishPeople(makeDb);
    const clerk = await clerkOf(room);
    const register = (given: object) => refused(room.enrolment.registerOnBehalf(clerk, { ...neighbour, ...given }));
    expect(await register({ countyCode: '330302' })).toBe('reference.not_found');
    expect(await register({ bornOn: '2008-03-03' })).toBe('guardian.needed');
    expect(await register({ bornOn: '2026-03-03' })).toBe('input.invalid');
    expect(await register({ bornOn: '1890-01-01' })).toBe('input.invalid');
    expect(await register({ phone: '12' })).toBe('input.invalid');
    expect(await register({ unitId: clerk.accountId })).toBe('reference.not_found');
    expect(await register({ topicIds: [clerk.accountId] })).toBe('reference.not_found');
    // 18 on this very day.
    expect(await register({ bornOn: '2008-03-02' })).toBe('accepted');
    expect(await register({})).toBe('volunteer.exists');
    const [one] = (await room.lists.list(clerk, page)).data;
    expect(one).toMatchObject({ name: '包玉兰', onBehalf: { by: '缪海生', note: '本人到窗口口头同意。' }, ageBand: '18-35', services: 0, minutes: 0, pools: [{ name: '科技志愿者' }] });
    const [account] = await readRows<{ mustChange: number; hash: string }>(room.database.reader, 'SELECT a.must_change_password AS mustChange, a.password_hash AS hash FROM accounts a WHERE a.id = :id', { id: one?.id });
    expect([account?.mustChange, account?.hash.startsWith('$argon2id$')]).toEqual([1, true]);
    // Registered by the city, in another county, and of the neighbour's telephone number in another spelling.
    const editor = { ...office, accountId: clerk.accountId };
    expect(await refused(room.enrolment.registerOnBehalf(editor, { ...neighbour, phone: '+86 138-0000-0001', countyCode: '330302' }))).toBe('volunteer.exists');
    expect(await refused(room.enrolment.registerOnBehalf(editor, { ...neighbour, phone: '13800000002', countyCode: '330302' }))).toBe('accepted');
  });

  it('are listed for staff within their reach, found, filtered and sorted, in as many statements for many as for one', async () => {
    const room = await furnishPeople(makeDb);
    const [field, fire] = [await topic(room, '农业与乡村'), await topic(room, '消防安全')];
    const below = await topic(room, '种植技术', field);
    const first = await room.volunteer({ name: '沈知秋', topicIds: [below, fire], availability: '1'.repeat(21) });
    const counted = async () => (await room.database.statements.during(() => room.lists.list(office, page))).statements.length;
    const one = await counted();
    room.clock.advance(86_400_000);
    const second = await room.volunteer({ name: '虞安民', occupation: 'medical', unitId: room.places.hospital, countyCode: '330302', topicIds: [fire] });
    room.clock.advance(86_400_000);
    const third = await room.volunteer({ name: '苏青禾', occupation: 'university_student', unitId: null, bornOn: '1950-01-01' });
    expect(await counted()).toBe(one);
    await room.volunteers.change(third, { version: 1, pausedUntil: '2026-06-01' });

    const names = async (query: object, actor = office) => (await room.lists.list(actor, { ...page, ...query })).data.map((person) => person.name);
    expect(await names({})).toEqual(['沈知秋', '苏青禾', '虞安民']);
    expect(await names({ sort: '-registeredAt' })).toEqual(['苏青禾', '虞安民', '沈知秋']);
    expect(await names({ sort: '-minutes', perPage: 2, page: 2 })).toHaveLength(1);
    for (const q of ['知秋', 'shenzhiqiu', 'SZQ', 'wz2026000001']) expect(await names({ q })).toEqual(['沈知秋']);
    for (const q of ['%', '_', '1990', '138']) expect(await names({ q })).toEqual([]);
    expect(await names({ occupation: 'medical' })).toEqual(['虞安民']);
    expect(await names({ countyCode: '330326' })).toEqual(['沈知秋', '苏青禾']);
    expect(await names({ unitId: room.places.bureau })).toEqual(['沈知秋']);
    expect(await names({ topicId: field })).toEqual(['沈知秋']);
    expect(await names({ topicId: fire })).toEqual(['沈知秋', '虞安民']);
    expect(await names({ poolId: (await room.pools.list(office)).data.find((pool) => pool.key === 'student-volunteers')?.id })).toEqual(['苏青禾']);
    expect([await names({ active: true }), await names({ active: false })]).toEqual([['沈知秋', '虞安民'], ['苏青禾']]);
    expect(await names({ ids: [second.accountId, third.accountId], occupation: 'medical' })).toEqual(['虞安民']);
    expect((await room.lists.list(office, { ...page, ids: [third.accountId] })).data[0]).toMatchObject({ ageBand: '60+', pausedUntil: '2026-06-01', unit: null, county: { name: '平阳县' } });

    const liaison = personWith('liaison', 'unit', room.places.bureau, `/${room.places.bureau}/`);
    expect(await names({}, liaison)).toEqual(['沈知秋']);
    expect(await names({}, personWith('county', 'division', '330302'))).toEqual(['虞安民']);
    expect(await names({}, personWith('reader', 'city'))).toEqual([]);
    expect(await refused(room.lists.get(liaison, second.accountId))).toBe('resource.not_found');
    expect((await room.lists.get(liaison, first.accountId)).topics.map((entry) => entry.name).sort()).toEqual(['消防安全', '种植技术']);
  });

  it('change what is theirs: version by version, naming only what there is', async () => {
    const room = await furnishPeople(makeDb);
    const fire = await topic(room, '消防安全');
    const water = await topic(room, '水利与水资源');
    const person = await room.volunteer({ topicIds: [fire] });
    const change = (given: object) => refused(room.volunteers.change(person, { version: 1, ...given }));
    expect(await refused(room.volunteers.mine(office))).toBe('volunteer.required');
    expect(await refused(room.volunteers.change(office, { version: 1 }))).toBe('volunteer.required');
    expect(await change({ version: 2 })).toBe('version.stale');
    expect(await change({ unitId: person.accountId })).toBe('reference.not_found');
    expect(await change({ countyCode: '330300' })).toBe('reference.not_found');
    expect(await change({ topicIds: [water, person.accountId] })).toBe('reference.not_found');
    const after = await room.volunteers.change(person, { version: 1, topicIds: [water, water], countyCode: '330302', travelLimit: 90, toIslands: true, recommendationsOff: true, pausedUntil: '2026-04-01', availability: '1'.repeat(21) });
    expect(after).toMatchObject({
      topicIds: [water], county: { code: '330302', name: '鹿城区' }, travelLimit: 90, toIslands: true, toMountains: true, recommendationsOff: true, pausedUntil: '2026-04-01', availability: '1'.repeat(21), version: 2,
      unit: { name: '望舒中学' }, bornOn: '1990-05-01', phone: null, number: 'WZ2026000001',
    });
    // Eight at once: one wins.
    const answers = await Promise.all(Array.from({ length: 8 }, () => refused(room.volunteers.change(person, { version: 2, unitId: room.places.hospital }))));
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['accepted', 'version.stale']));
    expect((await room.pools.listTerms(office, { ...page, current: true })).total).toBe(1);
  });

  it('give a profile back as it was read, though its topic or unit has been closed since', async () => {
    const room = await furnishPeople(makeDb);
    const fire = await topic(room, '消防安全');
    const person = await room.volunteer({ topicIds: [fire] });
    await room.services.terms.close(office, fire, { version: 1, on: TODAY });
    await room.services.units.close(office, room.places.school, { version: 1, on: TODAY });
    const mine = await room.volunteers.mine(person);
    expect([mine.topicIds, mine.unit?.name]).toEqual([[], '望舒中学']);
    expect(await refused(room.volunteers.change(person, { version: 1, topicIds: mine.topicIds, unitId: mine.unit?.id ?? null, travelLimit: 45 }))).toBe('accepted');
  });

  it('are told to other modules as briefs, and to matching as facts', async () => {
    const room = await furnishPeople(makeDb);
    const fire = await topic(room, '消防安全');
    const one = await room.volunteer({ topicIds: [fire], toIslands: true, availability: '1'.repeat(21) });
    const two = await room.volunteer({ unitId: null });
    await room.volunteers.change(two, { version: 1, recommendationsOff: true });
    const briefs = await room.directory.briefs([one.accountId, two.accountId, one.accountId, office.accountId]);
    expect([...briefs.keys()].sort()).toEqual([one.accountId, two.accountId].sort());
    expect(briefs.get(one.accountId)).toEqual({
      id: one.accountId, name: one.name, number: 'WZ2026000001', occupation: 'teacher', unit: { id: room.places.school, name: '望舒中学' }, countyCode: '330326', countyName: '平阳县', bornOn: '1990-05-01',
    });
    expect(briefs.get(two.accountId)?.unit).toBeNull();
    expect(await room.directory.facts([one.accountId])).toEqual([{
      id: one.accountId, bornOn: '1990-05-01', occupation: 'teacher', countyCode: '330326', topicIds: [fire], availability: '1'.repeat(21), travelLimit: 60, toIslands: true, toMountains: true, pausedUntil: null, absences: [], monthlyHours: null, frozen: false,
      personal: true,
    }]);
    expect((await room.directory.facts('all')).map((facts) => [facts.id, facts.personal, facts.topicIds.length])).toEqual([[one.accountId, true, 1], [two.accountId, false, 0]]);
    expect([await room.directory.facts([]), (await room.directory.briefs([])).size]).toEqual([[], 0]);
    await room.unitOfWork.run(() => changeRows(room.database.writer, "UPDATE accounts SET state = 'disabled' WHERE id = :id", { id: two.accountId }));
    expect((await room.directory.facts('all')).map((facts) => facts.id)).toEqual([one.accountId]);
    expect(await room.directory.facts([two.accountId])).toHaveLength(1);
  });

  it('follow a new name and a county that ends in another one; the list of people leaves them out until they are looked for', async () => {
    const room = await furnishPeople(makeDb);
    room.accountsService.whenRenamed((accountId, name) => room.moves.name(accountId, name));
    room.services.divisions.register('volunteers', (from: string, to: string, actor: Actor) => room.moves.county(from, to, actor));
    const person = await room.volunteer({ name: '沈知秋' });
    await room.accountsService.update(office, person.accountId, { version: 1, name: '虞安民' });
    expect([(await room.lists.list(office, { ...page, q: 'yuanmin' })).total, (await room.lists.list(office, { ...page, q: '知秋' })).total]).toEqual([1, 0]);
    await room.services.divisions.merge(office, '330326', { successorCode: '330302', on: TODAY });
    expect((await room.volunteers.mine(person)).county).toEqual({ code: '330302', name: '鹿城区' });
    const people = async (query: object) => (await room.accountsService.list(office, { ...page, ...query })).data.map((account) => account.name);
    await room.accountsService.insert({ name: '钱晓岚', email: 'editor@demo.kepu' }, 'x', false, office);
    expect(await people({})).toEqual(['钱晓岚']);
    expect(await people({ q: '安民' })).toEqual(['虞安民']);
    expect(await people({ ids: [person.accountId] })).toEqual(['虞安民']);
  });

  it('look for their unit among the open ones, best first, and not without end', async () => {
    const room = await furnishPeople(makeDb);
    const visitor = (ip: string) => ({ kind: 'public', ip }) as const;
    const names = async (q: string) => (await room.choices.affiliations(visitor('10.0.0.1'), q)).data.map((unit) => [unit.name, unit.parentName, unit.countyName]);
    expect(await names('zx')).toEqual([['望舒中学', '市教育局', '温州市']]);
    await room.services.units.create(office, { name: '中学教育研究院', fullName: '中学教育研究院', aliases: [], kind: 'institution', divisionCode: '330302', parentId: null, hostsOffice: false, openedOn: null });
    await room.services.units.create(office, { name: '鹿城区全科组办', fullName: '鹿城区中学办', aliases: [], kind: 'county_office', divisionCode: '330302', parentId: null, hostsOffice: false, openedOn: null });
    expect(await names('中学')).toEqual([['中学教育研究院', null, '鹿城区'], ['望舒中学', '市教育局', '温州市']]);
    await room.services.units.close(office, room.places.school, { version: 1, on: TODAY });
    expect((await names('中学')).map(([name]) => name)).toEqual(['中学教育研究院']);
    expect(await names('|')).toEqual([]);
    // All but the last try of the window are taken away.
    await room.unitOfWork.run(() => changeRows(room.database.writer, 'UPDATE rate_limits SET points = 1199', {}));
    expect([await refused(names('zx')), await refused(names('zx'))]).toEqual(['accepted', 'rate.limited']);
    expect(await refused(room.choices.affiliations(visitor('10.0.0.2'), 'zx'))).toBe('accepted');
    room.clock.advance(11 * 60_000);
    expect(await refused(names('zx'))).toBe('accepted');
  });

  it('leave their data in the audit trail as ciphertext only', async () => {
    const room = await furnishPeople(makeDb);
    const clerk = await clerkOf(room);
    const id = await room.enrolment.registerOnBehalf(clerk, { ...neighbour, unitId: room.places.school });
    const rows = await readRows<{ action: string; after: string | null; classified: string | null }>(room.database.reader, 'SELECT e.action AS action, e.`after` AS `after`, e.classified AS classified FROM audit_entries e WHERE e.subject_id = :id ORDER BY e.id', { id });
    expect(rows.map((row) => row.action)).toEqual(['account.created', 'volunteer.registered_on_behalf', 'pool_term.created']);
    const text = JSON.stringify(rows);
    for (const secret of ['1958', '13800000001', '窗口', 'retired', '330326', '包玉兰', room.places.school]) expect([secret, text.includes(secret)]).toEqual([secret, false]);
    expect(rows[1]?.after).toContain('WZ2026000001');
    expect(rows[1]?.classified).not.toBeNull();
  });
});

/** The same person registers at twenty counters at once. */
async function registerAtOnce(room: PeopleRoom): Promise<{ accepted: number; others: string[]; rows: number }> {
  const clerk = await clerkOf(room);
  const answers = await Promise.all(Array.from({ length: 20 }, () => refused(room.enrolment.registerOnBehalf(clerk, neighbour))));
  return {
    accepted: answers.filter((answer) => answer === 'accepted').length, others: [...new Set(answers.filter((answer) => answer !== 'accepted'))],
    rows: (await room.lists.list(office, { ...page, q: '包玉兰' })).total,
  };
}

// SQLite runs one unit of work after the other, so that the race exists on a server only.
onMariadb('volunteers whose numbers are read before they are written (control)', (makeDb: MakeDb) => {
  it('meet at the same number', async () => {
    const guards: Guards = { numbers: { next: () => Promise.resolve('') } };
    const room = await furnishPeople(makeDb, guards);
    let arrived = 0;
    let go: () => void = () => undefined;
    const together = new Promise<void>((resolve) => { go = resolve; });
    Object.assign(guards.numbers ?? {}, {
      next: async () => {
        const [row] = await readRows<{ total: number | string }>(room.database.reader, 'SELECT COUNT(*) AS total FROM volunteers');
        if (++arrived === 3) go();
        await together;
        return `WZ2026${String(Number(row?.total) + 1).padStart(6, '0')}`;
      },
    });
    const answers = await Promise.all(Array.from({ length: 12 }, () => refused(room.volunteer())));
    expect(answers).toContain(uniqueName('volunteers', ['number']));
  });
});

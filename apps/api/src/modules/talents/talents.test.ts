import { personWith, TODAY, office as clerk } from '../../../test-support/units.js';
import { eachDatabase, onMariadb, type MakeDb } from '../../../test-support/databases.js';
import { furnishPeople, type Guards, type PeopleRoom } from '../../../test-support/people.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { AccountsService } from '../identity/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';

const page = { page: 1, perPage: 50 };
const refused = (call: Promise<unknown>): Promise<string> => call.then(() => 'accepted', (error: unknown) => { if (error instanceof Refusal) return error.code; throw error; });

/** An editor who has an account, so that what they write can name them. */
const officeOf = async ({ accountsService }: { accountsService: AccountsService }): Promise<PersonActor> => ({ ...clerk, accountId: await accountsService.insert({ name: '钱晓岚', email: 'editor@demo.kepu' }, 'x', false, clerk) });
const poolId = async ({ pools }: PeopleRoom, key: string): Promise<string> => (await pools.list(clerk)).data.find((pool) => pool.key === key)?.id ?? '';
const termsOf = async ({ pools }: PeopleRoom, personId: string) => (await pools.listTerms(clerk, { ...page, personId, sort: 'fromDay' })).data;

/** Twelve people of the office put the same volunteer into the same pool. */
const tries = async (makeDb: MakeDb, guards: Guards) => {
  const room = await furnishPeople(makeDb, guards);
  const office = await officeOf(room);
  const person = await room.volunteer();
  const lecturers = await poolId(room, 'lecturers');
  const answers = await Promise.all(Array.from({ length: 12 }, () => refused(room.pools.createTerm(office, { poolId: lecturers, volunteerId: person.accountId, toDay: null }))));
  return { accepted: answers.filter((answer) => answer === 'accepted').length, others: [...new Set(answers.filter((answer) => answer !== 'accepted'))] };
};

eachDatabase('pools', (makeDb) => {
  it('are the seeds’ and are loaded once', async () => {
    const room = await furnishPeople(makeDb);
    await room.pools.load([{ key: 'another', name: '另一支队伍', note: null, sortNo: 1 }]);
    const { data, total } = await room.pools.list(clerk);
    expect([total, ...data.map((pool) => pool.key)]).toEqual([4, 'lecturers', 'science-volunteers', 'student-volunteers', 'special-envoys']);
    expect(data.every((pool) => pool.members === 0)).toBe(true);
  });

  it('take in every volunteer, students and technology envoys twice', async () => {
    const room = await furnishPeople(makeDb);
    for (const [occupation, names] of [['teacher', ['科技志愿者']], ['university_student', ['科技志愿者', '大学生志愿者']], ['technology_envoy', ['科技志愿者', '科技特派员']]] as const) {
      const person = await room.volunteer({ occupation });
      const terms = await termsOf(room, person.accountId);
      expect(terms.map((term) => term.pool.name).sort()).toEqual([...names].sort());
      expect(terms.every((term) => term.unit?.name === '望舒中学' && term.fromDay === TODAY && term.toDay === null && term.ended === null)).toBe(true);
      expect((await room.poolTerms.poolsOf([person.accountId])).get(person.accountId)?.map((pool) => pool.name)).toEqual(names);
    }
    expect((await room.pools.list(clerk)).data.map((pool) => pool.members)).toEqual([0, 3, 1, 1]);
    expect((await room.poolTerms.poolsOf([])).size).toBe(0);
  });

  it('count for the unit to which somebody belongs, from the day of a change on', async () => {
    const room = await furnishPeople(makeDb);
    const person = await room.volunteer({ occupation: 'university_student', unitId: room.places.university });
    const pool = await poolId(room, 'student-volunteers');
    const paths = await room.database.reader.query<{ id: string; path: string }[]>('SELECT id, path FROM units');
    const pathOf = (id: string) => paths.find((row) => row.id === id)?.path ?? '';
    const counted = () => room.counts.count([{ poolId: pool, unitPaths: [pathOf(room.places.university)] }, { poolId: pool, unitPaths: [pathOf(room.places.bureau)] }, { poolId: pool, unitPaths: ['/'] }, { poolId: pool, unitPaths: [] }]);
    expect(await counted()).toEqual([1, 0, 1, 0]);
    room.clock.freeze(new Date('2026-03-10T01:00:00.000Z'));
    const mine = await room.volunteers.change(person, { version: 1, unitId: room.places.school });
    expect(mine.pools.map((entry) => entry.name)).toEqual(['科技志愿者', '大学生志愿者']);
    // The school stands below the bureau, so that the bureau counts it.
    expect(await counted()).toEqual([0, 1, 1, 0]);
    const terms = (await termsOf(room, person.accountId)).filter((term) => term.pool.id === pool);
    expect(terms.map((term) => [term.unit?.name, term.fromDay, term.ended])).toEqual([
      ['温州大学', TODAY, { on: '2026-03-10', reason: '所在单位变更' }], ['望舒中学', '2026-03-10', null],
    ]);
    const list = await room.counts.list(pool, [pathOf(room.places.bureau)], { offset: 0, limit: 10 });
    expect([list.total, list.rows]).toEqual([1, [{
      termId: terms[1]?.id, personName: person.name, fromDay: '2026-03-10', createdAt: '2026-03-10T01:00:00.000Z', unit: { id: room.places.school, name: '望舒中学', path: pathOf(room.places.school), divisionId: '330300' },
    }]]);
    expect((await room.counts.list(pool, ['/'], { offset: 1, limit: 10 })).rows).toEqual([]);
    // On a day before, the old unit had the person.
    room.clock.freeze(new Date('2026-03-09T01:00:00.000Z'));
    expect(await counted()).toEqual([1, 0, 1, 0]);
    await room.volunteers.change(person, { version: 2, unitId: null });
    room.clock.freeze(new Date('2026-03-11T01:00:00.000Z'));
    expect(await counted()).toEqual([0, 0, 0, 0]);
  });

  it('that came with an occupation end with it; where the office has put somebody they stay', async () => {
    const room = await furnishPeople(makeDb);
    const office = await officeOf(room);
    const person = await room.volunteer({ occupation: 'university_student' });
    await room.pools.createTerm(office, { poolId: await poolId(room, 'special-envoys'), volunteerId: person.accountId, toDay: null });
    const names = async () => (await room.volunteers.mine(person)).pools.map((pool) => pool.name);
    expect(await names()).toEqual(['科技志愿者', '大学生志愿者', '科技特派员']);
    await room.volunteers.change(person, { version: 1, occupation: 'technology_envoy' });
    expect(await names()).toEqual(['科技志愿者', '科技特派员']);
    await room.volunteers.change(person, { version: 2, occupation: 'teacher' });
    expect(await names()).toEqual(['科技志愿者', '科技特派员']);
    expect((await termsOf(room, person.accountId)).find((term) => term.ended)?.ended).toEqual({ on: TODAY, reason: '职业变更' });
    await room.volunteers.change(person, { version: 3, occupation: 'university_student', unitId: room.places.university });
    expect(await names()).toEqual(['科技志愿者', '大学生志愿者', '科技特派员']);
    expect((await termsOf(room, person.accountId)).filter((term) => term.ended === null).every((term) => term.unit?.name === '温州大学')).toBe(true);
  });

  it('move with a unit that ends in another one, its people too', async () => {
    const room = await furnishPeople(makeDb);
    room.succession.register('pool terms', async (from, to) => { await room.termRows.moveUnit(from, to); });
    room.succession.register('volunteers', (from, to, actor) => room.moves.unit(from, to, actor));
    const person = await room.volunteer();
    await room.succession.merge(clerk, room.places.school, { version: 1, successorId: room.places.hospital, on: TODAY });
    expect((await termsOf(room, person.accountId)).map((term) => [term.unit?.name, term.ended])).toEqual([['知安医院', null]]);
    expect((await room.volunteers.mine(person)).unit?.name).toBe('知安医院');
  });

  it('are opened to people by the office alone, in order, and once at a time', async () => {
    const room = await furnishPeople(makeDb);
    const office = await officeOf(room);
    const person = await room.volunteer();
    const [lecturers, science] = [await poolId(room, 'lecturers'), await poolId(room, 'science-volunteers')];
    const create = (given: object, actor = office) => refused(room.pools.createTerm(actor, { poolId: lecturers, volunteerId: person.accountId, toDay: null, ...given }));
    expect(await create({ toDay: '2026-01-01' })).toBe('input.invalid');
    expect(await create({ volunteerId: office.accountId })).toBe('reference.not_found');
    expect(await create({ poolId: person.accountId })).toBe('reference.not_found');
    expect(await create({}, personWith('county', 'division', '330326'))).toBe('reference.not_found');
    expect(await create({ poolId: science })).toBe('pool.already_member');
    expect(await create({ fromDay: '2026-03-01', toDay: '2026-06-30' })).toBe('accepted');
    expect(await create({ fromDay: '2026-06-30', toDay: '2026-12-31' })).toBe('pool.already_member');
    expect(await create({ fromDay: '2025-03-01', toDay: null })).toBe('pool.already_member');
    expect(await create({ fromDay: '2026-07-01', toDay: '2026-12-31' })).toBe('accepted');
    expect((await room.pools.list(clerk)).data[0]?.members).toBe(1);
    expect((await room.pools.listTerms(clerk, { ...page, poolId: lecturers, current: true })).total).toBe(1);
    expect((await room.pools.listTerms(clerk, { ...page, poolId: lecturers, current: false })).total).toBe(1);

    const [first] = (await room.pools.listTerms(clerk, { ...page, poolId: lecturers, sort: 'fromDay' })).data;
    const end = (on: string, actor = office) => refused(room.pools.endTerm(actor, first?.id ?? '', { on, reason: '调离' }));
    expect(await end('2026-02-01')).toBe('input.invalid');
    expect(await end('2026-03-03')).toBe('input.invalid');
    expect(await end(TODAY, personWith('liaison', 'unit', room.places.bureau, '/'))).toBe('resource.not_found');
    expect([await end(TODAY), await end(TODAY)]).toEqual(['accepted', 'lifecycle.not_allowed']);
    expect((await room.pools.list(clerk)).data[0]?.members).toBe(0);
    expect(await create({ fromDay: TODAY, toDay: '2026-05-01' })).toBe('accepted');
  });

  it('keep to the reach: a liaison by the unit of the term, a county by where people live', async () => {
    const room = await furnishPeople(makeDb);
    const [here, there, alone] = [await room.volunteer(), await room.volunteer({ unitId: room.places.hospital, countyCode: '330302' }), await room.volunteer({ unitId: null })];
    const seen = async (actor: PersonActor) => (await room.pools.listTerms(actor, page)).data.map((term) => term.person.id).sort();
    const liaison = personWith('liaison', 'unit', room.places.bureau, `/${room.places.bureau}/`);
    const county = personWith('county', 'division', '330326');
    expect(await seen(liaison)).toEqual([here.accountId]);
    expect(await seen(county)).toEqual([here.accountId, alone.accountId].sort());
    expect(await seen(clerk)).toEqual([here.accountId, there.accountId, alone.accountId].sort());
    const members = async (actor: PersonActor) => (await room.pools.list(actor)).data.find((pool) => pool.key === 'science-volunteers')?.members;
    expect([await members(liaison), await members(county), await members(clerk), await members(personWith('reader', 'city'))]).toEqual([1, 2, 3, 3]);
    // A term stays to be seen by the unit for which it counted.
    await room.volunteers.change(here, { version: 1, unitId: room.places.hospital });
    expect(await seen(liaison)).toEqual([here.accountId]);
    expect(await members(liaison)).toBe(0);
  });

  it('hold a person once, also under twelve tries at once', async () => {
    expect(await tries(makeDb, {})).toEqual({ accepted: 1, others: ['pool.already_member'] });
  });
});

// SQLite runs one unit of work after the other, so that the race exists on a server only.
onMariadb('pools without a turn at the person (control)', (makeDb) => {
  it('hold somebody several times', async () => {
    // Three meet where the turn would be taken, so that the race does not wait for the pool to open its connections.
    let arrived = 0;
    let go: () => void = () => undefined;
    const together = new Promise<void>((resolve) => { go = resolve; });
    const { accepted } = await tries(makeDb, { turns: { begin: () => Promise.resolve(), take: () => { if (++arrived === 3) go(); return together; } }, poolTurns: { take: () => Promise.resolve() } });
    expect(accepted).toBeGreaterThan(1);
  });
});

import type { Unit, unitInput } from '@kepu/contracts';
import type { z } from 'zod';
import { eachDatabase, onMariadb, type MakeDb } from '../../../test-support/databases.js';
import { furnishUnits, office, personWith, TODAY, withPermission, type UnitsRoom } from '../../../test-support/units.js';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { newId, schemaDrift } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import type { Turns } from './turns.repository.js';

const system = { kind: 'system', task: 'test' } as const;
const page = { page: 1, perPage: 50 };

interface City extends UnitsRoom { unit(name: string, more?: Partial<z.input<typeof unitInput>>): Promise<Unit> }

/** A city with two counties and a township. */
async function city(makeDb: MakeDb, guards?: Pick<Turns, 'take'>): Promise<City> {
  const room = await furnishUnits(makeDb, guards);
  const { divisions, units, work } = room.services;
  await work.run(() => divisions.load(system, [
    { code: '330300', name: '温州市', kind: 'city', parentCode: null }, { code: '330302', name: '鹿城区', kind: 'county', parentCode: '330300' },
    { code: '330303', name: '龙湾区', kind: 'county', parentCode: '330300' }, { code: '330302006', name: '五马街道', kind: 'subdistrict', parentCode: '330302' },
    { code: '330302023', name: '七都街道', kind: 'subdistrict', parentCode: '330302' },
  ]));
  const unit: City['unit'] = (name, more = {}) => units.create(office, {
    fullName: `温州${name}`, kind: 'government', divisionCode: '330300', aliases: [], parentId: null, hostsOffice: false, openedOn: null, name, ...more,
  });
  return { ...room, unit };
}

const refused = async (answer: Promise<unknown>): Promise<string> => answer.then(() => 'accepted', (error: unknown) => {
  if (error instanceof Refusal) return error.code;
  throw error;
});

eachDatabase('units', (makeDb) => {
  it('are listed in protocol order, searched by name, pinyin and initials, filtered and sorted', async () => {
    const { unit, services: { units } } = await city(makeDb);
    await unit('市科技局', { sortNo: 20 });
    await unit('市教育局', { sortNo: 10, aliases: ['温州市教委'] });
    await unit('鹿城区科协', { sortNo: 30, divisionCode: '330302', kind: 'mass_organisation' });
    await unit('五马街道科普站', { sortNo: 40, divisionCode: '330302006', kind: 'township' });
    const names = async (query: Partial<Parameters<typeof units.list>[1]>, actor: Actor = office) => (await units.list(actor, { ...page, ...query })).data.map((row) => row.name);
    expect(await names({})).toEqual(['市教育局', '市科技局', '鹿城区科协', '五马街道科普站']);
    expect(await names({ sort: 'name' })).toEqual(['鹿城区科协', '市教育局', '市科技局', '五马街道科普站']);
    expect(await names({ sort: '-sortNo', perPage: 2 })).toEqual(['五马街道科普站', '鹿城区科协']);
    for (const q of ['科技', 'kejiju', 'SKJJ', 'skjj']) expect(await names({ q })).toEqual(['市科技局']);
    expect(await names({ q: '市教委' })).toEqual(['市教育局']);
    for (const q of ['%', '_', '!', '教_局']) expect(await names({ q })).toEqual([]);
    expect(await names({ kind: 'mass_organisation' })).toEqual(['鹿城区科协']);
    expect(await names({ divisionCode: '330300' })).toEqual(['市教育局', '市科技局']);
    expect(await names({ divisionCode: '330302' })).toEqual(['鹿城区科协', '五马街道科普站']);
    expect(await units.list(office, { ...page, page: 2, perPage: 3 })).toMatchObject({ total: 4, data: [{ name: '五马街道科普站', division: { code: '330302006', name: '五马街道' } }] });
    expect(await names({}, { kind: 'public', ip: null })).toEqual([]);
  });

  it('takes as many statements for many rows as for one', async () => {
    const { unit, database, services: { units } } = await city(makeDb);
    const counted = async () => (await database.statements.during(() => units.list(office, page))).statements.length;
    await unit('市甲局', { aliases: ['甲一', '甲二'] });
    const one = await counted();
    for (const name of ['市乙局', '市丙局', '市丁局', '市戊局']) await unit(name, { aliases: [`${name}别名`] });
    expect(await counted()).toBe(one);
    // The rows and their other names; a page that is not full tells the total by itself.
    expect(one).toBe(2);
  });

  it('keep to the reach: a county finds its own prefix, a liaison the own unit and what lies below, others answer 404', async () => {
    const { unit, services: { units } } = await city(makeDb);
    const own = await unit('鹿城区科协', { divisionCode: '330302' });
    const township = await unit('五马街道科普站', { divisionCode: '330302006' });
    const foreign = await unit('龙湾区科协', { divisionCode: '330303' });
    const member = await unit('市教育局');
    const below = await unit('市教育局宣传科', { parentId: member.id });
    const county = personWith('county', 'division', '330302');
    expect((await units.list(county, page)).data.map((row) => row.id).sort()).toEqual([own.id, township.id].sort());
    expect((await units.list(county, { ...page, ids: [foreign.id, own.id] })).data.map((row) => row.id)).toEqual([own.id]);
    expect((await units.list(county, { ...page, q: 'lwqkx' })).total).toBe(0);
    expect(await refused(units.get(county, foreign.id))).toBe('resource.not_found');
    expect(await refused(units.historyOf(county, foreign.id))).toBe('resource.not_found');
    const liaison = personWith('liaison', 'unit', member.id, `/${member.id}/`);
    expect((await units.list(liaison, page)).data.map((row) => row.id).sort()).toEqual([member.id, below.id].sort());
    // Reading is no writing, and a right of one county reaches no other, not even through a reference.
    expect(await refused(units.update(county, own.id, { version: 1, sortNo: 5 }))).toBe('resource.not_found');
    const clerk = personWith('editor', 'division', '330302');
    expect(reachOf(clerk, 'unit:write')).toEqual({ divisions: ['330302'], unitPaths: [] });
    for (const attempt of [
      units.update(clerk, foreign.id, { version: 1, sortNo: 5 }), units.close(clerk, foreign.id, { version: 1, on: TODAY }),
      units.rename(clerk, foreign.id, { version: 1, name: '甲', fullName: '甲', on: TODAY }),
    ]) expect(await refused(attempt)).toBe('resource.not_found');
    expect(await refused(units.update(clerk, own.id, { version: 1, divisionCode: '330303' }))).toBe('reference.not_found');
    expect(await refused(units.update(clerk, own.id, { version: 1, parentId: member.id }))).toBe('reference.not_found');
    expect((await units.update(clerk, own.id, { version: 1, sortNo: 5 })).sortNo).toBe(5);
    expect(await refused(units.get(withPermission(personWith('liaison', 'unit', newId(), null), 'unit:read'), own.id))).toBe('resource.not_found');
  });

  it('refuse a stale version, and of two changes at once one', async () => {
    const { unit, services: { units } } = await city(makeDb);
    const one = await unit('市教育局');
    expect((await units.update(office, one.id, { version: 1, sortNo: 77 })).version).toBe(2);
    expect(await refused(units.update(office, one.id, { version: 1, sortNo: 78 }))).toBe('version.stale');
    expect(await refused(units.close(office, one.id, { version: 1, on: TODAY }))).toBe('version.stale');
    const answers = await Promise.all([5, 6, 7].map((sortNo) => refused(units.update(office, one.id, { version: 2, sortNo }))));
    expect(answers.sort()).toEqual(['accepted', 'version.stale', 'version.stale']);
  });

  it('bear a name once among the open ones of a division, also under 20 at once', async () => {
    const { unit, services: { units } } = await city(makeDb);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => refused(unit('市科协', { fullName: `温州市科协${n}` }))));
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['accepted', 'unit.name_taken']));
    expect((await units.list(office, page)).total).toBe(1);
    await unit('市教育局', { aliases: ['市教委'] });
    expect(await refused(unit('市教委'))).toBe('unit.name_taken');
    expect(await refused(unit('市文广局', { aliases: ['市教育局'] }))).toBe('unit.name_taken');
    expect(await refused(unit('教育', { fullName: '温州市教育局' }))).toBe('unit.name_taken');
    // Another county may have one of the same name; an ended unit gives its name free.
    const other = await unit('市教育局', { divisionCode: '330303' });
    expect(await refused(units.update(office, other.id, { version: 1, divisionCode: '330300' }))).toBe('unit.name_taken');
    await units.close(office, other.id, { version: 1, on: TODAY });
    expect(await refused(unit('市教育局', { divisionCode: '330303' }))).toBe('accepted');
  });

  it('keep their old names when renamed: findable, shown with the last day, read in old papers', async () => {
    const { unit, directory, services: { units } } = await city(makeDb);
    const before = await unit('市文广新局', { fullName: '温州市文化广电新闻出版局', aliases: ['市文广局'] });
    const after = await units.rename(office, before.id, { version: 1, name: '市文广旅局', fullName: '温州市文化广电旅游局', on: '2026-01-10' });
    expect(after).toMatchObject({ name: '市文广旅局', aliases: ['市文广局'], version: 2 });
    expect(after.formerNames).toEqual([{ name: '市文广新局', until: '2026-01-09' }, { name: '温州市文化广电新闻出版局', until: '2026-01-09' }]);
    for (const q of ['文广新', 'swgxj', '新闻出版', 'wglj']) expect((await units.list(office, { ...page, q })).data.map((row) => row.id)).toEqual([before.id]);
    expect(await directory.namesForReading('330300')).toEqual([{ id: before.id, names: ['市文广旅局', '温州市文化广电旅游局', '市文广局', '市文广新局', '温州市文化广电新闻出版局'] }]);
    // The name is free now, and means whoever bears it.
    const heir = await unit('市文广新局', { fullName: '另一个单位' });
    const reading = await directory.namesForReading('330300');
    expect(reading.find((entry) => entry.id === heir.id)?.names).toContain('市文广新局');
    expect(reading.find((entry) => entry.id === before.id)?.names).not.toContain('市文广新局');
    expect(await refused(units.rename(office, before.id, { version: 2, name: '市文广新局', fullName: '温州市文化广电旅游局', on: TODAY }))).toBe('unit.name_taken');
    expect(await refused(units.rename(office, before.id, { version: 2, name: '市文旅局', fullName: '温州市文旅局', on: '2026-03-03' }))).toBe('input.invalid');
    expect(await refused(units.rename(office, before.id, { version: 1, name: '市文旅局', fullName: '温州市文旅局', on: TODAY }))).toBe('version.stale');
    const history = await units.historyOf(office, before.id);
    expect(history.data.map((entry) => entry.action)).toEqual(['unit.renamed', 'unit.created']);
    expect(history.data[0]).toMatchObject({ before: { name: '市文广新局' }, after: { name: '市文广旅局', on: '2026-01-10' } });
  });

  it('close with a day: gone from lists of the open, still there by id', async () => {
    const { unit, clock, directory, services: { units } } = await city(makeDb);
    const now = await unit('市甲局');
    const later = await unit('市乙局');
    await units.close(office, now.id, { version: 1, on: TODAY });
    await units.close(office, later.id, { version: 1, on: '2026-03-10' });
    const open = async () => (await units.list(office, { ...page, open: true })).data.map((row) => row.name);
    expect(await open()).toEqual(['市乙局']);
    expect((await units.list(office, { ...page, open: false })).data.map((row) => row.name)).toEqual(['市甲局']);
    expect((await directory.unitsByIds([now.id])).get(now.id)?.name).toBe('市甲局');
    expect(await refused(units.close(office, now.id, { version: 2, on: TODAY }))).toBe('unit.closed');
    expect(await refused(units.rename(office, now.id, { version: 2, name: '甲', fullName: '甲', on: TODAY }))).toBe('unit.closed');
    clock.advance(9 * 86_400_000);
    expect(await open()).toEqual([]);
    expect(await directory.namesForReading('330300')).toEqual([]);
  });

  it('move in the tree with all below them, never under themselves', async () => {
    const { unit, database, services: { units } } = await city(makeDb);
    const a = await unit('甲局');
    const b = await unit('乙科', { parentId: a.id });
    const c = await unit('丙组', { parentId: b.id });
    const d = await unit('丁局');
    await units.update(office, b.id, { version: 1, parentId: d.id });
    const paths = new Map((await database.reader.query<{ id: string; path: string }[]>('SELECT id, path FROM units')).map((row) => [row.id, row.path]));
    expect(paths.get(c.id)).toBe(`/${d.id}/${b.id}/${c.id}/`);
    expect((await units.list(office, { ...page, parentId: d.id })).data.map((row) => row.parent)).toEqual([{ id: d.id, name: '丁局' }]);
    expect(await refused(units.update(office, d.id, { version: 1, parentId: c.id }))).toBe('unit.circular');
    expect(await refused(units.update(office, d.id, { version: 1, parentId: d.id }))).toBe('unit.circular');
    // Two moves that would close a circle together: one of them loses.
    const answers = await Promise.all([refused(units.update(office, a.id, { version: 1, parentId: d.id })), refused(units.update(office, d.id, { version: 1, parentId: a.id }))]);
    expect(answers.sort()).toEqual(['accepted', 'unit.circular']);
    let parent: Unit | null = null;
    for (let level = 1; level <= 10; level++) parent = await unit(`层${level}`, { parentId: parent?.id ?? null });
    expect(await refused(unit('太深', { parentId: parent?.id ?? null }))).toBe('input.invalid');
    const top = (await units.list(office, { ...page, q: '层1' })).data.find((row) => row.name === '层1');
    expect(await refused(units.update(office, top?.id ?? '', { version: 1, parentId: a.id }))).toBe('input.invalid');
  });

  it('end in a successor: children, names, rights, history and what is registered move; all or nothing', async () => {
    const room = await city(makeDb);
    const { unit, succession, directory, grantRows, accounts, clock, services: { units, work } } = room;
    const heir = await unit('市农业农村局', { fullName: '温州市农业农村局' });
    const ended = await unit('市农业局', { fullName: '温州市农业局', aliases: ['市农委'] });
    await units.rename(office, ended.id, { version: 1, name: '市农牧局', fullName: '温州市农牧局', on: '2025-01-01' });
    const child = await unit('市农技站', { parentId: ended.id, kind: 'institution' });
    const grandchild = await unit('市农技站一组', { parentId: child.id, kind: 'institution' });
    const give = async (scopeId: string, toDay: string | null) => {
      const accountId = newId();
      const id = newId();
      const keys = { nameKey: 'a', searchKey: 'a', emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, passwordHash: 'x', mustChangePassword: false, state: 'active' as const };
      await work.run(async () => {
        await accounts.insert({ id: accountId, name: '某人', ...keys, lastSignInAt: null, createdAt: clock.now(), version: 1 });
        await grantRows.insert({ id, accountId, role: 'liaison', scopeKind: 'unit', scopeId, post: null, fromDay: '2025-01-01', toDay, endedAt: null, createdAt: clock.now(), createdBy: null });
      });
      return id;
    };
    const grant = await give(ended.id, null);
    const moved: string[][] = [];
    succession.register('tasks', (from, to) => { moved.push([from, to]); return Promise.resolve(); });
    expect(() => succession.register('tasks', () => Promise.resolve())).toThrow('registered already');

    const merge = (id: string, version: number, successorId: string, actor: Actor = office) => refused(succession.merge(actor, id, { version, successorId, on: TODAY }));
    expect(await merge(ended.id, 2, child.id)).toBe('unit.circular');
    expect(await merge(ended.id, 2, ended.id)).toBe('unit.circular');
    expect(await merge(ended.id, 2, newId())).toBe('reference.not_found');
    expect(await merge(ended.id, 1, heir.id)).toBe('version.stale');
    expect(await merge(ended.id, 2, heir.id, personWith('county', 'division', '330302'))).toBe('resource.not_found');
    expect(moved).toEqual([]);

    const after = await succession.merge(office, ended.id, { version: 2, successorId: heir.id, on: TODAY });
    expect(after).toMatchObject({ closedOn: TODAY, successor: { id: heir.id, name: '市农业农村局' }, name: '市农牧局' });
    expect(moved).toEqual([[ended.id, heir.id]]);
    const successor = await units.get(office, heir.id);
    expect(successor.formerNames.map((former) => former.name).sort()).toEqual(['市农业局', '市农委', '市农牧局', '温州市农业局', '温州市农牧局'].sort());
    expect((await directory.namesForReading('330300')).find((entry) => entry.names.includes('市农委'))?.id).toBe(heir.id);
    expect((await units.list(office, { ...page, q: '农牧', open: true })).data.map((row) => row.id)).toEqual([heir.id]);
    expect((await units.get(office, child.id)).parent?.id).toBe(heir.id);
    expect((await directory.unitsByIds([grandchild.id])).get(grandchild.id)?.path).toBe(`/${heir.id}/${child.id}/${grandchild.id}/`);
    expect((await grantRows.find(grant))).toMatchObject({ scopeId: heir.id, endedAt: null });
    expect((await units.historyOf(office, heir.id)).data.map((entry) => entry.action)).toEqual(expect.arrayContaining(['unit.merged', 'unit.renamed', 'unit.created']));
    expect((await units.historyOf(office, heir.id)).total).toBe(5);
    expect(await merge(ended.id, 3, heir.id)).toBe('unit.closed');
    expect(await merge(heir.id, 2, ended.id)).toBe('reference.not_found');

    // A handler that fails takes everything back.
    succession.register('broken', () => Promise.reject(new Refusal('server.busy')));
    const third = await unit('市林业局');
    const kept = await give(third.id, null);
    expect(await merge(third.id, 1, heir.id)).toBe('server.busy');
    expect(await units.get(office, third.id)).toMatchObject({ closedOn: null, version: 1 });
    expect((await grantRows.find(kept))?.scopeId).toBe(third.id);
  });

  it('a right that the person holds at the successor as long ends; a shorter one there does not cost it', async () => {
    const { unit, succession, grantRows, accounts, clock, services: { work } } = await city(makeDb);
    const [heir, ended] = [await unit('市甲局'), await unit('市乙局')];
    const accountId = newId();
    const grant = (scopeId: string, role: 'liaison' | 'reader', toDay: string | null) => ({
      id: newId(), accountId, role, scopeKind: 'unit' as const, scopeId, post: null, fromDay: '2025-01-01', toDay, endedAt: null, createdAt: clock.now(), createdBy: null,
    });
    const rows = [grant(heir.id, 'liaison', null), grant(ended.id, 'liaison', null), grant(heir.id, 'reader', '2025-06-30'), grant(ended.id, 'reader', null)] as const;
    await work.run(async () => {
      await accounts.insert({
        id: accountId, name: '某人', nameKey: 'a', searchKey: 'a', emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, passwordHash: 'x', mustChangePassword: false,
        state: 'active', lastSignInAt: null, createdAt: clock.now(), version: 1,
      });
      for (const row of rows) await grantRows.insert(row);
    });
    await succession.merge(office, ended.id, { version: 1, successorId: heir.id, on: TODAY });
    expect((await grantRows.find(rows[1].id))?.endedAt).not.toBeNull();
    expect(await grantRows.find(rows[3].id)).toMatchObject({ scopeId: heir.id, endedAt: null });
  });
});

// SQLite runs one unit of work after the other, so that the race exists on a server only.
onMariadb('units without their guard (control)', (makeDb) => {
  it('take one name twice', async () => {
    // Three meet where the turn would be taken, so that the race does not wait for the pool to open its connections.
    let arrived = 0;
    let go: () => void = () => undefined;
    const together = new Promise<void>((resolve) => { go = resolve; });
    const { unit } = await city(makeDb, { take: () => { if (++arrived === 3) go(); return together; } });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => refused(unit('市科协', { fullName: `温州市科协${n}` }))));
    expect(answers.filter((answer) => answer === 'accepted').length).toBeGreaterThan(1);
  });
});

eachDatabase('divisions', (makeDb) => {
  it('are added where their code says, once', async () => {
    const { services: { divisions } } = await city(makeDb);
    const flags = { urbanCore: false, island: false, mountain: true, openedOn: null };
    const add = (code: string, parentCode: string, kind: 'town' | 'county' | 'city' = 'town') => refused(divisions.create(office, { code, name: `镇${code}`, kind, parentCode, ...flags }));
    expect(await add('330303101', '330303')).toBe('accepted');
    expect(await add('330303101', '330303')).toBe('division.code_taken');
    expect(await add('330302101', '330303')).toBe('input.invalid');
    expect(await add('330304', '330302')).toBe('input.invalid');
    expect(await add('330304101', '330304')).toBe('reference.not_found');
    expect(await add('330400', '330300', 'city')).toBe('input.invalid');
    expect(await add('330304', '330300', 'county')).toBe('accepted');
    expect(await divisions.get(office, '330303')).toMatchObject({ townships: 1, version: 1 });
    expect((await divisions.list(office, { ...page, q: 'lwq' })).data.map((row) => row.code)).toEqual(['330303']);
    expect((await divisions.list(office, { ...page, parentCode: '330302', sort: 'name' })).data.map((row) => row.name)).toEqual(['七都街道', '五马街道']);
    expect((await divisions.list(office, { ...page, ids: ['330303', '330302'] })).data.map((row) => row.code)).toEqual(['330302', '330303']);
    expect(await refused(divisions.update(personWith('county', 'division', '330302'), '330303', { version: 1, island: true }))).toBe('resource.not_found');
    expect((await divisions.update(office, '330303', { version: 1, island: true })).island).toBe(true);
    expect(await refused(divisions.update(office, '330303', { version: 1, island: true }))).toBe('version.stale');
  });

  it('end in another one of their kind: units and rights move', async () => {
    const { unit, grantRows, accounts, clock, directory, services: { divisions, units, work } } = await city(makeDb);
    const one = await unit('科普站', { divisionCode: '330302006' });
    const twin = await unit('科普站', { divisionCode: '330302023' });
    const merge = (code: string, successorCode: string) => refused(divisions.merge(office, code, { successorCode, on: TODAY }));
    expect(await merge('330302006', '330302006')).toBe('division.circular');
    expect(await merge('330302', '330302006')).toBe('division.circular');
    expect(await merge('330302', '330303')).toBe('division.not_empty');
    expect(await merge('330302006', '330303')).toBe('reference.not_found');
    expect(await merge('330302006', '330302023')).toBe('unit.name_taken');
    await units.close(office, twin.id, { version: 1, on: TODAY });
    const [accountId, grantId] = [newId(), newId()];
    await work.run(async () => {
      await accounts.insert({
        id: accountId, name: '某人', nameKey: 'a', searchKey: 'a', emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, passwordHash: 'x', mustChangePassword: false,
        state: 'active', lastSignInAt: null, createdAt: clock.now(), version: 1,
      });
      await grantRows.insert({ id: grantId, accountId, role: 'county', scopeKind: 'division', scopeId: '330302006', post: null, fromDay: TODAY, toDay: null, endedAt: null, createdAt: clock.now(), createdBy: null });
    });
    expect(await merge('330302006', '330302023')).toBe('accepted');
    expect((await units.get(office, one.id)).division).toEqual({ code: '330302023', name: '七都街道' });
    expect((await grantRows.find(grantId))?.scopeId).toBe('330302023');
    expect(await divisions.get(office, '330302006')).toMatchObject({ closedOn: TODAY, successor: { code: '330302023', name: '七都街道' } });
    expect((await divisions.get(office, '330302')).townships).toBe(1);
    expect(await merge('330302006', '330302023')).toBe('division.closed');
    expect([await directory.exists('division', '330302006'), await directory.exists('division', '330302023'), await directory.exists('division', '330300')]).toEqual([false, true, false]);
    expect([await directory.exists('unit', one.id), await directory.exists('unit', twin.id), await directory.exists('city', '')]).toEqual([true, false, true]);
    expect(await directory.cityDivision()).toEqual({ code: '330300', name: '温州市' });
  });

  it('keep one estimate for there and back, between two counties only', async () => {
    const { services: { divisions } } = await city(makeDb);
    await divisions.updateTravel(office, { from: '330303', to: '330302', minutes: 40 });
    await divisions.updateTravel(office, { from: '330302', to: '330303', minutes: 45 });
    expect(await divisions.travel(office)).toEqual({ data: [{ from: '330302', to: '330303', minutes: 45 }], total: 1 });
    for (const to of ['330302', '330302006', '330300', '999999']) expect(await refused(divisions.updateTravel(office, { from: '330302', to, minutes: 1 }))).toBe('reference.not_found');
  });
});

eachDatabase('tables of units', (makeDb) => {
  it('are as the migrations made them', async () => {
    const { opened } = await furnishUnits(makeDb);
    expect(await schemaDrift(opened.writer)).toEqual([]);
  });
});

import { eachDatabase } from '../../../test-support/databases.js';
import { furnishUnits, office, personWith, TODAY } from '../../../test-support/units.js';
import { newId } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';

const page = { page: 1, perPage: 50 };
const county = personWith('county', 'division', '330302');
const editorOfCounty = personWith('editor', 'division', '330302');
const refused = async (answer: Promise<unknown>): Promise<string> => answer.then(() => 'accepted', (error: unknown) => {
  if (error instanceof Refusal) return error.code;
  throw error;
});

eachDatabase('terms', (makeDb) => {
  it('topics have two levels, audiences one; names are unique of a kind; merging makes an alias', async () => {
    const { services: { terms } } = await furnishUnits(makeDb);
    const add = (name: string, parentId: string | null = null, kind: 'topic' | 'audience' = 'topic') => terms.create(office, { kind, name, aliases: [], parentId });
    const health = await add('健康');
    const farming = await add('农业');
    const crops = await add('种植技术', farming.id);
    expect([health.sortNo, farming.sortNo, crops.sortNo]).toEqual([10, 20, 10]);
    expect(await refused(add('水稻', crops.id))).toBe('reference.not_found');
    expect(await refused(add('老人', null, 'audience'))).toBe('accepted');
    expect(await refused(add('农民', farming.id, 'audience'))).toBe('reference.not_found');
    expect(await refused(terms.update(office, farming.id, { version: 1, parentId: health.id }))).toBe('reference.not_found');
    expect(await refused(add('健康'))).toBe('term.name_taken');
    expect(await refused(add('健康', null, 'audience'))).toBe('accepted');
    const twenty = await Promise.all(Array.from({ length: 20 }, () => refused(add('天文'))));
    expect(twenty.filter((answer) => answer === 'accepted')).toHaveLength(1);
    expect((await terms.list(county, { ...page, kind: 'topic', q: 'zzjs' })).data.map((row) => row.name)).toEqual(['种植技术']);
    expect((await terms.list(county, { ...page, kind: 'topic' })).data.map((row) => row.name)).toEqual(['健康', '农业', '种植技术', '天文']);
    expect((await terms.list(county, { ...page, kind: 'topic', sort: '-name', parentId: farming.id })).data.map((row) => row.name)).toEqual(['种植技术']);

    expect(await refused(terms.merge(office, farming.id, { version: 1, successorId: crops.id, on: TODAY }))).toBe('reference.not_found');
    expect(await refused(terms.merge(office, farming.id, { version: 9, successorId: health.id, on: TODAY }))).toBe('version.stale');
    await terms.merge(office, farming.id, { version: 1, successorId: health.id, on: TODAY });
    expect(await terms.get(office, health.id)).toMatchObject({ aliases: ['农业'], version: 2 });
    expect((await terms.get(office, crops.id)).parent).toEqual({ id: health.id, name: '健康' });
    expect((await terms.get(office, farming.id)).successor).toEqual({ id: health.id, name: '健康' });
    expect((await terms.list(office, { ...page, q: '农业', open: true })).data.map((row) => row.id)).toEqual([health.id]);
    expect(await refused(terms.close(office, farming.id, { version: 2, on: TODAY }))).toBe('term.closed');
    expect(await refused(terms.update(office, health.id, { version: 1, name: '健康与医学' }))).toBe('version.stale');
    expect((await terms.update(office, health.id, { version: 2, name: '健康与医学' })).aliases).toEqual(['农业']);
  });

  it('are changed with a right over the whole city only', async () => {
    const { services: { terms, programmes, themeDays, workdays } } = await furnishUnits(makeDb);
    const term = await terms.create(office, { kind: 'topic', name: '健康', aliases: [], parentId: null });
    for (const actor of [county, editorOfCounty, { kind: 'public', ip: null } as const]) {
      expect(await refused(terms.update(actor, term.id, { version: 1, name: '甲' }))).toBe('resource.not_found');
      expect(await refused(terms.create(actor, { kind: 'topic', name: '甲', aliases: [], parentId: null }))).toBe('resource.not_found');
      expect(await refused(programmes.createSet(actor, { name: '甲', fromYear: 2030, toYear: null }))).toBe('resource.not_found');
      expect(await refused(themeDays.create(actor, { name: '甲', aliases: [], rule: { kind: 'month', month: 9 }, note: null }))).toBe('resource.not_found');
      expect(await refused(workdays.create(actor, { date: '2026-05-01', kind: 'holiday', name: '劳动节' }))).toBe('resource.not_found');
    }
    expect((await terms.list({ kind: 'public', ip: null }, page)).total).toBe(0);
  });
});

eachDatabase('programmes', (makeDb) => {
  it('answer to one name within their set, keep old names as aliases, and are read by the year of the paper', async () => {
    const { database, programmeDirectory, services: { programmes } } = await furnishUnits(makeDb);
    const old = await programmes.createSet(office, { name: '十三五', fromYear: 2016, toYear: 2020 });
    const add = (name: string, aliases: string[] = [], setId = old.id) => programmes.create(office, { setId, name, shortName: name.slice(0, 4), kind: 'action', aliases });
    const minors = await add('未成年人科学素质行动', ['未成年人行动']);
    const farmers = await add('农民科学素质行动');
    expect(await refused(add('未成年人行动'))).toBe('programme.name_taken');
    expect(await refused(add('甲', ['农民科学素质行动']))).toBe('programme.name_taken');
    expect(await refused(add('甲', [], newId()))).toBe('reference.not_found');
    expect(await refused(programmes.createSet(office, { name: '十三五', fromYear: 2016, toYear: null }))).toBe('programme.name_taken');
    expect(await refused(programmes.createSet(office, { name: '倒', fromYear: 2020, toYear: 2019 }))).toBe('input.invalid');

    const renamed = await programmes.update(office, minors.id, { version: 1, name: '青少年科学素质行动' });
    expect(renamed).toMatchObject({ name: '青少年科学素质行动', aliases: ['未成年人行动', '未成年人科学素质行动'], version: 2 });
    const present = await programmes.createSet(office, { name: '新纲要', fromYear: 2021, toYear: 2035, copyFromId: old.id });
    expect(present.programmes).toBe(2);
    expect((await programmes.listSets(county)).data.map((set) => [set.name, set.programmes])).toEqual([['新纲要', 2], ['十三五', 2]]);

    await programmes.merge(office, farmers.id, { version: 1, successorId: minors.id, on: TODAY });
    const reading = await programmeDirectory.namesForReading(2020);
    expect(reading.map((entry) => [entry.setId, entry.ofYear])).toEqual([[old.id, true], [present.id, false], [present.id, false]]);
    expect(reading[0]).toMatchObject({ id: minors.id, names: ['青少年科学素质行动', '未成年人行动', '未成年人科学素质行动', '农民科学素质行动'] });
    expect((await programmeDirectory.namesForReading(2026))[0]).toMatchObject({ setId: present.id, ofYear: true });
    expect((await programmeDirectory.namesForReading(null)).every((entry) => !entry.ofYear)).toBe(true);
    expect((await programmeDirectory.programmesByIds([farmers.id])).get(farmers.id)).toMatchObject({ name: '农民科学素质行动', successorId: minors.id });

    const [copy] = (await programmes.list(office, { ...page, setId: present.id })).data;
    expect(await refused(programmes.merge(office, copy?.id ?? '', { version: 1, successorId: minors.id, on: TODAY }))).toBe('reference.not_found');
    await programmeDirectory.remember(office, minors.id, '青少年行动');
    await programmeDirectory.remember(office, minors.id, '青少年行动');
    expect((await programmes.get(office, minors.id)).aliases.filter((alias) => alias === '青少年行动')).toHaveLength(1);
    expect((await programmes.list(county, { ...page, q: 'qsnxd' })).data.map((row) => row.id)).toEqual([minors.id]);
    const counted = await database.statements.during(() => programmes.list(office, page));
    expect(counted.statements).toHaveLength(2);
  });
});

eachDatabase('theme days', (makeDb) => {
  it('say when they come next as of today, in the order of those dates', async () => {
    const { clock, services: { themeDays } } = await furnishUnits(makeDb);
    const add = (name: string, rule: Parameters<typeof themeDays.create>[1]['rule']) => themeDays.create(office, { name, aliases: [], rule, note: null });
    await add('世界湿地日', { kind: 'fixed', month: 2, day: 2 });
    const day = await add('全国科普日', { kind: 'weekday', month: 9, nth: 3, weekday: 6 });
    await add('全国科普月', { kind: 'month', month: 3 });
    const week = await add('全国科技活动周', { kind: 'announced', dates: [{ from: '2025-05-24', to: '2025-05-31' }] });
    const next = async (sort?: 'next' | '-next' | 'name') => (await themeDays.list(county, { ...page, ...(sort ? { sort } : {}) })).data.map((row) => [row.name, row.next?.from ?? null]);
    expect(await next()).toEqual([['全国科普月', '2026-03-01'], ['全国科普日', '2026-09-19'], ['世界湿地日', '2027-02-02'], ['全国科技活动周', null]]);
    expect((await next('-next')).at(-1)).toEqual(['全国科技活动周', null]);
    expect((await next('name'))[0]?.[0]).toBe('全国科技活动周');
    expect(await refused(add('全国科普日', { kind: 'month', month: 1 }))).toBe('term.name_taken');
    expect(await refused(add('不存在', { kind: 'fixed', month: 2, day: 30 }))).toBe('input.invalid');
    expect(await refused(add('倒', { kind: 'announced', dates: [{ from: '2026-05-24', to: '2026-05-20' }] }))).toBe('input.invalid');
    expect(await themeDays.update(office, week.id, { version: 1, rule: { kind: 'announced', dates: [{ from: '2026-05-23', to: '2026-05-30' }] } })).toMatchObject({ next: { from: '2026-05-23', to: '2026-05-30' } });
    expect(await refused(themeDays.update(office, week.id, { version: 1, name: '甲' }))).toBe('version.stale');
    await themeDays.close(office, day.id, { version: 1, on: TODAY });
    expect((await themeDays.list(office, { ...page, open: true })).total).toBe(3);
    clock.advance(80 * 86_400_000);
    expect((await themeDays.get(office, week.id)).next?.from).toBe('2026-05-23');
  });
});

eachDatabase('workdays', (makeDb) => {
  it('hold each date once, say which years are known, and make the calendar', async () => {
    const { directory, services: { workdays } } = await furnishUnits(makeDb);
    const add = (date: string, kind: 'holiday' | 'workday' = 'holiday') => workdays.create(office, { date, kind, name: '元旦' });
    await add('2026-01-01');
    const answers = await Promise.all(Array.from({ length: 5 }, () => refused(add('2026-10-01'))));
    expect(answers.sort()).toEqual(['accepted', 'workday.exists', 'workday.exists', 'workday.exists', 'workday.exists']);
    const later = await add('2027-01-01');
    expect(await workdays.list(county, { ...page, year: 2026 })).toMatchObject({ total: 2, years: [2026], data: [{ date: '2026-01-01' }, { date: '2026-10-01' }] });
    const calendar = await directory.calendar();
    expect([[...calendar.years], calendar.exceptions.size]).toEqual([[2026], 3]);
    expect(await workdays.remove(office, later.id)).toEqual({ done: true });
    expect(await refused(workdays.remove(office, later.id))).toBe('resource.not_found');
    expect((await workdays.list(office, { ...page, sort: '-date' })).data.map((row) => row.date)).toEqual(['2026-10-01', '2026-01-01']);
  });
});

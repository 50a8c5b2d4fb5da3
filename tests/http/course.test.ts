import type { Client } from '@kepu/api-client';
import { changeKinds, SAVED_FILTERS_PER_LIST, type Item, type Plan } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, unitIds, until } from './papers.js';

const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];

eachDatabase('the course of a year', (database) => {
  let server: TestServer;
  let [office, youth, women, leader, county, reader]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  let today: string;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const days = (client: Client | undefined, query: Parameters<Client['getTimeline']>[0]['query'] = {}) => of(client).getTimeline({ params: { id: plan.id }, query: { perPage: 200, ...query } });
  const changes = (client: Client | undefined, query: Partial<Parameters<Client['listPlanChanges']>[0]['query']> = {}) => of(client).listPlanChanges({ params: { id: plan.id }, query: { since: today, perPage: 200, ...query } });
  const told = async (client: Client | undefined, query: Partial<Parameters<Client['listPlanChanges']>[0]['query']> = {}) => (await changes(client, query)).data.map(({ kind, outcome, unit, item }) => [kind, outcome, unit?.name ?? null, item?.seq ?? null]);
  const part = (seq: number, unit: string) => of(of(items[seq - 1]).assignments.find((one) => one.unit.name === unit)).id;

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, youth, women, leader, county, reader] = await Promise.all(['office', 'liaison', 'liaison-women', 'leader', 'county', 'reader'].map((name) => server.client(name)));
    today = (await of(office).getSession()).today;
    units = await unitIds(of(office));
    plan = await commit(of(office), textPaper(2013, [['团市委', farmers, '全年培训青年农民 200 人次，办好田间学校。'], ['市妇联', homes, '组织巾帼科普进社区活动。'], ['团市委、市妇联', homes, '依托社区办好青年家庭科学课。']]), '2013.txt');
    items = await allItems(of(office), plan.id);
    await of(office).createMeasure({ params: { id: of(items[1]).id }, body: { kind: 'milestone', name: '活动方案印发', sources: ['documents'], unitOfMeasure: '份', dueOn: '2013-05-10' } });
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2013〕9号', issuedOn: '2013-03-02' } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    items = await allItems(of(office), plan.id);
    await of(office).createReportPeriod({ params: { id: plan.id }, body: { kind: 'quarter', from: '2013-01-01', to: '2013-03-31', opensOn: '2013-03-25', dueOn: '2013-04-10' } });
  });

  it('has days: theme days, items, measures, reports and the last day to sign, as far as the reader has a part in them', async () => {
    const all = await days(office);
    expect(all).toMatchObject({ today, from: '2013-01-01', to: '2013-12-31', undated: 3 });
    expect(all.data.map(({ day }) => day)).toEqual([...all.data.map(({ day }) => day)].sort());
    expect(all.data.find(({ kind }) => kind === 'measure')).toMatchObject({ day: '2013-05-10', title: '活动方案印发', state: 'late', item: { seq: 2 } });
    expect(all.data.filter(({ kind }) => kind === 'theme_day').map(({ title, state }) => `${title} ${state}`)).toContain('世界气象日 over');
    expect(all.data.filter(({ kind }) => kind === 'report').length).toBeGreaterThan(0);
    expect(all.months.map(({ month }) => month)).toEqual(Array.from({ length: 12 }, (_, at) => `2013-${String(at + 1).padStart(2, '0')}`));
    expect(all.months[4]).toMatchObject({ month: '2013-05', late: 1 });
    expect(all.months.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    // The youth league has no part in the second item, and nobody's days of another unit.
    expect((await days(youth)).data.some(({ title }) => title === '活动方案印发')).toBe(false);
    expect((await days(women, { kind: 'measure' })).data.map(({ title }) => title)).toEqual(['活动方案印发']);
  });

  it('tells the day in force after a change, by part, and whether it is done to those who may know', async () => {
    await of(office).enterOralAdjustment({ params: { id: plan.id }, body: { assignmentIds: [part(3, '团市委'), part(3, '市妇联')], saidBy: '张主任', saidOn: today, text: '按会议要求提前', day: '2013-06-20' } });
    await of(office).enterOralAdjustment({ params: { id: plan.id }, body: { assignmentIds: [part(3, '市妇联')], saidBy: '张主任', saidOn: today, text: '顺延', day: '2013-07-08' } });
    const of3 = (await days(office, { kind: 'item' })).data;
    expect(of3.map(({ day, unit, units: count, state, item }) => [day, unit?.name, count, state, item?.seq])).toEqual([['2013-06-20', '团市委', 1, 'late', 3], ['2013-07-08', '市妇联', 1, 'late', 3]]);
    expect((await days(office)).undated).toBe(2);
    expect((await days(youth, { kind: 'item' })).data.map(({ day, state }) => [day, state])).toEqual([['2013-06-20', 'late'], ['2013-07-08', 'over']]);
    expect(await days(office, { unitId: of(units.get('市妇联')), kind: 'item' })).toMatchObject({ total: 1 });
    expect(await days(office, { programmeId: of(items[0]).programme.id, kind: 'item' })).toMatchObject({ total: 0 });
    expect(await days(office, { from: '2013-07-01', to: '2013-07-31', kind: 'item' })).toMatchObject({ total: 1, data: [{ day: '2013-07-08' }] });
    expect((await days(office, { state: 'late', sort: '-day' })).data.map(({ day }) => day)).toEqual(expect.arrayContaining(['2013-07-08', '2013-06-20', '2013-05-10']));
  });

  it('says what changed since a day, each kind to those who may read it', async () => {
    const before = await changes(office);
    expect(before.counts).toMatchObject({ adjustment: 3, signed: 0, number: 0 });
    const mine = (await of(youth).listAssignments({ query: { planId: plan.id } })).data.map(({ id }) => id);
    await of(youth).signAssignments({ body: { ids: mine } });
    const file = await of(youth).createFile({ file: new Blob([Buffer.from('签到')]), fileName: '签到表.txt' });
    const entry = await of(youth).createWorkEntry({ body: { unitId: of(units.get('团市委')), kind: 'training', title: '田间学校第一期', quantity: 60, unitOfMeasure: '人次', fromDay: '2013-04-05', toDay: '2013-04-06', serves: [{ itemId: of(items[0]).id }], details: { days: 2 }, place: '文化礼堂', fileIds: [file.id] } });
    const handed = await of(youth).submitWorkEntry({ params: { id: entry.id }, body: { version: entry.version } });
    await of(office).acceptWorkEntry({ params: { id: entry.id }, body: { version: handed.version } });
    expect(await told(office, { kind: 'signed' })).toEqual([['signed', 'signed', '团市委', 1], ['signed', 'signed', '团市委', 3]]);
    expect(await told(office, { kind: 'work_entry' })).toEqual([['work_entry', 'accepted', '团市委', null]]);
    const numbers = await changes(office, { kind: 'number' });
    expect(numbers.data).toMatchObject([{ outcome: 'more', metric: 'trained', quantity: 60, records: 1, item: { seq: 1 }, unit: { name: '团市委' } }]);
    const all = await changes(office);
    expect(all.total).toBe(changeKinds.reduce((sum, kind) => sum + all.counts[kind], 0));
    // Nothing of one unit's is told to another, nor to a county what the city's units do.
    expect((await told(women)).every(([, , unit]) => unit === '市妇联' || unit === null)).toBe(true);
    expect((await changes(county)).counts).toMatchObject({ signed: 0, work_entry: 0, adjustment: 0, light: 0 });
    expect((await changes(leader)).counts).toMatchObject({ signed: 2, work_entry: 1, adjustment: 3 });
    expect(await told(office, { unitId: of(units.get('市妇联')) })).toEqual([['adjustment', 'said', '市妇联', 3], ['adjustment', 'said', '市妇联', 3]]);
    expect((await changes(office, { since: addDays(today, 1) })).total).toBe(0);
    // What is taken back has moved nothing.
    await of(office).revokeWorkEntry({ params: { id: entry.id }, body: { version: (await of(office).getWorkEntry({ params: { id: entry.id } })).version, reason: '重复登记' } });
    expect((await changes(office)).counts).toMatchObject({ number: 0, work_entry: 0 });
  });

  it('sets the lights of several by hand, all or none, and tells what became of them net', async () => {
    const lights = async () => new Map((await of(office).listLights({ params: { id: plan.id }, query: { perPage: 200 } })).data.map((one) => [one.assignmentId, one.light]));
    const [a, b] = [part(2, '市妇联'), part(3, '市妇联')];
    const body = { light: 'green' as const, reason: '已现场核实', expiresOn: addDays(today, 20) };
    const foreign = of((await of(office).listAssignments({ query: { perPage: 1 } })).data[0]).id;
    expect(await code(of(office).setLights({ params: { id: plan.id }, body: { assignmentIds: [a, foreign], ...body } }))).toBe('reference.not_found');
    expect(await code(of(office).setLights({ params: { id: plan.id }, body: { assignmentIds: [a], ...body, expiresOn: addDays(today, 91) } }))).toBe('light.bad_expiry');
    for (const [client, refused] of [[leader, 'auth.forbidden'], [women, 'auth.forbidden'], [county, 'resource.not_found']] as const) expect(await code(of(client).setLights({ params: { id: plan.id }, body: { assignmentIds: [a], ...body } }))).toBe(refused);
    const before = await lights();
    expect(before.get(a)).not.toBe('green');
    expect(await of(office).setLights({ params: { id: plan.id }, body: { assignmentIds: [a, b, a], ...body } })).toEqual({ changed: 2 });
    expect([(await lights()).get(a), (await lights()).get(b)]).toEqual(['green', 'green']);
    const summary = await of(office).getLightSummary({ params: { id: plan.id } });
    expect(summary.cells).toHaveLength(3);
    expect(summary.cells.reduce((sum, { counts }) => sum + counts.green, 0)).toBe(summary.counts.green);
    expect((await of(women).getLightSummary({ params: { id: plan.id } })).cells.every(({ unitId }) => unitId === units.get('市妇联'))).toBe(true);
    await server.control.clock({ shiftTo: `${addDays(today, 1)}T01:00:00.000Z` });
    const seen = await until(() => changes(office, { kind: 'light' }), ({ total }) => total > 0);
    expect(seen.data.find(({ id }) => id === a)).toMatchObject({ outcome: 'better', light: { from: null, to: 'green' }, day: addDays(today, 1), item: { seq: 2 } });
    expect((await changes(women, { kind: 'light' })).data.every(({ unit }) => unit?.name === '市妇联')).toBe(true);
    expect((await changes(reader, { kind: 'light' })).total).toBe(0);
  });

  it('leaves as a sheet that holds all that was found', async () => {
    const answer = await of(office).exportPlanChanges({ params: { id: plan.id }, query: { since: today, unitId: of(units.get('市妇联')) } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const rows = of(book.worksheets[0]).getSheetValues().slice(2).map((row) => (row as unknown[]).slice(1, 5));
    expect(rows).toHaveLength((await changes(office, { unitId: of(units.get('市妇联')) })).total);
    expect(rows.map(([, kind]) => kind)).toContain('延期和调整');
  });

  it('lists are narrowed by filters that a person keeps, on every device and for nobody else', async () => {
    const save = (client: Client | undefined, name: string, filter: Record<string, string | boolean> = { state: 'pending', hasTarget: true }) => of(client).saveFilter({ body: { list: 'items', name, filter } });
    const kept = async (client: Client | undefined) => (await of(client).listSavedFilters({ query: { list: 'items' } })).data;
    const first = await save(youth, '待签收');
    expect(first).toMatchObject({ list: 'items', name: '待签收', filter: { state: 'pending', hasTarget: true } });
    const again = await save(youth, '待签收', { state: 'asked' });
    expect(await kept(youth)).toEqual([again]);
    expect([await kept(women), (await of(youth).listSavedFilters({ query: { list: 'units' } })).total]).toEqual([[], 0]);
    expect(await code(of(women).deleteSavedFilter({ params: { id: again.id } }))).toBe('resource.not_found');
    // What is typed into a search is not kept, nor is nothing.
    expect(await code(save(youth, '张三', { q: '13800000000' }))).toBe('input.invalid');
    expect(await code(save(youth, '空', {}))).toBe('input.invalid');
    const many = await Promise.allSettled(Array.from({ length: 25 }, (_, at) => save(youth, `筛选${at}`)));
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(SAVED_FILTERS_PER_LIST - 1);
    expect(await code(save(youth, '再来一个'))).toBe('saved_filter.too_many');
    await save(youth, '待签收', { state: 'signed' });
    expect(await kept(youth)).toHaveLength(SAVED_FILTERS_PER_LIST);
    for (const { id } of await kept(youth)) await of(youth).deleteSavedFilter({ params: { id } });
    expect(await kept(youth)).toEqual([]);
  });

  it('refuses what is no day, no kind and no plan in reach', async () => {
    expect(await code(days(office, { from: '2013-05-01', to: '2013-04-01' }))).toBe('input.invalid');
    expect(await code(days(office, { from: '2013-02-30' }))).toBe('input.invalid');
    expect(await code(changes(office, { kind: 'nonsense' as 'light' }))).toBe('input.invalid');
    const draft = await commit(of(office), textPaper(2014, [['团市委', farmers, '培训青年农民。']]), '2014.txt');
    for (const client of [youth, leader, county]) {
      expect(await code(of(client).getTimeline({ params: { id: draft.id }, query: {} }))).toBe('resource.not_found');
      expect(await code(of(client).listPlanChanges({ params: { id: draft.id }, query: { since: today } }))).toBe('resource.not_found');
      expect(await code(of(client).exportPlanChanges({ params: { id: draft.id }, query: { since: today } }))).toBe('resource.not_found');
    }
  });
});

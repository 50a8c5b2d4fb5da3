import { createClient, type Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { AssignmentLight, Item, Plan, ThemeDay } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { newPerson } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, unitIds, until } from './papers.js';

const [farmers, talent, homes] = ['农民科学素质行动', '科普人才队伍工程建设', '社区科普益民工程建设'];

eachDatabase('lights and chasing', (database) => {
  let server: TestServer;
  let [office, editor, youth, women, leader, county]: Client[] = [];
  let reader: Client;
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  let today: string;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const see = async (client: Client | undefined, query: Parameters<Client['listLights']>[0]['query'] = {}) => of(client).listLights({ params: { id: plan.id }, query: { perPage: 200, ...query } });
  const light = async (seq: number, client = office, unit = ''): Promise<AssignmentLight> => of((await see(client)).data.find((one) => one.item.seq === seq && (unit === '' || one.unit.name === unit)));
  const told = async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind);
  const codesOf = ({ light: colour, reasons }: AssignmentLight): string[] => [colour, ...reasons.map((reason) => reason.code)];
  const chase = (client: Client | undefined, assignmentIds: string[], words?: string) => of(client).chaseUnits({ params: { id: plan.id }, body: { assignmentIds, ...(words === undefined ? {} : { words }) } });

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, editor, youth, women, leader, county] = await Promise.all(['office', 'editor', 'liaison', 'liaison-women', 'leader', 'county'].map((name) => server.client(name)));
    reader = createClient({ baseUrl: server.url, headers: { cookie: (await newPerson(server, of(office), 'lights@demo.kepu', { role: 'reader' })).cookie } });
    today = (await of(office).getSession()).today;
    const year = Number(today.slice(0, 4)) + 1;
    // A unit that nobody speaks for.
    await of(office).createUnit({ body: { name: '灯塔馆', fullName: '温州市灯塔馆', kind: 'institution', divisionCode: '330300' } });
    units = await unitIds(of(office));
    const announced = (name: string, from: string, to: string): Promise<ThemeDay> => of(office).createThemeDay({ body: { name, aliases: [], rule: { kind: 'announced', dates: [{ from, to }] }, note: null } });
    await announced('样例科普周', `${year}-05-16`, `${year}-05-22`);
    plan = await commit(of(office), textPaper(year, [
      ['团市委', farmers, '全年培训青年农民 200 人次，办好田间学校。'], ['团市委', talent, '组织大学生志愿者开展科普宣讲活动。'], ['市妇联', homes, '组织样例科普周巾帼活动。'], ['团市委、市妇联', homes, '依托社区办好青年家庭科学课。'], ['灯塔馆', homes, '开放科技展厅，接待 3000 人次。'],
    ]), `${year}.txt`);
    expect(await see(office)).toMatchObject({ data: [], total: 0, counts: { red: 0, grey: 0 } });
    // Issued four months ago: between a seventh and a quarter of the way to the end of its year, whatever day it is.
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样灯', issuedOn: addDays(today, -120) } });
    expect(await code(of(office).updateLightRules({ params: { id: plan.id }, body: { version: 0, yellowGap: 100, redGap: 250, nearWorkdays: 10, proofWorkdays: 10, missedReport: 'red' } }))).toBe('lifecycle.not_allowed');
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    items = await allItems(of(office), plan.id);
    for (const client of [youth, women]) {
      const { data } = await of(client).listAssignments({ query: { planId: plan.id, perPage: 200 } });
      await of(client).signAssignments({ body: { ids: data.map(({ id }) => id) } });
    }
  });

  it('says of each assignment how it stands and why, the worst first', async () => {
    const { data, counts, total } = await see(office);
    expect([total, counts]).toEqual([6, { red: 0, yellow: 2, green: 0, blue: 0, grey: 4 }]);
    expect(data.map((one) => [one.item.seq, one.unit.name, ...codesOf(one)])).toEqual([
      [1, '团市委', 'yellow', 'behind'], [5, '灯塔馆', 'yellow', 'behind', 'not_signed'], [2, '团市委', 'grey', 'no_measure'], [3, '市妇联', 'grey', 'not_due'], [4, '团市委', 'grey', 'no_measure'], [4, '市妇联', 'grey', 'no_measure'],
    ]);
    const params = of(data[0]?.reasons[0]).params;
    expect(params).toMatchObject({ measure: expect.stringContaining('人次'), has: 0 });
    expect(Number(params['line'])).toBeGreaterThan(10);
    expect(data[3]?.reasons[0]?.params).toEqual({ name: '样例科普周', day: `${plan.year}-05-16` });
    expect((await see(office, { light: 'yellow', perPage: 1, page: 2 })).data.map((one) => one.item.seq)).toEqual([5]);
    expect((await see(office, { q: 'tsw' })).data.map((one) => one.unit.name)).toEqual(['团市委', '团市委', '团市委', '市妇联']);
    expect((await see(office, { unitId: of(units.get('市妇联')), sort: '-seq' })).data.map((one) => one.item.seq)).toEqual([4, 3]);
    expect((await see(office, { programmeId: of(items[1]).programme.id })).total).toBe(1);
  });

  it('is for the office and the unit itself', async () => {
    expect((await see(youth)).data.map((one) => [one.item.seq, one.unit.name])).toEqual([[1, '团市委'], [2, '团市委'], [4, '团市委']]);
    expect((await see(leader)).total).toBe(6);
    expect((await see(county)).total).toBe(0);
    expect(await code(see(reader))).toBe('auth.forbidden');
    const { counts, units: byUnit, programmes } = await of(women).getLightSummary({ params: { id: plan.id } });
    expect([counts.grey, byUnit.map(({ name }) => name), programmes.map(({ name }) => name)]).toEqual([2, ['市妇联'], [homes]]);
    const mine = await light(1, youth);
    expect(await code(of(women).listLightChanges({ params: { id: mine.assignmentId } }))).toBe('resource.not_found');
    for (const client of [youth, leader, county]) expect(await code(chase(client, [mine.assignmentId]))).toBe(client === county ? 'resource.not_found' : 'auth.forbidden');
    expect(await code(of(youth).setLight({ params: { id: mine.assignmentId }, body: { light: 'green', reason: '快了', expiresOn: today } }))).toBe('auth.forbidden');
    const sums = (await of(office).getLightSummary({ params: { id: plan.id } })).units;
    expect(sums.map(({ name, counts: own }) => [name, own.yellow, own.grey])).toEqual([['团市委', 1, 2], ['市妇联', 0, 2], ['灯塔馆', 1, 0]]);
  });

  it('goes by rules that the office changes, one at a time', async () => {
    const params = { id: plan.id };
    expect(await of(youth).getLightRules({ params })).toEqual({ yellowGap: 100, redGap: 250, nearWorkdays: 10, proofWorkdays: 10, missedReport: 'red', standard: true, version: 0 });
    const rules = { yellowGap: 100, redGap: 110, nearWorkdays: 10, proofWorkdays: 10, missedReport: 'red' as const };
    expect(await refusal(of(office).updateLightRules({ params, body: { ...rules, redGap: 50, version: 0 } }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.redGap', code: 'order' }] });
    const both = await Promise.allSettled([office, editor].map((client) => of(client).updateLightRules({ params, body: { ...rules, version: 0 } })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await see(office)).counts).toMatchObject({ red: 2, yellow: 0 });
    expect(await code(of(office).updateLightRules({ params, body: { ...rules, version: 0 } }))).toBe('version.stale');
    expect((await of(office).updateLightRules({ params, body: { ...rules, redGap: 250, version: 1 } })).version).toBe(2);
  });

  it('is set by hand for a time, with the reason, which the unit sees', async () => {
    const { assignmentId: id } = await light(1);
    const set = (client: Client | undefined, colour: 'red' | 'green', expiresOn: string) => of(client).setLight({ params: { id }, body: { light: colour, reason: '培训安排在十月', expiresOn } });
    expect(await refusal(set(office, 'green', addDays(today, 91)))).toMatchObject({ code: 'light.bad_expiry', params: { from: today, to: addDays(today, 90) } });
    expect(await code(set(office, 'green', addDays(today, -1)))).toBe('light.bad_expiry');
    await set(editor, 'red', addDays(today, 1));
    expect(await set(office, 'green', addDays(today, 2))).toMatchObject({ light: 'green', rule: 'yellow', override: { light: 'green', reason: '培训安排在十月', expiresOn: addDays(today, 2) } });
    expect(await light(1, youth)).toMatchObject({ light: 'green', rule: 'yellow', override: { reason: '培训安排在十月' } });
    expect(await of(office).endLightOverride({ params: { id }, body: { reason: '改期' } })).toMatchObject({ light: 'yellow', override: null });
    await set(office, 'green', addDays(today, 2));
    // The history of an item is read by people who see no light.
    expect((await of(office).getItemHistory({ params: { id: of(items[0]).id } })).data.filter(({ action }) => action.startsWith('light.'))).toEqual([]);
    expect((await of(office).listAuditEntries({ query: { subjectKind: 'assignment', subjectId: id } })).data.map(({ action }) => action)).toEqual(['light.set', 'light.released', 'light.set', 'light.set']);
    expect(await code(of(office).setLight({ params: { id: plan.id }, body: { light: 'green', reason: '无', expiresOn: today } }))).toBe('resource.not_found');
  });

  it('follows what is proven', async () => {
    expect(codesOf(await light(2))).toEqual(['grey', 'no_measure']);
    const file = await of(youth).createFile({ file: new Blob(['%PDF-1.4\n%lights\n'], { type: 'application/pdf' }), fileName: '名单.pdf' });
    const entry = await of(youth).createWorkEntry({ body: { unitId: of(units.get('团市委')), kind: 'document', title: '宣讲通知', quantity: 1, unitOfMeasure: '份', fromDay: today, toDay: today, serves: [{ itemId: of(items[1]).id }], details: { docNumber: '团温发样1号' }, place: null, fileIds: [file.id] } });
    const handedIn = await of(youth).submitWorkEntry({ params: { id: entry.id }, body: { version: entry.version } });
    await of(office).acceptWorkEntry({ params: { id: entry.id }, body: { version: handedIn.version } });
    expect(codesOf(await light(2))).toEqual(['green', 'moving']);
  });

  it('chases once a day, tells each unit in one message, and says who heard and who read', async () => {
    const all = (await see(office)).data;
    const yellow = all.filter((one) => one.light === 'yellow' || one.item.seq === 4).map(({ assignmentId }) => assignmentId);
    const first = await chase(office, yellow, '请于本周内报送。');
    expect(first).toMatchObject({ skipped: 0, unheard: [{ name: '灯塔馆' }], chase: { words: '请于本周内报送。', units: [{ name: '团市委', items: 1, read: [] }, { name: '市妇联', items: 1, read: [] }] } });
    expect(await told(women, 'chased')).toMatchObject([{ params: { count: 1, text: '请于本周内报送。' }, link: `/my-items?plan=${plan.id}` }]);
    expect(await chase(editor, yellow.filter((id) => id !== all.find((one) => one.unit.name === '灯塔馆')?.assignmentId))).toMatchObject({ chase: null, skipped: 2 });
    await of(women).readNotices({ body: {} });
    expect(await light(4, office, '市妇联')).toMatchObject({ chased: { times: 1, lastOn: today, read: true } });
    expect(await light(4, office, '团市委')).toMatchObject({ chased: { times: 1, read: false } });
    const [listed] = (await of(office).listChases({ params: { id: plan.id }, query: {} })).data;
    expect(listed?.units.map(({ name, read }) => [name, read.length])).toEqual([['团市委', 0], ['市妇联', 1]]);
    const { data: texts } = await of(office).getChaseMessages({ params: { id: of(first.chase).id } });
    expect(texts.map(({ unit }) => unit.name)).toEqual(['团市委', '市妇联']);
    expect(texts[1]?.text).toContain('第 4 项 依托社区办好青年家庭科学课。');
    expect(texts[1]?.text).toContain(texts[1]?.url);
    expect(texts[1]?.qr).toContain('<svg');
    expect(await code(chase(office, [plan.id]))).toBe('reference.not_found');
    expect(await code(of(youth).getChaseMessages({ params: { id: of(first.chase).id } }))).toBe('auth.forbidden');
    // Two at once: one of them tells, and nobody hears it twice.
    const { assignmentId } = await light(3);
    const twice = await Promise.all([chase(office, [assignmentId]), chase(editor, [assignmentId])]);
    expect(twice.map((one) => one.chase === null).sort()).toEqual([false, true]);
    expect((await told(women, 'chased')).length).toBe(2);
  });

  it('gives the list as a sheet, as it was found', async () => {
    const answer = await server.fetch(`/api/v1/plans/${plan.id}/lights.xlsx?light=yellow`, { as: 'office', headers: { 'accept-language': 'zh-CN' } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = of(book.worksheets[0]);
    expect(sheet.rowCount).toBe(2);
    const values = of(sheet.getRow(2).values) as unknown[];
    expect(values.slice(1, 5)).toEqual(['黄灯', 5, homes, '灯塔馆']);
    expect(String(values[7])).toMatch(/完成 0%，按时序应达 \d+%，落后 \d+ 个百分点\n还没有签收$/);
  });

  it('counts a report that is not there', async () => {
    await of(office).createReportPeriod({ params: { id: plan.id }, body: { kind: 'month', from: `${plan.year}-01-01`, to: `${plan.year}-01-31`, opensOn: addDays(today, -10), dueOn: addDays(today, -1), unitIds: [of(units.get('市妇联'))] } });
    expect(codesOf(await light(3))).toEqual(['red', 'report_missed']);
    expect((await light(3, women)).reasons[0]?.params).toMatchObject({ period: '1月', day: addDays(today, -1) });
    expect((await light(2)).light).toBe('green');
  });

  it('takes as many statements for many assignments as for one', async () => {
    const counts: number[] = [];
    for (const query of [{ q: '样例科普周' }, {}]) counts.push(await server.control.costOf(() => see(office, query)));
    // Pools and joint tasks are asked for where there are any.
    expect(Math.abs(of(counts[1]) - of(counts[0]))).toBeLessThanOrEqual(2);
  });

  it('keeps each morning which lights have changed, and tells of those that became worse, once', async () => {
    await server.control.clock({ shiftTo: `${addDays(today, 1)}T01:00:00.000Z` });
    const link = `/my-items?plan=${plan.id}`;
    const turned = async (client: Client | undefined) => (await told(client, 'lights_turned')).filter((one) => one.link === link);
    await until(() => turned(women), (news) => news.length === 1);
    expect((await turned(women))[0]?.params).toMatchObject({ red: 2, yellow: 0 });
    expect((await told(office, 'lights_office')).some((one) => one.link === `/plans/${plan.id}/lights`)).toBe(true);
    const mine = await light(3, women);
    expect(mine).toMatchObject({ light: 'red', since: addDays(today, 1), chased: { times: 1 } });
    expect((await of(women).listLightChanges({ params: { id: mine.assignmentId } })).data).toMatchObject([{ day: addDays(today, 1), from: null, to: 'red', reasons: [{ code: 'report_missed' }] }]);
    // Set by hand until the day after: what is shown is what is kept, and the rule comes back by itself.
    expect((await light(1)).light).toBe('green');
    await server.control.clock({ shiftTo: `${addDays(today, 3)}T01:00:00.000Z` });
    const [one] = await until(async () => (await of(youth).listLightChanges({ params: { id: (await light(1)).assignmentId } })).data, (rows) => rows.length === 2);
    expect(one).toMatchObject({ day: addDays(today, 3), from: 'green', to: 'yellow' });
    expect(await turned(women)).toHaveLength(1);
  });

  it('goes by the day in force, and is blue once the work is closed out', async () => {
    const now = (await of(office).getSession()).today;
    const { assignmentId } = await light(4, office, '市妇联');
    await of(office).enterOralAdjustment({ params: { id: plan.id }, body: { assignmentIds: [assignmentId], saidBy: '王主任', saidOn: now, text: '提前办', day: addDays(now, 3) } });
    expect((await light(4, women)).reasons).toMatchObject([{ code: 'report_missed' }, { code: 'near', params: { day: addDays(now, 3) } }]);
    const [own] = (await of(women).listAssignments({ query: { ids: assignmentId } })).data;
    const asked = await of(women).askCloseOut({ params: { id: assignmentId }, body: { version: of(own).version, explanations: (['signed', 'measures', 'evidence', 'reports', 'pending'] as const).map((point) => ({ point, text: '已口头说明' })) } });
    await of(office).acceptCloseOut({ params: { id: asked.id }, body: { version: asked.version } });
    expect(codesOf(await light(4, women))).toEqual(['blue', 'closed_out']);
    expect(await code(of(office).setLight({ params: { id: assignmentId }, body: { light: 'green', reason: '无', expiresOn: now } }))).toBe('light.closed_out');
    expect(await chase(office, [assignmentId])).toMatchObject({ chase: null, skipped: 1 });
    expect(await code(of(office).createPrompts({ params: { id: plan.id }, body: { assignmentIds: [assignmentId] } }))).toBe('prompt.closed_out');
  });

  it('stays as it was on the day on which the plan is closed', async () => {
    const { version } = await of(office).getPlan({ params: { id: plan.id } });
    await of(office).closePlan({ params: { id: plan.id }, body: { version, reason: '年度结束' } });
    const { today: asOf, counts } = await see(office);
    await server.control.clock({ shiftTo: `${addDays(today, 7)}T01:00:00.000Z` });
    expect(await see(office)).toMatchObject({ today: asOf, counts });
    const { assignmentId } = await light(1);
    expect(await code(chase(office, [assignmentId]))).toBe('lifecycle.not_allowed');
    expect(await code(of(office).setLight({ params: { id: assignmentId }, body: { light: 'green', reason: '无', expiresOn: addDays(today, 9) } }))).toBe('lifecycle.not_allowed');
  });

  it('go on with the unit that another one is merged into, where both had a part in the same work', async () => {
    const on = (await of(office).getSession()).today;
    const { version } = await of(office).getUnit({ params: { id: of(units.get('市妇联')) } });
    await of(office).mergeUnit({ params: { id: of(units.get('市妇联')) }, body: { version, successorId: of(units.get('团市委')), on } });
    const { data } = await see(office);
    expect(data.filter((one) => one.item.seq === 4).map(({ unit, chased }) => [unit.name, chased?.times])).toEqual([['团市委', 1]]);
    expect(data.find((one) => one.item.seq === 3)).toMatchObject({ unit: { name: '团市委' }, chased: { times: 1 } });
    expect((await of(office).listLightChanges({ params: { id: of(data.find((one) => one.item.seq === 4)).assignmentId } })).total).toBeGreaterThan(0);
  });
});

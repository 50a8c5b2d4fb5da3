import type { Client } from '@kepu/api-client';
import type { Item, Plan } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, unitIds } from './papers.js';

const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];
const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
const bytesOf = async (answer: Promise<Response>): Promise<Buffer> => Buffer.from(await (await answer).arrayBuffer());
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

eachDatabase('the whole of a plan, and its calendar', (database) => {
  let server: TestServer;
  let [office, youth, women, county, reader]: Client[] = [];
  let plan: Plan;
  let items: Item[];
  const whole = async (client: Client | undefined): Promise<Map<string, unknown[][]>> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf(of(client).exportWholePlan({ params: { id: plan.id } }))) as never);
    return new Map(book.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues().slice(2).map((row) => (Array.isArray(row) ? row.slice(1) : []))]));
  };
  const calendar = async (client: Client | undefined, query: Parameters<Client['exportTimeline']>[0]['query'] = {}) => (await bytesOf(of(client).exportTimeline({ params: { id: plan.id }, query }))).toString();
  const valuesOf = (text: string, name: string) => unfolded(text).flatMap((line) => (line.startsWith(`${name}:`) || line.startsWith(`${name};`) ? [line.slice(line.indexOf(':') + 1)] : []));

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    [office, youth, women, county, reader] = await Promise.all(['office', 'liaison', 'liaison-women', 'county', 'reader'].map((name) => server.client(name)));
    const units = await unitIds(of(office));
    const shared = '举办实用技术培训班 200 人次';
    plan = await commit(of(office), textPaper(2009, [['团市委', farmers, `${shared}；办好田间学校。`], ['市妇联', farmers, `${shared}。`], ['市妇联', homes, '=1+1 组织巾帼科普, 进社区; 活动。']]), '2009.txt');
    items = await allItems(of(office), plan.id);
    await of(office).createMeasure({ params: { id: of(items[2]).id }, body: { kind: 'milestone', name: '方案, 印发', sources: ['documents'], unitOfMeasure: '份', dueOn: '2009-05-10' } });
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2009〕7号', issuedOn: '2009-03-02' } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    items = await allItems(of(office), plan.id);
    await of(office).createReportPeriod({ params: { id: plan.id }, body: { kind: 'quarter', from: '2009-01-01', to: '2009-03-31', opensOn: '2009-03-25', dueOn: '2009-04-10' } });
    const [suggestion] = (await of(office).suggestJointGroups({ params: { id: plan.id } })).data;
    await of(office).createJointGroup({ params: { id: plan.id }, body: { name: '实用技术培训', leadUnitId: of(units.get('市妇联')), parts: of(suggestion).clauses.map(({ itemId, clause }) => ({ itemId, clause })) } });
    await of(office).enterOralAdjustment({ params: { id: plan.id }, body: { assignmentIds: [of(of(items[2]).assignments[0]).id], saidBy: '张主任', saidOn: (await of(office).getSession()).today, text: '按会议要求提前', day: '2009-06-20' } });
  });

  it('is one workbook whose sheets are the reader’s own lists', async () => {
    for (const client of [office, youth, women, reader]) {
      const sheets = await whole(client);
      const query = { planId: plan.id, perPage: 200 };
      const [own, measures, groups] = [(await of(client).listItems({ params: { id: plan.id }, query: { perPage: 200 } })).data, (await of(client).listMeasures({ query })).data, (await of(client).listJointGroups({ params: { id: plan.id }, query: {} })).data];
      expect(of(sheets.get('工作清单')).map(([seq]) => seq)).toEqual(own.map(({ seq }) => seq));
      expect(of(sheets.get('任务交办'))).toHaveLength(own.flatMap(({ assignments }) => assignments).length);
      expect(of(sheets.get('指标')).map(([, , name]) => name)).toEqual(measures.map(({ name }) => name));
      expect(of(sheets.get('联合任务')).map(([name]) => name)).toEqual(groups.flatMap(({ name, parts }) => parts.map(() => name)));
      const [lights, adjustments, signOffs] = await Promise.all([of(client).listLights({ params: { id: plan.id }, query: { perPage: 200 } }), of(client).listAdjustments({ query: { ...query, sort: 'seq' } }), of(client).listSignOffs({ params: { id: plan.id }, query: {} })].map((call) => call.then(({ data }) => data.length, () => null)));
      expect([sheets.get('红黄灯清单')?.length ?? null, sheets.get('任务调整、延期审批表')?.length ?? null, sheets.get('签收情况')?.length ?? null]).toEqual([lights, adjustments, signOffs]);
    }
  });

  it('keeps from a unit what is another’s, and says which sheets are not its own', async () => {
    const [sheets, all] = [await whole(youth), await whole(office)];
    const text = JSON.stringify([...sheets]);
    for (const hidden of ['方案, 印发', '按会议要求提前', '组织巾帼科普']) expect([hidden, text.includes(hidden), JSON.stringify([...all]).includes(hidden)]).toEqual([hidden, false, true]);
    expect(of(sheets.get('说明')).some(([name, said]) => name === '签收情况' && said === '您没有查看权限，未导出')).toBe(!sheets.has('签收情况'));
    // What begins as a formula is none.
    expect(of(all.get('工作清单'))[2]?.[4]).toBe("'=1+1 组织巾帼科普, 进社区; 活动。");
    expect([...all.values()].flat(2).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
    expect(of(all.get('指标')).find(([, , name]) => name === '方案, 印发')?.slice(0, 4)).toEqual([3, '市妇联', '方案, 印发', '节点']);
    expect(of(all.get('进展填报')).map(([, , unit]) => unit).sort()).toEqual(['团市委', '市妇联']);
  });

  it('has a number that stands in the log of the plan', async () => {
    const stamp = String(of((await whole(office)).get('说明')).at(-1)?.[0]);
    const number = of(/导出编号：([0-9]{8}-[0-9A-F]{8})/u.exec(stamp)?.[1]);
    const { data } = await of(office).listAuditEntries({ query: { subjectKind: 'plan', subjectId: plan.id, perPage: 200 } });
    expect(data.find((entry) => entry.after?.['number'] === number)).toMatchObject({ action: 'plan.whole_exported', after: { number, format: 'xlsx', items: 3 } });
  });

  it('is found by nobody who does not see the plan', async () => {
    const draft = await commit(of(office), textPaper(2008, [['团市委', farmers, '还没有下发的工作。']]), '2008.txt');
    for (const client of [youth, county, reader]) for (const call of [() => of(client).exportWholePlan({ params: { id: draft.id } }), () => of(client).exportTimeline({ params: { id: draft.id }, query: {} })]) expect((await refusal(call())).code).toBe('resource.not_found');
    expect((await refusal(of(office).exportTimeline({ params: { id: plan.id }, query: { from: '2009-05-01', to: '2009-04-01' } }))).code).toBe('input.invalid');
  });

  it('leaves as a calendar of the days that the reader sees, as they are filtered', async () => {
    const answer = await of(office).exportTimeline({ params: { id: plan.id }, query: {} });
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('content-disposition')?.includes('.ics')]).toEqual(['text/calendar', 'private, no-store', true]);
    for (const client of [office, youth, women]) {
      const { data } = await of(client).getTimeline({ params: { id: plan.id }, query: { perPage: 200 } });
      const text = await calendar(client);
      expect(valuesOf(text, 'DTSTART')).toEqual(data.map(({ day }) => day.replaceAll('-', '')));
      expect(new Set(valuesOf(text, 'UID')).size).toBe(data.length);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
    expect(valuesOf(await calendar(women, { kind: 'measure' }), 'SUMMARY')).toContain('第3项 方案\\, 印发');
    expect(valuesOf(await calendar(women, { kind: 'item' }), 'SUMMARY')).toEqual(["第3项 =1+1 组织巾帼科普\\, 进社区\\; 活动。"]);
    expect(valuesOf(await calendar(women, { kind: 'item' }), 'DTEND')).toEqual(['20090621']);
    expect(await calendar(youth)).not.toContain('方案');
  });

  it('keeps the name of a day that moves, so that a calendar moves it too', async () => {
    const before = valuesOf(await calendar(women, { kind: 'item' }), 'UID');
    await of(office).enterOralAdjustment({ params: { id: plan.id }, body: { assignmentIds: [of(of(items[2]).assignments[0]).id], saidBy: '张主任', saidOn: (await of(office).getSession()).today, text: '再顺延', day: '2009-07-01' } });
    const text = await calendar(women, { kind: 'item' });
    expect([valuesOf(text, 'UID'), valuesOf(text, 'DTSTART')]).toEqual([before, ['20090701']]);
  });
});

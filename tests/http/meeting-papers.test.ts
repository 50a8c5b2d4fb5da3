import type { Client } from '@kepu/api-client';
import type { Bulletin, Item, Plan } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { textOf } from './marking.js';
import { allItems, commit, refusal, textPaper, unitIds, until } from './papers.js';

const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];
const shared = '举办实用技术培训班 200 人次';
const rows = [['团市委', farmers, `办好田间学校；${shared}。`], ['市妇联', farmers, `${shared}；发放科普资料。`], ['市科协', homes, '编印科普读本。'], ['市教育局', homes, '开展校园科普活动。']];

eachDatabase('the paper for the leading group’s meeting', (database) => {
  let server: TestServer;
  let [office, leader, youth, women, reader]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  let one: Bulletin;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const bytesOf = async (answer: Promise<Response>) => Buffer.from(await (await answer).arrayBuffer());
  const unit = (name: string): string => of(units.get(name));
  const figure = (name: string, bulletin = one) => of(bulletin.figures.find((each) => each.name === name));
  const section = (heading: string) => one.sections.find((each) => each.heading === heading)?.text ?? '';
  const at = (bulletin = one) => ({ params: { id: bulletin.id }, body: { version: bulletin.version } });
  const write = (kind: Bulletin['kind']) => of(office).createBulletin({ params: { id: plan.id }, body: { kind, from: '2012-01-01', to: '2012-12-31' } });

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    [office, leader, youth, women, reader] = await Promise.all(['office', 'leader', 'liaison', 'liaison-women', 'reader'].map((name) => server.client(name)));
    units = await unitIds(of(office));
    plan = await commit(of(office), textPaper(2012, rows), 'meeting.txt');
    items = await allItems(of(office), plan.id);
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科会〔2012〕1号', issuedOn: '2012-03-02', issuer: '温州样例办公室' } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    const [suggestion] = (await of(office).suggestJointGroups({ params: { id: plan.id } })).data;
    await of(office).createJointGroup({ params: { id: plan.id }, body: { name: '实用技术培训', leadUnitId: unit('市妇联'), parts: of(suggestion).clauses.map(({ itemId, clause }) => ({ itemId, clause })) } });
    const call = await of(office).createProposalCall({ body: { year: 2013, title: '2013年任务建议', dueOn: '2099-01-10', unitIds: [unit('团市委'), unit('市妇联')] } });
    const answer = of((await of(youth).listProposalAnswers({ params: { id: call.id } })).data[0]);
    const own = await of(youth).getProposalAnswer({ params: { id: answer.id } });
    const saved = await of(youth).saveProposalAnswer({ params: { id: own.id }, body: { version: own.version, proposals: [{ programmeId: of(items[0]).programme.id, text: '再办田间学校{十}所' }, { programmeId: of(items[0]).programme.id, text: '建设青年科普队' }] } });
    await of(youth).submitProposalAnswer({ params: { id: own.id }, body: { version: saved.version } });
    // Why something is late is the office's to say, where it has said it.
    const late = of((await of(office).listLights({ params: { id: plan.id }, query: { unitId: unit('市教育局') } })).data[0]);
    await of(office).setLight({ params: { id: late.assignmentId }, body: { light: 'yellow', reason: '新校舍迟迟没有交付。', expiresOn: (await of(office).getSession()).today } });
  });

  it('has the numbers of the year’s summary, and its own: what is shared, what is overdue, what is proposed', async () => {
    const year = await write('year');
    one = await write('meeting');
    expect(one).toMatchObject({ kind: 'meeting', state: 'draft', title: '2012年度全民科学素质工作领导小组会议材料' });
    const told = new Map(one.figures.map(({ key, value }) => [key, value]));
    for (const { key, value } of year.figures) expect([key, told.get(key)]).toEqual([key, value]);
    // Who is behind is no number of a paper that all units read.
    for (const bulletin of [year, await write('bulletin')]) expect(bulletin.figures.filter(({ metric }) => ['joint', 'overdue', 'proposals', 'proposals_adopted'].includes(metric))).toEqual([]);
    const [first, second] = one.programmes.map(({ name }) => name);
    expect(['联合任务', '逾期未完成', '明年任务建议', '已采纳的建议', `${first}·逾期未完成`, `${first}·联合任务`, `${second}·联合任务`, '市妇联·联合任务', '市科协·联合任务', '市科协·逾期未完成'].map((name) => figure(name).value)).toEqual([1, 4, 2, 0, 2, 1, 0, 1, 0, 1]);
    // The lights say the same of what is overdue.
    const lights = (await of(office).listLights({ params: { id: plan.id }, query: { perPage: 200 } })).data;
    expect(lights.filter(({ reasons }) => reasons.some(({ code: reason }) => reason === 'overdue' || reason === 'measure_overdue'))).toHaveLength(figure('逾期未完成').value);
  });

  it('each number is the sum of its records', async () => {
    for (const { key, value, name } of one.figures) {
      const answer = await of(office).listBulletinRecords({ params: { id: one.id }, query: { figure: key, perPage: 200 } });
      expect([name, answer.sum, answer.data.reduce((sum, { quantity }) => sum + quantity, 0), answer.hidden]).toEqual([name, value, value, 0]);
    }
    const records = async (name: string) => (await of(office).listBulletinRecords({ params: { id: one.id }, query: { figure: figure(name).key } })).data.map(({ kind, title }) => [kind, title]);
    expect(await records('联合任务')).toEqual([['joint_group', '实用技术培训']]);
    expect(await records('明年任务建议')).toEqual([['proposal', '再办田间学校{十}所'], ['proposal', '建设青年科普队']]);
    expect((await records('逾期未完成')).map(([kind]) => kind)).toEqual(['assignment', 'assignment', 'assignment', 'assignment']);
  });

  it('tells what is overdue and why, what is shared by whom, and leaves to the office what is asked', async () => {
    expect(one.sections.map(({ heading }) => heading)).toEqual(['总体情况', '各项行动进展', '联合任务', '逾期未完成的任务', '提请会议研究的事项', '下一年度任务建议']);
    expect(section('联合任务')).toBe('联合任务{联合任务}项。\n实用技术培训：市妇联牵头，团市委参加。');
    expect(section('逾期未完成的任务')).toContain('{逾期未完成}项次');
    expect(section('逾期未完成的任务')).toContain('市教育局：第4项“开展校园科普活动。”，应于2012年12月31日前完成。原因：新校舍迟迟没有交付。');
    expect(section('逾期未完成的任务')).toContain('市科协：第3项“编印科普读本。”，应于2012年12月31日前完成。原因：单位没有报送。');
    expect(section('下一年度任务建议')).toContain(`各单位报送建议{明年任务建议}条。\n团市委（${of(items[0]).programme.name}）：再办田间学校十所`);
    expect(await code(of(office).requestBulletinApproval(at()))).toBe('bulletin.asks_missing');
    const sections = one.sections.map(({ heading, text }) => ({ heading, text: heading === '提请会议研究的事项' ? '请会议研究田间学校的经费。' : text }));
    one = await of(office).updateBulletin({ params: { id: one.id }, body: { version: one.version, sections } });
    one = await of(office).recountBulletin(at());
    expect([figure('逾期未完成').value, figure('联合任务').value, figure('明年任务建议').value, section('提请会议研究的事项')]).toEqual([4, 1, 2, '请会议研究田间学校的经费。']);
  });

  it('goes through the same hands, and stays with the office and its leader once it is issued', async () => {
    one = await of(leader).approveBulletin(at(await of(office).requestBulletinApproval(at())));
    one = await of(office).issueBulletin({ params: { id: one.id }, body: { version: one.version, number: '温全科会〔2012〕9号' } });
    const told = async (client: Client | undefined) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter(({ kind, link }) => kind === 'bulletin_issued' && link === `/bulletins/${one.id}`).length;
    await until(() => told(leader), (count) => count === 1);
    for (const client of [youth, women]) expect(await told(client)).toBe(0);
    for (const client of [youth, women, reader]) {
      expect((await of(client).listBulletins({ query: { kind: 'meeting' } })).data).toEqual([]);
      for (const call of [() => of(client).getBulletin({ params: { id: one.id } }), () => of(client).exportBulletin({ params: { id: one.id } }), () => of(client).exportBulletinSheet({ params: { id: one.id } }), () => of(client).getBulletinHistory({ params: { id: one.id } }), () => of(client).listBulletinRecords({ params: { id: one.id }, query: { figure: 'overdue' } })]) expect(await code(call())).toBe('resource.not_found');
    }
    expect((await of(leader).getBulletin({ params: { id: one.id } })).number).toBe('温全科会〔2012〕9号');
  });

  it('leaves as a paper, and as tables that a chart takes as they are', async () => {
    const word = textOf(await bytesOf(of(leader).exportBulletin({ params: { id: one.id } })));
    for (const said of ['领导小组会议材料', '温全科会〔2012〕9号', '四、逾期未完成的任务', '逾期未完成4项次', '请会议研究田间学校的经费。', '各单位报送建议2条']) expect([said, word.includes(said)]).toEqual([said, true]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf(of(office).exportBulletinSheet({ params: { id: one.id } }))) as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['数字', '依据明细', '各项行动进展情况表', '各责任单位进展情况表', '有数量要求的指标完成情况表']);
    const table = of(book.worksheets[3]);
    const heads = (table.getRow(1).values as string[]).slice(1);
    expect(heads).toEqual(expect.arrayContaining(['责任单位', '任务', '联合任务', '逾期未完成']));
    expect(table.rowCount).toBe(1 + one.units.length);
    for (let row = 2; row <= table.rowCount; row += 1) {
      const name = String(table.getCell(row, 1).value);
      for (const [index, head] of heads.entries()) if (index > 0) expect([name, head, table.getCell(row, index + 1).value]).toEqual([name, head, Number(figure(`${name}·${head}`).shown)]);
    }
    expect(table.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
  });
});

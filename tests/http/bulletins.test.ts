import type { Client } from '@kepu/api-client';
import type { Bulletin, Item, Plan } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { textOf } from './marking.js';
import { allItems, commit, refusal, textPaper, unitIds, until } from './papers.js';

const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];
const shared = '举办实用技术培训班 200 人次';
const rows = [
  ['团市委', farmers, `办好田间学校；${shared}。`], ['市妇联', farmers, `${shared}；发放科普资料。`], ['市科协', homes, `${shared}。`], ['市教育局', homes, `${shared}；编写读本。`], // Longer than a title may be: what stands beside a number is its beginning.
  ['市妇联', homes, `开展巾帼护老知识进社区活动，${'讲卫生、讲科学、讲文明，'.repeat(40)}人人参与。`],
];

eachDatabase('bulletins and summaries', (database) => {
  let server: TestServer;
  let [office, editor, leader, youth, women, county, reader]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  let one: Bulletin;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const bytesOf = async (answer: Promise<Response>) => Buffer.from(await (await answer).arrayBuffer());
  const item = (seq: number): string => of(items[seq - 1]).id;
  const unit = (name: string): string => of(units.get(name));
  const figure = (name: string, bulletin = one) => of(bulletin.figures.find((each) => each.name === name));
  const recordsOf = (client: Client | undefined, name: string, more: { q?: string; manual?: 'true'; perPage?: number } = {}) => of(client).listBulletinRecords({ params: { id: one.id }, query: { figure: figure(name).key, perPage: 200, ...more } });
  const at = (bulletin = one) => ({ params: { id: bulletin.id }, body: { version: bulletin.version } });
  const write = (body: Partial<Parameters<Client['createBulletin']>[0]['body']> = {}, client = office) => of(client).createBulletin({ params: { id: plan.id }, body: { kind: 'bulletin', from: '2012-01-01', to: '2012-06-30', ...body } });
  const edit = (sections: { heading: string; text: string }[], version = one.version) => of(office).updateBulletin({ params: { id: one.id }, body: { version, sections } });
  const told = async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind).map(({ link }) => link);

  /** Accepted work: a course, with the file that proves it. */
  const course = async (client: Client | undefined, name: string, title: string, quantity: number, seqs: number[], day: string) => {
    const file = await of(client).createFile({ file: new Blob([Buffer.from(title)]), fileName: '签到表.txt' });
    const entry = await of(client).createWorkEntry({ body: { unitId: unit(name), kind: 'training', title, quantity, unitOfMeasure: '人次', fromDay: day, toDay: day, serves: seqs.map((seq) => ({ itemId: item(seq) })), details: { days: 1 }, place: '文化礼堂', fileIds: [file.id] } });
    const handed = await of(client).submitWorkEntry({ params: { id: entry.id }, body: { version: entry.version } });
    return of(office).acceptWorkEntry({ params: { id: entry.id }, body: { version: handed.version } });
  };

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    [office, editor, leader, youth, women, county, reader] = await Promise.all(['office', 'editor', 'leader', 'liaison', 'liaison-women', 'county', 'reader'].map((name) => server.client(name)));
    units = await unitIds(of(office));
    plan = await commit(of(office), textPaper(2012, rows), 'bulletins.txt');
    items = await allItems(of(office), plan.id);
    expect(await code(write())).toBe('lifecycle.not_allowed');
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2012〕1号', issuedOn: '2012-03-02', issuer: '温州样例办公室' } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    const [suggestion] = (await of(office).suggestJointGroups({ params: { id: plan.id } })).data;
    await of(office).createJointGroup({ params: { id: plan.id }, body: { name: '实用技术培训', leadUnitId: unit('市科协'), parts: of(suggestion).clauses.map(({ itemId, clause }) => ({ itemId, clause })) } });
    await course(youth, '团市委', '青年电商培训班', 120, [1], '2012-04-05');
    await course(women, '市妇联', '女能手培训班', 80, [2, 5], '2012-05-06');
    await course(women, '市妇联', '下半年的培训班', 500, [2], '2012-09-06');
  });

  it('count a span of the year: a joint measure of four units once for the city, and noted with each of them', async () => {
    one = await write();
    expect(one).toMatchObject({ state: 'draft', kind: 'bulletin', title: '关于2012年全民科学素质工作目标任务进展情况的通报', number: null, newer: false, loose: [] });
    const city = Object.fromEntries(one.figures.filter(({ scope }) => scope === 'city').map(({ metric, value }) => [metric, value]));
    expect(city).toMatchObject({ units: 4, items: 5, assignments: 5, signed: 0, closed_out: 0, measures: 1, trained: 200, activities: 0 });
    expect(one.units.map(({ name }) => [name, figure(`${name}·指标`).value, figure(`${name}·培训人次`).value])).toEqual([['团市委', 1, 120], ['市妇联', 1, 80], ['市科协', 1, 0], ['市教育局', 1, 0]]);
    // The course of the women's federation serves two items in two programmes: it counts in each, and once for the city.
    expect(one.programmes.map(({ name }) => figure(`${name}·培训人次`).value)).toEqual([200, 80]);
    expect(one.measures.map(({ seq, units: those, min }) => [seq, those, min])).toEqual([[3, '市科协', 200]]);
    const words = one.sections.map(({ text }) => text).join('\n');
    expect(words).toContain('全市{责任单位}家责任单位承担{任务}项任务。设定指标{指标}项。');
    expect(words).toContain('2012年1月1日至2012年6月30日，培训{培训人次}人次。');
  });

  it('each number is the sum of its records, and a record leads on to what proves it', async () => {
    for (const { key, value, name } of one.figures) {
      const answer = await of(office).listBulletinRecords({ params: { id: one.id }, query: { figure: key, perPage: 200 } });
      expect([name, answer.sum, answer.data.reduce((sum, { quantity }) => sum + quantity, 0), answer.hidden]).toEqual([name, value, value, 0]);
    }
    const { data } = await recordsOf(office, '培训人次');
    expect(data.map(({ kind, title, quantity, items: count, unit: by, occurredOn }) => [kind, title, quantity, count, by?.name, occurredOn])).toEqual([['work_entry', '青年电商培训班', 120, 1, '团市委', '2012-04-05'], ['work_entry', '女能手培训班', 80, 2, '市妇联', '2012-05-06']]);
    expect((await of(office).getWorkEntry({ params: { id: of(data[1]).id } })).quantity).toBe(80);
    expect((await recordsOf(office, '培训人次', { q: '女能手' })).data).toHaveLength(1);
    expect(await recordsOf(office, '培训人次', { q: '女能手' })).toMatchObject({ total: 1, sum: 200, hidden: 0 });
    expect(await recordsOf(office, '培训人次', { manual: 'true' })).toMatchObject({ total: 0, hidden: 0 });
    expect((await recordsOf(office, '培训人次', { perPage: 1 })).data).toHaveLength(1);
    expect(await code(of(office).listBulletinRecords({ params: { id: one.id }, query: { figure: 'nonsense' } }))).toBe('input.invalid');
    expect(await of(office).listBulletinRecords({ params: { id: one.id }, query: { figure: `unit:${plan.id}:trained` } })).toMatchObject({ total: 0, sum: 0 });
    expect(await recordsOf(office, '团市委·培训人次').then(({ data: own }) => own.map(({ title }) => title))).toEqual(['青年电商培训班']);
  });

  it('say their numbers by name: an unknown name is refused, a typed number is told', async () => {
    expect(await refusal(edit([{ heading: '总体情况', text: '受众{受众人数}人次，{乱写}。' }]))).toMatchObject({ code: 'bulletin.unknown_figure', params: { names: '{受众人数}、{乱写}' } });
    expect((await of(office).getBulletin({ params: { id: one.id } })).version).toBe(1);
    for (const body of [{ version: 1, sections: [] }, { version: 1, sections: [{ heading: '', text: 'x' }] }, { version: 1, title: 'x'.repeat(400) }, { version: 1, sections: [{ heading: '一', text: '二', more: 1 }] }]) expect(await code(of(office).updateBulletin({ params: { id: one.id }, body: body as never }))).toBe('input.invalid');
    one = await edit([{ heading: '总体情况', text: '培训{培训人次}人次，其中团市委{团市委·培训人次}人次，覆盖98%的村。\n=1+1' }, { heading: '下一步', text: '2012年下半年继续办好培训。' }]);
    expect(one).toMatchObject({ version: 2, loose: ['98%', '1'] });
    expect(one.sections[0]?.text).toContain('{团市委·培训人次}');
    expect(await code(edit([{ heading: '迟到', text: '迟到的修改' }], 1))).toBe('version.stale');
    const answers = await Promise.allSettled([edit([{ heading: '甲', text: '{任务}' }]), edit([{ heading: '乙', text: '{任务}' }])]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    one = await of(office).getBulletin({ params: { id: one.id } });
    one = await edit([{ heading: '总体情况', text: '培训{培训人次}人次，其中团市委{团市委·培训人次}人次。\n=1+1' }, { heading: '下一步', text: '2012年下半年继续办好培训。' }]);
  });

  it('stay as they were counted until they are counted anew, and say that there is something newer', async () => {
    const late = await course(youth, '团市委', '补报的培训班', 30, [1], '2012-06-01');
    one = await of(office).getBulletin({ params: { id: one.id } });
    expect([figure('培训人次').value, one.newer]).toEqual([200, true]);
    one = await of(office).recountBulletin({ params: { id: one.id }, body: { version: one.version } });
    expect([figure('培训人次').value, figure('团市委·培训人次').value, one.newer]).toEqual([230, 150, false]);
    await of(office).revokeWorkEntry({ params: { id: late.id }, body: { version: late.version, reason: '重复填报。' } });
    one = await of(office).recountBulletin({ params: { id: one.id }, body: { version: one.version, to: '2012-12-31' } });
    expect([figure('培训人次').value, one.to]).toEqual([700, '2012-12-31']);
    expect(await code(of(office).recountBulletin({ params: { id: one.id }, body: { version: one.version, from: '2013-01-01' } }))).toBe('input.invalid');
    one = await of(office).recountBulletin({ params: { id: one.id }, body: { version: one.version, to: '2012-06-30' } });
    expect((await recordsOf(office, '培训人次')).data.map(({ quantity }) => quantity)).toEqual([120, 80]);
  });

  it('are the office’s and its leader’s until they are issued', async () => {
    for (const client of [youth, women, county, reader]) {
      expect((await of(client).listBulletins({ query: { planId: plan.id } })).total).toBe(0);
      expect(await code(of(client).getBulletin({ params: { id: one.id } }))).toBe('resource.not_found');
      expect(await code(recordsOf(client, '培训人次'))).toBe('resource.not_found');
      expect(await code(of(client).exportBulletin({ params: { id: one.id } }))).toBe('resource.not_found');
      expect(await code(write({}, client))).toBe('auth.forbidden');
    }
    expect((await of(leader).listBulletins({ query: { planId: plan.id } })).data.map(({ id }) => id)).toEqual([one.id]);
    expect(await code(of(leader).updateBulletin({ params: { id: one.id }, body: { version: one.version, title: '领导改题' } }))).toBe('auth.forbidden');
    expect(await code(of(office).approveBulletin(at()))).toBe('auth.forbidden');
    expect(await code(of(office).issueBulletin({ params: { id: one.id }, body: { version: one.version, number: '温全科通〔2012〕1号' } }))).toBe('lifecycle.not_allowed');
  });

  it('are approved by the leader and issued under a number that stands once a year', async () => {
    one = await of(office).requestBulletinApproval(at());
    await until(() => told(leader, 'bulletin_awaiting'), (links) => links.includes(`/bulletins/${one.id}`));
    expect(await code(edit([{ heading: '改', text: '改' }]))).toBe('lifecycle.not_allowed');
    expect(await code(of(office).recountBulletin(at()))).toBe('lifecycle.not_allowed');
    one = await of(leader).turnBulletinDown({ params: { id: one.id }, body: { version: one.version, reason: '请补充典型做法。' } });
    expect(one).toMatchObject({ state: 'draft', turnedDown: { reason: '请补充典型做法。' } });
    one = await of(office).requestBulletinApproval(at());
    one = await of(leader).approveBulletin(at());
    one = await of(office).takeBulletinBack(at());
    expect(one).toMatchObject({ state: 'draft', approved: null });
    one = await of(leader).approveBulletin(at(await of(office).requestBulletinApproval(at())));
    one = await of(editor).issueBulletin({ params: { id: one.id }, body: { version: one.version, number: '温全科通〔2012〕1号' } });
    expect(one).toMatchObject({ state: 'issued', number: '温全科通〔2012〕1号', newer: false });
    await until(() => told(youth, 'bulletin_issued'), (links) => links.includes(`/bulletins/${one.id}`));
    const other = await write({ kind: 'half_year', title: '上半年总结' });
    const ready = await of(leader).approveBulletin(at(await of(office).requestBulletinApproval(at(other))));
    expect(await code(of(office).issueBulletin({ params: { id: other.id }, body: { version: ready.version, number: '温全科通〔2012〕1号' } }))).toBe('bulletin.number_taken');
    expect(await code(of(office).deleteBulletin({ params: { id: other.id } }))).toBe('lifecycle.not_allowed');
    await of(office).takeBulletinBack(at(ready));
    expect(await of(office).deleteBulletin({ params: { id: other.id } })).toEqual({ done: true });
    expect((await of(office).listBulletins({ query: { planId: plan.id, q: '通报' } })).data.map(({ number }) => number)).toEqual(['温全科通〔2012〕1号']);
  });

  it('once issued are read by all, who follow a number to the records that are theirs to see', async () => {
    for (const client of [youth, women, county, reader]) expect((await of(client).getBulletin({ params: { id: one.id } })).figures).toEqual(one.figures);
    expect(await recordsOf(youth, '培训人次').then(({ data, sum, hidden }) => [data.map(({ title }) => title), sum, hidden])).toEqual([['青年电商培训班'], 200, 1]);
    expect(await recordsOf(women, '培训人次').then(({ data, sum, hidden }) => [data.map(({ title }) => title), sum, hidden])).toEqual([['女能手培训班'], 200, 1]);
    expect(await recordsOf(youth, '市妇联·培训人次').then(({ data, sum, hidden }) => [data, sum, hidden])).toEqual([[], 80, 1]);
    for (const client of [county, reader, leader]) expect((await recordsOf(client, '培训人次')).data).toHaveLength(2);
    expect(await recordsOf(youth, '培训人次', { q: '女能手' }).then(({ data, total, hidden }) => [data, total, hidden])).toEqual([[], 0, 1]);
    expect((await of(office).getBulletinHistory({ params: { id: one.id } })).data.map(({ action }) => action)).toContain('bulletin.turned_down');
    expect((await of(youth).getBulletinHistory({ params: { id: one.id } })).data.map(({ action }) => action)).toEqual(['bulletin.issued']);
    for (const client of [youth, county]) for (const call of [() => of(client).withdrawBulletin({ params: { id: one.id }, body: { version: one.version, reason: 'x' } }), () => of(client).listBulletinWords({ params: { id: one.id }, query: {} })]) expect(await code(call())).toBe('auth.forbidden');
  });

  it('leave as a Word file with their tables and rules, and as a sheet with the records, without formulas', async () => {
    const word = textOf(await bytesOf(of(office).exportBulletin({ params: { id: one.id } })));
    for (const said of ['一、总体情况', '二、下一步', '培训200人次，其中团市委120人次。', '温全科通〔2012〕1号', '温州样例办公室', '不分先后', '数据来源说明', `/admin/bulletins/${one.id}`, '实用技术培训班']) expect([said, word.includes(said)]).toEqual([said, true]);
    expect(word).not.toContain('{培训人次}');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf(of(youth).exportBulletinSheet({ params: { id: one.id } }))) as never);
    const [numbers, records] = book.worksheets;
    const cells = (sheet: ExcelJS.Worksheet | undefined) => of(sheet).getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])).filter((value) => value !== undefined);
    expect(cells(numbers)).toEqual(expect.arrayContaining(['培训人次', 200]));
    // The sheet has what its reader may see.
    expect(cells(records)).toContain('青年电商培训班');
    expect(cells(records)).not.toContain('女能手培训班');
    expect(cells(records).every((value) => typeof value !== 'object')).toBe(true);
    expect((await of(office).getBulletinHistory({ params: { id: one.id } })).data.filter(({ action }) => action === 'bulletin.exported')).toHaveLength(2);
  });

  it('are told in the reader’s language, and written in either', async () => {
    const draft = await write({ kind: 'year', from: '2012-01-01', to: '2012-12-31' });
    const english = (await (await server.fetch(`/api/v1/bulletins/${draft.id}`, { as: 'office', headers: { 'accept-language': 'en' } })).json()) as Bulletin;
    expect(english.sections[0]?.text).toContain('{person-times trained}');
    const sent = await server.fetch(`/api/v1/bulletins/${draft.id}`, { as: 'office', method: 'PATCH', headers: { 'accept-language': 'en', 'content-type': 'application/json' }, body: JSON.stringify({ version: draft.version, sections: english.sections }) });
    expect(sent.status).toBe(200);
    expect((await of(office).getBulletin({ params: { id: draft.id } })).sections).toEqual(draft.sections);
    await of(office).deleteBulletin({ params: { id: draft.id } });
  });

  it('are taken back with a reason that everybody reads, and never changed', async () => {
    expect(await code(of(office).withdrawBulletin({ params: { id: one.id }, body: { version: one.version } as never }))).toBe('input.invalid');
    one = await of(office).withdrawBulletin({ params: { id: one.id }, body: { version: one.version, reason: '数据有误，另行印发。' } });
    expect((await of(youth).getBulletin({ params: { id: one.id } })).withdrawn).toMatchObject({ reason: '数据有误，另行印发。' });
    await until(() => told(women, 'bulletin_withdrawn'), (links) => links.includes(`/bulletins/${one.id}`));
    for (const call of [() => of(office).deleteBulletin({ params: { id: one.id } }), () => edit([{ heading: '改', text: '改' }]), () => of(office).recountBulletin(at())]) expect(await code(call())).toBe('lifecycle.not_allowed');
    expect(textOf(await bytesOf(of(office).exportBulletin({ params: { id: one.id } })))).toContain('（已撤回）');
  });

  it('tell reports that came from those that a lock has made', async () => {
    const period = await of(office).createReportPeriod({ params: { id: plan.id }, body: { kind: 'quarter', from: '2012-01-01', to: '2012-03-31', opensOn: '2012-03-25', dueOn: '2012-04-10' } });
    const report = await of(women).beginUnitReport({ params: { id: period.id }, body: { unitId: unit('市妇联') } });
    const written = await of(women).saveUnitReport({ params: { id: report.id }, body: { version: report.version, entries: [], restNothingNew: true } });
    await of(women).submitUnitReport({ params: { id: report.id }, body: { version: written.version } });
    await of(office).lockReportPeriod({ params: { id: period.id }, body: { version: (await of(office).getReportPeriod({ params: { id: period.id } })).version, reason: '按时锁定。' } });
    one = await write();
    expect(['应报送', '已报送', '迟报'].map((name) => figure(name).value)).toEqual([4, 1, 4]);
    expect((await recordsOf(office, '已报送')).data.map(({ unit: by }) => by?.name)).toEqual(['市妇联']);
  });

  it('keep the work of a unit with who took its place', async () => {
    const gone = await of(office).getUnit({ params: { id: unit('团市委') } });
    await of(office).mergeUnit({ params: { id: gone.id }, body: { version: gone.version, successorId: unit('市教育局'), on: (await of(office).getSession()).today } });
    one = await write();
    expect(one.units.map(({ name }) => name)).toEqual(['市妇联', '市科协', '市教育局']);
    expect([figure('市教育局·培训人次').value, figure('培训人次').value]).toEqual([120, 200]);
    expect((await recordsOf(office, '市教育局·培训人次')).data.map(({ title }) => title)).toEqual(['青年电商培训班']);
  });
});

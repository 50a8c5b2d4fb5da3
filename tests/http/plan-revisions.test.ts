import { createClient, type Client } from '@kepu/api-client';
import type { Item, Plan, PlanRevisionDetail, RevisionLine, WorkEntry } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { newPerson } from '../matrix/people.js';
import { allItems, commit, refusal, textPaper, unitIds, until, upload } from './papers.js';

const [farmers, league, homes] = ['农民科学素质行动', '科普人才队伍工程建设', '社区科普益民工程建设'];
const first = [
  ['团市委', farmers, '全年培训青年农民 200 人次，办好田间学校。'], ['团市委', league, '组织大学生志愿者开展科普宣讲活动。'], ['市妇联', farmers, '举办女能手科技培训班，发放科普资料。'],
  ['团市委、市妇联', homes, '依托社区办好青年家庭科学课。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。'], ['市妇联', farmers, '制作农村科普挂图。'],
];
/** The same paper in July: one item further up, one with another number, one with a third unit, one new, and two that are gone. */
const second = [
  ['市妇联', farmers, '举办女能手科技培训班，发放科普资料。'], ['团市委', farmers, '全年培训青年农民 300 人次，办好田间学校。'], ['团市委、市妇联、市科协', homes, '依托社区办好青年家庭科学课。'],
  ['市科协', homes, '新建科普益民长廊一处。'], ['团市委', league, '组织大学生志愿者  开展科普宣讲活动'],
];

eachDatabase('the next edition of a paper', (database) => {
  let server: TestServer;
  let [office, youth, women, reader]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let before: Item[];
  let entry: WorkEntry;
  let draft: PlanRevisionDetail;
  const of = <T>(value: T | undefined): T => { if (value === undefined) throw new Error('Nothing is there'); return value; };
  const kinds = (lines: readonly RevisionLine[]) => lines.map((line) => [line.kind, (line.after ?? line.before)?.text.slice(0, 6), line.fields.join(' '), line.signing]);
  const states = async (client: Client) => (await client.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.map((row) => [row.item.text.slice(0, 6), row.unit.name, row.state]);
  const change = (body: Omit<Parameters<Client['updatePlanRevision']>[0]['body'], 'version'>) => of(office).updatePlanRevision({ params: { id: draft.id }, body: { version: draft.version, ...body } });
  const issue = (version = draft.version) => of(office).issuePlanRevision({ params: { id: draft.id }, body: { version } });

  beforeAll(async () => {
    server = await startServer({ database });
    [office, youth, women, reader] = await Promise.all([server.client('office'), server.client('liaison'), server.client('liaison-women'), server.client('county')]);
    units = await unitIds(of(office));
    plan = await commit(of(office), textPaper(2014, first), '2014.txt');
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2014〕1号', issuedOn: '2014-05-27' } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    before = await allItems(of(office), plan.id);
    const own = (await of(youth).listAssignments({ query: { planId: plan.id, perPage: 200 } })).data;
    await of(youth).signAssignments({ body: { ids: own.map((row) => row.id) } });
    const theirs = (await of(women).listAssignments({ query: { planId: plan.id, perPage: 200 } })).data;
    await of(women).signAssignments({ body: { ids: theirs.filter((row) => !row.item.text.includes('挂图')).map((row) => row.id) } });
    entry = await of(women).createWorkEntry({ body: {
      unitId: units.get('市妇联') ?? '', kind: 'training', title: '护老知识培训', quantity: 20, unitOfMeasure: '人次', fromDay: '2014-06-01', toDay: '2014-06-01', serves: [{ itemId: of(before[4]).id }], details: { days: 1 }, place: '社区',
      fileIds: [(await of(women).createFile({ file: new Blob([Buffer.from('签到表')]), fileName: '签到表.txt' })).id],
    } });
  });

  it('is no plan of its own: it is held against the one in force', async () => {
    const preview = await upload(of(office), textPaper(2014, second), '2014-7.txt');
    expect(await refusal(of(office).commitPlanImport({ params: { id: preview.id } }))).toMatchObject({ code: 'plan.year_issued', status: 409, params: { year: 2014 } });
    expect((await refusal(of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version + 1 } }))).code).toBe('version.stale');
    draft = await of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    expect(draft).toMatchObject({ planId: plan.id, importId: preview.id, edition: 2, state: 'draft', counts: { same: 2, changed: 2, added: 1, withdrawn: 2, kept: 0, undecided: 1, signing: 3, units: 2 } });
    expect(kinds(draft.lines)).toEqual([
      ['same', '举办女能手科', '', 0], ['changed', '全年培训青年', 'text targets', 1], ['changed', '依托社区办好', 'units', 1], ['added', '新建科普益民', '', 1], ['same', '组织大学生志', '', 0],
      ['withdrawn', '开展巾帼护老', '', 0], ['withdrawn', '制作农村科普', '', 0],
    ]);
    expect(draft.lines.map((line) => [line.evidence, line.decided])).toEqual([...Array.from({ length: 5 }, () => [0, true]), [1, false], [0, true]]);
    expect(draft.lines[1]).toMatchObject({ itemId: of(before[0]).id, position: 2, before: { text: first[0]?.[2] }, after: { text: second[1]?.[2] } });
    expect(await of(office).getPlanImport({ params: { id: preview.id } })).toMatchObject({ state: 'committed', planId: plan.id });
  });

  it('is one at a time, is compared only with what is in force, and says when there is nothing new', async () => {
    const again = await upload(of(office), textPaper(2014, second.slice(1)), '2014-8.txt');
    expect((await refusal(of(office).createPlanRevision({ params: { id: again.id }, body: { version: again.version } }))).code).toBe('plan_revision.exists');
    expect((await of(office).getPlanImport({ params: { id: again.id } })).state).toBe('ready');
    const equal = await upload(of(office), textPaper(2014, first), '2014-1.txt');
    expect((await refusal(of(office).createPlanRevision({ params: { id: equal.id }, body: { version: equal.version } }))).code).toBe('plan_revision.nothing_new');
    const other = await upload(of(office), textPaper(2013, second), '2013.txt');
    expect(await refusal(of(office).createPlanRevision({ params: { id: other.id }, body: { version: other.version } }))).toMatchObject({ code: 'plan_revision.no_plan', params: { year: 2013 } });
  });

  it('is the office’s alone until it is issued', async () => {
    for (const client of [youth, women, reader]) {
      expect((await refusal(of(client).getPlanRevision({ params: { id: draft.id } }))).code).toBe('resource.not_found');
      expect((await of(client).listPlanRevisions({ params: { id: plan.id } })).data).toEqual([]);
      expect(['auth.forbidden', 'resource.not_found']).toContain((await refusal(of(client).issuePlanRevision({ params: { id: draft.id }, body: { version: draft.version } }))).code);
    }
    const { data } = await of(office).listPlanRevisions({ params: { id: plan.id } });
    expect(data.map((one) => [one.id, one.state, one.counts.undecided])).toEqual([[draft.id, 'draft', 1]]);
  });

  it('is put right by a person: what is one item, and what stays in force', async () => {
    const stale = draft.version;
    draft = await change({ pairs: [{ position: 2, itemId: null }] });
    expect(draft.counts).toMatchObject({ same: 2, changed: 1, added: 2, withdrawn: 3 });
    expect((await refusal(of(office).updatePlanRevision({ params: { id: draft.id }, body: { version: stale, pairs: [] } }))).code).toBe('version.stale');
    expect((await refusal(change({ pairs: [{ position: 2, itemId: of(before[2]).id }] }))).code).toBe('plan_revision.item_paired');
    expect((await refusal(change({ pairs: [{ position: 9, itemId: null }] }))).code).toBe('reference.not_found');
    const foreign = of((await allItems(of(office), (await of(office).listPlans({ query: { year: 2020 } })).data[0]?.id ?? ''))[0]).id;
    expect((await refusal(change({ pairs: [{ position: 2, itemId: foreign }] }))).code).toBe('reference.not_found');
    expect((await refusal(change({ unprinted: [{ itemId: foreign, keep: true }] }))).code).toBe('reference.not_found');
    draft = await change({ pairs: [{ position: 2, itemId: of(before[0]).id }] });
    expect(draft.counts).toMatchObject({ changed: 2, added: 1, withdrawn: 2, undecided: 1 });

    expect((await refusal(issue())).code).toBe('plan.paper_incomplete');
    draft = await change({ docNumber: '温全科样〔2014〕9号', issuedOn: '2014-07-15' });
    expect(await refusal(issue())).toMatchObject({ code: 'plan_revision.undecided', params: { count: 1 } });
    draft = await change({ unprinted: [{ itemId: of(before[4]).id, keep: false }] });
    expect(draft.counts).toMatchObject({ withdrawn: 2, kept: 0, undecided: 0 });
    draft = await change({ unprinted: [{ itemId: of(before[4]).id, keep: true }] });
    expect(draft.counts).toMatchObject({ withdrawn: 1, kept: 1, undecided: 0 });
  });

  it('is issued whole or not at all', async () => {
    await server.control.failpoint('plan-revision:applied', 'throw');
    await expect(issue()).rejects.toThrow();
    expect(await of(office).getPlan({ params: { id: plan.id } })).toMatchObject({ edition: 1, docNumber: '温全科样〔2014〕1号', counts: { items: 6 } });
    expect((await allItems(of(office), plan.id)).map((item) => item.id)).toEqual(before.map((item) => item.id));
    const both = await Promise.allSettled([issue(), issue()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(['version.stale', 'lifecycle.not_allowed']).toContain((lost.reason as { problem: { code: string } }).problem.code);
    draft = await of(office).getPlanRevision({ params: { id: draft.id } });
    expect(draft).toMatchObject({ state: 'issued', counts: { same: 2, changed: 2, added: 1, withdrawn: 1, kept: 1, undecided: 0, signing: 3, units: 2 } });
    expect(await of(office).getPlan({ params: { id: plan.id } })).toMatchObject({ edition: 2, docNumber: '温全科样〔2014〕9号', issuedOn: '2014-07-15', counts: { items: 6, units: 3 }, signOff: { total: 8, signed: 5, pending: 3 } });
  });

  it('changes items in their place: their proof, measures and history stay with them', async () => {
    const items = await allItems(of(office), plan.id);
    expect(items.map((item) => [item.seq, item.text.slice(0, 6), item.standing, item.revisedIn])).toEqual([
      [1, '举办女能手科', 'printed', null], [2, '全年培训青年', 'printed', 2], [3, '依托社区办好', 'printed', 2], [4, '新建科普益民', 'printed', 2], [5, '组织大学生志', 'printed', null], [6, '开展巾帼护老', 'kept', 2],
    ]);
    expect([2, 0, 3, undefined, 1, 4].map((at) => (at === undefined ? undefined : before[at]?.id))).toEqual(items.map((item, index) => (index === 3 ? undefined : item.id)));
    const withdrawn = (await of(office).listItems({ params: { id: plan.id }, query: { withdrawn: 'true' } })).data;
    expect(withdrawn.map((item) => [item.id, item.standing, item.assignments.map(({ state }) => state)])).toEqual([[before[5]?.id, 'withdrawn', ['withdrawn']]]);
    const measures = (await of(office).listMeasures({ query: { planId: plan.id } })).data;
    expect(measures.map((one) => [one.item.id, one.min, one.raw, one.origin])).toEqual([[before[0]?.id, 300, '300 人次', 'paper']]);
    expect((await of(women).getWorkEntry({ params: { id: entry.id } })).serves.map((one) => one.itemId)).toEqual([before[4]?.id]);
    const matrix = await of(office).getMatrix({ params: { id: plan.id } });
    expect(matrix.cells.reduce((sum, cell) => sum + cell.tally.total, 0)).toBe(8);
    const history = (await of(office).getItemHistory({ params: { id: of(before[0]).id } })).data.map((one) => one.action);
    expect(history).toEqual(expect.arrayContaining(['plan.issued', 'assignment.signed', 'plan.revised', 'item.changed']));
    const revisions = (await of(youth).listItemRevisions({ params: { id: of(before[0]).id } })).data;
    expect(revisions).toMatchObject([{ edition: 2, kind: 'changed', fields: ['text', 'targets'], before: { text: first[0]?.[2] }, after: { text: second[1]?.[2] } }]);
    expect((await refusal(of(women).listItemRevisions({ params: { id: of(before[0]).id } }))).code).toBe('resource.not_found');
  });

  it('is signed for where it changed, and by whom it changed for', async () => {
    expect(await states(of(youth))).toEqual([['全年培训青年', '团市委', 'pending'], ['依托社区办好', '团市委', 'signed'], ['组织大学生志', '团市委', 'signed']]);
    expect(await states(of(women))).toEqual([['举办女能手科', '市妇联', 'signed'], ['依托社区办好', '市妇联', 'signed'], ['开展巾帼护老', '市妇联', 'signed']]);
    const told = async (client: Client) => (await client.listNotices({ query: { perPage: 200 } })).data.filter(({ kind }) => kind === 'plan_revised' || kind === 'plan_eased').map(({ kind, params, link }) => [kind, params['edition'], params['count'], link]);
    expect(await until(() => told(of(youth)), (seen) => seen.length > 0)).toEqual([['plan_revised', 2, 1, `/my-items?plan=${plan.id}`]]);
    expect(await until(() => told(of(women)), (seen) => seen.length > 0)).toEqual([['plan_eased', 2, 1, `/plan-revisions/${draft.id}/show`]]);
    const gone = of((await of(women).listAssignments({ query: { planId: plan.id, state: 'withdrawn' } })).data[0]);
    expect(await of(women).signAssignments({ body: { ids: [gone.id] } })).toEqual({ changed: 0 });
    const open = of((await of(youth).listAssignments({ query: { planId: plan.id, state: 'pending' } })).data[0]);
    // A phone that was open while the edition came shows the words of before.
    expect((await refusal(of(youth).signAssignments({ body: { ids: [open.id], versions: [open.version - 1] } }))).code).toBe('version.stale');
    expect(await of(youth).signAssignments({ body: { ids: [open.id], versions: [open.version] } })).toEqual({ changed: 1 });
  });

  it('is read by everybody as far as they see its items, and taken away as a sheet', async () => {
    expect((await of(youth).getPlanRevision({ params: { id: draft.id } })).lines.map((line) => line.position)).toEqual([2, 3]);
    expect((await of(reader).getPlanRevision({ params: { id: draft.id } })).lines).toHaveLength(5);
    const answer = await server.fetch(`/api/v1/plan-revisions/${draft.id}/changes.xlsx`, { as: 'office' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const rows = book.worksheets[0]?.getSheetValues().slice(2) as unknown[][];
    expect(rows.map((row) => [row[1], row[2], row[3]])).toEqual([[2, '修改', '内容、数量'], [3, '修改', '单位'], [4, '新增', ''], ['', '继续执行', ''], ['', '不再执行', '']]);
    for (const call of [issue, () => change({ title: '另一个题目' }), () => of(office).withdrawPlanRevision({ params: { id: draft.id }, body: { version: draft.version } })]) expect((await refusal(call())).code).toBe('lifecycle.not_allowed');
  });

  it('is known again when it comes again; what comes back is new work, and a draft can be taken back', async () => {
    const same = await upload(of(office), textPaper(2014, second), '2014-7b.txt');
    expect(await of(office).commitPlanImport({ params: { id: same.id } })).toMatchObject({ already: true, plan: { id: plan.id, edition: 2 } });
    const compared = await upload(of(office), textPaper(2014, second), '2014-7c.txt');
    expect((await refusal(of(office).createPlanRevision({ params: { id: compared.id }, body: { version: compared.version } }))).code).toBe('plan_revision.nothing_new');
    const third = await upload(of(office), textPaper(2014, [...second, of(first[5])]), '2014-9.txt');
    draft = await of(office).createPlanRevision({ params: { id: third.id }, body: { version: third.version } });
    expect(draft).toMatchObject({ edition: 3, counts: { same: 5, changed: 1, added: 0, withdrawn: 0, kept: 1, undecided: 0 } });
    const back = await of(office).withdrawPlanRevision({ params: { id: draft.id }, body: { version: draft.version } });
    expect(back).toMatchObject({ id: third.id, state: 'ready', planId: null });
    draft = await of(office).createPlanRevision({ params: { id: third.id }, body: { version: back.version } });
    draft = await change({ docNumber: '温全科样〔2014〕12号', issuedOn: '2014-09-01', unprinted: [{ itemId: of(before[4]).id, keep: false }] });
    await issue();
    expect((await of(women).listAssignments({ query: { planId: plan.id, state: 'pending' } })).data.map((row) => row.item.id)).toEqual([before[5]?.id]);
    expect((await of(office).getItem({ params: { id: of(before[4]).id } }))).toMatchObject({ standing: 'withdrawn', revisedIn: 3 });
    expect((await of(office).listItemRevisions({ params: { id: of(before[4]).id } })).data.map((one) => [one.edition, one.kind])).toEqual([[3, 'withdrawn'], [2, 'kept']]);
    expect((await of(women).getWorkEntry({ params: { id: entry.id } })).serves).toHaveLength(1);
  });

  it('goes on for as many editions as there are: places stay whole, what nobody signed yet is another version, and proof goes to work in force', async () => {
    const fourth = [...second, of(first[5]), ['市妇联', homes, '开展巾帼护老知识进社区活动，送书到户。']] as string[][];
    for (const [edition, rows] of [[4, [...fourth.slice(0, 4), of(fourth[5])]], [5, fourth], [6, [...fourth.slice(1, 3), ...fourth.slice(4)]], [7, fourth]] as const) {
      const preview = await upload(of(office), textPaper(2014, rows), `2014-${edition + 9}.txt`);
      draft = await of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
      draft = await change({ docNumber: `温全科样〔2014〕${edition + 20}号`, issuedOn: '2014-10-08', unprinted: draft.lines.filter((line) => !line.decided).map((line) => ({ itemId: line.itemId ?? '', keep: false })) });
      await issue();
      const all = [...(await allItems(of(office), plan.id)), ...(await of(office).listItems({ params: { id: plan.id }, query: { withdrawn: 'true', perPage: 200 } })).data];
      expect([edition, all.map((item) => item.seq).sort((a, b) => a - b)]).toEqual([edition, all.map((_, index) => index + 1)]);
      expect((await allItems(of(office), plan.id)).map((item) => item.text.replaceAll(' ', ''))).toEqual(rows.map((row) => row[2]?.replaceAll(' ', '')));
    }
    const elders = of((await of(women).listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.find((row) => row.item.text.includes('送书到户')));
    expect([elders.item.id, elders.state]).toEqual([before[4]?.id, 'pending']);
    const gone = await of(office).listItems({ params: { id: plan.id }, query: { withdrawn: 'true' } });
    expect(gone.total).toBe(0);
    const preview = await upload(of(office), textPaper(2014, fourth.slice(1)), '2014-30.txt');
    draft = await of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    draft = await change({ docNumber: '温全科样〔2014〕40号', issuedOn: '2014-11-03' });
    await issue();
    const body = { unitId: units.get('市妇联') ?? '', kind: 'training' as const, title: '女能手培训', quantity: 20, unitOfMeasure: '人次', fromDay: '2014-11-06', toDay: '2014-11-06', serves: [{ itemId: of(before[2]).id }], details: { days: 1 }, place: '社区', fileIds: entry.files.map(({ id }) => id) };
    expect((await refusal(of(women).createWorkEntry({ body }))).code).toBe('reference.not_found');
  });

  it('is closed to whoever may read plans but not write them', async () => {
    const { cookie } = await newPerson(server, of(office), 'inspector@demo.kepu', { role: 'reader' });
    const client = createClient({ baseUrl: server.url, headers: { cookie } });
    const preview = await upload(of(office), textPaper(2014, first), '2014-10.txt');
    for (const call of [client.createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } }), client.updatePlanRevision({ params: { id: draft.id }, body: { version: draft.version } })]) expect((await refusal(call)).code).toBe('auth.forbidden');
    expect((await client.getPlanRevision({ params: { id: draft.id } })).edition).toBe(draft.edition);
  });
});

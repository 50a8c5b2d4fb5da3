import type { Client } from '@kepu/api-client';
import type { Item, Plan, PlanCopyView, PlanImport, ProgrammeMapping, ProgrammeSet } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, unitIds } from './papers.js';

const [farmers, homes, talent] = ['农民科学素质行动', '社区科普益民工程建设', '科普人才队伍工程建设'];
const shared = '依托社区机构和科普志愿者组织，引导社区居民积极参与科普活动。';

eachDatabase('a plan as the beginning of the next', (database) => {
  let server: TestServer;
  let [office, youth, county]: Client[] = [];
  let plan: Plan;
  let items: Item[];
  let units: ReadonlyMap<string, string>;
  let sets: ProgrammeSet[];
  let preview: PlanImport;
  let copied: Plan;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const view = (year: number, id = plan.id): Promise<PlanCopyView> => of(office).viewPlanCopy({ params: { id }, query: { year } });
  const mappings = async (): Promise<ProgrammeMapping[]> => (await of(office).listProgrammeMappings({ query: { fromSetId: of(sets.find(({ fromYear }) => fromYear === 2016)).id, toSetId: of(sets.find(({ fromYear }) => fromYear === 2021)).id } })).data;

  beforeAll(async () => {
    server = await startServer({ database });
    [office, youth, county] = await Promise.all(['office', 'liaison', 'county'].map((name) => server.client(name)));
    for (const name of ['市科普中心', '市科普馆', '市老馆']) await of(office).createUnit({ body: { name, fullName: `温州样例${name}`, kind: 'institution', divisionCode: '330300' } });
    units = await unitIds(of(office));
    sets = (await of(office).listProgrammeSets()).data;
    plan = await commit(of(office), textPaper(2018, [
      ['团市委', farmers, '2018年培训青年农民 200 人次，落实“十三五”规划和2016年纲要。'], ['团市委', homes, shared], ['市妇联', homes, shared], ['市科普中心', talent, '办好科普讲师团。'], ['市老馆', farmers, '开放老馆。'],
    ]), 'copies.txt');
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科复〔2018〕1号', issuedOn: '2018-02-01', issuer: '样例办公室' } });
    items = await allItems(of(office), plan.id);
    await of(office).createMeasure({ params: { id: of(items[1]).id }, body: { kind: 'number', name: '2018年活动场次', sources: ['sessions'], min: 12, unitOfMeasure: '场', dueOn: '2018-11-30' } });
    const judged = await of(office).createMeasure({ params: { id: of(items[3]).id }, body: { kind: 'qualitative', name: '讲师团效果', sources: ['documents'], unitOfMeasure: '项' } });
    await of(office).judgeMeasure({ params: { id: judged.id }, body: { version: judged.version, met: true, note: '很好' } });
    const paper = of((await of(office).listMeasures({ query: { itemId: of(items[0]).id } })).data[0]);
    await of(office).updateMeasure({ params: { id: paper.id }, body: { version: paper.version, name: '培训青年农民', demands: '名册' } });
    await of(office).createJointGroup({ params: { id: plan.id }, body: { name: '社区科普', leadUnitId: of(units.get('团市委')), parts: [of(items[1]), of(items[2])].map(({ id, text }) => ({ itemId: id, clause: text })) } });
    expect(await code(view(2021))).toBe('lifecycle.not_allowed');
    plan = await of(office).getPlan({ params: { id: plan.id } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    const centre = await of(office).getUnit({ params: { id: of(units.get('市科普中心')) } });
    const day = (await of(office).getSession()).today;
    await of(office).mergeUnit({ params: { id: centre.id }, body: { version: centre.version, successorId: of(units.get('市科普馆')), on: day } });
    const old = await of(office).getUnit({ params: { id: of(units.get('市老馆')) } });
    await of(office).closeUnit({ params: { id: old.id }, body: { version: old.version, on: day } });
  });

  it('programmes go on as the office says, and what is only near is asked', async () => {
    const said = await mappings();
    expect(said.map(({ from, to, ask }) => [from.name, to?.name, ask])).toContainEqual([farmers, '农民科学素质提升行动', false]);
    const near = of(said.find(({ from }) => from.name === homes));
    expect(near).toMatchObject({ to: { name: '基层科普能力提升工程' }, ask: true, version: 1 });
    const change = (body: Partial<Parameters<Client['mapProgramme']>[0]['body']>, client = office) => of(client).mapProgramme({ params: { id: near.from.id }, body: { version: near.version, toSetId: near.toSet.id, toId: of(near.to).id, ask: false, ...body } });
    expect(await code(change({}, youth))).toBe('auth.forbidden');
    expect(await code(change({ toId: near.from.id }))).toBe('reference.not_found');
    expect(await code(change({ toSetId: of(sets.find(({ fromYear }) => fromYear === 2016)).id }))).toBe('reference.not_found');
    const both = await Promise.allSettled([change({ note: '整体归入' }), change({ note: '整体归入' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await code(change({}))).toBe('version.stale');
    expect((await mappings()).find(({ from }) => from.name === homes)).toMatchObject({ ask: false, note: '整体归入', version: 2 });
    expect((await of(county).listProgrammeMappings({ query: { fromSetId: near.from.id, toSetId: near.toSet.id } })).total).toBe(0);
  });

  it('is looked at first: years, programmes, units', async () => {
    const seen = await view(2021);
    expect(seen).toMatchObject({ year: 2021, title: plan.title.replace('2018', '2021'), joint: 1 });
    expect(seen.items.map(({ programme }) => [programme.to?.name ?? null, programme.suggestion?.name])).toEqual([
      ['农民科学素质提升行动', '农民科学素质提升行动'], ['基层科普能力提升工程', '基层科普能力提升工程'], ['基层科普能力提升工程', '基层科普能力提升工程'], [null, '基层科普能力提升工程'], ['农民科学素质提升行动', '农民科学素质提升行动'],
    ]);
    expect(seen.items[0]).toMatchObject({ moved: '2021年培训青年农民 200 人次，落实“十三五”规划和2016年纲要。', timeWords: ['十三五', '2016'] });
    expect(seen.items[1]).toMatchObject({ moved: null, timeWords: [], measures: 1 });
    expect(seen.items.slice(3).map((item) => item.units)).toMatchObject([[{ id: of(units.get('市科普馆')), name: '市科普馆', standing: 'renamed', was: '市科普中心' }], [{ name: '市老馆', standing: 'closed', was: null }]]);
    // In the years of its own set a programme is itself.
    expect((await view(2019)).items[0]?.programme).toMatchObject({ name: farmers, to: { name: farmers } });
    for (const year of [2018, 2017]) expect(await code(view(year))).toBe('plan_copy.year_earlier');
    expect(await code(view(new Date().getUTCFullYear() + 200))).toBe('input.invalid');
    expect(await code(of(youth).viewPlanCopy({ params: { id: plan.id }, query: { year: 2021 } }))).toBe('auth.forbidden');
    expect(await code(view(2021, of(items[0]).id))).toBe('resource.not_found');
  });

  it('shows programmes side by side before it is made', async () => {
    const seen = await of(office).listProgrammePairs({ params: { id: plan.id }, query: { year: 2021 } });
    expect(seen).toMatchObject({ from: { id: plan.id, year: 2018 }, to: 2021 });
    expect(seen.data.filter(({ items: count }) => count > 0).map(({ from, to, kind, items: count }) => [from?.name, to?.name ?? null, kind, count])).toEqual([[farmers, '农民科学素质提升行动', 'mapped', 2], [homes, '基层科普能力提升工程', 'mapped', 2], [talent, null, 'open', 1]]);
    expect(seen.data.filter(({ kind }) => kind === 'new').map(({ to }) => to?.name)).not.toContain('农民科学素质提升行动');
    expect(seen.data.some(({ kind, items: count }) => kind === 'new' && count === 0)).toBe(true);
    expect((await of(office).listProgrammePairs({ params: { id: plan.id }, query: { year: 2019 } })).data.filter(({ items: count }) => count > 0).map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
    // A plan that was read from a paper is no copy.
    expect(await of(office).listProgrammePairs({ params: { id: plan.id }, query: {} })).toEqual({ from: null, to: 2018, data: [], total: 0 });
    for (const call of [() => of(youth).listProgrammePairs({ params: { id: plan.id }, query: {} }), () => of(youth).exportProgrammePairs({ params: { id: plan.id }, query: {} })]) expect(await code(call())).toBe('auth.forbidden');
    for (const id of [of(items[0]).id]) for (const query of [{}, { year: 2021 }]) expect(await code(of(office).listProgrammePairs({ params: { id }, query }))).toBe('resource.not_found');
    expect(await code(of(county).listProgrammePairs({ params: { id: plan.id }, query: {} }))).toBe('resource.not_found');
    expect(await code(of(office).listProgrammePairs({ params: { id: plan.id }, query: { year: 2018 } }))).toBe('plan_copy.year_earlier');
  });

  it('becomes a preview that is corrected as a paper is', async () => {
    const copy = (body: Partial<Parameters<Client['copyPlan']>[0]['body']>) => of(office).copyPlan({ params: { id: plan.id }, body: { year: 2021, ...body } });
    expect(await code(copy({ itemIds: [plan.id] }))).toBe('reference.not_found');
    expect(await code(copy({ programmes: [{ itemId: of(items[0]).id, programmeId: plan.id }] }))).toBe('reference.not_found');
    expect((await copy({ itemIds: [of(items[1]).id] })).items).toHaveLength(1);
    preview = await copy({ moveYearsOf: [of(items[0]).id] });
    expect(preview).toMatchObject({ state: 'ready', paper: { docNumber: null, issuedOn: null, year: 2021, issuer: '样例办公室' }, summary: { items: 5 } });
    expect(preview.items[0]).toMatchObject({ text: '2021年培训青年农民 200 人次，落实“十三五”规划和2016年纲要。', programme: { name: '农民科学素质提升行动' }, responsible: [{ name: '团市委' }] });
    expect(preview.warnings.map(({ code: which, value }) => [which, value])).toEqual([['time_word', '十三五'], ['time_word', '2016'], ['unknown_programme', talent], ['unit_renamed', '市科普中心'], ['unknown_unit', '市老馆']]);
    expect((await server.fetch(`/api/v1/plan-imports/${preview.id}/paper`, { as: 'office' })).status).toBe(200);
    expect(await code(of(office).commitPlanImport({ params: { id: preview.id } }))).toBe('plan_import.unresolved');
    const open = of(preview.warnings.find(({ code: which }) => which === 'unknown_programme'));
    preview = await of(office).resolveImportName({ params: { id: preview.id }, body: { version: preview.version, kind: 'programme', name: talent, id: of(open.suggestionId), remember: false } });
    preview = await of(office).correctImportItem({ params: { id: preview.id, position: 5 }, body: { version: preview.version, responsible: [of(units.get('市科普馆'))] } });
  });

  it('is committed with measures and joint tasks, and without what was judged or proven', async () => {
    const made = await of(office).commitPlanImport({ params: { id: preview.id } });
    copied = made.plan;
    expect(copied).toMatchObject({ year: 2021, state: 'draft', docNumber: null, issuedOn: null, counts: { items: 5 } });
    const now = await allItems(of(office), copied.id);
    expect(now.map(({ units: named }) => named.map(({ printed }) => printed))).toEqual([['团市委'], ['团市委'], ['市妇联'], ['市科普馆'], ['市科普馆']]);
    expect((await of(office).listMeasures({ query: { planId: copied.id, perPage: 50 } })).data).toMatchObject([
      { origin: 'paper', name: '培训青年农民', demands: '名册', min: 200, dueOn: '2021-12-31', judged: null }, { origin: 'office', name: '2018年活动场次', min: 12, dueOn: '2021-11-30' }, { name: '讲师团效果', judged: null, progress: { state: 'open', evidence: 0 } },
    ]);
    const pairs = await of(office).listProgrammePairs({ params: { id: copied.id }, query: {} });
    expect(pairs.from).toEqual({ id: plan.id, title: plan.title, year: 2018 });
    expect(pairs.data.map(({ from, to, kind, items: count }) => [from?.name, to?.name, kind, count])).toEqual([[farmers, '农民科学素质提升行动', 'mapped', 2], [homes, '基层科普能力提升工程', 'merged', 2], [talent, '基层科普能力提升工程', 'merged', 1]]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await (await of(office).exportProgrammePairs({ params: { id: copied.id }, query: {} })).arrayBuffer()) as never);
    expect(of(book.worksheets[0]).getSheetValues().slice(1, 5).map((row) => (row as unknown[]).slice(1))).toEqual([['2018年项目', '2021年项目', '变化', '工作项数'], [farmers, '农民科学素质提升行动', '换项目', 2], [homes, '基层科普能力提升工程', '合并', 2], [talent, '基层科普能力提升工程', '合并', 1]]);
    expect((await of(office).listJointGroups({ params: { id: copied.id } })).data).toMatchObject([{ name: '社区科普', lead: { name: '团市委' } }]);
    expect((await allItems(of(office), plan.id)).map(({ text }) => text)).toEqual(items.map(({ text }) => text));
    expect(await code(view(2021))).toBe('plan_copy.year_taken');
    expect(await code(of(office).copyPlan({ params: { id: copied.id }, body: { year: 2022 } }))).toBe('lifecycle.not_allowed');
  });

  it('is undone as an import is, and can be made again without measures', async () => {
    const back = await of(office).undoPlan({ params: { id: copied.id }, body: { version: copied.version } });
    expect(back).toMatchObject({ id: preview.id, state: 'ready', planId: null });
    expect(await code(of(office).getPlan({ params: { id: copied.id } }))).toBe('resource.not_found');
    const again = (await of(office).commitPlanImport({ params: { id: back.id } })).plan;
    expect((await of(office).listJointGroups({ params: { id: again.id } })).total).toBe(1);
    await of(office).undoPlan({ params: { id: again.id }, body: { version: again.version } });
    const bare = await of(office).copyPlan({ params: { id: plan.id }, body: { year: 2021, itemIds: [of(items[0]).id, of(items[1]).id], measures: false, joint: false } });
    expect(bare.items[0]?.text).toContain('2018年');
    const small = (await of(office).commitPlanImport({ params: { id: bare.id } })).plan;
    expect((await of(office).listMeasures({ query: { planId: small.id } })).data).toMatchObject([{ origin: 'paper', demands: null }]);
    expect((await of(office).listJointGroups({ params: { id: small.id } })).total).toBe(0);
  });
});

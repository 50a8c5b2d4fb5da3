import type { Client } from '@kepu/api-client';
import type { Item, Measure, MeasureSheet, MeasureSheetTaken, Plan } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, upload as uploadPaper } from './papers.js';

const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];
const heads = ['序号', '单位', '项目', '工作内容和要求', '建议', '采用', '种类', '名称', '来源', '人才库', '至少', '至多', '约', '计量单位', '完成日期', '证明要求', '任务代码', '指标代码', '版本', '建议代码'] as const;
type Head = (typeof heads)[number];
type Row = Partial<Record<Head, string | number>>;

eachDatabase('measures by a sheet', (database) => {
  let server: TestServer;
  let office: Client;
  let plan: Plan;
  let items: Item[];
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const at = (head: Head): number => heads.indexOf(head) + 1;
  const path = (rest = '', one = plan.id) => `/api/v1/plans/${one}/measures/sheet${rest}`;
  const measures = async (): Promise<Measure[]> => (await office.listMeasures({ query: { planId: plan.id, perPage: 200 } })).data;
  const template = async (id = plan.id): Promise<ExcelJS.Workbook> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await server.fetch(path('', id), { as: 'office' })).arrayBuffer());
    return book;
  };
  const sheetOf = (book: ExcelJS.Workbook) => of(book.worksheets[0]);
  /** Rows that say something: those below offer their options and are empty. */
  const texts = (book: ExcelJS.Workbook) => Array.from({ length: sheetOf(book).rowCount }, (_, index) => Array.from(sheetOf(book).getRow(index + 1).values as unknown[]).slice(1).map((value) => String(value ?? ''))).filter((row) => row.some((text) => text !== ''));
  const write = (book: ExcelJS.Workbook, row: number, values: Row) => { for (const [head, value] of Object.entries(values)) sheetOf(book).getCell(row, at(head as Head)).value = value === '' ? null : value; };
  const rowWith = (book: ExcelJS.Workbook, head: Head, value: string): number => texts(book).findIndex((row) => row[at(head) - 1] === value) + 1;
  const bytesOf = async (book: ExcelJS.Workbook) => Buffer.from(await book.xlsx.writeBuffer());
  const post = (rest: string, bytes: Uint8Array, as = 'office', id = plan.id) => {
    const body = new FormData();
    body.set('file', new Blob([Buffer.from(bytes)]), 'measures.xlsx');
    return server.fetch(path(rest, id), { method: 'POST', as, body, headers: { 'accept-language': 'zh-CN' } });
  };
  const read = async (book: ExcelJS.Workbook): Promise<MeasureSheet> => (await post('', await bytesOf(book))).json() as Promise<MeasureSheet>;
  const take = async (bytes: Uint8Array, { planVersion, mark }: MeasureSheet) => post(`/take?version=${planVersion}&mark=${mark}`, bytes);
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
  const done = async (book: ExcelJS.Workbook): Promise<MeasureSheetTaken> => {
    const bytes = await bytesOf(book);
    return (await take(bytes, (await (await post('', bytes)).json()) as MeasureSheet)).json() as Promise<MeasureSheetTaken>;
  };

  beforeAll(async () => {
    server = await startServer({ database });
    office = await server.client('office');
    plan = await commit(office, textPaper(2012, [['团市委', farmers, '全年培训青年农民 200 人次。'], ['团市委', homes, '依托社区办好青年课堂。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。']]), 'bulk.txt');
    items = await allItems(office, plan.id);
  });

  it('go out with one row for each measure, and what the words suggest for each item that has none', async () => {
    const book = await template();
    const rows = texts(book);
    expect(rows[0]).toEqual([...heads]);
    expect(rows.slice(1).map((row) => [row[0], row[at('建议') - 1], row[at('采用') - 1], row[at('种类') - 1], row[at('至少') - 1], row[at('计量单位') - 1]])).toEqual([['1', '', '', '数量', '200', '人次'], ['2', '建议：定性考核', '', '定性', '1', '项'], ['3', '建议：写到“进社区”', '', '数量', '1', '场']]);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['指标表', '可选内容', '填写说明']);
    expect(sheetOf(book).getColumn(at('任务代码')).hidden).toBe(true);
    expect(sheetOf(book).getCell(2, at('种类')).dataValidation).toMatchObject({ type: 'list', formulae: ["'可选内容'!$A$2:$A$5"] });
    expect(await read(book)).toMatchObject({ counts: { added: 0, changed: 0, removed: 0, unchanged: 1, leftOut: 0, passed: 2 }, changes: [], problems: [] });
  });

  it('come back, are looked at, and are written once', async () => {
    const book = await template();
    write(book, 3, { 采用: '是', 种类: '数量', 名称: '=1+1 课堂', 来源: '活动场次，会议、文件数、手工填报', 至少: 12, 计量单位: '场', 完成日期: '2012年11月30日', 证明要求: '照片' });
    write(book, 4, { 采用: '是', 种类: '数量', 名称: '志愿服务', 来源: '志愿服务时长', 至少: 1.5, 约: '是', 计量单位: '小时', 完成日期: '', 证明要求: '' });
    const seen = await read(book);
    expect(seen.problems).toEqual([]);
    expect(seen).toMatchObject({ planVersion: plan.version, counts: { added: 2, changed: 0, removed: 0, unchanged: 1, leftOut: 0 }, changes: [{ row: 3, step: 'added', seq: 2, name: '=1+1 课堂' }, { row: 4, step: 'added', seq: 3 }] });
    expect(await measures()).toHaveLength(1);
    const bytes = await bytesOf(book);
    const both = await Promise.all([take(bytes, seen), take(bytes, seen)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await measures()).toMatchObject([{ origin: 'paper' }, { name: '=1+1 课堂', kind: 'number', min: 12, sources: ['sessions', 'documents', 'figure'], dueOn: '2012-11-30', demands: '照片', origin: 'office' }, { min: 90, approx: true, sources: ['volunteer_minutes'], dueOn: null }]);
    expect(await codeOf(await take(bytes, seen))).toBe('version.stale');
    expect(await read(book)).toMatchObject({ counts: { added: 0, changed: 0, removed: 0, unchanged: 3, leftOut: 0 }, changes: [] });
    expect(await done(book)).toEqual({ added: 0, changed: 0, removed: 0 });
    // A formula is nobody's: the name comes back as it was written.
    expect(texts(await template())[2]?.[at('名称') - 1]).toBe("'=1+1 课堂");
    const history = (await office.getItemHistory({ params: { id: of(items[1]).id } })).data;
    expect(history.map(({ action }) => action)).toContain('measure.sheet_taken');
  });

  it('suggest, and count only what is adopted: what comes back untouched adds nothing', async () => {
    const one = await commit(office, textPaper(2009, [['团市委', homes, '建好科普讲师团，组织健康讲座。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。'], ['市妇联', homes, '提高认识。']]), 'bulk-6.txt');
    const look = async (book: ExcelJS.Workbook) => (await (await post('', await bytesOf(book), 'office', one.id)).json()) as MeasureSheet;
    const offered = await template(one.id);
    expect(texts(offered).slice(1).map((row) => row.slice(4, 9))).toEqual([
      ['建议：写到“讲师团”', '', '数量', '讲师团在册人数', '队伍人数'], ['建议：写到“讲座”', '', '数量', '活动场次', '活动场次；手工填报'], ['建议：写到“进社区”', '', '数量', '活动场次', '活动场次；手工填报'], ['建议：定性考核', '', '定性', '落实情况', '会议、文件数；手工填报'],
    ]);
    expect(sheetOf(offered).getCell(2, at('采用')).dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] });
    expect(sheetOf(offered).getCell(2, at('种类')).fill).toMatchObject({ fgColor: { argb: 'FFFFF4D6' } });
    expect(await look(offered)).toMatchObject({ counts: { added: 0, changed: 0, removed: 0, unchanged: 0, passed: 4 }, changes: [], problems: [] });
    // Adopted as it stands, adopted with another number, refused, and changed without a word.
    write(offered, 2, { 采用: '是' });
    write(offered, 3, { 采用: '是', 至少: 12 });
    write(offered, 4, { 采用: '否', 至少: 9 });
    write(offered, 5, { 名称: '认识提高' });
    const asked = await look(offered);
    expect(asked.problems).toMatchObject([{ cell: 'F5', field: '采用', code: 'sheet_suggestion_open' }]);
    const marked = new ExcelJS.Workbook();
    await marked.xlsx.load(await (await post('/problems', await bytesOf(offered), 'office', one.id)).arrayBuffer());
    expect(texts(marked).slice(1).map((row) => [row[4], row[5], row.at(-1)])).toEqual([['建议', '是', ''], ['建议', '是', ''], ['建议', '否', ''], ['建议', '', expect.stringContaining('采用：')]]);
    write(marked, 5, { 采用: '是' });
    const seen = await look(marked);
    expect(seen).toMatchObject({ counts: { added: 3, changed: 0, removed: 0, passed: 1 }, problems: [] });
    const bytes = await bytesOf(marked);
    expect(await (await post(`/take?version=${seen.planVersion}&mark=${seen.mark}`, bytes, 'office', one.id)).json()).toEqual({ added: 3, changed: 0, removed: 0 });
    expect((await look(marked)).counts).toMatchObject({ added: 0, unchanged: 3, passed: 1 });
    // A measure that stands is not removed by a no, and a sheet from before there were suggestions is read.
    const standing = await template(one.id);
    write(standing, 2, { 采用: '否' });
    expect((await look(standing)).problems).toMatchObject([{ cell: 'F2', code: 'sheet_adopt_standing' }]);
    const older = await template(one.id);
    for (const head of ['建议代码', '采用', '建议'] as const) sheetOf(older).spliceColumns(at(head), 1);
    expect(await look(older)).toMatchObject({ counts: { added: 1, unchanged: 3, passed: 0 }, problems: [] });
  });

  it('change and remove what the office set, and leave out what is not named', async () => {
    const book = await template();
    write(book, 2, { 名称: '培训人次', 证明要求: '名册' });
    write(book, 3, { 至少: 20, 至多: 30 });
    write(book, 4, { 种类: '', 名称: '', 来源: '', 至少: '', 约: '', 计量单位: '' });
    const seen = await read(book);
    expect(seen.counts).toEqual({ added: 0, changed: 2, removed: 1, unchanged: 0, leftOut: 0, passed: 0 });
    expect(seen.changes[1]).toMatchObject({ step: 'changed', fields: [{ field: 'min', before: '12', after: '20' }, { field: 'max', before: '', after: '30' }] });
    // Somebody else is faster.
    const one = of((await measures())[1]);
    await office.updateMeasure({ params: { id: one.id }, body: { version: one.version, demands: '签到表' } });
    expect(await codeOf(await take(await bytesOf(book), seen))).toBe('measure_sheet.faulty');
    expect((await read(book)).problems).toMatchObject([{ code: 'sheet_measure_changed', cell: 'H3' }]);
    const fresh = await template();
    write(fresh, 2, { 名称: '培训人次', 证明要求: '名册' });
    write(fresh, 3, { 至少: 20, 至多: 30 });
    write(fresh, 4, { 种类: '', 名称: '', 来源: '', 至少: '', 约: '', 计量单位: '' });
    expect(await done(fresh)).toEqual({ added: 0, changed: 2, removed: 1 });
    expect(await measures()).toMatchObject([{ name: '培训人次', min: 200, demands: '名册' }, { min: 20, max: 30, demands: '签到表' }]);
    expect(await done(fresh)).toEqual({ added: 0, changed: 0, removed: 0 });
    const part = await template();
    sheetOf(part).spliceRows(2, 2);
    expect((await read(part)).counts).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 0, leftOut: 2, passed: 1 });
    expect(await done(part)).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  it('say all that is wrong at once, with the cell, and nothing is written', async () => {
    const judged = await office.createMeasure({ params: { id: of(items[2]).id }, body: { kind: 'qualitative', name: '效果', sources: ['documents'], unitOfMeasure: '项' } });
    await office.judgeMeasure({ params: { id: judged.id }, body: { version: judged.version, met: false, note: '再看' } });
    const book = await template();
    write(book, 2, { 至少: 300, 至多: 300, 计量单位: '人' });
    write(book, 3, { 种类: '成果' });
    write(book, rowWith(book, '指标代码', judged.id), { 种类: '', 名称: '', 来源: '', 计量单位: '' });
    const rest: Row[] = [
      { 序号: 2, 种类: '数目', 名称: '甲', 来源: '活动场次', 至少: 1, 计量单位: '场' }, { 序号: 99, 种类: '数量', 名称: '乙', 来源: '活动场次', 至少: 1, 计量单位: '场' }, { 序号: 2, 种类: '数量', 名称: '丙', 来源: '活动场次', 计量单位: '场' },
      { 序号: 2, 种类: '节点', 名称: '丁', 来源: '会议、文件数', 计量单位: '次' }, { 序号: 2, 种类: '数量', 名称: '戊', 来源: '活动场次', 至少: 9, 至多: 3, 计量单位: '场' }, { 序号: 2, 种类: '数量', 名称: '己', 来源: '队伍人数', 至少: 5, 计量单位: '人' }, { 序号: 2, 种类: '数量', 名称: '庚'.repeat(121), 来源: '不认得', 至少: '很多', 计量单位: '场', 完成日期: '2012-02-30' },
      { 序号: 2, 种类: '数量', 名称: '辛', 来源: '活动场次', 至少: 1, 计量单位: '场' }, { 序号: 2, 种类: '数量', 名称: '辛', 来源: '活动场次', 至少: 1, 计量单位: '场' }, { 序号: 3, 任务代码: of(items[1]).id, 种类: '数量', 名称: '壬', 来源: '活动场次', 至少: 1.5, 计量单位: '场' },
    ];
    const start = texts(book).length + 1;
    rest.forEach((row, index) => { write(book, start + index, row); });
    const before = await measures();
    const seen = await read(book);
    const said = seen.problems.map(({ cell, code }) => `${cell} ${code}`);
    const r = (index: number) => start + index;
    for (const one of ['K2 sheet_paper_stays', 'L2 sheet_paper_stays', 'N2 sheet_paper_stays', 'G3 sheet_kind_stays', 'H4 sheet_measure_kept', `G${r(0)} not_choice`, `A${r(1)} sheet_item_unknown`, `K${r(2)} required`, `O${r(3)} required`, `L${r(4)} bounds`, `J${r(5)} required`, `H${r(6)} too_long`, `I${r(6)} sheet_source_unknown`, `K${r(6)} not_number`, `O${r(6)} bad_date`, `H${r(8)} sheet_row_double`, `A${r(9)} sheet_row_mixed`, `K${r(9)} not_whole`]) expect(said).toContain(one);
    expect(seen.problems.find(({ cell }) => cell === `G${r(0)}`)).toMatchObject({ field: '种类', value: '数目' });
    const bytes = await bytesOf(book);
    expect(await codeOf(await take(bytes, seen))).toBe('measure_sheet.faulty');
    const marked = new ExcelJS.Workbook();
    await marked.xlsx.load(await (await post('/problems', bytes)).arrayBuffer());
    const rows = texts(marked);
    expect(rows[0]?.at(-1)).toBe('问题');
    expect(rows[1]?.[3]).toBe(of(items[0]).text);
    expect(rows[1]?.at(-1)).toContain('至少：这是分解表原文的数量');
    expect(rows[r(7) - 1]?.[heads.length] ?? '').toBe('');
    expect(await measures()).toEqual(before);
    // The marked file, put right, is a sheet again.
    const right = await template();
    expect((await read(right)).counts.unchanged).toBe(3);
  });

  it('are refused plainly where the file is another, or hostile', async () => {
    const other = await commit(office, textPaper(2013, [['团市委', farmers, '培训青年农民。']]), 'bulk-2.txt');
    expect(await codeOf(await post('', await bytesOf(await template(other.id))))).toBe('measure_sheet.other_plan');
    const foreign = new ExcelJS.Workbook();
    foreign.addWorksheet('名单').addRow(['姓名', '电话']);
    expect(await codeOf(await post('', await bytesOf(foreign)))).toBe('measure_sheet.foreign');
    expect(await codeOf(await post('', Buffer.from('not a sheet')))).toBe('collection.sheet_unsupported');
    expect(await codeOf(await post('', Buffer.alloc(6 * 1024 * 1024)))).toBe('input.too_large');
    expect(await codeOf(await post('/take?version=1&mark=no', await bytesOf(await template())))).toBe('input.invalid');
    for (const rest of ['', '/problems', `/take?version=1&mark=${'0'.repeat(64)}`]) expect(await codeOf(await post(rest, await bytesOf(await template()), 'liaison'))).toBe('auth.forbidden');
    // A county's office has plans of its own: this one is not among them.
    expect((await server.fetch(path(), { as: 'county' })).status).toBe(404);
    expect(await codeOf(await post('', await bytesOf(await template()), 'office', of(items[0]).id))).toBe('resource.not_found');
    expect((await refusal(office.exportMeasureSheet({ params: { id: of(items[0]).id } }))).code).toBe('resource.not_found');
  });

  it('leave a plan alone that is closed, and an item that an edition has withdrawn', async () => {
    const made = await office.updatePlan({ params: { id: plan.id }, body: { version: (await office.getPlan({ params: { id: plan.id } })).version, docNumber: '温全科批〔2012〕1号', issuedOn: '2012-02-01', issuer: '样例办公室' } });
    const issued = await office.issuePlan({ params: { id: plan.id }, body: { version: made.version } });
    const before = await template();
    const preview = await uploadPaper(office, textPaper(2012, [['团市委', farmers, '全年培训青年农民 200 人次。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。']]), 'bulk-3.txt');
    let edition = await office.createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    edition = await office.updatePlanRevision({ params: { id: edition.id }, body: { version: edition.version, docNumber: '温全科批〔2012〕2号', issuedOn: '2012-06-01', unprinted: [{ itemId: of(items[1]).id, keep: false }] } });
    await office.issuePlanRevision({ params: { id: edition.id }, body: { version: edition.version } });
    expect((await read(before)).problems.map(({ code }) => code)).toContain('sheet_row_mixed');
    for (const row of [2, 3, 4]) write(before, row, { 序号: '' });
    write(before, 3, { 至少: 25 });
    expect((await read(before)).problems).toMatchObject([{ cell: 'A3', code: 'sheet_item_withdrawn' }]);
    expect(texts(await template()).slice(1).map((row) => row[0])).toEqual(['1', '2']);
    const now = await office.getPlan({ params: { id: plan.id } });
    await office.closePlan({ params: { id: issued.id }, body: { version: now.version, reason: '年度结束' } });
    for (const rest of ['', '/problems', `/take?version=1&mark=${'0'.repeat(64)}`]) expect(await codeOf(await post(rest, await bytesOf(before)))).toBe('lifecycle.not_allowed');
    expect(await codeOf(await server.fetch(path(), { as: 'office' }))).toBe('lifecycle.not_allowed');
  });

  it('come from the words of items, ticked and put right, once', async () => {
    const words = await commit(office, textPaper(2010, [['团市委', farmers, '全年培训青年农民 200 人次。'], ['团市委', homes, '建好科普讲师团，组织健康讲座。'], ['市妇联', homes, '提高认识。']]), 'bulk-5.txt');
    const seen = await office.suggestMeasures({ params: { id: words.id } });
    expect(seen).toMatchObject({ total: 2, data: [{ item: { seq: 2, units: ['团市委'] }, measures: [{ kind: 'number', sources: ['pool_members'], pool: { name: '科普讲师团' }, reason: '讲师团', dueOn: '2010-12-31' }, { sources: ['sessions', 'figure'], reason: '讲座' }] }, { measures: [{ kind: 'qualitative', reason: '' }] }] });
    const measuresOf = (one: typeof seen) => one.data.flatMap(({ item, measures: suggested }) => suggested.map(({ reason: _, pool, ...measure }) => ({ itemId: item.id, measure: { ...measure, poolId: pool?.id ?? null } })));
    const take = (version: number, given = measuresOf(seen), client = office) => client.takeMeasures({ params: { id: words.id }, body: { version, measures: given } });
    expect((await refusal(take(seen.planVersion, [{ ...of(measuresOf(seen)[0]), itemId: of(items[0]).id }]))).code).toBe('reference.not_found');
    expect((await refusal(take(seen.planVersion, measuresOf(seen), await server.client('liaison')))).code).toBe('auth.forbidden');
    expect((await refusal(take(seen.planVersion + 1))).code).toBe('version.stale');
    const both = await Promise.allSettled([take(seen.planVersion), take(seen.planVersion)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await refusal(take(seen.planVersion + 1))).code).toBe('measure_suggestion.measured');
    expect((await office.suggestMeasures({ params: { id: words.id } })).total).toBe(0);
    expect((await office.listMeasures({ query: { planId: words.id, perPage: 50 } })).total).toBe(4);
  });

  it('are written by the thousand', async () => {
    const big = await commit(office, textPaper(2011, Array.from({ length: 100 }, (_, index) => ['团市委', farmers, `第${index}项，办好青年课堂。`] as const)), 'bulk-4.txt');
    const book = await template(big.id);
    const sheet = sheetOf(book);
    const ids = texts(book).slice(1).map((row) => row[at('任务代码') - 1] ?? '');
    for (let index = 0; index < 2_000; index += 1) sheet.addRow([index % 100 + 1, '', '', '', '', '', '数量', `课堂${index}`, '活动场次', '', 1 + index, '', '', '场', '', '', ids[index % 100], '', '']);
    const bytes = await bytesOf(book);
    const seen = (await (await post('', bytes, 'office', big.id)).json()) as MeasureSheet;
    expect(seen.counts).toMatchObject({ added: 2_000 });
    const answer = await post(`/take?version=${seen.planVersion}&mark=${seen.mark}`, bytes, 'office', big.id);
    expect(await answer.json()).toEqual({ added: 2_000, changed: 0, removed: 0 });
  });

  it('says which measures may count the same people, to the office that keeps the plan alone', async () => {
    const other = await commit(office, textPaper(2007, [['团市委', farmers, '全年完成农村实用人才（高素质农民）精准培训 0.8 万人次。'], ['市妇联', farmers, '做好科普宣传；培训新型职业农民和农村实用人才约 5000 人次。'], ['市妇联', homes, '建设科普长廊 3 处。']]), '2007.txt');
    const { data, total } = await office.listMeasureOverlaps({ params: { id: other.id } });
    expect(total).toBe(1);
    expect(data[0]).toMatchObject({ words: '农村实用人才', records: 0, measures: [{ seq: 1, units: ['团市委'] }, { seq: 2, units: ['市妇联'] }] });
    expect((await server.fetch(`/api/v1/plans/${other.id}/measure-overlaps`, { as: 'liaison' })).status).toBe(403);
    expect((await server.fetch(`/api/v1/plans/${other.id}/measure-overlaps`, { as: 'county' })).status).toBe(404);
  });

  it('is told that two measures do not count the same people, until one of them changes', async () => {
    const one = await commit(office, textPaper(2006, [['团市委', farmers, '全年完成农村实用人才培训 800 人次。'], ['市妇联', farmers, '全年培训农村实用人才约 500 人次。']]), '2006.txt');
    const at6 = { params: { id: one.id } };
    const overlap = async () => of((await office.listMeasureOverlaps(at6)).data[0]);
    const found = await overlap();
    expect(found.said).toBeNull();
    const [first, second] = found.measures;
    const measureIds: [string, string] = [second.id, first.id];
    const say = (reason = '一项是农民，一项是妇女', client = office) => client.separateMeasures({ ...at6, body: { measureIds, reason } });
    const names = async () => (await template(one.id)).worksheets.map(({ name }) => name);
    expect(await names()).toContain('可能重复计算');
    for (const [as, code] of [['liaison', 'auth.forbidden'], ['county', 'resource.not_found']] as const) expect((await refusal(say('不同', await server.client(as)))).code).toBe(code);
    expect((await refusal(office.rejoinMeasures({ ...at6, body: { measureIds } }))).code).toBe('measure_overlap.changed');
    expect((await refusal(office.separateMeasures({ ...at6, body: { measureIds: [first.id, first.id], reason: '不同' } }))).code).toBe('measure_overlap.changed');
    // Two say so at once: one of them does.
    const both = await Promise.allSettled([say(), say('另一个理由')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await overlap()).toMatchObject({ said: { reason: expect.any(String) as string, by: expect.any(String) as string, stands: true } });
    expect((await refusal(say())).code).toBe('measure_overlap.changed');
    expect(await names()).not.toContain('可能重复计算');
    for (const { itemId } of found.measures) expect((await office.getItemHistory({ params: { id: itemId } })).data).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'measures.separated', after: expect.objectContaining({ reason: expect.any(String) as string }) as object })]));
    // A day says nothing of whom a measure counts; its source does.
    const { version } = await office.getMeasure({ params: { id: first.id } });
    const dated = await office.updateMeasure({ params: { id: first.id }, body: { version, dueOn: '2006-11-30' } });
    expect((await overlap()).said?.stands).toBe(true);
    await office.updateMeasure({ params: { id: first.id }, body: { version: dated.version, sources: ['trained', 'turnout'] } });
    expect((await overlap()).said?.stands).toBe(false);
    expect(await names()).toContain('可能重复计算');
    expect(await say('来源改了，仍是两批人')).toMatchObject({ said: { reason: '来源改了，仍是两批人', stands: true } });
    expect(await office.rejoinMeasures({ ...at6, body: { measureIds } })).toMatchObject({ said: null });
    expect((await office.getItemHistory({ params: { id: second.itemId } })).data[0]).toMatchObject({ action: 'measures.rejoined', before: { reason: '来源改了，仍是两批人' } });
    await say();
    await office.undoPlan({ ...at6, body: { version: (await office.getPlan(at6)).version } });
    expect((await server.fetch(`/api/v1/plans/${one.id}`, { as: 'office' })).status).toBe(404);
  });
});

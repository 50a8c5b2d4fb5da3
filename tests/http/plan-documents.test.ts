import { diffPapers } from '@kepu/breakdown';
import type { Client } from '@kepu/api-client';
import type { Item, Plan, PlanImport } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { textOf } from './marking.js';
import { allItems, commit, original, refusal, textPaper, twinOf, unitIds, upload } from './papers.js';

const [farmers, league, homes] = ['农民科学素质行动', '科普人才队伍工程建设', '社区科普益民工程建设'];
const rows = [
  ['团市委', farmers, '1. 全年培训青年农民 200 人次。 2. =HYPERLINK("http://x")不是公式。'], ['团市委', league, '组织大学生志愿者开展科普宣讲活动。'], ['市妇联', farmers, '举办女能手科技培训班，发放科普资料。'],
  ['团市委、市妇联', homes, '依托社区办好青年家庭科学课。'], ['市科协', homes, '=1+1 以公式开头的任务。'],
];
const bytesOf = async (answer: Promise<Response>): Promise<Buffer> => Buffer.from(await (await answer).arrayBuffer());
const of = <T>(value: T | undefined | null): T => { if (value === undefined || value === null) throw new Error('Nothing is there'); return value; };
/** An item as two papers are compared. */
const printed = (items: readonly Item[]) => items.map((item) => ({ units: item.units.map(({ role, printed: name }) => `${role} ${name}`), programme: item.programme.id, text: item.text, due: item.due?.date ?? null }));
const previewed = ({ items }: PlanImport) => items.map((item) => ({
  units: (['responsible', 'lead', 'cooperating'] as const).flatMap((role) => item[role].map(({ name }) => `${role} ${name}`)), programme: item.programme.programmeId ?? '', text: item.text, due: item.due?.date ?? null,
}));
const roughly = (items: readonly { number: string | null; text: string; targets: unknown }[]) => items.map(({ number, text, targets }) => ({ number, text, targets }));

eachDatabase('a plan as documents', (database) => {
  let server: TestServer;
  let clients: Record<'office' | 'youth' | 'women' | 'county' | 'reader', Client>;
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  const lists = async (client: Client, planId = plan.id, query: { unitId?: string } = {}): Promise<Record<string, Uint8Array>> => unzipSync(await bytesOf(client.exportTaskLists({ params: { id: planId }, query })));

  beforeAll(async () => {
    server = await startServer({ database });
    const [office, youth, women, county, reader] = await Promise.all([server.client('office'), server.client('liaison'), server.client('liaison-women'), server.client('county'), server.client('reader')]);
    clients = { office, youth, women, county, reader };
    units = await unitIds(office);
    plan = await commit(office, textPaper(2011, rows), '2011.txt');
  });

  it('a draft is for those who see drafts, and says that it is one', async () => {
    const { office, youth, county, reader } = clients;
    const target = { params: { id: plan.id } };
    for (const client of [youth, county, reader]) {
      expect((await refusal(client.exportPlanDocx(target))).code).toBe('resource.not_found');
      expect((await refusal(client.exportPlanXlsx(target))).code).toBe('resource.not_found');
      expect((await refusal(client.exportTaskLists(target))).code).toBe('resource.not_found');
      expect((await refusal(client.exportTaskList({ ...target, query: { unitId: of(units.get('团市委')) } }))).code).toBe('resource.not_found');
    }
    for (const bytes of [await bytesOf(office.exportPlanDocx(target)), await bytesOf(office.exportPlanXlsx(target))]) expect(textOf(bytes)).toContain('【草案】');
    plan = await office.updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2011〕1号', issuedOn: '2011-05-27', issuer: '温州市样本编写小组' } });
    expect(textOf(await bytesOf(office.exportPlanDocx(target)))).not.toContain('温全科样〔2011〕1号');
    plan = await office.issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
  });

  it('comes back as the same plan, from both files', async () => {
    const { office } = clients;
    const items = await allItems(office, plan.id);
    for (const [bytes, name] of [[await bytesOf(office.exportPlanDocx({ params: { id: plan.id } })), 'paper.docx'], [await bytesOf(office.exportPlanXlsx({ params: { id: plan.id } })), 'paper.xlsx']] as const) {
      const preview = await upload(office, bytes, name);
      expect(preview.paper).toEqual({ docNumber: plan.docNumber, issuer: plan.issuer, title: plan.title, year: 2011, issuedOn: '2011-05-27' });
      expect(diffPapers(printed(items), previewed(preview))).toMatchObject({ changed: [], added: [], removed: [], same: { length: items.length } });
      expect(roughly(preview.items)).toEqual(roughly(items));
      expect((await refusal(office.createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } }))).code).toBe('plan_revision.nothing_new');
      expect(textOf(bytes)).not.toContain('<f>');
    }
  });

  it('the whole paper too, with no warning that was not there before', async () => {
    const { office } = clients;
    // The city has its plan of 2020 already: the original is taken for one of another year, and its copy must say so.
    const papers = [{ year: 2012, bytes: twinOf(2012).docx, name: 'twin.docx' }, ...(original ? [{ year: 2009, bytes: original.bytes('docx'), name: 'original.docx' }] : [])];
    for (const { bytes, name, year } of papers) {
      let first = await upload(office, bytes, name);
      first = await office.updatePlanImport({ params: { id: first.id }, body: { version: first.version, paper: { year } } });
      const made = (await office.commitPlanImport({ params: { id: first.id } })).plan;
      const items = await allItems(office, made.id);
      expect(items).toHaveLength(99);
      for (const [exported, file] of [[await bytesOf(office.exportPlanDocx({ params: { id: made.id } })), 'again.docx'], [await bytesOf(office.exportPlanXlsx({ params: { id: made.id } })), 'again.xlsx']] as const) {
        const again = await upload(office, exported, file);
        expect(again.paper).toMatchObject({ year, title: made.title });
        expect(diffPapers(printed(items), previewed(again))).toMatchObject({ changed: [], added: [], removed: [], same: { length: 99 } });
        expect(roughly(again.items)).toEqual(roughly(items));
        expect(again.summary).toEqual(first.summary);
        expect(again.warnings.map(({ code, value }) => [code, value])).toEqual(first.warnings.map(({ code, value }) => [code, value]));
      }
    }
  });

  it('is stamped with a number that stands in the log, and audited', async () => {
    const { office } = clients;
    const answer = await office.exportPlanDocx({ params: { id: plan.id } });
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*\.docx$/u);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const text = textOf(Buffer.from(await answer.arrayBuffer()));
    const [, at, filter, name, number] = of(/说明：数据截至 (\d{4}-\d{2}-\d{2} \d{2}:\d{2})；范围：([^；]+)；导出人：([^；]+)；导出编号：(\d{8}-[0-9A-F]{8})。/u.exec(text));
    expect([filter, name]).toEqual(['全部任务', (await office.getSession()).account.name]);
    expect(at?.slice(0, 10).replaceAll('-', '')).toBe(number?.slice(0, 8));
    const { data } = await office.listAuditEntries({ query: { subjectKind: 'plan', subjectId: plan.id, perPage: 200 } });
    expect(data.find((entry) => entry.after?.['number'] === number)).toMatchObject({ action: 'plan.paper_exported', after: { number, format: 'docx', items: 6 } });
  });

  it('a unit has an extract of its own work, and never another unit’s', async () => {
    const { youth, women, county, reader } = clients;
    const text = textOf(await bytesOf(youth.exportPlanDocx({ params: { id: plan.id } })));
    expect(text).toContain('【节选】');
    expect(text).not.toContain(plan.docNumber);
    expect(text).toContain('大学生志愿者');
    expect(text).not.toContain('女能手');
    expect(textOf(await bytesOf(women.exportPlanXlsx({ params: { id: plan.id } })))).not.toContain('大学生志愿者');
    for (const client of [county, reader]) expect(textOf(await bytesOf(client.exportPlanDocx({ params: { id: plan.id } })))).toContain(plan.docNumber);
    // It bears title and year of the whole, and is taken for none.
    for (const [made, name] of [[youth.exportPlanDocx, '节选.docx'], [youth.exportPlanXlsx, '节选.xlsx']] as const) {
      const preview = await upload(clients.office, await bytesOf(made({ params: { id: plan.id } })), name);
      expect(preview.warnings.map(({ code }) => code)).toContain('extract');
      expect((await refusal(clients.office.commitPlanImport({ params: { id: preview.id } }))).code).toBe('plan_import.extract');
      expect((await refusal(clients.office.createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } }))).code).toBe('plan_import.extract');
    }
  });

  it('each unit has its list, in the order of the paper; a zip holds what its reader may see', async () => {
    const { office, youth, county, reader } = clients;
    const names = ['01-团市委-任务清单', '02-市妇联-任务清单', '03-市科协-任务清单'].flatMap((name) => [`${name}.docx`, `${name}.xlsx`]);
    expect(Object.keys(await lists(office))).toEqual(names);
    expect(Object.keys(await lists(reader))).toEqual(names);
    const own = await lists(youth);
    expect(Object.keys(own)).toEqual(['01-团市委-任务清单.docx', '01-团市委-任务清单.xlsx']);
    const text = textOf(Buffer.from(of(own['01-团市委-任务清单.docx'])));
    for (const words of ['大学生志愿者', '青年家庭科学课', '市妇联', '200 人次', '待签收', '分管领导', '具体责任人', '备注', '导出编号']) expect(text).toContain(words);
    expect(text).not.toContain('女能手');
    expect((await refusal(county.exportTaskLists({ params: { id: plan.id } }))).code).toBe('plan.no_task_lists');

    const one = await lists(office, plan.id, { unitId: of(units.get('市妇联')) });
    expect(Object.keys(one)).toEqual(['01-市妇联-任务清单.docx', '01-市妇联-任务清单.xlsx']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(of(one['01-市妇联-任务清单.xlsx']).slice().buffer);
    const sheet = of(book.worksheets[0]);
    expect(of(sheet.getRow(3).values as string[]).slice(1)).toEqual(['序', '项目', '工作内容和要求', '承担角色', '共同承担单位', '时限', '指标和完成标准', '签收', '分管领导', '具体责任人', '备注']);
    expect([4, 5].map((row) => [sheet.getCell(row, 1).value, sheet.getCell(row, 3).value, sheet.getCell(row, 5).value])).toEqual([[1, '举办女能手科技培训班，发放科普资料。', ''], [2, '依托社区办好青年家庭科学课。', '团市委']]);
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, printTitlesRow: '3:3' });
  });

  it('prints one unit’s list for the leader in charge; another unit’s is not found', async () => {
    const { youth, women, county, office } = clients;
    const query = { unitId: of(units.get('团市委')) };
    for (const client of [youth, office]) expect(textOf(await bytesOf(client.exportTaskList({ params: { id: plan.id }, query })))).toContain('大学生志愿者');
    for (const client of [women, county]) {
      expect((await refusal(client.exportTaskList({ params: { id: plan.id }, query }))).code).toBe('resource.not_found');
      expect((await refusal(client.exportTaskLists({ params: { id: plan.id }, query }))).code).toBe('resource.not_found');
    }
    expect((await refusal(office.exportTaskList({ params: { id: plan.id }, query: { unitId: of(units.get('市财政局')) } }))).code).toBe('resource.not_found');
  });

  it('formulas stay words', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf(clients.office.exportPlanXlsx({ params: { id: plan.id } }))).buffer as ArrayBuffer);
    const values = of(book.worksheets[0]).getSheetValues().flat().map(String);
    expect(values).toContain("'=1+1 以公式开头的任务。");
  });

  it('a unit’s name is no folder, and no name that a computer refuses', async () => {
    const { office } = clients;
    const unit = await office.getUnit({ params: { id: of(units.get('市科协')) } });
    const name = '../甲|乙:局*?';
    await office.createUnit({ body: { name, fullName: `温州市${name}`, kind: unit.kind, divisionCode: unit.division.code } });
    const other = await commit(office, textPaper(2010, [[name, farmers, '做一件事。']]), '2010.txt');
    expect(Object.keys(await lists(office, other.id))).toEqual(['01-..-甲乙局-任务清单.docx', '01-..-甲乙局-任务清单.xlsx']);
  });
});

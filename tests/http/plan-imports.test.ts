import type { Client } from '@kepu/api-client';
import { layoutPapers } from '@kepu/breakdown/testing';
import { planImport, type PlanImport } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, formats, original, postFile, refusal, textPaper, twin, twinOf, unitIds, until, upload, type PaperFiles } from './papers.js';

const counts = { units: 23, programmes: 10, cells: 71, items: 99, targets: 4, warnings: 6 };
const codesOf = (preview: PlanImport) => preview.warnings.map((warning) => warning.code).sort();

eachDatabase('from a paper to a plan', (database) => {
  let server: TestServer;
  let office: Client;
  beforeAll(async () => {
    server = await startServer({ database });
    office = await server.client('office');
  });

  describe.each([twin, original].filter((paper): paper is PaperFiles => paper !== null))('the preview of $name', (paper) => {
    it.each(formats)('has the counts, the texts and the warnings that the %s holds', async (format) => {
      const answer = await postFile(server, 'office', paper.bytes(format), `${paper.name}.${format}`);
      expect(answer.status).toBe(201);
      const preview = (await answer.json()) as PlanImport;
      expect(preview).toMatchObject({ state: 'ready', progress: 1, planId: null, problem: null, summary: counts });
      expect(codesOf(preview)).toEqual([...Array<string>(5).fill('no_final_stop'), 'possibly_cut']);
      expect(preview.paper.year).toBe(2020);
      if (format !== 'xlsx') for (const value of Object.values(preview.paper)) expect(value).not.toBeNull();

      const sheet = paper.answers();
      expect(preview.items.map((item) => ({ unit: item.responsible.map((unit) => unit.name), number: item.number, text: item.text, programme: item.programme.name })))
        .toEqual(sheet.map((line) => ({ unit: [line.unit], number: line.number, text: line.text, programme: line.canonical })));
      expect(preview.items.filter((item) => item.number !== null)).toHaveLength(49);
      expect(preview.items.every((item) => item.lead.length === 0 && item.cooperating.length === 0 && item.responsible.every((unit) => unit.unitId !== null))).toBe(true);
      // One programme stands under another name, and is the same one.
      const renamed = preview.items.filter((item) => item.programme.printed !== item.programme.name);
      expect(new Set(renamed.map((item) => item.programme.printed)).size).toBe(1);
      expect(new Set(preview.items.filter((item) => item.programme.name === renamed[0]?.programme.name).map((item) => item.programme.programmeId)).size).toBe(1);
      expect(preview.items.flatMap((item) => item.targets).map(({ min, max, approx, unit }) => ({ min, max, approx, unit }))).toEqual(expect.arrayContaining([
        { min: 8000, max: 8000, approx: false, unit: '人次' }, { min: 10_000, max: 10_000, approx: false, unit: '人次' }, { min: 5000, max: 5000, approx: true, unit: '人次' }, { min: 2, max: 3, approx: false, unit: '家' },
      ]));
      if (format === 'txt') {
        const source = paper.bytes('txt').toString('utf8');
        for (const item of preview.items) expect(source).toContain(item.raw);
      }
    });
  });

  it('has the stable shape: what scripts read, and nothing that the contract does not name', async () => {
    const preview = (await (await postFile(server, 'office', twin.bytes('txt'), 'twin.txt')).json()) as PlanImport;
    expect(planImport.strict().safeParse(preview).error).toBeUndefined();
    expect(Object.keys(preview.summary).sort()).toEqual(['cells', 'items', 'programmes', 'targets', 'units', 'warnings']);
    expect(Object.keys(preview.paper).sort()).toEqual(['docNumber', 'issuedOn', 'issuer', 'title', 'year']);
    const [item] = preview.items;
    for (const key of ['programme', 'responsible', 'lead', 'cooperating', 'text', 'raw', 'number', 'due', 'targets', 'source', 'warnings']) expect(item).toHaveProperty(key);
    expect(Object.keys(item?.programme ?? {}).sort()).toEqual(['name', 'printed', 'programmeId']);
    for (const key of ['code', 'place', 'value', 'suggestion']) expect(preview.warnings[0]).toHaveProperty(key);
    const again = await server.fetch(`/api/v1/plan-imports/${preview.id}`, { as: 'office' });
    expect(await again.json()).toEqual(preview);
  });

  it('adds nothing when the same paper comes again, in any format', async () => {
    const [present] = (await office.listPlans({ query: { year: 2020 } })).data;
    for (const format of formats) {
      const preview = await upload(office, twin.bytes(format), `twin-2020.${format}`);
      const answer = await office.commitPlanImport({ params: { id: preview.id } });
      expect(answer).toMatchObject({ already: true, added: { items: 0, assignments: 0, targets: 0 }, plan: { id: present?.id } });
    }
    expect((await office.listPlans({ query: { year: 2020 } })).total).toBe(1);
    expect((await allItems(office, String(present?.id)))).toHaveLength(99);
  });

  if (original) {
    it('takes another paper of a closed year as its next edition, once', async () => {
      const added = [];
      for (const format of formats) added.push((await office.commitPlanImport({ params: { id: (await upload(office, original?.bytes(format) ?? Buffer.alloc(0), `breakdown.${format}`)).id } })).added);
      expect(added).toEqual([{ items: 99, assignments: 99, targets: 4 }, { items: 0, assignments: 0, targets: 0 }, { items: 0, assignments: 0, targets: 0 }]);
    });
  }

  it('is corrected in place, against the version that was seen; an undo brings the corrected preview back', async () => {
    const preview = await upload(office, twinOf(2019).docx, '2019.docx');
    const units = await unitIds(office);
    const cut = preview.warnings.find((warning) => warning.code === 'possibly_cut')?.position ?? 0;
    const corrected = await office.correctImportItem({
      params: { id: preview.id, position: cut },
      body: {
        version: preview.version, text: '资助有新意的社科科普作品，编写出版通俗读物、挂图、口袋书。', lead: [units.get('市科协') ?? ''], due: { text: '年底前', date: '2019-12-31' },
        targets: [{ raw: '3 种', min: 3, max: 3, approx: false, unit: '种' }],
      },
    });
    expect(corrected.summary).toEqual({ ...counts, targets: 5, warnings: 4 });
    expect(corrected.items[cut - 1]).toMatchObject({
      text: '资助有新意的社科科普作品，编写出版通俗读物、挂图、口袋书。', raw: preview.items[cut - 1]?.raw, corrected: true, warnings: [], due: { date: '2019-12-31' }, lead: [{ name: '市科协' }],
    });
    expect((await refusal(office.correctImportItem({ params: { id: preview.id, position: 1 }, body: { version: preview.version, text: '旧页面上的修改。' } }))).code).toBe('version.stale');
    expect((await refusal(office.commitPlanImport({ params: { id: preview.id }, body: { version: preview.version } }))).code).toBe('version.stale');
    expect((await refusal(office.correctImportItem({ params: { id: preview.id, position: 100 }, body: { version: corrected.version, text: '没有这一项。' } }))).code).toBe('resource.not_found');
    expect((await refusal(office.correctImportItem({ params: { id: preview.id, position: 1 }, body: { version: corrected.version, responsible: [preview.id] } }))).code).toBe('reference.not_found');

    const committed = await office.commitPlanImport({ params: { id: preview.id }, body: { version: corrected.version } });
    expect(committed).toMatchObject({ already: false, added: { items: 99, assignments: 100, targets: 5 }, plan: { state: 'draft', year: 2019, counts: { items: 99 } } });
    expect((await refusal(office.correctImportItem({ params: { id: preview.id, position: 1 }, body: { version: corrected.version + 1, text: '已提交。' } }))).code).toBe('lifecycle.not_allowed');
    expect((await refusal(office.discardPlanImport({ params: { id: preview.id } }))).code).toBe('lifecycle.not_allowed');

    const back = await office.undoPlan({ params: { id: committed.plan.id }, body: { version: committed.plan.version } });
    expect(back).toMatchObject({ id: preview.id, state: 'ready', planId: null, summary: corrected.summary });
    expect(back.items).toEqual(corrected.items);
    expect((await refusal(office.getPlan({ params: { id: committed.plan.id } }))).code).toBe('resource.not_found');
    // A paper that says something else beside a draft waits until the draft is issued or undone.
    const draft = (await office.commitPlanImport({ params: { id: preview.id } })).plan;
    const other = await upload(office, textPaper(2019, [['市科协', '农民科学素质行动', '开展科技下乡活动。']]), '2019.txt');
    expect(await refusal(office.commitPlanImport({ params: { id: other.id } }))).toMatchObject({ code: 'plan.year_taken', params: { year: 2019 } });
    await office.undoPlan({ params: { id: draft.id }, body: { version: draft.version } });
    expect((await office.discardPlanImport({ params: { id: other.id } })).state).toBe('discarded');
  });

  it('gives the preview back as a sheet with what was found, which is read again once it is put right', async () => {
    const rows = [['市科普协同办', '农民科学素质行动', '开展科技下乡活动'], ['市科协', '未成年人科学行动计划', '=1+1 举办科技夏令营。'], ['市科协', '农民科学素质行动', '组织农技培训 20 场。']];
    const preview = await upload(office, textPaper(2017, rows), '2017.txt');
    const sheet = async (id: string) => {
      const answer = await server.fetch(`/api/v1/plan-imports/${id}/problems.xlsx`, { as: 'office' });
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await answer.arrayBuffer());
      return book;
    };
    const book = await sheet(preview.id);
    const [paper] = book.worksheets;
    const values = paper?.getSheetValues().map((row) => (row as unknown[] | undefined)?.slice(1)) ?? [];
    expect(values.slice(1, 3)).toEqual([['2017年温州市全民科学素质工作目标任务分解表'], ['责任单位', '项目', '工作内容和要求', '原文位置', '问题']]);
    expect(values[3]).toEqual(['市科普协同办', '农民科学素质行动', '开展科技下乡活动', '第 4 行', expect.stringMatching(/没有找到单位“市科普协同办”.*结尾没有句号/)]);
    expect(values[4]?.slice(2)).toEqual(["'=1+1 举办科技夏令营。", '第 5 行', expect.stringContaining('（可能是“未成年人科学素质行动”）')]);
    expect(values[5]?.at(-1)).toBe('');
    const cell = paper?.getRow(3).getCell(1);
    if (cell) cell.value = '市科协';
    const again = await upload(office, Buffer.from(await book.xlsx.writeBuffer()), '2017 改.xlsx');
    expect(again).toMatchObject({ paper: { year: 2017, title: '2017年温州市全民科学素质工作目标任务分解表' }, question: null });
    expect(again.items.map((item) => [item.responsible[0]?.name, item.programme.printed, item.text])).toEqual([['市科协', '农民科学素质行动', '开展科技下乡活动'], ...rows.slice(1)]);
    expect(again.warnings.map(({ code }) => code)).not.toContain('unknown_unit');
    const failed = await refusal(office.createPlanImport({ file: new Blob([Buffer.from('什么都没有')]), fileName: '空.txt' }));
    expect(failed.status).toBe(422);
    const lost = (await office.listPlanImports({ query: { state: 'failed', perPage: 1 } })).data[0];
    expect((await server.fetch(`/api/v1/plan-imports/${lost?.id ?? ''}/problems.xlsx`, { as: 'office' })).status).toBe(409);
    expect((await server.fetch(`/api/v1/plan-imports/${preview.id}/problems.xlsx`, { as: 'liaison' })).status).toBe(403);
    for (const id of [preview.id, again.id]) await office.discardPlanImport({ params: { id } });
  });

  it('asks who an unknown unit is, and remembers the answer for the next paper', async () => {
    const paper = textPaper(2018, [['市科普协同办', '农民科学素质行动', '开展科技下乡活动。'], ['市科普协同办', '未成年人科学行动计划', '举办科技夏令营。'], ['市科协', '农民科学素质行动', '组织农技培训。']]);
    let preview = await upload(office, paper, '2018.txt');
    expect(preview.warnings.filter((warning) => warning.code === 'unknown_unit').map((warning) => warning.value)).toContain('市科普协同办');
    expect(preview.items[0]?.responsible).toEqual([{ name: '市科普协同办', unitId: null }]);
    expect(await refusal(office.commitPlanImport({ params: { id: preview.id } }))).toMatchObject({ code: 'plan_import.unresolved', params: { count: 2 } });

    const unit = (await unitIds(office)).get('市财政局') ?? '';
    expect((await refusal(office.resolveImportName({ params: { id: preview.id }, body: { version: preview.version, kind: 'unit', name: '市科普协同办', id: preview.id } }))).code).toBe('reference.not_found');
    preview = await office.resolveImportName({ params: { id: preview.id }, body: { version: preview.version, kind: 'unit', name: '市科普协同办', id: unit } });
    expect(preview.warnings.filter((warning) => warning.code === 'unknown_unit')).toEqual([]);
    expect(preview.items.slice(0, 2).map((item) => item.responsible)).toEqual([[{ name: '市科普协同办', unitId: unit }], [{ name: '市科普协同办', unitId: unit }]]);
    expect((await office.getUnit({ params: { id: unit } })).aliases).toContain('市科普协同办');

    const programme = (await office.listProgrammes({ query: { perPage: 200 } })).data.find((one) => one.name === '未成年人科学素质行动');
    preview = await office.resolveImportName({ params: { id: preview.id }, body: { version: preview.version, kind: 'programme', name: '未成年人科学行动计划', id: programme?.id ?? '', remember: false } });
    expect(preview.items[1]?.programme).toEqual({ printed: '未成年人科学行动计划', name: '未成年人科学素质行动', programmeId: programme?.id });
    expect((await office.commitPlanImport({ params: { id: preview.id } })).added.items).toBe(3);

    const next = await upload(office, textPaper(2017, [['市科普协同办', '农民科学素质行动', '开展科技下乡活动。'], ['', '未成年人科学行动计划', '举办科技夏令营。']]), '2017.txt');
    expect(next.items[0]?.responsible).toEqual([{ name: '市科普协同办', unitId: unit }]);
    expect(codesOf(next)).toEqual(['unknown_programme']);
  });

  it('asks what the columns of an unknown header hold, and remembers the answer for the next paper', async () => {
    const table = (year: number) => Buffer.from(`${year}年任务分解表\n谁来做这件事\t属于哪一块\t要做成什么样\n市科协\t农民科学素质行动\t开展科技下乡活动。\n市教育局\t未成年人科学素质行动\t举办科技夏令营。\n`);
    const asked = await upload(office, table(2011), '2011.txt');
    expect(asked).toMatchObject({ state: 'asking', items: [], problem: null, question: { rows: [['谁来做这件事', '属于哪一块', '要做成什么样'], ['市科协', '农民科学素质行动', '开展科技下乡活动。'], ['市教育局', '未成年人科学素质行动', '举办科技夏令营。']] } });
    const params = { id: asked.id };
    expect((await refusal(office.commitPlanImport({ params }))).code).toBe('lifecycle.not_allowed');
    for (const roles of [['responsible', 'programme', null], [null, 'programme', 'content'], ['content', 'responsible', 'content']] as const) {
      expect((await refusal(office.explainColumns({ params, body: { version: asked.version, roles: [...roles], heading: true } }))).code).toBe('plan_import.columns_incomplete');
    }
    const body = { version: asked.version, roles: ['responsible', 'programme', 'content'] as const, heading: true };
    const both = await Promise.allSettled([1, 2].map(() => office.explainColumns({ params, body: { ...body, roles: [...body.roles] } })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const read = await until(() => office.getPlanImport({ params }), ({ state }) => state === 'ready');
    expect(read.items.map(({ responsible, programme, text }) => [responsible[0]?.name, programme.printed, text])).toEqual([['市科协', '农民科学素质行动', '开展科技下乡活动。'], ['市教育局', '未成年人科学素质行动', '举办科技夏令营。']]);
    expect((await upload(office, table(2012), '2012.txt')).items).toHaveLength(2);
    // Said wrongly, it is said anew; a table without a header is read by the places of its columns.
    const bare = await upload(office, Buffer.from('市科协\t农民科学素质行动\t开展科技下乡活动。\n市教育局\t未成年人科学素质行动\t举办科技夏令营。'), '没有表头.txt');
    expect(bare.state).toBe('asking');
    await office.explainColumns({ params: { id: bare.id }, body: { version: bare.version, roles: ['responsible', 'content', 'note'], heading: false } });
    const wrong = await until(() => office.getPlanImport({ params: { id: bare.id } }), ({ state }) => state === 'ready');
    expect(wrong.items.map(({ text }) => text)).toEqual(['农民科学素质行动', '未成年人科学素质行动']);
    const right = await office.explainColumns({ params: { id: bare.id }, body: { version: wrong.version, roles: ['responsible', 'programme', 'content'], heading: false } });
    expect(right).toMatchObject({ state: 'ready', items: [{ text: '开展科技下乡活动。' }, { text: '举办科技夏令营。' }] });
    expect((await refusal((await server.client('liaison')).explainColumns({ params, body: { ...body, roles: [...body.roles] } }))).code).toBe('auth.forbidden');
    const discarded = await upload(office, Buffer.from('甲列\t乙列\n一\t二'), '放弃.txt');
    expect((await office.discardPlanImport({ params: { id: discarded.id } })).state).toBe('discarded');
  });

  it('reads an outline without a table, for all units where the paper says so', async () => {
    const paper = '2010年科学素质工作要点\n一、农民科学素质行动（牵头单位：市农业农村局）\n1．送训下乡，全年不少于 20 场。（市科协、市妇联）\n2．开展宣传。（各成员单位）\n二、社区科普益民工程建设\n1．进社区。（市教育局牵头，市科协配合；完成时限：2010年9月底前）\n';
    const members = (await office.listPlans({ query: { state: 'issued' } })).data[0]?.counts.units;
    const read = await upload(office, Buffer.from(paper), '要点.txt');
    expect(read.items.map(({ lead, responsible, cooperating, programme, number, due }) => [programme.printed, number, lead.map(({ name }) => name), responsible.length, cooperating.map(({ name }) => name), due?.date ?? null])).toEqual([
      ['农民科学素质行动', '1', [], 2, [], null], ['农民科学素质行动', '2', [], members, [], null], ['社区科普益民工程建设', '1', ['市教育局'], 0, ['市科协'], '2010-09-30'],
    ]);
    expect(codesOf(read)).toContain('units_of_group');
  });

  it.each(layoutPapers(2009).map((paper) => [paper.fileName, paper] as const))('reads what the answer sheet says: %s', async (_, { fileName, bytes, pasted, columns, answers }) => {
    let read = pasted ? ((await office.pastePlanImport({ body: { title: fileName, text: '表', html: Buffer.from(bytes).toString('utf8') } })) as PlanImport) : await upload(office, Buffer.from(bytes), fileName);
    if (columns) {
      await office.explainColumns({ params: { id: read.id }, body: { version: read.version, roles: [...columns], heading: true } });
      read = await until(() => office.getPlanImport({ params: { id: read.id } }), ({ state }) => state === 'ready');
    }
    const named = (units: PlanImport['items'][number]['lead']) => units.map(({ name }) => name).join('、');
    expect(read.items.map(({ programme, lead, responsible, cooperating, due, number, text }) => [programme.printed, named(lead), named(responsible), named(cooperating), due?.date ?? '', number ?? '', text.replaceAll('\n', '¶')].join('|')))
      .toEqual(answers.map((answer) => answer.split('|').toSpliced(6, 1).join('|')));
    expect(read.items.flatMap(({ lead, responsible, cooperating }) => [...lead, ...responsible, ...cooperating]).filter(({ unitId, name }) => unitId === null && name !== '各有关单位')).toEqual([]);
  });

  it('makes one plan of two commits at once: of one import, and of one paper in two formats', async () => {
    const papers = twinOf(2016);
    const [word, sheet] = [await upload(office, papers.docx, '2016.docx'), await upload(office, papers.xlsx, '2016.xlsx')];
    const same = await Promise.allSettled([word.id, word.id].map((id) => office.commitPlanImport({ params: { id } })));
    expect(same.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    const plan = (await office.listPlans({ query: { year: 2016 } })).data[0];
    expect(plan?.counts.items).toBe(99);
    await office.undoPlan({ params: { id: plan?.id ?? '' }, body: { version: plan?.version ?? 0 } });

    const both = await Promise.all([word.id, sheet.id].map((id) => office.commitPlanImport({ params: { id } })));
    expect(both.map((answer) => answer.already).sort()).toEqual([false, true]);
    expect(new Set(both.map((answer) => answer.plan.id)).size).toBe(1);
    expect((await office.listPlans({ query: { year: 2016 } })).total).toBe(1);
    // Undoing brings both previews back.
    await office.undoPlan({ params: { id: both[0]?.plan.id ?? '' }, body: { version: both[0]?.plan.version ?? 0 } });
    expect((await Promise.all([word.id, sheet.id].map((id) => office.getPlanImport({ params: { id } })))).map(({ state, planId }) => ({ state, planId }))).toEqual([{ state: 'ready', planId: null }, { state: 'ready', planId: null }]);
  });

  it('keeps the original for the office, byte for byte, as an attachment', async () => {
    const preview = await upload(office, twin.bytes('docx'), '2020年“分解表”.docx');
    const answer = await server.fetch(`/api/v1/plan-imports/${preview.id}/paper`, { as: 'office' });
    expect(Buffer.from(await answer.arrayBuffer()).equals(twin.bytes('docx'))).toBe(true);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;.*filename\*=UTF-8''2020%E5%B9%B4/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const opened = await office.listAuditEntries({ query: { action: 'paper.opened', subjectId: preview.id } });
    expect(opened.total).toBe(1);
  });
});

import type { Client } from '@kepu/api-client';
import type { Item, Plan } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, twinOf, unitIds, until, upload } from './papers.js';

const formula = '=HYPERLINK("http://example.org","点我")';

eachDatabase('a plan on its way to the units', (database) => {
  let server: TestServer;
  let office: Client;
  let league: Client;
  let women: Client;
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  const unit = (name: string) => units.get(name) ?? '';

  beforeAll(async () => {
    server = await startServer({ database });
    [office, league, women] = await Promise.all([server.client('office'), server.client('liaison'), server.client('liaison-women')]);
    units = await unitIds(office);
    const preview = await upload(office, twinOf(2019).docx, '2019.docx');
    const first = preview.items[0];
    const corrected = await office.correctImportItem({ params: { id: preview.id, position: 1 }, body: { version: preview.version, text: `${formula}${first?.text ?? ''}` } });
    plan = (await office.commitPlanImport({ params: { id: preview.id }, body: { version: corrected.version } })).plan;
  });

  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const noticesOf = async (client: Client, kind: string) => (await client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind && notice.params['title'] !== undefined);

  it('is not issued before its number and date are known, and does not change afterwards', async () => {
    let bare = await commit(office, textPaper(2015, [['市科协', '农民科学素质行动', '开展科技下乡活动。']]), '2015.txt');
    const issue = () => office.issuePlan({ params: { id: bare.id }, body: { version: bare.version } });
    expect(await refusal(issue())).toMatchObject({ code: 'plan.paper_incomplete', status: 409 });
    bare = await office.updatePlan({ params: { id: bare.id }, body: { version: bare.version, docNumber: '温全科样〔2015〕1号' } });
    expect((await refusal(issue())).code).toBe('plan.paper_incomplete');
    const seen = bare.version;
    bare = await office.updatePlan({ params: { id: bare.id }, body: { version: bare.version, issuedOn: '2015-03-02' } });
    expect((await refusal(office.issuePlan({ params: { id: bare.id }, body: { version: seen } }))).code).toBe('version.stale');
    bare = await issue();
    expect(bare).toMatchObject({ state: 'issued', docNumber: '温全科样〔2015〕1号', signOff: { total: 1, pending: 1 } });
    for (const call of [issue, () => office.updatePlan({ params: { id: bare.id }, body: { version: bare.version, title: '另一个题目' } }), () => office.undoPlan({ params: { id: bare.id }, body: { version: bare.version } })]) {
      expect((await refusal(call())).code).toBe('lifecycle.not_allowed');
    }
    expect((await refusal(league.getPlan({ params: { id: bare.id } }))).code).toBe('resource.not_found');
  });

  it('reaches the liaisons of its units when it is issued: each once, with what is theirs', async () => {
    expect((await refusal(league.getPlan({ params: { id: plan.id } }))).code).toBe('resource.not_found');
    plan = await office.issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    items = await allItems(office, plan.id);
    expect(items).toHaveLength(99);
    for (const [client, name] of [[league, '团市委'], [women, '市妇联']] as const) {
      const own = (await client.listAssignments({ query: { planId: plan.id, perPage: 200 } }));
      expect(own.total).toBe(items.filter((item) => item.units.some((one) => one.printed === name)).length);
      const [notice, ...others] = await until(() => noticesOf(client, 'plan_issued'), (notices) => notices.some((one) => one.link?.includes(plan.id) === true))
        .then((notices) => notices.filter((one) => one.link?.includes(plan.id) === true));
      expect(others).toEqual([]);
      expect(notice).toMatchObject({ params: { title: plan.title, count: own.total, signBy: plan.signBy }, readAt: null });
      const { unreadNotices } = await client.getSession();
      expect(await client.readNotices({ body: { ids: [notice?.id ?? ''] } })).toEqual({ changed: 1 });
      expect((await client.getSession()).unreadNotices).toBe(unreadNotices - 1);
    }
  });

  it('is signed for by its liaison in one go, whole or not at all', async () => {
    const own = (await league.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.map((row) => row.id);
    const foreign = (await women.listAssignments({ query: { planId: plan.id, perPage: 1 } })).data[0]?.id ?? '';
    expect((await refusal(league.signAssignments({ body: { ids: [...own, foreign] } }))).code).toBe('resource.not_found');
    expect((await league.getPlan({ params: { id: plan.id } })).signOff).toMatchObject({ signed: 0, total: own.length });
    expect(await league.signAssignments({ body: { ids: [...own, ...own] } })).toEqual({ changed: own.length });
    expect(await league.signAssignments({ body: { ids: own } })).toEqual({ changed: 0 });
    const [row] = (await league.listAssignments({ query: { planId: plan.id, state: 'signed', perPage: 1 } })).data;
    expect(row).toMatchObject({ state: 'signed', signedHow: 'self', signedBy: '章若溪', unit: { printed: '团市委' } });
  });

  it('carries a question to the office and the answer back; a signature can be asked for again', async () => {
    const [row] = (await women.listAssignments({ query: { planId: plan.id, perPage: 1 } })).data;
    const params = { id: row?.id ?? '' };
    const about = async (client: Client, kind: string) => until(
      async () => (await client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind && notice.link === `/items/${row?.item.id}/show`), (notices) => notices.length > 0);
    const asked = await women.askAboutAssignment({ params, body: { version: row?.version ?? 0, text: '是否包含县级妇联的活动？' } });
    expect(asked).toMatchObject({ state: 'asked', question: { text: '是否包含县级妇联的活动？', askedBy: '胡慧珍', answer: null } });
    expect((await refusal(women.askAboutAssignment({ params, body: { version: asked.version, text: '再问一次。' } }))).code).toBe('lifecycle.not_allowed');
    expect(await about(office, 'assignment_asked')).toMatchObject([{ params: { unit: '市妇联', text: '是否包含县级妇联的活动？' } }]);
    expect((await refusal(office.answerAssignment({ params, body: { version: asked.version - 1, text: '包含。' } }))).code).toBe('version.stale');
    const answered = await office.answerAssignment({ params, body: { version: asked.version, text: '包含。' } });
    expect(answered).toMatchObject({ state: 'pending', question: { answer: '包含。', answeredBy: '温建国' } });
    expect(await about(women, 'assignment_answered')).toHaveLength(1);
    await women.signAssignments({ body: { ids: [params.id] } });
    const signed = (await office.listAssignments({ query: { ids: params.id } })).data[0];
    const reopened = await office.reopenAssignment({ params, body: { version: signed?.version ?? 0, reason: '误签，请核对后重新签收。' } });
    expect(reopened).toMatchObject({ state: 'pending', signedAt: null, signedBy: null });
    expect(await about(women, 'assignment_reopened')).toHaveLength(1);

    const history = await women.getItemHistory({ params: { id: row?.item.id ?? '' } });
    expect(history.data.map((entry) => entry.action).filter((action) => action !== 'plan.committed')).toEqual(['assignment.reopened', 'assignment.signed', 'assignment.answered', 'assignment.asked', 'plan.issued']);
    expect(history.data[0]?.after).toMatchObject({ reason: '误签，请核对后重新签收。' });
  });

  it('is recorded as signed in OA for whole units, and the reminder names the rest', async () => {
    const before = await office.listSignOffs({ params: { id: plan.id }, query: { unsigned: 'true' } });
    expect(before.total).toBe(22);
    const chosen = [unit('市妇联'), unit('市科协')];
    const { changed } = await office.recordSignOffs({ params: { id: plan.id }, body: { unitIds: chosen, note: '已在 OA 签收。' } });
    expect(changed).toBe(items.filter((item) => item.units.some((one) => ['市妇联', '市科协'].includes(one.printed))).length);
    expect(await office.recordSignOffs({ params: { id: plan.id }, body: { unitIds: chosen, note: '已在 OA 签收。' } })).toEqual({ changed: 0 });
    expect((await refusal(office.recordSignOffs({ params: { id: plan.id }, body: { unitIds: [plan.id], note: 'x' } }))).code).toBe('resource.not_found');
    const after = await office.listSignOffs({ params: { id: plan.id }, query: {} });
    expect(after.data.find((entry) => entry.unit.name === '市科协')).toMatchObject({ overdue: false, liaisons: [{ name: '项科文' }] });
    const rest = after.data.filter((entry) => entry.tally.signed < entry.tally.total).map((entry) => entry.unit.name);
    expect(rest).toHaveLength(20);
    const reminder = await office.getReminder({ params: { id: plan.id } });
    for (const name of rest) expect(reminder.text).toContain(name);
    expect(reminder.text).not.toContain('市妇联');
    expect(reminder.url).toContain(`/admin/my-items?plan=${plan.id}`);
    expect(reminder.qr).toMatch(/^<svg /);
  });

  it('is a matrix of 23 units and 10 programmes in protocol order, whose cells open their items', async () => {
    const matrix = await office.getMatrix({ params: { id: plan.id } });
    const protocol = (await office.listUnits({ query: { sort: 'sortNo', perPage: 200 } })).data.map((one) => one.name);
    expect(matrix.units.map((one) => one.name)).toEqual(protocol.filter((name) => matrix.units.some((one) => one.name === name)));
    expect([matrix.units.length, matrix.programmes.length, matrix.cells.length, sum(matrix.cells.map((cell) => cell.items)), sum(matrix.programmes.map((one) => one.items))]).toEqual([23, 10, 71, 99, 99]);
    for (const cell of matrix.cells.filter((one) => one.unitId === unit('市科协'))) {
      const opened = await office.listItems({ params: { id: plan.id }, query: { unitId: cell.unitId, programmeId: cell.programmeId } });
      expect(opened.total).toBe(cell.items);
      expect(cell.tally).toEqual({ total: cell.items, signed: cell.items, asked: 0, pending: 0 });
      expect(opened.data.every((item) => item.raw.length > 0 && ('row' in item.source))).toBe(true);
    }
    expect((await league.getMatrix({ params: { id: plan.id } })).units.map((one) => one.name)).toEqual(['团市委']);
  });

  describe('the list', () => {
    const seqs = async (query: NonNullable<Parameters<Client['listItems']>[0]['query']>) => {
      const page = await office.listItems({ params: { id: plan.id }, query: { perPage: 200, ...query } });
      expect(page.data).toHaveLength(page.total);
      return page.data.map((item) => item.seq);
    };
    const where = (keep: (item: Item) => boolean) => items.filter(keep).map((item) => item.seq);
    const of = (name: string) => (item: Item) => item.units.some((one) => one.printed === name);

    it('is filtered by unit, programme, state and target, alone and together', async () => {
      const programme = items[0]?.programme.id ?? '';
      expect(await seqs({ unitId: unit('市科协') })).toEqual(where(of('市科协')));
      expect(await seqs({ programmeId: programme })).toEqual(where((item) => item.programme.id === programme));
      expect(await seqs({ unitId: unit('市委组织部'), programmeId: programme })).toEqual([1]);
      expect(await seqs({ hasTarget: 'true' })).toEqual(where((item) => item.targets.length > 0));
      expect(await seqs({ state: 'signed' })).toEqual(where((item) => ['团市委', '市妇联', '市科协'].some((name) => of(name)(item))));
      expect(await seqs({ state: 'signed', unitId: unit('市财政局') })).toEqual([]);
      expect(await seqs({ ids: `${items[4]?.id},${items[2]?.id}` })).toEqual([3, 5]);
    });

    it('finds by characters, pinyin and initials; signs of a pattern are characters like others', async () => {
      const ofAssociation = where(of('市科协'));
      for (const q of ['wzskx', 'WZSKX', 'ｗｚｓｋｘ', '温州市科学技术协会']) expect(await seqs({ q })).toEqual(expect.arrayContaining(ofAssociation));
      expect((await seqs({ q: 'wzskx' })).length).toBeLessThan(60);
      expect(await seqs({ q: '科协' })).toEqual(where((item) => /科协/.test(item.text) || of('市科协')(item)));
      expect(await seqs({ q: 'kexie' })).toEqual(expect.arrayContaining(await seqs({ q: '科协' })));
      expect(await seqs({ q: '科协', unitId: unit('市委组织部') })).toEqual([2]);
      for (const q of ['%', '_', '!', "'", '\\', '没有这样的词']) expect(await seqs({ q })).toEqual(where((item) => q.length === 1 && item.text.includes(q)));
    });

    it('is sorted by paper, unit and programme, forwards and backwards', async () => {
      const all = where(() => true);
      expect(await seqs({ sort: 'seq' })).toEqual(all);
      expect(await seqs({ sort: '-seq' })).toEqual([...all].reverse());
      expect(await seqs({ sort: 'unit' })).toEqual(all);
      const programmes = (await office.getMatrix({ params: { id: plan.id } })).programmes.map((one) => one.id);
      const rank = (item: Item) => programmes.indexOf(item.programme.id);
      expect(await seqs({ sort: 'programme' })).toEqual([...items].sort((a, b) => rank(a) - rank(b) || a.seq - b.seq).map((item) => item.seq));
      expect(await refusal(office.listItems({ params: { id: plan.id }, query: { sort: 'raw' as 'seq' } }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'query.sort', code: 'not_an_option' }] });
    });

    it('comes in pages that hold each item once', async () => {
      const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => office.listItems({ params: { id: plan.id }, query: { page, sort: '-unit' } })));
      expect(pages.map((page) => [page.data.length, page.total])).toEqual([[25, 99], [25, 99], [25, 99], [24, 99], [0, 99]]);
      expect(new Set(pages.flatMap((page) => page.data.map((item) => item.id))).size).toBe(99);
    });
  });

  it('is exported whole, as found, and no cell is a formula', async () => {
    const read = async (path: string, language = 'zh-CN') => {
      const answer = await server.fetch(path, { as: 'office', headers: { 'accept-language': language } });
      expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await answer.arrayBuffer());
      const [sheet] = book.worksheets;
      if (!sheet) throw new Error('The workbook has no sheet');
      sheet.eachRow((row) => row.eachCell((cell) => expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number, ExcelJS.ValueType.Null]).toContain(cell.type)));
      return sheet;
    };
    const sheet = await read(`/api/v1/plans/${plan.id}/items.xlsx`);
    expect(sheet.actualRowCount).toBe(100);
    const texts = sheet.getColumn(5).values.slice(2);
    expect(texts[0]).toBe(`'${items[0]?.text}`);
    expect(String(texts[0])).toContain(formula);
    expect(texts.slice(1)).toEqual(items.slice(1).map((item) => item.text));
    expect((await read(`/api/v1/plans/${plan.id}/items.xlsx?unitId=${unit('市科协')}&sort=-seq`)).actualRowCount).toBe(1 + items.filter((item) => item.units[0]?.printed === '市科协').length);
    expect((await read(`/api/v1/plans/${plan.id}/items.xlsx`, 'en')).getRow(1).getCell(5).value).not.toBe(sheet.getRow(1).getCell(5).value);
    expect((await read(`/api/v1/plans/${plan.id}/sign-offs.xlsx`)).actualRowCount).toBe(24);
    // What another unit has is in no export of a liaison.
    const own = await server.fetch(`/api/v1/plans/${plan.id}/items.xlsx`, { as: 'liaison' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await own.arrayBuffer());
    expect(book.worksheets[0]?.actualRowCount).toBe(1 + items.filter((item) => item.units.some((one) => one.printed === '团市委')).length);
  });

  it('is closed with a reason; nobody signs for it afterwards', async () => {
    const [open] = (await office.listAssignments({ query: { planId: plan.id, state: 'pending', unitId: unit('市教育局'), perPage: 1 } })).data;
    const education = await server.client('liaison-education');
    expect((await refusal(office.closePlan({ params: { id: plan.id }, body: { version: plan.version, reason: ' ' } }))).code).toBe('input.invalid');
    expect(await office.closePlan({ params: { id: plan.id }, body: { version: plan.version, reason: '年度任务已总结。' } })).toMatchObject({ state: 'closed' });
    expect((await refusal(education.signAssignments({ body: { ids: [open?.id ?? ''] } }))).code).toBe('resource.not_found');
    expect((await refusal(office.recordSignOffs({ params: { id: plan.id }, body: { unitIds: [unit('市教育局')], note: 'x' } }))).code).toBe('lifecycle.not_allowed');
    expect((await education.listAssignments({ query: { planId: plan.id } })).total).toBeGreaterThan(0);
  });
});

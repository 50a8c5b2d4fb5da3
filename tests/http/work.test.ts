import { createClient, type Client } from '@kepu/api-client';
import type { File, Item, Measure, Plan, WorkEntry } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { newPerson } from '../matrix/people.js';
import { allItems, commit, refusal, textPaper, unitIds, until } from './papers.js';

const paper = textPaper(2016, [
  ['团市委', '农民科学素质行动', '全年培训青年农民 200 人次，建设青年科普基地 2-3 家。'], ['团市委', '科普人才队伍工程建设', '开展大学生志愿者活动，办好讲座 5 场。'], ['市妇联', '农民科学素质行动', '举办女能手培训约 100 人次。'],
  ['平阳县全科组办', '社区科普益民工程建设', '开展气象知识进社区，制作挂图。'], ['团市委、市妇联', '社区科普益民工程建设', '依托社区办好青年家庭科学课。'],
]);
const text = (content: string) => new Blob([Buffer.from(content)]);

eachDatabase('work that is proven', (database) => {
  let server: TestServer;
  let office: Client;
  let league: Client;
  let women: Client;
  let county: Client;
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  let serial = 0;
  const unit = (name: string) => units.get(name) ?? '';
  const item = (seq: number) => items[seq - 1]?.id ?? '';
  const measuresOf = async (client: Client, query: NonNullable<Parameters<Client['listMeasures']>[0]>['query'] = {}) => client.listMeasures({ query: { perPage: 200, planId: plan.id, ...query } });
  const measureOf = async (seq: number, raw?: string): Promise<Measure> => (await measuresOf(office, { itemId: item(seq) })).data.find((one) => raw === undefined || one.raw === raw) as Measure;
  const upload = (client: Client, content = `签到表 ${(serial += 1)}`): Promise<File> => client.createFile({ file: text(content), fileName: '签到表.txt' });
  type Input = Parameters<Client['createWorkEntry']>[0]['body'];
  const training = (change: Partial<Input> = {}): Input => ({
    unitId: unit('团市委'), kind: 'training', title: '青年农民电商培训班', quantity: 120, unitOfMeasure: '人次', fromDay: '2016-04-05', toDay: '2016-04-06', serves: [{ itemId: item(1) }], details: { days: 2 }, place: '团校', ...change,
  });
  const drafted = async (client: Client, change: Partial<Input> = {}): Promise<WorkEntry> => client.createWorkEntry({ body: training({ fileIds: [(await upload(client)).id], ...change }) });
  const handedIn = async (client: Client, change: Partial<Input> = {}): Promise<WorkEntry> => {
    const entry = await drafted(client, change);
    return client.submitWorkEntry({ params: { id: entry.id }, body: { version: entry.version } });
  };
  const accept = (client: Client, entry: WorkEntry) => client.acceptWorkEntry({ params: { id: entry.id }, body: { version: entry.version } });
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const noticesOf = async (client: Client, kind: string, id: string) => (await client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind && notice.link === `/work-entries/${id}`);

  beforeAll(async () => {
    server = await startServer({ database });
    [office, league, women, county] = await Promise.all([server.client('office'), server.client('liaison'), server.client('liaison-women'), server.client('county')]);
    units = await unitIds(office);
    plan = await commit(office, paper, '2016.txt');
    items = await allItems(office, plan.id);
  });

  describe('measures', () => {
    it('come with the paper: one for each of its numbers, with what adds up to it', async () => {
      const { data, total } = await measuresOf(office);
      expect(data.map((one) => [one.item.seq, one.name, one.raw, one.kind, one.origin, one.min, one.max, one.approx, one.unitOfMeasure, one.sources, one.dueOn])).toEqual([
        [1, '全年培训青年农民 200 人次', '200 人次', 'number', 'paper', 200, 200, false, '人次', ['trained', 'turnout', 'figure'], '2016-12-31'],
        [1, '建设青年科普基地 2-3 家', '2-3 家', 'number', 'paper', 2, 3, false, '家', ['venues', 'figure'], '2016-12-31'],
        [2, '办好讲座 5 场', '5 场', 'number', 'paper', 5, 5, false, '场', ['sessions', 'figure'], '2016-12-31'],
        [3, '举办女能手培训约 100 人次', '约 100 人次', 'number', 'paper', 100, 100, true, '人次', ['trained', 'turnout', 'figure'], '2016-12-31'],
      ]);
      expect(data.every((one) => one.progress.value === 0 && one.progress.permille === 0)).toBe(true);
      expect([total, items.map((one) => one.measures)]).toEqual([4, [2, 1, 1, 0, 0].map((count) => ({ total: count, done: 0 }))]);
      // A draft is the office's alone.
      for (const client of [league, county]) {
        expect(await measuresOf(client)).toEqual({ data: [], total: 0 });
        expect(await code(client.getMeasure({ params: { id: data[0]?.id ?? '' } }))).toBe('resource.not_found');
      }
    });

    it('go with a draft that is undone, those that the office has added too, and come again', async () => {
      const added = await office.createMeasure({ params: { id: item(5) }, body: { kind: 'deliverable', name: '课程表', sources: ['documents'], unitOfMeasure: '份' } });
      expect(added).toMatchObject({ origin: 'office', raw: null, progress: { state: 'open', permille: 0 }, item: { seq: 5, units: [{ name: '团市委' }, { name: '市妇联' }] } });
      const preview = await office.undoPlan({ params: { id: plan.id }, body: { version: plan.version } });
      expect(await measuresOf(office)).toEqual({ data: [], total: 0 });
      expect(await code(office.getMeasure({ params: { id: added.id } }))).toBe('resource.not_found');
      plan = (await office.commitPlanImport({ params: { id: preview.id } })).plan;
      items = await allItems(office, plan.id);
      expect((await measuresOf(office)).total).toBe(4);
      plan = await office.updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2016〕1号', issuedOn: '2016-03-02' } });
      plan = await office.issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    });

    it('are seen by whom their items concern, and counted for nobody else', async () => {
      expect((await measuresOf(league)).data.map((one) => one.item.seq)).toEqual([1, 1, 2]);
      expect((await measuresOf(women)).data.map((one) => one.item.seq)).toEqual([3]);
      // A county office was sent the paper, and reads all of it.
      expect((await measuresOf(county)).total).toBe(4);
      const foreign = await measureOf(3);
      expect(await code(league.getMeasure({ params: { id: foreign.id } }))).toBe('resource.not_found');
      expect(await measuresOf(league, { ids: foreign.id })).toEqual({ data: [], total: 0 });
      expect(await measuresOf(league, { itemId: item(3) })).toEqual({ data: [], total: 0 });
      expect(await code(league.listEvidence({ query: { measureId: foreign.id } }))).toBe('resource.not_found');
      expect(await code(league.listEvidence({ query: { itemId: item(3) } }))).toBe('resource.not_found');
      for (const call of [
        () => league.createMeasure({ params: { id: item(1) }, body: { kind: 'number', name: 'x', sources: ['figure'], min: 1, unitOfMeasure: '个' } }), () => league.deleteMeasure({ params: { id: foreign.id } }),
      ]) expect(await code(call())).toBe('auth.forbidden');
      // A county's office writes in its own plan, and the city's is not its own.
      for (const call of [() => county.updateMeasure({ params: { id: foreign.id }, body: { version: 1, name: 'x' } }), () => county.judgeMeasure({ params: { id: foreign.id }, body: { version: 1, met: true, note: 'x' } })]) expect(await code(call())).toBe('resource.not_found');
    });

    it('are found by unit, programme, kind, state and words, sorted and paged', async () => {
      const seqs = async (query: Parameters<typeof measuresOf>[1]) => (await measuresOf(office, query)).data.map((one) => one.item.seq);
      const quality = await office.createMeasure({ params: { id: item(4) }, body: { kind: 'qualitative', name: '居民满意', sources: ['turnout', 'sessions'], unitOfMeasure: '项', demands: '活动照片和回访记录' } });
      const step = await office.createMeasure({ params: { id: item(5) }, body: { kind: 'milestone', name: '开课', sources: ['documents'], unitOfMeasure: '次', dueOn: '2016-05-31' } });
      expect(await seqs({ unitId: unit('市妇联') })).toEqual([3, 5]);
      expect(await seqs({ programmeId: items[0]?.programme.id ?? '' })).toEqual([1, 1, 3]);
      expect(await seqs({ kind: 'qualitative' })).toEqual([4]);
      expect(await seqs({ q: '女能手' })).toEqual([3]);
      expect(await seqs({ q: 'nvnengshou' })).toEqual([3]);
      expect(await seqs({ q: '居民满意' })).toEqual([4]);
      expect(await seqs({ q: '%' })).toEqual([]);
      expect(await seqs({ sort: '-seq' })).toEqual([5, 4, 3, 2, 1, 1]);
      // What has no day comes last, whichever way the days run.
      for (const sort of ['dueOn', '-dueOn'] as const) expect((await seqs({ sort })).at(-1)).toBe(4);
      expect((await seqs({ sort: 'dueOn' }))[0]).toBe(5);
      expect(await seqs({ state: 'overdue' })).toEqual([1, 1, 2, 3, 5]);
      expect(await seqs({ state: 'open' })).toEqual([4]);
      const pages = await Promise.all([1, 2, 3].map((page) => measuresOf(office, { page, perPage: 4, state: 'overdue' })));
      expect(pages.map((page) => [page.data.length, page.total])).toEqual([[4, 5], [1, 5], [0, 5]]);
      expect(await code(measuresOf(office, { sort: 'name' as 'seq' }))).toBe('input.invalid');
      for (const one of [quality, step]) expect(await office.deleteMeasure({ params: { id: one.id } })).toEqual({ done: true });
    });

    it('are changed by the office, but for the number that the paper prints', async () => {
      const before = await measureOf(2);
      const params = { id: before.id };
      const change = (body: Omit<Parameters<Client['updateMeasure']>[0]['body'], 'version'>, version = before.version) => office.updateMeasure({ params, body: { version, ...body } });
      expect(await refusal(change({ min: 4, unitOfMeasure: '次' }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.min', code: 'not_an_option' }, { path: 'body.unitOfMeasure' }] });
      const after = await change({ name: '讲座', sources: ['sessions'], dueOn: '2016-11-30', demands: '照片', min: 5 });
      expect(after).toMatchObject({ name: '讲座', sources: ['sessions'], dueOn: '2016-11-30', demands: '照片', min: 5, raw: '5 场', version: before.version + 1 });
      expect(await code(change({ name: '又一次' }))).toBe('version.stale');
      expect(await code(change({ poolId: plan.id }, after.version))).toBe('input.invalid');
      const own = await office.createMeasure({ params: { id: item(5) }, body: { kind: 'milestone', name: '开课', sources: ['documents'], unitOfMeasure: '次', dueOn: '2016-05-31' } });
      expect(await refusal(office.updateMeasure({ params: { id: own.id }, body: { version: 1, dueOn: null } }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.dueOn', code: 'required' }] });
      expect(await refusal(office.updateMeasure({ params: { id: own.id }, body: { version: 1, min: 5, max: 4 } }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.max', code: 'order' }] });
      await office.updateMeasure({ params: { id: own.id }, body: { version: 1, max: 9 } });
      expect(await refusal(office.updateMeasure({ params: { id: own.id }, body: { version: 2, min: 10 } }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.max', code: 'order' }] });
      expect(await code(office.judgeMeasure({ params: { id: own.id }, body: { version: 2, met: true, note: 'x' } }))).toBe('lifecycle.not_allowed');
      await office.deleteMeasure({ params: { id: own.id } });
      expect(await code(office.deleteMeasure({ params: { id: own.id } }))).toBe('resource.not_found');
      const history = (await office.getItemHistory({ params: { id: item(5) } })).data.filter((entry) => entry.after?.['measureId'] === own.id || entry.before?.['measureId'] === own.id);
      expect(history.map((entry) => entry.action)).toEqual(['measure.deleted', 'measure.changed', 'measure.created']);
    });

    it.each([
      ['a number without a least', { kind: 'number', sources: ['figure'] }, 'body.min'], ['a milestone without its day', { kind: 'milestone', sources: ['figure'] }, 'body.dueOn'],
      ['a pool without people', { kind: 'number', min: 1, sources: ['pool_members'] }, 'body.poolId'], ['no source', { kind: 'number', min: 1, sources: [] }, 'body.sources'],
      ['an end before the start', { kind: 'number', min: 3, max: 2, sources: ['figure'] }, 'body.max'], ['a half', { kind: 'number', min: 0.5, sources: ['figure'] }, 'body.min'],
      ['a source that nobody knows', { kind: 'number', min: 1, sources: ['rumours'] }, 'body.sources.0'], ['a key that nobody knows', { kind: 'number', min: 1, sources: ['figure'], weight: 3 }, 'body'],
    ])('are not made of %s', async (_, body, path) => {
      const problem = await refusal(office.createMeasure({ params: { id: item(5) }, body: { name: 'x', unitOfMeasure: '个', ...body } as Parameters<Client['createMeasure']>[0]['body'] }));
      expect(problem).toMatchObject({ code: 'input.invalid', errors: [{ path }] });
    });

    it('name a pool that exists, or none', async () => {
      expect(await code(office.createMeasure({ params: { id: item(5) }, body: { kind: 'number', name: 'x', sources: ['pool_members'], poolId: plan.id, min: 1, unitOfMeasure: '人' } }))).toBe('reference.not_found');
    });
  });

  describe('files', () => {
    it('are kept as they came, and served as nothing but a download to whoever handed them in', async () => {
      const file = await upload(league, '温州科普\n');
      expect(file).toEqual({ id: file.id, name: '签到表.txt', type: 'text/plain', size: 13, alreadyUsed: false });
      const answer = await server.fetch(`/api/v1/files/${file.id}`, { as: 'liaison' });
      expect([answer.status, await answer.text()]).toEqual([200, '温州科普\n']);
      expect(Object.fromEntries(['content-type', 'x-content-type-options', 'cache-control', 'content-disposition'].map((name) => [name, answer.headers.get(name)]))).toMatchObject({
        'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-disposition': expect.stringMatching(/^attachment/),
      });
      // Not linked to anything yet, it is nobody else's, not even the office's.
      for (const as of ['liaison-women', 'office', 'county', 'reader']) expect((await server.fetch(`/api/v1/files/${file.id}`, { as })).status).toBe(404);
      expect((await server.fetch(`/api/v1/files/${file.id}`)).status).toBe(401);
    });

    it('are pictures, documents and sheets by their content, and no larger than they may be', async () => {
      const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
      expect(await league.createFile({ file: new Blob([png]), fileName: '照片.exe' })).toMatchObject({ type: 'image/png', size: png.length });
      expect(await code(league.createFile({ file: new Blob([Buffer.from('7f454c4602010100', 'hex')]), fileName: '照片.png' }))).toBe('input.unsupported_type');
      expect(await code(league.createFile({ file: new Blob([Buffer.alloc(15 * 1024 * 1024 + 1, 'a')]), fileName: '大.txt' }))).toBe('input.too_large');
    });

    it('are limited for one person, and go on for others', async () => {
      const { cookie } = await newPerson(server, office, 'album@demo.kepu', { role: 'liaison', unit: '市气象局' });
      const client = createClient({ baseUrl: server.url, headers: { cookie } });
      let problem: string | null = null;
      for (let tries = 0; tries < 70 && problem === null; tries += 1) problem = await client.createFile({ file: text('同一张'), fileName: '图.txt' }).then(() => null, (error: { problem: { code: string } }) => error.problem.code);
      expect(problem).toBe('rate.limited');
      expect((await upload(league)).size).toBeGreaterThan(0);
    });
  });

  describe('an entry', () => {
    it('goes from the draft to the matrix, and back when it is revoked', async () => {
      const file = await upload(league);
      const draft = await league.createWorkEntry({ body: training({ fileIds: [file.id], details: {}, place: null, divisionCode: '330326' }) });
      expect(draft).toMatchObject({
        state: 'draft', unit: { name: '团市委' }, createdBy: '章若溪', files: [{ id: file.id, alreadyUsed: false }], serves: [{ itemId: item(1), measureId: null, measureName: null }], division: { code: '330326', name: '平阳县' },
        submittedAt: null, checkedAt: null, version: 1,
      });
      const params = { id: draft.id };
      const lacking = await refusal(league.submitWorkEntry({ params, body: { version: 1 } }));
      expect(lacking).toMatchObject({ code: 'work_entry.incomplete', detail: '还缺少：学员名单。请补充后再提交。' });
      const changed = await league.updateWorkEntry({ params, body: { version: 1, details: { days: 2 }, place: '团校', quantity: 150 } });
      expect(await code(league.submitWorkEntry({ params, body: { version: 1 } }))).toBe('version.stale');
      const submitted = await league.submitWorkEntry({ params, body: { version: changed.version } });
      expect(submitted).toMatchObject({ state: 'submitted', submittedBy: '章若溪', quantity: 150 });
      expect(await until(() => noticesOf(office, 'work_entry_submitted', draft.id), (found) => found.length > 0)).toMatchObject([{ params: { unit: '团市委', title: draft.title } }]);
      expect(await code(league.acceptWorkEntry({ params, body: { version: submitted.version } }))).toBe('auth.forbidden');
      expect(await code(league.updateWorkEntry({ params, body: { version: submitted.version, quantity: 1 } }))).toBe('lifecycle.not_allowed');

      const returned = await office.returnWorkEntry({ params, body: { version: submitted.version, reason: '人数与签到表不一致。' } });
      expect(returned).toMatchObject({ state: 'draft', returned: { reason: '人数与签到表不一致。', by: '温建国' }, submittedAt: null });
      expect(await until(() => noticesOf(league, 'work_entry_returned', draft.id), (found) => found.length > 0)).toMatchObject([{ params: { title: draft.title, text: '人数与签到表不一致。' } }]);
      const again = await league.submitWorkEntry({ params, body: { version: returned.version } });
      expect(again.returned).toBeNull();
      const recalled = await league.recallWorkEntry({ params, body: { version: again.version } });
      expect(await code(office.acceptWorkEntry({ params, body: { version: recalled.version } }))).toBe('lifecycle.not_allowed');
      const last = await league.submitWorkEntry({ params, body: { version: recalled.version } });

      expect((await measureOf(1, '200 人次')).progress).toMatchObject({ value: 0, evidence: 0 });
      const accepted = await accept(office, last);
      expect(accepted).toMatchObject({ state: 'accepted', checkedBy: '温建国' });
      expect(await until(() => noticesOf(league, 'work_entry_accepted', draft.id), (found) => found.length > 0)).toHaveLength(1);
      expect((await measureOf(1, '200 人次')).progress).toEqual({ value: 150, manual: 0, evidence: 1, permille: 750, state: 'overdue', surplus: 0 });
      const { data: lines } = await league.listEvidence({ query: { measureId: (await measureOf(1, '200 人次')).id } });
      expect(lines).toMatchObject([{ metric: 'trained', quantity: 150, manual: false, unit: { name: '团市委' }, occurredOn: '2016-04-06', source: { kind: 'work_entry', id: draft.id, title: draft.title, activityId: null }, reverses: null }]);

      const second = await accept(office, await handedIn(league, { quantity: 60 }));
      expect((await measureOf(1, '200 人次')).progress).toMatchObject({ value: 210, evidence: 2, state: 'done', surplus: 10 });
      const matrix = async (client: Client) => {
        const { cells, units: rows, programmes } = await client.getMatrix({ params: { id: plan.id } });
        const of = cells.find((cell) => cell.unitId === unit('团市委') && cell.programmeId === items[0]?.programme.id);
        return [of?.measures, rows.find((row) => row.id === unit('团市委'))?.measures, programmes.find((programme) => programme.id === items[0]?.programme.id)?.measures];
      };
      expect(await matrix(office)).toEqual([{ total: 2, done: 1 }, { total: 3, done: 1 }, { total: 3, done: 1 }]);
      // The programme of a liaison holds the own items only.
      expect(await matrix(league)).toEqual([{ total: 2, done: 1 }, { total: 3, done: 1 }, { total: 2, done: 1 }]);
      expect((await league.getItem({ params: { id: item(1) } })).measures).toEqual({ total: 2, done: 1 });
      expect((await league.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.find((row) => row.item.id === item(1))?.item.measures).toEqual({ total: 2, done: 1 });

      const revoked = await office.revokeWorkEntry({ params: { id: second.id }, body: { version: second.version, reason: '与另一份重复。' } });
      expect(revoked).toMatchObject({ state: 'revoked', revokedReason: '与另一份重复。' });
      expect((await measureOf(1, '200 人次')).progress).toMatchObject({ value: 150, evidence: 1 });
      expect(await matrix(office)).toEqual([{ total: 2, done: 0 }, { total: 3, done: 0 }, { total: 3, done: 0 }]);
      const taken = (await office.listEvidence({ query: { itemId: item(1), sort: 'quantity' } })).data;
      expect(taken.map((line) => [line.quantity, line.reason])).toEqual([[-60, '与另一份重复。'], [60, null], [150, null]]);
      expect(taken[0]?.reverses).toBe(taken[1]?.id);
      expect(await until(() => noticesOf(league, 'work_entry_revoked', second.id), (found) => found.length > 0)).toMatchObject([{ params: { text: '与另一份重复。' } }]);
      expect(await code(office.revokeWorkEntry({ params: { id: second.id }, body: { version: revoked.version, reason: 'x' } }))).toBe('lifecycle.not_allowed');
      expect((await league.getWorkEntryHistory({ params })).data.map((entry) => entry.action)).toEqual([
        'work_entry.accepted', 'work_entry.submitted', 'work_entry.recalled', 'work_entry.submitted', 'work_entry.returned', 'work_entry.submitted', 'work_entry.changed', 'work_entry.created',
      ]);
    });

    it('says all that it lacks at once, in the language of the reader', async () => {
      const bare = await league.createWorkEntry({ body: training({ kind: 'competition', title: '青年科技赛', unitOfMeasure: '场', details: {}, fileIds: [] }) });
      const path = `/api/v1/work-entries/${bare.id}/submit`;
      const said = async (language: string) => ((await (await server.fetch(path, { method: 'POST', as: 'liaison', headers: { 'content-type': 'application/json', 'accept-language': language }, body: '{"version":1}' })).json()) as { detail: string }).detail;
      expect(await said('zh-CN')).toBe('还缺少：佐证材料、竞赛场次或奖项。请补充后再提交。');
      expect(await said('en')).toMatch(/^Still missing: [^、]+, [^、]+\. Please add it/);
      expect(await league.deleteWorkEntry({ params: { id: bare.id } })).toEqual({ done: true });
      expect(await code(league.getWorkEntry({ params: { id: bare.id } }))).toBe('resource.not_found');
    });

    it('counts by its kind, a figure as entered by hand, and for one measure where it names it', async () => {
      const venue = await measureOf(1, '2-3 家');
      const opened = await handedIn(league, { kind: 'venue', title: '青年科普基地', quantity: 1, unitOfMeasure: '家', details: {}, serves: [{ itemId: item(1), measureId: venue.id }] });
      expect(opened.serves).toMatchObject([{ measureId: venue.id, measureName: venue.name }]);
      await accept(office, opened);
      const figure = await league.createWorkEntry({ body: training({ kind: 'figure', title: '年报数', quantity: 2, unitOfMeasure: '家', details: { basis: '科普统计年报' }, serves: [{ itemId: item(1), measureId: venue.id }] }) });
      await accept(office, await league.submitWorkEntry({ params: { id: figure.id }, body: { version: 1 } }));
      expect((await measureOf(1, '2-3 家')).progress).toMatchObject({ value: 3, manual: 2, evidence: 2, state: 'done' });
      expect((await office.listEvidence({ query: { measureId: venue.id, manual: 'true' } })).data.map((line) => line.source.title)).toEqual(['年报数']);
      expect((await measureOf(1, '200 人次')).progress.value).toBe(150);
      expect(await refusal(office.deleteMeasure({ params: { id: venue.id } }))).toMatchObject({ code: 'measure.in_use', params: { count: 2 } });
    });

    it('serves items of its unit in a plan in force, and nothing else', async () => {
      const draft = await commit(office, textPaper(2014, [['团市委', '农民科学素质行动', '开展培训 9 人次。']]), '2014.txt');
      const inDraft = (await allItems(office, draft.id))[0]?.id ?? '';
      const [own, foreign] = [await measureOf(2), await measureOf(3)];
      const create = (client: Client, change: Partial<Input>) => client.createWorkEntry({ body: training(change) });
      for (const change of [
        { serves: [{ itemId: item(3) }] }, { serves: [{ itemId: inDraft }] }, { serves: [{ itemId: item(1) }, { itemId: plan.id }] }, { serves: [{ itemId: item(1), measureId: foreign.id }] }, { serves: [{ itemId: item(1), measureId: own.id }] },
        // It adds up sessions, and a training course is none.
        { serves: [{ itemId: item(2), measureId: own.id }] }, { unitId: unit('市妇联') }, { unitId: plan.id }, { divisionCode: '339999' },
      ]) expect([change, await code(create(league, change))]).toEqual([change, 'reference.not_found']);
      // The office sees the item, but it is not that unit's.
      expect(await code(create(office, { serves: [{ itemId: item(3) }] }))).toBe('reference.not_found');
      expect(await refusal(create(league, { serves: [{ itemId: item(1) }, { itemId: item(1) }] }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.serves.1.itemId' }] });
      expect(await refusal(create(league, { fromDay: '2016-05-02', toDay: '2016-05-01', quantity: 0, title: ' ', serves: [] }))).toMatchObject({ code: 'input.invalid', params: { count: 4 } });
      const figure = (change: Partial<Input>) => create(league, { kind: 'figure', details: { basis: '年报' }, ...change });
      expect(await refusal(figure({ serves: [{ itemId: item(1) }] }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.serves.0.measureId', code: 'required' }] });
      expect((await figure({ serves: [{ itemId: item(5) }] })).state).toBe('draft');
      // What several units share is each one's.
      expect((await create(women, { unitId: unit('市妇联'), serves: [{ itemId: item(5) }] })).unit.name).toBe('市妇联');
      await office.undoPlan({ params: { id: draft.id }, body: { version: draft.version } });
    });

    it('takes files of whoever writes it, and those who see it read them', async () => {
      const [mine, hers] = [await upload(league, '合影 A'), await upload(women)];
      expect(await code(league.createWorkEntry({ body: training({ fileIds: [hers.id] }) }))).toBe('reference.not_found');
      expect(await code(league.createWorkEntry({ body: training({ fileIds: [plan.id] }) }))).toBe('reference.not_found');
      expect(await code(league.createWorkEntry({ body: training({ details: { rosterFileId: hers.id } }) }))).toBe('reference.not_found');
      const roster = await upload(league);
      const entry = await league.createWorkEntry({ body: training({ fileIds: [mine.id], details: { rosterFileId: roster.id } }) });
      expect(entry.files.map((file) => file.id)).toEqual([mine.id, roster.id]);
      const status = async (as: string, id: string) => (await server.fetch(`/api/v1/files/${id}`, { as })).status;
      for (const id of [mine.id, roster.id]) expect([await status('liaison', id), await status('office', id), await status('reader', id), await status('liaison-women', id), await status('county', id)]).toEqual([200, 200, 200, 404, 404]);
      // The same picture again: whoever checks is told.
      expect((await upload(league, '合影 A')).alreadyUsed).toBe(true);
      const other = await drafted(league, { fileIds: [mine.id] });
      expect(other.files).toMatchObject([{ id: mine.id, alreadyUsed: true }]);
      // The office changes the unit's draft: it keeps the unit's files and cannot bring in another's.
      const kept = await office.updateWorkEntry({ params: { id: entry.id }, body: { version: entry.version, title: '青年农民培训班（一）', fileIds: [mine.id] } });
      expect(kept.files.map((file) => file.id).sort()).toEqual([mine.id, roster.id].sort());
      expect(await code(office.updateWorkEntry({ params: { id: entry.id }, body: { version: kept.version, fileIds: [hers.id] } }))).toBe('reference.not_found');
      const without = await league.updateWorkEntry({ params: { id: entry.id }, body: { version: kept.version, fileIds: [], details: {} } });
      expect([without.files, await status('office', roster.id), await status('liaison', roster.id)]).toEqual([[], 404, 200]);
    });

    it('is found by those within reach of its unit, and by nobody else', async () => {
      const entry = await handedIn(league, { title: '只给本单位看的班' });
      const params = { id: entry.id };
      for (const client of [women, county]) {
        for (const call of [() => client.getWorkEntry({ params }), () => client.getWorkEntryHistory({ params }), () => client.updateWorkEntry({ params, body: { version: 2, title: 'x' } }), () => client.deleteWorkEntry({ params }), () => client.recallWorkEntry({ params, body: { version: 2 } })]) {
          expect(await code(call())).toBe('resource.not_found');
        }
        for (const query of [{ q: '只给本单位看的班' }, { ids: entry.id }, { itemId: item(1) }, { unitId: unit('团市委') }]) expect(await client.listWorkEntries({ query })).toEqual({ data: [], total: 0 });
      }
      expect(await code(county.acceptWorkEntry({ params, body: { version: entry.version } }))).toBe('resource.not_found');
      const found = async (query: NonNullable<Parameters<Client['listWorkEntries']>[0]>['query']) => (await league.listWorkEntries({ query: { planId: plan.id, perPage: 200, ...query } })).data.map((one) => one.id);
      for (const query of [{ q: 'zhigeibendanwei' }, { q: '只给' }, { ids: entry.id }, { state: 'submitted' as const }]) expect(await found(query)).toEqual([entry.id]);
      expect(await found({ itemId: item(1), kind: 'training', from: '2016-04-06', to: '2016-04-30' })).toContain(entry.id);
      expect(await found({ from: '2016-04-07' })).toEqual([]);
      expect(await found({ to: '2016-04-04' })).toEqual([]);
      const quantities = (await league.listWorkEntries({ query: { perPage: 200, sort: '-quantity' } })).data.map((one) => one.quantity);
      expect(quantities).toEqual([...quantities].sort((a, b) => b - a));
      await league.recallWorkEntry({ params, body: { version: entry.version } });
    });

    it('is made once, however often it is sent, and counts once, however many accept it', async () => {
      const body = training({ title: '重复提交的班', quantity: 7, fileIds: [(await upload(league)).id] });
      const sent = await Promise.allSettled([1, 2, 3].map(() => league.createWorkEntry({ body, idempotencyKey: 'entry-2016-04-06' })));
      const [made] = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect((await league.createWorkEntry({ body, idempotencyKey: 'entry-2016-04-06' })).id).toBe(made?.id);
      expect(await code(league.createWorkEntry({ body: { ...body, quantity: 8 }, idempotencyKey: 'entry-2016-04-06' }))).toBe('idempotency.mismatch');
      expect((await league.listWorkEntries({ query: { q: '重复提交的班' } })).total).toBe(1);
      const entry = await league.submitWorkEntry({ params: { id: made?.id ?? '' }, body: { version: made?.version ?? 0 } });
      const before = (await measureOf(1, '200 人次')).progress;
      const editor = await server.client('editor');
      const decisions = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => (index % 3 === 2 ? office.returnWorkEntry({ params: { id: entry.id }, body: { version: entry.version, reason: 'x' } }) : accept(index % 2 ? office : editor, entry))));
      const [decided, ...others] = decisions.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(others).toEqual([]);
      const after = (await measureOf(1, '200 人次')).progress;
      expect([after.value - before.value, after.evidence - before.evidence]).toEqual(decided?.state === 'accepted' ? [7, 1] : [0, 0]);
    });

    it('of a county is checked by its county office, but never by who wrote it', async () => {
      const unitId = unit('平阳县全科组办');
      const { cookie } = await newPerson(server, office, 'pingyang@demo.kepu', { role: 'liaison', unit: '平阳县全科组办' });
      const liaison = createClient({ baseUrl: server.url, headers: { cookie }, parseAnswers: true });
      const work = { unitId, kind: 'work' as const, title: '气象挂图', quantity: 4, unitOfMeasure: '幅', details: {}, serves: [{ itemId: item(4) }] };
      const own = await handedIn(county, work);
      expect(await code(accept(county, own))).toBe('auth.forbidden');
      // Its own county office is its writer, so the city's office has to look.
      expect((await accept(office, own)).state).toBe('accepted');
      const entry = await handedIn(liaison, work);
      expect(await until(() => noticesOf(county, 'work_entry_submitted', entry.id), (found) => found.length > 0)).toHaveLength(1);
      expect(await noticesOf(office, 'work_entry_submitted', entry.id)).toEqual([]);
      expect((await accept(county, entry))).toMatchObject({ state: 'accepted', checkedBy: '缪海生' });
    });

    it('goes on with the unit in which its own one ends', async () => {
      const make = (name: string) => office.createUnit({ body: { name, fullName: `温州${name}`, kind: 'institution', divisionCode: '330300', parentId: unit('团市委') } });
      const [from, to] = [await make('青少年宫甲'), await make('青少年宫乙')];
      const entry = await league.createWorkEntry({ body: training({ unitId: from.id, title: '少年宫培训' }) });
      await office.mergeUnit({ params: { id: from.id }, body: { version: from.version, successorId: to.id, on: (await office.getSession()).today } });
      expect(await league.getWorkEntry({ params: { id: entry.id } })).toMatchObject({ unit: { id: to.id }, version: entry.version + 1 });
    });

    it('counts no more in a year that is closed, but a false one is still taken out of it', async () => {
      const waiting = await handedIn(women, { unitId: unit('市妇联'), serves: [{ itemId: item(3) }] });
      const counted = await accept(office, await handedIn(women, { unitId: unit('市妇联'), serves: [{ itemId: item(3) }], quantity: 96 }));
      expect((await measureOf(3)).progress).toMatchObject({ value: 96, state: 'done' });
      plan = await office.closePlan({ params: { id: plan.id }, body: { version: (await office.getPlan({ params: { id: plan.id } })).version, reason: '年度工作结束。' } });
      expect(await code(accept(office, waiting))).toBe('lifecycle.not_allowed');
      expect((await office.getWorkEntry({ params: { id: waiting.id } })).state).toBe('submitted');
      const measure = await measureOf(3);
      for (const call of [
        () => office.createMeasure({ params: { id: item(3) }, body: { kind: 'number', name: 'x', sources: ['figure'], min: 1, unitOfMeasure: '个' } }), () => office.updateMeasure({ params: { id: measure.id }, body: { version: measure.version, name: 'x' } }),
        () => office.deleteMeasure({ params: { id: measure.id } }), () => office.judgeMeasure({ params: { id: measure.id }, body: { version: measure.version, met: true, note: 'x' } }),
      ]) expect(await code(call())).toBe('lifecycle.not_allowed');
      expect(await code(women.createWorkEntry({ body: training({ unitId: unit('市妇联'), serves: [{ itemId: item(3) }] }) }))).toBe('reference.not_found');
      await office.revokeWorkEntry({ params: { id: counted.id }, body: { version: counted.version, reason: '签到表系伪造。' } });
      expect((await measureOf(3)).progress).toMatchObject({ value: 0, evidence: 0 });
    });
  });
});

import { createClient, type Client } from '@kepu/api-client';
import type { Adjustment, AssignmentRow, CloseOut, Plan } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { newPerson } from '../matrix/people.js';
import { commit, heading, refusal, unitIds, until, upload } from './papers.js';

const [farmers, league, homes] = ['农民科学素质行动', '科普人才队伍工程建设', '社区科普益民工程建设'];
/** A paper that prints a day with each item, or none. */
const paperOf = (year: number, lines: readonly (readonly string[])[]): Buffer => Buffer.from([`${year}年温州市全民科学素质工作目标任务分解表`, '', ...[[...heading, '完成时限'], ...lines.map((line) => [line[0], line[1], line[2], line[3] ?? ''])].map((line) => line.join('\t')), ''].join('\n'));
const same = '组织开展科技下乡活动不少于 60 场次';
const rows = [
  ['团市委', farmers, '全年培训青年农民 200 人次。', '10月底前'], ['团市委', league, '组织大学生志愿者开展科普宣讲。'], ['市妇联', farmers, '举办女能手科技培训班，发放科普资料。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。'],
  ['市妇联', league, `${same}。`], ['市科协', homes, `${same}。`], ['青少年宫甲', homes, '开放科技展厅。'], ['青少年宫乙', homes, '开放天文台。'], ['青少年宫甲、青少年宫乙', league, '共办青年科学节。'],
];

eachDatabase('other days and closing out', (database) => {
  let server: TestServer;
  let [office, youth, women, approver, county, leader, publisher]: Client[] = [];
  let reader: Client;
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let today: string;
  let asked: Adjustment;
  let closing: CloseOut;
  const of = <T>(value: T | undefined): T => { if (value === undefined) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const part = async (words: string, client = office, unit?: string): Promise<AssignmentRow> => of((await of(client).listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.find((row) => row.item.text.includes(words) && (unit === undefined || row.unit.name === unit)));
  const extend = async (client: Client | undefined, words: string, day: string, more: { version?: number; content?: string; kind?: 'extension' | 'content'; unit?: string } = {}) => {
    const one = await part(words, office, more.unit);
    return of(client).askAdjustment({ params: { id: one.id }, body: { version: more.version ?? one.version, kind: more.kind ?? 'extension', day, reason: '场地要到冬天才能用。', ...(more.content ? { content: more.content } : {}) } });
  };
  const explained = (...points: ('signed' | 'measures' | 'evidence' | 'reports' | 'pending')[]) => points.map((point) => ({ point, text: `${point}：已当面说明。` }));
  const close = async (client: Client | undefined, words: string, explanations = explained('signed', 'measures', 'evidence'), version?: number, unit?: string) => {
    const one = await part(words, office, unit);
    return of(client).askCloseOut({ params: { id: one.id }, body: { version: version ?? one.version, explanations } });
  };
  const told = async (client: Client | undefined) => (await of(client).listNotices({ query: { perPage: 200 } })).data.map((one) => one.kind).filter((kind) => kind.startsWith('adjustment') || kind.startsWith('close_out'));
  const sheet = async (name: string) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await of(office).exportFollowUps({ params: { id: plan.id } })).arrayBuffer() as never);
    return of(book.getWorksheet(name));
  };
  const reworded = async (changed: Record<string, string>, number: number) => {
    const preview = await upload(of(office), paperOf(2031, rows.map((row) => row.map((cell) => changed[cell] ?? cell))), `2031-${number}.txt`);
    const draft = await of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    const numbered = await of(office).updatePlanRevision({ params: { id: draft.id }, body: { version: draft.version, docNumber: `温全科样〔2031〕${number}号`, issuedOn: '2031-07-10' } });
    await of(office).issuePlanRevision(at(numbered));
  };

  beforeAll(async () => {
    server = await startServer({ database });
    [office, youth, women, approver, county, leader, publisher] = await Promise.all(['office', 'liaison', 'liaison-women', 'approver', 'county', 'leader', 'publisher'].map((name) => server.client(name)));
    reader = createClient({ baseUrl: server.url, headers: { cookie: (await newPerson(server, of(office), 'inspector@demo.kepu', { role: 'reader' })).cookie } });
    today = (await of(office).getSession()).today;
    const parent = (await unitIds(of(office))).get('团市委') ?? '';
    for (const name of ['青少年宫甲', '青少年宫乙']) await of(office).createUnit({ body: { name, fullName: `温州市${name}`, kind: 'institution', divisionCode: '330300', parentId: parent } });
    units = await unitIds(of(office));
    plan = await commit(of(office), paperOf(2031, rows), '2031.txt');
    expect(await code(extend(women, '女能手', '2032-01-31'))).toBe('resource.not_found');
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2031〕1号', issuedOn: '2031-03-02' } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
  });

  it('are asked for by the unit: a later day, a reason, one at a time', async () => {
    const one = await part('女能手');
    expect(one).toMatchObject({ extendedTo: null, doneAt: null });
    expect(await refusal(extend(women, '女能手', '2031-12-31'))).toMatchObject({ code: 'adjustment.day_not_later', params: { day: '2031-12-31' } });
    expect(await refusal(extend(youth, '培训青年农民', '2031-10-31'))).toMatchObject({ code: 'adjustment.day_not_later', params: { day: '2031-10-31' } });
    for (const client of [office, county, leader, publisher]) expect(await code(extend(client, '女能手', '2032-01-31'))).toBe('auth.forbidden');
    expect(await code(extend(youth, '女能手', '2032-01-31'))).toBe('resource.not_found');
    expect(await code(extend(women, '女能手', '2032-01-31', { version: one.version + 1 }))).toBe('version.stale');
    expect(await code(of(women).askAdjustment({ params: { id: one.id }, body: { version: one.version, kind: 'content', reason: '换一种做法。' } }))).toBe('input.invalid');
    const file = await of(women).createFile({ file: new Blob([Buffer.from('请示')]), fileName: '请示.txt' });
    const two = await Promise.allSettled([1, 2].map(() => of(women).askAdjustment({ params: { id: one.id }, body: { version: one.version, kind: 'extension', day: '2032-01-31', reason: '场地要到冬天才能用。', fileIds: [file.id] } })));
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    [asked] = (await of(office).listAdjustments({ query: { planId: plan.id, waiting: 'true' } })).data as [Adjustment];
    expect(asked).toMatchObject({ state: 'asked', kind: 'extension', dayBefore: '2031-12-31', askedDay: '2032-01-31', late: false, files: [{ name: '请示.txt' }], assignment: { unit: { name: '市妇联' }, dayInForce: '2031-12-31', item: { due: null } }, may: { decide: true, ask: false } });
    expect(await code(extend(women, '女能手', '2032-02-28'))).toBe('adjustment.waiting');
    expect(await until(() => told(office), (kinds) => kinds.length > 0)).toEqual(['adjustment_asked']);
    expect((await of(office).getDesk()).followUpsToDecide).toMatchObject({ count: 1, first: [{ kind: 'adjustment', id: asked.id, unit: { name: '市妇联' } }] });
  });

  it('are seen by the unit and the city, and decided by the office alone', async () => {
    for (const client of [office, reader, leader, women]) expect((await of(client).getAdjustment({ params: { id: asked.id } })).id).toBe(asked.id);
    for (const client of [youth, county]) expect(await code(of(client).getAdjustment({ params: { id: asked.id } }))).toBe('resource.not_found');
    expect((await of(youth).listAdjustments({ query: { planId: plan.id } })).total).toBe(0);
    for (const client of [women, leader, county]) expect(await code(of(client).grantAdjustment(at(asked)))).toBe(client === county ? 'resource.not_found' : 'auth.forbidden');
    expect(await code(of(office).grantAdjustment({ params: { id: asked.id }, body: { version: asked.version, day: '2031-12-01' } }))).toBe('adjustment.day_not_later');
    expect(await code(of(office).grantAdjustment({ params: { id: asked.id }, body: { version: asked.version + 1 } }))).toBe('version.stale');
    const decided = await Promise.allSettled([of(office).grantAdjustment({ params: { id: asked.id }, body: { version: asked.version, day: '2032-01-15', note: '元宵前完成。' } }), of(office).refuseAdjustment(because(asked, '不宜再延。'))]);
    expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    asked = await of(women).getAdjustment({ params: { id: asked.id } });
    if (asked.state === 'refused') asked = await of(office).grantAdjustment({ params: { id: (await extend(women, '女能手', '2032-01-31')).id }, body: { version: 1, day: '2032-01-15', note: '元宵前完成。' } });
    expect(asked).toMatchObject({ state: 'granted', grantedDay: '2032-01-15', decided: { text: '元宵前完成。' }, assignment: { extendedTo: '2032-01-15', dayInForce: '2032-01-15' } });
    // What the paper prints stays.
    expect(await part('女能手', women)).toMatchObject({ extendedTo: '2032-01-15', item: { due: null, text: rows[2]?.[2] } });
    expect(await until(() => told(women), (kinds) => kinds.includes('adjustment_granted'))).toContain('adjustment_granted');
    expect((await of(women).getAdjustmentHistory({ params: { id: asked.id } })).data.map(({ action }) => action)).toEqual(['adjustment.granted', 'adjustment.asked']);
    const refused = await of(office).refuseAdjustment(because(await extend(women, '女能手', '2032-05-01'), '不宜再延。'));
    expect(refused).toMatchObject({ state: 'refused', dayBefore: '2032-01-15', decided: { text: '不宜再延。' } });
    const taken = await of(women).withdrawAdjustment(at(await extend(women, '女能手', '2032-05-01')));
    expect([taken.state, await code(of(office).grantAdjustment(at(taken)))]).toEqual(['withdrawn', 'lifecycle.not_allowed']);
    const other = await of(office).grantAdjustment(at(await extend(women, '护老', '2032-01-20', { kind: 'content', content: '改为线上课，不再进社区。' })));
    expect(other).toMatchObject({ kind: 'content', content: '改为线上课，不再进社区。', grantedDay: '2032-01-20' });
    expect((await of(women).listAdjustments({ query: { itemId: other.assignment.item.id } })).data.map(({ id }) => id)).toEqual([other.id]);
  });

  it('go by the approver where the unit has one', async () => {
    let one = await extend(youth, '培训青年农民', '2031-11-30');
    expect(one).toMatchObject({ state: 'checking', askedAt: null, approvers: [expect.any(String)], may: { ask: true, handIn: false } });
    // What has not left its unit is the unit's own.
    for (const client of [office, reader, leader]) expect(await code(of(client).getAdjustment({ params: { id: one.id } }))).toBe('resource.not_found');
    expect(await code(of(youth).handInAdjustment(at(one)))).toBe('follow_up.needs_approver');
    expect(await until(() => told(approver), (kinds) => kinds.length > 0)).toEqual(['adjustment_checking']);
    expect((await of(approver).getDesk()).followUps?.count).toBe(1);
    expect((await of(youth).getDesk()).followUps?.count).toBe(0);
    one = await of(approver).sendBackAdjustment(because(one, '请写明具体场地。'));
    expect((await of(youth).getDesk()).followUps).toMatchObject({ count: 1, first: [{ id: one.id }] });
    one = await of(approver).handInAdjustment(at(await extend(youth, '培训青年农民', '2031-11-30')));
    expect((await of(office).grantAdjustment(at(one))).assignment).toMatchObject({ extendedTo: '2031-11-30', item: { due: { date: '2031-10-31' } } });
    expect((await extend(approver, '大学生志愿者', '2032-01-31')).state).toBe('asked');
  });

  it('are entered as they were said, and wait to be put in writing', async () => {
    const parts = [await part('大学生志愿者'), await part('护老')];
    const body = { assignmentIds: parts.map(({ id }) => id), saidBy: '王市长', saidOn: today, text: '改到科技周一起办。', day: '2031-06-30' };
    expect(await code(of(youth).enterOralAdjustment({ params: { id: plan.id }, body }))).toBe('auth.forbidden');
    expect(await code(of(office).enterOralAdjustment({ params: { id: plan.id }, body: { ...body, saidOn: addDays(today, 1) } }))).toBe('input.invalid');
    const foreign = of((await of(office).listAssignments({ query: { perPage: 200 } })).data.find((row) => row.item.planId !== plan.id));
    expect(await code(of(office).enterOralAdjustment({ params: { id: plan.id }, body: { ...body, assignmentIds: [foreign.id] } }))).toBe('reference.not_found');
    expect(await of(office).enterOralAdjustment({ params: { id: plan.id }, body })).toEqual({ changed: 2 });
    expect((await part('护老')).extendedTo).toBe('2031-06-30');
    const unwritten = (await of(office).listAdjustments({ query: { planId: plan.id, unwritten: 'true' } })).data;
    expect(unwritten.map(({ state, kind, saidBy, unwritten: without, late }) => [state, kind, saidBy, without, late])).toEqual(Array.from({ length: 2 }, () => ['granted', 'oral', '王市长', true, false]));
    expect(await until(() => told(women), (kinds) => kinds.includes('adjustment_oral'))).toContain('adjustment_oral');
    const file = await of(office).createFile({ file: new Blob([Buffer.from('会议纪要')]), fileName: '纪要.txt' });
    const written = await of(office).putAdjustmentInWriting({ params: { id: of(unwritten[0]).id }, body: { version: of(unwritten[0]).version, note: '见会议纪要第 3 号。', fileIds: [file.id] } });
    expect(written).toMatchObject({ unwritten: false, written: { text: '见会议纪要第 3 号。' }, files: [{ name: '纪要.txt' }] });
    expect((await of(office).listAdjustments({ query: { planId: plan.id, unwritten: 'true' } })).total).toBe(0);
    expect(await code(of(office).putAdjustmentInWriting({ params: { id: asked.id }, body: { version: asked.version, note: '无' } }))).toBe('lifecycle.not_allowed');
  });

  it('are closed out by what the system finds, and by what the unit says of the rest', async () => {
    const one = await part('护老', women);
    const list = await of(women).getCloseOutChecklist({ params: { id: one.id } });
    expect(list.points.map(({ point, met }) => [point, met])).toEqual([['signed', false], ['measures', false], ['evidence', false], ['reports', true], ['pending', true]]);
    expect(list).toMatchObject({ leader: null, open: true, mayAsk: true });
    expect((await of(leader).getCloseOutChecklist({ params: { id: one.id } })).mayAsk).toBe(false);
    for (const client of [youth, county]) expect(await code(of(client).getCloseOutChecklist({ params: { id: one.id } }))).toBe('resource.not_found');
    expect(await refusal(close(women, '护老', explained('signed')))).toMatchObject({ code: 'close_out.unexplained', params: { points: 'terms.closeOutPoints.measures,terms.closeOutPoints.evidence' } });
    await of(women).signAssignments({ body: { ids: [one.id] } });
    const entry = await of(women).createWorkEntry({ body: { unitId: of(units.get('市妇联')), kind: 'training', title: '护老知识培训', quantity: 20, unitOfMeasure: '人次', fromDay: today, toDay: today, serves: [{ itemId: one.item.id }], details: { days: 1 }, place: '社区', fileIds: [(await of(women).createFile({ file: new Blob([Buffer.from('签到表')]), fileName: '签到表.txt' })).id] } });
    const accepted = await of(office).acceptWorkEntry(at(await of(women).submitWorkEntry(at(entry))));
    for (const client of [office, county, leader]) expect(await code(close(client, '护老'))).toBe('auth.forbidden');
    expect(await code(close(youth, '护老'))).toBe('resource.not_found');
    expect(await code(close(women, '护老', explained('measures'), 99))).toBe('version.stale');
    const { version } = await part('护老');
    const two = await Promise.allSettled([close(women, '护老', explained('measures'), version), close(women, '护老', explained('measures'), version)]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    [closing] = (await of(office).listCloseOuts({ query: { planId: plan.id, waiting: 'true' } })).data as [CloseOut];
    expect(closing).toMatchObject({ state: 'asked', explanations: explained('measures'), accepted: null, fallen: [] });
    expect(closing.asked.map(({ point, met, done }) => [point, met, done])).toEqual([['signed', true, 1], ['measures', false, 0], ['evidence', true, 1], ['reports', true, 0], ['pending', true, 0]]);
    expect(await code(close(women, '护老', explained('measures')))).toBe('close_out.waiting');
    closing = await of(office).returnCloseOut(because(closing, '请补充现场照片。'));
    expect((await of(women).getDesk()).followUps).toMatchObject({ count: 1, first: [{ kind: 'close_out', id: closing.id }] });
    expect(await until(() => told(women), (kinds) => kinds.includes('close_out_returned'))).toContain('close_out_returned');
    const again = await close(women, '护老', explained('measures'));
    expect((await of(women).getDesk()).followUps?.count).toBe(0);
    const ways = await Promise.allSettled([of(office).acceptCloseOut({ params: { id: again.id }, body: { version: again.version, note: '做得好。' } }), of(office).acceptCloseOut(at(again))]);
    expect(ways.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    closing = await of(women).getCloseOut({ params: { id: again.id } });
    expect(closing).toMatchObject({ state: 'accepted', fallen: [], assignment: { doneAt: expect.any(String) } });
    expect(closing.accepted?.find(({ point }) => point === 'evidence')).toMatchObject({ met: true, done: 1 });
    expect(await code(close(women, '护老', explained('measures')))).toBe('close_out.done');
    expect(await code(extend(women, '护老', '2032-05-01'))).toBe('lifecycle.not_allowed');
    // Evidence that is taken back warns, and opens nothing.
    await of(office).revokeWorkEntry(because(accepted, '重复上报。'));
    expect(await of(office).getCloseOut({ params: { id: closing.id } })).toMatchObject({ state: 'accepted', fallen: ['evidence'] });
    expect((await part('护老')).doneAt).not.toBeNull();
    closing = await of(office).reopenCloseOut(because(closing, '佐证已撤销。'));
    expect([closing.state, closing.reopened?.text, closing.accepted === null, (await part('护老')).doneAt]).toEqual(['reopened', '佐证已撤销。', false, null]);
    expect((await of(women).listCloseOuts({ query: { itemId: one.item.id } })).data.map(({ state }) => state).sort()).toEqual(['reopened', 'returned']);
    expect((await of(women).getCloseOutHistory({ params: { id: closing.id } })).data.map(({ action }) => action)).toEqual(['close_out.reopened', 'close_out.accepted', 'close_out.asked']);
  });

  it('are asked for by the unit that leads a joint task, for all', async () => {
    const [lead, partner] = [await part(same, office, '市科协'), await part(same, office, '市妇联')];
    await of(office).createJointGroup({ params: { id: plan.id }, body: { name: '科技下乡', leadUnitId: of(units.get('市科协')), parts: [lead, partner].map(({ item }) => ({ itemId: item.id, clause: same })) } });
    expect(await of(women).getCloseOutChecklist({ params: { id: partner.id } })).toMatchObject({ leader: { name: '市科协' }, open: false });
    expect(await refusal(close(women, same, explained('signed', 'measures', 'evidence'), undefined, '市妇联'))).toMatchObject({ code: 'close_out.lead_asks', params: { name: '市科协' } });
    const science = createClient({ baseUrl: server.url, headers: { cookie: (await newPerson(server, of(office), 'science@demo.kepu', { role: 'liaison', unit: '市科协' })).cookie } });
    const one = await close(science, same, explained('signed', 'measures', 'evidence'), undefined, '市科协');
    const done = await of(office).acceptCloseOut(at(one));
    expect((await part(same, women, '市妇联')).doneAt).toBe(done.assignment.doneAt);
    await of(office).reopenCloseOut(because(done, '还差一场。'));
    expect([(await part(same, office, '市妇联')).doneAt, (await part(same, office, '市科协')).doneAt]).toEqual([null, null]);
  });

  it('are accepted several at once, sorted, searched, and taken as a sheet', async () => {
    const two = [await close(women, '女能手'), await of(approver).handInCloseOut(at(await close(youth, '大学生志愿者', explained('signed', 'measures', 'evidence', 'pending'))))];
    expect(await code(of(youth).acceptCloseOuts({ params: { id: plan.id }, body: { closeOuts: two } as never }))).toBe('auth.forbidden');
    expect(await of(office).acceptCloseOuts({ params: { id: plan.id }, body: { closeOuts: [...two.map(({ id, version }) => ({ id, version })), { id: closing.id, version: closing.version }] } })).toEqual({ changed: 2 });
    const query = { planId: plan.id };
    expect((await of(office).listCloseOuts({ query: { ...query, sort: 'seq', state: 'accepted' } })).data.map(({ assignment }) => assignment.item.seq)).toEqual([2, 3]);
    expect((await of(office).listCloseOuts({ query: { ...query, q: 'nvnengshou' } })).total).toBe(1);
    expect((await of(office).listAdjustments({ query: { ...query, q: '女能手', kind: 'extension' } })).data.every(({ assignment }) => assignment.item.seq === 3)).toBe(true);
    expect((await of(office).listAdjustments({ query: { ...query, unitId: of(units.get('市妇联')), state: 'refused' } })).total).toBeGreaterThan(0);
    const counts = await Promise.all(['askedAt', '-askedAt', 'seq', '-day', 'unit'].map(async (sort) => (await of(office).listAdjustments({ query: { ...query, sort: sort as 'seq', perPage: 2 } })).total));
    expect(new Set(counts).size).toBe(1);
    const adjustments = await sheet('任务调整、延期审批表');
    expect(adjustments.rowCount).toBe(of(counts[0]) + 1);
    expect(JSON.stringify(adjustments.getSheetValues())).toContain('元宵前完成。');
    expect(JSON.stringify((await sheet('销号表')).getSheetValues())).toContain('已重新打开');
    // The printed day stays in every sheet, and what holds instead stands beside it.
    const items = new ExcelJS.Workbook();
    await items.xlsx.load(await (await of(office).exportItems({ params: { id: plan.id }, query: {} })).arrayBuffer() as never);
    const dues = of(items.worksheets[0]).getColumn(7).values;
    expect([dues[2], dues[4], dues[8]]).toEqual(['原定 10月底前\n延至 2031-11-30', expect.stringMatching(/^原定 年底\n延至 2032-01-15/), '']);
  });

  it('are opened again by a new edition with other words, and fall with what it withdraws', async () => {
    const waiting = await close(women, '护老', explained('measures', 'evidence'));
    const moved = await extend(women, same, '2032-02-01', { unit: '市妇联' });
    await reworded({ '举办女能手科技培训班，发放科普资料。': '举办女能手科技培训班，发放科普资料和种子。', '开展巾帼护老知识进社区活动。': '开展巾帼护老知识进社区、进家庭活动。' }, 2);
    const open = await part('女能手', women);
    expect([open.doneAt, open.state]).toEqual([null, 'pending']);
    const [last] = (await of(women).listCloseOuts({ query: { itemId: open.item.id } })).data;
    expect(last).toMatchObject({ state: 'reopened', reopened: { text: '新版修改' }, accepted: expect.any(Array) });
    expect(await of(women).getCloseOut({ params: { id: waiting.id } })).toMatchObject({ state: 'returned', decided: { text: '新版修改' } });
    expect((await of(youth).getCloseOut({ params: { id: of((await of(youth).listCloseOuts({ query: { planId: plan.id } })).data[0]).id } })).state).toBe('accepted');
    expect(await until(() => told(women), (kinds) => kinds.includes('close_out_reopened'))).toContain('close_out_reopened');
    expect((await of(women).getAdjustment({ params: { id: moved.id } })).state).toBe('asked');
  });

  it('go on with the successor of a unit, both histories', async () => {
    const both = '共办青年科学节';
    const gone = await of(approver).handInAdjustment(at(await extend(youth, both, '2032-03-01', { unit: '青少年宫甲' })));
    await of(office).grantAdjustment(at(gone));
    const done = await of(office).acceptCloseOut(at(await of(approver).handInCloseOut(at(await close(youth, both, explained('signed', 'measures', 'evidence'), undefined, '青少年宫甲')))));
    const stays = await of(approver).handInCloseOut(at(await close(youth, both, explained('signed', 'measures', 'evidence'), undefined, '青少年宫乙')));
    const own = await extend(approver, '科技展厅', '2032-04-01');
    const from = of((await of(office).listUnits({ query: { perPage: 200 } })).data.find(({ name }) => name === '青少年宫甲'));
    await of(office).mergeUnit({ params: { id: from.id }, body: { version: from.version, successorId: of(units.get('青少年宫乙')), on: today } });
    const kept = await part(both, youth);
    expect(kept).toMatchObject({ unit: { name: '青少年宫乙' }, extendedTo: '2032-03-01', doneAt: null });
    expect((await of(youth).listCloseOuts({ query: { itemId: kept.item.id, sort: 'askedAt' } })).data.map(({ id, state, assignment }) => [id, state, assignment.unit.name])).toEqual([[done.id, 'reopened', '青少年宫乙'], [stays.id, 'asked', '青少年宫乙']]);
    expect((await of(youth).getAdjustment({ params: { id: gone.id } })).assignment.id).toBe(kept.id);
    expect((await of(office).grantAdjustment(at(await of(youth).getAdjustment({ params: { id: own.id } })))).assignment).toMatchObject({ unit: { name: '青少年宫乙' }, extendedTo: '2032-04-01' });
    expect((await of(office).acceptCloseOut(at(await of(office).getCloseOut({ params: { id: stays.id } })))).state).toBe('accepted');
  });

  it('are counted late after the day in force, and left alone by a plan that is closed', async () => {
    await of(office).enterOralAdjustment({ params: { id: plan.id }, body: { assignmentIds: [(await part('护老')).id], saidBy: '李主任', saidOn: today, text: '先放一放。' } });
    await server.control.clock({ shiftTo: '2032-01-02T01:00:00.000Z' });
    const [again, boss] = await Promise.all(['liaison-women', 'office'].map(async (name) => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, name) } }))) as [Client, Client];
    const one = of((await again.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.find((row) => row.item.text.includes('护老')));
    const late = await again.askAdjustment({ params: { id: one.id }, body: { version: one.version, kind: 'extension', day: '2032-06-30', reason: '来不及。' } });
    expect([late.late, late.dayBefore]).toEqual([true, '2031-06-30']);
    expect(await until(() => told(boss), (kinds) => kinds.includes('adjustment_unwritten'))).toContain('adjustment_unwritten');
    const current = await boss.getPlan({ params: { id: plan.id } });
    await boss.closePlan({ params: { id: plan.id }, body: { version: current.version, reason: '年终' } });
    expect(await code(boss.grantAdjustment(at(late)))).toBe('lifecycle.not_allowed');
    expect(await code(again.withdrawAdjustment(at(late)))).toBe('lifecycle.not_allowed');
    const { version } = of((await again.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.find((row) => row.id === one.id));
    expect(await code(again.askCloseOut({ params: { id: one.id }, body: { version, explanations: explained('signed', 'measures', 'evidence', 'pending') } }))).toBe('lifecycle.not_allowed');
    const [accepted] = (await boss.listCloseOuts({ query: { planId: plan.id, state: 'accepted' } })).data;
    expect(await code(boss.reopenCloseOut(because(of(accepted), '晚了')))).toBe('lifecycle.not_allowed');
    expect((await boss.getDesk()).followUpsToDecide?.first.some(({ planId }) => planId === plan.id)).toBe(false);
  });
});

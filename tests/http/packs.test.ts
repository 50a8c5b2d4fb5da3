import { createClient, type Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Activity, File, Item, Pack, Plan, WorkEntry } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { furnishActivities, guides, type ActivityRoom } from './activity-room.js';
import { textOf } from './marking.js';
import { allItems, commit, refusal, textPaper, unitIds, until } from './papers.js';

const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];
const HOUR_MS = 3_600_000;
type Order = Parameters<Client['orderPack']>[0]['body'];
/** A picture by its first bytes, with something in it to know it by. */
const picture = (mark: string): Buffer<ArrayBuffer> => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), Buffer.from(mark)]);

eachDatabase('a pack for an inspection', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let [office, editor, youth, women, county, reader, leader, publisher]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  let activity: Activity;
  let photo: File;
  let whole: Pack;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const unit = (name: string) => of(units.get(name));
  const item = (seq: number) => of(items.find((one) => one.seq === seq));
  const order = (client: Client | undefined, body: Order = {}) => of(client).orderPack({ params: { id: plan.id }, body });
  const at = ({ id }: { id: string }) => ({ params: { id } });
  const ended = (client: Client | undefined, { id }: Pack) => until(() => of(client).getPack({ params: { id } }), ({ state }) => state !== 'waiting' && state !== 'making');
  const ready = async (client: Client | undefined, body: Order = {}): Promise<Pack> => {
    const pack = await ended(client, await order(client, body));
    expect(pack).toMatchObject({ state: 'ready', failure: null });
    return pack;
  };
  /** The files of a pack by their path below its root. */
  const opened = async (client: Client | undefined, pack: Pack): Promise<ReadonlyMap<string, Buffer>> => {
    const bytes = Buffer.from(await (await of(client).downloadPack(at(pack))).arrayBuffer());
    const files = unzipSync(bytes);
    for (const path of Object.keys(files)) expect(path.startsWith(`迎检包 ${pack.number}/`)).toBe(true);
    return new Map(Object.entries(files).map(([path, content]) => [path.slice(path.indexOf('/') + 1), Buffer.from(content)]));
  };
  const said = (files: ReadonlyMap<string, Buffer>): string => [...files.values()].map(textOf).join('\n');
  const handIn = (client: Client | undefined, bytes: Buffer<ArrayBuffer>, fileName: string) => of(client).createFile({ file: new Blob([bytes]), fileName });
  const proven = async (client: Client | undefined, body: Parameters<Client['createWorkEntry']>[0]['body']): Promise<WorkEntry> => {
    const draft = await of(client).createWorkEntry({ body });
    const submitted = await of(client).submitWorkEntry({ params: { id: draft.id }, body: { version: draft.version } });
    return of(office).acceptWorkEntry({ params: { id: draft.id }, body: { version: submitted.version } });
  };

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    room = await furnishActivities(server);
    [office, editor, youth, women, county, reader, leader, publisher] = await Promise.all(['office', 'editor', 'liaison', 'liaison-women', 'county', 'reader', 'leader', 'publisher'].map((name) => server.client(name)));
    units = await unitIds(of(office));
    plan = await commit(of(office), textPaper(2012, [['团市委', farmers, '全年培训青年农民 200 人次。'], ['团市委', homes, '依托社区办好青年课堂。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。'], ['团市委、市妇联', homes, '办好家庭科学课：做实验/读好书？']]), 'packs.txt');
    expect(await code(order(office))).toBe('lifecycle.not_allowed');
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科包〔2012〕1号', issuedOn: '2012-02-01', issuer: '温州样例办公室' } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    items = await allItems(of(office), plan.id);

    const [course, signed, scheme, cover] = await Promise.all([handIn(youth, picture('COURSEPHOTO'), '合影.png'), handIn(youth, Buffer.from('SIGNEDSHEET 甲乙丙'), '第一天签到表.txt'), handIn(youth, Buffer.from('COURSESCHEME 课程安排'), '课程方案.txt'), handIn(youth, picture('COVERPICTURE'), '封面.png')]);
    const roster = await handIn(youth, Buffer.from('ROSTERPEOPLE 丁戊己'), '附件2.txt');
    await proven(youth, { unitId: unit('团市委'), kind: 'training', title: '青年农民电商班 联系13876540001', quantity: 120, unitOfMeasure: '人次', fromDay: '2012-04-05', toDay: '2012-04-06', serves: [{ itemId: item(1).id }], details: { days: 2, rosterFileId: roster.id }, place: '团校', fileIds: [course.id, signed.id, scheme.id] });
    await proven(youth, { unitId: unit('团市委'), kind: 'publication', title: '青年报科普专栏', quantity: 3, unitOfMeasure: '篇', fromDay: '2012-09-01', toDay: '2012-09-01', serves: [{ itemId: item(1).id }, { itemId: item(4).id }], details: { channel: '青年报' }, fileIds: [cover.id] });
    // Nobody says who is on a cover until somebody has looked.
    await of(youth).markFile({ params: { id: cover.id }, body: { faces: 'none' } });
    await proven(women, { unitId: unit('市妇联'), kind: 'document', title: '巾帼护老工作方案', quantity: 1, unitOfMeasure: '份', fromDay: '2012-05-02', toDay: '2012-05-02', serves: [{ itemId: item(3).id }, { itemId: item(4).id }], details: { docNumber: '温妇〔2012〕3号' }, fileIds: [(await handIn(women, Buffer.from('WOMENPAPER 方案正文'), '方案.txt')).id] });

    photo = await handIn(youth, picture('CHILDRENPHOTO'), 'IMG_0001.png');
    const made = await room.open({ title: '青年课堂进小学', audienceIds: [room.term('audience', '小学生')], serves: [item(2).id], shifts: [{ startsAt: new Date(Math.floor((Date.now() + 3 * HOUR_MS) / 60_000) * 60_000).toISOString(), endsAt: new Date(Math.floor((Date.now() + 5 * HOUR_MS) / 60_000) * 60_000).toISOString(), positions: [guides] }] });
    await server.control.clock({ advanceMs: 6 * HOUR_MS });
    const reported = await of(youth).reportActivity({ params: { id: made.id }, body: { version: made.version, shifts: made.shifts.map(({ id }) => ({ shiftId: id, held: true, turnout: 45, method: 'counted' as const })), text: '做了三个实验。', fileIds: [photo.id] } });
    activity = await of(office).acceptActivityReport({ params: { id: made.id }, body: { version: reported.version } });
    await server.control.clock({ reset: true });
  });

  it('holds the paper, the lists, the ledger, the proofs and an index that leads to each', async () => {
    const first = await order(office);
    expect(first).toMatchObject({ unit: null, programme: null, from: null, to: null, plan: { id: plan.id }, size: null });
    whole = await ended(office, first);
    expect(whole).toMatchObject({ state: 'ready', failure: null, leftOut: { personal: 2, photos: 2 }, progress: { step: null }, keptUntil: expect.any(String) });
    expect(whole.progress.done).toBe(whole.progress.total);
    const answer = await server.fetch(`/api/v1/packs/${whole.id}/file`, { as: 'office' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.headers.get('content-type'), bytes.length, answer.headers.get('cache-control')]).toEqual(['application/zip', whole.size, 'private, no-store']);
    expect(decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(of(answer.headers.get('content-disposition')))?.[1] ?? '')).toBe(whole.name);
    // Names are marked as UTF-8, or Windows reads them in its own code page.
    const directory = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    expect(bytes.readUInt16LE(directory + 8) & 0x0800).toBe(0x0800);
    const files = await opened(office, whole);
    expect([...files.keys()].sort()).toEqual([
      '00 目录.docx', `01 文件/${plan.title}.docx`, `01 文件/${plan.title}.xlsx`, '02 任务清单/01 团市委.docx', '02 任务清单/02 市妇联.docx', '03 指标台账.xlsx',
      '05 佐证材料/001 全年培训青年农民 200 人次。/青年农民电商班 联系.txt', '05 佐证材料/001 全年培训青年农民 200 人次。/青年报科普专栏.png', '05 佐证材料/003 开展巾帼护老知识进社区活动。/巾帼护老工作方案.txt',
    ].sort());
    expect(files.size).toBe(whole.files);
    for (const path of files.keys()) {
      expect(`迎检包 ${whole.number}/${path}`.length).toBeLessThan(180);
      expect(path).not.toMatch(/[<>:"\\|?*]/);
    }
    const index = textOf(of(files.get('00 目录.docx')));
    for (const path of files.keys()) if (!path.startsWith('00')) expect(index).toContain(path);
    for (const words of [whole.number, '含个人信息，系统内查阅', '未确认有无孩子正脸', '青年课堂进小学', '温建国', '全部任务']) expect(index).toContain(words);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(of(files.get('03 指标台账.xlsx')).buffer.slice(of(files.get('03 指标台账.xlsx')).byteOffset) as ArrayBuffer);
    const rows = (name: string) => (of(book.getWorksheet(name)).getSheetValues() as unknown[][]).slice(2).filter(Boolean).map((row) => row.slice(1));
    expect(rows('指标').find((row) => row[0] === 1)?.slice(4, 9)).toEqual(['全年培训青年农民 200 人次', '200 人次', '120 人次', '60%', '已逾期']);
    const lines = rows('佐证明细');
    expect(lines.map((row) => [row[0], row[2], row[3], row[4], row[5], row[6]])).toEqual(expect.arrayContaining([
      [1, '培训人次', 120, '团市委', '2012-04-06', '工作台账'], [4, '会议、文件数', 1, '市妇联', '2012-05-02', '工作台账'], [2, '活动受众人次', 45, '团市委', expect.any(String), '科普活动'],
    ]));
    // Every number leads to its record.
    expect(lines.every((row) => typeof row[10] === 'string' && row[10] !== '')).toBe(true);
    expect(lines.find((row) => row[0] === 4 && row[4] === '团市委')?.[11]).toContain('001 全年培训青年农民');
  });

  it('holds a file once, however many items it proves', async () => {
    const files = await opened(office, whole);
    expect([...files.values()].filter((bytes) => bytes.includes('COVERPICTURE'))).toHaveLength(1);
    expect([...files.values()].filter((bytes) => bytes.includes('WOMENPAPER'))).toHaveLength(1);
  });

  it('holds no list of people, no number by which one is found, and no child', async () => {
    const text = said(await opened(office, whole));
    for (const kept of ['SIGNEDSHEET', 'ROSTERPEOPLE', '13876540001', 'CHILDRENPHOTO', 'COURSEPHOTO', '章若溪']) expect(text).not.toContain(kept);
    expect(text).toContain('COURSESCHEME');
  });

  it('takes a photo with children once somebody who speaks for the unit has looked at it', async () => {
    const mark = (client: Client | undefined, faces: 'none' | 'allowed' | 'withheld' | 'unchecked') => of(client).markFile({ params: { id: photo.id }, body: { faces } });
    expect(await code(mark(women, 'allowed'))).toBe('resource.not_found');
    for (const client of [reader, leader, publisher]) expect(await code(mark(client, 'allowed'))).toBe('auth.forbidden');
    expect(activity.staff?.report?.files).toMatchObject([{ id: photo.id, faces: 'unchecked' }]);
    expect(await mark(youth, 'allowed')).toMatchObject({ id: photo.id, faces: 'allowed' });
    expect((await of(office).getActivity(at(activity))).staff?.report?.files).toMatchObject([{ faces: 'allowed' }]);
    const withIt = await ready(office, { programmeId: item(2).programme.id });
    expect(said(await opened(office, withIt))).toContain('CHILDRENPHOTO');
    expect(await mark(office, 'withheld')).toMatchObject({ faces: 'withheld' });
    // What was made with it is gone at once, and what was made without it is not.
    expect(await of(office).getPack(at(withIt))).toMatchObject({ state: 'expired', keptUntil: null });
    expect(await code(of(office).downloadPack(at(withIt)))).toBe('lifecycle.not_allowed');
    expect((await of(office).getPack(at(whole))).state).toBe('ready');
    const without = await ready(office, { programmeId: item(2).programme.id });
    expect(said(await opened(office, without))).not.toContain('CHILDRENPHOTO');
    expect(without.leftOut).toEqual({ personal: 1, photos: 0 });
    const history = (await of(office).listAuditEntries({ query: { action: 'file.faces_marked' } })).data.filter(({ after }) => after?.['fileId'] === photo.id);
    expect(history.map(({ after }) => after?.['faces'])).toEqual(['withheld', 'allowed']);
    // What the office keeps inside a unit does not let go.
    for (const faces of ['unchecked', 'none', 'allowed'] as const) expect(await refusal(mark(youth, faces))).toMatchObject({ code: 'file.withheld_above', detail: expect.stringContaining('本单位不能改') });
    expect(await mark(youth, 'withheld')).toMatchObject({ faces: 'withheld' });
    expect(await code(mark(youth, 'allowed'))).toBe('file.withheld_above');
    expect(await mark(office, 'unchecked')).toMatchObject({ faces: 'unchecked' });
  });

  it('is of one unit, one programme or some days where it was ordered so', async () => {
    const ofWomen = await opened(office, await ready(office, { unitId: unit('市妇联') }));
    expect([...ofWomen.keys()].filter((path) => path.startsWith('02'))).toEqual(['02 任务清单/01 市妇联.docx']);
    expect(said(ofWomen)).toContain('WOMENPAPER');
    for (const other of ['COVERPICTURE', 'COURSESCHEME']) expect(said(ofWomen)).not.toContain(other);
    const ofFarmers = await opened(office, await ready(office, { programmeId: item(1).programme.id }));
    expect(said(ofFarmers)).toContain('COURSESCHEME');
    expect(said(ofFarmers)).not.toContain('WOMENPAPER');
    const spring = await opened(office, await ready(office, { from: '2012-04-01', to: '2012-05-02' }));
    expect(said(spring)).toContain('WOMENPAPER');
    expect(said(spring)).not.toContain('COVERPICTURE');
    expect(textOf(of(spring.get('00 目录.docx')))).toContain('期间：2012-04-01 至 2012-05-02');
    expect(await refusal(order(office, { from: '2012-05-02', to: '2012-04-01' }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.to' }] });
    for (const body of [{ unitId: plan.id }, { programmeId: plan.id }, { unitId: unit('市气象局') }]) expect(await code(order(office, body))).toBe('reference.not_found');
  });

  it('holds what was reported and what was followed up, without lights', async () => {
    const { data } = await of(office).listAssignments({ query: { planId: plan.id, perPage: 200 } });
    const first = of(data.find((one) => one.item.seq === 1 && one.unit.name === '团市委'));
    const today = (await of(office).getSession()).today;
    const [draft] = (await of(office).createPrompts({ params: { id: plan.id }, body: { assignmentIds: [first.id] } })).data;
    const sent = await of(office).sendPrompt({ params: { id: of(draft).id }, body: { version: of(draft).version, number: '温全科函包1号' } });
    await of(youth).replyToPrompt({ params: { id: sent.id }, body: { version: sent.version, reason: '人手不足，电话138-7654-0002。', measures: '补办一期。', newDay: null } });
    const period = await of(office).createReportPeriod({ params: { id: plan.id }, body: { kind: 'month', from: '2012-06-01', to: '2012-06-30', opensOn: addDays(today, -20), dueOn: addDays(today, 20) } });
    const begun = await of(youth).beginUnitReport({ params: { id: period.id }, body: { unitId: unit('团市委') } });
    const saved = await of(youth).saveUnitReport({ params: { id: begun.id }, body: { version: begun.version, entries: [{ itemId: item(1).id, progress: '六月办了两期班。', problems: null, nextStep: null, nothingNew: false }], restNothingNew: true } });
    const before = await opened(office, await ready(office, { unitId: unit('团市委') }));
    expect(said(before)).not.toContain('六月办了两期班');
    const handed = await of(youth).handOverUnitReport({ params: { id: begun.id }, body: { version: saved.version } });
    await (await server.client('approver')).submitUnitReport({ params: { id: begun.id }, body: { version: handed.version } });
    const pack = await opened(office, await ready(office, { unitId: unit('团市委'), from: '2012-06-01' }));
    expect([...pack.keys()].filter((path) => /^0[46]/.test(path))).toEqual([`04 进展填报/${period.name}/团市委.docx`, '06 督办与销号/工作提示函 温全科函包1号 团市委.docx']);
    for (const words of ['六月办了两期班', '补办一期。', '人手不足']) expect(said(pack)).toContain(words);
    for (const words of ['138-7654-0002', '进度灯', '还没有签收', '章若溪']) expect(said(pack)).not.toContain(words);
    // Who sees no letters has none in the pack, is told so, and does not see the packs of those who see them.
    const bare = await ready(reader);
    const read = await opened(reader, bare);
    expect([...read.keys()].filter((path) => path.startsWith('06'))).toEqual([]);
    expect(textOf(of(read.get('00 目录.docx')))).toContain('未放入提示函、督办单');
    const lettered = await ready(office);
    expect([...(await opened(office, lettered)).keys()].some((path) => path.startsWith('06'))).toBe(true);
    for (const call of [() => of(reader).downloadPack(at(lettered)), () => of(reader).getPack(at(lettered)), () => of(reader).deletePack(at(lettered))]) expect(await code(call())).toBe('resource.not_found');
    expect((await of(reader).listPacks({ query: { planId: plan.id, perPage: 200 } })).data.map(({ id }) => id)).toEqual([bare.id]);
    expect((await of(leader).getPack(at(lettered))).ordered.own).toBe(false);
  });

  it('is what its orderer sees, and is seen by those who see as much', async () => {
    const own = await ready(youth);
    expect(own.unit).toEqual({ id: unit('团市委'), name: '团市委' });
    const files = await opened(youth, own);
    expect([...files.keys()].filter((path) => path.startsWith('02'))).toEqual(['02 任务清单/01 团市委.docx']);
    expect(said(files)).not.toContain('WOMENPAPER');
    expect(await code(order(youth, { unitId: unit('市妇联') }))).toBe('reference.not_found');
    expect((await of(publisher).getPack(at(own))).id).toBe(own.id);
    expect((await of(office).getPack(at(own))).id).toBe(own.id);
    // Another one's is fetched, and neither stopped nor thrown away, but by the office.
    expect([own.ordered.own, (await of(publisher).getPack(at(own))).ordered.own]).toEqual([true, false]);
    expect(await code(of(publisher).deletePack(at(own)))).toBe('auth.forbidden');
    expect(await code(of(publisher).cancelPack({ ...at(own), body: { version: own.version } }))).toBe('auth.forbidden');
    expect(await code(of(leader).deletePack(at(whole)))).toBe('auth.forbidden');
    // The office's pack of the same unit may hold more than the unit reads.
    const [ofOffice] = (await of(office).listPacks({ query: { unitId: unit('团市委') } })).data.filter(({ id }) => id !== own.id);
    for (const client of [youth, women, county]) {
      for (const call of [() => of(client).getPack(at(of(ofOffice))), () => of(client).downloadPack(at(whole)), () => of(client).deletePack(at(whole)), () => of(client).cancelPack({ ...at(whole), body: { version: whole.version } })]) expect(await code(call())).toBe('resource.not_found');
    }
    for (const client of [women, county]) expect(await code(of(client).getPack(at(own)))).toBe('resource.not_found');
    expect((await of(women).listPacks({ query: {} })).total).toBe(0);
    expect((await of(youth).listPacks({ query: { planId: plan.id } })).data.map(({ id }) => id)).toEqual([own.id]);
    const ofCounty = await order(county).then((pack) => ended(county, pack), async (error: unknown) => refusal(Promise.reject(error as Error)));
    if ('state' in ofCounty) expect(said(await opened(county, ofCounty))).not.toContain('WOMENPAPER');
    expect(await code(order(county, { unitId: unit('团市委') }))).toBe('reference.not_found');
    expect((await ready(leader, { unitId: unit('市妇联'), to: '2012-12-31' })).state).toBe('ready');
    expect((await of(editor).listPacks({ query: { planId: plan.id, perPage: 200 } })).total).toBeGreaterThan(5);
  });

  it('is one for all who order the same while it is made, and can be stopped', async () => {
    await server.control.failpoint('pack:gathering', 'wait');
    try {
      const body = { from: '2012-01-01' };
      const [unlettered, ...orders] = await Promise.all([order(reader, body), order(office, body), order(editor, body), order(office, body)]);
      expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
      expect(orders.map(({ id }) => id)).not.toContain(unlettered.id);
      const [one] = orders;
      expect(await code(of(office).downloadPack(at(of(one))))).toBe('lifecycle.not_allowed');
      expect(await code(of(office).deletePack(at(of(one))))).toBe('lifecycle.not_allowed');
      expect(await code(of(office).cancelPack({ ...at(of(one)), body: { version: 9 } }))).toBe('version.stale');
      const both = await Promise.allSettled([office, editor].map((client) => of(client).cancelPack({ ...at(of(one)), body: { version: of(one).version } })));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const again = await order(office, body);
      expect(again.id).not.toBe(of(one).id);
      expect(await ended(office, again)).toMatchObject({ state: 'ready' });
      expect(await of(office).getPack(at(of(one)))).toMatchObject({ state: 'cancelled', size: null, keptUntil: null });
      expect(await code(of(office).deletePack(at(of(one))))).toBe('lifecycle.not_allowed');
      // Its file is thrown away; that it was made stays.
      expect(await of(editor).deletePack(at(again))).toEqual({ done: true });
      expect(await of(office).getPack(at(again))).toMatchObject({ state: 'expired', keptUntil: null });
      expect(await code(of(office).deletePack(at(again)))).toBe('lifecycle.not_allowed');
    } finally {
      await server.control.failpoint('pack:gathering', 'off');
    }
  });

  it('is ordered by one person three times at once, and no more', async () => {
    await server.control.failpoint('pack:gathering', 'wait');
    try {
      const days = ['2012-01-02', '2012-01-03', '2012-01-04', '2012-01-05'];
      const orders = await Promise.allSettled(days.map((from) => order(editor, { from })));
      expect(orders.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
      const late = days[orders.findIndex(({ status }) => status === 'rejected')] ?? '';
      expect(await refusal(order(editor, { from: late }))).toMatchObject({ code: 'pack.too_many', params: { max: 3 }, detail: expect.stringContaining('先取消一个') });
      // The same order again is none.
      const [first] = orders.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect((await order(editor, { from: of(first).from ?? '' })).id).toBe(of(first).id);
      await of(editor).cancelPack({ ...at(of(first)), body: { version: of(first).version } });
      expect((await order(editor, { from: '2012-01-06' })).ordered.own).toBe(true);
    } finally {
      await server.control.failpoint('pack:gathering', 'off');
    }
    await until(() => of(office).listPacks({ query: { planId: plan.id, perPage: 200 } }), ({ data }) => data.every(({ state }) => state !== 'waiting' && state !== 'making'), 60_000);
  });

  it('keeps bytes inside by what is known of them in any place', async () => {
    const draft = (client: Client | undefined, name: string, title: string, files: readonly File[], kind: 'document' | 'training' = 'training') => of(client).createWorkEntry({ body: { unitId: unit(name), kind, title, quantity: 1, unitOfMeasure: '期', fromDay: '2012-08-01', toDay: '2012-08-01', serves: [{ itemId: item(name === '团市委' ? 1 : 3).id }], details: kind === 'training' ? { days: 1 } : { docNumber: '温团〔2012〕8号' }, fileIds: files.map(({ id }) => id) } });
    const bytes = picture('MEETINGPHOTO');
    const mine = await handIn(youth, bytes, '会议.png');
    await proven(youth, { unitId: unit('团市委'), kind: 'document', title: '团校会议', quantity: 1, unitOfMeasure: '次', fromDay: '2012-08-01', toDay: '2012-08-01', serves: [{ itemId: item(1).id }], details: { docNumber: '温团〔2012〕7号' }, fileIds: [mine.id] });
    const body = { unitId: unit('团市委'), from: '2012-08-01', to: '2012-08-31' };
    // A meeting is of adults.
    expect(said(await opened(office, await ready(office, body)))).toContain('MEETINGPHOTO');
    // The same photo, of a course of another unit: nobody knows who came there.
    const theirs = await handIn(women, bytes, '课堂.png');
    await draft(women, '市妇联', '家长课堂', [theirs]);
    expect(said(await opened(office, await ready(office, body)))).not.toContain('MEETINGPHOTO');
    await of(women).markFile({ params: { id: theirs.id }, body: { faces: 'none' } });
    const withIt = await ready(office, body);
    expect(said(await opened(office, withIt))).toContain('MEETINGPHOTO');
    // Withheld there, it is withheld here.
    await of(women).markFile({ params: { id: theirs.id }, body: { faces: 'withheld' } });
    expect((await of(office).getPack(at(withIt))).state).toBe('expired');
    const without = await ready(office, body);
    expect(said(await opened(office, without))).not.toContain('MEETINGPHOTO');
    expect(textOf(of((await opened(office, without)).get('00 目录.docx')))).toContain('已标注“不外传”');
    // Handed in anew it stays inside. The unit lets go of its own word; of the office's it does not, even where it takes the file out and gives it again.
    await of(women).markFile({ params: { id: theirs.id }, body: { faces: 'none' } });
    const listed = await draft(women, '市妇联', '又一次课堂', [await handIn(women, bytes, '名单照片.png')]);
    expect(said(await opened(office, await ready(office, body)))).not.toContain('MEETINGPHOTO');
    await of(women).updateWorkEntry({ params: { id: listed.id }, body: { version: listed.version, fileIds: [] } });
    const alone = picture('ALONEPHOTO');
    const [once, again] = await Promise.all([handIn(women, alone, '一.png'), handIn(women, alone, '二.png')]);
    const entry = await draft(women, '市妇联', '只此一张', [once]);
    expect(await of(office).markFile({ params: { id: once.id }, body: { faces: 'withheld' } })).toMatchObject({ faces: 'withheld' });
    const emptied = await of(women).updateWorkEntry({ params: { id: entry.id }, body: { version: entry.version, fileIds: [] } });
    expect(emptied.files).toEqual([]);
    const given = await of(women).updateWorkEntry({ params: { id: entry.id }, body: { version: emptied.version, fileIds: [again.id] } });
    expect(given.files).toMatchObject([{ id: again.id, faces: 'withheld' }]);
    expect(await code(of(women).markFile({ params: { id: again.id }, body: { faces: 'none' } }))).toBe('file.withheld_above');
    expect(await of(office).markFile({ params: { id: again.id }, body: { faces: 'none' } })).toMatchObject({ faces: 'none' });
    const third = await of(women).updateWorkEntry({ params: { id: entry.id }, body: { version: given.version, fileIds: [(await handIn(women, alone, '三.png')).id] } });
    expect(third.files).toMatchObject([{ faces: 'unchecked' }]);
  });

  it('asks once more what its files show before it is ready', async () => {
    const doubtful = await handIn(youth, picture('DOUBTFULPHOTO'), '表彰.png');
    await proven(youth, { unitId: unit('团市委'), kind: 'document', title: '表彰会', quantity: 1, unitOfMeasure: '次', fromDay: '2012-10-20', toDay: '2012-10-20', serves: [{ itemId: item(1).id }], details: { docNumber: '温团〔2012〕9号' }, fileIds: [doubtful.id] });
    await server.control.failpoint('pack:finishing', 'wait');
    const waiting = await order(office, { unitId: unit('团市委'), from: '2012-10-20', to: '2012-10-20' });
    try {
      await until(() => of(office).getPack(at(waiting)), ({ state, progress }) => state === 'making' && progress.total > 0);
      await of(youth).markFile({ params: { id: doubtful.id }, body: { faces: 'withheld' } });
    } finally {
      await server.control.failpoint('pack:finishing', 'off');
    }
    // It is begun anew after a moment.
    const made = await ended(office, waiting);
    expect(made.state).toBe('ready');
    expect(made.leftOut).toEqual({ personal: 1, photos: 0 });
    expect(said(await opened(office, made))).not.toContain('DOUBTFULPHOTO');
  });

  it('tells its orderer when it is ready, and nobody else', async () => {
    const told = async (client: Client | undefined) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter(({ kind, params }) => kind === 'pack_ready' && params['number'] === whole.number);
    expect(await told(office)).toHaveLength(1);
    expect(await told(editor)).toHaveLength(0);
  });

  it.each(['pack:half', 'pack:stored'])('is made anew where the process dies at %s', async (failpoint) => {
    await server.control.failpoint(failpoint, 'kill');
    const died = server.process.ended();
    const pack = await order(office, { to: failpoint === 'pack:half' ? '2012-11-30' : '2012-12-01' });
    expect(await died).toBeNull();
    await server.restart();
    // The dead worker's lease runs out by the clock.
    await server.control.clock({ advanceMs: 10 * 60_000 });
    const made = await ended(office, pack);
    expect(made).toMatchObject({ state: 'ready', number: pack.number });
    expect((await opened(office, made)).size).toBe(made.files);
    expect((await of(office).listAuditEntries({ query: { action: 'pack.made', subjectKind: 'pack', subjectId: pack.id } })).total).toBe(1);
    await server.control.clock({ reset: true });
  });

  it('is refused with what to do where it would be too much', async () => {
    await proven(women, { unitId: unit('市妇联'), kind: 'document', title: '厚文件', quantity: 1, unitOfMeasure: '份', fromDay: '2012-07-02', toDay: '2012-07-02', serves: [{ itemId: item(3).id }], details: { docNumber: '温妇〔2012〕4号' }, fileIds: [(await handIn(women, Buffer.alloc(1_300_000, 'x'), '厚.txt')).id] });
    await server.restart({ PACK_MAX_MB: '1' });
    expect(await refusal(order(office))).toMatchObject({ code: 'pack.too_large', params: { max: '1 MB' }, detail: expect.stringContaining('请选一个单位或一段时间') });
    expect((await ready(office, { unitId: unit('团市委'), to: '2012-10-10' })).state).toBe('ready');
    await server.restart({ PACK_MAX_MB: '2000' });
  });

  it('grows no more once the year is closed', async () => {
    const hours = (count: number) => new Date(Math.floor((Date.now() + count * HOUR_MS) / 60_000) * 60_000).toISOString();
    const made = await room.open({ title: '年末青年课堂', serves: [item(2).id], shifts: [{ startsAt: hours(3), endsAt: hours(5), positions: [guides] }] });
    const late = await handIn(youth, picture('LATEPHOTO'), '年末.png');
    await server.control.clock({ advanceMs: 6 * HOUR_MS });
    const reported = await of(youth).reportActivity({ params: { id: made.id }, body: { version: made.version, shifts: made.shifts.map(({ id }) => ({ shiftId: id, held: true, turnout: 30, method: 'counted' as const })), text: '如期举办。', fileIds: [late.id] } });
    const { version } = await of(office).getPlan(at(plan));
    await of(office).closePlan({ ...at(plan), body: { version, reason: '年度结束' } });
    const evidence = async () => (await of(office).listEvidence({ query: { itemId: item(2).id, perPage: 200 } })).total;
    const before = await evidence();
    // The activity is closed all the same; the year counts it no more.
    expect((await of(office).acceptActivityReport({ params: { id: made.id }, body: { version: reported.version } })).state).toBe('closed');
    expect(await evidence()).toBe(before);
    await server.control.clock({ reset: true });
  });

  it('is gone after its time, and says so', async () => {
    await server.control.clock({ advanceMs: 31 * 24 * HOUR_MS });
    const client = createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, 'office') } });
    const gone = await until(() => client.getPack(at(whole)), ({ state }) => state === 'expired');
    expect(gone).toMatchObject({ state: 'expired', keptUntil: null, files: whole.files });
    expect(await code(client.downloadPack(at(whole)))).toBe('lifecycle.not_allowed');
    expect(await code(client.deletePack(at(whole)))).toBe('lifecycle.not_allowed');
    await server.control.clock({ reset: true });
  });
});

import { createClient, type Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Assessment, AssessmentSheet, Plan } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { newPerson } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, unitIds, until } from './papers.js';

const [farmers, league, homes] = ['农民科学素质行动', '科普人才队伍工程建设', '社区科普益民工程建设'];
const paper = [['团市委', farmers, '全年培训青年农民 200 人次，办好田间学校。'], ['团市委', league, '组织大学生志愿者开展科普宣讲活动。'], ['市妇联', farmers, '举办女能手科技培训班，发放科普资料。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。'], ['青少年宫甲', homes, '开放科技展厅。'], ['青少年宫乙', homes, '开放天文台。']];

eachDatabase('assessments of units', (database) => {
  let server: TestServer;
  let [office, editor, youth, women, approver, county, leader]: Client[] = [];
  let reader: Client;
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let today: string;
  let asked: Assessment;
  const there = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const faults = async (call: Promise<unknown>) => ((await refusal(call)).errors ?? []).map(({ path, code: which }) => [path, which]);
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const now = () => there(office).getAssessment({ params: { id: asked.id } });
  const change = (one: Assessment, body: Omit<Parameters<Client['updateAssessment']>[0]['body'], 'version'>) => there(office).updateAssessment({ params: { id: one.id }, body: { version: one.version, ...body } });
  const toggle = async (enabled: boolean, client = office) => there(client).setAssessmentSwitch({ body: { version: (await there(office).getAssessmentSwitch({})).version, enabled, reason: '市里要求' } });
  const names = async (client: Client | undefined) => (await there(client).listAssessmentSheets({ params: { id: asked.id }, query: { perPage: 200 } })).data.map(({ unit }) => unit.name).sort();
  const idOf = async (name: string) => there((await there(office).listAssessmentSheets({ params: { id: asked.id }, query: { perPage: 200 } })).data.find(({ unit }) => unit.name === name)).id;
  const sheetOf = async (client: Client | undefined, name: string): Promise<AssessmentSheet> => there(client).getAssessmentSheet({ params: { id: await idOf(name) } });
  const key = (title: string) => there(asked.rubric.flatMap(({ criteria }) => criteria).find((criterion) => criterion.title === title)).key;
  const line = (sheet: AssessmentSheet, title: string) => there(sheet.lines.find((one) => one.key === key(title)));
  const said = (points: number) => [{ key: key('责任落实'), points, words: '专题研究两次' }, { key: key('经费与队伍保障'), points: 8 }];
  const save = (client: Client | undefined, sheet: AssessmentSheet, entries: Parameters<Client['saveAssessmentSheet']>[0]['body']['entries']) => there(client).saveAssessmentSheet({ params: { id: sheet.id }, body: { version: sheet.version, entries } });
  const review = (client: Client | undefined, sheet: AssessmentSheet, body: Omit<Parameters<Client['reviewAssessmentSheet']>[0]['body'], 'version'>) => there(client).reviewAssessmentSheet({ params: { id: sheet.id }, body: { version: sheet.version, ...body } });
  const told = async (client: Client | undefined, kind: string) => (await there(client).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind).map((one) => one.link);
  const bytes = async (path: string, as: string) => { const answer = await server.fetch(path, { as, headers: { 'accept-language': 'zh-CN' } }); expect(answer.status).toBe(200); return new Uint8Array(await answer.arrayBuffer()); };
  const words = async (path: string, as: string) => new TextDecoder().decode(there(unzipSync(await bytes(path, as))['word/document.xml']));
  const paperOf = (name: string) => there(women).createFile({ file: new Blob([Buffer.from('%PDF-1.4\n%%EOF\n')]), fileName: `${name}.pdf` });
  let here: string;
  /** Days go by, and everybody looks in meanwhile, so that no session falls asleep. */
  const goTo = async (day: string) => {
    while (here < day) {
      here = addDays(here, 4) < day ? addDays(here, 4) : day;
      await server.control.clock({ shiftTo: `${here}T01:00:00.000Z` });
      for (const client of [office, editor, youth, women, approver, county, leader, reader]) await there(client).getSession();
    }
  };

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, editor, youth, women, approver, county, leader] = await Promise.all(['office', 'editor', 'liaison', 'liaison-women', 'approver', 'county', 'leader'].map((name) => server.client(name)));
    reader = createClient({ baseUrl: server.url, headers: { cookie: (await newPerson(server, there(office), 'inspector@demo.kepu', { role: 'reader' })).cookie } });
    today = (await there(office).getSession()).today;
    here = today;
    const parent = there((await unitIds(there(office))).get('市妇联'));
    for (const name of ['青少年宫甲', '青少年宫乙']) await there(office).createUnit({ body: { name, fullName: `温州市${name}`, kind: 'institution', divisionCode: '330300', parentId: parent } });
    plan = await commit(there(office), textPaper(2014, paper), '2014.txt');
    plan = await there(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2014〕9号', issuedOn: '2014-05-27' } });
    plan = await there(office).issuePlan(at(plan));
    units = await unitIds(there(office));
  });

  it('are off until an administrator wants them, and nothing is lost while they are', async () => {
    expect(await there(youth).getAssessmentSwitch({})).toMatchObject({ enabled: false, changed: null, maySwitch: false, version: 1 });
    expect((await there(office).getAssessmentSwitch({})).who.length).toBeGreaterThan(0);
    for (const client of [office, youth, leader, county, reader]) expect(await code(there(client).listAssessments({}))).toBe('assessment.off');
    expect(await code(there(office).createAssessment({ body: { planId: plan.id, title: '不行', dueOn: today } }))).toBe('assessment.off');
    for (const client of [editor, youth, leader, county]) expect(await code(toggle(true, client))).toBe('auth.forbidden');
    const two = await Promise.allSettled([1, 2].map(() => there(office).setAssessmentSwitch({ body: { version: 1, enabled: true, reason: '两个人同时' } })));
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await there(youth).getAssessmentSwitch({})).toMatchObject({ enabled: true, version: 2 });
    expect((await there(youth).listAssessments({})).total).toBe(0);
  });

  it('have a rubric that only the office writes, and that has to add up', async () => {
    for (const client of [youth, leader, county, approver, reader]) expect(await code(there(client).createAssessment({ body: { planId: plan.id, title: '不行', dueOn: today } }))).toBe('auth.forbidden');
    expect(await code(there(office).createAssessment({ body: { planId: there(units.get('团市委')), title: '没有这份', dueOn: today } }))).toBe('reference.not_found');
    asked = await there(office).createAssessment({ body: { planId: plan.id, title: '2014年度考核', dueOn: addDays(today, 5) } });
    expect(asked).toMatchObject({ state: 'draft', totalPoints: 100, scoredPoints: 100, publication: 'own', objectionWorkdays: 5, counts: { units: 0 } });
    expect(await code(there(office).createAssessment({ body: { planId: plan.id, title: '第二次', dueOn: today } }))).toBe('assessment.exists');
    for (const client of [youth, leader, county, reader]) expect(await code(there(client).getAssessment({ params: { id: asked.id } }))).toBe('resource.not_found');
    const [first, ...rest] = asked.rubric;
    const criterion = { title: '次数', most: 5, source: 'activities' as const };
    expect(await faults(change(asked, { rubric: [{ title: '类', criteria: [criterion, { ...criterion, target: 3, way: 'steps', steps: [{ from: 50, points: 6 }] }, { ...criterion, kind: 'deduction', each: 1 }] }] }))).toEqual([['body.rubric.0.criteria.0.target', 'required'], ['body.rubric.0.criteria.1.steps', 'steps_order'], ['body.rubric.0.criteria.2.source', 'source_unfit']]);
    expect(await faults(change(asked, { grades: { excellent: 80, good: 90, passed: 60 } }))).toEqual([['body.grades', 'grades_order']]);
    expect(await code(change(asked, { rubric: [{ title: '类', criteria: [{ title: '错', most: 1.25 }] }] }))).toBe('input.invalid');
    const cut = await change(asked, { rubric: rest });
    expect(cut.scoredPoints).toBe(80);
    expect(await code(there(office).openAssessment(at(cut)))).toBe('assessment.total');
    expect(await code(change(asked, { title: '迟到' }))).toBe('version.stale');
    asked = await change(cut, { rubric: [there(first), ...rest], title: '2014年度全民科学素质工作考核' });
    // The keys of what stayed are the same.
    expect(asked.rubric.slice(1)).toEqual(rest);
    const past = await change(asked, { dueOn: addDays(today, -1) });
    expect(await code(there(office).openAssessment(at(past)))).toBe('assessment.day_over');
    asked = await change(past, { dueOn: addDays(today, 5) });
    asked = await there(office).openAssessment(at(asked));
    expect(asked).toMatchObject({ state: 'open', counts: { units: 4, missing: 4, submitted: 0 } });
    expect(await code(change(asked, { title: '晚了' }))).toBe('assessment.fixed');
    expect(await code(there(office).openAssessment(at(asked)))).toBe('lifecycle.not_allowed');
    expect(await until(() => told(women, 'assessment_opened'), (links) => links.length > 0)).toContain(`/assessments/${asked.id}`);
    expect(await there(office).getPlanOpenWork({ params: { id: plan.id } })).toMatchObject({ assessments: 1 });
  });

  it('reach each unit with its own sheet alone, filled in with what is counted', async () => {
    expect(await names(women)).toEqual(['市妇联', '青少年宫乙', '青少年宫甲'].sort());
    expect(await names(youth)).toEqual(['团市委']);
    expect(await code(names(county))).toBe('resource.not_found');
    for (const client of [office, leader, reader]) expect(await names(client)).toHaveLength(4);
    expect((await there(youth).listAssessments({ query: { toAnswer: 'true' } })).data.map(({ id }) => id)).toEqual([asked.id]);
    const own = await sheetOf(youth, '团市委');
    for (const client of [women, county]) expect(await code(there(client).getAssessmentSheet({ params: { id: own.id } }))).toBe('resource.not_found');
    expect(own).toMatchObject({ state: 'draft', may: { write: true, submit: true, decide: false }, total: null, grade: null });
    expect(line(own, '任务办结')).toMatchObject({ counted: { done: 0, asked: 2, points: 0 }, frozen: null, result: null });
    expect(line(own, '任务办结').counted?.records.map(({ kind, done }) => [kind, done])).toEqual([['item', false], ['item', false]]);
    // Nothing was asked for, so nothing was missed.
    expect(line(own, '提示督办按时回复').counted).toMatchObject({ asked: 0, points: 8 });
    expect((await there(office).getAssessmentSheet({ params: { id: own.id } })).lines).toEqual([]);
    for (const client of [office, county, leader, reader, approver]) expect(await code(save(client, own, []))).toBe('auth.forbidden');
    expect(await code(save(women, own, []))).toBe('resource.not_found');
    expect(await faults(save(youth, own, [{ key: key('任务办结'), points: 25 }, { key: key('责任落实'), points: 11 }, { key: asked.id }]))).toEqual([['body.entries.0.points', 'counted'], ['body.entries.1.points', 'points_many'], ['body.entries.2.key', 'unknown_criterion']]);
    expect(await code(save(youth, own, [{ key: key('责任落实'), points: 9, links: [{ kind: 'work_entry', id: own.id }] }]))).toBe('reference.not_found');
  });

  it('are handed in by whoever speaks for the unit, with the numbers of that moment', async () => {
    const own = await sheetOf(women, '市妇联');
    expect(await faults(there(women).submitAssessmentSheet(at(own)))).toEqual([[`body.entries.${key('责任落实')}.points`, 'required'], [`body.entries.${key('经费与队伍保障')}.points`, 'required']]);
    const [item] = (await allItems(there(office), plan.id)).filter(({ text }) => text.includes('女能手'));
    const entry = await there(women).createWorkEntry({ body: { unitId: there(units.get('市妇联')), kind: 'document', title: '印发培训通知', quantity: 1, unitOfMeasure: '份', fromDay: today, toDay: today, details: { docNumber: '妇〔2014〕1号' }, serves: [{ itemId: there(item).id, measureId: null }], fileIds: [(await paperOf('通知')).id] } });
    const submitted = await there(women).submitWorkEntry(at(entry));
    await there(office).acceptWorkEntry(at(submitted));
    const linkable = await there(women).listAssessmentLinks({ params: { id: own.id }, query: { kind: 'work_entry', q: '印发' } });
    expect(linkable.data).toMatchObject([{ kind: 'work_entry', id: entry.id, title: '印发培训通知' }]);
    const file = await paperOf('专题会议');
    const [first, ...rest] = said(9);
    const saved = await save(women, own, [{ ...there(first), links: [{ kind: 'work_entry', id: entry.id }], fileIds: [file.id] }, ...rest]);
    expect(line(saved, '责任落实')).toMatchObject({ points: 9, words: '专题研究两次', links: [{ id: entry.id }], files: [{ id: file.id }] });
    const two = await Promise.allSettled([9, 8].map((points) => save(women, saved, said(points))));
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = await save(women, await sheetOf(women, '市妇联'), [{ ...there(first), links: [{ kind: 'work_entry', id: entry.id }], fileIds: [file.id] }, ...rest]);
    const there1 = await there(women).submitAssessmentSheet(at(again));
    expect(there1).toMatchObject({ state: 'submitted', late: false, submitted: { by: expect.any(String) } });
    expect(line(there1, '任务办结')).toMatchObject({ frozen: { done: 0, asked: 2, points: 0 }, difference: 0 });
    expect(await code(save(women, there1, []))).toBe('lifecycle.not_allowed');
    const back = await there(women).recallAssessmentSheet(at(there1));
    expect(back).toMatchObject({ state: 'draft', submitted: null });
    expect((await there(women).submitAssessmentSheet(at(back))).state).toBe('submitted');
    // Where somebody approves in the unit, a liaison hands it to them.
    const other = await save(youth, await sheetOf(youth, '团市委'), said(9.5));
    if (other.approvers.length > 0) {
      expect(await code(there(youth).submitAssessmentSheet(at(other)))).toBe('unit_report.needs_approver');
      const handed = await there(youth).handOverAssessmentSheet(at(other));
      expect(await until(() => told(approver, 'assessment_checking'), (links) => links.length > 0)).toEqual([`/assessment-sheets/${other.id}`]);
      const sent = await there(approver).sendBackAssessmentSheet(because(handed, '再补充说明'));
      expect(sent.returned).toMatchObject({ inside: true, reason: '再补充说明' });
      await there(approver).submitAssessmentSheet(at(await there(youth).handOverAssessmentSheet(at(sent))));
    } else await there(youth).submitAssessmentSheet(at(other));
    expect((await now()).counts).toMatchObject({ submitted: 2, missing: 2 });
  });

  it('are reviewed by the office: other points want a reason, and of two who review at once one is told', async () => {
    const sheet = await sheetOf(office, '市妇联');
    expect(line(sheet, '责任落实')).toMatchObject({ proposed: 9, review: null, result: 9 });
    for (const client of [leader, reader, women, county]) expect(await code(review(client, sheet, { reviews: [] }))).toBe('auth.forbidden');
    expect(await faults(review(office, sheet, { reviews: [{ key: key('责任落实'), points: 7 }, { key: key('经费与队伍保障'), points: 10.1, reason: '超过' }, { key: asked.id, points: 1 }] }))).toEqual([['body.reviews.0.reason', 'reason_needed'], ['body.reviews.1.points', 'points_many'], ['body.reviews.2.key', 'unknown_criterion']]);
    const two = await Promise.allSettled([office, editor].map((client, index) => review(client, sheet, { reviews: [{ key: key('责任落实'), points: 7 + index, reason: `理由${index}` }] })));
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const given = await review(office, await sheetOf(office, '市妇联'), { reviews: [{ key: key('责任落实'), points: 7, reason: '只有一次会议记录' }], sample: { note: '现场看了台账' } });
    expect(given).toMatchObject({ state: 'submitted', sample: { note: '现场看了台账' } });
    expect(line(given, '责任落实')).toMatchObject({ result: 7, review: { points: 7, reason: '只有一次会议记录' } });
    const seen = await sheetOf(women, '市妇联');
    expect([seen.total, seen.sample, line(seen, '责任落实').review, line(seen, '责任落实').result]).toEqual([null, null, null, null]);
    expect(await sheetOf(reader, '市妇联')).toMatchObject({ total: null });
    expect((await sheetOf(leader, '市妇联')).total).toBe(given.total);
    expect((await there(women).getAssessmentSheetHistory({ params: { id: sheet.id } })).data.map(({ action }) => action)).not.toContain('assessment_sheet.reviewed');
    // What is counted anew since stands beside what was frozen.
    await there(office).setAssessmentSwitch({ body: { version: 2, enabled: false, reason: '暂停' } });
    expect(await code(there(women).getAssessmentSheet({ params: { id: sheet.id } }))).toBe('assessment.off');
    await toggle(true);
    expect(await sheetOf(office, '市妇联')).toEqual(given);
    const returned = await there(office).returnAssessmentSheet(because(given, '请补会议纪要'));
    expect(returned.state).toBe('returned');
    expect(await until(() => told(women, 'assessment_returned'), (links) => links.length > 0)).toEqual([`/assessment-sheets/${sheet.id}`]);
    const more = await there(women).submitAssessmentSheet(at(await save(women, await sheetOf(women, '市妇联'), said(8))));
    expect(await there(office).acceptAssessmentSheet(at(more))).toMatchObject({ state: 'accepted', total: expect.any(Number) });
    const league1 = await sheetOf(office, '团市委');
    expect(await there(office).acceptAssessmentSheet(at(league1))).toMatchObject({ state: 'accepted' });
    const refused = await refusal(there(office).announceAssessment(at(await now())));
    expect([refused.code, refused.detail]).toEqual(['assessment.unreviewed', expect.stringContaining('青少年宫')]);
  });

  it('end for a unit that is merged or left out, and are taken in after the last day', async () => {
    const [one, other] = [await sheetOf(office, '青少年宫甲'), await sheetOf(office, '青少年宫乙')];
    expect(await code(there(office).takeInAssessmentSheet(at(one)))).toBe('assessment.day_runs');
    const unit = await there(office).getUnit({ params: { id: there(units.get('青少年宫乙')) } });
    await there(office).mergeUnit({ params: { id: unit.id }, body: { version: unit.version, successorId: there(units.get('青少年宫甲')), on: today } });
    expect((await there(office).getAssessmentSheet({ params: { id: other.id } })).state).toBe('released');
    await goTo(addDays(today, 6));
    expect(await code(there(women).recallAssessmentSheet(at(one)))).toBe('lifecycle.not_allowed');
    const taken = await there(office).takeInAssessmentSheet(at(await sheetOf(office, '青少年宫甲')));
    expect(taken).toMatchObject({ state: 'submitted', late: true });
    expect(line(taken, '责任落实')).toMatchObject({ points: null, proposed: 0 });
    const back = await there(office).returnAssessmentSheet(because(taken, '请补报'));
    const late = await there(women).submitAssessmentSheet(at(await save(women, back, said(5))));
    expect(late.late).toBe(true);
    expect(await code(there(women).recallAssessmentSheet(at(late)))).toBe('assessment.day_over');
    await there(office).acceptAssessmentSheet(at(await sheetOf(office, '青少年宫甲')));
    expect((await now()).counts).toMatchObject({ units: 3, accepted: 3, late: 1, missing: 0 });
  });

  it('are announced to each unit alone, objected to and answered, and final after that', async () => {
    expect(await code(there(office).exportAssessmentNotice({ params: { id: asked.id } }))).toBe('lifecycle.not_allowed');
    expect(await code(there(women).makeAssessmentAppeal({ params: { id: await idOf('市妇联') }, body: { key: key('责任落实'), words: '太早' } }))).toBe('lifecycle.not_allowed');
    const told1 = await there(office).announceAssessment(at(await now()));
    expect(told1).toMatchObject({ state: 'announced', objectionUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    const own = await sheetOf(women, '市妇联');
    expect(own).toMatchObject({ total: expect.any(Number), grade: expect.any(String) });
    expect((await there(women).listAssessmentResults({ params: { id: asked.id } })).data.map(({ unit }) => unit.name)).not.toContain('团市委');
    expect((await there(youth).listAssessmentResults({ params: { id: asked.id } })).data.map(({ unit }) => unit.name)).toEqual(['团市委']);
    // Who lends the right to read, or looks after a county, learns no unit's result by that.
    expect((await there(reader).listAssessmentResults({ params: { id: asked.id } })).data).toEqual([]);
    expect(await code(there(county).listAssessmentResults({ params: { id: asked.id } }))).toBe('resource.not_found');
    expect((await there(leader).listAssessmentResults({ params: { id: asked.id } })).data.length).toBeGreaterThan(1);
    expect(await code(there(office).returnAssessmentSheet(because(own, '晚了')))).toBe('lifecycle.not_allowed');
    expect(await code(there(youth).makeAssessmentAppeal({ params: { id: own.id }, body: { key: key('责任落实'), words: '别家的' } }))).toBe(await code(there(youth).getAssessmentSheet({ params: { id: own.id } })));
    const objected = await there(women).makeAssessmentAppeal({ params: { id: own.id }, body: { key: key('责任落实'), words: '还有一次会议没有计入' } });
    expect(objected.appeals).toMatchObject([{ state: 'open', before: 7, words: '还有一次会议没有计入', answer: null }]);
    expect(await code(there(women).makeAssessmentAppeal({ params: { id: own.id }, body: { key: key('责任落实'), words: '再来' } }))).toBe('assessment.appealed');
    const second = await there(women).makeAssessmentAppeal({ params: { id: own.id }, body: { key: key('任务办结'), words: '应当算办结' } });
    expect(await until(() => told(office, 'assessment_appealed'), (links) => links.length >= 2)).toContain(`/assessment-sheets/${own.id}`);
    const [first, other] = second.appeals;
    const answer = (id: string, points: number | null, version = 1) => there(office).answerAssessmentAppeal({ params: { id }, body: { version, points, reason: '已核实' } });
    expect(await code(there(women).answerAssessmentAppeal({ params: { id: there(first).id }, body: { version: 1, points: 10, reason: '自己改' } }))).toBe('auth.forbidden');
    expect(await faults(answer(there(first).id, 10.5))).toEqual([['body.points', 'points_many']]);
    expect(await code(there(office).finaliseAssessment(at(await now())))).toBe('assessment.objections_run');
    const granted = await answer(there(first).id, 8.5);
    expect(line(granted, '责任落实')).toMatchObject({ result: 8.5, review: { reason: '已核实' } });
    expect(granted.total).toBe(Math.round(((own.total ?? 0) + 1.5) * 10) / 10);
    expect(await code(answer(there(first).id, null, 2))).toBe('lifecycle.not_allowed');
    await goTo(addDays(there(told1.objectionUntil), 1));
    expect(await code(there(youth).makeAssessmentAppeal({ params: { id: await idOf('团市委') }, body: { key: key('责任落实'), words: '过期' } }))).toBe('assessment.objections_over');
    expect(await code(there(office).finaliseAssessment(at(await now())))).toBe('assessment.appeals_open');
    expect((await answer(there(other).id, null)).appeals[1]).toMatchObject({ state: 'refused', answer: { points: null, reason: '已核实' } });
    expect(await code(change(await now(), { publication: 'table' }))).toBe('lifecycle.not_allowed');
    const final = await there(office).finaliseAssessment(at(await now()));
    expect(final.state).toBe('final');
    expect((await there(youth).listAssessmentResults({ params: { id: asked.id } })).total).toBe(1);
    await change(final, { publication: 'table' });
    expect((await there(youth).listAssessmentResults({ params: { id: asked.id } })).total).toBe(3);
  });

  it('leave as papers that are read again: a sheet, its evidence, the scores and the notice', async () => {
    const id = await idOf('市妇联');
    expect(await words(`/api/v1/assessment-sheets/${id}/sheet.docx`, 'liaison-women')).toContain('责任落实');
    expect((await server.fetch(`/api/v1/assessment-sheets/${id}/sheet.docx`, { as: 'liaison' })).status).toBe(404);
    const zip = unzipSync(await bytes(`/api/v1/assessment-sheets/${id}/evidence.zip`, 'office'));
    const inside = Object.keys(zip);
    expect(inside.some((name) => name.endsWith('.docx'))).toBe(true);
    const index = new TextDecoder().decode(there(unzipSync(there(zip[there(inside.find((name) => name.endsWith('.docx')))]))['word/document.xml']));
    expect(index).toContain('任务办结');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytes(`/api/v1/assessments/${asked.id}/scores.xlsx`, 'office')).buffer as ArrayBuffer);
    const rows = there(book.worksheets[0]);
    expect((rows.getRow(1).values as unknown[]).slice(1, 4)).toEqual(['序号', '单位', '状态']);
    const unitColumn = Array.from({ length: rows.rowCount }, (_, at0) => rows.getRow(at0 + 1).getCell(2).value);
    expect(unitColumn).toEqual(expect.arrayContaining(['团市委', '市妇联', '青少年宫甲']));
    const own = new ExcelJS.Workbook();
    await own.xlsx.load((await bytes(`/api/v1/assessments/${asked.id}/scores.xlsx`, 'liaison')).buffer as ArrayBuffer);
    expect(there(own.worksheets[0]).getRow(2).getCell(2).value).toBe('团市委');
    expect(there(own.worksheets[0]).getRow(3).getCell(2).value).toBeNull();
    expect(await words(`/api/v1/assessments/${asked.id}/notice.docx`, 'office')).toContain('结果的通报');
    expect((await server.fetch(`/api/v1/assessments/${asked.id}/notice.docx`, { as: 'liaison' })).status).toBe(403);
  });

  it('stay readable when the plan is closed, and are taken over for the next year', async () => {
    plan = await there(office).getPlan({ params: { id: plan.id } });
    await there(office).closePlan({ params: { id: plan.id }, body: { version: plan.version, reason: '年度结束' } });
    expect(await now()).toMatchObject({ state: 'final', plan: { state: 'closed' } });
    expect(await code(change(await now(), { publication: 'own' }))).toBe('lifecycle.not_allowed');
    const next = await commit(there(office), textPaper(2015, paper.slice(0, 4)), '2015.txt');
    expect(await code(there(office).createAssessment({ body: { planId: next.id, title: '草稿还不行', dueOn: addDays(today, 40) } }))).toBe('lifecycle.not_allowed');
    const ready = await there(office).updatePlan({ params: { id: next.id }, body: { version: next.version, docNumber: '温全科样〔2015〕9号', issuedOn: '2015-05-27' } });
    await there(office).issuePlan(at(ready));
    const copy = await there(office).createAssessment({ body: { planId: next.id, title: '2015年度考核', dueOn: addDays(today, 60), fromId: asked.id } });
    expect([copy.rubric, copy.copiedFrom?.id]).toEqual([asked.rubric, asked.id]);
    const withdrawn = await there(office).withdrawAssessment(because(await there(office).openAssessment(at(copy)), '今年不考核'));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', endedReason: '今年不考核' });
    const fresh = await there(office).createAssessment({ body: { planId: next.id, title: '重来', dueOn: addDays(today, 60) } });
    expect(await there(office).deleteAssessment({ params: { id: fresh.id } })).toEqual({ done: true });
    expect((await there(office).getAssessmentHistory({ params: { id: asked.id } })).data.map(({ action }) => action)).toEqual(expect.arrayContaining(['assessment.opened', 'assessment.announced', 'assessment.finalised']));
  });
});

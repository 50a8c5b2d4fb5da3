import { createClient, type Client } from '@kepu/api-client';
import type { Item, Plan, PlanRevisionDetail, Prompt, ReportPeriod } from '@kepu/contracts';
import { newPerson } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, twinOf, unitIds, until, upload } from './papers.js';

const [league, federation, weather, socialScience, association] = ['团市委', '市妇联', '市气象局', '市社科联', '市科协'];
const names = ['office', 'leader', 'liaison', 'liaison-women', 'approver'] as const;

/** S2: a year of an office, played with a moved clock: a paper that comes later than four of its theme days, its edition of July, reports, letters, a merger, a hand-over, and the archive. */
eachDatabase('the year of an office', (database) => {
  let server: TestServer;
  let [office, leader, youth, women, approver]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  let period: ReportPeriod;
  let letter: Prompt;
  let year: number;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const as = (cookie: string) => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } });
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const unit = (name: string) => of(units.get(name));
  const inPlan = () => ({ params: { id: plan.id } });
  /** A day of the plan's year. Whoever was signed in comes back: sessions have ended meanwhile. */
  const on = async (day: string, who: readonly string[] = names): Promise<void> => {
    await server.control.clock({ shiftTo: `${day}T01:00:00.000Z` });
    [office, leader, youth, women, approver] = await Promise.all(who.map(async (name) => as(await signIn(server.url, name))));
  };
  const lightOf = async (name: string, text: string) => of((await of(office).listLights({ ...inPlan(), query: { unitId: unit(name), perPage: 200 } })).data.find(({ item }) => item.text.includes(text)));
  const own = async (client: Client | undefined) => (await of(client).listAssignments({ query: { planId: plan.id, perPage: 200 } })).data;
  const itemOf = (name: string, text: string) => of(items.find((item) => item.text.includes(text) && item.units.some(({ printed }) => printed === name)));
  const course = async (client: Client | undefined, name: string, itemId: string, title: string, quantity: number, day: string) => {
    const file = await of(client).createFile({ file: new Blob([Buffer.from(title)]), fileName: '签到表.txt' });
    const entry = await of(client).createWorkEntry({ body: { unitId: unit(name), kind: 'training', title, quantity, unitOfMeasure: '人次', fromDay: day, toDay: day, serves: [{ itemId }], details: { days: 1 }, place: '文化礼堂', fileIds: [file.id] } });
    return of(office).acceptWorkEntry(at(await of(client).submitWorkEntry(at(entry))));
  };
  const report = async (client: Client | undefined, name: string, words: string) => {
    const begun = await of(client).beginUnitReport({ params: { id: period.id }, body: { unitId: unit(name) } });
    const [first] = await own(client);
    const entries = [{ itemId: of(first).item.id, progress: words, problems: null, nextStep: null, nothingNew: false }];
    return of(client).saveUnitReport({ params: { id: begun.id }, body: { version: begun.version, entries, restNothingNew: true } });
  };

  beforeAll(async () => {
    server = await startServer({ database });
    year = Number((await (await server.client('office')).getSession()).today.slice(0, 4)) + 1;
    await on(`${year}-05-27`);
    units = await unitIds(of(office));
  });

  it('begins on 27 May: the paper is read whole, and its holidays that nobody has announced are said to be unknown', async () => {
    plan = await commit(of(office), twinOf(year).docx, `${year}.docx`);
    expect(plan).toMatchObject({ state: 'draft', year, edition: 1, counts: { units: 23, programmes: 10, cells: 71, items: 99, targets: 4 } });
    expect(await own(youth)).toEqual([]);
    plan = await of(office).updatePlan({ ...inPlan(), body: { version: plan.version, docNumber: `温全科样〔${year}〕2号`, issuedOn: `${year}-05-27` } });
    plan = await of(office).issuePlan({ ...inPlan(), body: { version: plan.version } });
    expect(plan).toMatchObject({ state: 'issued', signBy: expect.stringMatching(/-(05-3|06-0)\d$/u) as string, signOff: { total: 99, signed: 0, pending: 99, asked: 0 } });
    expect(await of(office).listSignOffs({ ...inPlan(), query: {} })).toMatchObject({ signByUncertain: true });
    items = await allItems(of(office), plan.id);
    expect((await of(office).listReportPeriods({ query: { planId: plan.id } })).data.map(({ name, dueOn, dueUncertain }) => [name, dueOn.slice(0, 7), dueUncertain]).sort()).toEqual([['上半年', `${year}-07`, true], ['全年', `${year + 1}-01`, true]]);
  });

  it('holds nothing against a unit whose theme days were over before the paper came, and asks for their proof after it', async () => {
    // 3.23 and 5.12 were over on the day of issue: yellow or red only after the workdays that a proof may take from that day on.
    const before = await lightOf(weather, '3.23');
    expect([before.light, before.reasons.map((reason) => reason.code)]).toEqual(['grey', expect.arrayContaining(['proof_missing', 'not_signed'])]);
    const past = (await of(office).getTimeline({ ...inPlan(), query: { to: `${year}-05-26`, kind: 'theme_day', perPage: 200 } })).data.map(({ title, state }) => `${title} ${state}`);
    expect(past).toEqual(expect.arrayContaining(['世界湿地日 over', '国际森林日 over', '世界气象日 over', '全国防灾减灾日 over']));
    await on(`${year}-06-25`);
    const after = await lightOf(weather, '3.23');
    expect([after.light, after.reasons[0]?.code]).toEqual(['red', 'proof_missing']);
  });

  it('is signed for on phones, by word of the office system, and with one question', async () => {
    const mine = await own(youth);
    expect(mine).toHaveLength(8);
    const [first, ...rest] = mine;
    await of(youth).askAboutAssignment({ params: { id: of(first).id }, body: { version: of(first).version, text: '这一项是否含市属高校？' } });
    await of(youth).signAssignments({ body: { ids: rest.map(({ id }) => id) } });
    const asked = of((await own(youth)).find(({ state }) => state === 'asked'));
    await of(office).answerAssignment({ params: { id: asked.id }, body: { version: asked.version, text: '含。' } });
    await of(youth).signAssignments({ body: { ids: [asked.id] } });
    await of(women).signAssignments({ body: { ids: (await own(women)).map(({ id }) => id) } });
    const others = (await of(office).listSignOffs({ ...inPlan(), query: { unsigned: 'true' } })).data.map((row) => row.unit.id);
    expect(others).toHaveLength(21);
    await of(office).recordSignOffs({ ...inPlan(), body: { unitIds: others, note: '已在 OA 签收' } });
    expect((await of(office).getPlan(inPlan())).signOff).toEqual({ total: 99, signed: 99, pending: 0, asked: 0 });
  });

  it('shows its work: what was done counts once, and the light of the item says so', async () => {
    const training = itemOf('市农业农村局', '人次');
    const [measure] = (await of(office).listMeasures({ query: { planId: plan.id, itemId: training.id } })).data;
    expect(measure).toMatchObject({ min: 8000, progress: { value: 0, state: 'open' } });
    const [first] = await own(youth);
    await course(youth, league, of(first).item.id, '青年科普培训第一期', 120, `${year}-06-15`);
    const { counts, data } = await of(office).listPlanChanges({ ...inPlan(), query: { since: `${year}-06-25`, kind: 'number', perPage: 200 } });
    expect([counts.signed, counts.work_entry, data.map(({ metric, quantity }) => [metric, quantity])]).toEqual([99, 1, [['trained', 120]]]);
  });

  it('has its second edition in July: only what is new or changed is signed for again', async () => {
    await on(`${year}-07-05`);
    const [changed, gone] = [itemOf(league, ''), of(items.find((item) => item.units.every(({ printed }) => printed === '市财政局')))];
    const rows = items.filter(({ id }) => id !== gone.id).map((item) => [item.units.map(({ printed }) => printed).join('、'), item.programme.name, item.id === changed.id ? `${item.text}其中山区海岛县不少于三分之一。` : item.text]);
    const text = [`${year}年温州市全民科学素质工作目标任务分解表`, '', ...[['责任单位', '项目', '工作内容和要求'], ...rows, [federation, '社区科普益民工程建设', '新增一项暑期家庭科学夜校工作。']].map((row) => row.join('\t')), ''].join('\n');
    const preview = await upload(of(office), Buffer.from(text), `${year}-7.txt`);
    let draft: PlanRevisionDetail = await of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    expect(draft.counts).toMatchObject({ same: 97, changed: 1, added: 1, withdrawn: 1, kept: 0 });
    draft = await of(office).updatePlanRevision({ params: { id: draft.id }, body: { version: draft.version, docNumber: `温全科样〔${year}〕9号`, issuedOn: `${year}-07-05` } });
    await of(office).issuePlanRevision(at(draft));
    plan = await of(office).getPlan(inPlan());
    expect(plan).toMatchObject({ edition: 2, state: 'issued', signOff: { total: 99, signed: 97, pending: 2, asked: 0 } });
    expect((await own(youth)).filter(({ state }) => state === 'pending').map(({ item }) => item.id)).toEqual([changed.id]);
    await of(youth).signAssignments({ body: { ids: (await own(youth)).filter(({ state }) => state === 'pending').map(({ id }) => id) } });
    await of(women).signAssignments({ body: { ids: (await own(women)).filter(({ state }) => state === 'pending').map(({ id }) => id) } });
    expect((await of(office).getPlan(inPlan())).signOff).toMatchObject({ total: 99, signed: 99 });
    items = await allItems(of(office), plan.id);
    expect(items).toHaveLength(99);
  });

  it('is reported at half time: handed in, given back, accepted, and late by the day', async () => {
    await on(`${year}-07-08`);
    period = of((await of(office).listReportPeriods({ query: { planId: plan.id } })).data.find(({ kind }) => kind === 'half_year'));
    expect(period).toMatchObject({ state: 'open', begun: true, counts: { units: 23, notBegun: 23, accepted: 0 } });
    const checking = await of(youth).handOverUnitReport(at(await report(youth, league, '已培训 120 人次。')));
    expect(checking.state).toBe('checking');
    const handed = await of(approver).submitUnitReport(at(checking));
    expect(handed).toMatchObject({ state: 'submitted', late: false });
    const returned = await of(office).returnUnitReport({ params: { id: handed.id }, body: { version: handed.version, reason: '请补充山区海岛县情况。' } });
    expect(returned.state).toBe('returned');
    const again = await of(youth).handOverUnitReport(at(await of(youth).saveUnitReport({ params: { id: returned.id }, body: { version: returned.version, entries: [], restNothingNew: true } })));
    expect(await of(office).acceptUnitReport(at(await of(approver).submitUnitReport(at(again))))).toMatchObject({ state: 'accepted', late: false });
    await on(`${year}-07-14`);
    expect(await of(women).submitUnitReport(at(await report(women, federation, '家庭科学夜校已开课。')))).toMatchObject({ state: 'submitted', late: true });
    const missed = await of(office).listLights({ ...inPlan(), query: { light: 'red', perPage: 200 } });
    expect(missed.data.filter(({ reasons }) => reasons.some((reason) => reason.code === 'report_missed')).some((row) => row.unit.name === league || row.unit.name === federation)).toBe(false);
    expect(missed.counts.red).toBeGreaterThan(60);
  });

  it('is chased, written to, and answered; an order waits for the leader', async () => {
    await on(`${year}-09-08`);
    const red = of((await of(office).listLights({ ...inPlan(), query: { unitId: unit(federation), perPage: 200 } })).data[0]);
    expect(await of(office).chaseUnits({ ...inPlan(), body: { assignmentIds: [red.assignmentId] } })).toMatchObject({ skipped: 0, unheard: [] });
    letter = of((await of(office).createPrompts({ ...inPlan(), body: { assignmentIds: [red.assignmentId], kind: 'letter' } })).data[0]);
    letter = await of(office).sendPrompt({ params: { id: letter.id }, body: { version: letter.version, number: `温全科函〔${year}〕1号` } });
    letter = await of(women).getPrompt({ params: { id: letter.id } });
    letter = await of(women).replyToPrompt({ params: { id: letter.id }, body: { version: letter.version, reason: '暑期场地检修。', measures: '九月补办四期。', newDay: `${year}-10-20` } });
    expect(letter.state).toBe('replied');
    expect(await of(office).acceptPromptReply({ params: { id: letter.id }, body: { version: letter.version, note: '已按期补办。' } })).toMatchObject({ state: 'closed' });
    const [order] = (await of(office).createPrompts({ ...inPlan(), body: { assignmentIds: [red.assignmentId], kind: 'order' } })).data;
    expect(await code(of(office).sendPrompt({ params: { id: of(order).id }, body: { version: of(order).version, number: `温全科督〔${year}〕1号` } }))).toBe('prompt.needs_approval');
    const asked = await of(office).requestPromptApproval(at(of(order)));
    const approved = await of(leader).approvePrompt(at(asked));
    expect(await of(office).sendPrompt({ params: { id: approved.id }, body: { version: approved.version, number: `温全科督〔${year}〕1号` } })).toMatchObject({ state: 'sent', kind: 'order' });
  });

  it('goes on where a unit is merged and a liaison leaves', async () => {
    await on(`${year}-10-12`);
    const gone = await of(office).getUnit({ params: { id: unit(socialScience) } });
    const theirs = (await of(office).listAssignments({ query: { planId: plan.id, unitId: gone.id, perPage: 200 } })).total;
    const before = (await of(office).listAssignments({ query: { planId: plan.id, unitId: unit(association), perPage: 200 } })).total;
    expect(theirs).toBe(1);
    await of(office).mergeUnit({ params: { id: gone.id }, body: { version: gone.version, successorId: unit(association), on: `${year}-10-12` } });
    expect((await of(office).listAssignments({ query: { planId: plan.id, unitId: unit(association), perPage: 200 } })).total).toBe(before + theirs);
    expect((await of(office).getMatrix(inPlan())).plan.counts.items).toBe(99);
    const from = (await of(youth).getSession()).account.id;
    const to = await newPerson(server, of(office), 'year-heir@demo.kepu');
    await of(office).handOver({ params: { id: unit(league) }, body: { fromId: from, toId: to.id, reason: '岗位调整' } });
    expect(await code(of(youth).listPlans())).toBe('auth.forbidden');
    const successor = as(to.cookie);
    expect(await own(successor)).toHaveLength(8);
    const reported = of((await of(office).listUnitReports({ params: { id: period.id }, query: { perPage: 200 } })).data.find((row) => row.unit.name === league));
    expect(reported.status).toBe('accepted');
  });

  it('is closed out item by item, told in a summary whose numbers are its records, and archived', async () => {
    await on(`${year}-12-20`, ['office', 'leader', 'leader', 'liaison-women']);
    const one = of((await own(women)).find(({ item }) => item.measures.total === 0));
    const asked = await of(women).askCloseOut({ params: { id: one.id }, body: { version: one.version, explanations: ['measures', 'evidence', 'reports', 'pending'].map((point) => ({ point: point as 'measures', text: '定性工作，材料见全年总结。' })) } });
    const done = await of(office).acceptCloseOut(at(asked));
    expect(done.state).toBe('accepted');
    expect((await of(office).listLights({ ...inPlan(), query: { unitId: unit(federation), light: 'blue' } })).total).toBe(1);
    const summary = await of(office).createBulletin({ ...inPlan(), body: { kind: 'year', from: `${year}-01-01`, to: `${year}-12-31` } });
    const city = Object.fromEntries(summary.figures.filter(({ scope }) => scope === 'city').map(({ metric, value }) => [metric, value]));
    expect(city).toMatchObject({ units: 22, items: 99, signed: city['assignments'], trained: 120, reports_in: 2, reports_late: expect.any(Number) as number });
    for (const { key, value, scope } of summary.figures) {
      if (scope !== 'city') continue;
      const records = await of(office).listBulletinRecords({ params: { id: summary.id }, query: { figure: key, perPage: 200 } });
      expect([key, records.data.reduce((sum, { quantity }) => sum + quantity, 0)]).toEqual([key, value]);
    }
    plan = await of(office).getPlan(inPlan());
    plan = await of(office).closePlan({ ...inPlan(), body: { version: plan.version, reason: '年度工作结束，归档。' } });
    expect(plan).toMatchObject({ state: 'closed', edition: 2 });
    expect(await code(of(office).chaseUnits({ ...inPlan(), body: { assignmentIds: [one.id] } }))).toBe('lifecycle.not_allowed');
    expect((await own(women)).length).toBeGreaterThan(0);
    const pack = await of(office).orderPack({ ...inPlan(), body: { unitId: unit(federation) } });
    expect(await until(() => of(office).getPack({ params: { id: pack.id } }), ({ state }) => state === 'ready', 60_000)).toMatchObject({ state: 'ready' });
  });
});

import { createHash } from 'node:crypto';
import { ApiProblem, type Client } from '@kepu/api-client';
import { routes, type Item, type Plan, type Route } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { allItems, commit, refusal, textPaper, unitIds, until, upload } from './papers.js';

const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];
/** What stands before `/:id` in the paths of a plan and of what hangs on it. */
const nouns = ['plans', 'items', 'assignments', 'measures', 'report-periods', 'unit-reports', 'prompts', 'adjustments', 'close-outs', 'joint-groups', 'plan-revisions', 'consultations', 'consultation-answers', 'consultation-comments'] as const;
type Noun = (typeof nouns)[number];
/** What may be done with an archived plan, and why. */
const allowed: Readonly<Partial<Record<keyof typeof routes, string>>> = { reopenPlan: 'it is the way back', orderPack: 'an inspector comes after the year too', createBulletin: 'the summary is written when the year is over', copyPlan: 'the next year begins with the last one, which stays as it is' };
/** What answers all the same and writes nothing, and what is asked about drafts alone. */
const idle: readonly (keyof typeof routes)[] = ['saveConsultationAnswer', 'decideConsultationComment', 'readPrompt', 'beginUnitReport', 'acceptUnitReports', 'acceptCloseOuts'];
const reason = '年度已经结束';

eachDatabase('an archived plan', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let clients: ReadonlyMap<string, Client>;
  let plan: Plan;
  let items: Item[];
  let today: string;
  const ids = new Map<Noun, string[]>(nouns.map((noun) => [noun, []]));
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const as = (name: string): Client => of(clients.get(name));
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const keep = <T extends { id: string }>(noun: Noun, one: T): T => { of(ids.get(noun)).push(one.id); return one; };

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    clients = new Map(await Promise.all(['office', 'liaison', 'liaison-women', 'approver', 'leader'].map(async (name) => [name, await server.client(name)] as const)));
    const [office, youth, women, approver] = ['office', 'liaison', 'liaison-women', 'approver'].map(as) as [Client, Client, Client, Client];
    today = (await office.getSession()).today;
    const units = await unitIds(office);
    plan = await commit(office, textPaper(2012, [['团市委', farmers, '全年培训青年农民 200 人次。'], ['团市委', homes, '依托社区办好青年课堂。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。'], ['团市委、市妇联', homes, '办好家庭科学课。']]), 'archive.txt');
    plan = await office.updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科档〔2012〕1号', issuedOn: '2012-02-01', issuer: '温州样例办公室' } });
    const consultation = keep('consultations', await office.createConsultation({ params: { id: plan.id }, body: { dueOn: addDays(today, 9) } }));
    for (const one of (await office.listConsultationAnswers({ params: { id: consultation.id } })).data) keep('consultation-answers', one);
    await office.closeConsultation({ params: { id: consultation.id }, body: { version: consultation.version, reason: '提前结束' } });
    plan = await office.getPlan({ params: { id: plan.id } });
    plan = await office.issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    keep('plans', plan);
    items = (await allItems(office, plan.id)).map((item) => keep('items', item));
    const assignments = (await office.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.map((one) => keep('assignments', one));
    const mine = assignments.filter(({ unit }) => unit.name === '团市委');
    keep('measures', await office.createMeasure({ params: { id: of(items[1]).id }, body: { kind: 'qualitative', name: '课堂效果', sources: ['sessions', 'turnout'], unitOfMeasure: '项', demands: '照片' } }));
    for (const one of (await office.listMeasures({ query: { planId: plan.id, perPage: 200 } })).data) keep('measures', one);
    keep('joint-groups', await office.createJointGroup({ params: { id: plan.id }, body: { name: '家庭科学', leadUnitId: of(units.get('团市委')), parts: [of(items[1]), of(items[2])].map((item) => ({ itemId: item.id, clause: item.text })) } }));
    const period = keep('report-periods', await office.createReportPeriod({ params: { id: plan.id }, body: { kind: 'month', from: '2012-06-01', to: '2012-06-30', opensOn: addDays(today, -20), dueOn: addDays(today, 20) } }));
    const begin = async (client: Client, unit: string) => {
      const begun = await client.beginUnitReport({ params: { id: period.id }, body: { unitId: of(units.get(unit)) } });
      return client.saveUnitReport({ params: { id: begun.id }, body: { version: begun.version, restNothingNew: true } });
    };
    const saved = keep('unit-reports', await begin(youth, '团市委'));
    const handed = await youth.handOverUnitReport({ params: { id: saved.id }, body: { version: saved.version } });
    await approver.submitUnitReport({ params: { id: saved.id }, body: { version: handed.version } });
    keep('unit-reports', await begin(women, '市妇联'));
    const drafts = await Promise.all(mine.slice(0, 3).map(async ({ id }) => of((await office.createPrompts({ params: { id: plan.id }, body: { assignmentIds: [id] } })).data[0])));
    for (const draft of drafts) keep('prompts', draft);
    for (const [index, draft] of drafts.slice(1).entries()) {
      const sent = await office.sendPrompt({ params: { id: draft.id }, body: { version: draft.version, number: `温全科函档${index}号` } });
      if (index === 0) await youth.replyToPrompt({ params: { id: sent.id }, body: { version: sent.version, reason: '在办', measures: '加快' } });
    }
    const order = keep('prompts', of((await office.createPrompts({ params: { id: plan.id }, body: { kind: 'order', assignmentIds: [of(mine[0]).id] } })).data[0]));
    await office.requestPromptApproval({ params: { id: order.id }, body: { version: order.version } });
    const asked = keep('adjustments', await youth.askAdjustment({ params: { id: of(mine[0]).id }, body: { version: of(mine[0]).version, kind: 'extension', day: addDays(today, 90), reason: '讲师未定' } }));
    await approver.handInAdjustment({ params: { id: asked.id }, body: { version: asked.version } });
    await office.enterOralAdjustment({ params: { id: plan.id }, body: { assignmentIds: [of(mine[1]).id], saidBy: '主任', saidOn: today, text: '先做起来' } });
    for (const one of (await office.listAdjustments({ query: { planId: plan.id } })).data) keep('adjustments', one);
    const fresh = of((await youth.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.find(({ id }) => id === mine[1]?.id));
    const closing = keep('close-outs', await youth.askCloseOut({ params: { id: fresh.id }, body: { version: fresh.version, explanations: ['signed', 'measures', 'evidence', 'reports', 'pending'].map((point) => ({ point: point as 'signed', text: '说明' })) } }));
    await approver.handInCloseOut({ params: { id: closing.id }, body: { version: closing.version } });
    const third = of((await youth.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.find(({ id }) => id === mine[2]?.id));
    await youth.askAboutAssignment({ params: { id: third.id }, body: { version: third.version, text: '与谁合办？' } });
    const preview = await upload(office, textPaper(2012, [['团市委', farmers, '全年培训青年农民 300 人次。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。']]), 'archive-2.txt');
    keep('plan-revisions', await office.createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } }));
    const draft = await youth.createWorkEntry({ body: { unitId: of(units.get('团市委')), kind: 'publication', title: '报道', quantity: 1, unitOfMeasure: '篇', fromDay: '2012-06-05', toDay: '2012-06-05', serves: [{ itemId: of(items[0]).id }], details: { channel: '青年报' }, fileIds: [(await youth.createFile({ file: new Blob([Buffer.from('正文')]), fileName: '报道.txt' })).id] } });
    await youth.submitWorkEntry({ params: { id: draft.id }, body: { version: draft.version } });
  });
  afterAll(() => store.close());

  it('says before what is still open', async () => {
    expect(await as('office').getPlanOpenWork({ params: { id: plan.id } })).toEqual({ unsignedItems: 4, reports: 2, periods: 1, adjustments: 1, closeOuts: 1, prompts: 2, workEntries: 1, revisions: 1, questions: 1, unsentPrompts: 1, consultations: 0, assessments: 0 });
    expect(await code(as('liaison').getPlanOpenWork({ params: { id: plan.id } }))).toBe('auth.forbidden');
    expect(await code(as('liaison').closePlan({ params: { id: plan.id }, body: { version: plan.version, reason } }))).toBe('auth.forbidden');
    plan = await as('office').getPlan({ params: { id: plan.id } });
    plan = await as('office').closePlan({ params: { id: plan.id }, body: { version: plan.version, reason } });
    expect(plan.state).toBe('closed');
  });

  /** Rows of everything that a plan is made of, word for word. */
  const written = async (): Promise<Readonly<Record<string, string>>> => {
    const tables = ['plans', 'items', 'assignments', 'measures', 'measure_separations', 'joint_groups', 'joint_parts', 'report_periods', 'unit_reports', 'report_entries', 'report_corrections', 'prompts', 'prompt_items', 'prompt_replies', 'adjustments', 'close_outs', 'light_overrides', 'chases', 'plan_revisions', 'consultations', 'plan_approvals', 'work_entry_items', 'evidence'];
    return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, createHash('sha256').update(JSON.stringify(await readRows(store.database.reader, `SELECT * FROM ${table} ORDER BY id`, {}))).digest('hex')] as const)));
  };
  /** Bodies that would do something while the plan is in force. */
  const bodies = (version: number, fileId: string): Readonly<Record<string, unknown>>[] => {
    const assignmentId = of(ids.get('assignments'))[0];
    const [first, second] = items;
    const parts = [{ itemId: of(first).id, clause: of(first).text }, { itemId: of(second).id, clause: of(second).text }];
    const unitId = of(of(first).assignments[0]).unit.id;
    const days = { from: '2012-07-01', to: '2012-07-31', opensOn: '2012-07-20', dueOn: '2012-08-05' };
    return [
      {}, { version }, { version, reason }, { reason }, { version, text: reason }, { version, note: reason }, { version, met: true, note: reason }, { version, title: '改名' }, { version, name: '改名' }, { version, number: '档9号' }, { version, replyBy: addDays(today, 9) }, { version, reason, measures: reason, newDay: null },
      { unitIds: [unitId], note: reason }, { unitId }, { assignmentIds: [assignmentId] }, { assignmentIds: [assignmentId], saidBy: '主任', saidOn: today, text: reason }, { light: 'yellow', reason, expiresOn: addDays(today, 9) }, { assignmentIds: [assignmentId], light: 'yellow', reason, expiresOn: addDays(today, 9) }, { version, yellowGap: 10, redGap: 30, nearWorkdays: 5, proofWorkdays: 5, missedReport: 'red' }, { version: 0, yellowGap: 10, redGap: 30, nearWorkdays: 5, proofWorkdays: 5, missedReport: 'red' },
      { version, restNothingNew: true }, { reports: of(ids.get('unit-reports')).map((id) => ({ id, version })) }, { closeOuts: of(ids.get('close-outs')).map((id) => ({ id, version })) }, { kind: 'month', ...days }, { version, ...days }, { name: '联合', leadUnitId: unitId, parts }, { parts }, { version, pairs: [] }, { version, unprinted: [] }, { dueOn: addDays(today, 9) }, { version, dueOn: addDays(today, 9) },
      { version: null, approver: '主任', signedOn: today, fileIds: [fileId] }, { version, kind: 'extension', day: addDays(today, 99), reason }, { version, explanations: [] }, { version, explanations: ['signed', 'measures', 'evidence', 'reports', 'pending'].map((point) => ({ point, text: reason })) },
      { kind: 'qualitative', name: '新指标', sources: ['sessions'], unitOfMeasure: '项' }, { version, measures: [{ itemId: of(first).id, measure: { kind: 'qualitative', name: '新指标', sources: ['sessions'], unitOfMeasure: '项' } }] }, { version, items: [{ programmeId: of(first).programme.id, text: '加一项', unitIds: [unitId] }] }, { itemIds: [of(first).id], divisionIds: ['330302'] }, { measureIds: [of(first).id, of(second).id] }, { measureIds: [of(first).id, of(second).id], reason },
    ];
  };
  const table: Readonly<Record<Noun, string>> = {
    plans: 'plans', items: 'items', assignments: 'assignments', measures: 'measures', 'report-periods': 'report_periods', 'unit-reports': 'unit_reports', prompts: 'prompts', adjustments: 'adjustments', 'close-outs': 'close_outs', 'joint-groups': 'joint_groups', 'plan-revisions': 'plan_revisions', consultations: 'consultations', 'consultation-answers': 'consultation_answers', 'consultation-comments': 'consultation_comments',
  };
  const versionOf = async (noun: Noun, id: string): Promise<number> => Number((await readRows<{ version: number }>(store.database.reader, `SELECT version FROM ${table[noun]} WHERE id = :id`, { id }))[0]?.version ?? 1);

  it('is written to by no route', async () => {
    const before = await written();
    const writing = (Object.values(routes) as Route[]).flatMap((route) => {
      const noun = nouns.find((one) => route.path.startsWith(`/${one}/:id`));
      // A sheet is sent to a closed plan in its own suite.
      return route.method === 'GET' || route.upload !== undefined || noun === undefined || route.name in allowed ? [] : [{ route, noun }];
    });
    expect(writing.length).toBeGreaterThan(60);
    const file = await as('office').createFile({ file: new Blob([Buffer.from('签批单')]), fileName: '签批单.txt' });
    const said = new Map<string, Set<string>>();
    for (const { route, noun } of writing) {
      said.set(route.name, new Set());
      for (const name of ['office', 'liaison', 'approver', 'leader']) {
        const call = of((as(name) as unknown as Record<string, (input: unknown) => Promise<unknown>>)[route.name]);
        const ask = (id: string, body: unknown): Promise<string> => call({ params: { id }, ...(body === undefined ? {} : { body }) }).then(() => 'done', (error: unknown) => {
          if (!(error instanceof ApiProblem)) throw error;
          return error.problem.code;
        });
        for (const id of new Set(of(ids.get(noun)))) {
          const answers = new Set<string>();
          for (const body of route.method === 'DELETE' ? [undefined] : bodies(await versionOf(noun, id), file.id)) {
            answers.add(await ask(id, body));
            if (answers.has('auth.forbidden')) break;
          }
          for (const answer of answers) if (answer !== 'input.invalid' && answer !== 'auth.forbidden') said.get(route.name)?.add(answer);
        }
      }
    }
    // One code, whoever asks for whatever; and nothing is told of what somebody does not see.
    const other = [...said].filter(([name, codes]) => !(idle as readonly string[]).includes(name) && !(codes.has('lifecycle.not_allowed') && [...codes].every((one) => one === 'lifecycle.not_allowed' || one === 'resource.not_found')));
    expect(other.map(([name, codes]) => `${name}: ${[...codes].join(' ')}`)).toEqual([]);
    expect(await written()).toEqual(before);
  });

  it('is searched, exported and packed as before', async () => {
    expect((await as('liaison').listItems({ params: { id: plan.id }, query: { q: '青年' } })).total).toBeGreaterThan(0);
    for (const path of [`plans/${plan.id}/paper.docx`, `plans/${plan.id}/items.xlsx`]) expect([200, 404]).toContain((await server.fetch(`/api/v1/${path}`, { as: 'office' })).status);
    const pack = await as('office').orderPack({ params: { id: plan.id }, body: {} });
    const made = await until(() => as('office').getPack({ params: { id: pack.id } }), ({ state }) => state !== 'waiting' && state !== 'making');
    expect(made).toMatchObject({ state: 'ready', plan: { state: 'closed' } });
  });

  it('is opened again by the office alone, with a reason', async () => {
    const target = { params: { id: plan.id } };
    const { version } = await as('office').getPlan(target);
    for (const name of ['liaison', 'approver', 'leader']) expect(await code(as(name).reopenPlan({ ...target, body: { version, reason } }))).toBe('auth.forbidden');
    expect(await code(as('office').reopenPlan({ ...target, body: { version, reason: ' ' } }))).toBe('input.invalid');
    expect(await code(as('office').reopenPlan({ ...target, body: { version: version - 1, reason } }))).toBe('version.stale');
    const both = await Promise.allSettled([1, 2].map(() => as('office').reopenPlan({ ...target, body: { version, reason: '漏审一份填报' } })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    plan = await as('office').getPlan(target);
    expect(plan).toMatchObject({ state: 'issued', closedAt: null });
    expect(await code(as('office').reopenPlan({ ...target, body: { version: plan.version, reason } }))).toBe('lifecycle.not_allowed');
    expect(await as('office').getPlanOpenWork(target)).toMatchObject({ reports: 2, prompts: 2 });
    const [asked] = (await as('office').listAdjustments({ query: { planId: plan.id, state: 'asked' } })).data;
    expect(await as('office').grantAdjustment({ params: { id: of(asked).id }, body: { version: of(asked).version } })).toMatchObject({ state: 'granted' });
  });
});

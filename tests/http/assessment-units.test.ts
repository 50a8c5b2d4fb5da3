import type { Client } from '@kepu/api-client';
import type { Assessment, AssessmentSheet, Plan } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { commit, refusal, textPaper, unitIds, until, upload } from './papers.js';

const programme = '农民科学素质行动';
const paper = ['团市委', '市妇联', '青少年宫甲', '青少年宫乙'].map((unit, index) => [unit, programme, `开展第 ${index + 1} 批科普宣讲活动，办好讲堂。`]);

/** Who takes part in an assessment: units left out, let in again, joined later, or merged beside it. */
eachDatabase('units of an assessment', (database) => {
  let server: TestServer;
  let [office, youth, women]: Client[] = [];
  let plan: Plan;
  let asked: Assessment;
  let today: string;
  const there = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const now = () => there(office).getAssessment({ params: { id: asked.id } });
  const sheets = async () => (await there(office).listAssessmentSheets({ params: { id: asked.id }, query: { perPage: 200 } })).data;
  const sheetOf = async (name: string): Promise<AssessmentSheet> => there(office).getAssessmentSheet({ params: { id: there((await sheets()).find(({ unit }) => unit.name === name)).id } });
  const results = async () => (await there(office).listAssessmentResults({ params: { id: asked.id } })).data.map(({ unit }) => unit.name).sort();
  const merge = async (from: string, into: string) => {
    const ids = await unitIds(there(office));
    const unit = await there(office).getUnit({ params: { id: there(ids.get(from)) } });
    await there(office).mergeUnit({ params: { id: unit.id }, body: { version: unit.version, successorId: there(ids.get(into)), on: (await there(office).getSession()).today } });
  };
  const goTo = async (day: string) => {
    await server.control.clock({ shiftTo: `${day}T01:00:00.000Z` });
    for (const client of [office, youth, women]) await there(client).getSession();
  };

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, youth, women] = await Promise.all(['office', 'liaison', 'liaison-women'].map((name) => server.client(name)));
    today = (await there(office).getSession()).today;
    const parent = there((await unitIds(there(office))).get('市妇联'));
    for (const name of ['青少年宫甲', '青少年宫乙']) await there(office).createUnit({ body: { name, fullName: `温州市${name}`, kind: 'institution', divisionCode: '330300', parentId: parent } });
    plan = await commit(there(office), textPaper(2014, paper), '2014.txt');
    plan = await there(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2014〕19号', issuedOn: '2014-05-27' } });
    plan = await there(office).issuePlan(at(plan));
    await there(office).setAssessmentSwitch({ body: { version: (await there(office).getAssessmentSwitch({})).version, enabled: true, reason: '市里要求' } });
    asked = await there(office).openAssessment(at(await there(office).createAssessment({ body: { planId: plan.id, title: '年度考核', dueOn: addDays(today, 1) } })));
  });

  it('are let in again after they were left out, with the reason, and told; nobody else does it', async () => {
    const out = await there(office).releaseAssessmentSheet(because(await sheetOf('团市委'), '今年不考核'));
    expect(out.state).toBe('released');
    expect(await code(there(women).admitAssessmentSheet(because(out, '让它回来')))).toBe('auth.forbidden');
    expect(await code(there(office).admitAssessmentSheet({ params: { id: out.id }, body: { version: 99, reason: '晚了' } }))).toBe('version.stale');
    const again = await there(office).admitAssessmentSheet(because(out, '市里要求全部考核'));
    expect([again.state, (await now()).counts.units]).toEqual(['draft', 4]);
    expect(await code(there(office).admitAssessmentSheet(because(again, '再来')))).toBe('lifecycle.not_allowed');
    expect(await until(async () => (await there(youth).listNotices({ query: { perPage: 200 } })).data.find(({ kind }) => kind === 'assessment_admitted'), (found) => found !== undefined)).toMatchObject({ link: `/assessment-sheets/${out.id}`, params: { text: '市里要求全部考核' } });
  });

  it('go on with the sheet of the one that ends in them where their own was left out', async () => {
    const [left, ending] = [await there(office).releaseAssessmentSheet(because(await sheetOf('青少年宫甲'), '筹建中')), await sheetOf('青少年宫乙')];
    await merge('青少年宫乙', '青少年宫甲');
    const [moved, empty] = [await there(office).getAssessmentSheet({ params: { id: ending.id } }), await there(office).getAssessmentSheet({ params: { id: left.id } })];
    expect([moved.unit.name, moved.state, empty.unit.name, empty.state]).toEqual(['青少年宫甲', 'draft', '青少年宫乙', 'released']);
    expect(await code(there(office).admitAssessmentSheet(because(empty, '回来')))).toBe('unit_report.unit_merged');
  });

  it('that joined the plan since are asked by one step, and only they', async () => {
    expect(await code(there(office).askFurtherUnits(at(await now())))).toBe('assessment.none_joined');
    const preview = await upload(there(office), textPaper(2014, [...paper.slice(0, 2), ['青少年宫甲', programme, '开展第 3 批科普宣讲活动，办好讲堂。'], ['青少年宫甲', programme, '开展第 4 批科普宣讲活动，办好讲堂。'], ['市科协', programme, '办好全市科普讲师团。']]), 'v2.txt');
    const draft = await there(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    const numbered = await there(office).updatePlanRevision({ params: { id: draft.id }, body: { version: draft.version, docNumber: '温全科样〔2014〕20号', issuedOn: '2014-07-01' } });
    await there(office).issuePlanRevision({ params: { id: draft.id }, body: { version: numbered.version } });
    expect(await code(there(women).askFurtherUnits(at(await now())))).toBe('auth.forbidden');
    const wider = await there(office).askFurtherUnits(at(await now()));
    expect(wider.counts.units).toBe(4);
    expect((await sheets()).map(({ unit, state }) => [unit.name, state]).sort()).toEqual([['团市委', 'draft'], ['市妇联', 'draft'], ['市科协', 'draft'], ['青少年宫乙', 'released'], ['青少年宫甲', 'draft']].sort());
  });

  it('are taken in late, once results are told and until objections end; then their result is told too', async () => {
    const left = await there(office).releaseAssessmentSheet(because(await sheetOf('市科协'), '自评不参加'));
    await goTo(addDays(today, 2));
    for (const name of ['团市委', '市妇联', '青少年宫甲']) await there(office).acceptAssessmentSheet(at(await there(office).takeInAssessmentSheet(at(await sheetOf(name)))));
    const announced = await there(office).announceAssessment(at(await now()));
    expect(await results()).toEqual(['团市委', '市妇联', '青少年宫甲'].sort());
    await goTo(addDays(today, 4));
    const late = await there(office).admitAssessmentSheet(because(left, '补充考核'));
    expect(late.state).toBe('submitted');
    expect((await there(office).acceptAssessmentSheet(at(late))).state).toBe('accepted');
    expect(await results()).toEqual(['团市委', '市妇联', '市科协', '青少年宫甲'].sort());
    expect(there((await now()).objectionUntil) > there(announced.objectionUntil)).toBe(true);
  });

  it('keep a result that was told when they end in another one', async () => {
    const before = await results();
    await merge('青少年宫甲', '市妇联');
    expect(await results()).toEqual(before);
  });
});

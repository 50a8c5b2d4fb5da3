import { createClient, type Client } from '@kepu/api-client';
import type { ConsultationAnswer, Plan, ProposalAnswer, ProposalCall } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { xlsxFile } from '@kepu/breakdown/testing';
import ExcelJS from 'exceljs';
import { newPerson } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { textOf } from './marking.js';
import { allItems, commit, refusal, textPaper, unitIds, until } from './papers.js';

const [farmers, league, homes] = ['农民科学素质行动', '科普人才队伍工程建设', '社区科普益民工程建设'];
const earlier = [['团市委', farmers, '全年培训青年农民 200 人次，办好田间学校。'], ['团市委', league, '组织大学生志愿者开展科普宣讲活动。'], ['市妇联', farmers, '举办女能手科技培训班 3 期。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。']];
const YEAR = 2032;

eachDatabase('the year before the paper', (database) => {
  let server: TestServer;
  let [office, youth, women, approver, publisher, county, leader]: Client[] = [];
  let reader: Client;
  let units: ReadonlyMap<string, string>;
  let today: string;
  let call: ProposalCall;
  let plan: Plan;
  const of = <T>(value: T | undefined | null): T => { if (value === undefined || value === null) throw new Error('Nothing is there'); return value; };
  const unit = (name: string): string => of(units.get(name));
  const code = async (pending: Promise<unknown>) => (await refusal(pending)).code;
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const told = async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind).map(({ link }) => link);
  const answerOf = async (client: Client | undefined, name: string): Promise<ProposalAnswer> => of(client).getProposalAnswer({ params: { id: of((await of(client).listProposalAnswers({ params: { id: call.id } })).data.find((row) => row.unit.name === name)).id } });
  const commentsOf = async (client: Client | undefined, id: string, name: string): Promise<ConsultationAnswer> => of(client).getConsultationAnswer({ params: { id: of((await of(client).listConsultationAnswers({ params: { id } })).data.find((row) => row.unit.name === name)).id } });
  const bytesOf = async (path: string, as: string) => { const answer = await server.fetch(`/api/v1${path}`, { as }); return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }; };
  const issue = async (one: Plan) => of(office).issuePlan(at(await of(office).updatePlan({ params: { id: one.id }, body: { version: one.version, docNumber: `温全科样〔${one.year}〕1号`, issuedOn: `${one.year}-03-27` } })));

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, youth, women, approver, publisher, county, leader] = await Promise.all(['office', 'liaison', 'liaison-women', 'approver', 'publisher', 'county', 'leader'].map((name) => server.client(name)));
    reader = createClient({ baseUrl: server.url, headers: { cookie: (await newPerson(server, of(office), 'inspector@demo.kepu', { role: 'reader' })).cookie } });
    today = (await of(office).getSession()).today;
    units = await unitIds(of(office));
    await issue(await commit(of(office), textPaper(YEAR - 1, earlier), `${YEAR - 1}.txt`));
  });

  it('begins with a call to those whom the newest paper names, and their liaisons are told', async () => {
    for (const client of [youth, approver, county, leader, reader]) expect(await code(of(client).createProposalCall({ body: { year: YEAR, title: '征集', dueOn: addDays(today, 3) } }))).toBe('auth.forbidden');
    expect(await code(of(office).createProposalCall({ body: { year: YEAR, title: '征集', dueOn: addDays(today, 3), unitIds: ['0197a3f0-0000-7000-8000-000000000000'] } }))).toBe('reference.not_found');
    call = await of(office).createProposalCall({ body: { year: YEAR, title: `${YEAR}年任务建议`, note: '每单位报 3—5 项。', dueOn: addDays(today, 2) } });
    expect(call).toMatchObject({ state: 'open', importId: null, counts: { units: 2, submitted: 0, none: 0, late: 0, overdue: 0, proposals: 0 } });
    expect(await until(() => told(youth, 'proposal_call_opened'), (seen) => seen.length > 0)).toEqual([`/proposal-calls/${call.id}`]);
    for (const client of [leader, reader]) expect((await of(client).getProposalCall({ params: { id: call.id } })).counts.units).toBe(2);
    for (const client of [youth, approver, publisher]) expect((await of(client).listProposalAnswers({ params: { id: call.id } })).data.map((row) => row.unit.name)).toEqual(['团市委']);
    expect(await code(of(county).getProposalCall({ params: { id: call.id } }))).toBe('resource.not_found');
    expect((await of(county).listProposalCalls()).data).toEqual([]);
    expect((await of(youth).getDesk()).drafting).toMatchObject({ count: 1, first: [{ kind: 'proposal', title: call.title, unit: { name: '团市委' }, overdue: false }] });
    expect((await of(office).getDesk()).drafting).toBeNull();
  });

  it('moves its last day on only, and of two changes at once, one is made', async () => {
    expect(await refusal(of(office).updateProposalCall({ params: { id: call.id }, body: { version: call.version, dueOn: addDays(today, 1) } }))).toMatchObject({ code: 'drafting.day_earlier', params: { day: call.dueOn } });
    const changed = await of(office).updateProposalCall({ params: { id: call.id }, body: { version: call.version, dueOn: addDays(today, 3), title: `${YEAR}年任务建议征集` } });
    expect(await code(of(office).updateProposalCall({ params: { id: call.id }, body: { version: call.version, note: '旧' } }))).toBe('version.stale');
    call = changed;
  });

  it('lets a unit take over its items of the newest plan, write its own, and hand in; nobody reads it before', async () => {
    let own = await answerOf(youth, '团市委');
    expect(own).toMatchObject({ state: 'draft', proposals: [], earlier: { year: YEAR - 1, items: 2 }, may: { write: true, submit: true } });
    for (const client of [office, approver, reader]) expect(await code(of(client).saveProposalAnswer({ params: { id: own.id }, body: { version: own.version, proposals: [] } }))).toBe('auth.forbidden');
    expect(await code(of(women).getProposalAnswer({ params: { id: own.id } }))).toBe('resource.not_found');
    expect(await code(of(women).submitProposalAnswer(at(own)))).toBe('resource.not_found');
    expect(await code(of(youth).submitProposalAnswer(at(own)))).toBe('proposal_answer.empty');
    own = await of(youth).copyEarlierItems(at(own));
    expect(own.proposals.map(({ text, copied, measure }) => [text, copied, measure])).toEqual([[earlier[0]?.[2], true, '200 人次'], [earlier[1]?.[2], true, null]]);
    // Twice is once.
    own = await of(youth).copyEarlierItems(at(own));
    const [first, second] = own.proposals;
    const kept = ({ programme, text, dueText, measure, note, copied }: ProposalAnswer['proposals'][number]) => ({ programmeId: programme.id, text, dueText, measure, note, copied });
    const stale = own.version;
    own = await of(publisher).saveProposalAnswer({ params: { id: own.id }, body: { version: own.version, proposals: [
      kept(of(first)), kept(of(second)), { programmeId: of(second).programme.id, text: '建设青年科普空间 5 处。', dueText: '9月底前', measure: '5 处', note: '已列入经费' }, { programmeId: of(second).programme.id, text: '举办青年科普晚会。' },
    ] } });
    expect(await code(of(youth).saveProposalAnswer({ params: { id: own.id }, body: { version: stale, proposals: [] } }))).toBe('version.stale');
    expect(await code(of(youth).saveProposalAnswer({ params: { id: own.id }, body: { version: own.version, proposals: [{ programmeId: call.id, text: '无此项目' }] } }))).toBe('reference.not_found');
    expect(await code(of(youth).declineProposalAnswer(at(own)))).toBe('proposal_answer.not_empty');
    expect(await code(of(publisher).submitProposalAnswer(at(own)))).toBe('auth.forbidden');
    for (const client of [office, leader, reader]) {
      expect((await answerOf(client, '团市委')).proposals).toEqual([]);
      expect((await of(client).listProposals({ params: { id: call.id } })).data).toEqual([]);
      expect((await of(client).listProposalAnswers({ params: { id: call.id } })).data.find((row) => row.unit.name === '团市委')?.proposals).toBe(0);
    }
    own = await of(approver).submitProposalAnswer(at(own));
    expect(own).toMatchObject({ state: 'submitted', late: false, overdue: false });
    own = await of(youth).recallProposalAnswer(at(own));
    expect(await of(youth).submitProposalAnswer(at(own))).toMatchObject({ state: 'submitted' });
    expect((await of(office).getProposalCall({ params: { id: call.id } })).counts).toMatchObject({ submitted: 1, proposals: 4, undecided: 4 });
  });

  it('takes “nothing to propose” for an answer; what comes after the last day is marked, not refused', async () => {
    const given = await answerOf(women, '市妇联');
    await server.control.clock({ shiftTo: `${addDays(call.dueOn, 1)}T01:00:00.000Z` });
    try {
      expect((await of(office).getProposalCall({ params: { id: call.id } })).counts).toMatchObject({ overdue: 1, late: 0 });
      const none = await of(women).declineProposalAnswer(at(given));
      expect(none).toMatchObject({ state: 'none', late: true });
      expect(await of(women).recallProposalAnswer(at(none))).toMatchObject({ state: 'draft', late: false });
    } finally {
      await server.control.clock({ reset: true });
    }
    expect(await of(women).declineProposalAnswer(at(await answerOf(women, '市妇联')))).toMatchObject({ state: 'none', late: false });
    expect((await of(office).getProposalCall({ params: { id: call.id } })).counts).toMatchObject({ units: 2, submitted: 1, none: 1, late: 0, overdue: 0 });
  });

  it('is decided by the office, with words and reasons, and units are told once the call is closed', async () => {
    expect(await code(of(office).makeProposalPaper({ params: { id: call.id } }))).toBe('proposal_call.nothing_adopted');
    const { data } = await of(office).listProposals({ params: { id: call.id }, query: { decision: 'open' } });
    const decide = (index: number, body: Omit<Parameters<Client['decideProposal']>[0]['body'], 'version'>, client = office) => of(client).decideProposal({ params: { id: of(data[index]).id }, body: { version: of(data[index]).version, ...body } });
    for (const client of [youth, approver, county, leader, reader]) expect(await code(decide(0, { decision: 'adopted' }, client))).toBe('auth.forbidden');
    for (const body of [{ decision: 'partly' as const }, { decision: 'refused' as const }]) expect(await code(decide(0, body))).toBe('input.invalid');
    expect((await decide(0, { decision: 'partly', text: '全年培训青年农民 150 人次。', reason: '经费有限' })).verdict).toMatchObject({ decision: 'partly', text: '全年培训青年农民 150 人次。', reason: '经费有限' });
    expect(await code(decide(0, { decision: 'adopted' }))).toBe('version.stale');
    await decide(1, { decision: 'adopted' });
    await decide(2, { decision: 'adopted', text: '不用的文字' });
    await decide(3, { decision: 'refused', reason: '与科普工作关系不大' });
    expect((await of(office).listProposals({ params: { id: call.id }, query: { decision: 'adopted' } })).data.map((one) => one.verdict?.text)).toEqual([null, null]);
    const own = await answerOf(youth, '团市委');
    expect(own.proposals.map(({ verdict }) => verdict)).toEqual([null, null, null, null]);
    expect(await code(of(youth).recallProposalAnswer(at(own)))).toBe('drafting.decided');
    const { bytes } = await bytesOf(`/proposal-calls/${call.id}/proposals.xlsx`, 'office');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(book.worksheets[0]?.rowCount).toBe(6);
    expect(textOf(bytes)).toContain('与科普工作关系不大');
    call = await of(office).closeProposalCall(at(call));
    expect((await answerOf(youth, '团市委')).proposals.map(({ verdict }) => verdict?.decision)).toEqual(['partly', 'adopted', 'adopted', 'refused']);
    expect(await code(of(women).recallProposalAnswer(at(await answerOf(women, '市妇联'))))).toBe('lifecycle.not_allowed');
    call = await of(office).reopenProposalCall(at(call));
    call = await of(office).closeProposalCall(at(call));
  });

  it('becomes a paper of what was adopted, which goes the way of every paper', async () => {
    for (const client of [youth, leader, reader]) expect(await code(of(client).makeProposalPaper({ params: { id: call.id } }))).toBe('auth.forbidden');
    const preview = await of(office).makeProposalPaper({ params: { id: call.id } });
    if (!('items' in preview)) throw new Error('The paper is still being read');
    expect(preview).toMatchObject({ state: 'ready', summary: { units: 1, programmes: 2, items: 3, targets: 2, warnings: 0 }, paper: { year: YEAR } });
    expect(preview.items.map(({ text, due, responsible }) => [text, due, responsible[0]?.unitId])).toEqual([
      ['全年培训青年农民 150 人次。', null, unit('团市委')], [earlier[1]?.[2], null, unit('团市委')], ['建设青年科普空间 5 处。', { text: '9月底前', date: `${YEAR}-09-30` }, unit('团市委')],
    ]);
    expect((await of(office).getProposalCall({ params: { id: call.id } })).importId).toBe(preview.id);
    expect((await of(office).listPlans({ query: { year: YEAR } })).total).toBe(0);
    await of(office).discardPlanImport({ params: { id: preview.id } });
  });

  it('lays the draft before its units: each reads its own items, on this way only', async () => {
    plan = await commit(of(office), textPaper(YEAR, [...earlier, ['团市委、市妇联', homes, '依托社区办好青年家庭科学课。']]), `${YEAR}.txt`);
    for (const client of [youth, county, leader, reader]) expect(await code(of(client).createConsultation({ params: { id: plan.id }, body: { dueOn: addDays(today, 7) } }))).toBe('auth.forbidden');
    const consultation = await of(office).createConsultation({ params: { id: plan.id }, body: { dueOn: addDays(today, 7), note: '请逐项核对。' } });
    expect(consultation).toMatchObject({ plan: { id: plan.id }, year: YEAR, state: 'open', openedOn: today, counts: { units: 2, submitted: 0, comments: 0 } });
    expect(await code(of(office).createConsultation({ params: { id: plan.id }, body: { dueOn: addDays(today, 7) } }))).toBe('consultation.open');
    expect(await until(() => told(women, 'consultation_opened'), (seen) => seen.length > 0)).toEqual([`/consultations/${consultation.id}`]);
    const own = await commentsOf(women, consultation.id, '市妇联');
    expect(own.lines.map(({ seq, text, stance }) => [seq, text, stance])).toEqual([[3, earlier[2]?.[2], null], [4, earlier[3]?.[2], null], [5, '依托社区办好青年家庭科学课。', null]]);
    expect(own.missing).toBe(3);
    // Nothing else of the draft is theirs.
    const items = await allItems(of(office), plan.id);
    for (const client of [women, youth, county, leader]) {
      expect((await of(client).listPlans({ query: { year: YEAR } })).data).toEqual([]);
      expect(await code(of(client).getPlan({ params: { id: plan.id } }))).toBe('resource.not_found');
      expect(await code(of(client).listItems({ params: { id: plan.id } }))).toBe('resource.not_found');
      expect(await code(of(client).getItem({ params: { id: of(items[2]).id } }))).toBe('resource.not_found');
    }
    expect((await bytesOf(`/plans/${plan.id}/paper.docx`, 'liaison-women')).status).toBe(404);
    const seen = JSON.stringify([own, await of(women).getConsultation({ params: { id: consultation.id } }), await of(women).listConsultationComments({ params: { id: consultation.id } }), await of(women).listAssignments({ query: { perPage: 200 } }), await of(women).listConsultations()]);
    for (const foreign of [0, 1]) expect([foreign, seen.includes(of(items[foreign]).id)]).toEqual([foreign, false]);
    expect(await code(of(youth).getConsultationAnswer({ params: { id: own.id } }))).toBe('resource.not_found');
    expect(await code(of(women).saveConsultationAnswer({ params: { id: own.id }, body: { version: own.version, comments: [{ itemId: of(items[0]).id, stance: 'agree' }] } }))).toBe('reference.not_found');
    expect(await code(of(county).getConsultation({ params: { id: consultation.id } }))).toBe('resource.not_found');
    expect((await of(women).getDesk()).drafting).toMatchObject({ count: 1, first: [{ kind: 'consultation', id: own.id }] });
    expect(await code(of(office).undoPlan(at(await of(office).getPlan({ params: { id: plan.id } }))))).toBe('consultation.open');
    expect(await code(issue(await of(office).getPlan({ params: { id: plan.id } })))).toBe('consultation.open');
  });

  it('hears them item by item, or in one tap, and puts other words into the draft where it agrees', async () => {
    const [consultation] = (await of(office).listConsultations({ query: { planId: plan.id, state: 'open' } })).data;
    const { id } = of(consultation);
    let own = await commentsOf(women, id, '市妇联');
    const [first, second] = own.lines;
    const save = (comments: Parameters<Client['saveConsultationAnswer']>[0]['body']['comments']) => of(women).saveConsultationAnswer({ params: { id: own.id }, body: { version: own.version, comments } });
    expect(await code(save([{ itemId: of(first?.itemId), stance: 'object' }]))).toBe('input.invalid');
    own = await save([{ itemId: of(first?.itemId), stance: 'suggest', text: '改为培训 5 期、不少于 300 人次' }, { itemId: of(second?.itemId), stance: 'object', text: '不属我单位职责' }]);
    expect(own.missing).toBe(1);
    expect(await refusal(of(women).submitConsultationAnswer(at(own)))).toMatchObject({ code: 'consultation_answer.incomplete', params: { count: 1 } });
    for (const client of [office, reader, leader]) {
      expect((await commentsOf(client, id, '市妇联')).lines.map(({ comment }) => comment)).toEqual([null, null, null]);
      expect((await of(client).listConsultationComments({ params: { id } })).data).toEqual([]);
    }
    own = await of(women).submitConsultationAnswer({ params: { id: own.id }, body: { version: own.version, restAgree: true } });
    expect(own).toMatchObject({ state: 'submitted', missing: 0, late: false });
    // No objection to all: one tap.
    expect(await of(youth).submitConsultationAnswer({ params: { id: (await commentsOf(youth, id, '团市委')).id }, body: { version: 1, restAgree: true } })).toMatchObject({ state: 'submitted', missing: 0 });
    const { data } = await of(office).listConsultationComments({ params: { id } });
    expect(data.map(({ seq, stance, unit: { name } }) => [seq, stance, name])).toEqual([[3, 'suggest', '市妇联'], [4, 'object', '市妇联']]);
    expect((await of(office).listConsultationComments({ params: { id }, query: { stance: 'agree' } })).total).toBe(4);
    const [suggested, objected] = [of(data[0]), of(data[1])];
    const decide = (one: typeof suggested, body: Omit<Parameters<Client['decideConsultationComment']>[0]['body'], 'version'>, client = office) => of(client).decideConsultationComment({ params: { id: one.id }, body: { version: one.version, ...body } });
    for (const client of [women, approver, county, leader, reader]) expect(await code(decide(suggested, { decision: 'adopted' }, client))).toBe('auth.forbidden');
    for (const body of [{ decision: 'refused' as const }, { decision: 'refused' as const, reason: '无', words: { itemVersion: 1, text: '改' } }]) expect(await code(decide(suggested, body))).toBe('input.invalid');
    expect(await code(decide(suggested, { decision: 'adopted', words: { itemVersion: 9, text: '改' } }))).toBe('version.stale');
    const words = '举办女能手科技培训班 5 期，培训不少于 300 人次。';
    const before = await of(office).getPlan({ params: { id: plan.id } });
    const decided = await decide(suggested, { decision: 'partly', reason: '期数采纳', words: { itemVersion: of(suggested.item).version, text: words } });
    expect(decided).toMatchObject({ itemText: earlier[2]?.[2], item: { text: words, version: 2 }, verdict: { decision: 'partly', reason: '期数采纳', text: words } });
    // What the words promise is read anew: targets, measures, the search, the paper, the history.
    const item = of((await of(office).listItems({ params: { id: plan.id }, query: { q: '300 人次' } })).data[0]);
    expect(item).toMatchObject({ id: suggested.item?.id, text: words, targets: [{ min: 5, unit: '期' }, { min: 300, max: null, unit: '人次' }] });
    expect((await of(office).listMeasures({ query: { itemId: item.id } })).data.map(({ min, unitOfMeasure }) => [min, unitOfMeasure]).sort()).toEqual([[300, '人次'], [5, '期']]);
    expect((await of(office).listItems({ params: { id: plan.id }, query: { q: 'nnskjpxb' } })).total).toBe(1);
    expect((await of(office).getPlan({ params: { id: plan.id } })).counts.targets).toBe(before.counts.targets + 1);
    expect((await of(office).getItemHistory({ params: { id: item.id } })).data[0]).toMatchObject({ action: 'item.reworded', before: { text: earlier[2]?.[2] }, after: { text: words } });
    expect(textOf((await bytesOf(`/plans/${plan.id}/paper.docx`, 'office')).bytes)).toContain('不少于 300 人次');
    expect(await code(of(women).recallConsultationAnswer(at(await commentsOf(women, id, '市妇联'))))).toBe('drafting.decided');
    expect((await commentsOf(women, id, '市妇联')).lines.map(({ verdict }) => verdict)).toEqual([null, null, null]);
    expect(await refusal(of(office).closeConsultation(at(of(consultation))))).toMatchObject({ code: 'consultation.undecided', params: { count: 1 } });
    await decide(objected, { decision: 'refused', reason: '三定方案已明确' });
    const closed = await of(office).closeConsultation(at(of(consultation)));
    expect(closed).toMatchObject({ state: 'closed', counts: { units: 2, submitted: 2, comments: 2, undecided: 0 } });
    expect(await until(() => told(women, 'consultation_closed'), (seen) => seen.length > 0)).toEqual([`/consultations/${id}`]);
    expect(await told(youth, 'consultation_closed')).toEqual([]);
    expect((await commentsOf(women, id, '市妇联')).lines.map(({ verdict }) => verdict?.decision ?? null)).toEqual(['partly', 'refused', null]);
    expect(await code(decide({ ...objected, version: objected.version + 1 }, { decision: 'adopted' }))).toBe('lifecycle.not_allowed');
  });

  it('makes the table of comments, numbered in the log, and each gets what they see', async () => {
    const { id } = of((await of(office).listConsultations({ query: { planId: plan.id } })).data[0]);
    for (const format of ['xlsx', 'docx']) {
      const whole = textOf((await bytesOf(`/consultations/${id}/comments.${format}`, 'office')).bytes);
      for (const word of ['市妇联', '改为培训 5 期', '不属我单位职责', '三定方案已明确', '部分采纳', '未采纳', '无不同意见的单位：团市委']) expect([format, word, whole.includes(word)]).toEqual([format, word, true]);
      expect(textOf((await bytesOf(`/consultations/${id}/comments.${format}`, 'liaison')).bytes)).not.toContain('不属我单位职责');
      expect((await bytesOf(`/consultations/${id}/comments.${format}`, 'county')).status).toBe(404);
    }
  });

  it('keeps the leader’s sign-off with the draft: words stand from then on, and no unit reads the scan', async () => {
    const again = await of(office).createConsultation({ params: { id: plan.id }, body: { dueOn: addDays(today, 2) } });
    const scan = await of(office).createFile({ file: new Blob([Buffer.from('%PDF-1.4\n%%EOF\n')]), fileName: '审签单.pdf' });
    const body = { version: null, approver: '陈分管', signedOn: today, fileIds: [scan.id] };
    for (const client of [youth, county, leader, reader]) expect(await code(of(client).recordPlanApproval({ params: { id: plan.id }, body }))).toBe('auth.forbidden');
    expect(await of(office).getPlanApproval({ params: { id: plan.id } })).toEqual({ approval: null });
    const approval = await of(office).recordPlanApproval({ params: { id: plan.id }, body });
    expect(approval).toMatchObject({ approver: '陈分管', signedOn: today, files: [{ name: '审签单.pdf' }] });
    expect(await code(of(office).recordPlanApproval({ params: { id: plan.id }, body }))).toBe('version.stale');
    expect(await of(office).recordPlanApproval({ params: { id: plan.id }, body: { ...body, version: approval.version, approver: '陈副市长' } })).toMatchObject({ approver: '陈副市长', version: 2 });
    let own = await commentsOf(women, again.id, '市妇联');
    own = await of(women).saveConsultationAnswer({ params: { id: own.id }, body: { version: own.version, comments: [{ itemId: of(own.lines[0]?.itemId), stance: 'suggest', text: '再改一改' }] } });
    await of(women).submitConsultationAnswer({ params: { id: own.id }, body: { version: own.version, restAgree: true } });
    const comment = of((await of(office).listConsultationComments({ params: { id: again.id } })).data[0]);
    expect(await code(of(office).decideConsultationComment({ params: { id: comment.id }, body: { version: comment.version, decision: 'adopted', words: { itemVersion: of(comment.item).version, text: '改' } } }))).toBe('plan_approval.signed');
    expect(await of(office).closeConsultation({ params: { id: again.id }, body: { version: again.version, reason: '已审签，不再修改' } })).toMatchObject({ state: 'closed', closedReason: '已审签，不再修改' });
    expect(await code(of(office).createConsultation({ params: { id: plan.id }, body: { dueOn: addDays(today, 2) } }))).toBe('plan_approval.signed');
    // Who reads drafts reads it; once the plan is issued, who reads whole plans of the city.
    for (const as of ['liaison', 'liaison-women', 'county', 'leader', 'reader']) expect([as, as === 'reader' ? await code(reader.getPlanApproval({ params: { id: plan.id } })) : (await bytesOf(`/files/${scan.id}`, as)).status]).toEqual([as, as === 'reader' ? 'resource.not_found' : 404]);
    expect((await bytesOf(`/files/${scan.id}`, 'office')).status).toBe(200);
  });

  it('loses no comment when the draft is undone', async () => {
    const undone = await of(office).undoPlan(at(await of(office).getPlan({ params: { id: plan.id } })));
    expect(undone.state).toBe('ready');
    const kept = (await of(office).listConsultations()).data;
    expect(kept.map((one) => [one.plan, one.state, one.counts.comments])).toEqual([[null, 'closed', 1], [null, 'closed', 2]]);
    const { data } = await of(office).listConsultationComments({ params: { id: of(kept[1]).id } });
    expect(data.map(({ item, itemText, text }) => [item, itemText, text])).toEqual([[null, earlier[2]?.[2], '改为培训 5 期、不少于 300 人次'], [null, earlier[3]?.[2], '不属我单位职责']]);
    expect((await commentsOf(women, of(kept[1]).id, '市妇联')).lines).toHaveLength(3);
    plan = (await of(office).commitPlanImport({ params: { id: undone.id } })).plan;
    expect(await of(office).getPlanApproval({ params: { id: plan.id } })).toEqual({ approval: null });
    const scan = await of(office).createFile({ file: new Blob([Buffer.from(xlsxFile([{ name: '审签', rows: [['同意']] }]))]), fileName: '审签.xlsx' });
    await of(office).recordPlanApproval({ params: { id: plan.id }, body: { version: null, approver: '陈副市长', signedOn: today, fileIds: [scan.id] } });
    await of(office).removePlanApproval({ params: { id: plan.id } });
    await of(office).recordPlanApproval({ params: { id: plan.id }, body: { version: null, approver: '陈副市长', signedOn: today, fileIds: [scan.id] } });
    plan = await issue(await of(office).getPlan({ params: { id: plan.id } }));
    for (const client of [leader, reader]) expect((await of(client).getPlanApproval({ params: { id: plan.id } })).approval?.approver).toBe('陈副市长');
    for (const client of [youth, county]) expect(await code(of(client).getPlanApproval({ params: { id: plan.id } }))).toBe('resource.not_found');
    expect((await bytesOf(`/files/${scan.id}`, 'leader')).status).toBe(200);
    for (const as of ['liaison', 'county']) expect((await bytesOf(`/files/${scan.id}`, as)).status).toBe(404);
    expect(await code(of(office).removePlanApproval({ params: { id: plan.id } }))).toBe('lifecycle.not_allowed');
  });

  it('reminds two workdays before the last day those who have not answered, and follows a merger of units', async () => {
    const [one, two] = await Promise.all(['青少年宫甲', '青少年宫乙'].map((name) => of(office).createUnit({ body: { name, fullName: `温州市${name}`, kind: 'institution', divisionCode: '330300', parentId: unit('团市委') } })));
    const asked = await of(office).createProposalCall({ body: { year: YEAR + 1, title: '下一年征集', dueOn: addDays(today, 1), unitIds: [of(one).id, of(two).id, unit('市妇联')] } });
    const rows = (await of(youth).listProposalAnswers({ params: { id: asked.id } })).data;
    const programmeId = (await of(office).listProgrammes({ query: { perPage: 1 } })).data[0]?.id ?? '';
    for (const row of rows) {
      const answer = await of(youth).getProposalAnswer({ params: { id: row.id } });
      await of(youth).saveProposalAnswer({ params: { id: row.id }, body: { version: answer.version, proposals: [{ programmeId, text: `${row.unit.name}的建议` }] } });
    }
    await of(office).mergeUnit({ params: { id: of(one).id }, body: { version: of(one).version, successorId: of(two).id, on: today } });
    const left = (await of(youth).listProposalAnswers({ params: { id: asked.id } })).data;
    expect(left.map((row) => [row.unit.name, row.proposals])).toEqual([['青少年宫乙', 2]]);
    await server.control.clock({ shiftTo: `${addDays(today, 1)}T01:00:00.000Z` });
    try {
      expect(await until(() => told(women, 'proposal_call_due'), (seen) => seen.length > 0)).toEqual([`/proposal-calls/${asked.id}`]);
    } finally {
      await server.control.clock({ reset: true });
    }
  });
});

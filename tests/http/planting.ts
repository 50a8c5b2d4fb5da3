import { createClient, type Client } from '@kepu/api-client';
import { docxFile, wordParagraph, xlsxFile } from '@kepu/breakdown/testing';
import { consentVersions, type Activity, type File } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import type { TestServer } from '../support/server.js';
import { furnishActivities, guides, lecturer, shift, type ActivityRoom } from './activity-room.js';
import { Markers, type Visitor } from './marking.js';
import { plantAssessments } from './planting-assessments.js';
import { plantBatches } from './planting-batches.js';
import { plantBulletins } from './planting-bulletins.js';
import { plantComers } from './planting-comers.js';
import { plantCredentials } from './planting-credentials.js';
import { plantOrders } from './planting-orders.js';
import { plantPools } from './planting-pools.js';
import { plantTalks } from './planting-talks.js';
import { plantTeams } from './planting-teams.js';
import { codeIn, messagesTo, Visitor as Browser } from './sign-in-room.js';
import { allItems, commit, textPaper, until, upload } from './papers.js';
import type { Ground } from './walk.js';

const HOUR_MS = 3_600_000;
const county = '330302';
const password = 'Zq7kPassword7-Nanyan';

/** Whoever works for the unit that wrote it, or looks after all units of the city. */
const desk: readonly Visitor[] = ['league', 'office', 'reader'];
/** The same where people stand in it: the reader of the city is told of work, and not of persons. */
const desksOfPeople: readonly Visitor[] = ['league', 'office'];
/** Those who read an item of the paper: its unit, the city, and every county office, which was sent it. */
const readersOfItem: readonly Visitor[] = [...desk, 'county', 'home'];

/** A person who looks around. */
export interface Looker { readonly id: string; readonly cookie: string; readonly client: Client }
/** What was planted, and where. */
export interface Planted { readonly markers: Markers; readonly ground: Ground; readonly cookies: Readonly<Record<Visitor, string>>; /** What of the ground is a minor’s, or has a minor in it. */ readonly minors: Partial<Ground['ids']>; /** Who lives where `county` works, and is that office’s to freeze. */ readonly neighbour: string }

/** Plants words into every field that the contracts know, on a server of its own, and moves its clock behind a shift. `before`: what stands in front of each word. */
export const plant = async (server: TestServer, before?: string): Promise<Planted> => {
  const markers = new Markers(before);
  const room = await furnishActivities(server);
  const { office, league } = room;
  const look = (id: string, cookie: string): Looker => ({ id, cookie, client: createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } }) });
  const { consentVersion } = await office.getPublicDictionary();
  const profile = (given: { name: string; phone: string; bornOn: string }, countyCode = county) => ({
    ...given, countyCode, occupation: 'teacher' as const, unitId: null, topicIds: [room.term('topic', '科学实验与探究')], availability: '1'.repeat(21), travelLimit: 240, toIslands: true, toMountains: true,
  });
  const register = async (given: Parameters<typeof profile>[0], countyCode?: string): Promise<Looker> => {
    const answer = await server.fetch('/api/v1/volunteers', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...profile(given, countyCode), password, consent: consentVersion }) });
    if (!answer.ok) throw new Error(`Nobody was registered: ${await answer.text()}`);
    const { account } = (await answer.json()) as { account: { id: string } };
    return look(account.id, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  };
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const text = (content: string) => new Blob([Buffer.from(content)]);

  // People.
  markers.word('password', [], 'createVolunteer.password', 'changePassword.current', 'changePassword.next', 'createSession.password', 'deleteMyself.password', 'addSessionProof.password', 'setNewPassword.next');
  const owner = await register({
    name: markers.text('owner', ['owner', 'office', 'home', 'league', 'leader', 'reader'], 'createVolunteer.name'), bornOn: markers.day('ownerBorn', '1987-11-23', ['owner']),
    phone: markers.phone('ownerPhone', '13876540291', ['owner'], ['owner', 'office'], 'createVolunteer.phone', 'createSession.identifier'),
  });
  const leader = await register({ name: '带队人', phone: '13876540292', bornOn: '1980-04-05' });
  const stranger = await register({ name: '路过人', phone: '13876540293', bornOn: '1981-04-05' }, '330326');
  // Somebody signs in by a code, proves a password besides, sets a new one, and asks for another phone and address.
  const post = (body: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const forgetful = { name: '健忘的人', phone: '13876540294', bornOn: '1982-04-05' };
  const gone = await register(forgetful);
  const visitor = new Browser(server);
  const sent = await visitor.post('/session-challenges', { phone: forgetful.phone });
  await visitor.post(`/session-challenges/${String(sent.body['id'])}/answer`, { code: codeIn((await messagesTo(server, `+86${forgetful.phone}`))[0]) });
  await visitor.post('/session/proofs', { kind: 'password', password });
  await visitor.post('/me/new-password', { next: `${password}-2` });
  await visitor.post('/me/contact-challenges', { phone: markers.phone('newphone', '13612095487', [], [], 'createContactChallenge.phone') });
  await visitor.post('/me/contact-challenges', { email: `${markers.word('newmail', [], 'createContactChallenge.email')}@mail.example` });
  for (const body of [{ phone: markers.phone('askedphone', '13612095488', [], [], 'createSessionChallenge.phone'), purpose: 'register' }, { email: `${markers.word('askedmail', [], 'createSessionChallenge.email')}@mail.example` }]) {
    const answer = await server.fetch('/api/v1/session-challenges', post(body));
    if (!answer.ok) throw new Error(`Nothing was sent: ${await answer.text()}`);
  }
  const onBehalf = await office.createVolunteerOnBehalf({ body: {
    ...profile({
      name: markers.text('elder', ['elder', 'office', 'home', 'league', 'leader'], 'createVolunteerOnBehalf.name'), bornOn: markers.day('elderBorn', '1951-12-29', ['elder']),
      phone: markers.phone('elderPhone', '13698752046', ['elder'], ['elder', 'office'], 'createVolunteerOnBehalf.phone'),
    }),
    consentNote: markers.text('consent', ['office', 'home', 'elder'], 'createVolunteerOnBehalf.consentNote'),
  } });
  const { initialPassword } = await office.resetPassword({ params: { id: onBehalf.id } });
  const signIn = async (secret: string): Promise<string> => {
    const answer = await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: '13698752046', password: secret }) });
    if (!answer.ok) throw new Error(`The elder cannot sign in: ${await answer.text()}`);
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const elder = look(onBehalf.id, await signIn(initialPassword));
  await elder.client.changePassword({ body: { current: initialPassword, next: password } });
  const staff = await office.createAccount({ body: {
    name: '新来的同事', email: markers.email('email', [], ['office', 'reader'], 'createAccount.email'), phone: markers.phone('staffPhone', '13712083465', [], ['office', 'reader'], 'createAccount.phone'),
  } });
  const made = await office.createAccount({ body: { name: '鹿城县办', email: 'home@demo.kepu' } });
  await office.createGrant({ body: { accountId: made.id, role: 'county', scopeKind: 'division', scopeId: county } });
  const first = await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: 'home@demo.kepu', password: made.initialPassword }) });
  const home = look(made.id, first.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  await home.client.changePassword({ body: { current: made.initialPassword, next: password } });
  await office.createReveal({ params: { id: owner.id }, body: { field: 'phone', reason: markers.text('reveal', ['owner'], 'createReveal.reason') } });
  await office.exportVolunteers({ body: { countyCode: county, purpose: 'contact', reason: markers.text('export', ['owner', 'elder', 'leader'], 'exportVolunteers.reason') } });
  // Who they are, and whether their registrations hold.
  const deciding: readonly Visitor[] = ['office', 'home'];
  await owner.client.giveMyRealName({ body: { number: markers.phone('ownerDocument', '990203198711233173', [], [], 'giveMyRealName.number') } });
  await leader.client.giveMyRealName({ body: { number: '990205198004053176' } });
  await office.giveRealName({ params: { id: onBehalf.id }, body: { kind: 'id_card', number: markers.phone('elderDocument', '990204195112293177', [], [], 'giveRealName.number'), seen: markers.text('seen', ['elder'], 'giveRealName.seen') } });
  await office.freezeVolunteer({ params: { id: owner.id }, body: { reason: markers.text('frozen', [...deciding, 'owner'], 'freezeVolunteer.reason') } });
  await office.unfreezeVolunteer({ params: { id: owner.id }, body: { reason: markers.text('unfrozen', [...deciding, 'owner'], 'unfreezeVolunteer.reason') } });
  await office.voidVolunteer({ params: { id: gone.id }, body: { reason: markers.text('void', deciding, 'voidVolunteer.reason') } });
  const twin = await register({ name: '带队人', phone: '13876540295', bornOn: '1980-04-05' });
  await office.mergeVolunteers({ params: { id: leader.id }, body: { from: twin.id, fromVersion: 1, version: (await leader.client.getMyVolunteer()).version, reason: markers.text('merged', [...deciding, 'leader'], 'mergeVolunteers.reason') } });
  const lecturers = (await office.listPools()).data.find((pool) => pool.key === 'lecturers');
  const term = await office.createPoolTerm({ body: { poolId: lecturers?.id ?? '', volunteerId: owner.id } });
  const certified = await plantCredentials(office, owner.client, markers);
  const member = async (name: string, phone: string) => (await office.createVolunteerOnBehalf({ body: { ...profile({ name, phone, bornOn: '1983-04-05' }), unitId: room.unitId, consentNote: '当面同意' } })).id;
  const pooled = await plantPools({ office, home: home.client, league, owner, members: [await member('青年甲', '13876540297'), await member('青年乙', '13876540298')] }, markers);
  const ordered = await plantOrders({ office, home: home.client, anyone: room.anyone, owner, topicId: room.term('topic', '科学实验与探究'), audienceId: room.term('audience', '社区居民'), poolId: lecturers?.id ?? '' }, markers);
  const talks = await plantTalks(office, owner, lecturers?.id ?? '', markers);
  const teamed = await plantTeams({ room, owner, leader }, markers);
  const { today } = await office.getSession();
  await office.endPoolTerm({ params: { id: term.id }, body: { on: today, reason: markers.text('poolend', ['office', 'home', 'owner'], 'endPoolTerm.reason') } });

  // Papers: one that is issued to the league, one that is a draft, one that is not even that, and one that is closed.
  const officeOnly: readonly Visitor[] = ['office'];
  /** Those whose draft is laid before them, and who reads what is said of it. */
  const consulted: readonly Visitor[] = [...desk, 'women'];
  const plan = await commit(office, textPaper(2016, [
    ['团市委', '农民科学素质行动', `${markers.text('item', readersOfItem, 'createPlanImport.file', 'correctImportItem.text')}，培训青年农民。`], ['团市委', '科普人才队伍工程建设', '开展大学生志愿者活动。'], ['市妇联', '农民科学素质行动', '举办女能手培训。'],
  ]), '2016.txt');
  const numbered = await office.updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2016〕1号', issuedOn: '2016-03-02' } });
  await office.issuePlan(at(numbered));
  const draftImport = await upload(office, textPaper(2015, [['市妇联', '农民科学素质行动', `${markers.text('draftitem', officeOnly, 'pastePlanImport.text', 'pastePlanImport.html')}。`], ['团市委', '农民科学素质行动', '办好青年科普讲堂。'], ['市科协', '农民科学素质行动', '培训农村实用人才 60 人次。'], ['市教育局', '农民科学素质行动', '培训农村实用人才 50 人次。']]), `2015${markers.text('paper', officeOnly, 'pastePlanImport.title')}.txt`);
  const draftPlan = (await office.commitPlanImport({ params: { id: draftImport.id } })).plan;
  // One word for the city's draft from a paper and for the one by hand: the same people read both.
  const issuerWord = markers.text('issuer', officeOnly, 'updatePlan.issuer', 'updatePlanImport.paper.issuer', 'createPlan.title', 'createPlan.docNumber', 'createPlan.issuer', 'createItems.items.text', 'updateItem.text');
  await office.updatePlan({ params: { id: draftPlan.id }, body: {
    version: draftPlan.version, docNumber: markers.text('docnumber', officeOnly, 'updatePlan.docNumber', 'updatePlanImport.paper.docNumber'), issuer: issuerWord,
    title: markers.text('plantitle', consulted, 'updatePlan.title', 'updatePlanImport.paper.title'),
  } });
  const preview = await upload(office, textPaper(2014, [['一个没人认识的单位', '农民科学素质行动', '办好讲座 5 场。']]), '2014.txt');
  await office.correctImportItem({ params: { id: preview.id, position: 1 }, body: {
    version: preview.version, due: { text: markers.text('duetext', officeOnly, 'correctImportItem.due.text'), date: null },
    targets: [{ raw: markers.text('target', officeOnly, 'correctImportItem.targets.raw'), min: 5, max: null, approx: false, unit: markers.text('iunit', officeOnly, 'correctImportItem.targets.unit') }],
  } });
  // Draft of a joint task, whose name is nobody else's before the paper is issued.
  const [jointOne, jointTwo] = await allItems(office, draftPlan.id);
  const drafted = await office.createJointGroup({ params: { id: draftPlan.id }, body: {
    name: markers.text('jointname', officeOnly, 'createJointGroup.name'), leadUnitId: room.womenId, parts: [jointOne, jointTwo].map((one) => ({ itemId: one?.id ?? '', clause: one?.text ?? '' })),
  } });
  const jointGroup = await office.updateJointGroup({ params: { id: drafted.id }, body: { version: drafted.version, name: markers.text('jointrename', officeOnly, 'updateJointGroup.name') } });
  const [overlap] = (await office.listMeasureOverlaps({ params: { id: draftPlan.id } })).data;
  await office.separateMeasures({ params: { id: draftPlan.id }, body: { measureIds: [overlap?.measures[0].id ?? '', overlap?.measures[1].id ?? ''], reason: markers.text('apart', officeOnly, 'separateMeasures.reason') } });
  const old = await commit(office, textPaper(2013, [['团市委', '农民科学素质行动', '办好讲座。']]), '2013.txt');
  const oldNumbered = await office.updatePlan({ params: { id: old.id }, body: { version: old.version, docNumber: '温全科样〔2013〕1号', issuedOn: '2013-03-02' } });
  await office.issuePlan(at(oldNumbered));
  // Its second edition is in force, and one of the league's paper is still being compared.
  const compared = async (year: number, rows: readonly (readonly string[])[]) => {
    const paper = await upload(office, textPaper(year, rows), `${year}-2.txt`);
    return office.createPlanRevision({ params: { id: paper.id }, body: { version: paper.version } });
  };
  const second2013 = await compared(2013, [['团市委', '农民科学素质行动', '办好讲座和展览。']]);
  const numbered2013 = await office.updatePlanRevision({ params: { id: second2013.id }, body: { version: second2013.version, docNumber: '温全科样〔2013〕2号', issuedOn: '2013-07-02' } });
  await office.issuePlanRevision(at(numbered2013));
  const open2016 = await compared(2016, [['团市委', '科普人才队伍工程建设', '开展大学生志愿者活动。'], ['市妇联', '农民科学素质行动', '举办女能手培训和竞赛。']]);
  const comparison = await office.updatePlanRevision({ params: { id: open2016.id }, body: { version: open2016.version, docNumber: markers.text('editionnumber', officeOnly, 'updatePlanRevision.docNumber'), title: markers.text('editiontitle', officeOnly, 'updatePlanRevision.title') } });
  await office.closePlan(because(await office.getPlan({ params: { id: old.id } }), '年度结束'));

  const items = await allItems(office, plan.id);
  const [ours, second] = items;
  if (!ours || !second) throw new Error('The paper has no items');
  const assignments = (await league.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data;
  const assignmentOf = (itemId: string) => assignments.find((row) => row.item.id === itemId) ?? { id: '', version: 0 };
  const asked = await league.askAboutAssignment({ params: { id: assignmentOf(ours.id).id }, body: { version: assignmentOf(ours.id).version, text: markers.text('question', desk, 'askAboutAssignment.text') } });
  await office.answerAssignment({ params: { id: asked.id }, body: { version: asked.version, text: markers.text('answer', desk, 'answerAssignment.text') } });
  await league.signAssignments({ body: { ids: [assignmentOf(second.id).id] } });

  // The year before the paper: proposed by the league, said of a draft of the two units, signed by a leader.
  const call = await office.createProposalCall({ body: { year: 2017, title: markers.text('calltitle', desk, 'createProposalCall.title'), note: markers.text('callnote', desk, 'createProposalCall.note'), dueOn: '2099-01-10', unitIds: [room.unitId] } });
  const [asking] = (await league.listProposalAnswers({ params: { id: call.id } })).data;
  const proposed = await league.saveProposalAnswer({ params: { id: asking?.id ?? '' }, body: { version: 1, proposals: [{
    programmeId: ours.programme.id, text: markers.text('proposal', desk, 'saveProposalAnswer.proposals.text'), dueText: markers.text('proposaldue', desk, 'saveProposalAnswer.proposals.dueText'), measure: markers.text('proposalmeasure', desk, 'saveProposalAnswer.proposals.measure'), note: markers.text('proposalnote', desk, 'saveProposalAnswer.proposals.note'),
  }] } });
  const [proposal] = (await league.submitProposalAnswer(at(proposed))).proposals;
  await office.decideProposal({ params: { id: proposal?.id ?? '' }, body: { version: proposal?.version ?? 0, decision: 'partly', text: markers.text('proposalwords', ['office', 'reader'], 'decideProposal.text'), reason: markers.text('proposalreason', ['office', 'reader'], 'decideProposal.reason') } });
  const consultation = await office.createConsultation({ params: { id: draftPlan.id }, body: { dueOn: '2099-02-10', note: markers.text('consultnote', consulted, 'createConsultation.note') } });
  const answers = (await office.listConsultationAnswers({ params: { id: consultation.id } })).data;
  const answering = await league.getConsultationAnswer({ params: { id: answers.find((row) => row.unit.id === room.unitId)?.id ?? '' } });
  await league.submitConsultationAnswer(at(await league.saveConsultationAnswer({ params: { id: answering.id }, body: { version: answering.version, comments: [{ itemId: answering.lines[0]?.itemId ?? '', stance: 'suggest', text: markers.text('comment', desk, 'saveConsultationAnswer.comments.text') }] } })));
  const [comment] = (await office.listConsultationComments({ params: { id: consultation.id } })).data;
  await office.decideConsultationComment({ params: { id: comment?.id ?? '' }, body: { version: comment?.version ?? 0, decision: 'adopted', reason: markers.text('commentreason', desk, 'decideConsultationComment.reason'), words: { itemVersion: comment?.item?.version ?? 0, text: markers.text('commentwords', desk, 'decideConsultationComment.words.text') } } });
  await office.closeConsultation(because(await office.getConsultation({ params: { id: consultation.id } }), markers.text('consultclose', consulted, 'closeConsultation.reason')));
  const scanned = await office.createFile({ file: text('审签'), fileName: `${markers.word('scanname', officeOnly)}.txt` });
  await office.recordPlanApproval({ params: { id: draftPlan.id }, body: { version: null, approver: markers.text('signer', officeOnly, 'recordPlanApproval.approver'), note: markers.text('signnote', officeOnly, 'recordPlanApproval.note'), signedOn: '2015-03-01', fileIds: [scanned.id] } });

  // Reports: written by the league, sent back inside it, given back by the office, locked, and a correction refused.
  const unitApprover = await server.client('approver');
  const leagueId = assignments[0]?.unit.id ?? '';
  const reportPeriod = await office.createReportPeriod({ params: { id: plan.id }, body: {
    kind: 'month', from: '2016-03-01', to: '2016-03-31', opensOn: '2016-03-25', dueOn: '2099-04-05', unitIds: [leagueId], name: markers.text('periodname', desk, 'createReportPeriod.name'),
  } });
  const begun = await league.beginUnitReport({ params: { id: reportPeriod.id }, body: { unitId: leagueId } });
  const written = await league.saveUnitReport({ params: { id: begun.id }, body: { version: begun.version, restNothingNew: true, entries: [{
    itemId: ours.id, progress: markers.text('progress', desk, 'saveUnitReport.entries.progress'), problems: markers.text('problems', desk, 'saveUnitReport.entries.problems'), nextStep: markers.text('nextstep', desk, 'saveUnitReport.entries.nextStep'), nothingNew: false,
  }] } });
  const sentBack = await unitApprover.sendBackUnitReport(because(await league.handOverUnitReport(at(written)), markers.text('sentback', ['league', 'office'], 'sendBackUnitReport.reason')));
  const unitReport = await unitApprover.submitUnitReport(at(await league.handOverUnitReport(at(sentBack))));
  const handedBack = await office.returnUnitReport(because(unitReport, markers.text('unitreportback', desk, 'returnUnitReport.reason')));
  await office.lockReportPeriod(because(await office.getReportPeriod({ params: { id: reportPeriod.id } }), markers.text('periodlock', desk, 'lockReportPeriod.reason')));
  const correcting = await league.askReportCorrection(because({ id: handedBack.id, version: handedBack.version + 1 }, markers.text('correction', desk, 'askReportCorrection.reason')));
  const again = await league.askReportCorrection(because(await office.refuseReportCorrection(because(correcting, markers.text('uncorrected', desk, 'refuseReportCorrection.reason'))), '再次申请更正'));
  await office.endReportCorrection(because(await office.allowReportCorrection(at(again)), markers.text('correctionend', desk, 'endReportCorrection.reason')));
  // Other days and closing out: sent back inside the league, granted, refused, said by word of mouth; given back, closed out and opened again.
  const followed = async () => { const [row] = (await office.listAssignments({ query: { ids: assignmentOf(second.id).id } })).data; return { id: row?.id ?? '', version: row?.version ?? 0 }; };
  const adjust = async (reason: string, content: string | null = null) => {
    const row = await followed();
    return league.askAdjustment({ params: { id: row.id }, body: { version: row.version, kind: content === null ? 'extension' : 'content', day: '2099-01-31', reason, ...(content === null ? {} : { content }) } });
  };
  const unsent = await unitApprover.sendBackAdjustment(because(await adjust(markers.text('adjustunsent', ['league', 'office'])), markers.text('adjustback', ['league', 'office'], 'sendBackAdjustment.reason')));
  const grantable = await unitApprover.handInAdjustment(at(await adjust(markers.text('adjustreason', desk, 'askAdjustment.reason'), markers.text('adjustcontent', desk, 'askAdjustment.content'))));
  const granted = await office.grantAdjustment({ params: { id: grantable.id }, body: { version: grantable.version, note: markers.text('adjustgrant', desk, 'grantAdjustment.note'), day: '2099-01-20' } });
  const denied = await office.refuseAdjustment(because(await unitApprover.handInAdjustment(at(await adjust('再延一次'))), markers.text('adjustrefused', desk, 'refuseAdjustment.reason')));
  await office.enterOralAdjustment({ params: { id: plan.id }, body: { assignmentIds: [assignmentOf(second.id).id], saidBy: markers.text('saidby', desk, 'enterOralAdjustment.saidBy'), saidOn: '2016-05-01', text: markers.text('said', desk, 'enterOralAdjustment.text') } });
  const [oral] = (await office.listAdjustments({ query: { planId: plan.id, kind: 'oral' } })).data;
  await office.putAdjustmentInWriting({ params: { id: oral?.id ?? '' }, body: { version: oral?.version ?? 0, note: markers.text('written', desk, 'putAdjustmentInWriting.note') } });
  const askToClose = async (note: string, text: string) => {
    const row = await followed();
    return league.askCloseOut({ params: { id: row.id }, body: { version: row.version, note, explanations: (['signed', 'measures', 'evidence', 'reports', 'pending'] as const).map((point) => ({ point, text })) } });
  };
  const kept = await unitApprover.sendBackCloseOut(because(await askToClose('先看看', '说明'), markers.text('closeunsent', ['league', 'office'], 'sendBackCloseOut.reason')));
  const handedBackClose = await office.returnCloseOut(because(await unitApprover.handInCloseOut(at(await askToClose(markers.text('closenote', desk, 'askCloseOut.note'), markers.text('closewords', desk, 'askCloseOut.explanations.text')))), markers.text('closeback', desk, 'returnCloseOut.reason')));
  const toClose = await unitApprover.handInCloseOut(at(await askToClose('请销号', '说明')));
  const closed = await office.acceptCloseOut({ params: { id: toClose.id }, body: { version: toClose.version, note: markers.text('closeaccept', desk, 'acceptCloseOut.note') } });
  await office.reopenCloseOut(because(closed, markers.text('closereopened', desk, 'reopenCloseOut.reason')));
  // Lights: one by hand that ends again, and a unit that is chased. Those who see the item and not the light learn nothing of either.
  const lit = assignmentOf(ours.id).id;
  const expiresOn = addDays(today, 60);
  await office.setLight({ params: { id: lit }, body: { light: 'yellow', reason: markers.text('lightended', officeOnly, 'setLight.reason', 'setLights.reason'), expiresOn } });
  await office.endLightOverride({ params: { id: lit }, body: { reason: markers.text('lightend', officeOnly, 'endLightOverride.reason') } });
  await office.setLight({ params: { id: lit }, body: { light: 'yellow', reason: markers.text('lightset', ['league', 'office'], 'setLight.reason'), expiresOn } });
  const chased = await office.chaseUnits({ params: { id: plan.id }, body: { assignmentIds: [lit], words: markers.text('chasewords', ['league', 'office'], 'chaseUnits.words') } });
  // Letters: one that is replied to, given back, replied to again and closed; one that is escalated, turned down, and taken back.
  const head = await server.client('leader');
  const promptOf = async () => {
    const [draft] = (await office.createPrompts({ params: { id: plan.id }, body: { assignmentIds: [lit], replyBy: '2099-04-05' } })).data;
    if (!draft) throw new Error('No letter was written');
    return draft;
  };
  const replyTo = (one: { id: string; version: number }, reason: string, measures: string) => league.replyToPrompt({ params: { id: one.id }, body: { version: one.version, reason, measures } });
  const between: readonly Visitor[] = ['league', 'office'];
  const changed = await promptOf().then((draft) => office.updatePrompt({ params: { id: draft.id }, body: { version: draft.version, title: markers.text('prompttitle', between, 'updatePrompt.title'), text: markers.text('prompttext', between, 'updatePrompt.text', 'createPrompts.text') } }));
  const letter = await office.sendPrompt({ params: { id: changed.id }, body: { version: changed.version, number: markers.text('promptnumber', between, 'sendPrompt.number', 'updatePrompt.number') } });
  const answered = await replyTo(letter, markers.text('replyreason', between, 'replyToPrompt.reason'), markers.text('replymeasures', between, 'replyToPrompt.measures'));
  const toReply = await office.returnPromptReply(because(answered, markers.text('replyback', between, 'returnPromptReply.reason')));
  const anew = await replyTo(toReply, '再次回复', '已安排');
  await office.acceptPromptReply({ params: { id: anew.id }, body: { version: anew.version, note: markers.text('replynote', between, 'acceptPromptReply.note') } });
  const unanswered = await promptOf();
  const order = await office.escalatePrompt(because(await office.sendPrompt({ params: { id: unanswered.id }, body: { version: unanswered.version, number: '样函2号' } }), markers.text('escalated', between, 'escalatePrompt.reason')));
  const refusedOrder = await head.turnPromptDown(because(await office.requestPromptApproval(at(order)), markers.text('turneddown', officeOnly, 'turnPromptDown.reason')));
  const readyOrder = await head.approvePrompt(at(await office.requestPromptApproval(at(refusedOrder))));
  await office.withdrawPrompt(because(await office.sendPrompt({ params: { id: order.id }, body: { version: readyOrder.version, number: '样督1号' } }), markers.text('promptgone', between, 'withdrawPrompt.reason')));
  // Collections of the one unit: one that is answered, given back inside and by the office, and is a draft again; one that was taken back; and a copy that nobody is asked yet.
  const designed = await office.createCollection({ body: {
    title: markers.text('collectiontitle', desk, 'createCollection.title'), note: markers.text('collectionnote', desk, 'createCollection.note'), dueOn: '2099-04-05', audience: { unitIds: [room.unitId] }, fields: [{
      label: markers.text('collectionlabel', desk, 'createCollection.fields.label'), type: 'text', help: markers.text('collectionhelp', desk, 'createCollection.fields.help'), unitOfMeasure: markers.text('cunit', desk, 'createCollection.fields.unitOfMeasure'),
      options: [markers.text('collectionoption', desk, 'createCollection.fields.options')], personalReason: markers.text('collectionwhy', desk, 'createCollection.fields.personalReason'),
    }],
  } });
  const collecting = await office.openCollection(at(designed));
  const [toFill] = (await league.listCollectionAnswers({ params: { id: collecting.id } })).data;
  const column = collecting.fields[0]?.key ?? '';
  const fill = (one: { id: string; version: number }, words: string) => league.saveCollectionAnswer({ params: { id: one.id }, body: { version: one.version, none: false, rows: [{ [column]: words }] } });
  const filledIn = await fill({ id: toFill?.id ?? '', version: toFill?.version ?? 0 }, '先写一句');
  const askedBack = await unitApprover.sendBackCollectionAnswer(because(await league.handOverCollectionAnswer(at(filledIn)), markers.text('collectioninside', ['league', 'office'], 'sendBackCollectionAnswer.reason')));
  const filledAgain = await unitApprover.submitCollectionAnswer(at(await league.handOverCollectionAnswer(at(askedBack))));
  await fill(await office.returnCollectionAnswer(because(filledAgain, markers.text('collectionback', desk, 'returnCollectionAnswer.reason'))), markers.text('collectiondraft', ['league']));
  await office.chaseCollection({ params: { id: collecting.id }, body: { words: markers.text('collectionwords', ['league', 'office'], 'chaseCollection.words') } });
  const droppedCopy = await office.openCollection(at(await office.copyCollection({ params: { id: collecting.id }, body: { title: '撤回的摸底', dueOn: '2099-04-05' } })));
  const [handedRow] = (await league.listCollectionAnswers({ params: { id: droppedCopy.id } })).data;
  await unitApprover.submitCollectionAnswer(at(await league.handOverCollectionAnswer(at(await fill({ id: handedRow?.id ?? '', version: handedRow?.version ?? 0 }, markers.text('collectionrow', desk))))));
  await office.withdrawCollection(because({ id: droppedCopy.id, version: (await office.getCollection({ params: { id: droppedCopy.id } })).version }, markers.text('collectiongone', desk, 'withdrawCollection.reason')));
  const unsentCopy = await office.copyCollection({ params: { id: collecting.id }, body: { title: markers.text('collectioncopy', ['office'], 'copyCollection.title'), dueOn: '2099-04-05' } });
  const [signed] = (await office.listAssignments({ query: { ids: assignmentOf(second.id).id } })).data;
  await office.reopenAssignment({ params: { id: signed?.id ?? '' }, body: { version: signed?.version ?? 0, reason: markers.text('reopened', desk, 'reopenAssignment.reason') } });
  await office.recordSignOffs({ params: { id: plan.id }, body: { unitIds: [room.unitId], note: markers.text('inoa', desk, 'recordSignOffs.note') } });
  const { planVersion } = await office.suggestMeasures({ params: { id: plan.id } });
  await office.takeMeasures({ params: { id: plan.id }, body: { version: planVersion, measures: [{ itemId: ours.id, measure: {
    kind: 'qualitative', name: markers.text('bulkmeasure', readersOfItem, 'takeMeasures.measures.measure.name'), sources: ['documents'], unitOfMeasure: markers.text('bunit', readersOfItem, 'takeMeasures.measures.measure.unitOfMeasure'),
    demands: markers.text('bulkdemands', readersOfItem, 'takeMeasures.measures.measure.demands'),
  } }] } });
  const measure = await office.createMeasure({ params: { id: ours.id }, body: {
    kind: 'qualitative', name: markers.text('measure', readersOfItem, 'createMeasure.name'), sources: ['turnout', 'trained', 'volunteer_minutes'], unitOfMeasure: markers.text('munit', readersOfItem, 'createMeasure.unitOfMeasure'),
    demands: markers.text('demands', readersOfItem, 'createMeasure.demands'),
  } });
  await office.judgeMeasure({ params: { id: measure.id }, body: { version: measure.version, met: true, note: markers.text('judged', readersOfItem, 'judgeMeasure.note') } });

  // Work entries: a draft, one that came back, and one that counted and was taken back.
  const handIn = (client: Client, content: string, fileName: string): Promise<File> => client.createFile({ file: text(content), fileName });
  const loose = await handIn(league, markers.text('loose', ['league']), '无主.txt');
  const proof = await handIn(league, markers.text('proof', desk, 'createFile.file'), `${markers.text('proofname', desk)}.txt`);
  const work = (title: string) => ({ unitId: room.unitId, kind: 'competition' as const, title, quantity: 12, unitOfMeasure: '次', fromDay: '2016-04-05', toDay: '2016-04-06', serves: [{ itemId: ours.id }] });
  const draftWork = await league.createWorkEntry({ body: {
    ...work(markers.text('work', desk, 'createWorkEntry.title')), unitOfMeasure: markers.text('wunit', desk, 'createWorkEntry.unitOfMeasure'), place: markers.text('wplace', desk, 'createWorkEntry.place'),
    text: markers.text('wtext', desk, 'createWorkEntry.text'), fileIds: [proof.id],
    details: {
      channel: markers.text('channel', desk, 'createWorkEntry.details.channel'), link: `https://${markers.word('link', desk, 'createWorkEntry.details.link')}.example/`, level: markers.text('level', desk, 'createWorkEntry.details.level'),
      rounds: [{ stage: markers.text('stage', desk, 'createWorkEntry.details.rounds.stage'), entries: 3, awards: markers.text('awards', desk, 'createWorkEntry.details.rounds.awards') }],
      docNumber: markers.text('wnumber', desk, 'createWorkEntry.details.docNumber'), basis: markers.text('basis', desk, 'createWorkEntry.details.basis'),
    },
  } });
  const submittedWork = async (title: string) => {
    const entry = await league.createWorkEntry({ body: { ...work(title), kind: 'training', details: { days: 2 }, place: '团校', fileIds: [(await handIn(league, `签到表 ${title}`, '签到表.txt')).id] } });
    return league.submitWorkEntry(at(entry));
  };
  const returnedWork = await office.returnWorkEntry(because(await submittedWork(markers.text('returnedwork', desk)), markers.text('workback', desk, 'returnWorkEntry.reason')));
  const accepted = await office.acceptWorkEntry(at(await submittedWork(markers.text('accepted', readersOfItem))));
  const revoked = await office.revokeWorkEntry(because(accepted, markers.text('revoked', desk, 'revokeWorkEntry.reason')));

  // Activities: a draft, one under review, one that is held, and one to come.
  const words = (prefix: string, of: boolean): Parameters<ActivityRoom['draft']>[0] => {
    const field = (name: string, path: string) => markers.text(`${prefix}${name}`, desk, ...(of ? [`createActivity.${path}`] : []));
    return {
      title: field('title', 'title'), summary: field('summary', 'summary'), riskStatement: field('risk', 'riskStatement'), place: `${field('place', 'place')}，联系人 ${markers.phone(`${prefix}Contact`, of ? '13965438807' : '13965438808', desk, [])}`,
      shifts: [shift(60, { positions: [{ ...guides, name: field('position', 'shifts.positions.name'), requires: { note: field('require', 'shifts.positions.requires.note') } }] })], serves: [ours.id],
    };
  };
  const draft = await room.draft(words('draft', true));
  const review = await room.submitted(words('review', false));
  const serves = [ours.id];
  const beforeReturn = await room.submitted({ title: '青年科普进社区', serves, shifts: [shift(30, { positions: [{ ...guides, maximum: 9 }, lecturer] })] });
  const back = await office.returnActivity(because(beforeReturn, markers.text('returned', desk, 'returnActivity.reason')));
  const held = await office.approveActivity(at(await league.submitActivity(at(back))));
  const later = await room.open({ title: '以后的活动', serves, shifts: [shift(200, { positions: [guides] }), shift(224, { positions: [guides] })] });
  const positionOf = (activity: Activity, index = 0) => activity.shifts[index]?.positions.find((position) => position.role === 'guide')?.id ?? '';
  const shiftOf = (activity: Activity, index = 0) => activity.shifts[index]?.id ?? '';
  const signUp = (person: Looker, id: string, note: string | null = null) => person.client.createSignup({ params: { id }, body: { note } });
  const signup = await signUp(owner, positionOf(held), markers.text('note', [...desksOfPeople, 'owner'], 'createSignup.note'));
  const ofLeader = await signUp(leader, positionOf(held));
  for (const one of [signup, ofLeader]) await league.confirmSignup(at(one));
  const placement = await league.createPlacement({ params: { id: positionOf(held) }, body: { volunteerId: elder.id, note: markers.text('placed', [...desksOfPeople, 'elder'], 'createPlacement.note') } });
  const refused = await signUp(owner, positionOf(later));
  await league.refuseSignup(because(refused, markers.text('refused', [...desksOfPeople, 'owner'], 'refuseSignup.reason')));
  const withdrawn = await signUp(owner, positionOf(later, 1));
  await owner.client.withdrawSignup(because(withdrawn, markers.text('withdrawn', [...desksOfPeople, 'owner'], 'withdrawSignup.reason')));
  if ((await league.createPositionInvitations({ params: { id: positionOf(later) }, body: { volunteerIds: [elder.id] } })).sent.length !== 1) throw new Error('Nobody was invited');
  await league.setShiftLeader({ params: { id: shiftOf(held) }, body: { accountId: leader.id } });

  // Before the clock moves: bytes that are a day old by it are nobody's until their row is there.
  const page = await league.createFile({ file: new Blob([Buffer.from(docxFile(wordParagraph(markers.text('reportpage', desk)), { deflate: true }))]), fileName: `${markers.text('reportname', desk)}.docx` });

  const params = { id: shiftOf(held) };
  const mark = (kind: 'present' | 'left') => league.markAttendance({ params, body: { marks: [signup.id, ofLeader.id, placement.id].map((signupId) => ({ signupId, mark: kind })) } });
  await server.control.clock({ advanceMs: 30.2 * HOUR_MS });
  await mark('present');
  await server.control.clock({ advanceMs: 2 * HOUR_MS });
  await mark('left');
  await server.control.clock({ advanceMs: 13 * HOUR_MS });
  await ordered.rate();
  await league.confirmHours({ params, body: { rows: [{ signupId: signup.id, note: markers.text('hours', [...desk, 'owner'], 'confirmHours.rows.note') }, { signupId: placement.id }, { signupId: ofLeader.id }] } });
  const records = (await office.listServiceRecords({ query: { volunteerId: owner.id } })).data;
  await league.reverseServiceRecord({ params: { id: records[0]?.id ?? '' }, body: { reason: markers.text('corrected', [...desk, 'owner'], 'reverseServiceRecord.reason'), instead: { minutes: 60, ledger: 'volunteer' } } });
  const proven = await owner.client.createMyCertificate({ body: { unitId: room.unitId, from: '2010-01-01', to: '2099-12-31' } });

  const report = async () => {
    const { version } = await league.getActivity({ params: { id: held.id } });
    return league.reportActivity({ params: { id: held.id }, body: {
      version, shifts: held.shifts.map(({ id }) => ({ shiftId: id, held: true, turnout: 40, method: 'counted' })), text: closing, withoutPhoto, fileIds: [page.id],
    } });
  };
  const [closing, withoutPhoto] = [markers.text('closing', desk, 'reportActivity.text'), markers.text('nophoto', desk, 'reportActivity.withoutPhoto')];
  await office.returnActivityReport(because(await report(), markers.text('reportback', desk, 'returnActivityReport.reason')));
  await report();
  const { weights } = await office.getMatchingPrinciple();
  await office.createMatchingWeights({ body: { weights, note: markers.text('weights', ['league', 'women', 'county', 'home', 'office'], 'createMatchingWeights.note') } });

  // What is told to people leaves by a worker: all of it has to be there before anybody says that it is not.
  await until(() => owner.client.listNotices({ query: { perPage: 200 } }), ({ data }) => data.some(({ kind }) => kind === 'record_reversed'));
  await until(() => office.listNotices({ query: { perPage: 200 } }), ({ data }) => data.filter(({ kind }) => kind === 'report_submitted').length > 1);

  const comers = await plantComers({ office, league, anyone: room.anyone, unitId: room.unitId, county }, desksOfPeople, markers);
  // A family: the owner registers a child, which stands in lists by its surname, signs it up, and a clerk opens its record with somebody's approval.
  const family = await owner.client.registerChild({ body: {
    name: markers.text('child', ['owner', 'office'], 'registerChild.name'), bornOn: markers.day('childBorn', '2014-08-17', ['owner', 'office']), relation: 'mother', countyCode: county, consent: consentVersions.privacy, childConsent: consentVersions.child,
  } });
  const [child] = family.children;
  if (!child) throw new Error('The child is not there');
  await owner.client.giveMyChildRealName({ params: { id: child.id }, body: { number: markers.phone('childDocument', '990206201408173167', [], [], 'giveMyChildRealName.number') } });
  // Ten in the morning, ten days from the clock's present: no age is kept from it by the hour.
  const morning = new Date(Date.parse(`${(await office.getSession()).today}T02:00:00.000Z`) + 10 * 24 * HOUR_MS);
  const forMinors = await room.open({ title: '欢迎孩子的活动', serves, minors: true, shifts: [{ startsAt: morning.toISOString(), endsAt: new Date(morning.getTime() + 2 * HOUR_MS).toISOString(), positions: [guides] }] });
  const { hash } = await room.anyone.getRiskText({ params: { id: forMinors.id } });
  const ofChild = await owner.client.signUpChild({ params: { id: positionOf(forMinors) }, body: { childId: child.id, riskHash: hash, accompanies: true, note: markers.text('childnote', [...desksOfPeople, 'owner'], 'signUpChild.note') } });
  await owner.client.withdrawChildSignup(because(ofChild, markers.text('childleaves', [...desksOfPeople, 'owner'], 'withdrawChildSignup.reason')));
  const record = await office.askMinorRecord({ params: { id: child.id }, body: { reason: markers.text('record', ['office', 'owner', 'reader'], 'askMinorRecord.reason') } });
  const approver = await server.client('leader');
  await approver.approveMinorRecord({ params: { id: record.id }, body: { version: record.version } });
  await office.getMinorRecord({ params: { id: child.id } });
  const [word] = (await owner.client.listActivityConsents()).data;
  // A pupil who registered alone asks a guardian, and about an activity.
  const pupil = await register({ name: '小自立', phone: '13876540296', bornOn: '2010-09-19' });
  await pupil.client.askGuardian({ body: { name: markers.text('guardian', [], 'askGuardian.name'), phone: markers.phone('guardianPhone', '13822211087', [], [], 'askGuardian.phone'), relation: 'father' } });
  const said = await server.fetch('/api/v1/guardians', post({ name: markers.text('parent', ['office'], 'createGuardian.name'), bornOn: markers.day('parentBorn', '1979-10-23', []), phone: markers.phone('parentPhone', '13822211098', [], ['office'], 'createGuardian.phone'), password, consent: consentVersions.privacy }));
  if (!said.ok) throw new Error(`The guardian has no account: ${await said.text()}`);
  const parent = ((await said.json()) as { account: { id: string } }).account.id;
  const { bands } = await room.anyone.getMinorPolicy();
  await office.createMinorPolicy({ body: { bands, note: markers.text('policy', ['office'], 'createMinorPolicy.note') } });

  // A class of the league's school: its people read whole names, the office the class and a surname.
  const classroom = await room.league.createClass({ body: { unitId: room.unitId, name: markers.text('classname', ['league', 'office'], 'createClass.name'), countyCode: county } });
  const roll = await room.league.addPupils({ params: { id: classroom.id }, body: { pupils: [{
    name: markers.text('pupil', ['league'], 'addPupils.pupils.name'), bornOn: markers.day('pupilBorn', '2013-02-24', ['league']), guardianName: markers.text('slipguardian', ['league'], 'addPupils.pupils.guardianName'),
    guardianPhone: markers.phone('slipPhone', '13822211061', [], ['league', 'office'], 'addPupils.pupils.guardianPhone'), relation: 'father',
  }] } });
  const scan = await room.league.createClassScan({ params: { id: classroom.id }, file: new Blob([Buffer.from('%PDF-1.4\n%%EOF\n')]), fileName: `${markers.word('slipfile', ['league', 'office'], 'createClassScan.file')}.pdf` });

  const [former, successor] = await Promise.all(['former', 'successor'].map(async (name) => (await office.createAccount({ body: { name: '交接人员', email: `${name}@demo.kepu` } })).id));
  await office.createGrant({ body: { accountId: former ?? '', role: 'liaison', scopeKind: 'unit', scopeId: room.unitId } });
  await office.handOver({ params: { id: room.unitId }, body: { fromId: former ?? '', toId: successor ?? '', reason: markers.text('handedover', desk, 'handOver.reason') } });

  const months = [0, 31].map((days) => new Date(Date.now() + days * 24 * HOUR_MS).toISOString().slice(0, 7));
  const shown = [draft, review, held, later, forMinors];
  const [themeDay] = (await office.listThemeDays()).data;
  const [set] = (await office.listProgrammeSets()).data;
  const [grant] = (await office.listGrants({ query: { unitId: room.unitId } })).data;
  const [workday] = (await office.listWorkdays()).data;
  const evidence = (await office.listEvidence({ query: { itemId: ours.id, perPage: 200 } })).data;
  // What the league orders of its own work is the league's and the office's.
  const packed = await room.league.orderPack({ params: { id: plan.id }, body: {} });
  await until(() => room.league.getPack({ params: { id: packed.id } }), ({ state }) => state === 'ready');
  const cookieOf = (account: string) => server.cookie(account);
  // A roster: its people are seen where they live and belong, its preview and its file by whoever brought it.
  const askers = ['office', 'home', 'league'] as const;
  const roster = await office.createRosterImport({
    fileName: `${markers.word('rosterfile', ['office'])}.xlsx`,
    file: new Blob([Buffer.from(xlsxFile([{ name: '名单', rows: [
      ['姓名', '手机号', '出生日期', '职业', '县（市、区）', '单位'],
      [/* A name with signs in it is refused before it is kept. */ `暗${markers.word('rostername', askers, 'createRosterImport.file')}语`, markers.phone('rosterPhone', '13822211093', ['office'], askers), markers.day('rosterBorn', '1979-03-08', ['office']), '教师', '鹿城区', '团市委'],
    ] }]))]),
  });
  await office.commitRosterImport({ params: { id: roster.id }, body: { version: roster.version } });
  const assessed = await plantAssessments({ office, league, approver: unitApprover }, plan.id, room.unitId, markers, desk);
  // Late, so that the log of the office still shows them on its first page.
  await office.reopenPlan(because(await office.getPlan({ params: { id: old.id } }), markers.text('planreopened', officeOnly, 'reopenPlan.reason')));
  await office.closePlan(because(await office.getPlan({ params: { id: old.id } }), markers.text('planclose', officeOnly, 'closePlan.reason')));
  const savedFilter = await league.saveFilter({ body: { list: 'items', name: markers.text('filtername', ['league'], 'saveFilter.name'), filter: { state: 'pending' } } });
  const bulletins = await plantBulletins(office, head, plan.id, markers, [...readersOfItem, 'women']);
  const rosterEntries = (await office.listRosterEntries({ query: { importId: roster.id } })).data.map(({ id }) => id);
  // A plan that is made item by item, and an item that is handed down.
  const byHand = await office.createPlan({ body: { divisionId: '330300', year: 2098, title: issuerWord, docNumber: issuerWord, issuer: issuerWord } });
  await office.createItems({ params: { id: byHand.id }, body: { version: byHand.version, items: [{ programmeId: ours.programme.id, text: issuerWord, unitIds: [room.unitId] }] } });
  const [added] = await allItems(office, byHand.id);
  await office.updateItem({ params: { id: added?.id ?? '' }, body: { version: added?.version ?? 0, text: issuerWord } });
  await office.handDownItems({ params: { id: plan.id }, body: { itemIds: [items[0]?.id ?? ''], divisionIds: [county] } });
  const handedItems = (await office.listHandedItems({ params: { id: plan.id } })).data.map(({ id }) => id);

  const batched = await plantBatches(office, markers);

  return {
    markers, neighbour: stranger.id,
    minors: {
      people: [child.id], children: [child.id], guardianLinks: [child.linkId], consents: [word?.id ?? ''], recordRequests: [record.id], signups: [ofChild.id], activities: [forMinors.id], shifts: forMinors.shifts.map(({ id }) => id), positions: [positionOf(forMinors)],
    },
    ground: {
      counties: ['330302', '330326', '330300'], months, years: ['2013', '2015', '2016', String(new Date().getFullYear())], letters: pooled.letters, proofs: [{ number: proven.number, code: new URL(proven.checkUrl).searchParams.get('code') ?? '' }],
      ids: {
        people: [owner.id, elder.id, leader.id, stranger.id, staff.id, gone.id, child.id, parent], children: [child.id], guardianLinks: [child.linkId], consents: [word?.id ?? ''], recordRequests: [record.id], classes: [classroom.id], classScans: [scan.id], pupils: roll.data.map(({ id }) => id), units: [room.unitId, room.womenId], terms: [room.term('topic', '科学实验与探究'), room.term('audience', '社区居民')], programmes: [ours.programme.id], sets: [set?.id ?? ''],
        themeDays: [themeDay?.id ?? ''], imports: [draftImport.id, preview.id, plan.importId ?? ''], plans: [plan.id, draftPlan.id, old.id, byHand.id], handedItems, savedFilters: [savedFilter.id], revisions: [numbered2013.id, comparison.id], jointGroups: [jointGroup.id], reportPeriods: [reportPeriod.id], unitReports: [unitReport.id], chases: [chased.chase?.id ?? ''], prompts: [letter.id, unanswered.id, order.id], bulletins, ...assessed, ...certified, collections: [collecting.id, droppedCopy.id, unsentCopy.id], collectionAnswers: [toFill?.id ?? '', handedRow?.id ?? ''], packs: [packed.id], adjustments: [unsent.id, granted.id, denied.id, oral?.id ?? ''], closeOuts: [kept.id, handedBackClose.id, closed.id],
proposalCalls: [call.id], proposalAnswers: [proposed.id], proposals: [proposal?.id ?? ''], consultations: [consultation.id], consultationAnswers: answers.map(({ id }) => id), consultationComments: [comment?.id ?? ''], items: [...items, ...(await allItems(office, draftPlan.id)), ...(added ? [added] : [])].map(({ id }) => id), measures: [measure.id],
        files: [loose.id, proof.id, page.id, scanned.id], workEntries: [draftWork, returnedWork, revoked].map(({ id }) => id), activities: shown.map(({ id }) => id), shifts: shown.flatMap(({ shifts }) => shifts.map(({ id }) => id)),
        positions: shown.flatMap(({ shifts }) => shifts.flatMap(({ positions }) => positions.map(({ id }) => id))), signups: [signup.id, ofLeader.id, placement.id, refused.id, withdrawn.id, ofChild.id], records: records.map(({ id }) => id), serviceCertificates: [proven.id], placeInvitations: (await league.listPositionInvitations({ params: { id: positionOf(later) } })).data.map(({ id }) => id),
        challenges: [String(sent.body['id'])], sessions: (await owner.client.getMySecurity()).sessions.map(({ id }) => id),
        pools: [lecturers?.id ?? '', ...pooled.pools], poolTerms: [term.id, ...pooled.poolTerms], nominations: pooled.nominations, talks: [...talks, ...ordered.talks], ...teamed, orders: ordered.orders, orderOffers: ordered.offers, orderTrips: ordered.trips, evidence: evidence.map(({ id }) => id),
        assignments: assignments.map(({ id }) => id), grants: [grant?.id ?? ''], workdays: [workday?.id ?? ''], rosters: [roster.id], rosterEntries, ...comers, ...batched,
      },
    },
    cookies: {
      nobody: '', stranger: stranger.cookie, women: await cookieOf('liaison-women'), county: await cookieOf('county'), reader: await cookieOf('reader'), leader: leader.cookie, owner: owner.cookie, elder: elder.cookie,
      league: await cookieOf('liaison'), home: home.cookie, office: await cookieOf('office'),
    },
  };
};

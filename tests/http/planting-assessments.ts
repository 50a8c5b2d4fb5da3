import type { Client } from '@kepu/api-client';
import type { AssessmentSheet } from '@kepu/contracts';
import type { Markers, Visitor } from './marking.js';

interface People { readonly office: Client; readonly league: Client; readonly approver: Client }
/** What was planted, by kind. */
export interface PlantedAssessments { readonly assessments: readonly string[]; readonly assessmentSheets: readonly string[]; readonly assessmentAppeals: readonly string[] }

/** Assessments of a plan with a word in each of their fields: one that was taken back, and one that came as far as an appeal. Those with a sheet read what is asked; what is said of one unit is for it and those who see all units. */
export const plantAssessments = async ({ office, league, approver }: People, planId: string, unitId: string, markers: Markers, desk: readonly Visitor[]): Promise<PlantedAssessments> => {
  const inside: readonly Visitor[] = ['league', 'office'];
  const asked: readonly Visitor[] = [...desk, 'women'];
  const other: readonly Visitor[] = ['women', 'office', 'reader'];
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const found = <T>(value: T | undefined): T => { if (value === undefined) throw new Error('Nothing is there'); return value; };
  await office.setAssessmentSwitch({ body: { version: (await office.getAssessmentSwitch({})).version, enabled: true, reason: '市里要求' } });
  const first = await office.createAssessment({ body: { planId, title: markers.text('assessmenttitle', asked, 'createAssessment.title'), dueOn: '2099-04-05' } });
  const gone = await office.withdrawAssessment(because(await office.openAssessment(at(first)), markers.text('assessmentgone', asked, 'withdrawAssessment.reason')));
  const draft = await office.createAssessment({ body: { planId, title: '再来一次', dueOn: '2099-04-05' } });
  const [section, ...rest] = draft.rubric;
  const [criterion, ...others] = found(section).criteria;
  const written = await office.updateAssessment({ params: { id: draft.id }, body: {
    version: draft.version, title: markers.text('assessmentnew', asked, 'updateAssessment.title'),
    rubric: [{ title: markers.text('assessmentpart', asked, 'updateAssessment.rubric.title'), criteria: [{ ...found(criterion), title: markers.text('criterion', asked, 'updateAssessment.rubric.criteria.title'), note: markers.text('criterionnote', asked, 'updateAssessment.rubric.criteria.note') }, ...others] }, ...rest],
  } });
  const open = await office.openAssessment(at(written));
  const sheets = (await office.listAssessmentSheets({ params: { id: open.id } })).data;
  const [judged, second] = open.rubric.flatMap(({ criteria }) => criteria).filter(({ source, kind }) => source === null && kind === 'score').map(({ key }) => key);
  const fill = (sheet: Pick<AssessmentSheet, 'id' | 'version'>, words: string) => league.saveAssessmentSheet({ params: { id: sheet.id }, body: { version: sheet.version, entries: [{ key: found(judged), points: 9, words }, { key: found(second), points: 9 }] } });
  const own = found(sheets.find(({ unit }) => unit.id === unitId));
  const back = await approver.sendBackAssessmentSheet(because(await league.handOverAssessmentSheet(at(await fill(own, '说明'))), markers.text('assessmentinside', inside, 'sendBackAssessmentSheet.reason')));
  const returned = await office.returnAssessmentSheet(because(await approver.submitAssessmentSheet(at(await league.handOverAssessmentSheet(at(back)))), markers.text('assessmentback', desk, 'returnAssessmentSheet.reason')));
  const submitted = await approver.submitAssessmentSheet(at(await league.handOverAssessmentSheet(at(await fill(returned, markers.text('assessmentwords', desk, 'saveAssessmentSheet.entries.words'))))));
  const reviewed = await office.reviewAssessmentSheet({ params: { id: submitted.id }, body: { version: submitted.version, reviews: [{ key: found(second), points: 8, reason: markers.text('assessmentreason', inside, 'reviewAssessmentSheet.reviews.reason') }], sample: { note: markers.text('assessmentsample', inside, 'reviewAssessmentSheet.sample.note') } } });
  await office.acceptAssessmentSheet(at(reviewed));
  const [left] = sheets.filter(({ unit }) => unit.id !== unitId);
  const out = await office.releaseAssessmentSheet(because(found(left), '不参加'));
  const again = await office.admitAssessmentSheet(because(out, markers.text('assessmentagain', other, 'admitAssessmentSheet.reason')));
  await office.releaseAssessmentSheet(because(again, markers.text('assessmentleft', other, 'releaseAssessmentSheet.reason')));
  await office.announceAssessment(at(await office.getAssessment({ params: { id: open.id } })));
  const appealed = await approver.makeAssessmentAppeal({ params: { id: own.id }, body: { key: found(judged), words: markers.text('assessmentappeal', inside, 'makeAssessmentAppeal.words') } });
  const appeal = found(appealed.appeals[0]);
  await office.answerAssessmentAppeal({ params: { id: appeal.id }, body: { version: appeal.version, points: 10, reason: markers.text('assessmentanswer', inside, 'answerAssessmentAppeal.reason') } });
  return { assessments: [gone.id, open.id], assessmentSheets: sheets.map(({ id }) => id), assessmentAppeals: [appeal.id] };
};

import type { ConsultationAnswer, ConsultationLine, Proposal, ProposalAnswer } from '@kepu/contracts';
import { uuid } from './samples.js';

/** A proposal as a unit has written it. */
export const proposalOf = (seq: number, change: Partial<Proposal> = {}): Proposal => ({
  id: uuid(1100 + seq), seq, unit: { id: uuid(3), name: '市教育局' }, programme: { id: uuid(20), name: '农民科学素质提升行动' }, text: `第 ${seq} 条建议。`, dueText: null, measure: null, note: null, copied: false, verdict: null, version: 1, ...change,
});
/** What a unit proposes to a call that is open. */
export const proposalAnswerOf = (proposals: Proposal[], change: Partial<ProposalAnswer> = {}): ProposalAnswer => ({
  id: uuid(1001), call: { id: uuid(1000), year: 2027, title: '2027年任务建议征集', note: null, dueOn: '2026-03-13', state: 'open' }, unit: { id: uuid(3), name: '市教育局' }, state: 'draft', proposals, submittedAt: null, submittedBy: null, late: false, overdue: false, earlier: { year: 2026, items: 8 }, version: 1,
  may: { write: true, submit: true }, ...change,
});
/** An item of a draft of which nothing is said. */
export const draftLineOf = (seq: number, change: Partial<ConsultationLine> = {}): ConsultationLine => ({ itemId: uuid(1200 + seq), seq, number: null, programme: '农民科学素质行动', text: `第 ${seq} 件工作。`, due: null, roles: ['responsible'], stance: null, comment: null, verdict: null, ...change });
/** What a unit says of a draft that is laid before it. */
export const consultationAnswerOf = (lines: ConsultationLine[], change: Partial<ConsultationAnswer> = {}): ConsultationAnswer => ({
  id: uuid(1003), consultation: { id: uuid(1002), year: 2027, title: '2027年任务分解表', note: '请逐项核对。', dueOn: '2026-03-13', state: 'open' }, unit: { id: uuid(3), name: '市教育局' }, state: 'draft', lines, missing: lines.filter(({ stance }) => stance === null).length, submittedAt: null, submittedBy: null,
  late: false, overdue: false, version: 1, may: { write: true, submit: true }, ...change,
});

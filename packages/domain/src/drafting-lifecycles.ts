import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** ProposalCall (征集任务建议): the office asks units for the work of the coming year. */
export const proposalCallLifecycle = defineLifecycle({
  object: 'proposal_call',
  title: { zh: '征集任务建议', en: 'Call for proposals' },
  states: {
    open: { zh: '征集中', en: 'units propose; the last day refuses nobody' },
    closed: { zh: '已截止', en: 'nothing is handed in any more; the office still decides' },
  },
  initial: 'open',
  actions: {
    change: { zh: '修改', en: 'Change its words, move its last day on', from: ['open'], to: 'open', permission: 'drafting:decide', demands: [] },
    close: { zh: '截止', en: 'Close', from: ['open'], to: 'closed', permission: 'drafting:decide', demands: [] },
    reopen: { zh: '重新征集', en: 'Open again', from: ['closed'], to: 'open', permission: 'drafting:decide', demands: [] },
  },
});

/** ProposalAnswer (单位的建议): what one unit answers to a call. Every unit that is asked has one from the first day. */
export const proposalAnswerLifecycle = defineLifecycle({
  object: 'proposal_answer',
  title: { zh: '任务建议', en: 'Answer to a call' },
  states: {
    draft: { zh: '未报送', en: 'with the unit' },
    submitted: { zh: '已报送', en: 'handed in' },
    none: { zh: '无建议', en: 'the unit has nothing to propose' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'drafting:write', demands: [] },
    submit: { zh: '报送', en: 'Hand in', from: ['draft'], to: 'submitted', permission: 'drafting:submit', demands: [] },
    decline: { zh: '无建议', en: 'Nothing to propose', from: ['draft'], to: 'none', permission: 'drafting:submit', demands: [] },
    recall: { zh: '撤回', en: 'Take back', from: ['submitted', 'none'], to: 'draft', permission: 'drafting:submit', demands: [] },
  },
});

/** Consultation (征求意见): the draft of a plan is laid before its units, each reading its own items. */
export const consultationLifecycle = defineLifecycle({
  object: 'consultation',
  title: { zh: '征求意见', en: 'Consultation' },
  states: {
    open: { zh: '征求中', en: 'units comment, the office decides' },
    closed: { zh: '已结束', en: 'ended; what was said and decided stays' },
  },
  initial: 'open',
  actions: {
    change: { zh: '修改', en: 'Move its last day on', from: ['open'], to: 'open', permission: 'drafting:decide', demands: [] },
    close: { zh: '结束', en: 'End; with a reason while a comment is not decided', from: ['open'], to: 'closed', permission: 'drafting:decide', demands: [] },
  },
});

/** ConsultationAnswer (单位的意见): what one unit says of its items. */
export const consultationAnswerLifecycle = defineLifecycle({
  object: 'consultation_answer',
  title: { zh: '意见反馈', en: 'Answer to a consultation' },
  states: {
    draft: { zh: '未反馈', en: 'with the unit' },
    submitted: { zh: '已反馈', en: 'handed in' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'drafting:write', demands: [] },
    submit: { zh: '反馈', en: 'Hand in', from: ['draft'], to: 'submitted', permission: 'drafting:submit', demands: [] },
    recall: { zh: '撤回', en: 'Take back', from: ['submitted'], to: 'draft', permission: 'drafting:submit', demands: [] },
  },
});

/** State of a call for proposals. */
export type ProposalCallState = StateOf<typeof proposalCallLifecycle>;
/** Action on a unit's proposals. */
export type ProposalAnswerAction = ActionOf<typeof proposalAnswerLifecycle>;
/** State of a consultation. */
export type ConsultationState = StateOf<typeof consultationLifecycle>;
/** Action on a unit's comments. */
export type ConsultationAnswerAction = ActionOf<typeof consultationAnswerLifecycle>;

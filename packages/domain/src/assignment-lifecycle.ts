import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Assignment (任务交办), as far as sign-off: the unit signs or asks, the office answers or records what was signed for elsewhere; a new edition of the paper asks again for what changed.
 */
export const assignmentLifecycle = defineLifecycle({
  object: 'assignment',
  title: { zh: '任务交办', en: 'Assignment' },
  states: {
    pending: { zh: '待签收', en: 'handed to the unit, not yet signed for' },
    asked: { zh: '有疑问', en: 'the unit asked; the office has to answer' },
    signed: { zh: '已签收', en: 'the unit has taken the work' },
    withdrawn: { zh: '已撤销', en: 'a later edition of the paper no longer asks it of the unit; what was done stays' },
  },
  initial: 'pending',
  actions: {
    sign: { zh: '签收', en: 'Sign', from: ['pending', 'asked'], to: 'signed', permission: 'assignment:sign', demands: [] },
    ask: { zh: '提出疑问', en: 'Ask', from: ['pending'], to: 'asked', permission: 'assignment:ask', demands: ['question'] },
    answer: { zh: '答复', en: 'Answer', from: ['asked'], to: 'pending', permission: 'assignment:answer', demands: ['answer'] },
    // Signed for in the office automation system or on paper: the note says where and by whom.
    record: { zh: '登记已签收', en: 'Record as signed', from: ['pending', 'asked'], to: 'signed', permission: 'sign-off:record', demands: ['note'] },
    reopen: { zh: '退回待签收', en: 'Reopen', from: ['signed'], to: 'pending', permission: 'assignment:reopen', demands: ['reason'] },
    // The three steps of a new edition: what changed is signed for again, what is gone is kept, what comes back is new work.
    revise: { zh: '修订后重签', en: 'Ask to sign for other words', from: ['signed'], to: 'pending', permission: 'plan:issue', demands: [] },
    withdraw: { zh: '撤销', en: 'Withdraw', from: ['pending', 'asked', 'signed'], to: 'withdrawn', permission: 'plan:issue', demands: [] },
    reinstate: { zh: '恢复', en: 'Reinstate', from: ['withdrawn'], to: 'pending', permission: 'plan:issue', demands: [] },
  },
});

/** State of an assignment. */
export type AssignmentState = StateOf<typeof assignmentLifecycle>;
/** Action on an assignment. */
export type AssignmentAction = ActionOf<typeof assignmentLifecycle>;

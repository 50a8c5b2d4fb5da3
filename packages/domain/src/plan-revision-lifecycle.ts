import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** PlanRevision (任务分解表修订): a new paper for a plan that is in force. The office compares, decides and issues it; from then on it is the plan. */
export const planRevisionLifecycle = defineLifecycle({
  object: 'plan-revision',
  title: { zh: '任务分解表修订', en: 'Plan revision' },
  states: {
    draft: { zh: '对照中', en: 'held against the plan in force, seen by the office only' },
    issued: { zh: '已下发', en: 'the plan says what this edition says' },
  },
  initial: 'draft',
  actions: {
    decide: { zh: '对照取舍', en: 'Decide', from: ['draft'], to: 'draft', permission: 'plan:write', demands: [] },
    issue: { zh: '下发修订', en: 'Issue', from: ['draft'], to: 'issued', permission: 'plan:issue', demands: ['docNumber', 'issuedOn'] },
    withdraw: { zh: '撤销对照', en: 'Take back', from: ['draft'], to: null, permission: 'plan:write', demands: [] },
  },
});

/** State of a revision. */
export type PlanRevisionState = StateOf<typeof planRevisionLifecycle>;
/** Action on a revision. */
export type PlanRevisionAction = ActionOf<typeof planRevisionLifecycle>;

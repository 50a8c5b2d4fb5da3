import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Plan (目标任务分解表): one year's paper of one office. Only a draft can be changed or withdrawn as a whole; once issued it binds
 * the units and is closed, never deleted.
 */
export const planLifecycle = defineLifecycle({
  object: 'plan',
  title: { zh: '目标任务分解表', en: 'Plan' },
  states: {
    draft: { zh: '草稿', en: 'being prepared, seen by the office only' },
    issued: { zh: '已下发', en: 'in force; units sign and carry out' },
    closed: { zh: '已办结', en: 'the year is closed; read only' },
  },
  initial: 'draft',
  actions: {
    issue: { zh: '下发', en: 'Issue', from: ['draft'], to: 'issued', permission: 'plan:issue', demands: ['docNumber', 'issuedOn'] },
    withdraw: { zh: '撤销草稿', en: 'Withdraw the draft', from: ['draft'], to: null, permission: 'plan:write', demands: [] },
    close: { zh: '办结归档', en: 'Close and archive', from: ['issued'], to: 'closed', permission: 'plan:close', demands: ['reason'] },
    reopen: { zh: '撤销归档', en: 'Open again', from: ['closed'], to: 'issued', permission: 'plan:close', demands: ['reason'] },
  },
});

/** State of a plan. */
export type PlanState = StateOf<typeof planLifecycle>;
/** Action on a plan. */
export type PlanAction = ActionOf<typeof planLifecycle>;

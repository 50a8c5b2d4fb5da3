import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Application of a body to be admitted (单位入驻). The applicant holds a link and no account: what is `self` here is theirs. */
export const unitApplicationLifecycle = defineLifecycle({
  object: 'unit_application',
  title: { zh: '单位入驻申请', en: 'Application of a unit' },
  states: {
    submitted: { zh: '待审核', en: 'waits for the county or the office' },
    returned: { zh: '请补充', en: 'given back; the applicant corrects it' },
    approved: { zh: '已通过', en: 'the unit is admitted, the applicant invited' },
    refused: { zh: '未通过', en: 'refused with a reason' },
    withdrawn: { zh: '已撤回', en: 'taken back by the applicant' },
  },
  initial: 'submitted',
  actions: {
    approve: { zh: '通过', en: 'Admit', from: ['submitted'], to: 'approved', permission: 'unit-application:decide', demands: [] },
    return: { zh: '退回补充', en: 'Give back', from: ['submitted'], to: 'returned', permission: 'unit-application:decide', demands: ['reason'] },
    refuse: { zh: '不通过', en: 'Refuse', from: ['submitted', 'returned'], to: 'refused', permission: 'unit-application:decide', demands: ['reason'] },
    revise: { zh: '补充后重新提交', en: 'Hand in again', from: ['returned'], to: 'submitted', permission: 'self', demands: [] },
    withdraw: { zh: '撤回', en: 'Take back', from: ['submitted', 'returned'], to: 'withdrawn', permission: 'self', demands: [] },
  },
});

/** State of an application. */
export type UnitApplicationState = StateOf<typeof unitApplicationLifecycle>;
/** Action on an application. */
export type UnitApplicationAction = ActionOf<typeof unitApplicationLifecycle>;

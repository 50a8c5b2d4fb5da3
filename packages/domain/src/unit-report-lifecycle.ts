import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * UnitReport (进展填报): what one unit says of all its items in a period. One approval inside the unit: whoever approves there hands it in; where nobody
 * does, the liaison. A unit that has not begun has no report, and so no state. A correction that is allowed goes the same way once more.
 */
export const unitReportLifecycle = defineLifecycle({
  object: 'unit_report',
  title: { zh: '进展填报', en: 'Unit report' },
  states: {
    draft: { zh: '草稿', en: 'being written by the unit' },
    checking: { zh: '待本单位审核', en: 'waits for the approver of the unit' },
    submitted: { zh: '已报送', en: 'handed in, waits for the office' },
    returned: { zh: '已退回', en: 'given back by the office, with the reason' },
    accepted: { zh: '已通过', en: 'accepted by the office' },
    locked: { zh: '已锁定', en: 'locked with its period, as it stood' },
    asking: { zh: '申请更正', en: 'locked; the unit asks for a correction' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'report:write', demands: [] },
    revise: { zh: '修改', en: 'Change what came back', from: ['returned'], to: 'returned', permission: 'report:write', demands: [] },
    hand_over: { zh: '交审核人', en: 'Hand to the approver', from: ['draft', 'returned'], to: 'checking', permission: 'report:write', demands: [] },
    send_back: { zh: '退给填报人', en: 'Give back inside the unit', from: ['checking'], to: 'draft', permission: 'report:submit', demands: ['reason'] },
    submit: { zh: '报送', en: 'Hand in', from: ['draft', 'returned', 'checking'], to: 'submitted', permission: 'report:submit', demands: [] },
    recall: { zh: '撤回', en: 'Take back', from: ['checking', 'submitted'], to: 'draft', permission: 'report:write', demands: [] },
    accept: { zh: '通过', en: 'Accept', from: ['submitted'], to: 'accepted', permission: 'report:decide', demands: [] },
    return: { zh: '退回', en: 'Give back', from: ['submitted', 'accepted'], to: 'returned', permission: 'report:decide', demands: ['reason'] },
    lock: { zh: '锁定', en: 'Lock with its period', from: ['draft', 'checking', 'submitted', 'returned', 'accepted'], to: 'locked', permission: 'report:decide', demands: [] },
    ask: { zh: '申请更正', en: 'Ask for a correction', from: ['locked'], to: 'asking', permission: 'report:submit', demands: ['reason'] },
    allow: { zh: '同意更正', en: 'Allow the correction', from: ['asking'], to: 'draft', permission: 'report:decide', demands: [] },
    refuse: { zh: '不同意更正', en: 'Refuse the correction', from: ['asking'], to: 'locked', permission: 'report:decide', demands: ['reason'] },
  },
});

/** State of a unit's report. */
export type UnitReportState = StateOf<typeof unitReportLifecycle>;
/** Action on a unit's report. */
export type UnitReportAction = ActionOf<typeof unitReportLifecycle>;

import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Adjustment (延期、调整): a change to an assignment beside the words of the paper. The unit asks, the office decides; where somebody approves in the unit,
 * it is them who hand in. What is said by word of mouth is entered as granted, and put in writing afterwards.
 */
export const adjustmentLifecycle = defineLifecycle({
  object: 'adjustment',
  title: { zh: '延期、调整', en: 'Adjustment' },
  states: {
    checking: { zh: '待本单位审核', en: 'waits for the approver of the unit' },
    asked: { zh: '待审批', en: 'handed in, waits for the office' },
    granted: { zh: '已同意', en: 'in force' },
    refused: { zh: '未同意', en: 'refused by the office, with the reason' },
    sent_back: { zh: '本单位退回', en: 'given back inside the unit, with the reason' },
    withdrawn: { zh: '已撤回', en: 'taken back before anybody decided, or no longer needed' },
  },
  initial: 'checking',
  actions: {
    hand_in: { zh: '提交办公室', en: 'Hand in', from: ['checking'], to: 'asked', permission: 'adjustment:ask', demands: [] },
    send_back: { zh: '退给经办人', en: 'Give back inside the unit', from: ['checking'], to: 'sent_back', permission: 'adjustment:ask', demands: ['reason'] },
    withdraw: { zh: '撤回', en: 'Take back', from: ['checking', 'asked'], to: 'withdrawn', permission: 'adjustment:ask', demands: [] },
    grant: { zh: '同意', en: 'Grant', from: ['asked'], to: 'granted', permission: 'adjustment:decide', demands: [] },
    refuse: { zh: '不同意', en: 'Refuse', from: ['asked'], to: 'refused', permission: 'adjustment:decide', demands: ['reason'] },
    write: { zh: '补书面', en: 'Put in writing', from: ['granted'], to: 'granted', permission: 'adjustment:decide', demands: ['note'] },
    // The part is no longer asked of the unit: there is nothing left to change.
    lapse: { zh: '随任务撤销', en: 'Fall with the assignment', from: ['checking', 'asked'], to: 'withdrawn', permission: 'plan:issue', demands: [] },
  },
});

/** State of an adjustment. */
export type AdjustmentLifecycleState = StateOf<typeof adjustmentLifecycle>;
/** Action on an adjustment. */
export type AdjustmentAction = ActionOf<typeof adjustmentLifecycle>;

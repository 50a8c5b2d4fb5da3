import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * CloseOut (申请办结、销号): a unit's request to have its assignment closed out. Each request is kept as it ended; what came back, or was opened again, is asked
 * for anew. A new edition with other words opens again what was closed out, and gives back what waits.
 */
export const closeOutLifecycle = defineLifecycle({
  object: 'close_out',
  title: { zh: '销号', en: 'Close-out' },
  states: {
    checking: { zh: '待本单位审核', en: 'waits for the approver of the unit' },
    asked: { zh: '待复核', en: 'handed in, waits for the office' },
    accepted: { zh: '已销号', en: 'the assignment is closed out' },
    returned: { zh: '已退回', en: 'given back by the office, with the reason' },
    reopened: { zh: '已重新打开', en: 'was closed out, and is open again, with the reason' },
    sent_back: { zh: '本单位退回', en: 'given back inside the unit, with the reason' },
    withdrawn: { zh: '已撤回', en: 'taken back before anybody decided, or no longer needed' },
  },
  initial: 'checking',
  actions: {
    hand_in: { zh: '提交办公室', en: 'Hand in', from: ['checking'], to: 'asked', permission: 'close-out:ask', demands: [] },
    send_back: { zh: '退给经办人', en: 'Give back inside the unit', from: ['checking'], to: 'sent_back', permission: 'close-out:ask', demands: ['reason'] },
    withdraw: { zh: '撤回', en: 'Take back', from: ['checking', 'asked'], to: 'withdrawn', permission: 'close-out:ask', demands: [] },
    accept: { zh: '同意销号', en: 'Accept', from: ['asked'], to: 'accepted', permission: 'close-out:decide', demands: [] },
    return: { zh: '退回', en: 'Give back', from: ['asked'], to: 'returned', permission: 'close-out:decide', demands: ['reason'] },
    reopen: { zh: '重新打开', en: 'Open again', from: ['accepted'], to: 'reopened', permission: 'close-out:decide', demands: ['reason'] },
    revise: { zh: '新版重新打开', en: 'Open again for other words', from: ['accepted'], to: 'reopened', permission: 'plan:issue', demands: [] },
    outdate: { zh: '新版退回', en: 'Give back for other words', from: ['checking', 'asked'], to: 'returned', permission: 'plan:issue', demands: [] },
    lapse: { zh: '随任务撤销', en: 'Fall with the assignment', from: ['checking', 'asked'], to: 'withdrawn', permission: 'plan:issue', demands: [] },
  },
});

/** State of a request to close out. */
export type CloseOutLifecycleState = StateOf<typeof closeOutLifecycle>;
/** Action on a request to close out. */
export type CloseOutAction = ActionOf<typeof closeOutLifecycle>;

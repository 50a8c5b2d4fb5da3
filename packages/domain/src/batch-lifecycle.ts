import { SYSTEM_PERMISSION, defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Batch (批量安排): reckoned in the background, looked through, and asked. */
export const batchLifecycle = defineLifecycle({
  object: 'batch',
  title: { zh: '批量安排', en: 'Batch' },
  states: {
    waiting: { zh: '排队中', en: 'ordered, waits for a worker' },
    running: { zh: '正在计算', en: 'a worker reckons' },
    draft: { zh: '草案', en: 'staff look it through' },
    failed: { zh: '未能完成', en: 'no draft came of it; the reason and the remedy are kept' },
    cancelled: { zh: '已取消', en: 'stopped before there was a draft' },
    sending: { zh: '正在发出', en: 'everybody in the draft is being asked' },
    sent: { zh: '已发出', en: 'everybody was asked' },
    discarded: { zh: '已作废', en: 'thrown away' },
  },
  initial: 'waiting',
  actions: {
    // Out of "running" as well: a worker that died leaves it, and another one starts anew.
    begin: { zh: '开始计算', en: 'Begin', from: ['waiting', 'running'], to: 'running', permission: SYSTEM_PERMISSION, demands: [] },
    finish: { zh: '计算完毕', en: 'Finish', from: ['running'], to: 'draft', permission: SYSTEM_PERMISSION, demands: [] },
    fail: { zh: '计算失败', en: 'Fail', from: ['waiting', 'running'], to: 'failed', permission: SYSTEM_PERMISSION, demands: ['reason'] },
    // A run around what is settled that fails or is stopped leaves the draft as it was.
    keep: { zh: '保留原草案', en: 'Keep the earlier draft', from: ['waiting', 'running'], to: 'draft', permission: SYSTEM_PERMISSION, demands: [] },
    cancel: { zh: '取消', en: 'Cancel', from: ['waiting', 'running'], to: 'cancelled', permission: 'batch:write', demands: [] },
    stop: { zh: '停止重算', en: 'Stop the new run', from: ['waiting', 'running'], to: 'draft', permission: 'batch:write', demands: [] },
    rerun: { zh: '重新计算', en: 'Reckon anew', from: ['draft'], to: 'waiting', permission: 'batch:write', demands: [] },
    send: { zh: '发出邀请', en: 'Ask everybody', from: ['draft'], to: 'sending', permission: 'batch:write', demands: [] },
    told: { zh: '发送完毕', en: 'Everybody was asked', from: ['sending'], to: 'sent', permission: SYSTEM_PERMISSION, demands: [] },
    // Whoever sent it may do so no longer: nobody, or not everybody, was asked.
    give_back: { zh: '退回草案', en: 'Give back', from: ['sending'], to: 'draft', permission: SYSTEM_PERMISSION, demands: [] },
    discard: { zh: '作废', en: 'Throw away', from: ['draft', 'failed', 'cancelled'], to: 'discarded', permission: 'batch:write', demands: [] },
  },
});

/** State of a batch. */
export type BatchLifecycleState = StateOf<typeof batchLifecycle>;
/** Action on a batch. */
export type BatchAction = ActionOf<typeof batchLifecycle>;

/** How many batches of one person may wait or run at once. */
export const BATCH_MAX_OPEN = 2;

import { SYSTEM_PERMISSION, defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Pack (迎检包): a folder of a plan that is made in the background, kept for a time, and gone afterwards. */
export const packLifecycle = defineLifecycle({
  object: 'pack',
  title: { zh: '迎检包', en: 'Inspection pack' },
  states: {
    waiting: { zh: '排队中', en: 'ordered, waits for a worker' },
    making: { zh: '正在生成', en: 'a worker makes it' },
    ready: { zh: '可下载', en: 'kept, can be downloaded' },
    failed: { zh: '未能生成', en: 'nothing came of it; the reason and the remedy are kept' },
    cancelled: { zh: '已取消', en: 'stopped before it was ready' },
    expired: { zh: '已过期', en: 'the file is gone: its time is over, it was thrown away, or something in it stays inside now; the order is kept' },
  },
  initial: 'waiting',
  actions: {
    // Out of "making" as well: a worker that died leaves it, and another one starts anew.
    begin: { zh: '开始生成', en: 'Begin', from: ['waiting', 'making'], to: 'making', permission: SYSTEM_PERMISSION, demands: [] },
    finish: { zh: '生成完毕', en: 'Finish', from: ['making'], to: 'ready', permission: SYSTEM_PERMISSION, demands: [] },
    fail: { zh: '生成失败', en: 'Fail', from: ['waiting', 'making'], to: 'failed', permission: SYSTEM_PERMISSION, demands: ['reason'] },
    cancel: { zh: '取消', en: 'Cancel', from: ['waiting', 'making'], to: 'cancelled', permission: 'pack:write', demands: [] },
    expire: { zh: '过期清理', en: 'Expire', from: ['ready'], to: 'expired', permission: SYSTEM_PERMISSION, demands: [] },
    // The order stays, so that one sees who took what.
    delete: { zh: '删除', en: 'Delete', from: ['ready'], to: 'expired', permission: 'pack:write', demands: [] },
  },
});

/** State of a pack. */
export type PackLifecycleState = StateOf<typeof packLifecycle>;
/** Action on a pack. */
export type PackAction = ActionOf<typeof packLifecycle>;

/** How many packs of one person may wait or be in the making at once. */
export const PACK_MAX_OPEN = 3;
/** How many files one pack may hold: what somebody still looks through, and well below what a zip file takes. */
export const PACK_MAX_FILES = 5_000;

import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** HandedItem (下达的任务): an item that an office hands down to a division right below, whose office signs for it. What was made of it there stays, whatever becomes of it. */
export const handedItemLifecycle = defineLifecycle({
  object: 'handed-item',
  title: { zh: '下达的任务', en: 'Item handed down' },
  states: {
    pending: { zh: '待签收', en: 'handed down; the office below has not signed' },
    signed: { zh: '已签收', en: 'signed for by the office below' },
    withdrawn: { zh: '已收回', en: 'no longer asked of the division' },
  },
  initial: 'pending',
  actions: {
    sign: { zh: '签收', en: 'Sign', from: ['pending'], to: 'signed', permission: 'handed:sign', demands: [] },
    withdraw: { zh: '收回', en: 'Take back', from: ['pending', 'signed'], to: 'withdrawn', permission: 'plan:write', demands: [] },
    hand_again: { zh: '再次下达', en: 'Hand down again', from: ['withdrawn'], to: 'pending', permission: 'plan:write', demands: [] },
  },
});

/** State of an item that was handed down. */
export type HandedItemState = StateOf<typeof handedItemLifecycle>;
/** Action on an item that was handed down. */
export type HandedItemAction = ActionOf<typeof handedItemLifecycle>;

import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Talk (宣讲题目). It stands on the menu while it is published and its lecturer's term in the pool runs; a term that is held, over or left hides it and
 * changes nothing. What a lecturer changes is looked at again before anybody reads it. Whoever decided undoes it within some minutes: it waits again.
 */
export const talkLifecycle = defineLifecycle({
  object: 'talk',
  title: { zh: '宣讲题目', en: 'Talk' },
  states: {
    draft: { zh: '草稿', en: 'being written' },
    submitted: { zh: '待发布', en: 'waits for whoever keeps the pool' },
    returned: { zh: '已退回', en: 'given back with the reason' },
    published: { zh: '已发布', en: 'on the menu while the term runs' },
    withdrawn: { zh: '已下架', en: 'taken off the menu' },
  },
  initial: 'draft',
  actions: {
    change: { zh: '修改', en: 'Change', from: ['draft', 'returned', 'published', 'withdrawn'], to: 'draft', permission: 'self', demands: [] },
    submit: { zh: '提交', en: 'Hand in', from: ['draft', 'returned', 'withdrawn'], to: 'submitted', permission: 'talk:write', demands: [] },
    recall: { zh: '撤回', en: 'Take back', from: ['submitted'], to: 'draft', permission: 'self', demands: [] },
    publish: { zh: '发布', en: 'Publish', from: ['submitted'], to: 'published', permission: 'talk:publish', demands: [] },
    return: { zh: '退回', en: 'Give back', from: ['submitted', 'published'], to: 'returned', permission: 'talk:publish', demands: ['reason'] },
    undo: { zh: '撤销', en: 'Undo a decision', from: ['published', 'returned'], to: 'submitted', permission: 'talk:publish', demands: [] },
    withdraw: { zh: '下架', en: 'Take off the menu', from: ['published'], to: 'withdrawn', permission: 'talk:publish', demands: ['reason'] },
    leave: { zh: '本人下架', en: 'Take the own talk off the menu', from: ['published'], to: 'withdrawn', permission: 'self', demands: [] },
    remove: { zh: '删除', en: 'Throw away', from: ['draft', 'returned'], to: null, permission: 'self', demands: [] },
  },
});

/** State of a talk. */
export type TalkState = StateOf<typeof talkLifecycle>;
/** Action on a talk. */
export type TalkAction = ActionOf<typeof talkLifecycle>;

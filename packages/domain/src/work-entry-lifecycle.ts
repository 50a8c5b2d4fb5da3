import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Work entry (工作台账). It counts from its acceptance on; what was accepted is never changed, only revoked. */
export const workEntryLifecycle = defineLifecycle({
  object: 'work_entry',
  title: { zh: '工作台账', en: 'Work entry' },
  states: {
    draft: { zh: '草稿', en: 'being written by the unit' },
    submitted: { zh: '待审核', en: 'waits to be checked' },
    accepted: { zh: '已采信', en: 'counts for the items that it serves' },
    revoked: { zh: '已撤销', en: 'accepted once, counts no more' },
  },
  initial: 'draft',
  actions: {
    submit: { zh: '提交审核', en: 'Hand in', from: ['draft'], to: 'submitted', permission: 'work-entry:submit', demands: ['evidence'] },
    recall: { zh: '撤回', en: 'Take back', from: ['submitted'], to: 'draft', permission: 'work-entry:submit', demands: [] },
    accept: { zh: '采信', en: 'Accept', from: ['submitted'], to: 'accepted', permission: 'work-entry:check', demands: [] },
    return: { zh: '退回', en: 'Give back', from: ['submitted'], to: 'draft', permission: 'work-entry:check', demands: ['reason'] },
    revoke: { zh: '撤销采信', en: 'Revoke', from: ['accepted'], to: 'revoked', permission: 'work-entry:check', demands: ['reason'] },
    delete: { zh: '删除草稿', en: 'Throw the draft away', from: ['draft'], to: null, permission: 'work-entry:write', demands: [] },
  },
});

/** State of a work entry. */
export type WorkEntryState = StateOf<typeof workEntryLifecycle>;
/** Action on a work entry. */
export type WorkEntryAction = ActionOf<typeof workEntryLifecycle>;

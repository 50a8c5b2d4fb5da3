import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Bulletin (通报、工作总结): numbers of a span of the year with the office's words. It is issued after its leader's approval, under the number that the office gives it; what was issued stands, or is taken back
 * with a reason, and is never changed.
 */
export const bulletinLifecycle = defineLifecycle({
  object: 'bulletin',
  title: { zh: '通报、总结', en: 'Bulletin' },
  states: {
    draft: { zh: '草稿', en: 'being written by the office' },
    awaiting: { zh: '待签批', en: 'waits for the leader' },
    approved: { zh: '已签批', en: 'approved by the leader, not issued' },
    issued: { zh: '已印发', en: 'issued; all units of the plan read it, but for what is for the meeting of the leading group' },
    withdrawn: { zh: '已撤回', en: 'the office has taken it back' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'bulletin:write', demands: [] },
    recount: { zh: '重新取数', en: 'Count anew', from: ['draft'], to: 'draft', permission: 'bulletin:write', demands: [] },
    delete: { zh: '删除草稿', en: 'Delete the draft', from: ['draft'], to: null, permission: 'bulletin:write', demands: [] },
    request: { zh: '送领导签批', en: 'Ask the leader', from: ['draft'], to: 'awaiting', permission: 'bulletin:write', demands: [] },
    take_back: { zh: '收回修改', en: 'Take back to change it', from: ['awaiting', 'approved'], to: 'draft', permission: 'bulletin:write', demands: [] },
    approve: { zh: '签批', en: 'Approve', from: ['awaiting'], to: 'approved', permission: 'bulletin:approve', demands: [] },
    turn_down: { zh: '退回修改', en: 'Turn down', from: ['awaiting'], to: 'draft', permission: 'bulletin:approve', demands: ['reason'] },
    issue: { zh: '印发', en: 'Issue', from: ['approved'], to: 'issued', permission: 'bulletin:write', demands: ['docNumber'] },
    withdraw: { zh: '撤回', en: 'Take back', from: ['issued'], to: 'withdrawn', permission: 'bulletin:write', demands: ['reason'] },
  },
});

/** State of a bulletin. */
export type BulletinState = StateOf<typeof bulletinLifecycle>;
/** Action on a bulletin. */
export type BulletinAction = ActionOf<typeof bulletinLifecycle>;

import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Collection (摸底): a small table that the office designs and units fill in until a day. After it is closed nothing comes in before it is opened again. */
export const collectionLifecycle = defineLifecycle({
  object: 'collection',
  title: { zh: '摸底', en: 'Collection' },
  states: {
    draft: { zh: '草稿', en: 'being designed by the office' },
    open: { zh: '填报中', en: 'units are asked' },
    closed: { zh: '已截止', en: 'closed; nothing comes in' },
    withdrawn: { zh: '已撤回', en: 'taken back; no answer is wanted' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'collection:write', demands: [] },
    delete: { zh: '删除草稿', en: 'Delete the draft', from: ['draft'], to: null, permission: 'collection:write', demands: [] },
    open: { zh: '发出', en: 'Ask the units', from: ['draft'], to: 'open', permission: 'collection:write', demands: [] },
    amend: { zh: '补充修改', en: 'Change what is open', from: ['open'], to: 'open', permission: 'collection:write', demands: [] },
    close: { zh: '截止', en: 'Close', from: ['open'], to: 'closed', permission: 'collection:write', demands: [] },
    reopen: { zh: '重新开放', en: 'Open again', from: ['closed'], to: 'open', permission: 'collection:write', demands: [] },
    withdraw: { zh: '撤回', en: 'Take back', from: ['open'], to: 'withdrawn', permission: 'collection:write', demands: ['reason'] },
  },
});

/** CollectionAnswer (摸底填报): what one unit fills in. One approval inside the unit, by the rule of reports. What is given back counts again once it is handed in anew. */
export const collectionAnswerLifecycle = defineLifecycle({
  object: 'collection_answer',
  title: { zh: '摸底填报', en: 'Answer to a collection' },
  states: {
    draft: { zh: '待填报', en: 'with the unit' },
    checking: { zh: '待本单位审核', en: 'waits for the approver of the unit' },
    submitted: { zh: '已报送', en: 'handed in; the office has not looked at it' },
    returned: { zh: '已退回', en: 'given back by the office, with the reason' },
    accepted: { zh: '已通过', en: 'accepted by the office' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'collection:answer', demands: [] },
    revise: { zh: '修改', en: 'Change what came back', from: ['returned'], to: 'returned', permission: 'collection:answer', demands: [] },
    hand_over: { zh: '交审核人', en: 'Hand to the approver', from: ['draft', 'returned'], to: 'checking', permission: 'collection:answer', demands: [] },
    send_back: { zh: '退给填报人', en: 'Give back inside the unit', from: ['checking'], to: 'draft', permission: 'collection:submit', demands: ['reason'] },
    submit: { zh: '报送', en: 'Hand in', from: ['draft', 'returned', 'checking'], to: 'submitted', permission: 'collection:submit', demands: [] },
    recall: { zh: '撤回', en: 'Take back', from: ['checking', 'submitted'], to: 'draft', permission: 'collection:answer', demands: [] },
    accept: { zh: '通过', en: 'Accept', from: ['submitted'], to: 'accepted', permission: 'collection:write', demands: [] },
    return: { zh: '退回', en: 'Give back', from: ['submitted', 'accepted'], to: 'returned', permission: 'collection:write', demands: ['reason'] },
  },
});

/** State of a collection. */
export type CollectionState = StateOf<typeof collectionLifecycle>;
/** Action on a collection. */
export type CollectionAction = ActionOf<typeof collectionLifecycle>;
/** State of what one unit answers. */
export type CollectionAnswerState = StateOf<typeof collectionAnswerLifecycle>;
/** Action on what one unit answers. */
export type CollectionAnswerAction = ActionOf<typeof collectionAnswerLifecycle>;

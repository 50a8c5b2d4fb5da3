import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Nomination (推荐、申请): somebody is to be taken into a pool. A unit recommends or the person applies, the county agrees where it has a say, whoever keeps the pool appoints. */
export const nominationLifecycle = defineLifecycle({
  object: 'nomination',
  title: { zh: '入队推荐', en: 'Nomination for a pool' },
  states: {
    draft: { zh: '草稿', en: 'being written by the unit' },
    recommended: { zh: '已推荐', en: 'recommended, or applied for' },
    reviewed: { zh: '县级已审', en: 'the county agrees' },
    appointed: { zh: '已聘任', en: 'appointed; a term has begun' },
    returned: { zh: '已退回', en: 'given back, with the reason' },
    declined: { zh: '未通过', en: 'declined, with the reason' },
    withdrawn: { zh: '已撤回', en: 'taken back, or the person does not want it' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'nomination:write', demands: [] },
    revise: { zh: '修改', en: 'Change what came back', from: ['returned'], to: 'returned', permission: 'nomination:write', demands: [] },
    recommend: { zh: '推荐', en: 'Recommend', from: ['draft', 'returned'], to: 'recommended', permission: 'nomination:write', demands: [] },
    withdraw: { zh: '撤回', en: 'Take back', from: ['draft', 'recommended', 'reviewed', 'returned'], to: 'withdrawn', permission: 'nomination:write', demands: [] },
    refuse: { zh: '本人不同意', en: 'The person says no', from: ['draft', 'recommended', 'reviewed', 'returned'], to: 'withdrawn', permission: 'self', demands: [] },
    review: { zh: '县级通过', en: 'Agree for the county', from: ['recommended'], to: 'reviewed', permission: 'nomination:decide', demands: [] },
    return: { zh: '退回', en: 'Give back', from: ['recommended', 'reviewed'], to: 'returned', permission: 'nomination:decide', demands: ['reason'] },
    decline: { zh: '不予聘任', en: 'Decline', from: ['recommended', 'reviewed'], to: 'declined', permission: 'nomination:decide', demands: ['reason'] },
    appoint: { zh: '聘任', en: 'Appoint', from: ['recommended', 'reviewed'], to: 'appointed', permission: 'nomination:decide', demands: [] },
  },
});

/** State of a nomination. */
export type NominationState = StateOf<typeof nominationLifecycle>;
/** Action on a nomination. */
export type NominationAction = ActionOf<typeof nominationLifecycle>;

import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Activity (活动). What can still be told from the clock (recruiting, full, going on, over) is no state: a state changes by a person's action only.
 * Moving or cancelling one shift leaves the activity where it is.
 */
export const activityLifecycle = defineLifecycle({
  object: 'activity',
  title: { zh: '活动', en: 'Activity' },
  states: {
    draft: { zh: '草稿', en: 'being prepared by the unit' },
    submitted: { zh: '待审核', en: 'waits for the office or the county' },
    open: { zh: '已发布', en: 'public; people sign up, and it takes place' },
    reported: { zh: '待审结项', en: 'over; turnout and proof wait to be accepted' },
    closed: { zh: '已结项', en: 'accepted; counts for the items that it serves' },
    cancelled: { zh: '已取消', en: 'does not take place; nobody counts as absent' },
  },
  initial: 'draft',
  actions: {
    submit: { zh: '提交审核', en: 'Hand in', from: ['draft'], to: 'submitted', permission: 'activity:submit', demands: [] },
    recall: { zh: '撤回', en: 'Take back', from: ['submitted'], to: 'draft', permission: 'activity:submit', demands: [] },
    return: { zh: '退回', en: 'Give back', from: ['submitted'], to: 'draft', permission: 'activity:approve', demands: ['reason'] },
    approve: { zh: '通过并发布', en: 'Approve and publish', from: ['submitted'], to: 'open', permission: 'activity:approve', demands: [] },
    cancel: { zh: '取消活动', en: 'Cancel', from: ['submitted', 'open'], to: 'cancelled', permission: 'activity:submit', demands: ['reason'] },
    report: { zh: '提交结项', en: 'Close', from: ['open'], to: 'reported', permission: 'activity:submit', demands: ['evidence'] },
    return_report: { zh: '退回结项', en: 'Give the close back', from: ['reported'], to: 'open', permission: 'activity:approve', demands: ['reason'] },
    accept_report: { zh: '结项通过', en: 'Accept the close', from: ['reported'], to: 'closed', permission: 'activity:approve', demands: [] },
    delete: { zh: '删除草稿', en: 'Throw the draft away', from: ['draft'], to: null, permission: 'activity:write', demands: [] },
  },
});

/** State of an activity. */
export type ActivityState = StateOf<typeof activityLifecycle>;
/** Action on an activity. */
export type ActivityAction = ActionOf<typeof activityLifecycle>;

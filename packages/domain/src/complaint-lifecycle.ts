import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Workdays within which a complaint is answered, and the answer reviewed: 15 (算法推荐管理规定 22 and 个人信息保护法 50 ask for a prompt one with reasons). */
export const COMPLAINT_WORKDAYS = 15;
/** Workdays before the end of that time at which those who answer are reminded. */
export const COMPLAINT_REMINDER_WORKDAYS = 3;
/** Days after an answer with which nobody was dissatisfied until the complaint is closed. */
export const COMPLAINT_LAPSE_DAYS = 30;

/** Complaint (投诉). Whoever made it holds a link and no account: what is `self` here is theirs. */
export const complaintLifecycle = defineLifecycle({
  object: 'complaint',
  title: { zh: '投诉', en: 'Complaint' },
  states: {
    open: { zh: '待答复', en: 'waits for an answer' },
    answered: { zh: '已答复', en: 'answered; may be disputed once' },
    reopened: { zh: '待复核', en: 'the answer did not satisfy; the city office looks at it again' },
    closed: { zh: '已办结', en: 'closed' },
  },
  initial: 'open',
  actions: {
    answer: { zh: '答复', en: 'Answer', from: ['open'], to: 'answered', permission: 'complaint:answer', demands: ['answer'] },
    dispute: { zh: '不满意，请市里复核', en: 'Not satisfied', from: ['answered'], to: 'reopened', permission: 'self', demands: ['reason'] },
    accept: { zh: '满意，办结', en: 'That will do', from: ['answered'], to: 'closed', permission: 'self', demands: [] },
    lapse: { zh: '期满办结', en: 'Close after the time', from: ['answered'], to: 'closed', permission: 'system', demands: [] },
    review: { zh: '复核答复', en: 'Review', from: ['reopened'], to: 'closed', permission: 'complaint:answer', demands: ['answer'] },
  },
});

/** State of a complaint. */
export type ComplaintLifecycleState = StateOf<typeof complaintLifecycle>;
/** Action on a complaint. */
export type ComplaintAction = ActionOf<typeof complaintLifecycle>;

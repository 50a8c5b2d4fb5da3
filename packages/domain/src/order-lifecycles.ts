import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Order (点单): a village, community or school asks for a talk, the county reviews, lecturers are asked one after the other, and a confirmed one is an activity. What is `self` here is of whoever ordered, or of the lecturer. */
export const orderLifecycle = defineLifecycle({
  object: 'order',
  title: { zh: '点单', en: 'Order' },
  states: {
    submitted: { zh: '待审核', en: 'waits for the county' },
    asked: { zh: '待补充', en: 'the county has asked back' },
    dispatching: { zh: '派单中', en: 'accepted; a lecturer is looked for' },
    confirmed: { zh: '已确认', en: 'a lecturer has said yes; it is an activity' },
    done: { zh: '待评价', en: 'the close of the activity is accepted; ratings are awaited' },
    closed: { zh: '已办结', en: 'rated by both sides, or their time is over' },
    declined: { zh: '已退单', en: 'declined, with the reason' },
    unfilled: { zh: '暂无讲师承接', en: 'nobody was found; alternatives were told' },
    cancelled: { zh: '已取消', en: 'called off' },
  },
  initial: 'submitted',
  actions: {
    ask: { zh: '要求补充', en: 'Ask back', from: ['submitted'], to: 'asked', permission: 'order:write', demands: ['question'] },
    revise: { zh: '修改', en: 'Change the wish', from: ['submitted', 'asked'], to: 'submitted', permission: 'self', demands: [] },
    accept: { zh: '受理', en: 'Accept', from: ['submitted', 'asked'], to: 'dispatching', permission: 'order:write', demands: [] },
    decline: { zh: '退单', en: 'Decline', from: ['submitted', 'asked'], to: 'declined', permission: 'order:write', demands: ['reason'] },
    confirm: { zh: '讲师接单', en: 'The lecturer says yes', from: ['dispatching'], to: 'confirmed', permission: 'self', demands: [] },
    step_back: { zh: '讲师退出', en: 'The lecturer steps back', from: ['confirmed'], to: 'dispatching', permission: 'self', demands: ['reason'] },
    replace: { zh: '更换讲师', en: 'Replace the lecturer', from: ['confirmed'], to: 'dispatching', permission: 'order:write', demands: ['reason'] },
    move: { zh: '改期', en: 'Move', from: ['confirmed'], to: 'confirmed', permission: 'order:write', demands: ['reason'] },
    give_up: { zh: '暂无讲师承接', en: 'Give up the search', from: ['dispatching'], to: 'unfilled', permission: 'order:write', demands: ['reason'] },
    lapse: { zh: '到期无讲师承接', en: 'Nobody found in time', from: ['dispatching'], to: 'unfilled', permission: 'system', demands: [] },
    cancel: { zh: '取消', en: 'Call off', from: ['submitted', 'asked', 'dispatching', 'confirmed'], to: 'cancelled', permission: 'self', demands: ['reason'] },
    call_off: { zh: '取消点单', en: 'Call off for whoever ordered', from: ['submitted', 'asked', 'dispatching', 'confirmed'], to: 'cancelled', permission: 'order:place', demands: ['reason'] },
    complete: { zh: '活动结项', en: 'The activity is closed', from: ['confirmed'], to: 'done', permission: 'system', demands: [] },
    close: { zh: '办结', en: 'Close', from: ['done'], to: 'closed', permission: 'system', demands: [] },
  },
});

/** Offer of an order to a lecturer (派单邀请). */
export const orderOfferLifecycle = defineLifecycle({
  object: 'order_offer',
  title: { zh: '派单邀请', en: 'Offer of an order' },
  states: {
    offered: { zh: '待答复', en: 'waits for the lecturer' },
    accepted: { zh: '已接单', en: 'accepted; one at most of an order' },
    declined: { zh: '不能接', en: 'the lecturer said no' },
    expired: { zh: '逾期未答', en: 'no answer in time' },
    withdrawn: { zh: '已收回', en: 'taken back, or somebody else was first' },
    stepped_back: { zh: '接单后退出', en: 'the lecturer cannot come after all' },
    released: { zh: '已换人', en: 'replaced by the county, or the order was called off' },
  },
  initial: 'offered',
  actions: {
    accept: { zh: '接单', en: 'Accept', from: ['offered'], to: 'accepted', permission: 'self', demands: [] },
    decline: { zh: '不能接', en: 'Say no', from: ['offered'], to: 'declined', permission: 'self', demands: [] },
    expire: { zh: '逾期', en: 'Let it expire', from: ['offered'], to: 'expired', permission: 'system', demands: [] },
    withdraw: { zh: '收回', en: 'Take back', from: ['offered'], to: 'withdrawn', permission: 'order:write', demands: ['reason'] },
    step_back: { zh: '退出', en: 'Step back', from: ['accepted'], to: 'stepped_back', permission: 'self', demands: ['reason'] },
    release: { zh: '换人', en: 'Release', from: ['accepted'], to: 'released', permission: 'order:write', demands: ['reason'] },
  },
});

/** State of an order. */
export type OrderLifecycleState = StateOf<typeof orderLifecycle>;
/** Action on an order. */
export type OrderAction = ActionOf<typeof orderLifecycle>;
/** State of an offer. */
export type OrderOfferLifecycleState = StateOf<typeof orderOfferLifecycle>;
/** Action on an offer. */
export type OrderOfferAction = ActionOf<typeof orderOfferLifecycle>;

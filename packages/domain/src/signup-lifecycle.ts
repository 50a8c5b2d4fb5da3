import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Sign-up (报名). A place is taken by `confirm` and `admit` alone, and by them one at a time. `withdraw` and `renew` are the volunteer's own,
 * so no permission stands for them but being that person.
 */
export const signupLifecycle = defineLifecycle({
  object: 'signup',
  title: { zh: '报名', en: 'Sign-up' },
  states: {
    requested: { zh: '待确认', en: 'asked for; the unit decides' },
    waiting: { zh: '候补', en: 'no place yet; next in turn when one opens' },
    confirmed: { zh: '已录取', en: 'has the place' },
    refused: { zh: '未录取', en: 'no place, with the reason' },
    withdrawn: { zh: '已退出', en: 'left by the own wish, or because the registration or a certificate does not hold' },
    cancelled: { zh: '活动取消', en: 'the activity or the shift does not take place' },
  },
  initial: 'requested',
  actions: {
    admit: { zh: '即时录取', en: 'Admit at once', from: ['requested', 'waiting'], to: 'confirmed', permission: 'system', demands: [] },
    confirm: { zh: '录取', en: 'Confirm', from: ['requested', 'waiting'], to: 'confirmed', permission: 'signup:decide', demands: [] },
    queue: { zh: '列入候补', en: 'Put on the waiting list', from: ['requested'], to: 'waiting', permission: 'signup:decide', demands: [] },
    refuse: { zh: '不予录取', en: 'Refuse', from: ['requested', 'waiting', 'confirmed'], to: 'refused', permission: 'signup:decide', demands: ['reason'] },
    withdraw: { zh: '退出', en: 'Leave', from: ['requested', 'waiting', 'confirmed'], to: 'withdrawn', permission: 'self', demands: [] },
    renew: { zh: '重新报名', en: 'Sign up again', from: ['withdrawn', 'cancelled'], to: 'requested', permission: 'self', demands: [] },
    release: { zh: '因登记失效退出', en: 'Left because the registration does not hold', from: ['requested', 'waiting', 'confirmed'], to: 'withdrawn', permission: 'system', demands: ['reason'] },
    lapse: { zh: '因资质或聘期失效退出', en: 'Left because a certificate or a term does not hold on the day', from: ['requested', 'waiting', 'confirmed'], to: 'withdrawn', permission: 'system', demands: ['reason'] },
    pass: { zh: '名额保留到期', en: 'Held in vain', from: ['waiting'], to: 'withdrawn', permission: 'system', demands: [] },
    cancel: { zh: '随活动取消', en: 'Cancelled with the activity', from: ['requested', 'waiting', 'confirmed'], to: 'cancelled', permission: 'system', demands: [] },
  },
});

/** State of a sign-up. */
export type SignupState = StateOf<typeof signupLifecycle>;
/** Action on a sign-up. */
export type SignupAction = ActionOf<typeof signupLifecycle>;

import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Standing of a volunteer's registration (登记状态). `suspend` is the system's own: a document says that somebody who claimed to be of age is not. A void registration does not
 * come back; who registered falsely and means well registers anew.
 */
export const standingLifecycle = defineLifecycle({
  object: 'registration',
  title: { zh: '志愿者登记', en: 'Registration of a volunteer' },
  states: {
    good: { zh: '正常', en: 'in order' },
    frozen: { zh: '已冻结', en: 'no new sign-ups and no hours until it is cleared up; places and records stay' },
    void: { zh: '已作废', en: 'was false: account closed to its holder, places left, records taken back' },
  },
  initial: 'good',
  actions: {
    freeze: { zh: '冻结', en: 'Freeze', from: ['good'], to: 'frozen', permission: 'volunteer:freeze', demands: ['reason'] },
    suspend: { zh: '因年龄冻结', en: 'Freeze for age', from: ['good'], to: 'frozen', permission: 'system', demands: ['reason'] },
    unfreeze: { zh: '解除冻结', en: 'Unfreeze', from: ['frozen'], to: 'good', permission: 'volunteer:freeze', demands: ['reason'] },
    void: { zh: '作废', en: 'Make void', from: ['good', 'frozen'], to: 'void', permission: 'volunteer:freeze', demands: ['reason'] },
  },
});

/** Standing of a registration. */
export type Standing = StateOf<typeof standingLifecycle>;
/** Action on a registration. */
export type StandingAction = ActionOf<typeof standingLifecycle>;

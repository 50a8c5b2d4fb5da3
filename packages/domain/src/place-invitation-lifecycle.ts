import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Invitation to a place (活动邀请): a place offered to a person, with a deadline. The answer can be changed while there is a place; what is late is no refusal. */
export const placeInvitationLifecycle = defineLifecycle({
  object: 'place_invitation',
  title: { zh: '活动邀请', en: 'Invitation to a place' },
  states: {
    sent: { zh: '待答复', en: 'waits for the answer' },
    accepted: { zh: '答应了', en: 'the person said yes and has a place' },
    declined: { zh: '这次不来', en: 'the person said no, or gave the place up' },
    lapsed: { zh: '没有答复', en: 'no answer in time; a late yes counts while there is a place' },
    closed: { zh: '已结束', en: 'filled, called back, or the shift has begun or was cancelled' },
  },
  initial: 'sent',
  actions: {
    accept: { zh: '我能来', en: 'Say yes', from: ['sent', 'declined', 'lapsed'], to: 'accepted', permission: 'self', demands: [] },
    decline: { zh: '这次来不了', en: 'Say no', from: ['sent', 'accepted', 'lapsed'], to: 'declined', permission: 'self', demands: [] },
    lapse: { zh: '到期', en: 'Let it lapse', from: ['sent'], to: 'lapsed', permission: 'system', demands: [] },
    close: { zh: '结束', en: 'Close', from: ['sent', 'lapsed'], to: 'closed', permission: 'system', demands: [] },
    call_back: { zh: '收回邀请', en: 'Call back', from: ['sent'], to: 'closed', permission: 'signup:decide', demands: [] },
  },
});

/** State of an invitation to a place. */
export type PlaceInvitationState = StateOf<typeof placeInvitationLifecycle>;
/** Action on an invitation to a place. */
export type PlaceInvitationAction = ActionOf<typeof placeInvitationLifecycle>;

import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Booking of a shared thing (共享设施预约). Only a confirmed one holds its parts of days, and no two hold the same. */
export const bookingLifecycle = defineLifecycle({
  object: 'thing_booking',
  title: { zh: '共享设施预约', en: 'Booking of a shared thing' },
  states: {
    asked: { zh: '待确认', en: 'whoever keeps the thing decides' },
    confirmed: { zh: '已确认', en: 'the thing comes' },
    declined: { zh: '未同意', en: 'it does not come, with the reason' },
    taken_back: { zh: '已收回', en: 'it cannot come after all, with the reason' },
    withdrawn: { zh: '已撤销', en: 'it is needed no more' },
  },
  initial: 'asked',
  actions: {
    confirm: { zh: '确认', en: 'Confirm', from: ['asked'], to: 'confirmed', permission: 'thing:write', demands: [] },
    decline: { zh: '不同意', en: 'Decline', from: ['asked'], to: 'declined', permission: 'thing:write', demands: ['reason'] },
    move: { zh: '改期', en: 'Move', from: ['asked', 'confirmed'], to: 'confirmed', permission: 'thing:write', demands: ['reason'] },
    take_back: { zh: '收回', en: 'Take back', from: ['confirmed'], to: 'taken_back', permission: 'thing:write', demands: ['reason'] },
    withdraw: { zh: '撤销', en: 'Need it no more', from: ['asked', 'confirmed'], to: 'withdrawn', permission: 'thing:ask', demands: [] },
  },
});

/** State of a booking. */
export type BookingState = StateOf<typeof bookingLifecycle>;
/** Action on a booking. */
export type BookingAction = ActionOf<typeof bookingLifecycle>;

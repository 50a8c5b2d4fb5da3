import { pageOf } from '../paging.js';
import { decision, reasonedDecision } from '../plans/schemas.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as t from './schemas.js';

const steps = ['version.stale', 'lifecycle.not_allowed'] as const;

/** Routes of shared things (共享设施) and their calendar. */
export const thingRoutes = {
  getPublicThings: defineRoute('getPublicThings', { summary: 'Shared things, and where they come next', access: 'public', query: t.publicThingsQuery, response: t.publicThings }),
  listSharedThings: defineRoute('listSharedThings', { summary: 'Things that are shared', access: 'thing:read', query: t.sharedThingQuery, response: t.sharedThings }),
  createSharedThing: defineRoute('createSharedThing', { summary: 'Share a thing', access: 'thing:write', body: t.sharedThingInput, response: t.sharedThing, status: 201, repeatable: true, errors: ['reference.not_found', 'thing.name_taken'] }),
  getSharedThing: defineRoute('getSharedThing', { summary: 'One shared thing', access: 'thing:read', params: byId, response: t.sharedThing }),
  updateSharedThing: defineRoute('updateSharedThing', { summary: 'Change a shared thing', access: 'thing:write', params: byId, body: t.sharedThingChange, response: t.sharedThing, errors: ['version.stale', 'thing.name_taken'] }),
  getThingMonth: defineRoute('getThingMonth', { summary: 'A month of the calendar', access: 'thing:read', query: t.thingMonthQuery, response: t.thingMonth }),
  listThingBookings: defineRoute('listThingBookings', { summary: 'Bookings within reach', access: 'thing:read', query: t.bookingQuery, response: pageOf(t.booking) }),
  createThingBooking: defineRoute('createThingBooking', { summary: 'Ask for a thing', access: 'thing:ask', body: t.bookingInput, response: t.booking, status: 201, repeatable: true, errors: ['reference.not_found', 'thing.closed', 'booking.taken'] }),
  getThingBooking: defineRoute('getThingBooking', { summary: 'One booking', access: 'thing:read', params: byId, response: t.booking }),
  confirmThingBooking: defineRoute('confirmThingBooking', { summary: 'Confirm a booking', access: 'thing:write', params: byId, body: decision, response: t.booking, errors: [...steps, 'booking.taken', 'booking.over'] }),
  declineThingBooking: defineRoute('declineThingBooking', { summary: 'Decline a booking, with a reason', access: 'thing:write', params: byId, body: reasonedDecision, response: t.booking, errors: steps }),
  moveThingBooking: defineRoute('moveThingBooking', { summary: 'Move a booking to other days, with a reason', access: 'thing:write', params: byId, body: t.bookingMove, response: t.booking, errors: [...steps, 'booking.taken', 'booking.over'] }),
  takeThingBack: defineRoute('takeThingBack', { summary: 'Take a confirmed booking back, with a reason', access: 'thing:write', params: byId, body: reasonedDecision, response: t.booking, errors: [...steps, 'booking.over'] }),
  withdrawThingBooking: defineRoute('withdrawThingBooking', { summary: 'Need the thing no more', access: 'thing:ask', params: byId, body: decision, response: t.booking, errors: [...steps, 'booking.over'] }),
  getThingBookingHistory: defineRoute('getThingBookingHistory', { summary: 'What happened to a booking', access: 'thing:read', params: byId, response: pageOf(historyEntry) }),
} as const;

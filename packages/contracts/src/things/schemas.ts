import { z } from 'zod';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { dayParts } from '../volunteers/schemas.js';

/** What is shared: 科普大篷车, 流动科技馆, 流动天文台, 巡展, other. */
export const thingKinds = ['van', 'mobile_museum', 'planetarium', 'exhibition', 'other'] as const;
/** States of a booking: asked for, confirmed, declined, taken back by the keeper, withdrawn by whoever asked. */
export const bookingStates = ['asked', 'confirmed', 'declined', 'taken_back', 'withdrawn'] as const;
/** Most of what a booking may hold: days in one, and how far ahead. */
export const bookingLimits = { days: 31, ahead: 400, purpose: 300 } as const;

/** A thing that is shared (共享设施), and who keeps it. */
export const sharedThing = z.object({
  id, name: z.string(), kind: z.enum(thingKinds), unit: named.describe('keeps it'), about: z.string().nullable(), needs: z.string().nullable().describe('what it needs on the spot: room, power, people'), shown: z.boolean().describe('anybody may read where it comes next'), closed: z.boolean().describe('nobody can ask for it'),
  waiting: z.int().nullable().describe('what waits for whoever keeps it; for them alone'), may: z.object({ write: z.boolean() }), version,
}).meta({ id: 'SharedThing' });
/** A thing that is shared. */
export type SharedThing = z.output<typeof sharedThing>;
/** Filters of shared things. */
export const sharedThingQuery = listQuery(['name'], { kind: z.enum(thingKinds).optional(), unitId: id.optional(), closed: flag.optional() });
const fields = { name: line(lengths.name), kind: z.enum(thingKinds), about: paragraph(lengths.note).nullable(), needs: paragraph(lengths.note).nullable(), shown: z.boolean() };
/** A thing that a unit shares. */
export const sharedThingInput = z.strictObject({ unitId: id, ...fields, about: fields.about.default(null), needs: fields.needs.default(null), shown: fields.shown.default(true) }).meta({ id: 'SharedThingInput' });
/** Changes to a thing. */
export const sharedThingChange = z.strictObject({ version, ...z.object({ ...fields, closed: z.boolean() }).partial().shape }).meta({ id: 'SharedThingChange' });

/** A part of a day. */
const slot = z.object({ day, part: z.enum(dayParts) });
/** A part of a day. */
export type BookingSlot = z.output<typeof slot>;
/** A booking of a thing, as whoever asked and whoever keeps it see it. */
export const booking = z.object({
  id, thing: named, keeper: named, unit: named.describe('asked for it'), activity: z.object({ id, title: z.string() }).nullable(), place: z.string(), county: z.object({ code: divisionCode, name: z.string() }), purpose: z.string(), slots: z.array(slot), firstDay: day, lastDay: day, state: z.enum(bookingStates), reason: z.string().nullable(), moved: z.string().nullable().describe('why it was moved'),
  clashes: z.array(slot).describe('what of it another booking holds already'), askedBy: z.string(), askedAt: instant, decidedBy: z.string().nullable(), decidedAt: instant.nullable(), may: z.object({ decide: z.boolean(), withdraw: z.boolean() }), version,
}).meta({ id: 'ThingBooking' });
/** A booking of a thing. */
export type ThingBooking = z.output<typeof booking>;
/** Filters of bookings. `waiting`: what the reader is to decide. */
export const bookingQuery = listQuery(['firstDay', 'askedAt'], { thingId: id.optional(), unitId: id.optional(), activityId: id.optional(), state: z.enum(bookingStates).optional(), waiting: flag.optional(), from: day.optional(), to: day.optional() });
const span = { from: day, to: day, parts: z.array(z.enum(dayParts)).min(1).max(dayParts.length).describe('the same on each of the days') };
/** Somebody asks for a thing: for an activity, or for a place. */
export const bookingInput = z.strictObject({ thingId: id, unitId: id, activityId: id.nullable().default(null), place: line(lengths.place), countyCode: divisionCode, purpose: line(bookingLimits.purpose), ...span }).meta({ id: 'ThingBookingInput' });
/** Other days. */
export const bookingMove = z.strictObject({ version, reason: paragraph(lengths.note), ...span }).meta({ id: 'ThingBookingMove' });

/** One part of one day in the calendar: where a thing is. Whoever asked is a body, not a person. */
const stop = z.object({ bookingId: id, thing: named, kind: z.enum(thingKinds), day, part: z.enum(dayParts), unit: named, place: z.string(), countyName: z.string(), activity: z.object({ id, title: z.string() }).nullable() });
/** One part of one day in the calendar. */
export type ThingStop = z.output<typeof stop>;
/** Which month, of which thing. */
export const thingMonthQuery = z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/).optional(), thingId: id.optional() });
/** A month of the calendar, by day. */
export const thingMonth = z.object({ month: z.string(), today: day, things: z.array(z.object({ id, name: z.string(), kind: z.enum(thingKinds) })), stops: z.array(stop) }).meta({ id: 'ThingMonth' });
/** A month of the calendar. */
export type ThingMonth = z.output<typeof thingMonth>;

/** Where a thing comes next, for anybody: consecutive days at one place are one stop. */
const publicStop = z.object({ thing: named, from: day, to: day, parts: z.array(z.enum(dayParts)), place: z.string(), countyName: z.string(), unit: z.string(), activity: z.object({ id, title: z.string() }).nullable() });
/** Where a thing comes next, for anybody. */
export type PublicStop = z.output<typeof publicStop>;
/** Which thing. */
export const publicThingsQuery = z.strictObject({ thingId: id.optional() });
/** Shared things and where they come next, for anybody. */
export const publicThings = z.object({ asOf: day, data: z.array(z.object({ id, name: z.string(), kind: z.enum(thingKinds), unit: z.string(), about: z.string().nullable(), needs: z.string().nullable() })), stops: z.array(publicStop) }).meta({ id: 'PublicThings' });
/** Shared things, for anybody. */
export type PublicThings = z.output<typeof publicThings>;
/** A page of things. */
export const sharedThings = pageOf(sharedThing);

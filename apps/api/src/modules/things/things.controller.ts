import { Controller } from '@nestjs/common';
import { thingRoutes as routes, type HistoryEntry, type Page, type PublicThings, type SharedThing, type ThingBooking, type ThingMonth } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { Bookings } from './bookings.service.js';
import { ThingCalendar } from './thing-calendar.service.js';
import { Things } from './things.service.js';

/** Shared things and their calendar. */
@Controller()
export class ThingsController {
  constructor(private readonly things: Things, private readonly bookings: Bookings, private readonly calendar: ThingCalendar) {}

  @ContractRoute(routes.getPublicThings)
  getPublicThings(@Input(routes.getPublicThings) input: Given<typeof routes.getPublicThings>): Promise<PublicThings> { return this.calendar.forAnybody(input.query.thingId); }

  @ContractRoute(routes.listSharedThings)
  listSharedThings(@CurrentActor() actor: PersonActor, @Input(routes.listSharedThings) input: Given<typeof routes.listSharedThings>): Promise<Page<SharedThing>> { return this.things.list(actor, input.query); }

  @ContractRoute(routes.createSharedThing)
  createSharedThing(@CurrentActor() actor: PersonActor, @Input(routes.createSharedThing) input: Given<typeof routes.createSharedThing>): Promise<SharedThing> { return this.things.create(actor, input.body); }

  @ContractRoute(routes.getSharedThing)
  getSharedThing(@CurrentActor() actor: PersonActor, @Input(routes.getSharedThing) input: Given<typeof routes.getSharedThing>): Promise<SharedThing> { return this.things.get(actor, input.params.id); }

  @ContractRoute(routes.updateSharedThing)
  updateSharedThing(@CurrentActor() actor: PersonActor, @Input(routes.updateSharedThing) input: Given<typeof routes.updateSharedThing>): Promise<SharedThing> { return this.things.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.getThingMonth)
  getThingMonth(@Input(routes.getThingMonth) input: Given<typeof routes.getThingMonth>): Promise<ThingMonth> { return this.calendar.month(input.query); }

  @ContractRoute(routes.listThingBookings)
  listThingBookings(@CurrentActor() actor: PersonActor, @Input(routes.listThingBookings) input: Given<typeof routes.listThingBookings>): Promise<Page<ThingBooking>> { return this.bookings.list(actor, input.query); }

  @ContractRoute(routes.createThingBooking)
  createThingBooking(@CurrentActor() actor: PersonActor, @Input(routes.createThingBooking) input: Given<typeof routes.createThingBooking>): Promise<ThingBooking> { return this.bookings.create(actor, input.body); }

  @ContractRoute(routes.getThingBooking)
  getThingBooking(@CurrentActor() actor: PersonActor, @Input(routes.getThingBooking) input: Given<typeof routes.getThingBooking>): Promise<ThingBooking> { return this.bookings.get(actor, input.params.id); }

  @ContractRoute(routes.confirmThingBooking)
  confirmThingBooking(@CurrentActor() actor: PersonActor, @Input(routes.confirmThingBooking) input: Given<typeof routes.confirmThingBooking>): Promise<ThingBooking> { return this.bookings.confirm(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.declineThingBooking)
  declineThingBooking(@CurrentActor() actor: PersonActor, @Input(routes.declineThingBooking) input: Given<typeof routes.declineThingBooking>): Promise<ThingBooking> { return this.bookings.decline(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(routes.moveThingBooking)
  moveThingBooking(@CurrentActor() actor: PersonActor, @Input(routes.moveThingBooking) input: Given<typeof routes.moveThingBooking>): Promise<ThingBooking> { return this.bookings.move(actor, input.params.id, input.body); }

  @ContractRoute(routes.takeThingBack)
  takeThingBack(@CurrentActor() actor: PersonActor, @Input(routes.takeThingBack) input: Given<typeof routes.takeThingBack>): Promise<ThingBooking> { return this.bookings.takeBack(actor, input.params.id, input.body.version, input.body.reason); }

  @ContractRoute(routes.withdrawThingBooking)
  withdrawThingBooking(@CurrentActor() actor: PersonActor, @Input(routes.withdrawThingBooking) input: Given<typeof routes.withdrawThingBooking>): Promise<ThingBooking> { return this.bookings.withdraw(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.getThingBookingHistory)
  getThingBookingHistory(@CurrentActor() actor: PersonActor, @Input(routes.getThingBookingHistory) input: Given<typeof routes.getThingBookingHistory>): Promise<Page<HistoryEntry>> { return this.bookings.historyOf(actor, input.params.id); }
}

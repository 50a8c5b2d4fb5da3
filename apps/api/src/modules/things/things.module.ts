import { Module, type OnModuleInit } from '@nestjs/common';
import { ActivityFollowers } from '../activities/index.js';
import { IdentityModule, PersonData } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { UnitsModule, UnitSuccession } from '../units/index.js';
import { BookingNotices } from './booking-notices.js';
import { BookingsRepository } from './bookings.repository.js';
import { Bookings } from './bookings.service.js';
import { ThingCalendar } from './thing-calendar.service.js';
import { ThingsController } from './things.controller.js';
import { ThingsRepository } from './things.repository.js';
import { Things } from './things.service.js';

/** Things that units share, and their calendar. */
@Module({
  imports: [IdentityModule, UnitsModule, NoticesModule],
  controllers: [ThingsController],
  providers: [BookingNotices, Bookings, BookingsRepository, ThingCalendar, Things, ThingsRepository],
  exports: [Bookings, Things],
})
export class ThingsModule implements OnModuleInit {
  constructor(private readonly succession: UnitSuccession, private readonly followers: ActivityFollowers, private readonly data: PersonData, private readonly rows: ThingsRepository, private readonly bookings: Bookings) {}

  onModuleInit(): void {
    this.succession.register('shared things', (fromUnit, toUnit) => this.rows.moveUnit(fromUnit, toUnit));
    this.data.registerActs('shared_things.created_by', 'thing_bookings.created_by', 'thing_bookings.decided_by');
    this.followers.register({
      moved: () => Promise.resolve(), accepted: () => Promise.resolve(), left: () => Promise.resolve(),
      cancelled: (actor, activityId, reason) => this.bookings.endOf(actor, activityId, reason),
    });
  }
}

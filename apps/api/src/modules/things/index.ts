import { BookingSlotEntity, SharedThingEntity, ThingBookingEntity } from './thing.entity.js';

export { Bookings } from './bookings.service.js';
export { Things } from './things.service.js';
export { ThingsModule } from './things.module.js';
export const thingEntities = [SharedThingEntity, ThingBookingEntity, BookingSlotEntity];

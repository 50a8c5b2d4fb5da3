import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { anyOf, type Predicate } from '../../platform/database/index.js';

/** Bookings that somebody has to do with: of the things that are kept within the reach, and those that were asked for within it. `ku` is the alias of the unit that keeps the thing, `u` of the one that asked. */
export const bookingsWithin = (actor: Actor): Predicate => {
  const reach = reachOf(actor, 'thing:read');
  return anyOf([unitsWithin(reach, 'ku'), unitsWithin(reach, 'u')]);
};
/** What waits for the reader's yes or no. */
export const keptBookings = (actor: Actor): Predicate => unitsWithin(reachOf(actor, 'thing:write'), 'ku');

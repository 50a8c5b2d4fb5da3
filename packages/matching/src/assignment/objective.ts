import type { SeatValues } from './input.js';

/** Hundredths of preference stand above the way, which only decides between those of the same. */
const PREFERENCE = 10;
const WAY = 9;
/** The most that an edge can be worth. */
export const TOP_WORTH = 100 * PREFERENCE + WAY + 1;

/**
 * The worth of a person in a position: preference in whole hundredths first, then the way. Above 0, for a filled seat is always better than an empty one.
 *
 * @param preference how well they suit each other, 0 to 1: the score without what the seat itself is worth
 * @param nearness 1 at the door, 0 at the person's limit
 */
export function worthOf(preference: number, nearness: number): number {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return 1 + PREFERENCE * Math.round(100 * within(preference)) + WAY * within(nearness);
}

/**
 * What seats are worth, so that staffing comes before parity and parity before all preference: a seat held dear for a village outweighs any one
 * person's preference, and one that an activity needs to be held outweighs all that a person of so many services could bring elsewhere.
 */
export function seatValuesFor(servicesAWeek: number): SeatValues {
  return { parity: TOP_WORTH, staffing: (servicesAWeek + 1) * 2 * TOP_WORTH };
}

/** How many seats of a position are held dear: the first half in a village, and never fewer than it needs; none in the towns. */
export function reservedSeats(seats: number, minimum: number, urbanCore: boolean): number {
  return urbanCore ? 0 : Math.max(minimum, Math.ceil(seats / 2));
}

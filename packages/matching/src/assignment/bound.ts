import type { Instance } from './instance.js';
import { seatValue } from './seat-value.js';
import type { WeekPlanner } from './week-planner.js';

/**
 * No assignment whatsoever is worth more than this: the Lagrangian relaxation of the seats at given prices. Everybody's best week at those prices, and what each position earns
 * by them with the number of seats that suits it best.
 */
export function lagrangianBound(instance: Instance, price: Float64Array, planner: WeekPlanner): number {
  const { input: { volunteers, positions }, seats } = instance;
  let bound = 0;
  for (let volunteer = 0; volunteer < volunteers.count; volunteer++) {
    planner.look(volunteer, price);
    bound += planner.plan();
  }
  for (let at = 0; at < positions.count; at++) {
    for (let rank = 0; rank < seats[at]!; rank++) bound += Math.max(0, seatValue(instance, at, rank) + price[at]!);
  }
  return bound;
}

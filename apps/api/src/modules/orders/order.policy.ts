import type { Permission } from '@kepu/contracts';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { anyOf, everything, startsWith, type Predicate } from '../../platform/database/index.js';

/** What staff ask of orders. */
export type OrderRight = Extract<Permission, 'order:read' | 'order:place' | 'order:write'>;

/** Orders within reach: a county's by where they are, a unit's by who ordered. `o` is the alias of the order, `ou` of its unit. */
export const ordersWithin = (actor: Actor, right: OrderRight): Predicate => {
  const reach = reachOf(actor, right);
  return reach === 'all' ? everything : anyOf([
    ...reach.divisions.map((code, index) => startsWith('o.county_id', code, `orderCounty${index}`)),
    ...reach.unitPaths.map((path, index) => startsWith('ou.path', path, `orderUnit${index}`)),
  ]);
};

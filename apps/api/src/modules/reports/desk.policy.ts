import type { Permission } from '@kepu/contracts';
import { can, reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, nothing, startsWith, type Predicate } from '../../platform/database/predicates.js';

/**
 * Units for which the reader does the work, rather than looking after those who do: a liaison's own ones, a county's office, the body that hosts the city's
 * office. Without this an office would find the sign-ups of every unit on its desk.
 */
export const ownUnits = (actor: Actor, permission: Permission, unit = 'u'): Predicate => {
  const reach = reachOf(actor, permission);
  if (reach === 'all') return { sql: `${unit}.hosts_office = 1`, params: {} };
  return anyOf([
    ...reach.divisions.map((code, index) => allOf([{ sql: `${unit}.kind = 'county_office'`, params: {} }, startsWith(`${unit}.division_id`, code, `own${index}`)])),
    ...(reach.unitPaths.length > 0 ? [unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, unit)] : []),
  ]);
};

/** Units whose work the reader looks after, by a permission that only those hold who do. */
export const unitsLookedAfter = (actor: Actor, permission: Permission, unit = 'u'): Predicate => (can(actor, permission) ? unitsWithin(reachOf(actor, permission), unit) : nothing);

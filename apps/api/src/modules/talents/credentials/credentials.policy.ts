import type { Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { anyOf, everything, startsWith, type Predicate } from '../../../platform/database/index.js';

/** Certificates of the people whom staff see: the office all of them, a county those who live there, a unit its own. `v` is the alias of the volunteer, `u` of the unit. */
export const credentialsWithin = (actor: Actor, permission: Permission): Predicate => {
  const reach = reachOf(actor, permission);
  if (reach === 'all') return everything;
  return anyOf([...reach.divisions.map((code, index) => startsWith('v.county_id', code, `credentialCounty${index}`)), unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'u')]);
};

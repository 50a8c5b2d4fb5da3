import type { Permission } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { anyOf, everything, startsWith, type Predicate } from '../../platform/database/index.js';

/**
 * Volunteers whom staff see: the office all of them, a county those who live there, a liaison those who belong to the own unit or to one below it. `v` is the alias
 * of the volunteer, `u` of the unit. Who signs up for a unit's activity is seen in that activity's list.
 */
export const visibleVolunteers = (actor: Actor, permission: Permission = 'volunteer:read'): Predicate => {
  const reach = reachOf(actor, permission);
  if (reach === 'all') return everything;
  return anyOf([...reach.divisions.map((code, index) => startsWith('v.county_id', code, `county${index}`)), unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'u')]);
};

/** Whether somebody may be registered for a county: the office anywhere, a county at home. */
export const mayRegisterIn = (actor: Actor, countyCode: string): boolean => {
  const reach = reachOf(actor, 'volunteer:register');
  return reach === 'all' || reach.divisions.some((code) => countyCode.startsWith(code));
};

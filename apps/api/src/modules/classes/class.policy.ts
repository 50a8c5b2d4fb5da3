import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import type { Predicate } from '../../platform/database/index.js';

/** Classes of schools that the actor speaks or writes for, or of the own county or city. `u` is the alias of the school. */
export const classesWithin = (actor: Actor): Predicate => unitsWithin(reachOf(actor, 'class:write'), 'u');

/** Whether the actor works at the school itself: an office reads surnames (未成年人网络保护条例 36). */
export const worksAt = (actor: Actor, unitPath: string): boolean => {
  const reach = reachOf(actor, 'class:write');
  return reach !== 'all' && reach.unitPaths.some((path) => unitPath.startsWith(path));
};

/** Whether the actor may open minors' records of the school. */
export const opensRecordsOf = (actor: Actor, unit: { readonly unitPath: string; readonly divisionId: string }): boolean => {
  const reach = reachOf(actor, 'minor:open');
  return reach === 'all' || reach.divisions.some((code) => unit.divisionId.startsWith(code)) || reach.unitPaths.some((path) => unit.unitPath.startsWith(path));
};

import type { Reach } from '../../platform/auth/actor.js';
import { anyOf, everything, startsWith, type Predicate } from '../../platform/database/index.js';

/** People who live in a division. `t` is the alias of the term. */
export const livingIn = (code: string, name: string): Predicate => {
  const { sql, params } = startsWith('lv.county_id', code, name);
  return { sql: `t.account_id IN (SELECT lv.id FROM volunteers lv WHERE ${sql})`, params };
};

/**
 * Terms within a reach: a unit's by the body for which they count, a county's by where the person lives. `t` is the alias of the term. A term of somebody who belongs to no unit is the county's and the office's to see.
 */
export const termsWithin = (reach: Reach): Predicate => (reach === 'all' ? everything : anyOf([
  ...reach.divisions.map((code, index) => livingIn(code, `termCounty${index}`)),
  ...reach.unitPaths.map((path, index) => { const { sql, params } = startsWith('tp.path', path, `termPath${index}`); return { sql: `t.unit_id IN (SELECT tp.id FROM units tp WHERE ${sql})`, params }; }),
]));

/** Terms that run on a day. `t` is the alias of the term. */
export const running = (on: string, name = 'runsOn'): Predicate => ({
  sql: `t.from_day <= :${name} AND (t.to_day IS NULL OR t.to_day >= :${name}) AND (t.ended_on IS NULL OR t.ended_on > :${name})`, params: { [name]: on },
});

/** Terms that are held on a day: who is in the pool all the same, and takes on nothing. */
export const held = (on: string): Predicate => ({ sql: 't.suspended_from IS NOT NULL AND t.suspended_from <= :heldOn AND (t.suspended_to IS NULL OR t.suspended_to >= :heldOn)', params: { heldOn: on } });

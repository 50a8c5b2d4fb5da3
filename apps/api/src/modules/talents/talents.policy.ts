import type { Reach } from '../../platform/auth/actor.js';
import { anyOf, everything, startsWith, type Predicate } from '../../platform/database/index.js';

/**
 * Terms within a reach: a unit's by the body for which they count, a county's by where the person lives. `tu` is the alias of the term's
 * unit, `v` of the volunteer. A term of somebody who belongs to no unit is the county's and the office's to see.
 */
export const termsWithin = (reach: Reach): Predicate => (reach === 'all' ? everything : anyOf([
  ...reach.divisions.map((code, index) => startsWith('v.county_id', code, `termCounty${index}`)),
  ...reach.unitPaths.map((path, index) => startsWith('tu.path', path, `termPath${index}`)),
]));

/** Terms that run on a day. `t` is the alias of the term. */
export const running = (on: string): Predicate => ({
  sql: 't.from_day <= :runsOn AND (t.to_day IS NULL OR t.to_day >= :runsOn) AND (t.ended_on IS NULL OR t.ended_on > :runsOn)', params: { runsOn: on },
});

import { unitsWithin, type Reach } from '../../../platform/auth/actor.js';
import { anyOf, everything, startsWith, type Predicate } from '../../../platform/database/index.js';

/** Pools that a reach keeps: the city's only by a right over all of it. `p` is the alias of the pool, `po` of the unit that owns it. */
export const keptPools = (reach: Reach, name = 'kept'): Predicate => (reach === 'all' ? everything : anyOf([
  ...reach.divisions.map((code, index) => startsWith('p.owner_division_id', code, `${name}Division${index}`)), ...reach.unitPaths.map((path, index) => startsWith('po.path', path, `${name}Path${index}`)),
]));
/** Nominations of which a reach's county has a say. `n` is the alias of the nomination. */
export const reviewedBy = (reach: Reach): Predicate => (reach === 'all' ? { sql: 'n.county_id IS NOT NULL', params: {} } : anyOf(reach.divisions.map((code, index) => startsWith('n.county_id', code, `county${index}`))));

/** Nominations that a reach sees: its own units' and what the person wrote, with drafts; those of its county and of the pools that it keeps once they are handed in. `nu` is the alias of the unit, `v` of the volunteer. */
export const nominationsWithin = (reach: Reach, writer: string | null): Predicate => {
  if (reach === 'all') return everything;
  const homes = anyOf(reach.divisions.map((code, index) => startsWith('v.county_id', code, `home${index}`)));
  const handedIn = anyOf([keptPools(reach), reviewedBy(reach), unitsWithin({ divisions: reach.divisions, unitPaths: [] }, 'nu'), { sql: `n.unit_id IS NULL AND (${homes.sql})`, params: homes.params }]);
  const inside = unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'nu');
  return anyOf([inside, { sql: 'n.created_by = :writer', params: { writer: writer ?? '' } }, { sql: `n.state <> 'draft' AND (${handedIn.sql})`, params: handedIn.params }]);
};
/** People whom a reach may recommend: those of its units and of its counties. `v` is the alias of the volunteer, `vu` of the unit. */
export const recommendable = (reach: Reach): Predicate => (reach === 'all' ? everything : anyOf([
  ...reach.divisions.map((code, index) => startsWith('v.county_id', code, `from${index}`)), ...reach.unitPaths.map((path, index) => startsWith('vu.path', path, `fromPath${index}`)),
]));

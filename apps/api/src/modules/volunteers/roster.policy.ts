import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { anyOf, everything, nothing, startsWith, type Predicate } from '../../platform/database/index.js';

/** Rosters that somebody brought themselves; of all, for who looks after the whole city: a preview holds what only its maker entered. `m` is the alias. */
export const visibleRosters = (actor: Actor): Predicate => {
  if (reachOf(actor, 'roster:import') === 'all') return everything;
  return actor.kind === 'person' ? { sql: 'm.created_by = :maker', params: { maker: actor.accountId } } : nothing;
};

/** People who are asked, as volunteers are seen: by where they live and where they belong, whoever brought them. `e` is the alias of the entry, `u` of the unit. */
export const visibleEntries = (actor: Actor): Predicate => {
  const reach = reachOf(actor, 'roster:import');
  if (reach === 'all') return everything;
  return anyOf([...reach.divisions.map((code, index) => startsWith('e.county_id', code, `county${index}`)), unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'u')]);
};

import type { Reach } from '../../../platform/auth/actor.js';
import { allOf, anyOf, everything, startsWith, type Predicate } from '../../../platform/database/index.js';
import { keptPools } from '../nominations/nomination.policy.js';
import { held, running } from '../talents.policy.js';

/** Lecturers of a reach, by their unit and where they live, and those of the pools that it keeps. Aliases as of talks. */
export const lecturersWithin = (reach: Reach): Predicate => (reach === 'all' ? everything : anyOf([
  ...reach.divisions.map((code, index) => startsWith('v.county_id', code, `lecturerCounty${index}`)), ...reach.unitPaths.map((path, index) => startsWith('tu.path', path, `lecturerPath${index}`)), keptPools(reach),
]));

/**
 * Talks that a reach sees: those of its own people, and those of the pools that it keeps. A draft that the lecturer writes is nobody else's. Aliases: `k` the talk, `p` its pool,
 * `po` the unit that owns the pool, `tu` the unit of the lecturer, `v` the volunteer.
 */
export const talksWithin = (reach: Reach): Predicate => allOf([lecturersWithin(reach), { sql: "k.state <> 'draft' OR k.staff_written = 1", params: {} }]);

const termOf = (day: string, but: Predicate | null): Predicate => {
  const runs = running(day);
  return { sql: `EXISTS (SELECT 1 FROM pool_terms t WHERE t.account_id = k.lecturer_id AND t.pool_id = k.pool_id AND ${runs.sql}${but ? ` AND NOT (${but.sql})` : ''})`, params: { ...runs.params, ...(but?.params ?? {}) } };
};
/** The lecturer's term in the pool runs on a day, held or not. */
export const inTerm = (day: string): Predicate => termOf(day, null);
/** Stands on the menu on a day: published, in a pool that has one, by somebody whose term runs and is not held. */
export const onMenu = (day: string): Predicate => allOf([{ sql: "k.state = 'published' AND p.menu = 1", params: {} }, termOf(day, held(day))]);

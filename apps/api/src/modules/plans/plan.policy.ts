import type { Permission } from '@kepu/contracts';
import { divisionLevel, divisionPrefix, parentDivision } from '@kepu/domain';
import { can, reachOf, unitsWithin, withGrants, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, everything, memberOf, startsWith, type Predicate } from '../../platform/database/predicates.js';
import type { PlanEntity } from './plan.entity.js';

/** The divisions whose offices the actor belongs to under a permission; `city`: the office of the whole city. */
export const officesOf = (actor: Actor, permission: Permission): { readonly city: boolean; readonly divisions: readonly string[] } => {
  const below = actor.kind === 'person' ? reachOf(withGrants(actor, (grant) => grant.scopeKind === 'division'), permission) : 'all';
  return { city: reachOf(actor, permission) === 'all', divisions: below === 'all' ? [] : below.divisions };
};

/**
 * Plans that the actor's own office keeps, and so writes. Its own, and those that it made for a division below that does not write itself; a division's office always keeps its own. Nobody writes in a plan
 * because it lies within reach: the city reads what its counties do.
 */
export const keptPlans = (actor: Actor, permission: Permission, plan = 'p'): Predicate => {
  if (actor.kind === 'system') return everything;
  const { city, divisions } = officesOf(actor, permission);
  return anyOf([
    // The code of a city ends so; those of townships and villages are longer.
    ...(city ? [{ sql: `SUBSTR(${plan}.office_id, 5) = '00'`, params: {} }] : []),
    ...divisions.map((code, index) => ({ sql: `${plan}.office_id = :keeper${index} OR ${plan}.division_id = :keeper${index}`, params: { [`keeper${index}`]: code } })),
  ]);
};
/** The same of one plan that is read already. */
export const keepsPlan = (actor: Actor, permission: Permission, plan: Pick<PlanEntity, 'divisionId' | 'officeId'>): boolean => {
  if (actor.kind === 'system') return true;
  const { city, divisions } = officesOf(actor, permission);
  return (city && divisionLevel(plan.officeId) === 'city') || divisions.some((code) => plan.officeId === code || plan.divisionId === code);
};

/** Plans whose days somebody follows: the own office's for whoever writes one, the city's for those who read all of them, and for a unit those that it has a part in. */
export const followedPlans = (actor: Actor, plan = 'p'): Predicate => {
  if (can(actor, 'plan:write')) return keptPlans(actor, 'plan:write', plan);
  return reachOf(actor, 'plan:read') === 'all' ? { sql: `SUBSTR(${plan}.division_id, 5) = '00'`, params: {} } : everything;
};

/** The divisions above one, from the nearest on: whose plans its office is sent for information. */
export const divisionsAbove = (code: string): string[] => {
  const parent = parentDivision(code);
  return parent === null ? [] : [parent, ...divisionsAbove(parent)];
};
/** Plans of which an office reads the whole: those of its division, of what lies in it, and of those above. Plans of its neighbours are not there. */
const readWhole = (divisions: readonly string[], plan: string): Predicate => anyOf(divisions.flatMap((code, index) => [
  startsWith(`${plan}.division_id`, divisionPrefix(code), `${plan}Division${index}`), memberOf(`${plan}.division_id`, divisionsAbove(code), `${plan}Above${index}`),
]));

/**
 * Who sees what of a plan. The city's office sees all that is issued, and drafts that it keeps. A county office was sent the city's paper for information, so it reads every item of it, but the state of its own units'
 * assignments only; of its own plan and those below it sees all. A liaison sees the items that concern the own unit and the units below it. `p` is the alias of the plan, `i` of the item, `u` of an assignment's unit.
 */
export const visiblePlans = (actor: Actor): Predicate => {
  if (actor.kind === 'system') return everything;
  const reach = reachOf(actor, 'plan:read');
  const issued = "p.state <> 'draft'";
  const kept = can(actor, 'plan:write') ? [keptPlans(actor, 'plan:write')] : [];
  if (reach === 'all') return anyOf([...kept, { sql: issued, params: {} }]);
  const units = unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'vu');
  return anyOf([
    ...kept,
    ...(reach.divisions.length > 0 ? [allOf([{ sql: issued, params: {} }, readWhole(reach.divisions, 'p')])] : []),
    ...(reach.unitPaths.length > 0 ? [{ sql: `${issued} AND EXISTS (SELECT 1 FROM plan_units vp JOIN units vu ON vu.id = vp.unit_id WHERE vp.plan_id = p.id AND ${units.sql})`, params: units.params }] : []),
  ]);
};

/** Whether the actor sees every item of the plans that an office reads: whose copy of the paper is whole. */
export const seesEveryItem = (actor: Actor): boolean => {
  const reach = reachOf(actor, 'plan:read');
  return reach === 'all' || reach.divisions.length > 0;
};

/** Items within plans that are visible already. Who belongs to an office and to a unit elsewhere sees the whole of what the office reads, and the unit's part of the rest. */
export const visibleItems = (actor: Actor): Predicate => {
  const reach = reachOf(actor, 'plan:read');
  if (reach === 'all' || (reach.divisions.length > 0 && reach.unitPaths.length === 0)) return everything;
  const units = unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'iu');
  const whole = readWhole(reach.divisions, 'ip');
  return anyOf([
    ...(reach.divisions.length > 0 ? [{ sql: `EXISTS (SELECT 1 FROM plans ip WHERE ip.id = i.plan_id AND (${whole.sql}))`, params: whole.params }] : []),
    { sql: `EXISTS (SELECT 1 FROM assignments ia JOIN units iu ON iu.id = ia.unit_id WHERE ia.item_id = i.id AND ${units.sql})`, params: units.params },
  ]);
};

/** Items that the actor's units are still asked for: whoever was released reads the item on, but no more of what comes of it. */
export const workedItems = (actor: Actor): Predicate => {
  const reach = reachOf(actor, 'plan:read');
  if (reach === 'all' || reach.divisions.length > 0) return everything;
  const units = unitsWithin(reach, 'iu');
  return { sql: `EXISTS (SELECT 1 FROM assignments ia JOIN units iu ON iu.id = ia.unit_id WHERE ia.item_id = i.id AND ia.state <> 'withdrawn' AND ${units.sql})`, params: units.params };
};

/** Assignments whose state the actor may know, by the alias of their unit. */
export const visibleAssignments = (actor: Actor, unit = 'u'): Predicate => unitsWithin(reachOf(actor, 'assignment:read'), unit);

/** Assignments that the actor may sign for or ask about. */
export const signableAssignments = (actor: Actor, unit = 'u'): Predicate => unitsWithin(reachOf(actor, 'assignment:sign'), unit);

/** Units of a matrix or of the sign-off list: whole for those who see every item, else the own ones. */
export const visiblePlanUnits = (actor: Actor, unit = 'u'): Predicate => {
  const reach = reachOf(actor, 'plan:read');
  return reach === 'all' || reach.divisions.length > 0 ? everything : unitsWithin(reach, unit);
};

/** Units whose signatures, liaisons and their last visits the actor follows: a county office its own ones, not those of the city. */
export const signOffUnits = (actor: Actor, unit = 'u'): Predicate => unitsWithin(reachOf(actor, 'sign-off:read'), unit);

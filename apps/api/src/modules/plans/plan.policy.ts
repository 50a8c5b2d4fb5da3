import { can, reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { everything, type Predicate } from '../../platform/database/predicates.js';

/**
 * Who sees what of a plan. The office (city reach) sees all of it, drafts only with the right to write them. A county office was sent
 * the paper for information, so it reads every item of an issued plan, but the state of its own units' assignments only. A liaison sees
 * the items that concern the own unit and the units below it. `p` is the alias of the plan, `i` of the item, `u` of an assignment's unit.
 */
export const visiblePlans = (actor: Actor): Predicate => {
  const reach = reachOf(actor, 'plan:read');
  if (reach === 'all') return can(actor, 'plan:write') ? everything : { sql: "p.state <> 'draft'", params: {} };
  if (reach.divisions.length > 0) return { sql: "p.state <> 'draft'", params: {} };
  const units = unitsWithin(reach, 'vu');
  return { sql: `p.state <> 'draft' AND EXISTS (SELECT 1 FROM plan_units vp JOIN units vu ON vu.id = vp.unit_id WHERE vp.plan_id = p.id AND ${units.sql})`, params: units.params };
};

/** Whether the actor sees every item of a plan that is visible: whose copy of the paper is whole. */
export const seesEveryItem = (actor: Actor): boolean => {
  const reach = reachOf(actor, 'plan:read');
  return reach === 'all' || reach.divisions.length > 0;
};

/** Items within plans that are visible already. */
export const visibleItems = (actor: Actor): Predicate => {
  if (seesEveryItem(actor)) return everything;
  const units = unitsWithin(reachOf(actor, 'plan:read'), 'iu');
  return { sql: `EXISTS (SELECT 1 FROM assignments ia JOIN units iu ON iu.id = ia.unit_id WHERE ia.item_id = i.id AND ${units.sql})`, params: units.params };
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

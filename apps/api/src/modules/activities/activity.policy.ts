import { unitRoles, type Permission, type Role } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, everything, startsWith, type Predicate } from '../../platform/database/index.js';

const ofUnit: readonly Role[] = unitRoles;

/** What everybody sees: whatever was published once, cancelled or not; nothing that was approved becomes a draft again. `a` is the alias of the activity, `u` of its unit. */
export const publishedActivities: Predicate = { sql: 'a.approved_at IS NOT NULL', params: {} };

/** Activities of units that a permission reaches: drafts too. */
export const activitiesWithin = (actor: Actor, permission: Permission): Predicate => unitsWithin(reachOf(actor, permission), 'u');

/** What a reader sees: what is published, and everything of the units in reach. */
export const visibleActivities = (actor: Actor): Predicate => anyOf([publishedActivities, activitiesWithin(actor, 'activity:read')]);

/** What somebody decides about: nobody approves what the own unit has handed in, whatever other office that person holds. */
export const decidableActivities = (actor: Actor): Predicate => {
  const own = actor.kind === 'person' ? actor.grants.flatMap((grant) => (ofUnit.includes(grant.role) && grant.unitPath ? [grant.unitPath] : [])) : [];
  const foreign = own.length === 0 ? everything : negated(anyOf(own.map((path, index) => startsWith('u.path', path, `own${index}`))));
  return allOf([activitiesWithin(actor, 'activity:approve'), foreign]);
};

const negated = ({ sql, params }: Predicate): Predicate => ({ sql: `NOT (${sql})`, params });

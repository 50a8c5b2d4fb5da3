import type { Permission } from '@kepu/contracts';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, everything, startsWith, type Predicate } from '../../platform/database/index.js';

type Asked = Extract<Permission, 'complaint:read' | 'complaint:answer'>;

/** Nobody hears a complaint about a body that they speak for, whatever else they are. */
const notOwn = (actor: Actor): Predicate => allOf((actor.kind === 'person' ? actor.grants : []).flatMap((grant, index) => {
  if (grant.unitPath === null) return [];
  const own = startsWith('o.path', grant.unitPath, `own${index}`);
  return [{ sql: `NOT EXISTS (SELECT 1 FROM units o WHERE o.id = c.unit_id AND ${own.sql})`, params: own.params }];
}));

/**
 * The city office hears all; a county's office what is of its county, but for what is about county offices themselves. What did not satisfy is for the city to
 * look at again: the county reads on and answers no more.
 */
export const complaintsWithin = (actor: Actor, permission: Asked): Predicate => {
  const reach = reachOf(actor, permission);
  const within = reach === 'all' ? everything : allOf([
    { sql: `c.level = 'county'${permission === 'complaint:answer' ? " AND c.state <> 'reopened'" : ''}`, params: {} }, anyOf(reach.divisions.map((code, index) => startsWith('c.county_id', code, `county${index}`))),
  ]);
  return allOf([within, notOwn(actor)]);
};

import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { adultsBornBy } from '@kepu/domain';
import { shanghaiDay } from '../../platform/clock/index.js';
import { allOf, anyOf, everything, startsWith, toDbTime, type Predicate } from '../../platform/database/index.js';

/** How long after the last shift a unit may still have to reach somebody. */
const AFTER_MS = 7 * 86_400_000;

/**
 * Whose contact data may be revealed: the office everybody's, a county those of volunteers who live there, a liaison those of people with a place in an activity
 * of the own unit that is not over for more than a week. `a` is the alias of the account.
 */
export const revealable = (actor: Actor, now: Date): Predicate => allOf([withinReach(actor, now), openedMinors(actor, now)]);

/** A minor's number is opened as the minor's record is: approved by somebody else, for a day (未成年人网络保护条例 36). */
const openedMinors = (actor: Actor, now: Date): Predicate => ({
  sql: `(NOT EXISTS (SELECT 1 FROM volunteers mv WHERE mv.id = a.id AND mv.born_on > :adultsBornBy) OR EXISTS (SELECT 1 FROM minor_record_requests q WHERE q.minor_id = a.id AND q.asked_by = :opener AND q.approved = 1 AND q.until > :openNow))`,
  params: { adultsBornBy: adultsBornBy(shanghaiDay(now)), opener: actor.kind === 'person' ? actor.accountId : '', openNow: toDbTime(now) },
});

const withinReach = (actor: Actor, now: Date): Predicate => {
  const reach = reachOf(actor, 'personal:reveal');
  if (reach === 'all') return everything;
  const living = anyOf(reach.divisions.map((code, index) => startsWith('v.county_id', code, `county${index}`)));
  const serving = allOf([
    { sql: "s.volunteer_id = a.id AND s.state = 'confirmed' AND x.state <> 'cancelled' AND h.cancelled_at IS NULL AND h.ends_at > :overSince", params: { overSince: toDbTime(new Date(now.getTime() - AFTER_MS)) } },
    unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'u'),
  ]);
  return anyOf([
    { sql: `EXISTS (SELECT 1 FROM volunteers v WHERE v.id = a.id AND (${living.sql}))`, params: living.params },
    { sql: `EXISTS (SELECT 1 FROM signups s JOIN activities x ON x.id = s.activity_id JOIN shifts h ON h.activity_id = x.id JOIN units u ON u.id = x.unit_id WHERE ${serving.sql})`, params: serving.params },
  ]);
};

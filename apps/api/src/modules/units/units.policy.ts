import type { Permission } from '@kepu/contracts';
import { reachOf, type Actor, type Reach } from '../../platform/auth/actor.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';

/** Whether a thing is still there on a day. Closed on that day means closed: a list of today does not show it any more. */
export const isOpen = (row: { readonly closedOn: string | null }, today: string): boolean => row.closedOn === null || row.closedOn > today;

/** Whether a place lies within a reach: its division's code below a prefix, or its path below a unit. `unitsWithin` says the same in SQL. */
export const reaches = (reach: Reach, place: { readonly divisionId: string; readonly path?: string }): boolean =>
  reach === 'all' || reach.divisions.some((code) => place.divisionId.startsWith(code)) || reach.unitPaths.some((path) => place.path?.startsWith(path) === true);

/** The dictionaries are the same for the whole city, so only a right over the whole city changes them. Errors: `resource.not_found`. */
export const demandWholeCity = (actor: Actor, permission: Permission): void => {
  if (reachOf(actor, permission) !== 'all') throw notFound();
};

/** One wrong field that the schema alone cannot see. */
export const wrongField = (path: string, code: string, params?: Readonly<Record<string, string | number>>): Refusal =>
  new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path, code, ...(params ? { params } : {}) }] });

/** What takes effect at once cannot be dated ahead: papers and rights of the days between would be wrong. */
export const demandNotAhead = (day: string, today: string): void => {
  if (day > today) throw wrongField('body.on', 'too_big', { maximum: today });
};

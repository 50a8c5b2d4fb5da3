import type { Adjustment } from '@kepu/contracts';
import { dayInForce } from '@kepu/domain';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { anyOf, everything, type Predicate } from '../../../platform/database/index.js';
import { likePattern, searchTerm } from '../../../platform/pinyin/pinyin.js';
import type { AssignmentEntity } from '../assignment.entity.js';

/** An assignment with its unit, item and plan, as adjustments and close-outs show it. */
export interface FollowedRow {
  readonly assignmentId: string; readonly assignmentVersion: number; readonly role: AssignmentEntity['role']; readonly assignmentState: AssignmentEntity['state']; readonly extendedTo: string | null; readonly doneAt: string | null;
  readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly unitDivision: string; readonly itemId: string; readonly seq: number; readonly number: string | null; readonly programme: string; readonly text: string;
  readonly dueText: string | null; readonly dueOn: string | null; readonly planId: string; readonly planTitle: string; readonly year: number; readonly planState: Adjustment['assignment']['plan']['state']; readonly officeId: string; readonly planDivision: string;
}
/** Of aliases `a`, `u`, `i` and `p`. */
export const followedColumns = `a.id AS assignmentId, a.version AS assignmentVersion, a.role AS role, a.state AS assignmentState, a.extended_to AS extendedTo, a.done_at AS doneAt, u.id AS unitId, u.name AS unitName, u.path AS unitPath, u.division_id AS unitDivision,
  i.id AS itemId, i.seq AS seq, i.number AS number, i.programme_printed AS programme, i.text AS text, i.due_text AS dueText, i.due_on AS dueOn, p.id AS planId, p.title AS planTitle, p.year AS year, p.state AS planState, p.office_id AS officeId, p.division_id AS planDivision`;
/** `au` is the unit once more: what one reads there and what one asks for there are two reaches. */
export const followedJoins = 'JOIN units u ON u.id = a.unit_id JOIN units au ON au.id = a.unit_id JOIN items i ON i.id = a.item_id JOIN plans p ON p.id = a.plan_id';
/** Nothing of a closed plan, or of a part that is no longer asked of its unit, waits for anybody. */
export const inWork = "p.state = 'issued' AND a.state <> 'withdrawn'";

export const dayInForceOf = (row: Pick<FollowedRow, 'extendedTo' | 'dueOn' | 'year'>): string => dayInForce(row, row.year);
export const followedView = (row: FollowedRow): Adjustment['assignment'] => ({
  id: row.assignmentId, version: row.assignmentVersion, role: row.role, unit: { id: row.unitId, name: row.unitName }, item: { id: row.itemId, seq: row.seq, number: row.number, programme: row.programme, text: row.text, due: row.dueText === null ? null : { text: row.dueText, date: row.dueOn } },
  plan: { id: row.planId, title: row.planTitle, year: row.year, state: row.planState }, extendedTo: row.extendedTo, dayInForce: dayInForceOf(row), doneAt: row.doneAt,
});

/** What has not left its unit is the unit's own: only those who ask there know of it. `d` is the request. */
export const leftItsUnit = (actor: Actor, permission: 'adjustment:ask' | 'close-out:ask'): Predicate => {
  const own = unitsWithin(reachOf(actor, permission), 'au');
  return own === everything ? everything : anyOf([{ sql: 'd.asked_at IS NOT NULL', params: {} }, own]);
};
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
/** What narrows a list of either. */
export const followedFilters = (query: { readonly planId?: string | undefined; readonly itemId?: string | undefined; readonly unitId?: string | undefined; readonly state?: string | undefined; readonly q?: string | undefined }): Predicate[] => {
  const term = query.q === undefined ? null : searchTerm(query.q);
  return [
    ...equal('d.plan_id', 'planId', query.planId), ...equal('a.item_id', 'itemId', query.itemId), ...equal('a.unit_id', 'unitId', query.unitId), ...equal('d.state', 'state', query.state), ...(term ? [{ sql: "i.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []),
  ];
};

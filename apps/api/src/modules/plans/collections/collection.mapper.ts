import type { Collection, CollectionAnswer, CollectionField, CollectionRow, CollectionStanding } from '@kepu/contracts';
import { checkRows, holdsTheSame, isEmptyCell } from '@kepu/domain';
import { can, reaches, reachOf, type Actor } from '../../../platform/auth/actor.js';
import { fromDbTime } from '../../../platform/database/index.js';
import type { Audience } from './collection.entity.js';
import type { AnswerRow, StandingRow } from './collection-answers.repository.js';
import type { CollectionListRow } from './collections.repository.js';

/** Whether an answer counts: it was handed in and not given back. */
export const isCounted = (state: CollectionAnswer['state']): boolean => state === 'submitted' || state === 'accepted';
/** Columns of a row as the database keeps it. */
export const fieldsOf = ({ fields }: Pick<CollectionListRow, 'fields'>): CollectionField[] => JSON.parse(fields) as CollectionField[];
/** Rows as the columns of today allow: what a column that was still free holds no more is left out. */
export const rowsOf = (fields: readonly CollectionField[], { content }: Pick<AnswerRow, 'content'>): CollectionRow[] => checkRows(fields, JSON.parse(content) as CollectionRow[], false).rows;
/** What the reader may do for a unit. */
export const mayFor = (actor: Actor, { path, divisionId }: Pick<StandingRow, 'path' | 'divisionId'>): CollectionAnswer['may'] => ({ write: reaches(reachOf(actor, 'collection:answer'), { path, divisionId }), submit: reaches(reachOf(actor, 'collection:submit'), { path, divisionId }), decide: can(actor, 'collection:write') });
/** Whether the reader belongs to those who write or hand in. */
export const isInside = (actor: Actor, row: StandingRow): boolean => { const { write, submit } = mayFor(actor, row); return write || submit; };

type Due = Pick<CollectionListRow, 'state' | 'dueOn'>;
const isOverdue = (row: Pick<StandingRow, 'state'>, { state, dueOn }: Due, today: string): boolean => !isCounted(row.state) && (state === 'open' || state === 'closed') && dueOn < today;
const act = (at: string | null, by: string | null): { by: string; at: string } | null => (at === null ? null : { by: by ?? '', at: fromDbTime(at) });
const countyOf = ({ countyCode, countyName }: StandingRow): { code: string; name: string } => ({ code: countyCode, name: countyName ?? '' });

/** How one unit stands, as its reader sees it: how much is written is seen inside until it is handed in. */
export const standingView = (row: StandingRow, collection: Due, today: string): CollectionStanding => ({
  id: row.id, unit: { id: row.unitId, name: row.unitName }, county: countyOf(row), state: row.state, none: isCounted(row.state) && Number(row.none) === 1, rows: isCounted(row.state) ? row.rowCount : 0, late: Number(row.late) === 1, overdue: isOverdue(row, collection, today),
  submitted: isCounted(row.state) ? act(row.submittedAt, row.submittedBy) : null, chasedOn: row.chasedOn, version: row.version,
});

/** What one unit answers, as its reader sees it. */
export const answerView = (actor: Actor, row: AnswerRow, collection: CollectionListRow, approvers: readonly string[], today: string): CollectionAnswer => {
  const fields = fieldsOf(collection);
  const inside = isInside(actor, row);
  const seen = inside || isCounted(row.state);
  const returned = row.returnedAt !== null && (inside || Number(row.returnedInside) === 0) ? { by: row.returnedBy ?? '', at: fromDbTime(row.returnedAt), reason: row.returnedReason ?? '', inside: Number(row.returnedInside) === 1 } : null;
  return {
    id: row.id, collection: { id: collection.id, title: collection.title, note: collection.note, dueOn: collection.dueOn, dueUncertain: Number(collection.dueUncertain) === 1, mostRows: collection.mostRows, state: collection.state, fields, version: collection.version }, unit: { id: row.unitId, name: row.unitName }, state: row.state,
    none: seen && Number(row.none) === 1, rows: seen ? rowsOf(fields, row) : [], prefilled: inside && Number(row.prefilled) === 1, late: Number(row.late) === 1, overdue: isOverdue(row, collection, today), submitted: isCounted(row.state) ? act(row.submittedAt, row.submittedBy) : null, returned, approvers: [...approvers], may: mayFor(actor, row), version: row.version,
  };
};

/** A collection as its reader sees it. `names` are of divisions and units of its audience. */
export const collectionView = (actor: Actor, row: CollectionListRow, standings: readonly StandingRow[], asked: number | null, names: { readonly divisions: ReadonlyMap<string, string>; readonly units: ReadonlyMap<string, { readonly id: string; readonly name: string }> }, today: string): Collection => {
  const own = standings.filter(({ collectionId }) => collectionId === row.id);
  const counted = own.filter(({ state }) => isCounted(state));
  const office = can(actor, 'collection:write');
  const { unitKinds, divisions, unitIds } = JSON.parse(row.audience) as Audience;
  return {
    id: row.id, title: row.title, note: row.note, dueOn: row.dueOn, dueUncertain: Number(row.dueUncertain) === 1, mostRows: row.mostRows, state: row.state, fields: fieldsOf(row),
    // Who else is asked is the office's.
    audience: office ? { unitKinds: [...unitKinds], divisions: divisions.map((code) => ({ code, name: names.divisions.get(code) ?? code })), units: unitIds.flatMap((id) => { const unit = names.units.get(id); return unit ? [{ id, name: unit.name }] : []; }) } : { unitKinds: [], divisions: [], units: [] },
    prefill: Number(row.prefill) === 1, copiedFrom: office && row.copiedFromId !== null ? { id: row.copiedFromId, title: row.copiedFromTitle ?? '' } : null,
    counts: { asked: asked ?? own.length, answered: counted.length, none: counted.filter(({ none }) => Number(none) === 1).length, missing: own.length - counted.length, late: own.filter((one) => (Number(one.late) === 1 && isCounted(one.state)) || isOverdue(one, row, today)).length, toCheck: own.filter(({ state }) => state === 'submitted').length },
    begun: row.writes > 0, own: own.filter((one) => isInside(actor, one)).map((one) => ({ id: one.id, unit: { id: one.unitId, name: one.unitName }, state: one.state, overdue: isOverdue(one, row, today) })),
    created: { by: row.createdByName, at: fromDbTime(row.createdAt) }, openedAt: row.openedAt && fromDbTime(row.openedAt), closedAt: row.closedAt && fromDbTime(row.closedAt), endedReason: row.endedReason, version: row.version,
  };
};

/** What a unit said last time, as far as the columns of now hold the same: where a unit begins. */
export const carriedOver = (fields: readonly CollectionField[], before: readonly CollectionField[], rows: readonly CollectionRow[], most: number): CollectionRow[] => {
  const same = new Set(fields.filter((field) => before.some((other) => holdsTheSame(field, other))).map(({ key }) => key));
  const kept = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key, value]) => same.has(key) && !isEmptyCell(value))));
  return checkRows(fields, kept, false).rows.slice(0, most);
};

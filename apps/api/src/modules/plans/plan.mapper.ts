import type { Assignment, AssignmentRow, Item, Measured, Place, Plan, Tally } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import type { PlanEntity } from './plan.entity.js';
import { keepsPlan } from './plan.policy.js';

/** A tally as SQL counts it. */
export interface TallyRow { readonly total: number | string | null; readonly signed: number | string | null; readonly asked: number | string | null; readonly pending: number | string | null }
export const tallyOf = (row: TallyRow | undefined): Tally => ({
  total: Number(row?.total ?? 0), signed: Number(row?.signed ?? 0), asked: Number(row?.asked ?? 0), pending: Number(row?.pending ?? 0),
});

/** SQL that counts the assignments of alias `a` by state; what is withdrawn is no work. */
export const tallySql = 'SUM(CASE WHEN a.state <> \'withdrawn\' THEN 1 ELSE 0 END) AS total, SUM(CASE WHEN a.state = \'signed\' THEN 1 ELSE 0 END) AS signed, SUM(CASE WHEN a.state = \'asked\' THEN 1 ELSE 0 END) AS asked, SUM(CASE WHEN a.state = \'pending\' THEN 1 ELSE 0 END) AS pending';

export const planView = (actor: Actor, plan: PlanEntity, signOff: Tally, takenBack: Plan['takenBack'] = null): Plan => ({
  id: plan.id, divisionId: plan.divisionId, officeId: plan.officeId, kept: keepsPlan(actor, 'plan:write', plan), year: plan.year, edition: plan.edition, docNumber: plan.docNumber, issuer: plan.issuer, title: plan.title, issuedOn: plan.issuedOn, state: plan.state,
  counts: { units: plan.unitCount, programmes: plan.programmeCount, cells: plan.cellCount, items: plan.itemCount, targets: plan.targetCount },
  signOff, signBy: plan.signBy, issuedAt: plan.issuedAt?.toISOString() ?? null, closedAt: plan.closedAt?.toISOString() ?? null, importId: plan.importId, takenBack,
  createdAt: plan.createdAt.toISOString(), version: plan.version,
});

/** Where something stood, from the two columns that keep it (`表 2 第 5 行` keeps the table too). */
export const placeOf = (kind: 'line' | 'row' | 'cell', value: string): Place => {
  if (kind === 'line') return { line: Number(value) };
  if (kind === 'row') {
    const [row, table] = value.split(' ').map(Number);
    return { row: row ?? 0, ...(table ? { table } : {}) };
  }
  const bar = value.indexOf(' ');
  return bar < 0 ? { cell: value } : { cell: value.slice(0, bar), sheet: value.slice(bar + 1) };
};
export const placeColumns = (place: Place): { sourceKind: 'line' | 'row' | 'cell'; sourceValue: string } => {
  if ('line' in place) return { sourceKind: 'line', sourceValue: String(place.line) };
  if ('row' in place) return { sourceKind: 'row', sourceValue: place.table ? `${place.row} ${place.table}` : String(place.row) };
  return { sourceKind: 'cell', sourceValue: (place.sheet ? `${place.cell} ${place.sheet}` : place.cell).slice(0, 80) };
};

/** An item as a list reads it, without hydrating entities. */
export interface ItemSqlRow {
  readonly id: string; readonly planId: string; readonly year: number; readonly seq: number; readonly number: string | null; readonly programmeId: string; readonly programmeName: string;
  readonly programmePrinted: string; readonly unitsPrinted: string; readonly text: string; readonly raw: string; readonly sourceKind: 'line' | 'row' | 'cell'; readonly sourceValue: string;
  readonly dueText: string | null; readonly dueOn: string | null; readonly targets: string; readonly standing: Item['standing']; readonly revisedIn: number | null; readonly version: number;
}
/** An item before its measures are counted, and its joint tasks and those above it looked up. */
export type BareItem = Omit<Item, 'measures' | 'joint' | 'parents'>;
export const itemView = (row: ItemSqlRow, assignments: Assignment[]): BareItem => ({
  id: row.id, planId: row.planId, year: row.year, seq: row.seq, number: row.number, programme: { id: row.programmeId, name: row.programmeName, printed: row.programmePrinted },
  units: JSON.parse(row.unitsPrinted) as Item['units'], text: row.text, raw: row.raw, source: placeOf(row.sourceKind, row.sourceValue),
  due: row.dueText === null ? null : { text: row.dueText, date: row.dueOn }, targets: JSON.parse(row.targets) as Item['targets'], assignments, standing: row.standing, revisedIn: row.revisedIn, version: row.version,
});

/** An assignment with the names of people and unit. */
export interface AssignmentSqlRow {
  readonly id: string; readonly itemId: string; readonly role: Assignment['role']; readonly unitId: string; readonly unitName: string; readonly unitPrinted: string; readonly state: Assignment['state'];
  readonly signedAt: string | null; readonly signedBy: string | null; readonly signedHow: Assignment['signedHow']; readonly signedNote: string | null; readonly question: string | null;
  readonly askedBy: string | null; readonly askedAt: string | null; readonly answer: string | null; readonly answeredBy: string | null; readonly answeredAt: string | null; readonly extendedTo: string | null; readonly doneAt: string | null; readonly version: number;
}
export const assignmentView = (row: AssignmentSqlRow): Assignment => ({
  id: row.id, role: row.role, unit: { id: row.unitId, name: row.unitName, printed: row.unitPrinted }, state: row.state, signedAt: row.signedAt, signedBy: row.signedBy,
  signedHow: row.signedHow, signedNote: row.signedNote,
  question: row.question === null || row.askedAt === null ? null
    : { text: row.question, askedBy: row.askedBy ?? '', askedAt: row.askedAt, answer: row.answer, answeredBy: row.answeredBy, answeredAt: row.answeredAt },
  extendedTo: row.extendedTo, doneAt: row.doneAt, version: row.version,
});
export const assignmentRowView = (assignment: AssignmentSqlRow, item: ItemSqlRow, measures: Measured, joint: Item['joint']): AssignmentRow => {
  const { assignments: _none, ...rest } = itemView(item, []);
  return { ...assignmentView(assignment), item: { ...rest, measures, joint } };
};

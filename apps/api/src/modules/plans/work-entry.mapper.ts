import type { File, WorkEntry, WorkEntryDetails, WorkEntryKind } from '@kepu/contracts';
import type { WorkEntryEntity } from './work-entry.entity.js';

/** An entry as a list reads it, with the names of people and places; `details` is JSON. */
export interface WorkEntryRow {
  readonly id: string; readonly unitId: string; readonly unitName: string; readonly kind: WorkEntryKind; readonly title: string; readonly quantity: number; readonly unitOfMeasure: string; readonly fromDay: string; readonly toDay: string;
  readonly divisionId: string | null; readonly divisionName: string | null; readonly place: string | null; readonly text: string | null; readonly details: string; readonly state: WorkEntry['state'];
  readonly returnedReason: string | null; readonly returnedBy: string | null; readonly returnedAt: string | null; readonly submittedAt: string | null; readonly submittedBy: string | null;
  readonly checkedAt: string | null; readonly checkedBy: string | null; readonly revokedReason: string | null; readonly createdAt: string; readonly createdBy: string; readonly version: number;
}
/** An item that an entry serves. */
export interface ServedRow { readonly entryId: string; readonly itemId: string; readonly text: string; readonly measureId: string | null; readonly measureName: string | null }

export const workEntryView = (row: WorkEntryRow, serves: readonly ServedRow[], files: readonly File[]): WorkEntry => ({
  id: row.id, unit: { id: row.unitId, name: row.unitName }, kind: row.kind, title: row.title, quantity: row.quantity, unitOfMeasure: row.unitOfMeasure, fromDay: row.fromDay, toDay: row.toDay,
  division: row.divisionId === null ? null : { code: row.divisionId, name: row.divisionName ?? '' }, place: row.place, text: row.text, details: JSON.parse(row.details) as WorkEntryDetails, files: [...files],
  serves: serves.map(({ itemId, text, measureId, measureName }) => ({ itemId, text, measureId, measureName })), state: row.state,
  returned: row.returnedReason === null || row.returnedAt === null ? null : { reason: row.returnedReason, by: row.returnedBy ?? '', at: row.returnedAt }, submittedAt: row.submittedAt, submittedBy: row.submittedBy,
  checkedAt: row.checkedAt, checkedBy: row.checkedBy, revokedReason: row.revokedReason, createdAt: row.createdAt, createdBy: row.createdBy, version: row.version,
});

/** What the history keeps of an entry. */
export const workEntryState = (row: WorkEntryEntity): Record<string, unknown> => ({
  title: row.title, kind: row.kind, unitId: row.unitId, quantity: row.quantity, unitOfMeasure: row.unitOfMeasure, fromDay: row.fromDay, toDay: row.toDay, divisionCode: row.divisionId, place: row.place, details: row.details,
});

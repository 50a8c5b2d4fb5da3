import type { OwnApplication, UnitApplication } from '@kepu/contracts';
import { fromDbTime } from '../../platform/database/index.js';
import type { ApplicationRow, SimilarUnit } from './unit-applications.repository.js';

/** An application as the applicant sees it. */
export const ownApplicationView = (row: ApplicationRow): OwnApplication => ({
  number: row.number, state: row.state, unitName: row.unitName, kind: row.kind, county: { code: row.countyId, name: row.countyName }, place: row.place, name: row.name, duty: row.duty, note: row.note, reason: row.reason,
  submittedAt: fromDbTime(row.submittedAt), decidedAt: row.decidedAt === null ? null : fromDbTime(row.decidedAt),
});

/** The same for those who decide. */
export const unitApplicationView = (row: ApplicationRow, contact: string, similar: readonly SimilarUnit[]): UnitApplication => ({
  ...ownApplicationView(row), id: row.id, contact, decidedBy: row.decidedByName, unit: row.unitId === null ? null : { id: row.unitId, name: row.admittedName ?? '' },
  similar: similar.map(({ id, name, liaisons }) => ({ id, name, liaisons: Number(liaisons) })), version: row.version,
});

import type { ServiceRecord } from '@kepu/contracts';
import { maskedName } from '../identity/index.js';
import type { RecordSqlRow } from './records.repository.js';

/** A line of a ledger as people read it. */
export const recordView = (row: RecordSqlRow): ServiceRecord => ({
  id: row.id, volunteer: { id: row.volunteerId, name: Number(row.named) === 1 ? row.volunteerName : maskedName(row.volunteerName), number: row.number }, activity: { id: row.activityId, name: row.title }, kind: row.kind,
  unit: { id: row.unitId, name: row.unitName }, shiftId: row.shiftId, position: row.position, day: row.day, minutes: row.minutes, ledger: row.ledger, rule: row.rule, reverses: row.reverses, reversedBy: row.reversedBy,
  reason: row.reason, confirmedBy: row.confirmedBy, createdAt: row.createdAt,
});

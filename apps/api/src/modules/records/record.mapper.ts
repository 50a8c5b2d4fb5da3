import type { ServiceRecord } from '@kepu/contracts';
import type { RecordSqlRow } from './records.repository.js';

/** A name as it is shown to those who are to know that there is a person, and not who: 张*. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}*`;

/** A line of a ledger as people read it. */
export const recordView = (row: RecordSqlRow): ServiceRecord => ({
  id: row.id, volunteer: { id: row.volunteerId, name: Number(row.named) === 1 ? row.volunteerName : maskedName(row.volunteerName), number: row.number }, activity: { id: row.activityId, name: row.title }, kind: row.kind,
  unit: { id: row.unitId, name: row.unitName }, shiftId: row.shiftId, position: row.position, day: row.day, minutes: row.minutes, ledger: row.ledger, rule: row.rule, reverses: row.reverses, reversedBy: row.reversedBy,
  reason: row.reason, confirmedBy: row.confirmedBy, createdAt: row.createdAt,
});

import type { RecordRequest } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { fromDbTime } from '../../platform/database/index.js';
import { WAITS_MS, type RecordRequestRow } from './minor-records.repository.js';

const stateOf = (row: RecordRequestRow, now: Date): RecordRequest['state'] => {
  if (row.approved === null) return Date.parse(fromDbTime(row.askedAt)) + WAITS_MS > now.getTime() ? 'asked' : 'expired';
  if (row.approved === 0) return 'refused';
  return row.until !== null && Date.parse(fromDbTime(row.until)) > now.getTime() ? 'approved' : 'expired';
};

/** A request as its asker and those who answer read it. */
export const recordRequestView = (row: RecordRequestRow, actor: PersonActor, now: Date): RecordRequest => ({
  id: row.id, volunteer: { id: row.minorId, name: row.minorName, number: row.number, countyName: row.countyName }, state: stateOf(row, now), reason: row.reason, askedBy: row.askedByName, own: row.askedBy === actor.accountId, askedAt: fromDbTime(row.askedAt),
  decidedBy: row.decidedByName, decidedAt: row.decidedAt === null ? null : fromDbTime(row.decidedAt), until: row.until === null ? null : fromDbTime(row.until), opened: row.opened, version: row.version,
});

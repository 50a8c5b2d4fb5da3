import type { Complaint, OwnComplaint } from '@kepu/contracts';
import { daysBetween } from '@kepu/domain';
import { fromDbTime } from '../../platform/database/index.js';
import type { ComplaintRow } from './complaints.repository.js';

/** A complaint as whoever made it sees it: who answered is an office there, not a name. */
export const ownComplaintView = (row: ComplaintRow, today: string): OwnComplaint => ({
  number: row.number, kind: row.kind, state: row.state, text: row.text, about: row.about, submittedAt: fromDbTime(row.submittedAt), dueOn: row.dueOn, daysLeft: daysBetween(today, row.dueOn),
  answer: row.answerText !== null && row.answerOutcome !== null && row.answeredAt !== null ? { text: row.answerText, outcome: row.answerOutcome, at: fromDbTime(row.answeredAt), level: row.level } : null,
  disputed: row.disputeReason !== null && row.disputedAt !== null ? { reason: row.disputeReason, at: fromDbTime(row.disputedAt) } : null,
  review: row.reviewText !== null && row.reviewOutcome !== null && row.reviewedAt !== null ? { text: row.reviewText, outcome: row.reviewOutcome, at: fromDbTime(row.reviewedAt), level: 'city' } : null,
});

/** The same for those who answer. */
export const complaintView = (row: ComplaintRow, today: string, more: Pick<Complaint, 'contact' | 'mayAnswer'>): Complaint => ({
  ...ownComplaintView(row, today), ...more, id: row.id, level: row.level, name: row.name, subject: row.subject, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' },
  county: row.countyId === null ? null : { code: row.countyId, name: row.countyName ?? '' }, answeredBy: row.answeredByName, reviewedBy: row.reviewedByName, version: row.version,
});

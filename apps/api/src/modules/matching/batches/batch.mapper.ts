import type { Batch } from '@kepu/contracts';
import { REST_MINUTES, type BatchRules } from '@kepu/matching';
import { fromDbTime } from '../../../platform/database/index.js';
import { kindsOf, type BatchRow, type BatchSums } from './batches.repository.js';

const drafted: readonly Batch['state'][] = ['draft', 'sending', 'sent'];

/** A batch as one person sees it. A first run has no sums yet; a new one shows those of the draft that it started from. */
export const batchView = (row: BatchRow, sums: BatchSums | undefined, accountId: string): Batch => ({
  id: row.id, number: row.number, title: row.title, from: row.fromDay, to: row.toDay, county: row.countyId === null ? null : { id: row.countyId, name: row.countyName ?? '' }, kinds: kindsOf(row), services: row.services, fill: row.fill, state: row.state,
  progress: { done: row.done, total: row.total, step: row.step }, runs: row.runs, weights: row.weightsNumber, sums: sums && (drafted.includes(row.state) || row.runs > 0) ? { ...sums, people: row.people, lost: row.lost } : null,
  sent: row.sentAt === null ? null : { asked: row.asked, skipped: row.skipped }, failure: row.failure, ordered: { by: row.createdByName, at: fromDbTime(row.createdAt), own: row.createdBy === accountId },
  finishedAt: row.finishedAt === null ? null : fromDbTime(row.finishedAt), sentAt: row.sentAt === null ? null : fromDbTime(row.sentAt), version: row.version,
});

/** The rules of a batch, as its runs take them. */
export const rulesOf = ({ fromDay, toDay, services }: Pick<BatchRow, 'fromDay' | 'toDay' | 'services'>): BatchRules => ({ from: fromDay, to: toDay, services, rest: REST_MINUTES });

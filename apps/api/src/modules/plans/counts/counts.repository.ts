import { Injectable } from '@nestjs/common';
import type { EvidenceMetric } from '@kepu/contracts';
import { Database, readRows } from '../../../platform/database/index.js';
import type { EvidenceEntity } from '../evidence.entity.js';

/** A unit's part in an item; `inForce`: it is still asked for. */
export interface PartRow { readonly id: string; readonly itemId: string; readonly programmeId: string; readonly seq: number; readonly text: string; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly inForce: number; readonly signed: number; readonly done: number }
/** What stands of one source for one item and metric. */
export interface ProofRow {
  readonly itemId: string; readonly programmeId: string; readonly metric: Exclude<EvidenceMetric, 'figure'>; readonly sourceKind: EvidenceEntity['sourceKind']; readonly sourceId: string; readonly title: string; readonly unitId: string; readonly unitPath: string; readonly occurredOn: string; readonly activityId: string | null;
  readonly quantity: number | string; readonly manual: number | string;
}

/** What is counted of a plan, whole: for those who see all of it. */
@Injectable()
export class CountsRepository {
  constructor(private readonly database: Database) {}

  /** In the order of the paper, with those that were released from an item: what they did for it stays theirs. */
  parts(planId: string): Promise<PartRow[]> {
    return readRows(
      this.database.reader, `SELECT a.id AS id, i.id AS itemId, i.programme_id AS programmeId, i.seq AS seq, i.text AS text, u.id AS unitId, u.name AS unitName, u.path AS unitPath, CASE WHEN a.state <> 'withdrawn' AND i.standing <> 'withdrawn' THEN 1 ELSE 0 END AS inForce,
        CASE WHEN a.signed_at IS NULL THEN 0 ELSE 1 END AS signed, CASE WHEN a.done_at IS NULL THEN 0 ELSE 1 END AS done
        FROM assignments a JOIN items i ON i.id = a.item_id JOIN units u ON u.id = a.unit_id WHERE a.plan_id = :planId ORDER BY i.seq, a.seq, a.id`, { planId });
  }

  /** Of what happened on these days; what was taken back is gone. */
  proofs(planId: string, { from, to }: { readonly from: string; readonly to: string }): Promise<ProofRow[]> {
    return readRows(
      this.database.reader, `SELECT e.item_id AS itemId, i.programme_id AS programmeId, e.metric AS metric, e.source_kind AS sourceKind, e.source_id AS sourceId, MIN(e.title) AS title, e.unit_id AS unitId, u.path AS unitPath, MIN(e.occurred_on) AS occurredOn, MIN(e.activity_id) AS activityId,
        SUM(e.quantity) AS quantity, SUM(CASE WHEN e.manual = 1 THEN e.quantity ELSE 0 END) AS manual
        FROM evidence e JOIN items i ON i.id = e.item_id JOIN units u ON u.id = e.unit_id WHERE i.plan_id = :planId AND e.metric <> 'figure' AND e.occurred_on BETWEEN :fromDay AND :toDay
        GROUP BY e.item_id, i.programme_id, e.metric, e.source_kind, e.source_id, e.unit_id, u.path HAVING SUM(e.quantity) <> 0 ORDER BY MIN(e.occurred_on), e.source_id`, { planId, fromDay: from, toDay: to });
  }

  /** Units that were merged into others: what they did is told of who took their place. */
  successors(): Promise<{ id: string; successorId: string; path: string }[]> {
    return readRows(this.database.reader, 'SELECT u.id AS id, s.id AS successorId, s.path AS path FROM units u JOIN units s ON s.id = u.successor_id', {});
  }

  /** Whether a line was added or taken back since. */
  async newer(planId: string, { from, to }: { readonly from: string; readonly to: string }, since: string): Promise<boolean> {
    const rows = await readRows<{ id: string }>(
      this.database.reader, 'SELECT e.id AS id FROM evidence e JOIN items i ON i.id = e.item_id WHERE i.plan_id = :planId AND e.created_at > :since AND e.occurred_on BETWEEN :fromDay AND :toDay LIMIT 1', { planId, since, fromDay: from, toDay: to });
    return rows.length > 0;
  }

  /** Periods whose last day falls into the span: those that ask for progress, not for a scheme. */
  async periodsDue(planId: string, { from, to }: { readonly from: string; readonly to: string }): Promise<string[]> {
    return (await readRows<{ id: string }>(this.database.reader, "SELECT p.id AS id FROM report_periods p WHERE p.plan_id = :planId AND p.kind <> 'scheme' AND p.due_on BETWEEN :fromDay AND :toDay ORDER BY p.due_on, p.id", { planId, fromDay: from, toDay: to })).map(({ id }) => id);
  }

  /** Periods that lie within the span, or begin or end in it: whose words are of it. */
  async periodsWithin(planId: string, { from, to }: { readonly from: string; readonly to: string }): Promise<{ id: string; name: string }[]> {
    return readRows(this.database.reader, 'SELECT p.id AS id, p.name AS name FROM report_periods p WHERE p.plan_id = :planId AND p.from_day <= :toDay AND p.to_day >= :fromDay ORDER BY p.from_day, p.id', { planId, fromDay: from, toDay: to });
  }
}

import { Injectable } from '@nestjs/common';
import type { Evidence, EvidenceMetric } from '@kepu/contracts';
import type { Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows, type Predicate } from '../../../platform/database/index.js';
import { visibleItems, visiblePlans } from '../plan.policy.js';

/** What a pack is of. `unitPath`: of the unit and of those below it. */
export interface PackFilter { readonly planId: string; readonly unitPath: string | null; readonly from: string | null; readonly to: string | null }
/** A line of evidence with where it comes from. `standing`: 0 for what was taken back. */
export interface PackLine {
  readonly id: string; readonly itemId: string; readonly measureId: string | null; readonly metric: EvidenceMetric; readonly quantity: number; readonly manual: number; readonly unitName: string; readonly unitPath: string; readonly occurredOn: string; readonly sourceKind: Exclude<Evidence['source']['kind'], 'pool_term'>; readonly sourceId: string;
  readonly activityId: string | null; readonly title: string; readonly standing: number;
}

const within = ({ from, to }: PackFilter): Predicate[] => [
  ...(from === null ? [] : [{ sql: 'e.occurred_on >= :fromDay', params: { fromDay: from } }]), ...(to === null ? [] : [{ sql: 'e.occurred_on <= :toDay', params: { toDay: to } }]),
];
const stands = 'e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM evidence r WHERE r.reverses_id = e.id)';

/** Evidence as a pack follows it to its records. */
@Injectable()
export class PackSources {
  constructor(private readonly database: Database) {}

  /** Every line of some items within the days, whoever's: a number that several units share is made of all of them. In the order of the paper. */
  lines(actor: Actor, filter: PackFilter, itemIds: readonly string[]): Promise<PackLine[]> {
    const scope = allOf([visiblePlans(actor), visibleItems(actor), { sql: 'i.plan_id = :planId', params: { planId: filter.planId } }, memberOf('e.item_id', itemIds, 'itemIds'), ...within(filter)]);
    return readRows<PackLine>(
      this.database.reader, `SELECT e.id AS id, e.item_id AS itemId, e.measure_id AS measureId, e.metric AS metric, e.quantity AS quantity, e.manual AS manual, u.name AS unitName, u.path AS unitPath, e.occurred_on AS occurredOn, e.source_kind AS sourceKind, e.source_id AS sourceId, e.activity_id AS activityId, e.title AS title,
        CASE WHEN ${stands} THEN 1 ELSE 0 END AS standing FROM evidence e JOIN items i ON i.id = e.item_id JOIN plans p ON p.id = i.plan_id JOIN units u ON u.id = e.unit_id WHERE ${scope.sql} ORDER BY i.seq, e.occurred_on, e.id`, scope.params);
  }

  /** How many files an order would hold at most, and how large they are: told before anybody waits for it. */
  async weigh(actor: Actor, filter: PackFilter, programmeId: string | null): Promise<{ files: number; bytes: number }> {
    const scope = allOf([
      visiblePlans(actor), visibleItems(actor), { sql: 'i.plan_id = :planId', params: { planId: filter.planId } }, { sql: stands, params: {} }, ...within(filter), ...(programmeId === null ? [] : [{ sql: 'i.programme_id = :programmeId', params: { programmeId } }]),
      ...(filter.unitPath === null ? [] : [{ sql: 'SUBSTR(u.path, 1, LENGTH(:unitPath)) = :unitPath', params: { unitPath: filter.unitPath } }]),
    ]);
    const of = (kind: string, subject: string, source: string): string => `SELECT f.id AS id, f.hash AS hash, f.size AS size FROM evidence e JOIN items i ON i.id = e.item_id JOIN plans p ON p.id = i.plan_id JOIN units u ON u.id = e.unit_id
      JOIN file_links l ON l.subject_kind = '${kind}' AND l.subject_id = ${subject} JOIN stored_files f ON f.id = l.file_id WHERE ${source} AND ${scope.sql}`;
    const [row] = await readRows<{ files: number | string; bytes: number | string | null }>(
      this.database.reader, `SELECT COUNT(*) AS files, SUM(h.size) AS bytes FROM (SELECT x.hash AS hash, MAX(x.size) AS size FROM (${of('work_entry', 'e.source_id', "e.source_kind = 'work_entry'")} UNION ${of('activity_report', 'e.activity_id', 'e.activity_id IS NOT NULL')}) x GROUP BY x.hash) h`, scope.params);
    return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) };
  }
}

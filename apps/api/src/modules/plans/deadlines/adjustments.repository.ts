import { Injectable } from '@nestjs/common';
import type { adjustmentQuery, Permission } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, type Predicate } from '../../../platform/database/index.js';
import { keptPlans } from '../plan.policy.js';
import { AdjustmentEntity } from './adjustment.entity.js';
import { followedColumns, followedFilters, followedJoins, inWork, leftItsUnit, type FollowedRow } from './followed.js';

type Query = z.output<typeof adjustmentQuery>;
/** An adjustment as a list reads it, with the names of people. */
export interface AdjustmentRow extends FollowedRow {
  readonly id: string; readonly kind: AdjustmentEntity['kind']; readonly state: AdjustmentEntity['state']; readonly dayBefore: string; readonly askedDay: string | null; readonly grantedDay: string | null; readonly content: string | null; readonly reason: string; readonly instructionId: string | null;
  readonly saidBy: string | null; readonly saidOn: string | null; readonly writtenNote: string | null; readonly writtenAt: string | null; readonly writtenBy: string | null; readonly createdAt: string; readonly createdBy: string; readonly creatorId: string; readonly askedAt: string | null; readonly askedBy: string | null; readonly askerId: string | null;
  readonly decidedAt: string | null; readonly decidedBy: string | null; readonly decisionNote: string | null; readonly version: number;
}

const columns = `d.id AS id, d.kind AS kind, d.state AS state, d.day_before AS dayBefore, d.asked_day AS askedDay, d.granted_day AS grantedDay, d.content AS content, d.reason AS reason, d.instruction_id AS instructionId, d.said_by AS saidBy, d.said_on AS saidOn, d.written_note AS writtenNote, d.written_at AS writtenAt, wb.name AS writtenBy,
  d.created_at AS createdAt, cb.name AS createdBy, d.created_by AS creatorId, d.asked_at AS askedAt, ab.name AS askedBy, d.asked_by AS askerId, d.decided_at AS decidedAt, db.name AS decidedBy, d.decision_note AS decisionNote, d.version AS version, ${followedColumns}`;
const from = `FROM adjustments d JOIN assignments a ON a.id = d.assignment_id ${followedJoins}`;
const names = 'JOIN accounts cb ON cb.id = d.created_by LEFT JOIN accounts wb ON wb.id = d.written_by LEFT JOIN accounts ab ON ab.id = d.asked_by LEFT JOIN accounts db ON db.id = d.decided_by';
const lastAsked = 'COALESCE(d.asked_at, d.created_at)';
const sorts = { askedAt: lastAsked, seq: 'i.seq', unit: 'u.sort_no', day: 'COALESCE(d.granted_day, d.asked_day)' } as const;
/** What waits first, then what is not in writing. */
const waitingFirst = `CASE WHEN d.state = 'asked' THEN 0 WHEN d.state = 'checking' THEN 1 WHEN d.kind = 'oral' AND d.written_at IS NULL THEN 2 ELSE 3 END, ${lastAsked} DESC, d.id DESC`;
export const unwrittenOral = "d.kind = 'oral' AND d.state = 'granted' AND d.written_at IS NULL";
/** What was sent back and asked for anew waits no more. */
const isLast = 'NOT EXISTS (SELECT 1 FROM adjustments n WHERE n.assignment_id = d.assignment_id AND n.id > d.id)';
const filters = (actor: Actor, query: Query): Predicate[] => [
  ...followedFilters(query), ...(query.kind === undefined ? [] : [{ sql: 'd.kind = :kind', params: { kind: query.kind } }]), ...(query.ids ? [memberOf('d.id', query.ids, 'ids')] : []),
  ...(query.unwritten === undefined ? [] : [{ sql: `${query.unwritten ? '' : 'NOT '}(${unwrittenOral})`, params: {} }]),
  ...(query.waiting === undefined ? [] : [{ sql: `${query.waiting ? '' : 'NOT '}(${inWork} AND (${can(actor, 'adjustment:decide') ? `d.state = 'asked' AND (${keptPlans(actor, 'adjustment:decide').sql})` : `d.state = 'checking' OR (d.state = 'sent_back' AND ${isLast})`}))`, params: can(actor, 'adjustment:decide') ? keptPlans(actor, 'adjustment:decide').params : {} }]),
];

/** Rows of `adjustments`, within the reach of the permission that they are read under. */
@Injectable()
export class AdjustmentsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: Query, whole = false): Promise<{ rows: AdjustmentRow[]; total: number }> {
    const scope = allOf([unitsWithin(reachOf(actor, 'adjustment:read'), 'u'), leftItsUnit(actor, 'adjustment:ask'), ...filters(actor, query)]);
    const direction = query.sort?.startsWith('-') ? 'DESC' : 'ASC';
    const order = query.sort ? `${sorts[query.sort.replace('-', '') as keyof typeof sorts]} ${direction}, d.id ${direction}` : waitingFirst;
    const page = whole ? '' : ' LIMIT :pageLimit OFFSET :pageOffset';
    const rows = await readRows<AdjustmentRow>(this.database.reader, `SELECT ${columns} ${from} ${names} WHERE ${scope.sql} ORDER BY ${order}${page}`, { ...scope.params, ...(whole ? {} : { pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage }) });
    if (whole) return { rows, total: rows.length };
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${scope.sql}`, scope.params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  async findFor(actor: Actor, id: string, permission: Permission): Promise<AdjustmentRow | null> {
    const scope = allOf([unitsWithin(reachOf(actor, permission), 'u'), ...(permission === 'adjustment:decide' ? [keptPlans(actor, permission)] : []), leftItsUnit(actor, 'adjustment:ask'), { sql: 'd.id = :id', params: { id } }]);
    return (await readRows<AdjustmentRow>(this.database.reader, `SELECT ${columns} ${from} ${names} WHERE ${scope.sql}`, scope.params))[0] ?? null;
  }
  /** What nobody has decided about, by assignment. The caller has proved the right to them. */
  undecided(assignmentIds: readonly string[]): Promise<AdjustmentEntity[]> {
    const those = memberOf('d.assignment_id', assignmentIds, 'assignmentIds');
    return this.database.reader.createQueryBuilder(AdjustmentEntity, 'd').where(those.sql, those.params).andWhere("d.state IN ('checking', 'asked')").orderBy('d.id').getMany();
  }

  insert(rows: readonly AdjustmentEntity[]): Promise<void> { return insertRows(this.database.writer, AdjustmentEntity, rows); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update(row: Pick<AdjustmentEntity, 'id' | 'state'>, version: number, changes: Partial<AdjustmentEntity>): Promise<boolean> {
    return (await this.database.writer.update(AdjustmentEntity, { id: row.id, version, state: row.state }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** The other assignments of the same instruction. */
  async othersOf({ id, instructionId }: Pick<AdjustmentRow, 'id' | 'instructionId'>): Promise<Pick<AdjustmentEntity, 'id' | 'version' | 'state'>[]> {
    return instructionId === null ? [] : readRows(this.database.writer, 'SELECT d.id AS id, d.version AS version, d.state AS state FROM adjustments d WHERE d.instruction_id = :instructionId AND d.id <> :id ORDER BY d.id', { instructionId, id });
  }
  /** What was said and is not in writing yet, once for each instruction. For workers. */
  unwritten(): Promise<{ instructionId: string; planId: string; officeId: string; saidBy: string; text: string; createdAt: string }[]> {
    return readRows(
      this.database.reader, `SELECT d.instruction_id AS instructionId, d.plan_id AS planId, p.office_id AS officeId, MIN(d.said_by) AS saidBy, MIN(d.reason) AS text, MIN(d.created_at) AS createdAt FROM adjustments d JOIN plans p ON p.id = d.plan_id
        WHERE p.state = 'issued' AND ${unwrittenOral} GROUP BY d.instruction_id, d.plan_id, p.office_id`, {});
  }
  /** The rows of an assignment that another one takes the place of. */
  async moveTo(fromAssignment: string, toAssignment: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.writer, 'SELECT d.id AS id FROM adjustments d WHERE d.assignment_id = :fromAssignment', { fromAssignment });
    await changeRows(this.database.writer, 'UPDATE adjustments SET assignment_id = :toAssignment, version = version + 1 WHERE assignment_id = :fromAssignment', { fromAssignment, toAssignment });
    return rows.map(({ id }) => id);
  }
}

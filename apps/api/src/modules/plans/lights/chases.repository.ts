import { Injectable } from '@nestjs/common';
import { Database, fromDbTime, insertRows, memberOf, readRows } from '../../../platform/database/index.js';
import { ChaseEntity, ChaseItemEntity, ChaseReaderEntity } from './light.entity.js';

/** How often an assignment was chased for, and whether the last message was read by anybody. */
export interface LastChase { readonly times: number; readonly lastOn: string; readonly lastAt: string; readonly read: boolean }
export interface ChaseRow { readonly id: string; readonly planId: string; readonly words: string | null; readonly createdAt: string; readonly by: string }
/** A unit in a chase. */
export interface ChasedUnitRow { readonly chaseId: string; readonly unitId: string; readonly name: string; readonly items: number | string }
/** Somebody who was told; `readAt` is null until the message was read. */
export interface ToldRow { readonly chaseId: string; readonly unitId: string; readonly name: string; readonly readAt: string | null }
/** An item of a chase, for the message. */
export interface ChasedItemRow { readonly unitId: string; readonly seq: number; readonly text: string }

const told = 'FROM chase_readers r JOIN accounts c ON c.id = r.told_to LEFT JOIN notices n ON n.account_id = r.told_to AND n.event_key = r.event_key';

/** Rows of `chases` with what they chased for and who was told. The caller has proved the right to the plan. */
@Injectable()
export class ChasesRepository {
  constructor(private readonly database: Database) {}

  async lastOf(planId: string): Promise<ReadonlyMap<string, LastChase>> {
    const items = await readRows<{ assignmentId: string; chaseId: string; unitId: string; day: string; createdAt: string }>(
      this.database.reader, 'SELECT i.assignment_id AS assignmentId, i.chase_id AS chaseId, i.unit_id AS unitId, i.day AS day, h.created_at AS createdAt FROM chase_items i JOIN chases h ON h.id = i.chase_id WHERE h.plan_id = :planId ORDER BY h.created_at, h.id', { planId });
    if (items.length === 0) return new Map();
    const read = new Set((await readRows<{ chaseId: string; unitId: string }>(
      this.database.reader, `SELECT DISTINCT r.chase_id AS chaseId, r.unit_id AS unitId ${told} JOIN chases h ON h.id = r.chase_id WHERE h.plan_id = :planId AND n.read_at IS NOT NULL`, { planId })).map(({ chaseId, unitId }) => `${chaseId} ${unitId}`));
    const last = new Map<string, LastChase>();
    for (const { assignmentId, chaseId, unitId, day, createdAt } of items) last.set(assignmentId, { times: (last.get(assignmentId)?.times ?? 0) + 1, lastOn: day, lastAt: fromDbTime(createdAt), read: read.has(`${chaseId} ${unitId}`) });
    return last;
  }

  /** Which of some assignments were chased for on a day. */
  async chasedOn(assignmentIds: readonly string[], day: string): Promise<ReadonlySet<string>> {
    const those = memberOf('i.assignment_id', assignmentIds, 'assignmentIds');
    const rows = await readRows<{ id: string }>(this.database.writer, `SELECT i.assignment_id AS id FROM chase_items i WHERE ${those.sql} AND i.day = :day`, { ...those.params, day });
    return new Set(rows.map(({ id }) => id));
  }

  async insert(chase: ChaseEntity, items: readonly ChaseItemEntity[], readers: readonly ChaseReaderEntity[]): Promise<void> {
    await insertRows(this.database.writer, ChaseEntity, [chase]);
    await insertRows(this.database.writer, ChaseItemEntity, items);
    await insertRows(this.database.writer, ChaseReaderEntity, readers);
  }

  /** The newest first. */
  async listFor(planId: string, { unitId, ids }: { unitId?: string | undefined; ids?: readonly string[] | undefined }, { offset, limit, direction }: { offset: number; limit: number; direction: 'ASC' | 'DESC' }): Promise<{ rows: ChaseRow[]; total: number }> {
    const chosen = ids ? memberOf('h.id', ids, 'ids') : { sql: '1 = 1', params: {} };
    const where = `h.plan_id = :planId AND ${chosen.sql}${unitId === undefined ? '' : ' AND EXISTS (SELECT 1 FROM chase_items x WHERE x.chase_id = h.id AND x.unit_id = :unitId)'}`;
    const params = { planId, ...chosen.params, ...(unitId === undefined ? {} : { unitId }) };
    const [counted] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM chases h WHERE ${where}`, params);
    const rows = await readRows<ChaseRow>(
      this.database.reader, `SELECT h.id AS id, h.plan_id AS planId, h.words AS words, h.created_at AS createdAt, c.name AS \`by\` FROM chases h JOIN accounts c ON c.id = h.created_by WHERE ${where} ORDER BY h.created_at ${direction}, h.id ${direction} LIMIT ${limit} OFFSET ${offset}`, params);
    return { rows, total: Number(counted?.total ?? 0) };
  }
  find(id: string): Promise<ChaseEntity | null> { return this.database.reader.findOneBy(ChaseEntity, { id }); }

  unitsOf(chaseIds: readonly string[]): Promise<ChasedUnitRow[]> {
    const those = memberOf('i.chase_id', chaseIds, 'chaseIds');
    return readRows<ChasedUnitRow>(this.database.reader, `SELECT i.chase_id AS chaseId, i.unit_id AS unitId, u.name AS name, COUNT(*) AS items FROM chase_items i JOIN units u ON u.id = i.unit_id WHERE ${those.sql} GROUP BY i.chase_id, i.unit_id, u.name, u.sort_no ORDER BY u.sort_no, i.unit_id`, those.params);
  }
  toldOf(chaseIds: readonly string[]): Promise<ToldRow[]> {
    const those = memberOf('r.chase_id', chaseIds, 'chaseIds');
    return readRows<ToldRow>(this.database.reader, `SELECT r.chase_id AS chaseId, r.unit_id AS unitId, c.name AS name, n.read_at AS readAt ${told} WHERE ${those.sql} ORDER BY c.name_key, c.id`, those.params);
  }
  itemsOf(chaseId: string): Promise<ChasedItemRow[]> {
    return readRows<ChasedItemRow>(this.database.reader, 'SELECT x.unit_id AS unitId, i.seq AS seq, i.text AS text FROM chase_items x JOIN assignments a ON a.id = x.assignment_id JOIN items i ON i.id = a.item_id WHERE x.chase_id = :chaseId ORDER BY i.seq', { chaseId });
  }
}

import { Injectable } from '@nestjs/common';
import { clausesOf } from '@kepu/breakdown';
import type { closeOutQuery, CloseOutState, Permission } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, everything, insertRows, memberOf, readRows, type Predicate } from '../../../platform/database/index.js';
import { AssignmentEntity } from '../assignment.entity.js';
import { followedColumns, followedFilters, followedJoins, inWork, leftItsUnit, type FollowedRow } from '../deadlines/followed.js';
import { clauseKey } from '../joint-suggestions.js';
import { keptPlans } from '../plan.policy.js';
import { CloseOutEntity } from './close-out.entity.js';

type Query = z.output<typeof closeOutQuery>;
/** A request as a list reads it, with the names of people; snapshots are JSON. */
export interface CloseOutRow extends FollowedRow {
  readonly id: string; readonly state: CloseOutState; readonly note: string | null; readonly explanations: string; readonly asked: string; readonly accepted: string | null; readonly createdAt: string; readonly createdBy: string; readonly creatorId: string; readonly askedAt: string | null; readonly askedBy: string | null; readonly askerId: string | null;
  readonly decidedAt: string | null; readonly decidedBy: string | null; readonly decisionNote: string | null; readonly reopenedAt: string | null; readonly reopenedBy: string | null; readonly reopenedReason: string | null; readonly partnerIds: string | null; readonly version: number;
}
/** The unit that asks for all who do a task together, and how far it is. */
export interface LeaderRow { readonly id: string; readonly name: string }
/** The same with whether its own part is closed out: who was left behind then asks for themselves. */
interface FoundLeader extends LeaderRow { readonly done: number | string | null }

const columns = `d.id AS id, d.state AS state, d.note AS note, d.explanations AS explanations, d.checklist_asked AS asked, d.checklist_accepted AS accepted, d.created_at AS createdAt, cb.name AS createdBy, d.created_by AS creatorId, d.asked_at AS askedAt, ab.name AS askedBy, d.asked_by AS askerId,
  d.decided_at AS decidedAt, db.name AS decidedBy, d.decision_note AS decisionNote, d.reopened_at AS reopenedAt, rb.name AS reopenedBy, d.reopened_reason AS reopenedReason, d.partner_ids AS partnerIds, d.version AS version, ${followedColumns}`;
const from = `FROM close_outs d JOIN assignments a ON a.id = d.assignment_id ${followedJoins}`;
const names = 'JOIN accounts cb ON cb.id = d.created_by LEFT JOIN accounts ab ON ab.id = d.asked_by LEFT JOIN accounts db ON db.id = d.decided_by LEFT JOIN accounts rb ON rb.id = d.reopened_by';
const lastAsked = 'COALESCE(d.asked_at, d.created_at)';
const sorts = { askedAt: lastAsked, seq: 'i.seq', unit: 'u.sort_no' } as const;
const waitingFirst = `CASE d.state WHEN 'asked' THEN 0 WHEN 'checking' THEN 1 ELSE 2 END, ${lastAsked} DESC, d.id DESC`;
/** The last request of its assignment: what came back and was asked for anew waits no more. */
const isLast = 'NOT EXISTS (SELECT 1 FROM close_outs n WHERE n.assignment_id = d.assignment_id AND n.id > d.id)';
/** Own units, and, where the unit that leads an item asks for all, those who have a part in it. */
const visible = (actor: Actor): Predicate => {
  const reach = reachOf(actor, 'close-out:read');
  if (reach === 'all') return everything;
  const partners = unitsWithin(reach, 'pu');
  return anyOf([unitsWithin(reach, 'u'), { sql: `a.role = 'lead' AND d.asked_at IS NOT NULL AND EXISTS (SELECT 1 FROM assignments pa JOIN units pu ON pu.id = pa.unit_id WHERE pa.item_id = a.item_id AND pa.state <> 'withdrawn' AND (${partners.sql}))`, params: partners.params }]);
};
const filters = (actor: Actor, query: Query): Predicate[] => [
  ...followedFilters(query), ...(query.ids ? [memberOf('d.id', query.ids, 'ids')] : []),
  ...(query.waiting === undefined ? [] : [{ sql: `${query.waiting ? '' : 'NOT '}(${inWork} AND (${can(actor, 'close-out:decide') ? `d.state = 'asked' AND (${keptPlans(actor, 'close-out:decide').sql})` : `d.state = 'checking' OR (d.state IN ('returned', 'sent_back') AND ${isLast})`}))`, params: can(actor, 'close-out:decide') ? keptPlans(actor, 'close-out:decide').params : {} }]),
];

/** Rows of `close_outs`, within the reach of the permission that they are read under. */
@Injectable()
export class CloseOutsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: Query, whole = false): Promise<{ rows: CloseOutRow[]; total: number }> {
    const scope = allOf([visible(actor), leftItsUnit(actor, 'close-out:ask'), ...filters(actor, query)]);
    const direction = query.sort?.startsWith('-') ? 'DESC' : 'ASC';
    const order = query.sort ? `${sorts[query.sort.replace('-', '') as keyof typeof sorts]} ${direction}, d.id ${direction}` : waitingFirst;
    const page = whole ? '' : ' LIMIT :pageLimit OFFSET :pageOffset';
    const rows = await readRows<CloseOutRow>(this.database.reader, `SELECT ${columns} ${from} ${names} WHERE ${scope.sql} ORDER BY ${order}${page}`, { ...scope.params, ...(whole ? {} : { pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage }) });
    if (whole) return { rows, total: rows.length };
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${scope.sql}`, scope.params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  /** Reading follows the list; asking and deciding are of own units only. */
  async findFor(actor: Actor, id: string, permission: Extract<Permission, `close-out:${string}`>): Promise<CloseOutRow | null> {
    const own = permission === 'close-out:read' ? visible(actor) : unitsWithin(reachOf(actor, permission), 'u');
    const scope = allOf([own, ...(permission === 'close-out:decide' ? [keptPlans(actor, permission)] : []), leftItsUnit(actor, 'close-out:ask'), { sql: 'd.id = :id', params: { id } }]);
    return (await readRows<CloseOutRow>(this.database.reader, `SELECT ${columns} ${from} ${names} WHERE ${scope.sql}`, scope.params))[0] ?? null;
  }
  /** Requests of some assignments in some states. The caller has proved the right to them. */
  ofAssignments(assignmentIds: readonly string[], states: readonly CloseOutState[]): Promise<CloseOutEntity[]> {
    const [those, in_] = [memberOf('d.assignment_id', assignmentIds, 'assignmentIds'), memberOf('d.state', states, 'states')];
    return this.database.reader.createQueryBuilder(CloseOutEntity, 'd').where(those.sql, those.params).andWhere(in_.sql, in_.params).orderBy('d.id').getMany();
  }

  insert(row: CloseOutEntity): Promise<void> { return insertRows(this.database.writer, CloseOutEntity, [row]); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update(row: Pick<CloseOutEntity, 'id' | 'state'>, version: number, changes: Partial<CloseOutEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(CloseOutEntity).set({ ...changes, version: version + 1 }).where({ id: row.id, version, state: row.state }).execute()).affected === 1;
  }

  /** How many activities, work entries and other sources prove something for some items. What was taken back counts no more. */
  async evidenceOf(itemIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (itemIds.length === 0) return new Map();
    const rows = await readRows<{ itemId: string; pieces: number | string }>(
      this.database.reader, `SELECT e.item_id AS itemId, COUNT(DISTINCT e.source_id) AS pieces FROM evidence e WHERE e.item_id IN (:...itemIds) AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM evidence r WHERE r.reverses_id = e.id) GROUP BY e.item_id`, { itemIds });
    return new Map(rows.map(({ itemId, pieces }) => [itemId, Number(pieces)]));
  }

  /**
   * Who asks to close out where a unit only takes part: the lead that the paper prints, or the unit that leads a joint task in which the whole item is. Who has clauses of its own besides closes its item out itself.
   */
  async leaderOf({ itemId, unitId, role, text }: Pick<FollowedRow, 'itemId' | 'unitId' | 'role' | 'text'>): Promise<LeaderRow | null> {
    if (role === 'cooperating') {
      const [lead] = await readRows<FoundLeader>(this.database.reader, "SELECT u.id AS id, u.name AS name, CASE WHEN la.done_at IS NULL THEN 0 ELSE 1 END AS done FROM assignments la JOIN units u ON u.id = la.unit_id WHERE la.item_id = :itemId AND la.role = 'lead' AND la.state <> 'withdrawn' AND la.unit_id <> :unitId ORDER BY la.id", { itemId, unitId });
      if (lead) return asking(lead);
    }
    const parts = await readRows<FoundLeader & { clauseKey: string }>(
      this.database.reader, `SELECT u.id AS id, u.name AS name, jp.clause_key AS clauseKey, (SELECT MIN(CASE WHEN xa.done_at IS NULL THEN 0 ELSE 1 END) FROM joint_parts xp JOIN assignments xa ON xa.item_id = xp.item_id AND xa.unit_id = g.lead_unit_id AND xa.state <> 'withdrawn' WHERE xp.group_id = g.id) AS done FROM joint_parts jp JOIN joint_groups g ON g.id = jp.group_id AND g.state = 'confirmed' JOIN units u ON u.id = g.lead_unit_id
        WHERE jp.item_id = :itemId AND g.lead_unit_id <> :unitId AND EXISTS (SELECT 1 FROM joint_parts lp JOIN assignments la ON la.item_id = lp.item_id AND la.unit_id = g.lead_unit_id AND la.state <> 'withdrawn' WHERE lp.group_id = g.id) ORDER BY jp.id`, { itemId, unitId });
    return isWhole(text, parts) && parts[0] ? asking(parts[0]) : null;
  }
  /** The other side of it: assignments that are closed out together with one. */
  async partnersOf({ itemId, unitId, role }: Pick<FollowedRow, 'itemId' | 'unitId' | 'role'>): Promise<{ id: string; version: number; doneAt: string | null }[]> {
    const same = role !== 'lead' ? [] : await readRows<{ id: string; version: number; doneAt: string | null }>(
      this.database.reader, "SELECT pa.id AS id, pa.version AS version, pa.done_at AS doneAt FROM assignments pa WHERE pa.item_id = :itemId AND pa.role = 'cooperating' AND pa.state <> 'withdrawn' AND pa.unit_id <> :unitId", { itemId, unitId });
    const parts = await readRows<{ id: string; version: number; doneAt: string | null; text: string; clauseKey: string }>(
      this.database.reader, `SELECT DISTINCT pa.id AS id, pa.version AS version, pa.done_at AS doneAt, i.text AS text, jp.clause_key AS clauseKey FROM joint_groups g JOIN joint_parts own ON own.group_id = g.id AND own.item_id = :itemId JOIN joint_parts jp ON jp.group_id = g.id JOIN items i ON i.id = jp.item_id
        JOIN assignments pa ON pa.item_id = jp.item_id AND pa.unit_id <> :unitId AND pa.state <> 'withdrawn' WHERE g.state = 'confirmed' AND g.lead_unit_id = :unitId`, { itemId, unitId });
    const joint = [...new Set(parts.map(({ id }) => id))].flatMap((id) => {
      const own = parts.filter((part) => part.id === id);
      return own[0] && isWhole(own[0].text, own) ? [{ id, version: own[0].version, doneAt: own[0].doneAt }] : [];
    });
    return [...new Map([...same, ...joint].map((one) => [one.id, one])).values()];
  }

  async setDone(ids: readonly string[], doneAt: Date | null): Promise<void> {
    for (const id of ids) await this.database.writer.createQueryBuilder().update(AssignmentEntity).set({ doneAt, version: () => 'version + 1' }).where({ id }).execute();
  }
  /** The rows of an assignment that another one takes the place of. */
  async moveTo(fromAssignment: string, toAssignment: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.writer, 'SELECT d.id AS id FROM close_outs d WHERE d.assignment_id = :fromAssignment', { fromAssignment });
    await changeRows(this.database.writer, 'UPDATE close_outs SET assignment_id = :toAssignment, version = version + 1 WHERE assignment_id = :fromAssignment', { fromAssignment, toAssignment });
    return rows.map(({ id }) => id);
  }
}

const asking = ({ id, name, done }: FoundLeader): LeaderRow | null => (Number(done ?? 0) === 1 ? null : { id, name });
/** Whether a text says nothing but these clauses. */
const isWhole = (text: string, parts: readonly { readonly clauseKey: string }[]): boolean => {
  const keys = new Set(parts.map((part) => part.clauseKey));
  return keys.has(clauseKey(text)) || (keys.size > 0 && clausesOf(text).every((clause) => keys.has(clauseKey(clause))));
};

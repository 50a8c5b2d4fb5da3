import { Injectable } from '@nestjs/common';
import type { Permission, Prompt, promptQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, toDbTime, type Predicate } from '../../../platform/database/index.js';
import { likePattern } from '../../../platform/pinyin/pinyin.js';
import { visiblePlans } from '../plan.policy.js';
import { PromptEntity, PromptItemEntity, PromptReplyEntity } from './prompt.entity.js';

type PromptPermission = Extract<Permission, `prompt:${string}`>;
type Filters = Partial<Omit<z.output<typeof promptQuery>, 'page' | 'perPage'>>;
/** A prompt as a list reads it, with the names that it shows. */
export interface PromptRow {
  readonly id: string; readonly planId: string; readonly planTitle: string; readonly planYear: number; readonly planState: Prompt['plan']['state']; readonly issuer: string | null; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly unitDivision: string; readonly kind: Prompt['kind']; readonly state: Prompt['state'];
  readonly number: string | null; readonly title: string; readonly text: string; readonly replyBy: string; readonly replyUncertain: number; readonly createdAt: string; readonly createdBy: string; readonly createdByName: string; readonly approvedAt: string | null; readonly approvedBy: string | null;
  readonly turnedDownReason: string | null; readonly turnedDownAt: string | null; readonly turnedDownBy: string | null; readonly sentAt: string | null; readonly sentBy: string | null; readonly readAt: string | null; readonly readBy: string | null; readonly closedAt: string | null; readonly closedBy: string | null;
  readonly closedNote: string | null; readonly endedReason: string | null; readonly beforeId: string | null; readonly beforeNumber: string | null; readonly afterId: string | null; readonly afterNumber: string | null; readonly afterState: Prompt['state'] | null; readonly version: number;
}
export interface PromptItemRow { readonly promptId: string; readonly assignmentId: string; readonly itemId: string; readonly seq: number; readonly programme: string; readonly text: string; readonly light: PromptItemEntity['light']; readonly reasons: string }
export interface PromptReplyRow {
  readonly id: string; readonly promptId: string; readonly reason: string; readonly measures: string; readonly newDay: string | null; readonly repliedAt: string; readonly repliedBy: string; readonly late: number; readonly returnedReason: string | null; readonly returnedAt: string | null; readonly returnedBy: string | null; readonly takenBack: number;
}

const columns = `q.id AS id, q.plan_id AS planId, p.title AS planTitle, p.year AS planYear, p.state AS planState, p.issuer AS issuer, q.unit_id AS unitId, u.name AS unitName, u.path AS unitPath, u.division_id AS unitDivision, q.kind AS kind, q.state AS state, q.number AS number, q.title AS title, q.text AS text,
  q.reply_by AS replyBy, q.reply_uncertain AS replyUncertain, q.created_at AS createdAt, q.created_by AS createdBy, cw.name AS createdByName, q.approved_at AS approvedAt, ca.name AS approvedBy, q.turned_down_reason AS turnedDownReason, q.turned_down_at AS turnedDownAt, ct.name AS turnedDownBy, q.sent_at AS sentAt, cs.name AS sentBy,
  q.read_at AS readAt, cr.name AS readBy, q.closed_at AS closedAt, cc.name AS closedBy, q.closed_note AS closedNote, q.ended_reason AS endedReason, q.before_id AS beforeId, b.number AS beforeNumber, n.id AS afterId, n.number AS afterNumber, n.state AS afterState, q.version AS version`;
const from = 'FROM prompts q JOIN plans p ON p.id = q.plan_id JOIN units u ON u.id = q.unit_id';
const names = `JOIN accounts cw ON cw.id = q.created_by LEFT JOIN accounts ca ON ca.id = q.approved_by LEFT JOIN accounts ct ON ct.id = q.turned_down_by LEFT JOIN accounts cs ON cs.id = q.sent_by LEFT JOIN accounts cr ON cr.id = q.read_by LEFT JOIN accounts cc ON cc.id = q.closed_by
  LEFT JOIN prompts b ON b.id = q.before_id LEFT JOIN prompts n ON n.before_id = q.id`;
const sorts = { replyBy: 'q.reply_by', written: 'q.created_at', unit: 'u.sort_no' } as const;
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);

/** What the actor sees of prompts: those of the units in reach that were sent; the office and its leader also what is not. */
const visiblePrompts = (actor: Actor, permission: PromptPermission): Predicate => allOf([
  visiblePlans(actor), unitsWithin(reachOf(actor, permission), 'u'), ...(can(actor, 'prompt:write') || can(actor, 'prompt:approve') ? [] : [{ sql: "q.state NOT IN ('draft', 'awaiting', 'approved')", params: {} }]),
]);

/** Rows of `prompts`, with what they are about and what was replied. */
@Injectable()
export class PromptsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, filters: Filters, today: string, window?: { offset: number; limit: number }, permission: PromptPermission = 'prompt:read'): Promise<{ rows: PromptRow[]; total: number }> {
    const { q, ids, planId, unitId, kind, state, overdue, inForce, assignmentId, sort } = filters;
    const late = "q.state = 'sent' AND p.state = 'issued' AND q.reply_by < :today";
    const scope = allOf([
      visiblePrompts(actor, permission), ...equal('q.plan_id', 'planId', planId), ...equal('q.unit_id', 'unitId', unitId), ...equal('q.kind', 'kind', kind), ...equal('q.state', 'state', state), ...(ids ? [memberOf('q.id', ids, 'ids')] : []),
      ...(overdue === undefined ? [] : [{ sql: overdue ? late : `NOT (${late})`, params: { today } }]), ...(inForce === undefined ? [] : [{ sql: `p.state ${inForce ? '=' : '<>'} 'issued'`, params: {} }]), ...(assignmentId === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM prompt_items x WHERE x.prompt_id = q.id AND x.assignment_id = :assignmentId)', params: { assignmentId } }]),
      ...(q ? [{ sql: "(q.title LIKE :term ESCAPE '!' OR q.number LIKE :term ESCAPE '!' OR u.search_key LIKE :term ESCAPE '!')", params: { term: likePattern(q) } }] : []),
    ]);
    const [counted] = window ? await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${scope.sql}`, scope.params) : [];
    const direction = (sort ?? '-written').startsWith('-') ? 'DESC' : 'ASC';
    const by = sorts[(sort ?? '-written').replace('-', '') as keyof typeof sorts];
    const rows = await readRows<PromptRow>(this.database.reader, `SELECT ${columns} ${from} ${names} WHERE ${scope.sql} ORDER BY ${by} ${direction}, q.id ${direction}${window ? ` LIMIT ${window.limit} OFFSET ${window.offset}` : ''}`, scope.params);
    return { rows, total: window ? Number(counted?.total ?? 0) : rows.length };
  }
  async findFor(actor: Actor, id: string, permission: PromptPermission): Promise<PromptRow | null> { return (await this.listFor(actor, { ids: [id] }, '', undefined, permission)).rows[0] ?? null; }

  itemsOf(promptIds: readonly string[]): Promise<PromptItemRow[]> {
    const those = memberOf('x.prompt_id', promptIds, 'promptIds');
    return readRows<PromptItemRow>(
      this.database.reader, `SELECT x.prompt_id AS promptId, x.assignment_id AS assignmentId, i.id AS itemId, i.seq AS seq, i.programme_printed AS programme, i.text AS text, x.light AS light, x.reasons AS reasons
        FROM prompt_items x JOIN assignments a ON a.id = x.assignment_id JOIN items i ON i.id = a.item_id WHERE ${those.sql} ORDER BY x.seq, x.id`, those.params);
  }
  repliesOf(promptIds: readonly string[]): Promise<PromptReplyRow[]> {
    const those = memberOf('r.prompt_id', promptIds, 'promptIds');
    return readRows<PromptReplyRow>(
      this.database.reader, `SELECT r.id AS id, r.prompt_id AS promptId, r.reason AS reason, r.measures AS measures, r.new_day AS newDay, r.replied_at AS repliedAt, c.name AS repliedBy, r.late AS late, r.returned_reason AS returnedReason, r.returned_at AS returnedAt, d.name AS returnedBy, r.taken_back AS takenBack
        FROM prompt_replies r JOIN accounts c ON c.id = r.replied_by LEFT JOIN accounts d ON d.id = r.returned_by WHERE ${those.sql} ORDER BY r.replied_at DESC, r.id DESC`, those.params);
  }

  async insert(row: PromptEntity, items: readonly PromptItemEntity[]): Promise<void> {
    await insertRows(this.database.writer, PromptEntity, [row]);
    await insertRows(this.database.writer, PromptItemEntity, items);
  }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update(row: Pick<PromptEntity, 'id' | 'state'>, version: number, changes: Partial<PromptEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(PromptEntity).set({ ...changes, version: version + 1 }).where({ id: row.id, version, state: row.state }).execute()).affected === 1;
  }
  async remove(id: string): Promise<boolean> {
    await this.database.writer.delete(PromptItemEntity, { promptId: id });
    return (await this.database.writer.delete(PromptEntity, { id, state: 'draft' })).affected === 1;
  }
  /** Whoever read it first. It is no change of the letter: what others have before them stays as new as it was. */
  async markRead(id: string, by: string, at: Date): Promise<boolean> {
    return (await changeRows(this.database.writer, "UPDATE prompts SET read_at = :at, read_by = :by WHERE id = :id AND read_at IS NULL AND state = 'sent'", { id, by, at: toDbTime(at) })) === 1;
  }
  /** One assignment takes the place of another: letters about the one are about the other. */
  async moveTo(goneId: string, keptId: string): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM prompt_items WHERE assignment_id = :goneId AND prompt_id IN (SELECT t.prompt_id FROM (SELECT x.prompt_id AS prompt_id FROM prompt_items x WHERE x.assignment_id = :keptId) t)', { goneId, keptId });
    await changeRows(this.database.writer, 'UPDATE prompt_items SET assignment_id = :keptId WHERE assignment_id = :goneId', { goneId, keptId });
  }
  insertReply(row: PromptReplyEntity): Promise<void> { return insertRows(this.database.writer, PromptReplyEntity, [row]); }
  /** The reply that stands: the newest that was neither given back nor taken back. */
  async endReply(promptId: string, changes: Partial<PromptReplyEntity>): Promise<void> {
    await this.database.writer.createQueryBuilder().update(PromptReplyEntity).set(changes).where('prompt_id = :promptId AND returned_at IS NULL AND taken_back = 0', { promptId }).execute();
  }
  /** What waits for a reply, by the day it is due, for workers. */
  sentOpen(): Promise<{ id: string; unitId: string; unitPath: string; number: string | null; title: string; replyBy: string }[]> {
    return readRows(this.database.reader, `SELECT q.id AS id, q.unit_id AS unitId, u.path AS unitPath, q.number AS number, q.title AS title, q.reply_by AS replyBy ${from} WHERE q.state = 'sent' AND p.state = 'issued' ORDER BY q.reply_by, q.id`, {});
  }
  /** A unit that was merged: its successor replies. */
  async moveUnit(fromId: string, toId: string): Promise<string[]> {
    const rows = await this.database.reader.createQueryBuilder(PromptEntity, 'q').where("q.unit_id = :fromId AND q.state NOT IN ('closed', 'escalated', 'withdrawn')", { fromId }).getMany();
    for (const row of rows) await this.update(row, row.version, { unitId: toId });
    return rows.map(({ id }) => id);
  }
}

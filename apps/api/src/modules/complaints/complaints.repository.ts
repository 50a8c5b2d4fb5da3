import { Injectable } from '@nestjs/common';
import type { complaintQuery } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, Database, insertRows, memberOf, readRows, startsWith, toDbTime, type Predicate } from '../../platform/database/index.js';
import { ComplaintEntity } from './complaint.entity.js';
import { complaintsWithin } from './complaint.policy.js';

type Times = 'submittedAt' | 'answeredAt' | 'disputedAt' | 'reviewedAt';
/** A complaint with the names a person reads. */
export type ComplaintRow = Omit<ComplaintEntity, 'tokenHash' | Times> & {
  readonly submittedAt: string; readonly answeredAt: string | null; readonly disputedAt: string | null; readonly reviewedAt: string | null;
  readonly countyName: string | null; readonly unitName: string | null; readonly answeredByName: string | null; readonly reviewedByName: string | null;
};
type Query = z.output<typeof complaintQuery>;

const columns = `c.id AS id, c.number AS number, c.state AS state, c.kind AS kind, c.text AS text, c.about AS about, c.subject AS subject, c.level AS level, c.county_id AS countyId, c.unit_id AS unitId, c.name AS name, c.contact_kind AS contactKind,
  c.contact_sealed AS contactSealed, c.submitted_at AS submittedAt, c.due_on AS dueOn, c.answer_text AS answerText, c.answer_outcome AS answerOutcome, c.answered_at AS answeredAt, c.answered_by AS answeredBy, c.dispute_reason AS disputeReason,
  c.disputed_at AS disputedAt, c.review_text AS reviewText, c.review_outcome AS reviewOutcome, c.reviewed_at AS reviewedAt, c.reviewed_by AS reviewedBy, c.version AS version, d.name AS countyName, u.name AS unitName, a.name AS answeredByName, r.name AS reviewedByName`;
const from = 'FROM complaints c LEFT JOIN divisions d ON d.id = c.county_id LEFT JOIN units u ON u.id = c.unit_id LEFT JOIN accounts a ON a.id = c.answered_by LEFT JOIN accounts r ON r.id = c.reviewed_by';
const sorts = { submittedAt: 'c.submitted_at', dueOn: 'c.due_on' } as const;
const waits = "c.state IN ('open', 'reopened')";

/** Rows of `complaints`. */
@Injectable()
export class ComplaintsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: Query): Promise<{ rows: ComplaintRow[]; total: number }> {
    const where = allOf([
      complaintsWithin(actor, 'complaint:read'), ...(query.state ? [{ sql: 'c.state = :state', params: { state: query.state } }] : []), ...(query.kind ? [{ sql: 'c.kind = :kind', params: { kind: query.kind } }] : []),
      ...(query.countyCode === undefined ? [] : [startsWith('c.county_id', query.countyCode, 'asked')]), ...(query.waiting === undefined ? [] : [{ sql: query.waiting ? waits : `NOT (${waits})`, params: {} }]),
      ...(query.ids ? [memberOf('c.id', query.ids, 'ids')] : []), ...(query.q ? [{ sql: 'c.number = :number', params: { number: query.q.toUpperCase() } }] : []),
    ]);
    const sort = query.sort ?? '-submittedAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<ComplaintRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where.sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, c.id ${direction} LIMIT :limit OFFSET :offset`,
      { ...where.params, limit: query.perPage, offset: (query.page - 1) * query.perPage });
    return { rows, total: await this.count(where) };
  }

  async findFor(actor: Actor, id: string, permission: 'complaint:read' | 'complaint:answer'): Promise<ComplaintRow | null> {
    const within = complaintsWithin(actor, permission);
    return (await readRows<ComplaintRow>(this.database.reader, `SELECT ${columns} ${from} WHERE c.id = :id AND ${within.sql}`, { ...within.params, id }))[0] ?? null;
  }

  /** What waits for an answer of the actor, the first due first, and how many there are. */
  async waitingFor(actor: Actor, limit: number): Promise<{ rows: ComplaintRow[]; total: number }> {
    const where = allOf([complaintsWithin(actor, 'complaint:answer'), { sql: waits, params: {} }]);
    const rows = await readRows<ComplaintRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where.sql} ORDER BY c.due_on, c.id LIMIT :limit`, { ...where.params, limit });
    return { rows, total: await this.count(where) };
  }

  /** By the digest of the link. */
  async byToken(tokenHash: string): Promise<ComplaintRow | null> { return (await readRows<ComplaintRow>(this.database.reader, `SELECT ${columns} ${from} WHERE c.token_hash = :tokenHash`, { tokenHash }))[0] ?? null; }

  async insert(row: ComplaintEntity): Promise<void> { await insertRows(this.database.writer, ComplaintEntity, [row]); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<ComplaintEntity>): Promise<boolean> {
    return (await this.database.writer.update(ComplaintEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  /** For the system: answered before a moment, and nobody said anything since. */
  answeredBefore(before: Date, limit: number): Promise<ComplaintRow[]> {
    return readRows(this.database.reader, `SELECT ${columns} ${from} WHERE c.state = 'answered' AND c.answered_at < :before ORDER BY c.id LIMIT :limit`, { before: toDbTime(before), limit });
  }
  /** For the system: what waits and is due by a day. */
  dueBy(day: string): Promise<ComplaintRow[]> { return readRows(this.database.reader, `SELECT ${columns} ${from} WHERE ${waits} AND c.due_on <= :day ORDER BY c.due_on, c.id LIMIT 500`, { day }); }
  async byId(id: string): Promise<ComplaintRow | null> { return (await readRows<ComplaintRow>(this.database.reader, `SELECT ${columns} ${from} WHERE c.id = :id`, { id }))[0] ?? null; }

  /** Who answers, as the rights stand today: the county's own people, or the city office. Nobody who speaks for the body that it is about. */
  async handlersOf({ id, level, state, countyId }: Pick<ComplaintRow, 'id' | 'level' | 'state' | 'countyId'>, today: string): Promise<string[]> {
    const byCounty = level === 'county' && state !== 'reopened';
    const role = byCounty ? "g.role = 'county' AND g.scope_kind = 'division' AND g.scope_id = :countyId" : "g.role IN ('administrator', 'editor')";
    const rows = await readRows<{ accountId: string }>(this.database.reader, `SELECT DISTINCT g.account_id AS accountId FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
      WHERE g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) AND ${role}
        AND NOT EXISTS (SELECT 1 FROM account_grants og JOIN complaints oc ON oc.id = :id AND oc.unit_id = og.scope_id WHERE og.account_id = g.account_id AND og.scope_kind = 'unit' AND og.ended_at IS NULL)`,
    { id, today, ...(byCounty ? { countyId } : {}) });
    return rows.map((row) => row.accountId);
  }

  private async count(where: Predicate): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM complaints c WHERE ${where.sql}`, where.params);
    return Number(row?.total ?? 0);
  }
}

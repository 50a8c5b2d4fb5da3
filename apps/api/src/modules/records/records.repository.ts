import { Injectable } from '@nestjs/common';
import type { ActivityKind, Ledger, LedgerRule, myServiceRecordQuery, serviceRecordQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, Database, everything, insertRows, memberOf, nothing, readRows, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { ServedMinutes } from '../volunteers/index.js';
import { ServiceRecordEntity } from './service-record.entity.js';

type Window = { readonly offset: number; readonly limit: number };

/** A line of a ledger with its names. `named`: whether the reader may know whose it is. */
export interface RecordSqlRow {
  readonly id: string; readonly volunteerId: string; readonly volunteerName: string; readonly number: string; readonly named: number | string; readonly activityId: string; readonly title: string; readonly kind: ActivityKind;
  readonly unitId: string; readonly unitName: string; readonly shiftId: string; readonly signupId: string; readonly position: string; readonly day: string; readonly minutes: number; readonly ledger: Ledger; readonly rule: LedgerRule;
  readonly reverses: string | null; readonly reversedBy: string | null; readonly reason: string | null; readonly confirmedBy: string; readonly createdAt: string; readonly startsAt: string; readonly endsAt: string;
}

const columns = `r.id AS id, r.volunteer_id AS volunteerId, va.name AS volunteerName, v.number AS number, a.id AS activityId, a.title AS title, a.kind AS kind, u.id AS unitId, u.name AS unitName, r.shift_id AS shiftId,
  r.signup_id AS signupId, p.name AS position, r.day AS day, r.minutes AS minutes, r.ledger AS ledger, r.rule AS rule, r.reverses_id AS reverses, b.id AS reversedBy, r.reason AS reason, c.name AS confirmedBy,
  r.created_at AS createdAt, sh.starts_at AS startsAt, sh.ends_at AS endsAt`;
const tables = `service_records r JOIN volunteers v ON v.id = r.volunteer_id JOIN accounts va ON va.id = v.id JOIN activities a ON a.id = r.activity_id JOIN units u ON u.id = r.unit_id JOIN shifts sh ON sh.id = r.shift_id
  JOIN signups s ON s.id = r.signup_id JOIN positions p ON p.id = s.position_id JOIN accounts c ON c.id = r.confirmed_by LEFT JOIN service_records b ON b.reverses_id = r.id`;
const sorts = { day: 'r.day', minutes: 'r.minutes', createdAt: 'r.created_at' } as const;

/** Lines of the two ledgers; there is no way to change one. */
@Injectable()
export class RecordsRepository {
  constructor(private readonly database: Database, private readonly served: ServedMinutes) {}

  /** Lines of units within reach. */
  listFor(actor: Actor, query: Partial<z.output<typeof serviceRecordQuery>>, window: Window): Promise<{ rows: RecordSqlRow[]; total: number }> {
    const known = unitsWithin(reachOf(actor, 'volunteer:read'), 'vu');
    const conditions = [unitsWithin(reachOf(actor, 'record:read'), 'u'), ...narrowed(query)];
    if (query.reversals !== undefined) conditions.push({ sql: query.reversals ? '(r.reverses_id IS NOT NULL OR b.id IS NOT NULL)' : 'r.reverses_id IS NULL AND b.id IS NULL', params: {} });
    const term = query.q === undefined ? null : searchTerm(query.q);
    // Whoever may not read a name does not find it out by searching either.
    if (term) conditions.push({ sql: `a.search_key LIKE :term ESCAPE '!' OR ((${known.sql}) AND v.search_key LIKE :term ESCAPE '!')`, params: { ...known.params, term: likePattern(term) } });
    return this.page(known, allOf(conditions), query.sort ?? '-day', window);
  }

  /** The own lines. */
  ofPerson(accountId: string, query: Partial<z.output<typeof myServiceRecordQuery>>, window: Window): Promise<{ rows: RecordSqlRow[]; total: number }> {
    const conditions: Predicate[] = [{ sql: 'r.volunteer_id = :accountId', params: { accountId } }, ...narrowed(query)];
    const term = query.q === undefined ? null : searchTerm(query.q);
    if (term) conditions.push({ sql: "a.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } });
    return this.page(everything, allOf(conditions), query.sort ?? '-day', window);
  }

  /** A line that the actor may take back. */
  async reversible(actor: Actor, id: string): Promise<RecordSqlRow | null> {
    const scope = unitsWithin(reachOf(actor, 'record:reverse'), 'u');
    return (await this.page(nothing, allOf([scope, { sql: 'r.id = :id', params: { id } }]), '-day', { offset: 0, limit: 1 })).rows[0] ?? null;
  }
  /** How many lines of a sign-up say something of their own: the first confirmation, and what stood instead. */
  async generations(signupId: string): Promise<number> {
    const [row] = await readRows<{ written: number | string }>(this.database.reader, 'SELECT COUNT(*) AS written FROM service_records r WHERE r.signup_id = :signupId AND r.reverses_id IS NULL', { signupId });
    return Number(row?.written ?? 0);
  }
  /** Items of the paper that an activity serves. */
  async itemsServed(activityId: string): Promise<string[]> {
    return (await readRows<{ itemId: string }>(this.database.reader, 'SELECT i.item_id AS itemId FROM activity_items i WHERE i.activity_id = :activityId ORDER BY i.item_id', { activityId })).map((row) => row.itemId);
  }

  /** Inside a unit, with what they add to each person's sum. */
  async insert(rows: readonly ServiceRecordEntity[]): Promise<void> {
    const more = new Map<string, number>();
    for (const { ledger, volunteerId, minutes } of rows) if (ledger === 'volunteer') more.set(volunteerId, (more.get(volunteerId) ?? 0) + minutes);
    await this.served.add(more);
    await insertRows(this.database.writer, ServiceRecordEntity, rows);
  }

  private async page(known: Predicate, where: Predicate, sort: string, window: Window): Promise<{ rows: RecordSqlRow[]; total: number }> {
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const from = `FROM ${tables} JOIN units vu ON vu.id = r.unit_id WHERE ${where.sql}`;
    const rows = await readRows<RecordSqlRow>(this.database.reader,
      `SELECT ${columns}, CASE WHEN ${known.sql} THEN 1 ELSE 0 END AS named ${from} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, r.id ${direction} LIMIT :limit OFFSET :offset`,
      { ...known.params, ...where.params, ...window });
    if (rows.length < window.limit && (rows.length > 0 || window.offset === 0)) return { rows, total: window.offset + rows.length };
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, where.params);
    return { rows, total: Number(count?.total ?? 0) };
  }
}

type Narrowing = Pick<Partial<z.output<typeof serviceRecordQuery>>, 'volunteerId' | 'activityId' | 'unitId' | 'ledger' | 'from' | 'to' | 'ids'>;

const narrowed = (query: Narrowing): Predicate[] => {
  const conditions: Predicate[] = [];
  for (const [column, value] of [['volunteer_id', query.volunteerId], ['activity_id', query.activityId], ['unit_id', query.unitId], ['ledger', query.ledger]] as const) {
    if (value !== undefined) conditions.push({ sql: `r.${column} = :${column}`, params: { [column]: value } });
  }
  if (query.from) conditions.push({ sql: 'r.day >= :fromDay', params: { fromDay: query.from } });
  if (query.to) conditions.push({ sql: 'r.day <= :toDay', params: { toDay: query.to } });
  if (query.ids) conditions.push(memberOf('r.id', query.ids, 'ids'));
  return conditions;
};

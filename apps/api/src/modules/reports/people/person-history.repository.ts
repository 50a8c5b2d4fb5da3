import { Injectable } from '@nestjs/common';
import type { HistoryKind, Ledger, PersonEvent } from '@kepu/contracts';
import { reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { shanghaiDay } from '../../../platform/clock/index.js';
import { allOf, Database, fromDbTime, readRows, type Predicate } from '../../../platform/database/index.js';
import { credentialsWithin, termsWithin } from '../../talents/index.js';
import { visibleVolunteers } from '../../volunteers/index.js';

/** Somebody whose history is asked for. */
export interface PersonRow { readonly id: string; readonly bornOn: string; readonly createdAt: string }
/** What the rows of one kind are made of: where they are, when they happened, and what they say. */
interface Source { readonly kind: HistoryKind; readonly of: (actor: Actor, today: string) => Predicate; readonly from: string; readonly at: string; readonly key: string; readonly subject?: string; readonly title?: string; readonly note?: string; readonly minutes?: string; readonly ledger?: string; readonly standing?: string }
type EventRow = { readonly at: string; readonly subject: string | null; readonly title: string | null; readonly note: string | null; readonly minutes: number | null; readonly ledger: Ledger | null; readonly standing: PersonEvent['standing'] };

const plain = (sql: string, params: Predicate['params'] = {}): Predicate => ({ sql, params });
const terms = 'pool_terms t JOIN pools p ON p.id = t.pool_id';
const credentials = 'credentials c JOIN credential_kinds k ON k.id = c.kind_id JOIN volunteers v ON v.id = c.account_id LEFT JOIN units u ON u.id = v.unit_id';
const term = { from: terms, key: 't.account_id = :personId', subject: 't.id', title: 'p.name' } as const;
const credential = { from: credentials, key: 'c.account_id = :personId', subject: 'c.id', title: 'k.name' } as const;
const inTerms = (actor: Actor): Predicate => termsWithin(reachOf(actor, 'volunteer:read'));
const inCredentials = (actor: Actor): Predicate => credentialsWithin(actor, 'credential:read');
const ended = 'COALESCE(t.ended_on, t.to_day)';

/** Each part under the right that its own list asks for: who has none reads none of it. */
const sources: readonly Source[] = [
  { ...term, kind: 'term_begun', at: 't.from_day', of: (actor, today) => allOf([inTerms(actor), plain('t.from_day <= :today', { today })]) },
  { ...term, kind: 'term_ended', at: ended, note: 't.ended_reason', of: (actor, today) => allOf([inTerms(actor), plain('(t.ended_on IS NOT NULL AND t.ended_on <= :today) OR (t.ended_on IS NULL AND t.to_day IS NOT NULL AND t.to_day < :today)', { today })]) },
  { ...credential, kind: 'credential_confirmed', at: 'c.confirmed_at', of: (actor) => allOf([inCredentials(actor), plain("c.confirmed_at IS NOT NULL AND c.state IN ('confirmed', 'audited')")]) },
  { ...credential, kind: 'credential_returned', at: 'c.returned_at', note: 'c.returned_reason', of: (actor) => allOf([inCredentials(actor), plain("c.returned_at IS NOT NULL AND c.state = 'returned'")]) },
  { ...credential, kind: 'credential_expired', at: 'c.to_day', of: (actor, today) => allOf([inCredentials(actor), plain("c.to_day IS NOT NULL AND c.to_day < :today AND c.state IN ('confirmed', 'audited')", { today })]) },
  {
    kind: 'service', from: 'service_records r JOIN activities a ON a.id = r.activity_id JOIN units u ON u.id = r.unit_id', at: 'r.day', key: 'r.volunteer_id = :personId', subject: 'a.id', title: 'a.title', minutes: 'r.minutes', ledger: 'r.ledger',
    of: (actor) => allOf([unitsWithin(reachOf(actor, 'record:read'), 'u'), plain('r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = r.id)')]),
  },
  { kind: 'standing', from: 'standing_acts s JOIN volunteers v ON v.id = s.volunteer_id LEFT JOIN units u ON u.id = v.unit_id', at: 's.at', key: 's.volunteer_id = :personId', note: 's.note', standing: 's.action', of: (actor) => visibleVolunteers(actor, 'volunteer:freeze') },
];
/** Of minors: interests, certificates and services are of the record that two open. */
const ofMinors: ReadonlySet<HistoryKind> = new Set(['standing']);

/** What happened to a person, read from where each thing is kept. */
@Injectable()
export class PersonHistoryRepository {
  constructor(private readonly database: Database) {}

  async findFor(actor: Actor, id: string): Promise<PersonRow | null> {
    const { sql, params } = allOf([visibleVolunteers(actor), plain('v.id = :id', { id })]);
    return (await readRows<PersonRow>(this.database.reader, `SELECT v.id AS id, v.born_on AS bornOn, v.created_at AS createdAt FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state <> 'closed' LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql}`, params))[0] ?? null;
  }

  /** The newest of each kind, `most` of them, and how many there are in all. Two statements for a kind, however long the history. */
  async events(actor: Actor, personId: string, minor: boolean, today: string, most: number): Promise<{ events: PersonEvent[]; total: number }> {
    const [events, counts]: [PersonEvent[], number[]] = [[], []];
    for (const source of sources.filter(({ kind }) => !minor || ofMinors.has(kind))) {
      const { sql, params } = allOf([plain(source.key, { personId }), source.of(actor, today)]);
      const rows = await readRows<EventRow>(this.database.reader, `SELECT ${source.at} AS at, ${source.subject ?? 'NULL'} AS subject, ${source.title ?? 'NULL'} AS title, ${source.note ?? 'NULL'} AS note, ${source.minutes ?? 'NULL'} AS minutes, ${source.ledger ?? 'NULL'} AS ledger, ${source.standing ?? 'NULL'} AS standing
        FROM ${source.from} WHERE ${sql} ORDER BY ${source.at} DESC LIMIT :most`, { ...params, most });
      events.push(...rows.map((row) => ({ day: dayOf(row.at), kind: source.kind, id: row.subject, title: row.title ?? '', note: row.note, minutes: row.minutes === null ? null : Number(row.minutes), ledger: row.ledger, standing: row.standing })));
      const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM ${source.from} WHERE ${sql}`, params);
      counts.push(Number(count?.total ?? 0));
    }
    return { events, total: counts.reduce((sum, count) => sum + count, 0) };
  }

  /** Minutes of both ledgers, each line with its sign. */
  async minutes(personId: string): Promise<{ volunteer: number; work: number }> {
    const [row] = await readRows<{ volunteer: number | string; work: number | string }>(this.database.reader, `SELECT COALESCE(SUM(CASE WHEN r.ledger = 'volunteer' THEN r.minutes ELSE 0 END), 0) AS volunteer, COALESCE(SUM(CASE WHEN r.ledger = 'work' THEN r.minutes ELSE 0 END), 0) AS work
      FROM service_records r WHERE r.volunteer_id = :personId`, { personId });
    return { volunteer: Number(row?.volunteer ?? 0), work: Number(row?.work ?? 0) };
  }
}

/** A day as it stands, or the day of a moment in Shanghai. */
const dayOf = (at: string): string => (at.length === 10 ? at : shanghaiDay(new Date(fromDbTime(at))));

import { Injectable } from '@nestjs/common';
import { addDays, WILLING_SILENT_DAYS } from '@kepu/domain';
import { Database, memberOf, readRows } from '../../../platform/database/index.js';

/** An entry of the audit trail, as far as it says whose facts may have changed. */
export interface Change { readonly id: string; readonly action: string; readonly subjectKind: string; readonly subjectId: string }
/** What a pool looks at beside the facts of matching. */
export interface StandingRow { readonly id: string; readonly unitPath: string | null; readonly silentFrom: string | null }

/** How the people of a subject are found; `volunteer` and `account` are people themselves. */
const peopleOf: Readonly<Record<string, string>> = {
  signup: 'SELECT x.id AS subject, x.volunteer_id AS id FROM signups x WHERE x.id', shift: "SELECT x.shift_id AS subject, x.volunteer_id AS id FROM signups x WHERE x.shift_id", activity: "SELECT x.activity_id AS subject, x.volunteer_id AS id FROM signups x WHERE x.activity_id",
  credential: 'SELECT x.id AS subject, x.account_id AS id FROM credentials x WHERE x.id', service_record: 'SELECT x.id AS subject, x.volunteer_id AS id FROM service_records x WHERE x.id', place_invitation: 'SELECT x.id AS subject, x.volunteer_id AS id FROM place_invitations x WHERE x.id',
};
/** What facts of many hang on: units by their paths, topics, counties. */
const grounds = ['unit', 'term', 'division'] as const;
const kinds = ['volunteer', 'account', ...Object.keys(peopleOf), ...grounds];
/** How many parameters one statement takes on every database. */
const AT_ONCE = 500;
/** More than this at once is read anew altogether. */
const MOST = 5_000;

/** A UUIDv7 that no entry made at that time or later is below. */
const firstIdAt = (ms: number): string => {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/** What has changed of people, by the audit trail: whatever changes is written there in the same unit of work. */
@Injectable()
export class PeopleChanges {
  constructor(private readonly database: Database) {}

  /** Entries made at that time (of the machine's clock, in ms) or later that can concern facts of people, in their order; null where they are too many to follow one by one. */
  async since(ms: number): Promise<Change[] | null> {
    const { sql, params } = memberOf('e.subject_kind', kinds, 'kinds');
    const rows = await readRows<Change>(this.database.reader, `SELECT e.id AS id, e.action AS action, e.subject_kind AS subjectKind, e.subject_id AS subjectId FROM audit_entries e WHERE e.id > :from AND ${sql} ORDER BY e.id LIMIT ${MOST + 1}`, { ...params, from: firstIdAt(ms) });
    return rows.length > MOST ? null : rows;
  }

  /** Whether facts of anybody may hang on it. */
  isGround({ subjectKind, action }: Change): boolean { return grounds.some((kind) => kind === subjectKind) && !action.endsWith('.created'); }

  /** Whose facts may have changed. */
  async people(changes: readonly Change[]): Promise<ReadonlySet<string>> {
    const found = new Set(changes.filter(({ subjectKind }) => subjectKind === 'volunteer' || subjectKind === 'account').map(({ subjectId }) => subjectId));
    for (const [kind, select] of Object.entries(peopleOf)) {
      const subjects = [...new Set(changes.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))];
      for (let at = 0; at < subjects.length; at += AT_ONCE) {
        for (const { id } of await readRows<{ id: string }>(this.database.reader, `${select} IN (:...ids)`, { ids: subjects.slice(at, at + AT_ONCE) })) found.add(id);
      }
    }
    return found;
  }

  /** Everybody who is in a pool of candidates at all. */
  async everybody(): Promise<string[]> {
    return (await readRows<{ id: string }>(this.database.reader, "SELECT v.id AS id FROM volunteers v JOIN accounts c ON c.id = v.id WHERE c.state = 'active' ORDER BY v.id")).map(({ id }) => id);
  }

  /** Of some people, those who are; at most 500. */
  async standings(ids: readonly string[]): Promise<ReadonlyMap<string, StandingRow>> {
    const { sql, params } = memberOf('v.id', ids, 'ids');
    const rows = await readRows<{ id: string; unitPath: string | null; askedOn: string | null }>(this.database.reader, `
      SELECT v.id AS id, u.path AS unitPath, v.willing_asked_on AS askedOn FROM volunteers v JOIN accounts c ON c.id = v.id LEFT JOIN units u ON u.id = v.unit_id WHERE c.state = 'active' AND ${sql}`, params);
    return new Map(rows.map(({ id, unitPath, askedOn }) => [id, { id, unitPath, silentFrom: askedOn === null ? null : addDays(askedOn, WILLING_SILENT_DAYS) }]));
  }
}

import { Injectable } from '@nestjs/common';
import { Database, memberOf, readRows } from '../../../platform/database/index.js';

/** An entry of the audit trail, as far as it says what may have changed. */
export interface TrailEntry { readonly id: string; readonly action: string; readonly subjectKind: string; readonly subjectId: string }

/** How many parameters one statement takes on every database. */
const AT_ONCE = 500;
/** More than this at once is read anew altogether. */
const MOST = 5_000;

/** A UUIDv7 that no entry made at that time or later is below. */
const firstIdAt = (ms: number): string => {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/** What has changed, by the audit trail: whatever changes is written there in the same unit of work. */
@Injectable()
export class TrailEntries {
  constructor(private readonly database: Database) {}

  /** Entries about some kinds of subjects made at that time (of the machine's clock, in ms) or later, in their order; null where they are too many to follow one by one. */
  async since(ms: number, kinds: readonly string[]): Promise<TrailEntry[] | null> {
    const { sql, params } = memberOf('e.subject_kind', kinds, 'kinds');
    const rows = await readRows<TrailEntry>(this.database.reader, `SELECT e.id AS id, e.action AS action, e.subject_kind AS subjectKind, e.subject_id AS subjectId FROM audit_entries e WHERE e.id > :from AND ${sql} ORDER BY e.id LIMIT ${MOST + 1}`, { ...params, from: firstIdAt(ms) });
    return rows.length > MOST ? null : rows;
  }

  /** What the subjects belong to: those of the kinds that are meant themselves, and for the others what a statement finds, which ends in the column that their ids are looked for in. */
  async owners(entries: readonly TrailEntry[], themselves: readonly string[], selects: Readonly<Record<string, string>>): Promise<string[]> {
    const found = new Set(entries.filter(({ subjectKind }) => themselves.includes(subjectKind)).map(({ subjectId }) => subjectId));
    for (const [kind, select] of Object.entries(selects)) {
      const subjects = [...new Set(entries.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))];
      for (let at = 0; at < subjects.length; at += AT_ONCE) {
        for (const { id } of await readRows<{ id: string }>(this.database.reader, `${select} IN (:...ids)`, { ids: subjects.slice(at, at + AT_ONCE) })) found.add(id);
      }
    }
    return [...found];
  }
}

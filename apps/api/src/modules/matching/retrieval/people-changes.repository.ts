import { Injectable } from '@nestjs/common';
import { addDays, WILLING_SILENT_DAYS } from '@kepu/domain';
import { Database, memberOf, readRows } from '../../../platform/database/index.js';
import { TrailEntries, type TrailEntry } from './trail-entries.repository.js';

/** What a pool looks at beside the facts of matching. */
export interface StandingRow { readonly id: string; readonly unitPath: string | null; readonly silentFrom: string | null }

/** How the people of a subject are found; `volunteer` and `account` are people themselves, and who may decide for a child hangs on an account too. */
const peopleOf: Readonly<Record<string, string>> = {
  signup: 'SELECT x.id AS subject, x.volunteer_id AS id FROM signups x WHERE x.id', shift: 'SELECT x.shift_id AS subject, x.volunteer_id AS id FROM signups x WHERE x.shift_id', activity: 'SELECT x.activity_id AS subject, x.volunteer_id AS id FROM signups x WHERE x.activity_id',
  account: 'SELECT x.guardian_id AS subject, x.minor_id AS id FROM guardian_links x WHERE x.guardian_id',
  pool_term: 'SELECT x.id AS subject, x.account_id AS id FROM pool_terms x WHERE x.id', credential: 'SELECT x.id AS subject, x.account_id AS id FROM credentials x WHERE x.id', service_record: 'SELECT x.id AS subject, x.volunteer_id AS id FROM service_records x WHERE x.id', place_invitation: 'SELECT x.id AS subject, x.volunteer_id AS id FROM place_invitations x WHERE x.id',
};
/** What facts of many hang on: units by their paths, topics, counties, how people come into pools. */
const grounds = ['unit', 'term', 'division', 'pool'] as const;
/** Kinds of subjects that can concern facts of people. */
export const peopleSubjects = ['volunteer', ...Object.keys(peopleOf), ...grounds];

/** What has changed of people, by the audit trail. */
@Injectable()
export class PeopleChanges {
  constructor(private readonly database: Database, private readonly entries: TrailEntries) {}

  /** Whether facts of anybody may hang on it. */
  isGround({ subjectKind, action }: TrailEntry): boolean { return grounds.some((kind) => kind === subjectKind) && !action.endsWith('.created'); }

  /** Whose facts may have changed. */
  people(entries: readonly TrailEntry[]): Promise<string[]> { return this.entries.owners(entries, ['volunteer', 'account'], peopleOf); }

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

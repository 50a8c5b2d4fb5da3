import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@kepu/contracts';
import { addDays, WILLING_SILENT_DAYS } from '@kepu/domain';
import { likePattern, searchTerm } from '../../../platform/pinyin/pinyin.js';
import { allOf, Database, memberOf, readRows, startsWith, toDbTime, type Predicate } from '../../../platform/database/index.js';

/** What a batch looks at. `reachId`: whose activities and people it may hold; null for the whole city. */
export interface BatchGround { readonly fromDay: string; readonly toDay: string; readonly countyId: string | null; readonly reachId: string | null; readonly kinds: readonly ActivityKind[] }

const startOf = (day: string): string => toDbTime(new Date(`${day}T00:00:00.000+08:00`));
const within = (column: string, code: string | null, name: string): Predicate[] => (code === null ? [] : [startsWith(column, code, name)]);

/** Which positions and people a batch is made of. */
@Injectable()
export class BatchGroundRows {
  constructor(private readonly database: Database) {}

  /** Positions with places that nobody has or has asked for, of shifts that have not begun, in the order of their beginning. */
  async positions({ fromDay, toDay, countyId, reachId, kinds }: BatchGround, now: Date): Promise<string[]> {
    const where = allOf([
      { sql: "a.state = 'open' AND s.cancelled_at IS NULL AND s.starts_at > :now AND s.starts_at >= :from AND s.starts_at < :to", params: { now: toDbTime(now), from: startOf(fromDay), to: startOf(addDays(toDay, 1)) } },
      { sql: "p.maximum > (SELECT COUNT(*) FROM signups g WHERE g.position_id = p.id AND g.state IN ('requested', 'waiting', 'confirmed'))", params: {} },
      ...within('u.division_id', reachId, 'reach'), ...within('a.county_id', countyId, 'county'), ...(kinds.length === 0 ? [] : [memberOf('a.kind', kinds, 'kinds')]),
    ]);
    const rows = await readRows<{ id: string }>(this.database.reader, `
      SELECT p.id AS id FROM positions p JOIN shifts s ON s.id = p.shift_id JOIN activities a ON a.id = p.activity_id JOIN units u ON u.id = a.unit_id WHERE ${where.sql} ORDER BY s.starts_at, s.id, p.sort_no, p.id`, where.params);
    return rows.map(({ id }) => id);
  }

  /** Who could be placed at all, in the order of their ids: whose account is not disabled, who lives within reach, and who has answered whether they still want to serve. Of them one, or those whose name or number is looked for. */
  async people(reachId: string | null, today: string, { id, q }: { readonly id?: string; readonly q?: string | undefined } = {}): Promise<string[]> {
    const term = q === undefined ? null : searchTerm(q);
    const where = allOf([
      ...(id === undefined ? [] : [{ sql: 'v.id = :id', params: { id } }]), ...(term ? [{ sql: "v.search_key LIKE :term ESCAPE '!' OR v.number = :number", params: { term: likePattern(term), number: (q ?? '').toUpperCase() } }] : []),
      { sql: "c.state = 'active' AND (v.willing_asked_on IS NULL OR v.willing_asked_on > :silentSince)", params: { silentSince: addDays(today, -WILLING_SILENT_DAYS) } }, ...within('v.county_id', reachId, 'reach')]);
    const rows = await readRows<{ id: string }>(this.database.reader, `SELECT v.id AS id FROM volunteers v JOIN accounts c ON c.id = v.id WHERE ${where.sql} ORDER BY v.id`, where.params);
    return rows.map(({ id }) => id);
  }

  /** Of the positions named, who has signed up for them already, been refused, or been asked for them, each by both ids with a space between them: that is decided elsewhere. */
  async known(positionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    const AT_ONCE = 500;
    for (let at = 0; at < positionIds.length; at += AT_ONCE) {
      const { sql, params } = memberOf('g.position_id', positionIds.slice(at, at + AT_ONCE), 'ids');
      const rows = await readRows<{ positionId: string; volunteerId: string }>(this.database.reader, `
        SELECT g.position_id AS positionId, g.volunteer_id AS volunteerId FROM signups g WHERE g.state IN ('requested', 'waiting', 'confirmed', 'refused') AND ${sql}
        UNION SELECT i.position_id AS positionId, i.volunteer_id AS volunteerId FROM place_invitations i WHERE ${sql.replaceAll('g.position_id', 'i.position_id')}`, params);
      for (const { positionId, volunteerId } of rows) found.add(`${positionId} ${volunteerId}`);
    }
    return found;
  }
}

import { Injectable } from '@nestjs/common';
import type { DocumentKind, Occupation, Permission, volunteerQuery } from '@kepu/contracts';
import type { Standing } from '@kepu/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows, startsWith, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { visibleVolunteers } from './volunteers.policy.js';

/** A volunteer as staff read one, without topics, pools and services. */
export interface VolunteerRow {
  readonly id: string; readonly number: string; readonly name: string; readonly occupation: Occupation; readonly unitId: string | null; readonly unitName: string | null; readonly countyCode: string;
  readonly countyName: string; readonly bornOn: string; readonly availability: string; readonly pausedUntil: string | null; readonly consentNote: string | null; readonly registeredBy: string | null;
  readonly registeredAt: string; readonly standing: Standing; readonly realName: DocumentKind | null; readonly version: number;
}

const columns = `v.id AS id, v.number AS number, a.name AS name, v.occupation AS occupation, v.unit_id AS unitId, u.name AS unitName, v.county_id AS countyCode, d.name AS countyName, v.born_on AS bornOn,
  v.availability AS availability, v.paused_until AS pausedUntil, v.consent_note AS consentNote, r.name AS registeredBy, v.created_at AS registeredAt, v.standing AS standing, rn.kind AS realName, v.version AS version`;
// Whoever has left stands in the records, and is no volunteer any more.
const from = "FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state <> 'closed' LEFT JOIN units u ON u.id = v.unit_id";
const shown = 'JOIN divisions d ON d.id = v.county_id LEFT JOIN accounts r ON r.id = v.registered_by LEFT JOIN real_names rn ON rn.id = v.id';
// People show the number that they were given first, also after that registration was merged into another one of theirs.
const formerly = "v.id IN (SELECT m.into_id FROM volunteer_merges m JOIN volunteers f ON f.id = m.from_id WHERE LOWER(f.number) LIKE :term ESCAPE '!')";
const sorts = {
  name: 'v.name_key', registeredAt: 'v.created_at',
  // What a `ServiceCounter` answers, as SQL: a list is sorted where its rows are.
  minutes: "(SELECT COALESCE(SUM(s.minutes), 0) FROM service_records s WHERE s.volunteer_id = v.id AND s.ledger = 'volunteer')",
} as const;

const filters = (query: z.output<typeof volunteerQuery>, today: string): Predicate[] => {
  const term = query.q ? searchTerm(query.q) : null;
  const working = "a.state = 'active' AND (v.paused_until IS NULL OR v.paused_until < :today)";
  return [
    ...(term ? [{ sql: `(v.search_key LIKE :term ESCAPE '!' OR ${formerly})`, params: { term: likePattern(term) } }] : []),
    ...(query.ids ? [memberOf('v.id', query.ids, 'ids')] : []),
    ...(query.occupation ? [{ sql: 'v.occupation = :occupation', params: { occupation: query.occupation } }] : []),
    // The unit and the units below it.
    ...(query.unitId ? [{ sql: 'u.path LIKE :unitPath', params: { unitPath: `%/${query.unitId}/%` } }] : []),
    ...(query.countyCode ? [startsWith('v.county_id', query.countyCode, 'inCounty')] : []),
    // A topic of the first level stands for those below it.
    ...(query.topicId ? [{ sql: 'EXISTS (SELECT 1 FROM volunteer_topics vt JOIN terms t ON t.id = vt.term_id WHERE vt.volunteer_id = v.id AND (t.id = :topicId OR t.parent_id = :topicId))', params: { topicId: query.topicId } }] : []),
    ...(query.poolId ? [{
      sql: `EXISTS (SELECT 1 FROM pool_terms pt WHERE pt.account_id = v.id AND pt.pool_id = :poolId AND pt.from_day <= :today AND (pt.to_day IS NULL OR pt.to_day >= :today)
        AND (pt.ended_on IS NULL OR pt.ended_on > :today))`, params: { poolId: query.poolId, today },
    }] : []),
    ...(query.standing ? [{ sql: 'v.standing = :standing', params: { standing: query.standing } }] : []),
    ...(query.active === undefined ? [] : [{ sql: query.active ? working : `NOT (${working})`, params: { today } }]),
  ];
};

/** Volunteers for staff, each read within what the reader may see. */
@Injectable()
export class VolunteerListsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: z.output<typeof volunteerQuery>, today: string): Promise<{ rows: VolunteerRow[]; total: number }> {
    const { sql, params } = allOf([visibleVolunteers(actor), ...filters(query, today)]);
    const sort = query.sort ?? 'name';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<VolunteerRow>(
      this.database.reader, `SELECT ${columns} ${from} ${shown} WHERE ${sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, v.id ${direction} LIMIT :pageLimit OFFSET :pageOffset`,
      { ...params, pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  async findFor(actor: Actor, id: string, permission: Permission = 'volunteer:read'): Promise<VolunteerRow | null> {
    const { sql, params } = allOf([visibleVolunteers(actor, permission), { sql: 'v.id = :id', params: { id } }]);
    return (await readRows<VolunteerRow>(this.database.reader, `SELECT ${columns} ${from} ${shown} WHERE ${sql}`, params))[0] ?? null;
  }
}

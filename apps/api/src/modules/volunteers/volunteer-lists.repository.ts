import { Injectable } from '@nestjs/common';
import type { DocumentKind, Occupation, Permission, volunteerQuery } from '@kepu/contracts';
import { addDays, WILLING_SILENT_DAYS, type Standing } from '@kepu/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows, startsWith, type Predicate } from '../../platform/database/index.js';
import { inUnit, NameSearch, ofProfile, running } from '../talents/index.js';
import { visibleVolunteers } from './volunteers.policy.js';

/** A volunteer as staff read one, without topics, pools and services. */
export interface VolunteerRow {
  readonly id: string; readonly number: string; readonly name: string; readonly occupation: Occupation; readonly unitId: string | null; readonly unitName: string | null; readonly countyCode: string;
  readonly countyName: string; readonly bornOn: string; readonly availability: string; readonly languages: string; readonly monthlyHours: number | null; readonly absences: string; readonly willingAskedOn: string | null; readonly pausedUntil: string | null; readonly consentNote: string | null; readonly registeredBy: string | null;
  readonly registeredAt: string; readonly standing: Standing; readonly realName: DocumentKind | null; readonly version: number;
}

const columns = `v.id AS id, v.number AS number, a.name AS name, v.occupation AS occupation, v.unit_id AS unitId, u.name AS unitName, v.county_id AS countyCode, d.name AS countyName, v.born_on AS bornOn,
  v.availability AS availability, v.languages AS languages, v.monthly_hours AS monthlyHours, v.absences AS absences, v.willing_asked_on AS willingAskedOn, v.paused_until AS pausedUntil, v.consent_note AS consentNote, r.name AS registeredBy, v.created_at AS registeredAt, v.standing AS standing, rn.kind AS realName, v.version AS version`;
// Whoever has left stands in the records, and is no volunteer any more.
const from = "FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state <> 'closed' LEFT JOIN units u ON u.id = v.unit_id";
const shown = 'JOIN divisions d ON d.id = v.county_id LEFT JOIN accounts r ON r.id = v.registered_by LEFT JOIN real_names rn ON rn.id = v.id';
const sorts = {
  name: 'v.name_key', registeredAt: 'v.created_at',
  minutes: 'v.served_minutes',
} as const;

const willing = { standing: 'v.willing_asked_on IS NULL', asked: 'v.willing_asked_on > :silentSince', silent: 'v.willing_asked_on <= :silentSince' } as const;

/** Who has left, by the index of states. */
const gone = "SELECT left_.id FROM accounts left_ WHERE left_.state = 'closed'";

const filters = (query: z.output<typeof volunteerQuery>, today: string): Predicate[] => {
  const working = "v.id NOT IN (SELECT fd.id FROM accounts fd WHERE fd.state <> 'active') AND (v.paused_until IS NULL OR v.paused_until < :today)";
  return [
    ...(query.ids ? [memberOf('v.id', query.ids, 'ids')] : []),
    ...(query.occupation ? [{ sql: 'v.occupation = :occupation', params: { occupation: query.occupation } }] : []),
    ...inUnit('v.unit_id', query.unitId),
    ...(query.countyCode ? [startsWith('v.county_id', query.countyCode, 'inCounty')] : []),
    ...ofProfile(query),
    ...(query.kindId ? [{
      sql: "v.id IN (SELECT hc.account_id FROM credentials hc WHERE hc.kind_id = :kindId AND hc.state IN ('confirmed', 'audited') AND hc.from_day <= :today AND (hc.to_day IS NULL OR hc.to_day >= :today))", params: { kindId: query.kindId, today },
    }] : []),
    ...(query.willingness ? [{ sql: willing[query.willingness], params: query.willingness === 'standing' ? {} : { silentSince: addDays(today, -WILLING_SILENT_DAYS) } }] : []),
    ...(query.standing ? [{ sql: 'v.standing = :standing', params: { standing: query.standing } }] : []),
    ...(query.active === undefined ? [] : [{ sql: query.active ? working : `NOT (${working})`, params: { today } }]),
  ];
};

/** Volunteers for staff, each read within what the reader may see. */
@Injectable()
export class VolunteerListsRepository {
  constructor(private readonly database: Database, private readonly names: NameSearch) {}

  /** First which ones, along an index, then what is shown of them: nobody's names and profiles are read that stand on another page. */
  async listFor(actor: Actor, query: z.output<typeof volunteerQuery>, today: string): Promise<{ rows: VolunteerRow[]; total: number }> {
    const { sql, params } = allOf([visibleVolunteers(actor), ...(await this.names.of('v.id', query.q, { numbers: true })), ...filters(query, today)]);
    const sort = query.sort ?? 'name';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const key = sort.replace('-', '') as keyof typeof sorts;
    const pool = query.poolId === undefined ? null : running(today);
    const wanted = { sql, params: { ...params, ...(pool ? { ...pool.params, poolId: query.poolId } : {}) } };
    // A person is in a pool once at a time, and the terms of a pool stand in the order of names themselves; where no more is asked they say all of it.
    const alone = pool !== null && !/\b[uv]\./.test(sql);
    const person = alone ? 't.account_id' : 'v.id';
    const units = /\bu\./.test(sql) ? ' LEFT JOIN units u ON u.id = v.unit_id' : '';
    const source = (more = ''): string => `${pool ? `pool_terms t${alone && more === '' ? '' : ' JOIN volunteers v ON v.id = t.account_id'}` : 'volunteers v'}${units}${more} WHERE ${pool ? `t.pool_id = :poolId AND ${pool.sql} AND ` : ''}(${sql})`;
    const order = (first: string, last = 'v.id') => `ORDER BY ${first} ${direction}, ${last} ${direction}`;
    const inner = pool && key === 'name' ? `${source()} AND ${person} NOT IN (${gone}) ${order('t.name_key', 't.id')}` : `${source(' ')} AND v.id NOT IN (${gone}) ${order(sorts[key])}`;
    const rows = await readRows<VolunteerRow>(
      this.database.reader, `SELECT ${columns} FROM (SELECT ${pool && key === 'name' ? person : 'v.id'} AS id FROM ${inner} LIMIT :pageLimit OFFSET :pageOffset) page
        JOIN volunteers v ON v.id = page.id JOIN accounts a ON a.id = v.id LEFT JOIN units u ON u.id = v.unit_id ${shown} ${order(sorts[key])}`,
      { ...wanted.params, pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage });
    // All but those who have left, who are few: nobody looks at the account of each of a hundred thousand.
    const [count] = await readRows<{ total: number | string; gone: number | string }>(
      this.database.reader, `SELECT (SELECT COUNT(*) FROM ${source()}) AS total, (SELECT COUNT(*) FROM ${source()} AND ${person} IN (${gone})) AS gone`, wanted.params);
    return { rows, total: Number(count?.total ?? 0) - Number(count?.gone ?? 0) };
  }
  async findFor(actor: Actor, id: string, permission: Permission = 'volunteer:read'): Promise<VolunteerRow | null> {
    const { sql, params } = allOf([visibleVolunteers(actor, permission), { sql: 'v.id = :id', params: { id } }]);
    return (await readRows<VolunteerRow>(this.database.reader, `SELECT ${columns} ${from} ${shown} WHERE ${sql}`, params))[0] ?? null;
  }
}

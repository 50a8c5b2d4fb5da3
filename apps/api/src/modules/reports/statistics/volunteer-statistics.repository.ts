import { Injectable } from '@nestjs/common';
import type { Occupation, StatisticsBy } from '@kepu/contracts';
import type { Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, memberOf, readRows, type Predicate } from '../../../platform/database/index.js';
import { visibleVolunteers } from '../../volunteers/index.js';

/** The time that is counted, and the birthdays that part the bands of age at its end. */
export interface Time { readonly from: string; readonly to: string; readonly until: string; readonly adult: string; readonly middle: string; readonly elder: string }
/** A group of people alike in all four that is grouped by: registrations, or what they served. */
export interface GroupRow { readonly countyId: string; readonly unitId: string | null; readonly occupation: Occupation; readonly ageBand: string; readonly registered: number; readonly joined: number; readonly served: number; readonly services: number; readonly minutes: number }
/** What is counted. */
export type Count = 'registered' | 'joined' | 'served' | 'services' | 'minutes';
/** Somebody who served long. */
export interface LongestRow { readonly id: string; readonly name: string; readonly number: string; readonly unitId: string | null; readonly unitName: string | null; readonly countyId: string; readonly countyName: string; readonly services: number | string; readonly minutes: number | string }
/** A line of the ledger behind a number. */
export interface LineRow { readonly id: string; readonly day: string; readonly activityId: string; readonly title: string; readonly volunteerId: string; readonly name: string; readonly number: string; readonly bornOn: string; readonly unitName: string | null; readonly countyName: string; readonly minutes: number }

const band = "CASE WHEN v.born_on > :adult THEN 'minor' WHEN v.born_on > :middle THEN '18-35' WHEN v.born_on > :elder THEN '36-59' ELSE '60+' END";
/** What a person is grouped by. */
const keys: Readonly<Record<StatisticsBy, string>> = { county: 'v.county_id', unit: 'v.unit_id', occupation: 'v.occupation', ageBand: band };
const grouped = `${keys.county} AS countyId, ${keys.unit} AS unitId, ${keys.occupation} AS occupation, ${keys.ageBand} AS ageBand`;
/** A line that says something and was not taken back. */
const stands = 'r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = r.id)';
const served = `SELECT r.volunteer_id AS id, SUM(r.minutes) AS minutes, SUM(CASE WHEN ${stands} THEN 1 ELSE 0 END) AS services FROM service_records r WHERE r.ledger = 'volunteer' AND r.day >= :from AND r.day <= :to GROUP BY r.volunteer_id`;
const there: Predicate = { sql: "v.id NOT IN (SELECT gone.id FROM accounts gone WHERE gone.state = 'closed') AND v.created_at < :until", params: {} };

/** What is counted of volunteers within reach: as many statements for a city as for a village. */
@Injectable()
export class VolunteerStatisticsRepository {
  constructor(private readonly database: Database) {}

  /** Registrations and what was served, each read once for all that is grouped by: the ledger is not beside a hundred thousand people who may have no line in it. */
  async groupsFor(actor: Actor, time: Time): Promise<GroupRow[]> {
    const { sql, params } = allOf([visibleVolunteers(actor), there]);
    const named = this.named(params, time);
    const read = async (sums: Readonly<Partial<Record<keyof GroupRow, string>>>, from: string): Promise<GroupRow[]> => {
      const rows = await readRows<GroupRow>(this.database.reader, `SELECT ${grouped}, ${Object.entries(sums).map(([name, sum]) => `${sum} AS ${name}`).join(', ')} ${from} LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql} GROUP BY countyId, unitId, occupation, ageBand`, named);
      return rows.map((row) => ({ ...row, ...countsOf((name) => Number(row[name] ?? 0)) }));
    };
    const [registrations, services] = [
      await read({ registered: 'COUNT(*)', joined: 'SUM(CASE WHEN v.created_at >= :begins THEN 1 ELSE 0 END)' }, 'FROM volunteers v'),
      await read({ served: 'SUM(CASE WHEN s.services > 0 THEN 1 ELSE 0 END)', services: 'SUM(s.services)', minutes: 'SUM(s.minutes)' }, `FROM (${served}) s JOIN volunteers v ON v.id = s.id`),
    ];
    return [...registrations, ...services];
  }

  /** Names of the counties and units that stand in groups. */
  async names(table: 'divisions' | 'units', ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { sql, params } = memberOf('n.id', ids, 'ids');
    return new Map((await readRows<{ id: string; name: string }>(this.database.reader, `SELECT n.id AS id, n.name AS name FROM ${table} n WHERE ${sql}`, params)).map(({ id, name }) => [id, name]));
  }

  /** Of age, longest first. */
  longestFor(actor: Actor, time: Time, most: number): Promise<LongestRow[]> {
    const { sql, params } = allOf([visibleVolunteers(actor), there]);
    return readRows<LongestRow>(this.database.reader, `SELECT v.id AS id, a.name AS name, v.number AS number, u.id AS unitId, u.name AS unitName, d.id AS countyId, d.name AS countyName, s.services AS services, s.minutes AS minutes
      FROM (${served}) s JOIN volunteers v ON v.id = s.id JOIN accounts a ON a.id = v.id JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql} AND s.minutes > 0 AND v.born_on <= :adult ORDER BY s.minutes DESC, v.id LIMIT :most`, { ...this.named(params, time), most });
  }

  async linesFor(actor: Actor, time: Time, of: { readonly by?: StatisticsBy | undefined; readonly key?: string | undefined; readonly volunteerId?: string | undefined }, { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<{ rows: LineRow[]; total: number }> {
    const { sql, params } = allOf([
      visibleVolunteers(actor), there, { sql: "r.ledger = 'volunteer' AND r.day >= :from AND r.day <= :to", params: {} }, ...(of.volunteerId === undefined ? [] : [{ sql: 'r.volunteer_id = :volunteerId', params: { volunteerId: of.volunteerId } }]),
      ...(of.by === undefined || of.key === undefined ? [] : [of.key === '' ? { sql: `${keys[of.by]} IS NULL`, params: {} } : { sql: `${keys[of.by]} = :partKey`, params: { partKey: of.key } }]),
    ]);
    const from = `FROM service_records r JOIN volunteers v ON v.id = r.volunteer_id LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql}`;
    const all = this.named(params, time);
    const rows = await readRows<LineRow>(this.database.reader, `SELECT r.id AS id, r.day AS day, c.id AS activityId, c.title AS title, v.id AS volunteerId, a.name AS name, v.number AS number, v.born_on AS bornOn, u.name AS unitName, d.name AS countyName, r.minutes AS minutes
      FROM service_records r JOIN volunteers v ON v.id = r.volunteer_id JOIN accounts a ON a.id = v.id JOIN divisions d ON d.id = v.county_id JOIN activities c ON c.id = r.activity_id LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql} ORDER BY r.day DESC, r.id DESC LIMIT :limit OFFSET :offset`, { ...all, limit, offset });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, all);
    return { rows, total: Number(count?.total ?? 0) };
  }

  /** Proofs of service that were issued in the time to volunteers within reach, by the unit that proves. */
  async certificatesFor(actor: Actor, { from, until }: Time): Promise<{ unit: { id: string; name: string }; issued: number }[]> {
    const { sql, params } = visibleVolunteers(actor);
    const rows = await readRows<{ id: string; name: string; issued: number | string }>(this.database.reader, `SELECT n.id AS id, n.name AS name, COUNT(*) AS issued FROM service_certificates c JOIN units n ON n.id = c.unit_id JOIN volunteers v ON v.id = c.account_id LEFT JOIN units u ON u.id = v.unit_id
      WHERE c.issued_at >= :begins AND c.issued_at < :until AND (${sql}) GROUP BY n.id, n.name ORDER BY COUNT(*) DESC, n.id`, { ...params, begins: beginning(from), until });
    return rows.map(({ id, name, issued }) => ({ unit: { id, name }, issued: Number(issued) }));
  }

  private named(params: Predicate['params'], { from, to, until, adult, middle, elder }: Time): Record<string, unknown> { return { ...params, from, to, until, adult, middle, elder, begins: beginning(from) }; }
}
/** The numbers of a group, one by one. */
export const countsOf = (valueOf: (name: Count) => number): Record<Count, number> => ({ registered: valueOf('registered'), joined: valueOf('joined'), served: valueOf('served'), services: valueOf('services'), minutes: valueOf('minutes') });
const beginning = (day: string): string => new Date(`${day}T00:00:00.000+08:00`).toISOString().replace('T', ' ').replace('Z', '');

import { Injectable } from '@nestjs/common';
import type { StatisticsBy } from '@kepu/contracts';
import type { Actor } from '../../../platform/auth/actor.js';
import { allOf, Database, readRows, type Predicate } from '../../../platform/database/index.js';
import { visibleVolunteers } from '../../volunteers/index.js';

/** The time that is counted, and the birthdays that part the bands of age at its end. */
export interface Time { readonly from: string; readonly to: string; readonly until: string; readonly adult: string; readonly middle: string; readonly elder: string }
/** Sums of a part. */
export interface SumRow { readonly part: string | null; readonly name: string | null; readonly registered: number | string; readonly joined: number | string; readonly served: number | string; readonly services: number | string; readonly minutes: number | string }
/** Somebody who served long. */
export interface RankRow { readonly id: string; readonly name: string; readonly number: string; readonly unitId: string | null; readonly unitName: string | null; readonly countyId: string; readonly countyName: string; readonly services: number | string; readonly minutes: number | string }
/** A line of the ledger behind a number. */
export interface LineRow { readonly id: string; readonly day: string; readonly activityId: string; readonly title: string; readonly volunteerId: string; readonly name: string; readonly number: string; readonly bornOn: string; readonly unitName: string | null; readonly countyName: string; readonly minutes: number }

const band = "CASE WHEN v.born_on > :adult THEN 'minor' WHEN v.born_on > :middle THEN '18-35' WHEN v.born_on > :elder THEN '36-59' ELSE '60+' END";
const parts: Readonly<Record<StatisticsBy, { key: string; name: string }>> = {
  county: { key: 'v.county_id', name: 'MIN(d.name)' }, unit: { key: 'v.unit_id', name: 'MIN(u.name)' }, occupation: { key: 'v.occupation', name: 'NULL' }, ageBand: { key: band, name: 'NULL' },
};
/** A line that says something and was not taken back. */
const stands = 'r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM service_records b WHERE b.reverses_id = r.id)';
const served = `SELECT r.volunteer_id AS id, SUM(r.minutes) AS minutes, SUM(CASE WHEN ${stands} THEN 1 ELSE 0 END) AS services FROM service_records r WHERE r.ledger = 'volunteer' AND r.day >= :from AND r.day <= :to GROUP BY r.volunteer_id`;
const people = `FROM volunteers v JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = v.unit_id LEFT JOIN (${served}) s ON s.id = v.id`;
const there: Predicate = { sql: "v.id NOT IN (SELECT gone.id FROM accounts gone WHERE gone.state = 'closed') AND v.created_at < :until", params: {} };

/** What is counted of volunteers within reach: as many statements for a city as for a village. */
@Injectable()
export class VolunteerStatisticsRepository {
  constructor(private readonly database: Database) {}

  sumsFor(actor: Actor, by: StatisticsBy | null, time: Time): Promise<SumRow[]> {
    const { sql, params } = allOf([visibleVolunteers(actor), there]);
    const part = by === null ? null : parts[by];
    return readRows<SumRow>(this.database.reader, `SELECT ${part ? part.key : 'NULL'} AS part, ${part ? part.name : 'NULL'} AS name, COUNT(*) AS registered, SUM(CASE WHEN v.created_at >= :begins THEN 1 ELSE 0 END) AS joined, SUM(CASE WHEN s.services > 0 THEN 1 ELSE 0 END) AS served,
      COALESCE(SUM(s.services), 0) AS services, COALESCE(SUM(s.minutes), 0) AS minutes ${people} WHERE ${sql}${part ? ` GROUP BY part ORDER BY minutes DESC, part` : ''}`, this.named(params, time));
  }

  /** Of age, longest first. */
  rankingFor(actor: Actor, time: Time, most: number): Promise<RankRow[]> {
    const { sql, params } = allOf([visibleVolunteers(actor), there]);
    return readRows<RankRow>(this.database.reader, `SELECT v.id AS id, a.name AS name, v.number AS number, u.id AS unitId, u.name AS unitName, d.id AS countyId, d.name AS countyName, s.services AS services, s.minutes AS minutes
      FROM (${served}) s JOIN volunteers v ON v.id = s.id JOIN accounts a ON a.id = v.id JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql} AND s.minutes > 0 AND v.born_on <= :adult ORDER BY s.minutes DESC, v.id LIMIT :most`, { ...this.named(params, time), most });
  }

  async linesFor(actor: Actor, time: Time, of: { readonly by?: StatisticsBy | undefined; readonly key?: string | undefined; readonly volunteerId?: string | undefined }, { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<{ rows: LineRow[]; total: number }> {
    const { sql, params } = allOf([
      visibleVolunteers(actor), there, { sql: "r.ledger = 'volunteer' AND r.day >= :from AND r.day <= :to", params: {} }, ...(of.volunteerId === undefined ? [] : [{ sql: 'r.volunteer_id = :volunteerId', params: { volunteerId: of.volunteerId } }]),
      ...(of.by === undefined || of.key === undefined ? [] : [of.key === '' ? { sql: `${parts[of.by].key} IS NULL`, params: {} } : { sql: `${parts[of.by].key} = :partKey`, params: { partKey: of.key } }]),
    ]);
    const from = `FROM service_records r JOIN volunteers v ON v.id = r.volunteer_id LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql}`;
    const all = this.named(params, time);
    const rows = await readRows<LineRow>(this.database.reader, `SELECT r.id AS id, r.day AS day, c.id AS activityId, c.title AS title, v.id AS volunteerId, a.name AS name, v.number AS number, v.born_on AS bornOn, u.name AS unitName, d.name AS countyName, r.minutes AS minutes
      FROM service_records r JOIN volunteers v ON v.id = r.volunteer_id JOIN accounts a ON a.id = v.id JOIN divisions d ON d.id = v.county_id JOIN activities c ON c.id = r.activity_id LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql} ORDER BY r.day DESC, r.id DESC LIMIT :limit OFFSET :offset`, { ...all, limit, offset });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, all);
    return { rows, total: Number(count?.total ?? 0) };
  }

  private named(params: Predicate['params'], { from, to, until, adult, middle, elder }: Time): Record<string, unknown> { return { ...params, from, to, until, adult, middle, elder, begins: beginning(from) }; }
}
const beginning = (day: string): string => new Date(`${day}T00:00:00.000+08:00`).toISOString().replace('T', ' ').replace('Z', '');

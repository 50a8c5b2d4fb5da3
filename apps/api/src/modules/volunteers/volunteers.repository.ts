import { Injectable } from '@nestjs/common';
import type { Occupation, SkillLevel } from '@kepu/contracts';
import type { Standing } from '@kepu/domain';
import { allOf, changeRows, Database, insertRows, memberOf, newId, readRows, toDbTime } from '../../platform/database/index.js';
import { VolunteerEntity, VolunteerTopicEntity } from './volunteer.entity.js';

/** Whom other modules show: name, number, and where the person belongs. */
export interface BriefRow {
  readonly id: string; readonly name: string; readonly number: string; readonly occupation: Occupation; readonly unitId: string | null; readonly unitName: string | null; readonly countyCode: string;
  readonly countyName: string; readonly bornOn: string; readonly named: number;
}
/** What matching reads of a profile; flags are 0 or 1. */
export interface FactsRow {
  readonly id: string; readonly bornOn: string; readonly occupation: Occupation; readonly countyCode: string; readonly availability: string; readonly travelLimit: number; readonly toIslands: number;
  readonly toMountains: number; readonly pausedUntil: string | null; readonly monthlyHours: number | null; readonly absences: string; readonly recommendationsOff: number; readonly standing: Standing;
}
/** A topic of a volunteer. */
export interface TopicRow { readonly volunteerId: string; readonly id: string; readonly name: string; readonly level: SkillLevel }

/** How many parameters one statement takes on every database. */
const AT_ONCE = 500;

/** Rows of `volunteers` and `volunteer_topics`: one's own, and those that a caller has proved the right to. */
@Injectable()
export class VolunteersRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<VolunteerEntity | null> { return this.database.reader.findOneBy(VolunteerEntity, { id }); }

  briefs(ids: readonly string[]): Promise<BriefRow[]> {
    return this.inParts(ids, (part) => {
      const { sql, params } = memberOf('v.id', part, 'ids');
      return readRows<BriefRow>(this.database.reader, `
        SELECT v.id AS id, a.name AS name, v.number AS number, v.occupation AS occupation, v.unit_id AS unitId, u.name AS unitName, v.county_id AS countyCode, d.name AS countyName, v.born_on AS bornOn,
          CASE WHEN EXISTS (SELECT 1 FROM real_names rn WHERE rn.id = v.id) THEN 1 ELSE 0 END AS named
        FROM volunteers v JOIN accounts a ON a.id = v.id JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql}`, params);
    });
  }

  /** Of all, those whose account is not disabled. */
  facts(ids: readonly string[] | 'all'): Promise<FactsRow[]> {
    const read = (where: string, params: Readonly<Record<string, unknown>>) => readRows<FactsRow>(this.database.reader, `
      SELECT v.id AS id, v.born_on AS bornOn, v.occupation AS occupation, v.county_id AS countyCode, v.availability AS availability, v.travel_limit AS travelLimit, v.to_islands AS toIslands,
        v.to_mountains AS toMountains, v.paused_until AS pausedUntil, v.monthly_hours AS monthlyHours, v.absences AS absences, v.recommendations_off AS recommendationsOff, v.standing AS standing
      FROM volunteers v JOIN accounts a ON a.id = v.id WHERE ${where} ORDER BY v.id`, params);
    if (ids === 'all') return read("a.state = 'active'", {});
    return this.inParts(ids, (part) => {
      const { sql, params } = memberOf('v.id', part, 'ids');
      return read(sql, params);
    });
  }

  /** Open topics only: one that was closed since is nobody's any more, and can be given back with the rest of a profile. */
  async topicsOf(ids: readonly string[] | 'all', today: string): Promise<TopicRow[]> {
    const read = (part: readonly string[] | 'all') => {
      const { sql, params } = allOf([{ sql: 't.closed_on IS NULL OR t.closed_on > :today', params: { today } }, ...(part === 'all' ? [] : [memberOf('vt.volunteer_id', part, 'ids')])]);
      return readRows<TopicRow>(this.database.reader, `SELECT vt.volunteer_id AS volunteerId, t.id AS id, t.name AS name, vt.level AS level FROM volunteer_topics vt JOIN terms t ON t.id = vt.term_id WHERE ${sql} ORDER BY t.sort_no, t.id`, params);
    };
    return ids === 'all' ? read('all') : this.inParts(ids, read);
  }

  insert(row: VolunteerEntity): Promise<void> { return insertRows(this.database.writer, VolunteerEntity, [row]); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<VolunteerEntity>): Promise<boolean> {
    return (await this.database.writer.update(VolunteerEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** What a document says. */
  async correctBirth(id: string, bornOn: string): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE volunteers SET born_on = :bornOn, version = version + 1 WHERE id = :id', { id, bornOn });
  }
  async clearTopics(volunteerId: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM volunteer_topics WHERE volunteer_id = :volunteerId', { volunteerId }); }
  /** `levels`: how well, by topic; the others are followed without practice. */
  async addTopics(volunteerId: string, termIds: readonly string[], levels: ReadonlyMap<string, SkillLevel> = new Map()): Promise<void> {
    await insertRows(this.database.writer, VolunteerTopicEntity, termIds.map((termId) => ({ id: newId(), volunteerId, termId, level: levels.get(termId) ?? 'interested' })));
  }
  /** The keys follow the name, which stands with the account. */
  async rename(id: string, keys: Pick<VolunteerEntity, 'nameKey' | 'searchKey'>): Promise<void> { await this.database.writer.update(VolunteerEntity, { id }, keys); }
  async switchRecommendations(id: string, off: boolean): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE volunteers SET recommendations_off = :off, version = version + 1 WHERE id = :id AND recommendations_off <> :off', { id, off: off ? 1 : 0 });
  }
  /** Whoever is to be asked whether they still want to serve: of age, in good standing, nothing said since a day, and no question open. At most `most`. */
  async unasked(since: Date, adultsBornBy: string, most: number): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.reader, `
      SELECT v.id AS id FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' WHERE v.standing = 'good' AND v.willing_asked_on IS NULL AND v.born_on <= :adultsBornBy
        AND COALESCE(v.willing_at, v.created_at) < :since ORDER BY v.id LIMIT :most`, { since: toDbTime(since), adultsBornBy, most });
    return rows.map(({ id }) => id);
  }
  /** Notes the question; answers how many were not asked meanwhile. */
  async ask(ids: readonly string[], askedOn: string): Promise<number> {
    const { sql, params } = memberOf('id', ids, 'ids');
    return changeRows(this.database.writer, `UPDATE volunteers SET willing_asked_on = :askedOn WHERE willing_asked_on IS NULL AND (${sql})`, { ...params, askedOn });
  }
  /** A yes: no question is open any more. Answers whether there was somebody to say it. */
  async stay(id: string, now: Date): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE volunteers SET willing_at = :now, willing_asked_on = NULL WHERE id = :id', { id, now: toDbTime(now) })) === 1;
  }
  async moveUnit(fromUnit: string, toUnit: string): Promise<number> {
    return changeRows(this.database.writer, 'UPDATE volunteers SET unit_id = :toUnit, version = version + 1 WHERE unit_id = :fromUnit', { fromUnit, toUnit });
  }
  async moveCounty(fromCounty: string, toCounty: string): Promise<number> {
    return changeRows(this.database.writer, 'UPDATE volunteers SET county_id = :toCounty, version = version + 1 WHERE county_id = :fromCounty', { fromCounty, toCounty });
  }

  private async inParts<T>(ids: readonly string[], read: (part: readonly string[]) => Promise<T[]>): Promise<T[]> {
    const wanted = [...new Set(ids)];
    const found: T[] = [];
    for (let at = 0; at < wanted.length; at += AT_ONCE) found.push(...(await read(wanted.slice(at, at + AT_ONCE))));
    return found;
  }
}

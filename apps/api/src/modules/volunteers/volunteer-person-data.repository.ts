import { Injectable, type OnModuleInit } from '@nestjs/common';
import { talkLanguages, type Holdings, type MyVolunteer } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { chosenOf } from '@kepu/domain';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, memberOf, readRows } from '../../platform/database/index.js';
import { PersonData, PersonMerges, type Closing, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';
import { PoolTerms } from '../talents/index.js';
import { volunteerKeys } from './volunteer.mapper.js';

/** Signs and stretches of days in words. */
const spoken = (row: PersonRow): PersonRow => ({
  ...row, languages: chosenOf(talkLanguages, String(row['languages'])).map((one) => label('zh-CN', `terms.talkLanguages.${one}`)).join('、'),
  absences: (JSON.parse(String(row['absences'])) as MyVolunteer['absences']).map(({ from, to }) => `${from} — ${to}`).join('、'),
});

/** What a profile holds of a person. */
@Injectable()
export class VolunteerPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['volunteers.id', 'volunteer_topics.volunteer_id', 'volunteer_merges.from_id', 'volunteer_merges.into_id'];
  readonly moves = ['volunteer_topics.volunteer_id', 'volunteer_merges.into_id'];
  readonly stays = ['volunteers.id', 'volunteer_merges.from_id'];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly terms: PoolTerms, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('volunteers.registered_by', 'volunteer_merges.merged_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = (sql: string) => readRows<PersonRow>(this.database.reader, sql, { personId });
    return [
      {
        key: 'profile', words: { occupation: 'terms.occupations' }, rows: (await rows(`
          SELECT v.number AS number, v.born_on AS bornOn, v.occupation AS occupation, u.name AS unit, d.name AS county, v.availability AS availability, v.travel_limit AS travelLimit, v.to_islands AS toIslands,
            v.to_mountains AS toMountains, v.languages AS languages, v.monthly_hours AS monthlyHours, v.absences AS absences, v.willing_at AS willingAt, v.recommendations_off AS recommendationsOff, v.paused_until AS pausedUntil, v.consent_note AS consentNote, v.created_at AS createdAt
          FROM volunteers v LEFT JOIN units u ON u.id = v.unit_id JOIN divisions d ON d.id = v.county_id WHERE v.id = :personId`)).map(spoken),
      },
      { key: 'topics', words: { level: 'terms.skillLevels' }, rows: await rows('SELECT t.name AS name, vt.level AS level FROM volunteer_topics vt JOIN terms t ON t.id = vt.term_id WHERE vt.volunteer_id = :personId ORDER BY t.sort_no, t.id') },
      { key: 'merges', rows: await rows('SELECT v.number AS number, m.merged_at AS at, m.reason AS reason FROM volunteer_merges m JOIN volunteers v ON v.id = m.from_id WHERE m.into_id = :personId ORDER BY m.merged_at, m.from_id') },
    ];
  }

  /** What the records need stays: the number, and the county by which hours are added up. */
  async erase(actor: PersonActor, { keepsName }: Closing): Promise<void> {
    await this.blank(actor.accountId);
    await changeRows(this.database.writer, "UPDATE volunteer_merges SET reason = '' WHERE into_id = :personId", { personId: actor.accountId });
    if (!keepsName) await this.eraseName(actor.accountId);
  }

  async count(personIds: readonly string[]): Promise<ReadonlyMap<string, Partial<Holdings>>> {
    const { sql, params } = memberOf('vt.volunteer_id', personIds, 'people');
    const rows = await readRows<{ personId: string; topics: number | string }>(this.database.reader, `SELECT vt.volunteer_id AS personId, COUNT(*) AS topics FROM volunteer_topics vt WHERE ${sql} GROUP BY vt.volunteer_id`, params);
    return new Map(rows.map(({ personId, topics }) => [personId, { topics: Number(topics) }]));
  }

  /** Topics of both; what was merged into the one that goes is from now on merged into the one that stays. */
  async merge({ from, into }: PersonMerge): Promise<Partial<Holdings>> {
    const { writer } = this.database;
    const twice = await changeRows(writer, 'DELETE FROM volunteer_topics WHERE volunteer_id = :from AND term_id IN (SELECT o.term_id FROM (SELECT vt.term_id AS term_id FROM volunteer_topics vt WHERE vt.volunteer_id = :into) o)', { from, into });
    await changeRows(writer, 'UPDATE volunteer_topics SET volunteer_id = :into WHERE volunteer_id = :from', { from, into });
    await changeRows(writer, 'UPDATE volunteer_merges SET into_id = :into WHERE into_id = :from', { from, into });
    return { topics: twice };
  }

  /** Inside a unit: a profile that nobody has any more. */
  async blank(personId: string): Promise<void> {
    await changeRows(this.database.writer, `
      UPDATE volunteers SET born_on = '1900-01-01', occupation = 'other', unit_id = NULL, availability = '000000000000000000000', travel_limit = 60, to_islands = 0, to_mountains = 0, recommendations_off = 1,
        paused_until = NULL, languages = '000', monthly_hours = NULL, absences = '[]', willing_at = NULL, willing_asked_on = NULL, consent_note = NULL, registered_by = NULL, version = version + 1 WHERE id = :personId`, { personId });
    await changeRows(this.database.writer, 'DELETE FROM volunteer_topics WHERE volunteer_id = :personId', { personId });
  }

  /** Inside a unit. */
  async eraseName(personId: string): Promise<void> {
    const [row] = await readRows<{ number: string }>(this.database.reader, 'SELECT v.number AS number FROM volunteers v WHERE v.id = :personId', { personId });
    if (!row) return;
    const { nameKey, searchKey } = volunteerKeys(label('zh-CN', 'terms.closedPerson'), row.number);
    await changeRows(this.database.writer, 'UPDATE volunteers SET name_key = :nameKey, search_key = :searchKey WHERE id = :personId', { personId, nameKey, searchKey });
    await this.terms.followName(personId);
  }
}

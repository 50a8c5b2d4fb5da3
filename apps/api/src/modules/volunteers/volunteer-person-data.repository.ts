import { Injectable, type OnModuleInit } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows } from '../../platform/database/index.js';
import { PersonData, type Closing, type PersonHolder, type PersonRow, type PersonSection } from '../identity/index.js';
import { volunteerKeys } from './volunteer.mapper.js';

/** What a profile holds of a person. */
@Injectable()
export class VolunteerPersonData implements PersonHolder, OnModuleInit {
  readonly columns = ['volunteers.id', 'volunteer_topics.volunteer_id'];

  constructor(private readonly data: PersonData, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.data.registerActs('volunteers.registered_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = (sql: string) => readRows<PersonRow>(this.database.reader, sql, { personId });
    return [
      {
        key: 'profile', words: { occupation: 'terms.occupations' }, rows: await rows(`
          SELECT v.number AS number, v.born_on AS bornOn, v.occupation AS occupation, u.name AS unit, d.name AS county, v.availability AS availability, v.travel_limit AS travelLimit, v.to_islands AS toIslands,
            v.to_mountains AS toMountains, v.recommendations_off AS recommendationsOff, v.paused_until AS pausedUntil, v.consent_note AS consentNote, v.created_at AS createdAt
          FROM volunteers v LEFT JOIN units u ON u.id = v.unit_id JOIN divisions d ON d.id = v.county_id WHERE v.id = :personId`),
      },
      { key: 'topics', rows: await rows('SELECT t.name AS name FROM volunteer_topics vt JOIN terms t ON t.id = vt.term_id WHERE vt.volunteer_id = :personId ORDER BY t.sort_no, t.id') },
    ];
  }

  /** What the records need stays: the number, and the county by which hours are added up. */
  async erase(actor: PersonActor, { keepsName }: Closing): Promise<void> {
    const personId = actor.accountId;
    await changeRows(this.database.writer, `
      UPDATE volunteers SET born_on = '1900-01-01', occupation = 'other', unit_id = NULL, availability = '000000000000000000000', travel_limit = 60, to_islands = 0, to_mountains = 0, recommendations_off = 1,
        paused_until = NULL, consent_note = NULL, registered_by = NULL, version = version + 1 WHERE id = :personId`, { personId });
    await changeRows(this.database.writer, 'DELETE FROM volunteer_topics WHERE volunteer_id = :personId', { personId });
    if (!keepsName) await this.eraseName(personId);
  }

  /** Inside a unit. */
  async eraseName(personId: string): Promise<void> {
    const [row] = await readRows<{ number: string }>(this.database.reader, 'SELECT v.number AS number FROM volunteers v WHERE v.id = :personId', { personId });
    if (!row) return;
    const { nameKey, searchKey } = volunteerKeys(label('zh-CN', 'terms.closedPerson'), row.number);
    await changeRows(this.database.writer, 'UPDATE volunteers SET name_key = :nameKey, search_key = :searchKey WHERE id = :personId', { personId, nameKey, searchKey });
  }
}

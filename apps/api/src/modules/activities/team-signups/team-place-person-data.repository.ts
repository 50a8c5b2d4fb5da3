import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { changeRows, Database, fromDbTime, readRows } from '../../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonSection } from '../../identity/index.js';

/** With which team somebody was somewhere, or was to be. */
@Injectable()
export class TeamPlacePersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['team_places.volunteer_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('team_signups.invited_by', 'team_signups.answered_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = await readRows<{ name: string; activity: string; startsAt: string; createdAt: string }>(this.database.reader, `
      SELECT t.name AS name, a.title AS activity, sh.starts_at AS startsAt, p.created_at AS createdAt FROM team_places p JOIN team_signups g ON g.id = p.team_signup_id JOIN teams t ON t.id = g.team_id JOIN activities a ON a.id = g.activity_id JOIN shifts sh ON sh.id = g.shift_id WHERE p.volunteer_id = :personId ORDER BY p.id`, { personId });
    return [{ key: 'teamPlaces', rows: rows.map(({ startsAt, createdAt, ...row }) => ({ ...row, startsAt: fromDbTime(startsAt), createdAt: fromDbTime(createdAt) })) }];
  }

  /** What was served with a team stays counted; the rest goes. */
  async erase(actor: PersonActor): Promise<void> {
    await changeRows(this.database.writer, `DELETE FROM team_places WHERE volunteer_id = :personId AND NOT EXISTS (SELECT 1 FROM attendances t JOIN signups s ON s.id = t.signup_id WHERE s.position_id = team_places.position_id AND s.volunteer_id = :personId AND t.state = 'settled')`, { personId: actor.accountId });
  }

  count(): Promise<ReadonlyMap<string, Record<string, never>>> { return Promise.resolve(new Map()); }
  /** A position knows a person once. */
  async merge({ from, into }: PersonMerge): Promise<Record<string, never>> {
    const { writer } = this.database;
    await changeRows(writer, 'DELETE FROM team_places WHERE volunteer_id = :from AND position_id IN (SELECT o.position_id FROM (SELECT p.position_id AS position_id FROM team_places p WHERE p.volunteer_id = :into) o)', { from, into });
    await changeRows(writer, 'UPDATE team_places SET volunteer_id = :into WHERE volunteer_id = :from', { from, into });
    return {};
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, fromDbTime, readRows } from '../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonSection } from '../identity/index.js';

/** In which teams somebody is, was, or is asked to be; and by whose word. */
@Injectable()
export class TeamPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['team_members.volunteer_id', 'team_members.guardian_id', 'teams.leader_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('teams.created_by', 'team_members.invited_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = await readRows<{ name: string; unit: string; kind: string; state: string; reason: string | null; leads: number; joinedAt: string | null; leftAt: string | null; createdAt: string }>(this.database.reader, `
      SELECT t.name AS name, u.name AS unit, k.name AS kind, m.state AS state, m.reason AS reason, CASE WHEN t.leader_id = m.volunteer_id THEN 1 ELSE 0 END AS leads, m.joined_at AS joinedAt, m.left_at AS leftAt, m.asked_at AS createdAt
      FROM team_members m JOIN teams t ON t.id = m.team_id JOIN units u ON u.id = t.unit_id JOIN team_kinds k ON k.id = t.kind_id WHERE m.volunteer_id = :personId ORDER BY m.id`, { personId });
    const time = (value: string | null): string | null => (value === null ? null : fromDbTime(value));
    return [{ key: 'teams', words: { state: 'terms.teamMemberStates' }, rows: rows.map(({ leads, joinedAt, leftAt, createdAt, ...row }) => ({ ...row, leads: Number(leads) === 1, joinedAt: time(joinedAt), leftAt: time(leftAt), createdAt: fromDbTime(createdAt) })) }];
  }

  /** The membership goes, and with it the lead: the unit that keeps the team names somebody else. */
  async erase(actor: PersonActor): Promise<void> {
    const personId = actor.accountId;
    const { writer } = this.database;
    await changeRows(writer, 'UPDATE teams SET leader_id = NULL, version = version + 1 WHERE leader_id = :personId', { personId });
    await changeRows(writer, 'DELETE FROM team_members WHERE volunteer_id = :personId', { personId });
    await changeRows(writer, 'UPDATE team_members SET guardian_id = NULL WHERE guardian_id = :personId', { personId });
  }

  count(): Promise<ReadonlyMap<string, Record<string, never>>> { return Promise.resolve(new Map()); }
  /** A team knows a person once: of two memberships the one that holds stays. */
  async merge({ from, into }: PersonMerge): Promise<Record<string, never>> {
    const { writer } = this.database;
    const twice = await readRows<{ teamId: string; mine: string; other: string; otherIn: number }>(writer, `
      SELECT o.team_id AS teamId, m.id AS mine, o.id AS other, CASE WHEN o.state = 'member' AND m.state <> 'member' THEN 1 ELSE 0 END AS otherIn FROM team_members o JOIN team_members m ON m.team_id = o.team_id AND m.volunteer_id = :into WHERE o.volunteer_id = :from`, { from, into });
    for (const { mine, other, otherIn } of twice) await changeRows(writer, 'DELETE FROM team_members WHERE id = :id', { id: Number(otherIn) === 1 ? mine : other });
    await changeRows(writer, 'UPDATE team_members SET volunteer_id = :into, version = version + 1 WHERE volunteer_id = :from', { from, into });
    await changeRows(writer, 'UPDATE team_members SET guardian_id = :into, version = version + 1 WHERE guardian_id = :from', { from, into });
    await changeRows(writer, 'UPDATE teams SET leader_id = :into, version = version + 1 WHERE leader_id = :from', { from, into });
    return {};
  }
}

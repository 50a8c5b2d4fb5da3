import { Injectable } from '@nestjs/common';
import type { TeamServed } from '@kepu/contracts';
import { allOf, Database, memberOf, readRows, type Predicate } from '../../platform/database/index.js';
import { TeamAchievements } from '../teams/index.js';

type Row = { readonly activities: number | string; readonly people: number | string; readonly minutes: number | string };
const servedOf = (row: Row): TeamServed => ({ activities: Number(row.activities), people: Number(row.people), minutes: Number(row.minutes) });
/** Lines of both ledgers that hold, of people who came with a team. */
const from = `FROM service_records r JOIN signups s ON s.id = r.signup_id JOIN team_places p ON p.position_id = s.position_id AND p.volunteer_id = s.volunteer_id JOIN team_signups g ON g.id = p.team_signup_id
  WHERE r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM service_records x WHERE x.reverses_id = r.id)`;
const sums = 'COUNT(DISTINCT r.shift_id) AS activities, COUNT(DISTINCT r.volunteer_id) AS people, COALESCE(SUM(r.minutes), 0) AS minutes';

/** What teams did together, from the records of their people: a shift to which a team came is one activity of it, and the hours are each person's. */
@Injectable()
export class TeamServices extends TeamAchievements {
  constructor(private readonly database: Database) { super(); }

  async of(teamIds: readonly string[]): Promise<ReadonlyMap<string, TeamServed>> {
    if (teamIds.length === 0) return new Map();
    const rows = await readRows<Row & { teamId: string }>(this.database.reader, `SELECT g.team_id AS teamId, ${sums} ${from} AND g.team_id IN (:...teamIds) GROUP BY g.team_id`, { teamIds });
    return new Map(rows.map((row) => [row.teamId, servedOf(row)]));
  }

  async ofMembers(teamId: string, volunteerIds: readonly string[]): Promise<ReadonlyMap<string, { services: number; minutes: number }>> {
    const { sql, params } = allOf([{ sql: 'g.team_id = :teamId', params: { teamId } }, memberOf('r.volunteer_id', volunteerIds, 'people')] satisfies Predicate[]);
    const rows = await readRows<{ volunteerId: string; services: number | string; minutes: number | string }>(this.database.reader, `SELECT r.volunteer_id AS volunteerId, COUNT(DISTINCT r.shift_id) AS services, COALESCE(SUM(r.minutes), 0) AS minutes ${from} AND ${sql} GROUP BY r.volunteer_id`, params);
    return new Map(rows.map(({ volunteerId, services, minutes }) => [volunteerId, { services: Number(services), minutes: Number(minutes) }]));
  }

  async byUnit(days: { readonly from: string; readonly to: string }): Promise<ReadonlyMap<string, TeamServed>> {
    const rows = await readRows<Row & { unitId: string }>(this.database.reader, `SELECT v.unit_id AS unitId, COUNT(DISTINCT CONCAT(v.team_id, v.shift_id)) AS activities, COUNT(DISTINCT v.volunteer_id) AS people, COALESCE(SUM(v.minutes), 0) AS minutes
      FROM (SELECT t.unit_id AS unit_id, g.team_id AS team_id, r.shift_id AS shift_id, r.volunteer_id AS volunteer_id, r.minutes AS minutes ${from.replace(' WHERE ', ' JOIN teams t ON t.id = g.team_id WHERE ')} AND r.day >= :fromDay AND r.day <= :toDay) v GROUP BY v.unit_id`, { fromDay: days.from, toDay: days.to });
    return new Map(rows.map((row) => [row.unitId, servedOf(row)]));
  }
}

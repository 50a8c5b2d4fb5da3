import { Injectable } from '@nestjs/common';
import type { teamMemberQuery } from '@kepu/contracts';
import type { TeamMemberState } from '@kepu/domain';
import type { z } from 'zod';
import type { Reach } from '../../platform/auth/actor.js';
import { allOf, Database, insertRows, memberOf, readRows, type Predicate, type SqlParams } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { TeamMemberEntity } from './team.entity.js';
import { invitable } from './team.policy.js';

/** A membership with the person. The account of a minor bears the masked name. */
export interface TeamMemberRow {
  readonly id: string; readonly teamId: string; readonly teamName: string; readonly leaderId: string | null; readonly volunteerId: string; readonly name: string; readonly number: string; readonly bornOn: string; readonly accountState: string; readonly unitId: string | null; readonly unitName: string | null;
  readonly state: TeamMemberState; readonly reason: string | null; readonly joinedAt: string | null; readonly leftAt: string | null; readonly guardianId: string | null; readonly version: number;
}

const columns = `m.id AS id, m.team_id AS teamId, t.name AS teamName, t.leader_id AS leaderId, m.volunteer_id AS volunteerId, a.name AS name, v.number AS number, v.born_on AS bornOn, a.state AS accountState, vu.id AS unitId, vu.name AS unitName, m.state AS state, m.reason AS reason, m.joined_at AS joinedAt, m.left_at AS leftAt, m.guardian_id AS guardianId, m.version AS version`;
const from = 'FROM team_members m JOIN teams t ON t.id = m.team_id JOIN volunteers v ON v.id = m.volunteer_id JOIN accounts a ON a.id = v.id LEFT JOIN units vu ON vu.id = v.unit_id';
const sorts = { name: 'v.name_key', joinedAt: 'm.joined_at' } as const;

/** Rows of `team_members`. Whoever reads them has been shown the team, or reads the own ones. */
@Injectable()
export class TeamMembersRepository {
  constructor(private readonly database: Database) {}

  async list(teamId: string, { q, ids, state, sort = 'name', page, perPage }: z.output<typeof teamMemberQuery>): Promise<{ rows: TeamMemberRow[]; total: number }> {
    const term = q ? searchTerm(q) : null;
    const { sql, params } = allOf([
      { sql: 'm.team_id = :teamId', params: { teamId } }, ...(term ? [{ sql: "v.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []), ...(ids ? [memberOf('m.id', ids, 'ids')] : []), ...(state ? [{ sql: 'm.state = :state', params: { state } }] : []),
    ] satisfies Predicate[]);
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<TeamMemberRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY CASE WHEN m.state IN ('member', 'invited', 'consent') THEN 0 ELSE 1 END, ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, m.id ${direction} LIMIT :pageLimit OFFSET :pageOffset`, { ...params, pageLimit: perPage, pageOffset: (page - 1) * perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  /** Those who belong to a team or are asked, by name. */
  open(teamId: string): Promise<TeamMemberRow[]> { return this.read("m.team_id = :teamId AND m.state IN ('member', 'invited', 'consent')", { teamId }); }
  /** Who is in a team and has an account that can be signed in to. */
  inTeam(teamId: string): Promise<TeamMemberRow[]> { return this.read("m.team_id = :teamId AND m.state = 'member' AND a.state = 'active'", { teamId }); }
  async byId(id: string): Promise<TeamMemberRow | null> { return (await this.read('m.id = :id', { id }))[0] ?? null; }
  async of(teamId: string, volunteerId: string): Promise<TeamMemberRow | null> { return (await this.read('m.team_id = :teamId AND m.volunteer_id = :volunteerId', { teamId, volunteerId }))[0] ?? null; }
  /** The memberships of people that are not over. */
  openOf(volunteerIds: readonly string[]): Promise<TeamMemberRow[]> {
    const those = memberOf('m.volunteer_id', volunteerIds, 'people');
    return volunteerIds.length === 0 ? Promise.resolve([]) : this.read(`${those.sql} AND m.state IN ('member', 'invited', 'consent')`, those.params);
  }
  async countOpen(teamId: string): Promise<number> { return Number((await readRows<{ total: number | string }>(this.database.reader, "SELECT COUNT(*) AS total FROM team_members m WHERE m.team_id = :teamId AND m.state IN ('member', 'invited', 'consent')", { teamId }))[0]?.total ?? 0); }
  /** When somebody was born who is a volunteer with an account that can be signed in to. */
  async bornOn(volunteerId: string): Promise<string | null> { return (await readRows<{ bornOn: string }>(this.database.reader, "SELECT v.born_on AS bornOn FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' WHERE v.id = :volunteerId", { volunteerId }))[0]?.bornOn ?? null; }
  /** A volunteer whom a reach may ask. */
  async mayInvite(reach: Reach, volunteerId: string): Promise<boolean> {
    const { sql, params } = invitable(reach);
    return (await readRows(this.database.reader, `SELECT v.id AS id FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' LEFT JOIN units vu ON vu.id = v.unit_id WHERE v.id = :volunteerId AND (${sql})`, { ...params, volunteerId })).length > 0;
  }

  insert(row: TeamMemberEntity): Promise<void> { return insertRows(this.database.writer, TeamMemberEntity, [row]); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state, version }: Pick<TeamMemberRow, 'id' | 'state' | 'version'>, changes: Partial<TeamMemberEntity>): Promise<boolean> {
    return (await this.database.writer.update(TeamMemberEntity, { id, version, state }, { ...changes, version: version + 1 })).affected === 1;
  }

  private read(where: string, params: SqlParams): Promise<TeamMemberRow[]> { return readRows<TeamMemberRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where} ORDER BY v.name_key, m.id`, params); }
}

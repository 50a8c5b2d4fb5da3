import { Injectable } from '@nestjs/common';
import type { teamChoiceQuery, teamQuery } from '@kepu/contracts';
import type { TeamState } from '@kepu/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, type Predicate, type SqlParams } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { TeamEntity } from './team.entity.js';
import { teamsWithin } from './team.policy.js';

/** A team with the names that a person reads. */
export interface TeamRow {
  readonly id: string; readonly name: string; readonly kindId: string; readonly kindName: string; readonly unitId: string; readonly unitName: string; readonly unitPath: string; readonly divisionId: string; readonly about: string | null; readonly leaderId: string | null; readonly leaderName: string | null;
  readonly state: TeamState; readonly reason: string | null; readonly code: string; readonly createdAt: string; readonly members: number | string; readonly version: number;
}
/** Teams of a unit, counted. */
export interface TeamCountRow { readonly unitId: string; readonly unitName: string; readonly teams: number | string; readonly active: number | string; readonly members: number | string }

const members = "(SELECT COUNT(*) FROM team_members m WHERE m.team_id = t.id AND m.state = 'member')";
const columns = `t.id AS id, t.name AS name, t.kind_id AS kindId, k.name AS kindName, t.unit_id AS unitId, u.name AS unitName, u.path AS unitPath, u.division_id AS divisionId, t.about AS about, t.leader_id AS leaderId, l.name AS leaderName, t.state AS state, t.reason AS reason, t.code AS code,
  t.created_at AS createdAt, ${members} AS members, t.version AS version`;
const from = 'FROM teams t JOIN team_kinds k ON k.id = t.kind_id JOIN units u ON u.id = t.unit_id LEFT JOIN accounts l ON l.id = t.leader_id';
const sorts = { name: 't.name_key', createdAt: 't.created_at', members } as const;
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
const holding = (q: string | undefined): Predicate[] => {
  const term = q ? searchTerm(q) : null;
  return term ? [{ sql: "t.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : [];
};

/** Rows of `teams`. Staff see those within reach; a person those whose member they are, which the caller asks `team_members` about. */
@Injectable()
export class TeamsRepository {
  constructor(private readonly database: Database) {}

  listFor(actor: Actor, { q, ids, kindId, unitId, state, leaderless, sort = 'name', ...window }: z.output<typeof teamQuery>): Promise<{ rows: TeamRow[]; total: number }> {
    return this.page(allOf([
      teamsWithin(actor, 'team:read'), ...holding(q), ...(ids ? [memberOf('t.id', ids, 'ids')] : []), ...equal('t.kind_id', 'kindId', kindId), ...equal('t.state', 'state', state), ...(unitId === undefined ? [] : [{ sql: 'u.path LIKE :unitPath', params: { unitPath: `%/${unitId}/%` } }]),
      ...(leaderless === undefined ? [] : [{ sql: leaderless ? "t.leader_id IS NULL AND t.state <> 'disbanded'" : 't.leader_id IS NOT NULL', params: {} }]),
    ]), sort, window);
  }
  /** Teams of the city that serve: a unit may ask any of them. */
  choices({ q, ids, kindId, sort = 'name', ...window }: z.output<typeof teamChoiceQuery>): Promise<{ rows: TeamRow[]; total: number }> {
    return this.page(allOf([{ sql: "t.state = 'active' AND t.leader_id IS NOT NULL", params: {} }, ...holding(q), ...(ids ? [memberOf('t.id', ids, 'ids')] : []), ...equal('t.kind_id', 'kindId', kindId)]), sort, window);
  }
  async findFor(actor: Actor, permission: 'team:read' | 'team:write' | 'volunteer:read', id: string): Promise<TeamRow | null> {
    const within = teamsWithin(actor, permission);
    return (await this.read(`t.id = :id AND (${within.sql})`, { ...within.params, id }))[0] ?? null;
  }
  /** For the system, and for callers who have proved their right. */
  async byId(id: string): Promise<TeamRow | null> { return (await this.byIds([id]))[0] ?? null; }
  byIds(ids: readonly string[]): Promise<TeamRow[]> {
    const those = memberOf('t.id', ids, 'ids');
    return ids.length === 0 ? Promise.resolve([]) : this.read(those.sql, those.params);
  }
  async byCode(code: string): Promise<TeamRow | null> { return (await this.read('t.code = :code', { code }))[0] ?? null; }
  /** How teams stand, unit by unit, within reach. */
  async countsFor(actor: Actor): Promise<TeamCountRow[]> {
    const within = teamsWithin(actor, 'team:read');
    return readRows<TeamCountRow>(this.database.reader, `SELECT u.id AS unitId, u.name AS unitName, COUNT(*) AS teams, SUM(CASE WHEN t.state = 'active' THEN 1 ELSE 0 END) AS active, SUM(${members}) AS members
      FROM teams t JOIN units u ON u.id = t.unit_id WHERE t.state <> 'disbanded' AND (${within.sql}) GROUP BY u.id, u.name, u.sort_no ORDER BY u.sort_no, u.id`, within.params);
  }

  insert(row: TeamEntity): Promise<void> { return insertRows(this.database.writer, TeamEntity, [row]); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state }: Pick<TeamRow, 'id' | 'state'>, version: number, changes: Partial<TeamEntity>): Promise<boolean> {
    return (await this.database.writer.update(TeamEntity, { id, version, state }, { ...changes, version: version + 1 })).affected === 1;
  }
  /** Whoever changes the people of a team waits for the one before: the row is written, and so held until the unit ends. */
  async takeTurn(id: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE teams SET turn = turn + 1 WHERE id = :id', { id }); }
  /** What a unit kept is its successor's; a name that is there already is told apart. */
  async moveUnit(fromId: string, toId: string): Promise<void> {
    const clashing = await readRows<{ id: string; name: string }>(this.database.reader, 'SELECT t.id AS id, t.name AS name FROM teams t WHERE t.unit_id = :fromId AND EXISTS (SELECT 1 FROM teams o WHERE o.unit_id = :toId AND o.name = t.name)', { fromId, toId });
    for (const { id, name } of clashing) await changeRows(this.database.writer, 'UPDATE teams SET name = :name WHERE id = :id', { id, name: `${name.slice(0, 100)} ${id.slice(-6)}` });
    await changeRows(this.database.writer, 'UPDATE teams SET unit_id = :toId, version = version + 1 WHERE unit_id = :fromId', { fromId, toId });
  }

  private async page({ sql, params }: Predicate, sort: string, { page, perPage }: { readonly page: number; readonly perPage: number }): Promise<{ rows: TeamRow[]; total: number }> {
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<TeamRow>(
      this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, t.id ${direction} LIMIT :pageLimit OFFSET :pageOffset`, { ...params, pageLimit: perPage, pageOffset: (page - 1) * perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  private read(where: string, params: SqlParams): Promise<TeamRow[]> { return readRows<TeamRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${where} ORDER BY t.name_key, t.id`, params); }
}

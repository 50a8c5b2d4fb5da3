import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Database, insertRows, readRows } from '../../platform/database/index.js';
import { TeamKindEntity } from './team.entity.js';
import { teamsWithin } from './team.policy.js';

/** A kind as its list reads it. */
export interface TeamKindRow { readonly id: string; readonly seedKey: string; readonly name: string; readonly note: string | null; readonly sortNo: number; readonly closed: number; readonly version: number; readonly teams: number | string }

/** Rows of `team_kinds`. */
@Injectable()
export class TeamKindsRepository {
  constructor(private readonly database: Database) {}

  /** All kinds with how many teams of the reader's reach are of each: a number names nobody. */
  async listFor(actor: Actor): Promise<TeamKindRow[]> {
    const { sql, params } = teamsWithin(actor, 'team:read');
    return readRows<TeamKindRow>(this.database.reader, `SELECT k.id AS id, k.seed_key AS seedKey, k.name AS name, k.note AS note, k.sort_no AS sortNo, k.closed AS closed, k.version AS version, COALESCE(c.teams, 0) AS teams FROM team_kinds k
      LEFT JOIN (SELECT t.kind_id AS kind_id, COUNT(*) AS teams FROM teams t JOIN units u ON u.id = t.unit_id WHERE t.state <> 'disbanded' AND (${sql}) GROUP BY t.kind_id) c ON c.kind_id = k.id ORDER BY k.sort_no, k.id`, params);
  }
  find(id: string): Promise<TeamKindEntity | null> { return this.database.reader.findOneBy(TeamKindEntity, { id }); }
  any(): Promise<boolean> { return this.database.reader.existsBy(TeamKindEntity, {}); }
  async isOpen(id: string): Promise<boolean> { return (await readRows(this.database.reader, 'SELECT k.id AS id FROM team_kinds k WHERE k.id = :id AND k.closed = 0', { id })).length > 0; }
  async lastPlace(): Promise<number> { return Number((await readRows<{ last: number | null }>(this.database.reader, 'SELECT MAX(k.sort_no) AS last FROM team_kinds k'))[0]?.last ?? 0); }
  insert(rows: readonly TeamKindEntity[]): Promise<void> { return insertRows(this.database.writer, TeamKindEntity, rows); }
  async update(id: string, version: number, changes: Partial<TeamKindEntity>): Promise<boolean> {
    return (await this.database.writer.update(TeamKindEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
}

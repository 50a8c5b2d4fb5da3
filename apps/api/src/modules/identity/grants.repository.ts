import { Injectable } from '@nestjs/common';
import type { Post, Role, ScopeKind } from '@kepu/contracts';
import { IsNull } from 'typeorm';
import type { ActorGrant } from '../../platform/auth/actor.js';
import { Database, readRows } from '../../platform/database/index.js';
import { GrantEntity } from './grant.entity.js';

/** A grant with the names a person reads. */
export interface GrantRow {
  readonly id: string; readonly accountId: string; readonly accountName: string; readonly role: Role; readonly scopeKind: ScopeKind; readonly scopeId: string | null;
  readonly scopeName: string | null; readonly post: Post | null; readonly fromDay: string; readonly toDay: string | null; readonly endedAt: string | null;
}

const named = `
  SELECT g.id AS "id", g.account_id AS "accountId", a.name AS "accountName", g.role AS "role", g.scope_kind AS "scopeKind", g.scope_id AS "scopeId",
    COALESCE(u.name, d.name) AS "scopeName", g.post AS "post", g.from_day AS "fromDay", g.to_day AS "toDay", g.ended_at AS "endedAt"
  FROM account_grants g JOIN accounts a ON a.id = g.account_id
  LEFT JOIN units u ON g.scope_kind = 'unit' AND u.id = g.scope_id
  LEFT JOIN divisions d ON g.scope_kind = 'division' AND d.id = g.scope_id`.replaceAll('"', '`');

/** What narrows the list of grants. */
export interface GrantFilters {
  readonly accountIds?: readonly string[]; readonly unitId?: string | undefined; readonly role?: Role | undefined; readonly current?: { readonly is: boolean; readonly today: string };
  readonly ids?: readonly string[]; readonly term?: string;
}
const sorts = { accountName: 'a.name_key', role: 'g.role', from: 'g.from_day' } as const;

/** Rows of `account_grants`. */
@Injectable()
export class GrantsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<GrantRow | null> {
    return (await this.database.reader.query<GrantRow[]>(`${named} WHERE g.id = ?`, [id]))[0] ?? null;
  }

  /** Grants in force of some people, for their pages and for the session. */
  inForce(accountIds: readonly string[], today: string): Promise<GrantRow[]> {
    if (accountIds.length === 0) return Promise.resolve([]);
    const marks = accountIds.map(() => '?').join(', ');
    return this.database.reader.query<GrantRow[]>(
      `${named} WHERE g.account_id IN (${marks}) AND g.ended_at IS NULL AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?) ORDER BY g.created_at, g.id`, [...accountIds, today, today]);
  }

  async list(filters: GrantFilters, page: { sort: keyof typeof sorts; descending: boolean; offset: number; limit: number }): Promise<{ rows: GrantRow[]; total: number }> {
    const conditions = ['1=1'];
    const values: unknown[] = [];
    const add = (sql: string, ...given: unknown[]) => { conditions.push(sql); values.push(...given); };
    if (filters.accountIds) add(`g.account_id IN (${filters.accountIds.map(() => '?').join(', ')})`, ...filters.accountIds);
    if (filters.ids) add(`g.id IN (${filters.ids.map(() => '?').join(', ')})`, ...filters.ids);
    if (filters.unitId) add("g.scope_kind = 'unit' AND g.scope_id = ?", filters.unitId);
    if (filters.role) add('g.role = ?', filters.role);
    if (filters.term) add("(a.search_key LIKE ? ESCAPE '!')", filters.term);
    if (filters.current) {
      add(`${filters.current.is ? '' : 'NOT '}(g.ended_at IS NULL AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?))`, filters.current.today, filters.current.today);
    }
    const where = `WHERE ${conditions.join(' AND ')}`;
    const [count] = await this.database.reader.query<{ total: number | string }[]>(`SELECT COUNT(*) AS total FROM account_grants g JOIN accounts a ON a.id = g.account_id ${where}`, values);
    const direction = page.descending ? 'DESC' : 'ASC';
    const rows = await this.database.reader.query<GrantRow[]>(`${named} ${where} ORDER BY ${sorts[page.sort]} ${direction}, g.id ${direction} LIMIT ? OFFSET ?`, [...values, page.limit, page.offset]);
    return { rows, total: Number(count?.total ?? 0) };
  }

  async insert(row: GrantEntity): Promise<void> { await this.database.writer.insert(GrantEntity, row); }
  /** One of many withdrawals wins. */
  async end(id: string, now: Date): Promise<boolean> {
    return (await this.database.writer.update(GrantEntity, { id, endedAt: IsNull() }, { endedAt: now })).affected === 1;
  }
  async existsInForce(accountId: string, role: Role, scopeKind: ScopeKind, scopeId: string | null): Promise<boolean> {
    return this.database.reader.existsBy(GrantEntity, { accountId, role, scopeKind, scopeId: scopeId ?? IsNull(), endedAt: IsNull() });
  }
  /** What a person may do on a day, as the guard reads it with a session. */
  async actorGrants(accountId: string, today: string): Promise<ActorGrant[]> {
    return readRows<ActorGrant>(this.database.reader, `SELECT g.id AS id, g.role AS role, g.scope_kind AS scopeKind, g.scope_id AS scopeId, u.path AS unitPath FROM account_grants g LEFT JOIN units u ON g.scope_kind = 'unit' AND u.id = g.scope_id
      WHERE g.account_id = :accountId AND g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) ORDER BY g.id`, { accountId, today });
  }
  /** Who holds a post of a unit's liaison; a right that has a last day in the past holds none. */
  async holderOf(unitId: string, post: Post, today: string): Promise<string | null> {
    const [row] = await readRows<{ accountId: string }>(this.database.reader, `SELECT g.account_id AS accountId FROM account_grants g
      WHERE g.scope_kind = 'unit' AND g.scope_id = :unitId AND g.role = 'liaison' AND g.post = :post AND g.ended_at IS NULL AND (g.to_day IS NULL OR g.to_day >= :today) LIMIT 1`, { unitId, post, today });
    return row?.accountId ?? null;
  }
  /** The liaison's right of a person in one unit, if it is in force. */
  async liaisonGrant(accountId: string, unitId: string, today: string): Promise<GrantRow | null> {
    return (await this.inForce([accountId], today)).find((row) => row.role === 'liaison' && row.scopeKind === 'unit' && row.scopeId === unitId) ?? null;
  }
  /** How many active people hold an administrator's grant that is in force and has no end. */
  async countAdministrators(today: string): Promise<number> {
    const [row] = await this.database.reader.query<{ total: number | string }[]>(
      `SELECT COUNT(DISTINCT g.account_id) AS total FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
       WHERE g.role = 'administrator' AND g.ended_at IS NULL AND g.from_day <= ? AND g.to_day IS NULL`, [today]);
    return Number(row?.total ?? 0);
  }
  /** People of the office who answer questions. */
  async officeAccounts(today: string): Promise<string[]> {
    const rows = await this.database.reader.query<{ accountId: string }[]>(
      `SELECT DISTINCT g.account_id AS \`accountId\` FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
       WHERE g.role IN ('administrator', 'editor') AND g.ended_at IS NULL AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?)`, [today, today]);
    return rows.map((row) => row.accountId);
  }
  /** People of the office of a division; of the city's where its office has nobody. */
  async officeAccountsOf(divisionId: string, today: string): Promise<string[]> {
    const rows = await this.database.reader.query<{ accountId: string }[]>(
      `SELECT DISTINCT g.account_id AS \`accountId\` FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
       WHERE g.role = 'county' AND g.scope_kind = 'division' AND g.scope_id = ? AND g.ended_at IS NULL AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?)`, [divisionId, today, today]);
    return rows.length > 0 ? rows.map((row) => row.accountId) : this.officeAccounts(today);
  }
  /** Liaisons of a unit, who hear of what concerns it. */
  async liaisonAccounts(unitId: string, today: string): Promise<string[]> {
    const rows = await this.database.reader.query<{ accountId: string }[]>(
      `SELECT DISTINCT g.account_id AS \`accountId\` FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
       WHERE g.role = 'liaison' AND g.scope_kind = 'unit' AND g.scope_id = ? AND g.ended_at IS NULL AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?)`, [unitId, today, today]);
    return rows.map((row) => row.accountId);
  }
  /** Whoever leads, for what only they decide. */
  async leaderAccounts(today: string): Promise<string[]> {
    const rows = await this.database.reader.query<{ accountId: string }[]>(
      `SELECT DISTINCT g.account_id AS \`accountId\` FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
       WHERE g.role = 'leader' AND g.ended_at IS NULL AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?)`, [today, today]);
    return rows.map((row) => row.accountId);
  }
  /** Moves the grants that have not ended from one scope to its successor; one that the person holds there as long already ends. Answers what moved. */
  async moveScope(kind: 'division' | 'unit', from: string, to: string, now: Date): Promise<Pick<GrantEntity, 'id' | 'accountId' | 'role'>[]> {
    const open = await this.database.reader.findBy(GrantEntity, { scopeKind: kind, scopeId: from, endedAt: IsNull() });
    for (const grant of open) {
      const there = await this.database.reader.findBy(GrantEntity, { accountId: grant.accountId, role: grant.role, scopeKind: kind, scopeId: to, endedAt: IsNull() });
      // Only a grant that lasts as long makes this one superfluous: an expired one must not cost a person the right.
      const covered = there.some((twin) => twin.fromDay <= grant.fromDay && (twin.toDay === null || (grant.toDay !== null && twin.toDay >= grant.toDay)));
      await this.database.writer.update(GrantEntity, { id: grant.id }, covered ? { endedAt: now } : { scopeId: to });
    }
    return open.map(({ id, accountId, role }) => ({ id, accountId, role }));
  }
}

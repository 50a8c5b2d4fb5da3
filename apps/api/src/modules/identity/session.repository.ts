import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Role, ScopeKind } from '@kepu/contracts';
import { IsNull, MoreThan, Not } from 'typeorm';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Database, runSql, toDbTime } from '../../platform/database/index.js';
import { SessionEntity } from './session.entity.js';

/** One row per grant in force of the session's person; a person without grants has one row with nulls. */
export interface SessionRow {
  readonly sessionId: string; readonly lastSeenAt: string; readonly expiresAt: string; readonly accountId: string; readonly name: string;
  readonly mustChangePassword: number; readonly grantId: string | null; readonly role: Role | null; readonly scopeKind: ScopeKind | null;
  readonly scopeId: string | null; readonly unitPath: string | null;
  readonly proofs: string; readonly hasPhone: number; readonly hasEmail: number; readonly factors: string | null; readonly linked: number; readonly passwordSetAt: string;
}

/** The digest under which a token is kept. */
export const tokenHash = (token: string): string => hash('sha256', token, 'base64url');

/** What of a person is asked for only where the installation makes something of it, since each costs every request a look into another table. */
export interface SessionFacts { readonly passwordAge: boolean; readonly linked: boolean }

const byToken = ({ passwordAge, linked }: SessionFacts): string => `
  SELECT s.id AS "sessionId", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", a.id AS "accountId", a.name AS "name",
    a.must_change_password AS "mustChangePassword", g.id AS "grantId", g.role AS "role", g.scope_kind AS "scopeKind", g.scope_id AS "scopeId", u.path AS "unitPath",
    s.proofs AS "proofs", a.phone_index IS NOT NULL AS "hasPhone", a.email_index IS NOT NULL AS "hasEmail",
    (SELECT GROUP_CONCAT(f.kind) FROM second_factors f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS "factors",
    ${linked ? 'EXISTS (SELECT 1 FROM external_identities e WHERE e.account_id = a.id)' : '0'} AS "linked",
    ${passwordAge ? 'COALESCE((SELECT MAX(p.set_at) FROM password_records p WHERE p.account_id = a.id), a.created_at)' : 'a.created_at'} AS "passwordSetAt"
  FROM sessions s
  JOIN accounts a ON a.id = s.account_id AND a.state = 'active'
  LEFT JOIN account_grants g ON g.account_id = a.id AND g.ended_at IS NULL AND g.from_day <= ? AND (g.to_day IS NULL OR g.to_day >= ?)
  LEFT JOIN units u ON g.scope_kind = 'unit' AND u.id = g.scope_id
  WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.expires_at > ? AND s.last_seen_at > ?`.replaceAll('"', '`');

/** Rows of `sessions`. */
@Injectable()
export class SessionRepository {
  private readonly byToken: string;

  constructor(private readonly database: Database, @Inject(APP_CONFIG) config: AppConfig) {
    this.byToken = byToken({ passwordAge: config.passwordMaxDays !== null, linked: config.oidc !== null });
  }

  /** Session, person and grants in one statement, so that a withdrawn right ends with the next request of any process. */
  findByToken(token: string, today: string, now: Date, idleSince: Date): Promise<SessionRow[]> {
    return runSql<SessionRow[]>(this.database.reader, this.byToken, [today, today, tokenHash(token), toDbTime(now), toDbTime(idleSince)]);
  }
  async insert(row: SessionEntity): Promise<void> { await this.database.writer.insert(SessionEntity, row); }
  async touch(id: string, now: Date): Promise<void> { await this.database.writer.update(SessionEntity, { id, endedAt: IsNull() }, { lastSeenAt: now }); }
  /** A new token with a proof more. Of several at once one wins: each was given on top of what stood there before. */
  async stepUp(id: string, before: string, proofs: string, token: string): Promise<boolean> {
    return (await this.database.writer.update(SessionEntity, { id, proofs: before, endedAt: IsNull() }, { proofs, tokenHash: tokenHash(token) })).affected === 1;
  }
  /** What a person used before, the last first. */
  async agentsOf(accountId: string, count: number): Promise<(string | null)[]> {
    const rows = await this.database.reader.find(SessionEntity, { select: { id: true, userAgent: true }, where: { accountId }, order: { createdAt: 'DESC' }, take: count });
    return rows.map((row) => row.userAgent);
  }
  openOf(accountId: string, now: Date, idleSince: Date): Promise<SessionEntity[]> {
    return this.database.reader.find(SessionEntity, { where: { accountId, endedAt: IsNull(), expiresAt: MoreThan(now), lastSeenAt: MoreThan(idleSince) }, order: { lastSeenAt: 'DESC' }, take: 100 });
  }
  async endOwn(accountId: string, id: string, now: Date): Promise<boolean> { return (await this.database.writer.update(SessionEntity, { accountId, id, endedAt: IsNull() }, { endedAt: now })).affected === 1; }
  async end(id: string, now: Date): Promise<void> { await this.database.writer.update(SessionEntity, { id, endedAt: IsNull() }, { endedAt: now }); }
  /** Ends all sessions of a person, but for one to keep. */
  async endAllOf(accountId: string, now: Date, keep?: string): Promise<void> {
    await this.database.writer.update(SessionEntity, { accountId, endedAt: IsNull(), ...(keep ? { id: Not(keep) } : {}) }, { endedAt: now });
  }
}

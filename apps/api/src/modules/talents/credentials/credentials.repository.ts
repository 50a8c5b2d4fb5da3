import { Injectable } from '@nestjs/common';
import type { Credential, credentialQuery, Permission } from '@kepu/contracts';
import type { CredentialState } from '@kepu/domain';
import type { z } from 'zod';
import type { Actor } from '../../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, readRows, toDbTime, type Predicate } from '../../../platform/database/index.js';
import { NameSearch } from '../name-search.repository.js';
import { CredentialEntity } from './credential.entity.js';
import { inUnit } from '../profile-filters.js';
import { running } from '../talents.policy.js';
import { credentialsWithin } from './credentials.policy.js';

/** A certificate with the names that it shows. */
export interface CredentialRow {
  readonly id: string; readonly accountId: string; readonly personName: string; readonly unitId: string | null; readonly unitName: string | null; readonly countyId: string; readonly countyName: string; readonly kindId: string; readonly kindName: string; readonly expires: number; readonly issuer: string;
  readonly numberSealed: string | null; readonly fromDay: string; readonly toDay: string | null; readonly fileId: string | null; readonly fileName: string | null; readonly fileType: string | null; readonly fileSize: number | null; readonly state: CredentialState; readonly activityId: string | null;
  readonly courseTitle: string | null; readonly declaredAt: string; readonly confirmedAt: string | null; readonly confirmedBy: string | null; readonly confirmedByName: string | null; readonly proof: Credential['proof']; readonly auditedAt: string | null; readonly auditedByName: string | null; readonly sampledAt: string | null;
  readonly returnedReason: string | null; readonly returnedAt: string | null; readonly returnedBy: string | null; readonly version: number;
}
type Query = z.output<typeof credentialQuery>;

const columns = `c.id AS id, c.account_id AS accountId, a.name AS personName, v.unit_id AS unitId, u.name AS unitName, v.county_id AS countyId, d.name AS countyName, c.kind_id AS kindId, k.name AS kindName, k.expires AS expires, c.issuer AS issuer, c.number_sealed AS numberSealed,
  c.from_day AS fromDay, c.to_day AS toDay, c.file_id AS fileId, f.name AS fileName, f.mime AS fileType, f.size AS fileSize, c.state AS state, c.activity_id AS activityId, c.course_title AS courseTitle, c.declared_at AS declaredAt, c.confirmed_at AS confirmedAt,
  c.confirmed_by AS confirmedBy, cb.name AS confirmedByName, c.proof AS proof, c.audited_at AS auditedAt, ab.name AS auditedByName, c.sampled_at AS sampledAt, c.returned_reason AS returnedReason, c.returned_at AS returnedAt, c.returned_by AS returnedBy, c.version AS version`;
const from = `FROM credentials c JOIN credential_kinds k ON k.id = c.kind_id JOIN accounts a ON a.id = c.account_id JOIN volunteers v ON v.id = c.account_id JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = v.unit_id
  LEFT JOIN stored_files f ON f.id = c.file_id LEFT JOIN accounts cb ON cb.id = c.confirmed_by LEFT JOIN accounts ab ON ab.id = c.audited_by`;
// Those without an end stand after all others, also where the order is turned.
/** What the filters ask about, and no more. */
const asked = (sql: string): string => `FROM credentials c${/\ba\./.test(sql) ? ' JOIN accounts a ON a.id = c.account_id' : ''}${/\b[uv]\./.test(sql) ? ' JOIN volunteers v ON v.id = c.account_id LEFT JOIN units u ON u.id = v.unit_id' : ''}`;
const sorts = { personName: 'a.name_key', toDay: "COALESCE(c.to_day, '9999-12-31')", declaredAt: 'c.declared_at' } as const;
/** Drawn, and not looked at since. */
const drawn = 'c.sampled_at IS NOT NULL AND (c.audited_at IS NULL OR c.audited_at < c.sampled_at)';

const filters = ({ ids, state, kindId, unitId, countyCode, personId, poolId, sampled, filed }: Query, endsBy: string | null, today: string): Predicate[] => {
  const runs = running(today);
  return [
    ...(ids ? [memberOf('c.id', ids, 'ids')] : []), ...(state ? [{ sql: 'c.state = :state', params: { state } }] : []),
    ...(kindId ? [{ sql: 'c.kind_id = :kindId', params: { kindId } }] : []), ...(personId ? [{ sql: 'c.account_id = :personId', params: { personId } }] : []), ...(countyCode ? [{ sql: 'v.county_id = :countyCode', params: { countyCode } }] : []),
    ...inUnit('v.unit_id', unitId), ...(filed === undefined ? [] : [{ sql: `c.file_id IS ${filed ? 'NOT ' : ''}NULL`, params: {} }]),
    ...(poolId ? [{ sql: `EXISTS (SELECT 1 FROM pool_terms t WHERE t.account_id = c.account_id AND t.pool_id = :poolId AND ${runs.sql})`, params: { poolId, ...runs.params } }] : []),
    ...(endsBy === null ? [] : [{ sql: "c.to_day IS NOT NULL AND c.to_day <= :endsBy AND c.state IN ('confirmed', 'audited')", params: { endsBy } }]),
    ...(sampled === undefined ? [] : [{ sql: sampled ? drawn : `NOT (${drawn})`, params: {} }]),
  ];
};

/** Rows of `credentials`. Every read by staff carries the reach of the permission that it is made under. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly database: Database, private readonly names: NameSearch) {}

  async listFor(actor: Actor, query: Query, endsBy: string | null, today: string): Promise<{ rows: CredentialRow[]; total: number }> {
    const { sql, params } = allOf([credentialsWithin(actor, 'credential:read'), ...(await this.names.of('c.account_id', query.q)), ...filters(query, endsBy, today)]);
    const sort = query.sort ?? 'toDay';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<CredentialRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, c.id ${direction} LIMIT :pageLimit OFFSET :pageOffset`,
      { ...params, pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${asked(sql)} WHERE ${sql}`, params);
    return { rows, total: Number(count?.total ?? 0) };
  }
  async findFor(actor: Actor, permission: Permission, id: string): Promise<CredentialRow | null> {
    const { sql, params } = allOf([credentialsWithin(actor, permission), { sql: 'c.id = :id', params: { id } }]);
    return (await readRows<CredentialRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql}`, params))[0] ?? null;
  }
  ofPerson(accountId: string): Promise<CredentialRow[]> {
    return readRows<CredentialRow>(this.database.reader, `SELECT ${columns} ${from} WHERE c.account_id = :accountId ORDER BY ${sorts.toDay}, c.id`, { accountId });
  }
  async ownOne(accountId: string, id: string): Promise<CredentialRow | null> {
    return (await readRows<CredentialRow>(this.database.reader, `SELECT ${columns} ${from} WHERE c.account_id = :accountId AND c.id = :id`, { accountId, id }))[0] ?? null;
  }
  async isVolunteer(accountId: string): Promise<boolean> {
    return (await readRows(this.database.reader, "SELECT 1 AS found FROM volunteers v JOIN accounts a ON a.id = v.id WHERE v.id = :accountId AND a.state = 'active'", { accountId })).length > 0;
  }

  insert(rows: readonly CredentialEntity[]): Promise<void> { return insertRows(this.database.writer, CredentialEntity, rows); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state }: Pick<CredentialRow, 'id' | 'state'>, version: number, changes: Partial<CredentialEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(CredentialEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }
  async remove(accountId: string, id: string): Promise<boolean> { return (await changeRows(this.database.writer, 'DELETE FROM credentials WHERE id = :id AND account_id = :accountId', { id, accountId })) === 1; }

  /** Confirmed ones within reach that were never drawn, by their ids: which of them are drawn is not for this to say. */
  async drawable(actor: Actor, kindId: string | null): Promise<string[]> {
    const { sql, params } = allOf([credentialsWithin(actor, 'credential:audit'), { sql: "c.state = 'confirmed' AND c.sampled_at IS NULL", params: {} }, ...(kindId === null ? [] : [{ sql: 'c.kind_id = :kindId', params: { kindId } }])]);
    return (await readRows<{ id: string }>(this.database.reader, `SELECT c.id AS id FROM credentials c JOIN volunteers v ON v.id = c.account_id LEFT JOIN units u ON u.id = v.unit_id WHERE ${sql} ORDER BY c.id`, params)).map(({ id }) => id);
  }
  async draw(ids: readonly string[], now: Date): Promise<number> {
    const those = memberOf('id', ids, 'ids');
    return changeRows(this.database.writer, `UPDATE credentials SET sampled_at = :now WHERE ${those.sql} AND sampled_at IS NULL AND state = 'confirmed'`, { ...those.params, now: toDbTime(now) });
  }
}

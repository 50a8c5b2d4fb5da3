import { Injectable } from '@nestjs/common';
import { Database, memberOf, readRows } from '../../../platform/database/index.js';

/** What rules look at of a certificate; `seen` is 0 or 1. */
export interface CredentialFactRow { readonly personId: string; readonly kindId: string; readonly seen: number; readonly fromDay: string; readonly toDay: string | null }
/** A certificate that ends soon, with who has to know. */
export interface EndingRow { readonly id: string; readonly accountId: string; readonly personName: string; readonly kindName: string; readonly toDay: string; readonly unitPath: string | null; readonly countyId: string }

/** Certificates as rules and reminders see them. */
@Injectable()
export class CredentialFactRows {
  constructor(private readonly database: Database) {}

  of(ids: readonly string[] | 'all'): Promise<CredentialFactRow[]> {
    const those = ids === 'all' ? { sql: '1 = 1', params: {} } : memberOf('c.account_id', ids, 'ids');
    return readRows<CredentialFactRow>(this.database.reader, `
      SELECT c.account_id AS personId, c.kind_id AS kindId, CASE WHEN c.state IN ('confirmed', 'audited') THEN 1 ELSE 0 END AS seen, c.from_day AS fromDay, c.to_day AS toDay
      FROM credentials c WHERE c.state <> 'returned' AND ${those.sql} ORDER BY c.id`, those.params);
  }

  /** Those that end within some days and that no other one of the kind outlasts. */
  ending(today: string, until: string): Promise<EndingRow[]> {
    return readRows<EndingRow>(this.database.reader, `
      SELECT c.id AS id, c.account_id AS accountId, a.name AS personName, k.name AS kindName, c.to_day AS toDay, u.path AS unitPath, v.county_id AS countyId
      FROM credentials c JOIN credential_kinds k ON k.id = c.kind_id JOIN accounts a ON a.id = c.account_id AND a.state = 'active' JOIN volunteers v ON v.id = c.account_id LEFT JOIN units u ON u.id = v.unit_id
      WHERE c.state IN ('confirmed', 'audited') AND c.to_day >= :today AND c.to_day <= :until
        AND NOT EXISTS (SELECT 1 FROM credentials o WHERE o.account_id = c.account_id AND o.kind_id = c.kind_id AND o.id <> c.id AND o.state <> 'returned' AND (o.to_day IS NULL OR o.to_day > c.to_day))
      ORDER BY c.to_day, c.id`, { today, until });
  }

  /** Who confirms for somebody: the liaisons of the unit and of those above it; the county's people for who belongs to no unit. */
  async confirmers({ unitPath, countyId }: Pick<EndingRow, 'unitPath' | 'countyId'>, today: string): Promise<string[]> {
    const units = (unitPath ?? '').split('/').filter((id) => id !== '');
    const held = units.length > 0 ? { sql: "g.role = 'liaison' AND g.scope_kind = 'unit' AND g.scope_id IN (:...units)", params: { units } } : { sql: "g.role = 'county' AND g.scope_kind = 'division' AND :countyId LIKE CONCAT(g.scope_id, '%')", params: { countyId } };
    return (await readRows<{ accountId: string }>(this.database.reader, `
      SELECT DISTINCT g.account_id AS accountId FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
      WHERE g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) AND ${held.sql}`, { today, ...held.params })).map(({ accountId }) => accountId);
  }
  /** Where somebody belongs to. */
  async placeOf(accountId: string): Promise<Pick<EndingRow, 'unitPath' | 'countyId'> | null> {
    return (await readRows<Pick<EndingRow, 'unitPath' | 'countyId'>>(this.database.reader, 'SELECT u.path AS unitPath, v.county_id AS countyId FROM volunteers v LEFT JOIN units u ON u.id = v.unit_id WHERE v.id = :accountId', { accountId }))[0] ?? null;
  }
}

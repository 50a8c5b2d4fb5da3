import { Injectable } from '@nestjs/common';
import type { LinkMethod, Relation } from '@kepu/contracts';
import { adultsBornBy } from '@kepu/domain';
import { changeRows, Database, insertRows, memberOf, readRows, takeTurn, toDbTime, type SqlParams } from '../../platform/database/index.js';
import { GuardianLinkEntity } from './guardian-link.entity.js';

/** A child of somebody, with what its guardian is shown. */
export interface ChildRow {
  readonly linkId: string; readonly id: string; readonly number: string; readonly shownName: string; readonly bornOn: string; readonly countyCode: string; readonly countyName: string; readonly unitId: string | null; readonly unitName: string | null;
  readonly relation: Relation; readonly method: LinkMethod; readonly confirmedAt: string; readonly guardians: number | string;
}
/** A link with the names around it. */
export interface LinkRow {
  readonly id: string; readonly minorId: string; readonly guardianId: string | null; readonly guardianName: string | null; readonly nameSealed: string | null; readonly phoneSealed: string | null; readonly phoneIndex: string | null; readonly relation: Relation;
  readonly method: LinkMethod; readonly askedAt: string; readonly expiresAt: string | null; readonly confirmedAt: string | null; readonly declinedAt: string | null; readonly endedAt: string | null; readonly version: number; readonly bornOn: string; readonly shownName: string; readonly countyName: string;
}
/** Somebody who decides for a child: with an account here, or as the signed slip says. */
export interface GuardianRow { readonly minorId: string; readonly linkId: string; readonly guardianId: string | null; readonly name: string | null; readonly nameSealed: string | null; readonly phoneSealed: string | null; readonly relation: Relation }

const links = `SELECT g.id AS id, g.minor_id AS minorId, g.guardian_id AS guardianId, ga.name AS guardianName, g.name_sealed AS nameSealed, g.phone_sealed AS phoneSealed, g.phone_index AS phoneIndex, g.relation AS relation, g.method AS method, g.asked_at AS askedAt,
  g.expires_at AS expiresAt, g.confirmed_at AS confirmedAt, g.declined_at AS declinedAt, g.ended_at AS endedAt, g.version AS version, v.born_on AS bornOn, a.name AS shownName, d.name AS countyName
  FROM guardian_links g JOIN volunteers v ON v.id = g.minor_id JOIN accounts a ON a.id = v.id JOIN divisions d ON d.id = v.county_id LEFT JOIN accounts ga ON ga.id = g.guardian_id`;
/** Whoever turned out to be under age decides for nobody. By the alias of the link. */
const ofAge = (link: string): string => `NOT EXISTS (SELECT 1 FROM volunteers gv WHERE gv.id = ${link}.guardian_id AND gv.born_on > :adultsBornBy)`;
/** A guardian decides while the link stands, both can be reached, the guardian is of age, and the child is not on that day. */
const inForce = `g.confirmed_at IS NOT NULL AND g.ended_at IS NULL AND ga.state = 'active' AND a.state = 'active' AND v.born_on > :adultsBornBy AND ${ofAge('g')}`;
const standing = `FROM guardian_links g JOIN volunteers v ON v.id = g.minor_id JOIN accounts a ON a.id = v.id JOIN accounts ga ON ga.id = g.guardian_id WHERE ${inForce}`;
/** A signed slip makes a guardian without an account. */
const onPaper = "g.method = 'slip' AND g.guardian_id IS NULL";
const deciding = `FROM guardian_links g JOIN volunteers v ON v.id = g.minor_id JOIN accounts a ON a.id = v.id LEFT JOIN accounts ga ON ga.id = g.guardian_id
  WHERE g.confirmed_at IS NOT NULL AND g.ended_at IS NULL AND (ga.state = 'active' OR (${onPaper})) AND a.state = 'active' AND v.born_on > :adultsBornBy AND ${ofAge('g')}`;

/** Rows of `guardian_links`. */
@Injectable()
export class GuardianLinksRepository {
  constructor(private readonly database: Database) {}

  childrenOf(guardianId: string, today: string): Promise<ChildRow[]> {
    return this.rows<ChildRow>(`
      SELECT g.id AS linkId, v.id AS id, v.number AS number, a.name AS shownName, v.born_on AS bornOn, v.county_id AS countyCode, d.name AS countyName, v.unit_id AS unitId, u.name AS unitName, g.relation AS relation, g.method AS method,
        g.confirmed_at AS confirmedAt, (SELECT COUNT(*) FROM guardian_links o JOIN accounts oa ON oa.id = o.guardian_id WHERE o.minor_id = v.id AND o.confirmed_at IS NOT NULL AND o.ended_at IS NULL AND oa.state = 'active' AND ${ofAge('o')}) AS guardians
      FROM guardian_links g JOIN volunteers v ON v.id = g.minor_id JOIN accounts a ON a.id = v.id JOIN accounts ga ON ga.id = g.guardian_id JOIN divisions d ON d.id = v.county_id LEFT JOIN units u ON u.id = v.unit_id
      WHERE g.guardian_id = :guardianId AND ${inForce} ORDER BY v.born_on, v.id`, { guardianId, adultsBornBy: adultsBornBy(today) });
  }

  /** Whether somebody decides for a child on a day. */
  async decides(guardianId: string, minorId: string, today: string): Promise<boolean> {
    return (await this.rows(`SELECT g.id AS id ${standing} AND g.guardian_id = :guardianId AND g.minor_id = :minorId`, { guardianId, minorId, adultsBornBy: adultsBornBy(today) })).length > 0;
  }

  /** Who decides for the children on a day; those of none are missing. */
  async guardiansOf(minorIds: readonly string[], today: string): Promise<GuardianRow[]> {
    const found: GuardianRow[] = [];
    for (let at = 0; at < minorIds.length; at += 500) {
      const { sql, params } = memberOf('g.minor_id', minorIds.slice(at, at + 500), 'ids');
      found.push(...(await this.rows<GuardianRow>(`SELECT g.minor_id AS minorId, g.id AS linkId, g.guardian_id AS guardianId, ga.name AS name, g.name_sealed AS nameSealed, g.phone_sealed AS phoneSealed, g.relation AS relation ${deciding} AND ${sql} ORDER BY g.confirmed_at, g.id`, { ...params, adultsBornBy: adultsBornBy(today) })));
    }
    return found;
  }

  /** Everybody who was asked or is one, newest first, for the child. */
  ofMinor(minorId: string): Promise<LinkRow[]> { return this.rows<LinkRow>(`${links} WHERE g.minor_id = :minorId ORDER BY g.asked_at DESC, g.id DESC`, { minorId }); }
  async byToken(tokenHash: string): Promise<LinkRow | null> { return (await this.rows<LinkRow>(`${links} WHERE g.token_hash = :tokenHash`, { tokenHash }))[0] ?? null; }
  async find(id: string): Promise<LinkRow | null> { return (await this.rows<LinkRow>(`${links} WHERE g.id = :id`, { id }))[0] ?? null; }
  /** Links that stand, whatever the day: for those who have come of age. */
  standingOf(minorId: string): Promise<LinkRow[]> { return this.rows<LinkRow>(`${links} WHERE g.minor_id = :minorId AND g.confirmed_at IS NOT NULL AND g.ended_at IS NULL`, { minorId }); }
  async countOpen(minorId: string, now: Date): Promise<number> {
    const [row] = await this.rows<{ total: number | string }>(`SELECT COUNT(*) AS total FROM guardian_links g WHERE g.minor_id = :minorId AND g.ended_at IS NULL AND g.declined_at IS NULL AND (g.confirmed_at IS NOT NULL OR g.expires_at > :now)`, { minorId, now: toDbTime(now) });
    return Number(row?.total ?? 0);
  }

  /** A turn at families: who decides for whom, and how many children somebody has. Whatever else ends a guardian takes it as well. */
  takeTurn(): Promise<void> { return takeTurn(this.database, 'guardians'); }
  insert(row: GuardianLinkEntity): Promise<void> { return insertRows(this.database.writer, GuardianLinkEntity, [row]); }
  /** One of many uses of a link wins. */
  async confirm(id: string, guardianId: string, activeKey: string, now: Date): Promise<boolean> {
    return (await changeRows(this.database.writer, `UPDATE guardian_links SET guardian_id = :guardianId, active_key = :activeKey, confirmed_at = COALESCE(confirmed_at, :now), version = version + 1
      WHERE id = :id AND guardian_id IS NULL AND (confirmed_at IS NULL OR method = 'slip') AND declined_at IS NULL AND ended_at IS NULL AND expires_at > :now`, { id, guardianId, activeKey, now: toDbTime(now) })) === 1;
  }
  async decline(id: string, now: Date): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE guardian_links SET declined_at = :now, name_sealed = NULL, phone_sealed = NULL, version = version + 1 WHERE id = :id AND confirmed_at IS NULL AND declined_at IS NULL AND ended_at IS NULL', { id, now: toDbTime(now) })) === 1;
  }
  /** Whoever got the link of a slip is not the guardian: the slip stands, the link does not. */
  async forgetLink(id: string): Promise<boolean> {
    return (await changeRows(this.database.writer, "UPDATE guardian_links SET token_hash = NULL, expires_at = NULL, version = version + 1 WHERE id = :id AND method = 'slip' AND guardian_id IS NULL AND ended_at IS NULL", { id })) === 1;
  }
  /** A link by which the guardian of a slip takes the child over. Answers whether there is still one to take over. */
  async offer(id: string, tokenHash: string, expiresAt: Date): Promise<boolean> {
    return (await changeRows(this.database.writer, "UPDATE guardian_links SET token_hash = :tokenHash, expires_at = :expiresAt, version = version + 1 WHERE id = :id AND method = 'slip' AND guardian_id IS NULL AND ended_at IS NULL", { id, tokenHash, expiresAt: toDbTime(expiresAt) })) === 1;
  }
  /** Those of a birth date whose guardian has the number, asked or confirmed; by whichever way they came. */
  async ofNumber(bornOn: string, phoneIndex: string): Promise<string[]> {
    return (await this.rows<{ id: string }>(`SELECT DISTINCT v.id AS id FROM guardian_links g JOIN volunteers v ON v.id = g.minor_id JOIN accounts a ON a.id = v.id AND a.state <> 'closed' LEFT JOIN accounts ga ON ga.id = g.guardian_id
      WHERE v.born_on = :bornOn AND g.ended_at IS NULL AND (g.phone_index = :phoneIndex OR ga.phone_index = :phoneIndex)`, { bornOn, phoneIndex })).map(({ id }) => id);
  }
  async end(id: string, by: string | null, now: Date): Promise<boolean> {
    return (await changeRows(this.database.writer, 'UPDATE guardian_links SET ended_at = :now, ended_by = :by, active_key = NULL, name_sealed = NULL, phone_sealed = NULL, version = version + 1 WHERE id = :id AND ended_at IS NULL', { id, by, now: toDbTime(now) })) === 1;
  }

  /** Minors by the name that is kept apart who are of age now. */
  cameOfAge(today: string, limit: number): Promise<{ id: string }[]> {
    return this.rows('SELECT n.account_id AS id FROM sealed_names n JOIN volunteers v ON v.id = n.account_id JOIN accounts a ON a.id = v.id WHERE v.born_on <= :adultsBornBy AND a.state <> \'closed\' ORDER BY n.account_id LIMIT :limit', { adultsBornBy: adultsBornBy(today), limit });
  }

  /** Whether the account is of a volunteer under age; null for whoever is no volunteer. */
  async bornOn(accountId: string): Promise<string | null> { return (await this.rows<{ bornOn: string }>('SELECT v.born_on AS bornOn FROM volunteers v WHERE v.id = :accountId', { accountId }))[0]?.bornOn ?? null; }

  private rows<Row extends object>(sql: string, params: SqlParams): Promise<Row[]> { return readRows<Row>(this.database.reader, sql, params); }
}

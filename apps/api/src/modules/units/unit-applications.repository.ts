import { Injectable } from '@nestjs/common';
import type { unitApplicationQuery } from '@kepu/contracts';
import { In } from 'typeorm';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, everything, memberOf, readRows, startsWith, toDbTime, type Predicate } from '../../platform/database/index.js';
import { holding, sqlPage } from './raw-page.repository.js';
import { UnitApplicationEntity } from './unit-application.entity.js';

/** An application with the names a person reads. */
export type ApplicationRow = Omit<UnitApplicationEntity, 'submittedAt' | 'decidedAt' | 'tokenHash' | 'nameKey' | 'searchKey'> & {
  readonly submittedAt: string; readonly decidedAt: string | null; readonly countyName: string; readonly decidedByName: string | null; readonly admittedName: string | null;
};
/** A unit that an applicant may be already. */
export interface SimilarUnit { readonly id: string; readonly name: string; readonly liaisons: number | string }

const columns = `p.id AS id, p.number AS number, p.state AS state, p.unit_name AS unitName, p.kind AS kind, p.county_id AS countyId, p.place AS place, p.name AS name, p.duty AS duty, p.contact_kind AS contactKind,
  p.contact_sealed AS contactSealed, p.contact_index AS contactIndex, p.note AS note, p.reason AS reason, p.submitted_at AS submittedAt, p.decided_at AS decidedAt, p.decided_by AS decidedBy, p.unit_id AS unitId, p.version AS version,
  d.name AS countyName, a.name AS decidedByName, u.name AS admittedName`;
const joins = 'JOIN divisions d ON d.id = p.county_id LEFT JOIN accounts a ON a.id = p.decided_by LEFT JOIN units u ON u.id = p.unit_id';
const sorts = { submittedAt: ['p.submitted_at', 'p.id'], unitName: ['p.name_key', 'p.id'] } as const;
const SHOWN = 5;

/** Applications within the reach of a county: by where the body lies. A unit's own rights reach none. */
const visible = (actor: Actor, permission: 'unit-application:read' | 'unit-application:decide'): Predicate => {
  const reach = reachOf(actor, permission);
  return reach === 'all' ? everything : anyOf(reach.divisions.map((code, index) => startsWith('p.county_id', code, `county${index}`)));
};

/** Rows of `unit_applications`. */
@Injectable()
export class UnitApplicationsRepository {
  constructor(private readonly database: Database) {}

  listFor(actor: Actor, query: z.output<typeof unitApplicationQuery>): Promise<{ rows: ApplicationRow[]; total: number }> {
    return sqlPage<ApplicationRow>(this.database.reader, { table: 'unit_applications', alias: 'p', columns, joins }, allOf([
      visible(actor, 'unit-application:read'), ...holding('p.search_key', query.q), ...(query.state ? [{ sql: 'p.state = :state', params: { state: query.state } }] : []), ...(query.kind ? [{ sql: 'p.kind = :kind', params: { kind: query.kind } }] : []),
      ...(query.countyCode === undefined ? [] : [startsWith('p.county_id', query.countyCode, 'asked')]), ...(query.ids ? [memberOf('p.id', query.ids, 'ids')] : []),
    ]), query, sorts, '-submittedAt');
  }

  async findFor(actor: Actor, id: string, permission: 'unit-application:read' | 'unit-application:decide'): Promise<ApplicationRow | null> {
    const within = visible(actor, permission);
    return (await readRows<ApplicationRow>(this.database.reader, `SELECT ${columns} FROM unit_applications p ${joins} WHERE p.id = :id AND (${within.sql})`, { ...within.params, id }))[0] ?? null;
  }

  /** For what is told of it. */
  async byId(id: string): Promise<ApplicationRow | null> { return (await readRows<ApplicationRow>(this.database.reader, `SELECT ${columns} FROM unit_applications p ${joins} WHERE p.id = :id`, { id }))[0] ?? null; }

  /** By the digest of the applicant's link. */
  async byToken(tokenHash: string): Promise<ApplicationRow | null> {
    return (await readRows<ApplicationRow>(this.database.reader, `SELECT ${columns} FROM unit_applications p ${joins} WHERE p.token_hash = :tokenHash`, { tokenHash }))[0] ?? null;
  }
  async tokenHashOf(id: string): Promise<string> { return (await this.database.reader.findOneByOrFail(UnitApplicationEntity, { id })).tokenHash; }

  /** Whether the same person waits with the same body already. */
  isWaiting(contactIndex: string, countyId: string, unitName: string): Promise<boolean> {
    return this.database.reader.existsBy(UnitApplicationEntity, { contactIndex, countyId, unitName, state: In(['submitted', 'returned']) });
  }

  /** Open units of the county whose name holds the applicant's or is held by it, with how many liaisons they have. */
  similar(countyId: string, unitName: string, today: string): Promise<SimilarUnit[]> {
    const within = startsWith('u.division_id', countyId, 'county');
    return readRows<SimilarUnit>(this.database.reader, `SELECT u.id AS id, u.name AS name, (SELECT COUNT(*) FROM account_grants g WHERE g.scope_kind = 'unit' AND g.scope_id = u.id AND g.role = 'liaison' AND g.ended_at IS NULL) AS liaisons
      FROM units u WHERE ${within.sql} AND (u.closed_on IS NULL OR u.closed_on > :today)
        AND (INSTR(u.name, :unitName) > 0 OR INSTR(:unitName, u.name) > 0 OR INSTR(u.full_name, :unitName) > 0) ORDER BY u.sort_no, u.id LIMIT ${SHOWN}`, { ...within.params, unitName, today });
  }

  /** The people of a county's own office. */
  async deciders(countyId: string, today: string): Promise<string[]> {
    const rows = await readRows<{ accountId: string }>(this.database.reader, `SELECT DISTINCT g.account_id AS accountId FROM account_grants g JOIN accounts a ON a.id = g.account_id AND a.state = 'active'
      WHERE g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) AND g.role = 'county' AND g.scope_kind = 'division' AND g.scope_id = :countyId`, { countyId, today });
    return rows.map((row) => row.accountId);
  }

  /** Inside a unit: those that led to nothing. */
  forget(before: Date, limit: number): Promise<number> {
    return changeRows(this.database.writer, `DELETE FROM unit_applications WHERE id IN (SELECT o.id FROM (SELECT p.id AS id FROM unit_applications p WHERE p.state IN ('refused', 'withdrawn') AND p.submitted_at < :before LIMIT :limit) o)`, { before: toDbTime(before), limit });
  }

  async insert(row: UnitApplicationEntity): Promise<void> { await this.database.writer.insert(UnitApplicationEntity, row); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<UnitApplicationEntity>): Promise<boolean> {
    return (await this.database.writer.update(UnitApplicationEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }
}

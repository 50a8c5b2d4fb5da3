import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '../../../platform/auth/actor.js';
import { allOf, anyOf, Database, readRows, type Predicate } from '../../../platform/database/index.js';
import { termsWithin } from '../talents.policy.js';
import { keptPools } from './nomination.policy.js';

/** A term with all that belongs to it. */
export interface TermDetailRow {
  readonly id: string; readonly poolId: string; readonly poolName: string; readonly personId: string; readonly personName: string; readonly unitId: string | null; readonly unitName: string | null; readonly unitPath: string | null; readonly fromDay: string; readonly toDay: string | null; readonly endedOn: string | null; readonly endedReason: string | null;
  readonly suspendedFrom: string | null; readonly suspendedTo: string | null; readonly suspendedReason: string | null; readonly willing: number | null; readonly willingAskedAt: string | null; readonly letterId: string | null; readonly nominationId: string | null; readonly renewedBy: string | null;
  readonly ownerDivisionId: string | null; readonly ownerUnitId: string | null; readonly ownerPath: string | null;
  /** Of the nomination that it came of: the unit's path, whether the person applied, and who wrote it. */
  readonly recommendedPath: string | null; readonly recommendedOwn: number | null; readonly recommendedBy: string | null;
}

const columns = `t.id AS id, t.pool_id AS poolId, p.name AS poolName, t.account_id AS personId, a.name AS personName, t.unit_id AS unitId, tu.name AS unitName, tu.path AS unitPath, t.from_day AS fromDay, t.to_day AS toDay, t.ended_on AS endedOn, t.ended_reason AS endedReason,
  t.suspended_from AS suspendedFrom, t.suspended_to AS suspendedTo, t.suspended_reason AS suspendedReason, t.willing AS willing, t.willing_asked_at AS willingAskedAt, t.letter_id AS letterId, t.nomination_id AS nominationId,
  (SELECT MIN(f.id) FROM pool_terms f WHERE f.account_id = t.account_id AND f.pool_id = t.pool_id AND f.ended_on IS NULL AND f.from_day > t.from_day) AS renewedBy, p.owner_division_id AS ownerDivisionId, p.owner_unit_id AS ownerUnitId, po.path AS ownerPath,
  nu.path AS recommendedPath, n.own AS recommendedOwn, n.created_by AS recommendedBy`;
const from = 'FROM pool_terms t JOIN pools p ON p.id = t.pool_id JOIN accounts a ON a.id = t.account_id LEFT JOIN volunteers v ON v.id = t.account_id LEFT JOIN units tu ON tu.id = t.unit_id LEFT JOIN units po ON po.id = p.owner_unit_id LEFT JOIN nominations n ON n.id = t.nomination_id LEFT JOIN units nu ON nu.id = n.unit_id';
/** What ends on a day to come and has nothing after it. */
const unrenewed = 't.ended_on IS NULL AND NOT EXISTS (SELECT 1 FROM pool_terms f WHERE f.account_id = t.account_id AND f.pool_id = t.pool_id AND f.ended_on IS NULL AND f.from_day > t.from_day)';

/** Terms with all that belongs to them: within the reach of staff, of the pools that they keep, or one's own. */
@Injectable()
export class TermDetailsRepository {
  constructor(private readonly database: Database) {}

  async findFor(actor: Actor, id: string): Promise<TermDetailRow | null> {
    const reach = reachOf(actor, 'nomination:read');
    return (await this.read(allOf([anyOf([termsWithin(reach), keptPools(reach)]), { sql: 't.id = :id', params: { id } }])))[0] ?? null;
  }
  ofPerson(personId: string, id?: string): Promise<TermDetailRow[]> { return this.read(allOf([{ sql: 't.account_id = :personId', params: { personId } }, ...(id === undefined ? [] : [{ sql: 't.id = :id', params: { id } }])])); }
  /** Terms that end within so many days. For the system alone. */
  ending(today: string, until: string): Promise<TermDetailRow[]> { return this.read({ sql: `t.to_day >= :today AND t.to_day <= :until AND ${unrenewed}`, params: { today, until } }); }

  private read({ sql, params }: Predicate): Promise<TermDetailRow[]> { return readRows<TermDetailRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY t.from_day DESC, t.id DESC`, params); }
}

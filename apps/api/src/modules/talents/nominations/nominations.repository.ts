import { Injectable } from '@nestjs/common';
import type { Nomination, nominationQuery, Permission } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, insertRows, memberOf, readRows, type Predicate } from '../../../platform/database/index.js';
import { likePattern, searchTerm } from '../../../platform/pinyin/pinyin.js';
import { inUnit } from '../profile-filters.js';
import { NominationEntity } from './nomination.entity.js';
import { keptPools, nominationsWithin, recommendable, reviewedBy } from './nomination.policy.js';

type Filters = Partial<z.output<typeof nominationQuery>>;
/** A nomination with the names that a person reads. */
export interface NominationRow {
  readonly id: string; readonly poolId: string; readonly poolName: string; readonly personId: string; readonly personName: string; readonly unitId: string | null; readonly unitName: string | null; readonly unitPath: string | null; readonly countyId: string | null; readonly countyName: string | null; readonly own: number; readonly state: Nomination['state'];
  readonly consent: Nomination['consent']; readonly consentNote: string | null; readonly words: string | null; readonly questions: string; readonly answers: string; readonly reason: string | null; readonly submittedAt: string | null; readonly submittedBy: string | null; readonly submittedByName: string | null; readonly reviewedAt: string | null; readonly reviewedByName: string | null;
  readonly decidedAt: string | null; readonly decidedByName: string | null; readonly termId: string | null; readonly createdAt: string; readonly createdBy: string; readonly createdByName: string; readonly ownerDivisionId: string | null; readonly ownerUnitId: string | null; readonly ownerPath: string | null; readonly version: number;
}
/** Somebody who may be recommended or apply, with where they belong. */
export interface Nominee { readonly id: string; readonly name: string; readonly unitId: string | null; readonly unitDivision: string | null; readonly home: string }

const columns = `n.id AS id, n.pool_id AS poolId, p.name AS poolName, n.account_id AS personId, a.name AS personName, n.unit_id AS unitId, nu.name AS unitName, nu.path AS unitPath, n.county_id AS countyId, d.name AS countyName, n.own AS own, n.state AS state, n.consent AS consent, n.consent_note AS consentNote, n.words AS words,
  n.questions AS questions, n.answers AS answers, n.reason AS reason, n.submitted_at AS submittedAt, n.submitted_by AS submittedBy, sb.name AS submittedByName, n.reviewed_at AS reviewedAt, rb.name AS reviewedByName, n.decided_at AS decidedAt, db.name AS decidedByName, n.term_id AS termId, n.created_at AS createdAt, n.created_by AS createdBy, cb.name AS createdByName,
  p.owner_division_id AS ownerDivisionId, p.owner_unit_id AS ownerUnitId, po.path AS ownerPath, n.version AS version`;
const from = `FROM nominations n JOIN pools p ON p.id = n.pool_id JOIN accounts a ON a.id = n.account_id JOIN accounts cb ON cb.id = n.created_by LEFT JOIN volunteers v ON v.id = n.account_id LEFT JOIN units nu ON nu.id = n.unit_id LEFT JOIN units po ON po.id = p.owner_unit_id LEFT JOIN divisions d ON d.id = n.county_id
  LEFT JOIN accounts sb ON sb.id = n.submitted_by LEFT JOIN accounts rb ON rb.id = n.reviewed_by LEFT JOIN accounts db ON db.id = n.decided_by`;
const sorts = { created: 'n.created_at', personName: 'a.name_key' } as const;

/** What waits for the actor: to be agreed to for the county, or to be decided where no county is asked any more. */
const waitingFor = (actor: Actor): Predicate => {
  const reach = reachOf(actor, 'nomination:decide');
  const [county, kept] = [reviewedBy(reach), keptPools(reach)];
  return anyOf([{ sql: `n.state = 'recommended' AND n.county_id IS NOT NULL AND (${county.sql})`, params: county.params }, { sql: `(n.state = 'reviewed' OR (n.state = 'recommended' AND n.county_id IS NULL)) AND (${kept.sql})`, params: kept.params }]);
};

const writerOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.accountId : null);

/** Rows of `nominations`, within what the actor sees. */
@Injectable()
export class NominationsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: Filters, window?: { offset: number; limit: number }): Promise<{ rows: NominationRow[]; total: number }> {
    const { poolId, unitId, personId, countyCode, state, consent, own, waiting, ids, q, sort = '-created' } = query;
    const term = q ? searchTerm(q) : null;
    const { sql, params } = allOf([
      nominationsWithin(reachOf(actor, 'nomination:read'), writerOf(actor)), ...(ids ? [memberOf('n.id', ids, 'ids')] : []), ...(poolId ? [{ sql: 'n.pool_id = :poolId', params: { poolId } }] : []), ...(personId ? [{ sql: 'n.account_id = :personId', params: { personId } }] : []), ...inUnit('n.unit_id', unitId), ...(consent ? [{ sql: 'n.consent = :consent', params: { consent } }] : []), ...(own === undefined ? [] : [{ sql: `n.own = ${own ? 1 : 0}`, params: {} }]),
      ...(countyCode ? [{ sql: 'n.county_id = :countyCode', params: { countyCode } }] : []), ...(state ? [{ sql: 'n.state = :state', params: { state } }] : []), ...(term ? [{ sql: "a.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }] : []),
      ...(waiting === undefined ? [] : [waiting ? waitingFor(actor) : { sql: `NOT (${waitingFor(actor).sql})`, params: waitingFor(actor).params }]),
    ]);
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<NominationRow>(
      this.database.reader, `SELECT ${columns} ${from} WHERE ${sql} ORDER BY ${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, n.id ${direction}${window ? ' LIMIT :pageLimit OFFSET :pageOffset' : ''}`, { ...params, ...(window ? { pageLimit: window.limit, pageOffset: window.offset } : {}) });
    const [count] = window ? await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from} WHERE ${sql}`, params) : [];
    return { rows, total: window ? Number(count?.total ?? 0) : rows.length };
  }
  async findFor(actor: Actor, id: string): Promise<NominationRow | null> { return (await this.listFor(actor, { ids: [id] })).rows[0] ?? null; }
  /** One's own that a unit has not kept to itself: what is still a draft of theirs is nobody else's to see. */
  async ofPerson(personId: string, id?: string): Promise<NominationRow[]> {
    return readRows<NominationRow>(this.database.reader, `SELECT ${columns} ${from} WHERE n.account_id = :personId AND n.state <> 'draft'${id === undefined ? '' : ' AND n.id = :id'} ORDER BY n.created_at DESC, n.id DESC LIMIT 50`, { personId, ...(id === undefined ? {} : { id }) });
  }
  /** How many wait for the actor, by pool. */
  async waitingByPool(actor: Actor): Promise<ReadonlyMap<string, number>> {
    const { sql, params } = allOf([nominationsWithin(reachOf(actor, 'nomination:read'), writerOf(actor)), waitingFor(actor)]);
    return new Map((await readRows<{ poolId: string; total: number | string }>(this.database.reader, `SELECT n.pool_id AS poolId, COUNT(*) AS total ${from} WHERE ${sql} GROUP BY n.pool_id`, params)).map(({ poolId, total }) => [poolId, Number(total)]));
  }
  /** A volunteer in good standing whom the permission reaches; anybody for the person themselves. */
  async nominee(actor: Actor, id: string, permission: Permission | null): Promise<Nominee | null> {
    const { sql, params } = allOf([{ sql: "v.id = :id AND v.standing = 'good'", params: { id } }, ...(permission ? [recommendable(reachOf(actor, permission))] : [])]);
    return (await readRows<Nominee>(this.database.reader, `SELECT v.id AS id, a.name AS name, v.unit_id AS unitId, vu.division_id AS unitDivision, v.county_id AS home FROM volunteers v JOIN accounts a ON a.id = v.id AND a.state = 'active' LEFT JOIN units vu ON vu.id = v.unit_id WHERE ${sql}`, params))[0] ?? null;
  }

  insert(row: NominationEntity): Promise<void> { return insertRows(this.database.writer, NominationEntity, [row]); }
  /** A change against the version and state that were read: of two at once, one wins. */
  async update({ id, state }: Pick<NominationRow, 'id' | 'state'>, version: number, changes: Partial<NominationEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(NominationEntity).set({ ...changes, version: version + 1 }).where({ id, version, state }).execute()).affected === 1;
  }
  async openOf(accountId: string): Promise<NominationEntity[]> { return this.database.reader.createQueryBuilder(NominationEntity, 'n').where('n.accountId = :accountId AND n.liveKey IS NOT NULL', { accountId }).orderBy('n.id').getMany(); }
  async hasOpen(liveKey: string): Promise<boolean> { return this.database.reader.existsBy(NominationEntity, { liveKey }); }
  async movePerson(fromId: string, into: string): Promise<void> { await changeRows(this.database.writer, 'UPDATE nominations SET account_id = :into WHERE account_id = :fromId', { fromId, into }); }
  async moveUnit(fromUnit: string, toUnit: string): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE nominations SET unit_id = :toUnit WHERE unit_id = :fromUnit', { fromUnit, toUnit });
    await changeRows(this.database.writer, 'UPDATE pools SET owner_unit_id = :toUnit WHERE owner_unit_id = :fromUnit', { fromUnit, toUnit });
  }
  /** Liaisons of the nearest unit at or above a path that has any. */
  async liaisonsOf(unitPath: string, today: string): Promise<string[]> {
    const parts = unitPath.split('/').filter((part) => part !== '');
    const { sql, params } = memberOf('s.path', parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`), 'paths');
    const rows = await readRows<{ path: string; accountId: string }>(this.database.reader, `SELECT DISTINCT s.path AS path, c.id AS accountId FROM account_grants g JOIN accounts c ON c.id = g.account_id AND c.state = 'active' JOIN units s ON s.id = g.scope_id
      WHERE g.role = 'liaison' AND g.scope_kind = 'unit' AND g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today) AND ${sql}`, { today, ...params });
    const nearest = Math.max(0, ...rows.map(({ path }) => path.length));
    return rows.filter(({ path }) => path.length === nearest).map(({ accountId }) => accountId);
  }
}

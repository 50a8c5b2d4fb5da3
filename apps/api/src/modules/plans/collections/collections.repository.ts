import { Injectable } from '@nestjs/common';
import type { Collection, collectionQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { can, reachOf, unitsWithin, type Actor } from '../../../platform/auth/actor.js';
import { allOf, anyOf, changeRows, Database, everything, insertRows, memberOf, readRows, startsWith, type Predicate } from '../../../platform/database/index.js';
import { CollectionAnswerEntity, CollectionChaseEntity, CollectionEntity, type Audience } from './collection.entity.js';

type Filters = Partial<Omit<z.output<typeof collectionQuery>, 'page' | 'perPage'>>;
/** A collection as a list reads it, with the names that it shows. */
export interface CollectionListRow {
  readonly id: string; readonly title: string; readonly note: string | null; readonly dueOn: string; readonly dueUncertain: number; readonly mostRows: number; readonly state: Collection['state']; readonly fields: string; readonly fieldsVersion: number; readonly audience: string; readonly prefill: number;
  readonly copiedFromId: string | null; readonly copiedFromTitle: string | null; readonly writes: number; readonly createdAt: string; readonly createdBy: string; readonly createdByName: string; readonly openedAt: string | null; readonly closedAt: string | null; readonly endedReason: string | null; readonly version: number;
}

const columns = `c.id AS id, c.title AS title, c.note AS note, c.due_on AS dueOn, c.due_uncertain AS dueUncertain, c.most_rows AS mostRows, c.state AS state, c.fields AS fields, c.fields_version AS fieldsVersion, c.audience AS audience, c.prefill AS prefill, c.copied_from_id AS copiedFromId, b.title AS copiedFromTitle,
  c.writes AS writes, c.created_at AS createdAt, c.created_by AS createdBy, w.name AS createdByName, c.opened_at AS openedAt, c.closed_at AS closedAt, c.ended_reason AS endedReason, c.version AS version`;
const from = 'FROM collections c JOIN accounts w ON w.id = c.created_by LEFT JOIN collections b ON b.id = c.copied_from_id';
const sorts = { dueOn: 'c.due_on', created: 'c.created_at' } as const;

/** Collections that the actor sees: those in which a unit in reach is asked; drafts by those who write them. */
const visibleCollections = (actor: Actor): Predicate => {
  if (can(actor, 'collection:write')) return everything;
  const units = unitsWithin(reachOf(actor, 'collection:read'), 'vu');
  return { sql: `c.state <> 'draft' AND EXISTS (SELECT 1 FROM collection_answers va JOIN units vu ON vu.id = va.unit_id WHERE va.collection_id = c.id AND (${units.sql}))`, params: units.params };
};
/** Those that wait for the actor: who writes has them until they are handed on, who only hands in has what waits for that. */
const waiting = (actor: Actor): Predicate => {
  const writes = can(actor, 'collection:answer');
  const units = unitsWithin(reachOf(actor, writes ? 'collection:answer' : 'collection:submit'), 'wu');
  return { sql: `c.state = 'open' AND EXISTS (SELECT 1 FROM collection_answers wa JOIN units wu ON wu.id = wa.unit_id WHERE wa.collection_id = c.id AND wa.state IN (${writes ? "'draft', 'returned'" : "'checking'"}) AND (${units.sql}))`, params: units.params };
};

/** Rows of `collections`, within what the actor sees. */
@Injectable()
export class CollectionsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, { q, ids, state, toAnswer, sort }: Filters, window?: { offset: number; limit: number }): Promise<{ rows: CollectionListRow[]; total: number }> {
    const scope = allOf([
      visibleCollections(actor), ...(ids ? [memberOf('c.id', ids, 'ids')] : []), ...(state === undefined ? [] : [{ sql: 'c.state = :state', params: { state } }]), ...(toAnswer ? [waiting(actor)] : []),
      ...(q ? [{ sql: "c.title LIKE :term ESCAPE '!'", params: { term: `%${q.replace(/[!%_]/g, (sign) => `!${sign}`)}%` } }] : []),
    ]);
    const [counted] = window ? await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total FROM collections c WHERE ${scope.sql}`, scope.params) : [];
    const by = sort ?? '-created';
    const direction = by.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await readRows<CollectionListRow>(this.database.reader, `SELECT ${columns} ${from} WHERE ${scope.sql} ORDER BY ${sorts[by.replace('-', '') as keyof typeof sorts]} ${direction}, c.id ${direction}${window ? ` LIMIT ${window.limit} OFFSET ${window.offset}` : ''}`, scope.params);
    return { rows, total: window ? Number(counted?.total ?? 0) : rows.length };
  }
  async findFor(actor: Actor, id: string): Promise<CollectionListRow | null> { return (await this.listFor(actor, { ids: [id] })).rows[0] ?? null; }

  insert(row: CollectionEntity): Promise<void> { return insertRows(this.database.writer, CollectionEntity, [row]); }
  /** A change against the version and state that were read: of two at once, one wins. `unwritten`: only while no unit has written. */
  async update({ id, state }: Pick<CollectionListRow, 'id' | 'state'>, version: number, changes: Partial<CollectionEntity>, unwritten = false): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(CollectionEntity).set({ ...changes, version: version + 1 }).where({ id, version, state, ...(unwritten ? { writes: 0 } : {}) }).execute()).affected === 1;
  }
  /** A unit writes: only into what is open, and by the columns that it read. Of a unit that hands in and an office that closes, one comes first. */
  async countWrite(id: string, fieldsVersion: number): Promise<boolean> {
    return (await changeRows(this.database.writer, "UPDATE collections SET writes = writes + 1 WHERE id = :id AND state = 'open' AND fields_version = :fieldsVersion", { id, fieldsVersion })) === 1;
  }
  async remove(id: string): Promise<boolean> {
    await changeRows(this.database.writer, 'UPDATE collections SET copied_from_id = NULL WHERE copied_from_id = :id', { id });
    return (await this.database.writer.delete(CollectionEntity, { id, state: 'draft' })).affected === 1;
  }

  /** Open units of an audience, in protocol order. */
  async audienceOf(actor: Actor, { unitKinds, divisions, unitIds }: Audience, today: string): Promise<string[]> {
    const kinds = unitKinds.length > 0 ? [memberOf('u.kind', unitKinds, 'kinds')] : [];
    const counties = divisions.length > 0 ? [anyOf(divisions.map((code, index) => startsWith('u.division_id', code, `county${index}`)))] : [];
    const chosen = anyOf([...(kinds.length + counties.length > 0 ? [allOf([...kinds, ...counties])] : []), ...(unitIds.length > 0 ? [memberOf('u.id', unitIds, 'unitIds')] : [])]);
    const scope = allOf([chosen, unitsWithin(reachOf(actor, 'collection:write'), 'u'), { sql: '(u.closed_on IS NULL OR u.closed_on > :today)', params: { today } }]);
    return (await readRows<{ id: string }>(this.database.reader, `SELECT u.id AS id FROM units u WHERE ${scope.sql} ORDER BY u.sort_no, u.id`, scope.params)).map(({ id }) => id);
  }
  /** Names of counties and townships, by code. */
  async divisionNames(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const those = memberOf('d.id', [...new Set(codes)], 'codes');
    return new Map((await readRows<{ id: string; name: string }>(this.database.reader, `SELECT d.id AS id, d.name AS name FROM divisions d WHERE ${those.sql}`, those.params)).map(({ id, name }) => [id, name]));
  }
  /** Who was asked by name in a draft is asked as the successor. */
  async askInstead(fromId: string, toId: string): Promise<string[]> {
    const drafts = await this.database.reader.createQueryBuilder(CollectionEntity, 'c').where("c.state = 'draft'").getMany();
    const naming = drafts.filter(({ audience }) => audience.unitIds.includes(fromId));
    for (const row of naming) await this.update(row, row.version, { audience: { ...row.audience, unitIds: [...new Set(row.audience.unitIds.map((id) => (id === fromId ? toId : id)))] } });
    return naming.map(({ id }) => id);
  }

  /** Units that were told on a day. */
  async chasedOn(collectionId: string, day: string): Promise<ReadonlySet<string>> {
    return new Set((await readRows<{ unitId: string }>(this.database.reader, 'SELECT h.unit_id AS unitId FROM collection_chases h WHERE h.collection_id = :collectionId AND h.day = :day', { collectionId, day })).map(({ unitId }) => unitId));
  }
  insertChases(rows: readonly CollectionChaseEntity[]): Promise<void> { return insertRows(this.database.writer, CollectionChaseEntity, rows); }
  insertAnswers(rows: readonly CollectionAnswerEntity[]): Promise<void> { return insertRows(this.database.writer, CollectionAnswerEntity, rows); }
}

import { Injectable } from '@nestjs/common';
import type { Permission, WorkEntryDetails, workEntryQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, changeRows, Database, insertRows, memberOf, newId, readRows, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { WorkEntryEntity, WorkEntryItemEntity } from './work-entry.entity.js';
import type { ServedRow, WorkEntryRow } from './work-entry.mapper.js';

type Query = z.output<typeof workEntryQuery>;
/** An entry to be changed, with where its unit stands. */
export interface PlacedEntry { readonly row: WorkEntryEntity; readonly unitPath: string; readonly unitDivision: string }

/** `search_key` begins with the title's pinyin. */
const sorts = { fromDay: 'e.from_day', createdAt: 'e.created_at', quantity: 'e.quantity', title: 'e.search_key' } as const;
const columns = `e.id AS id, e.unit_id AS unitId, u.name AS unitName, e.kind AS kind, e.title AS title, e.quantity AS quantity, e.unit_of_measure AS unitOfMeasure, e.from_day AS fromDay, e.to_day AS toDay,
  e.division_id AS divisionId, d.name AS divisionName, e.place AS place, e.text AS text, e.details AS details, e.state AS state, e.returned_reason AS returnedReason, rb.name AS returnedBy, e.returned_at AS returnedAt,
  e.submitted_at AS submittedAt, sb.name AS submittedBy, e.checked_at AS checkedAt, kb.name AS checkedBy, e.revoked_reason AS revokedReason, e.created_at AS createdAt, cb.name AS createdBy, e.version AS version`;
const names = `LEFT JOIN divisions d ON d.id = e.division_id LEFT JOIN accounts rb ON rb.id = e.returned_by LEFT JOIN accounts sb ON sb.id = e.submitted_by LEFT JOIN accounts kb ON kb.id = e.checked_by
  JOIN accounts cb ON cb.id = e.created_by`;
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);
const filters = (query: Query): Predicate[] => {
  const term = query.q === undefined ? null : searchTerm(query.q);
  return [
    ...equal('e.unit_id', 'unitId', query.unitId), ...equal('e.kind', 'kind', query.kind), ...equal('e.state', 'state', query.state), ...(query.ids ? [memberOf('e.id', query.ids, 'ids')] : []),
    ...(query.itemId === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM work_entry_items w WHERE w.entry_id = e.id AND w.item_id = :itemId)', params: { itemId: query.itemId } }]),
    ...(query.planId === undefined ? [] : [{ sql: 'EXISTS (SELECT 1 FROM work_entry_items w JOIN items wi ON wi.id = w.item_id WHERE w.entry_id = e.id AND wi.plan_id = :planId)', params: { planId: query.planId } }]),
    // Work that reaches into the days asked for.
    ...(query.from === undefined ? [] : [{ sql: 'e.to_day >= :fromDay', params: { fromDay: query.from } }]), ...(query.to === undefined ? [] : [{ sql: 'e.from_day <= :toDay', params: { toDay: query.to } }]),
    ...(term === null ? [] : [{ sql: "e.search_key LIKE :term ESCAPE '!'", params: { term: likePattern(term) } }]),
  ];
};

/** Rows of `work_entries`, within the reach of the permission that they are read under. */
@Injectable()
export class WorkEntriesRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: Query): Promise<{ rows: WorkEntryRow[]; total: number }> {
    const scope = allOf([unitsWithin(reachOf(actor, 'work-entry:read'), 'u'), ...filters(query)]);
    const from = `FROM work_entries e JOIN units u ON u.id = e.unit_id WHERE ${scope.sql}`;
    const sort = query.sort ?? '-createdAt';
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const order = `${sorts[sort.replace('-', '') as keyof typeof sorts]} ${direction}, e.id ${direction}`;
    const rows = await readRows<WorkEntryRow>(
      this.database.reader, `SELECT ${columns} FROM (SELECT e.id AS id ${from} ORDER BY ${order} LIMIT :pageLimit OFFSET :pageOffset) paged
        JOIN work_entries e ON e.id = paged.id JOIN units u ON u.id = e.unit_id ${names} ORDER BY ${order}`, { ...scope.params, pageLimit: query.perPage, pageOffset: (query.page - 1) * query.perPage });
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, scope.params);
    return { rows, total: Number(count?.total ?? 0) };
  }

  /** Those of some entries whose pictures may show children: nobody says of courses, broadcasts, venues or competitions who came, and only meetings and documents are sure to be of adults. */
  async withChildren(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const those = memberOf('e.id', ids, 'ids');
    const ofAdults = new Set((await readRows<{ id: string }>(this.database.reader, `SELECT e.id AS id FROM work_entries e WHERE ${those.sql} AND e.kind = 'document'`, those.params)).map(({ id }) => id));
    return new Set(ids.filter((id) => !ofAdults.has(id)));
  }

  /** Files that some entries name as their roster. */
  async rostersOf(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const those = memberOf('e.id', ids, 'ids');
    const rows = await readRows<{ details: string }>(this.database.reader, `SELECT e.details AS details FROM work_entries e WHERE ${those.sql}`, those.params);
    return new Set(rows.flatMap(({ details }) => { const { rosterFileId } = JSON.parse(details) as WorkEntryDetails; return rosterFileId === undefined ? [] : [rosterFileId]; }));
  }

  /** What some entries serve, in the order in which it was given. */
  async servedBy(entryIds: readonly string[]): Promise<ServedRow[]> {
    if (entryIds.length === 0) return [];
    return readRows<ServedRow>(
      this.database.reader, `SELECT w.entry_id AS entryId, w.item_id AS itemId, i.text AS text, w.measure_id AS measureId, m.name AS measureName FROM work_entry_items w JOIN items i ON i.id = w.item_id
        LEFT JOIN measures m ON m.id = w.measure_id WHERE w.entry_id IN (:...entryIds) ORDER BY w.id`, { entryIds });
  }

  async findFor(actor: Actor, id: string, permission: Permission): Promise<PlacedEntry | null> {
    const scope = allOf([unitsWithin(reachOf(actor, permission), 'u'), ...equal('e.id', 'id', id)]);
    const [place] = await readRows<{ unitPath: string; unitDivision: string }>(
      this.database.reader, `SELECT u.path AS unitPath, u.division_id AS unitDivision FROM work_entries e JOIN units u ON u.id = e.unit_id WHERE ${scope.sql}`, scope.params);
    const row = place && (await this.database.reader.findOneBy(WorkEntryEntity, { id }));
    return place && row ? { row, ...place } : null;
  }

  async insert(row: WorkEntryEntity): Promise<void> { await insertRows(this.database.writer, WorkEntryEntity, [row]); }

  /** A change against the version and state that were read: of two at once, one wins. */
  async update(row: WorkEntryEntity, version: number, changes: Partial<WorkEntryEntity>): Promise<boolean> {
    return (await this.database.writer.update(WorkEntryEntity, { id: row.id, version, state: row.state }, { ...changes, version: version + 1 })).affected === 1;
  }

  async serve(entryId: string, serves: readonly { itemId: string; measureId: string | null }[]): Promise<void> {
    await this.database.writer.delete(WorkEntryItemEntity, { entryId });
    await insertRows(this.database.writer, WorkEntryItemEntity, serves.map(({ itemId, measureId }) => ({ id: newId(), entryId, itemId, measureId })));
  }

  /** Throws a draft away. False when it is none any more. */
  async removeDraft(id: string): Promise<boolean> {
    await this.database.writer.delete(WorkEntryItemEntity, { entryId: id });
    return (await this.database.writer.delete(WorkEntryEntity, { id, state: 'draft' })).affected === 1;
  }

  /** The entries of a unit that was merged go on with its successor; what they have proved stays with the unit that did it. */
  async moveUnit(fromId: string, toId: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(this.database.writer, 'SELECT e.id AS id FROM work_entries e WHERE e.unit_id = :fromId', { fromId });
    await changeRows(this.database.writer, 'UPDATE work_entries SET unit_id = :toId, version = version + 1 WHERE unit_id = :fromId', { fromId, toId });
    return rows.map((row) => row.id);
  }

  /** Who checks the entries of a unit: its county's office, and the city's where there is none. */
  async checkersOf(unitDivision: string, today: string): Promise<string[]> {
    const held = `FROM account_grants g JOIN accounts c ON c.id = g.account_id AND c.state = 'active' WHERE g.ended_at IS NULL AND g.from_day <= :today AND (g.to_day IS NULL OR g.to_day >= :today)`;
    const counties = await readRows<{ accountId: string }>(
      this.database.reader, `SELECT DISTINCT g.account_id AS accountId ${held} AND g.role = 'county' AND g.scope_kind = 'division' AND g.scope_id = SUBSTR(:division, 1, LENGTH(g.scope_id))`, { today, division: unitDivision });
    const found = counties.length > 0 ? counties : await readRows<{ accountId: string }>(this.database.reader, `SELECT DISTINCT g.account_id AS accountId ${held} AND g.role IN ('administrator', 'editor')`, { today });
    return found.map((row) => row.accountId);
  }
}

import { Injectable } from '@nestjs/common';
import type { Permission, Unit, unitQuery } from '@kepu/contracts';
import { In } from 'typeorm';
import type { z } from 'zod';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, Database, insertRows, memberOf, readRows, startsWith, type Predicate } from '../../platform/database/index.js';
import { holding, opened, openOn, sqlPage } from './raw-page.repository.js';
import { UnitEntity } from './unit.entity.js';

/** A unit as lists read it, without its other names; flags are 0 or 1. */
export interface UnitRow {
  readonly id: string; readonly name: string; readonly fullName: string; readonly kind: Unit['kind']; readonly divisionCode: string; readonly divisionName: string; readonly parentId: string | null;
  readonly parentName: string | null; readonly sortNo: number; readonly hostsOffice: number; readonly openedOn: string | null; readonly closedOn: string | null;
  readonly successorId: string | null; readonly successorName: string | null; readonly version: number;
}
/** A unit by itself: with its place in the tree, and whether it has other names (0 or 1), which most have not. */
export interface SingleUnit extends UnitRow { readonly path: string; readonly hasOthers: number }
const sorts = { sortNo: ['u.sort_no', 'u.id'], name: ['u.name_key', 'u.id'], kind: ['u.kind', 'u.sort_no', 'u.id'] } as const;
const own = `u.id AS id, u.name AS name, u.full_name AS fullName, u.kind AS kind, u.division_id AS divisionCode, u.parent_id AS parentId, u.sort_no AS sortNo,
  u.hosts_office AS hostsOffice, u.opened_on AS openedOn, u.closed_on AS closedOn, u.successor_id AS successorId, u.version AS version`;
const columns = `${own}, d.name AS divisionName, p.name AS parentName, s.name AS successorName`;
const joins = 'JOIN divisions d ON d.id = u.division_id LEFT JOIN units p ON p.id = u.parent_id LEFT JOIN units s ON s.id = u.successor_id';
// Looked up and not joined: SQLite has nothing to plan for a row by its key, and opens no table that is not asked.
const one = `SELECT ${own}, u.path AS path, (SELECT d.name FROM divisions d WHERE d.id = u.division_id) AS divisionName,
  (SELECT p.name FROM units p WHERE p.id = u.parent_id) AS parentName, (SELECT s.name FROM units s WHERE s.id = u.successor_id) AS successorName,
  EXISTS (SELECT 1 FROM unit_names n WHERE n.unit_id = u.id) AS hasOthers FROM units u`;
const equal = (column: string, name: string, value: string | undefined): Predicate[] => (value === undefined ? [] : [{ sql: `${column} = :${name}`, params: { [name]: value } }]);

/** Rows of `units`. Every read for a person carries the reach of the permission that it is made under. */
@Injectable()
export class UnitsRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: Actor, query: z.output<typeof unitQuery>, today: string): Promise<{ rows: UnitRow[]; total: number }> {
    return sqlPage<UnitRow>(this.database.reader, { table: 'units', alias: 'u', columns, joins }, allOf([
      unitsWithin(reachOf(actor, 'unit:read'), 'u'), ...holding('u.search_key', query.q), ...opened('u', query.open, today), ...equal('u.kind', 'kind', query.kind),
      // A county and all that lies in it; the city's own code is the prefix of no county's.
      ...(query.divisionCode === undefined ? [] : [startsWith('u.division_id', query.divisionCode, 'division')]),
      ...equal('u.parent_id', 'parentId', query.parentId), ...(query.ids ? [memberOf('u.id', query.ids, 'ids')] : []),
    ]), query, sorts, 'sortNo');
  }

  async findFor(actor: Actor, id: string, permission: Permission = 'unit:read'): Promise<SingleUnit | null> {
    return (await this.rowsFor<SingleUnit>(one, actor, permission, equal('u.id', 'id', id)))[0] ?? null;
  }

  /** Units by their ids for the modules to the right, which have proved that the actor may see what names them. */
  byIds(ids: readonly string[]): Promise<UnitEntity[]> { return ids.length === 0 ? Promise.resolve([]) : this.database.reader.findBy(UnitEntity, { id: In([...ids]) }); }

  /** Of the ids given, those of open units within the actor's reach. */
  async openIdsFor(actor: Actor, permission: Permission, ids: readonly string[], today: string): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.rowsFor<{ id: string }>('SELECT u.id AS id FROM units u', actor, permission, [memberOf('u.id', ids, 'ids'), ...opened('u', true, today)]);
    return new Set(rows.map((row) => row.id));
  }

  async isOpen(id: string, today: string): Promise<boolean> {
    const builder = this.database.reader.createQueryBuilder(UnitEntity, 'u').where('u.id = :id', { id });
    openOn(builder, 'u', true, today);
    return (await builder.getCount()) === 1;
  }
  any(): Promise<boolean> { return this.database.reader.existsBy(UnitEntity, {}); }

  /** Present names of all open units, for the reader of papers. */
  async openNames(today: string): Promise<{ id: string; name: string; fullName: string; divisionId: string }[]> {
    const builder = this.database.reader.createQueryBuilder(UnitEntity, 'u').select('u.id', 'id').addSelect('u.name', 'name').addSelect('u.full_name', 'fullName').addSelect('u.division_id', 'divisionId').where('1=1');
    openOn(builder, 'u', true, today);
    return builder.orderBy('u.sortNo').addOrderBy('u.id').getRawMany<{ id: string; name: string; fullName: string; divisionId: string }>();
  }

  /** Places of the open units of a division, to propose one for a new unit. */
  async placesIn(divisionId: string, today: string): Promise<{ id: string; kind: Unit['kind']; sortNo: number }[]> {
    const builder = this.database.reader.createQueryBuilder(UnitEntity, 'u').select('u.id', 'id').addSelect('u.kind', 'kind').addSelect('u.sort_no', 'sortNo').where('u.divisionId = :divisionId', { divisionId });
    openOn(builder, 'u', true, today);
    return builder.getRawMany<{ id: string; kind: Unit['kind']; sortNo: number }>();
  }
  async highestSortNo(): Promise<number> {
    const row = await this.database.reader.createQueryBuilder(UnitEntity, 'u').select('MAX(u.sort_no)', 'highest').getRawOne<{ highest: number | null }>();
    return Number(row?.highest ?? 0);
  }

  async insert(row: UnitEntity): Promise<void> { await insertRows(this.database.writer, UnitEntity, [row]); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<UnitEntity>): Promise<boolean> {
    return (await this.database.writer.update(UnitEntity, { id, version }, { ...changes, version: version + 1 })).affected === 1;
  }

  /** The longest path below and at a unit, in characters. */
  async deepestPath(path: string): Promise<number> {
    const row = await this.database.reader.createQueryBuilder(UnitEntity, 'u').select('MAX(LENGTH(u.path))', 'longest').where('u.path LIKE :below', { below: `${path}%` }).getRawOne<{ longest: number | null }>();
    return Number(row?.longest ?? path.length);
  }
  /** Hangs everything below `from` under `to`; the unit at `from` itself only when `withTop`. After a turn at `units`. */
  async movePaths(from: string, to: string, withTop: boolean): Promise<void> {
    const builder = this.database.writer.createQueryBuilder().update(UnitEntity).set({ path: () => 'CONCAT(:to, SUBSTR(path, :rest))' })
      .where('path LIKE :below', { below: `${from}%`, to, rest: from.length + 1 });
    await (withTop ? builder : builder.andWhere('path <> :from', { from })).execute();
  }
  async moveChildren(fromParent: string, toParent: string): Promise<number> {
    return (await this.database.writer.update(UnitEntity, { parentId: fromParent }, { parentId: toParent })).affected ?? 0;
  }
  async moveDivision(from: string, to: string): Promise<number> {
    return (await this.database.writer.update(UnitEntity, { divisionId: from }, { divisionId: to })).affected ?? 0;
  }

  /** The units that ended in this one, with those that had ended in them. */
  async predecessors(id: string): Promise<string[]> {
    const rows = await this.database.reader.query<{ id: string }[]>(
      `WITH RECURSIVE merged (id) AS (SELECT id FROM units WHERE successor_id = ? UNION SELECT u.id FROM units u JOIN merged m ON u.successor_id = m.id) SELECT id FROM merged`, [id]);
    return rows.map((row) => row.id);
  }

  private rowsFor<R extends object>(select: string, actor: Actor, permission: Permission, demanded: readonly Predicate[]): Promise<R[]> {
    const { sql, params } = allOf([unitsWithin(reachOf(actor, permission), 'u'), ...demanded]);
    return readRows<R>(this.database.reader, `${select} WHERE ${sql}`, params);
  }
}

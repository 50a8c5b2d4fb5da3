import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, insertRows, newId, readRows } from '../../platform/database/index.js';
import { openOn } from './raw-page.repository.js';
import { UnitEntity, UnitNameEntity } from './unit.entity.js';

/** A name beside the present ones. */
export interface UnitNameRow { readonly unitId: string; readonly kind: 'alias' | 'former'; readonly name: string; readonly untilDay: string | null }

const open = (unit: string) => `(${unit}.closed_on IS NULL OR ${unit}.closed_on > ?)`;
/** Every name to which an open unit of a division answers today; former names belong to whoever has them now. */
const inUse = (division: string) => `
  SELECT u.id AS id, u.name AS name FROM units u WHERE u.division_id = ${division} AND ${open('u')}
  UNION ALL SELECT u.id, u.full_name FROM units u WHERE u.division_id = ${division} AND ${open('u')}
  UNION ALL SELECT u.id, n.name FROM unit_names n JOIN units u ON u.id = n.unit_id WHERE n.kind = 'alias' AND u.division_id = ${division} AND ${open('u')}`;

/** Rows of `unit_names`, and the rule that a name means one open unit of a division. */
@Injectable()
export class UnitNamesRepository {
  constructor(private readonly database: Database) {}

  /** Aliases as they were given, former names newest first. */
  async of(unitIds: readonly string[]): Promise<UnitNameRow[]> {
    if (unitIds.length === 0) return [];
    return readRows<UnitNameRow>(this.database.reader,
      'SELECT n.unit_id AS unitId, n.kind AS kind, n.name AS name, n.until_day AS untilDay FROM unit_names n WHERE n.unit_id IN (:...unitIds) ORDER BY n.until_day DESC, n.id', { unitIds });
  }

  /** Other names of all open units, for the reader of papers. */
  async ofAllOpen(today: string): Promise<UnitNameRow[]> {
    const builder = this.database.reader.createQueryBuilder(UnitNameEntity, 'n').innerJoin(UnitEntity, 'u', 'u.id = n.unit_id')
      .select('n.unit_id', 'unitId').addSelect('n.kind', 'kind').addSelect('n.name', 'name').addSelect('n.until_day', 'untilDay').where('1=1');
    openOn(builder, 'u', true, today);
    return builder.orderBy('n.id').getRawMany<UnitNameRow>();
  }

  /** Which of the names another open unit of the division has already. After a turn at `units`. */
  async taken(divisionId: string, names: readonly string[], exceptUnit: string, today: string): Promise<string | null> {
    // A branch for each index of names: an OR over two columns reads all units of the division.
    const [row] = await readRows<{ name: string }>(this.database.reader, `
      SELECT u.name AS name FROM units u
        WHERE u.name IN (:...names) AND u.division_id = :divisionId AND u.id <> :exceptUnit AND (u.closed_on IS NULL OR u.closed_on > :today)
      UNION ALL SELECT u.full_name FROM units u
        WHERE u.full_name IN (:...names) AND u.division_id = :divisionId AND u.id <> :exceptUnit AND (u.closed_on IS NULL OR u.closed_on > :today)
      UNION ALL SELECT n.name FROM unit_names n JOIN units u ON u.id = n.unit_id
        WHERE n.name IN (:...names) AND n.kind = 'alias' AND u.division_id = :divisionId AND u.id <> :exceptUnit AND (u.closed_on IS NULL OR u.closed_on > :today) LIMIT 1`,
    { divisionId, exceptUnit, today, names });
    return row?.name ?? null;
  }

  /** A name that open units of both divisions have. After a turn at `units`. */
  async sharedBetween(one: string, other: string, today: string): Promise<string | null> {
    const [row] = await this.database.reader.query<{ name: string }[]>(
      `SELECT x.name AS name FROM (${inUse('?')}) x JOIN (${inUse('?')}) y ON y.name = x.name LIMIT 1`,
      [one, today, one, today, one, today, other, today, other, today, other, today]);
    return row?.name ?? null;
  }

  async add(unitId: string, names: readonly Omit<UnitNameRow, 'unitId'>[]): Promise<void> {
    await insertRows(this.database.writer, UnitNameEntity, names.map((name) => ({ id: newId(), unitId, ...name })));
  }
  async replaceAliases(unitId: string, aliases: readonly string[]): Promise<void> {
    await this.database.writer.delete(UnitNameEntity, { unitId, kind: 'alias' });
    await this.add(unitId, aliases.map((name) => ({ kind: 'alias', name, untilDay: null })));
  }
  async removeAliases(unitId: string, names: readonly string[]): Promise<void> {
    await this.database.writer.delete(UnitNameEntity, { unitId, kind: 'alias', name: In([...names]) });
  }
}

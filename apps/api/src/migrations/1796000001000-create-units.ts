import { lengths } from '@kepu/contracts';
import { code, day, flag, foreignId, id, integer, json, optional, searchKey, text, version } from '../platform/database/columns.js';
import { Migration, type Schema } from './dsl.js';

/** Divisions, units with all their names, and the dictionaries that the office keeps. */
export class CreateUnits1796000001000 extends Migration {
  async change(schema: Schema): Promise<void> {
    await schema.createTable('divisions', {
      columns: {
        id: id(), name: text(lengths.name), name_key: searchKey(), search_key: searchKey(), kind: code(), parent_id: optional(foreignId()), urban_core: flag(), island: flag(), mountain: flag(),
        opened_on: optional(day()), closed_on: optional(day()), successor_id: optional(foreignId()), version: version(),
      },
      indexes: [['parent_id'], ['name_key']],
      foreignKeys: [{ column: 'parent_id', references: 'divisions' }, { column: 'successor_id', references: 'divisions' }],
    });
    await schema.createTable('division_travel', {
      columns: { id: id(), from_id: foreignId(), to_id: foreignId(), minutes: integer() },
      unique: [['from_id', 'to_id']],
      foreignKeys: [{ column: 'from_id', references: 'divisions' }, { column: 'to_id', references: 'divisions' }],
    });
    await schema.createTable('units', {
      columns: {
        id: id(), name: text(lengths.name), name_key: searchKey(), search_key: searchKey(2000), full_name: text(lengths.fullName), kind: code(), division_id: foreignId(),
        parent_id: optional(foreignId()), path: text(400), sort_no: integer(), hosts_office: flag(), opened_on: optional(day()), closed_on: optional(day()),
        successor_id: optional(foreignId()), version: version(),
      },
      indexes: [['path'], ['division_id', 'sort_no'], ['parent_id'], ['sort_no'], ['name_key'], ['successor_id']],
      foreignKeys: [
        { column: 'division_id', references: 'divisions' }, { column: 'parent_id', references: 'units' }, { column: 'successor_id', references: 'units' },
      ],
    });
    await schema.createTable('unit_names', {
      columns: { id: id(), unit_id: foreignId(), kind: code(), name: text(lengths.fullName), until_day: optional(day()) },
      indexes: [['unit_id'], ['name']],
      foreignKeys: [{ column: 'unit_id', references: 'units' }],
    });
    await schema.createTable('terms', {
      columns: {
        id: id(), kind: code(), name: text(lengths.name), name_key: searchKey(), search_key: searchKey(2000), parent_id: optional(foreignId()), aliases: json(), sort_no: integer(),
        closed_on: optional(day()), successor_id: optional(foreignId()), version: version(),
      },
      indexes: [['kind', 'sort_no'], ['parent_id']],
      foreignKeys: [{ column: 'parent_id', references: 'terms' }, { column: 'successor_id', references: 'terms' }],
    });
    await schema.createTable('programme_sets', {
      columns: { id: id(), name: text(lengths.name), from_year: integer(), to_year: optional(integer()) },
      unique: [['name']],
    });
    await schema.createTable('programmes', {
      columns: {
        id: id(), set_id: foreignId(), name: text(lengths.name), name_key: searchKey(), search_key: searchKey(2000), short_name: text(20), kind: code(), aliases: json(), sort_no: integer(),
        closed_on: optional(day()), successor_id: optional(foreignId()), version: version(),
      },
      indexes: [['set_id', 'sort_no']],
      foreignKeys: [{ column: 'set_id', references: 'programme_sets' }, { column: 'successor_id', references: 'programmes' }],
    });
    await schema.createTable('theme_days', {
      columns: {
        id: id(), name: text(lengths.name), name_key: searchKey(), search_key: searchKey(2000), aliases: json(), rule: json(), note: optional(text(lengths.note)), closed_on: optional(day()),
        version: version(),
      },
      indexes: [['name_key']],
    });
    await schema.createTable('workdays', { columns: { id: id(), date: day(), kind: code(), name: text(lengths.name) }, unique: [['date']] });
    // Turns at the rules over many rows: unique names, the tree, succession.
    for (const guard of ['units', 'dictionaries']) {
      await schema.execute(`INSERT INTO guard_rows (id, turn) SELECT '${guard}', 0 FROM (SELECT 1 AS one) AS once WHERE NOT EXISTS (SELECT 1 FROM guard_rows WHERE id = '${guard}')`);
    }
  }
}

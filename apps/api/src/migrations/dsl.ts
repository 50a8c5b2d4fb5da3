/**
 * The language of migrations: forward only, the same text for SQLite, MariaDB and MySQL.
 *
 * ```ts
 * // 1767225600000-units.ts
 * export class Units1767225600000 extends Migration {
 *   async change(schema: Schema): Promise<void> {
 *     await schema.createTable('units', {
 *       columns: { id: id(), division_id: foreignId(), code: code(), name: text(100), closed_on: optional(day()), version: version() },
 *       unique: [['code']],
 *       indexes: [['division_id', 'name']],
 *       foreignKeys: [{ column: 'division_id', references: 'divisions' }],
 *     });
 *   }
 * }
 * ```
 * Columns are the functions of platform/database/columns.ts. Keys are named by platform/database/naming.ts.
 *
 * MariaDB commits every DDL statement by itself, so a process killed half-way leaves a migration half done. Each step therefore looks first whether it is
 * done already, and running the migration again finishes it. What `execute` is given must bear being run twice.
 */
import { Table, TableColumn, TableForeignKey, TableIndex, type ColumnOptions, type QueryRunner } from 'typeorm';
import type { OnDelete } from '../platform/database/columns.js';
import { foreignKeyName, indexName, uniqueName } from '../platform/database/naming.js';

export interface ForeignKeySpec {
  readonly column: string;
  /** The table whose primary key `id` it refers to. */
  readonly references: string;
  readonly onDelete?: OnDelete;
}

export interface TableSpec {
  readonly columns: Readonly<Record<string, ColumnOptions>>;
  /** `['id']` unless said. */
  readonly primaryKey?: readonly string[];
  /** Column lists of unique indexes; the entity has `@Index(uniqueName(table, columns), […], { unique: true })`. */
  readonly unique?: readonly (readonly string[])[];
  /** Column lists of plain indexes; the entity has `@Index([…])`. */
  readonly indexes?: readonly (readonly string[])[];
  readonly foreignKeys?: readonly ForeignKeySpec[];
}

/** A step forward. Its class is named `<What><13 digits>`, its file `<13 digits>-<what>.ts`, after the moment of writing in ms. */
export abstract class Migration {
  abstract change(schema: Schema): Promise<void>;

  get name(): string {
    return this.constructor.name;
  }

  apply(runner: QueryRunner): Promise<void> {
    return this.change(new Schema(runner));
  }
}

export type MigrationClass = new () => Migration;

/** One collation for everything: text is compared by its bytes, as SQLite does, and nothing is equal that is not the same. */
const MYSQL_ENGINE = 'InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC';

export class Schema {
  constructor(private readonly runner: QueryRunner) {}

  private get isSqlite(): boolean {
    return this.runner.dataSource.options.type === 'better-sqlite3';
  }

  async createTable(table: string, spec: TableSpec): Promise<void> {
    if (await this.runner.hasTable(table)) return;
    const primaryKey = spec.primaryKey ?? ['id'];
    await this.runner.createTable(
      new Table({
        name: table,
        columns: Object.entries(spec.columns).map(([name, options]) => ({ ...this.columnOf(name, options), isPrimary: primaryKey.includes(name) })),
        indices: [
          ...(spec.unique ?? []).map((columns) => ({ name: uniqueName(table, columns), columnNames: [...columns], isUnique: true })),
          ...(spec.indexes ?? []).map((columns) => ({ name: indexName(table, columns), columnNames: [...columns] })),
        ],
        foreignKeys: (spec.foreignKeys ?? []).map((key) => this.foreignKeyOf(table, key)),
        ...(this.isSqlite ? {} : { engine: MYSQL_ENGINE }),
      }),
    );
  }

  /** `fill` is the SQL expression that existing rows get; a column that must hold a value needs one. */
  async addColumn(table: string, name: string, options: ColumnOptions, fill?: string): Promise<void> {
    if (options.nullable !== true && fill === undefined) throw new Error(`${table}.${name} must hold a value: say which one the existing rows get`);
    const column = this.columnOf(name, options);
    if (!(await this.runner.hasColumn(table, name))) {
      await this.runner.query(`ALTER TABLE ${this.quote(table)} ADD COLUMN ${this.quote(name)} ${this.typeOf(column)} NULL`);
    }
    if (fill !== undefined) await this.runner.query(`UPDATE ${this.quote(table)} SET ${this.quote(name)} = ${fill} WHERE ${this.quote(name)} IS NULL`);
    if (options.nullable !== true) await this.changeColumn(table, name, options);
  }

  /** Widens a column or makes it hold a value always (or not). */
  async changeColumn(table: string, name: string, options: ColumnOptions): Promise<void> {
    const wanted = this.columnOf(name, options);
    if (!this.isSqlite) {
      await this.runner.query(`ALTER TABLE ${this.quote(table)} MODIFY ${this.quote(name)} ${this.typeOf(wanted)} ${wanted.isNullable ? 'NULL' : 'NOT NULL'}`);
      return;
    }
    const before = await this.tableOf(table);
    const present = before.findColumnByName(name);
    if (!present) throw new Error(`${table}.${name} does not exist`);
    const after = present.clone();
    Object.assign(after, { type: wanted.type, length: wanted.length, precision: wanted.precision, isNullable: wanted.isNullable });
    // SQLite cannot alter a column: TypeORM copies the table.
    await this.runner.changeColumn(before, present, after);
  }

  async renameColumn(table: string, from: string, to: string): Promise<void> {
    if (await this.runner.hasColumn(table, to)) return;
    await this.runner.query(`ALTER TABLE ${this.quote(table)} RENAME COLUMN ${this.quote(from)} TO ${this.quote(to)}`);
  }

  async dropColumn(table: string, name: string): Promise<void> {
    if (!(await this.runner.hasColumn(table, name))) return;
    await this.runner.query(`ALTER TABLE ${this.quote(table)} DROP COLUMN ${this.quote(name)}`);
  }

  async createIndex(table: string, columns: readonly string[], options: { readonly unique?: boolean } = {}): Promise<void> {
    const name = options.unique ? uniqueName(table, columns) : indexName(table, columns);
    const present = await this.tableOf(table);
    if (present.indices.some((index) => index.name === name)) return;
    await this.runner.createIndex(present, new TableIndex({ name, columnNames: [...columns], isUnique: options.unique === true }));
  }

  async dropIndex(table: string, columns: readonly string[], options: { readonly unique?: boolean } = {}): Promise<void> {
    const name = options.unique ? uniqueName(table, columns) : indexName(table, columns);
    const present = await this.tableOf(table);
    if (present.indices.some((index) => index.name === name)) await this.runner.dropIndex(present, name);
  }

  async addForeignKey(table: string, key: ForeignKeySpec): Promise<void> {
    const present = await this.tableOf(table);
    const name = foreignKeyName(table, [key.column]);
    if (present.foreignKeys.some((other) => other.name === name)) return;
    await this.runner.createForeignKey(present, new TableForeignKey(this.foreignKeyOf(table, key)));
  }

  async dropForeignKey(table: string, column: string): Promise<void> {
    const present = await this.tableOf(table);
    const key = present.foreignKeys.find((other) => other.name === foreignKeyName(table, [column]));
    if (key) await this.runner.dropForeignKey(present, key);
  }

  /** The keys keep the names of the old table: drop and create them where the entity names them anew. */
  async renameTable(from: string, to: string): Promise<void> {
    if (await this.runner.hasTable(to)) return;
    await this.runner.query(`ALTER TABLE ${this.quote(from)} RENAME TO ${this.quote(to)}`);
  }

  async dropTable(table: string): Promise<void> {
    if (await this.runner.hasTable(table)) await this.runner.query(`DROP TABLE ${this.quote(table)}`);
  }

  /** Plain portable SQL on rows; written so that running it twice does no harm. */
  async execute(sql: string, parameters: unknown[] = []): Promise<void> {
    await this.runner.query(sql, parameters);
  }

  /** Rows that a step on rows goes by; times in ISO 8601, as everywhere. */
  rows<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.runner.query(sql, parameters) as Promise<Row[]>;
  }

  private async tableOf(name: string): Promise<Table> {
    const table = await this.runner.getTable(name);
    if (!table) throw new Error(`Table ${name} does not exist`);
    return table;
  }

  private columnOf(name: string, { type, length, precision, nullable }: ColumnOptions): TableColumn {
    const kind = this.runner.dataSource.driver.normalizeType({ type, length, precision });
    return new TableColumn({
      name,
      type: kind,
      isNullable: nullable === true,
      ...(length === undefined ? {} : { length: String(length) }),
      ...(typeof precision === 'number' ? { precision } : {}),
    });
  }

  private foreignKeyOf(table: string, { column, references, onDelete }: ForeignKeySpec) {
    return {
      name: foreignKeyName(table, [column]),
      columnNames: [column],
      referencedTableName: references,
      referencedColumnNames: ['id'],
      onDelete: onDelete ?? 'RESTRICT',
      onUpdate: 'RESTRICT',
    };
  }

  private typeOf(column: TableColumn): string {
    return this.runner.dataSource.driver.createFullType(column);
  }

  private quote(name: string): string {
    return this.runner.dataSource.driver.escape(name);
  }
}

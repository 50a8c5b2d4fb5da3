/**
 * Statements written out, for what every request does: building one with the query builder costs several times more than running it.
 *
 * ```ts
 * const rows = await readRows<UnitRow>(this.database.reader, `SELECT u.id AS id FROM units u WHERE ${scope.sql}`, scope.params);
 * ```
 * Parameters are named as in predicates.ts: `:name`, and `:...name` for a list. The text must hold no colon of its own but these.
 */
import type { EntityManager, EntityMetadata } from 'typeorm';

export type SqlParams = Readonly<Record<string, unknown>>;

interface Template {
  readonly pieces: readonly string[];
  readonly names: readonly { readonly name: string; readonly list: boolean }[];
  /** The whole text, where no list has a say in it: the same string each time, which the statement is found by. */
  readonly text: string | null;
}

/** Texts are put together of few parts, so they repeat; those of a process that never ends must not add up all the same. */
const KEPT = 1_000;
const templates = new Map<string, Template>();

function templateOf(sql: string): Template {
  const known = templates.get(sql);
  if (known) return known;
  const pieces = sql.split(/:(?:\.\.\.)?\w+/);
  const names = [...sql.matchAll(/:(\.\.\.)?(\w+)/g)].map(([, dots, name = '']) => ({ name, list: dots !== undefined }));
  if (templates.size >= KEPT) templates.clear();
  const template = { pieces, names, text: names.some(({ list }) => list) ? null : pieces.join('?') };
  templates.set(sql, template);
  return template;
}

/** The text with `?` for each value, and the values in their order. Errors: a name that has no value, a list that is empty. */
export function positional(sql: string, params: SqlParams): { text: string; values: unknown[] } {
  const { pieces, names, text: fixed } = templateOf(sql);
  const values: unknown[] = [];
  let text = pieces[0] ?? '';
  for (const [index, { name, list }] of names.entries()) {
    const value = params[name];
    if (value === undefined) throw new Error(`No value for :${name}`);
    const items = list ? (value as readonly unknown[]) : [value];
    if (items.length === 0) throw new Error(`:...${name} is empty, and SQL knows no empty list`);
    values.push(...items);
    if (fixed === null) text += `?${', ?'.repeat(items.length - 1)}${pieces[index + 1] ?? ''}`;
  }
  return { text: fixed ?? text, values };
}

/** A statement with `?` for each value, and what it answers: rows, in ISO 8601 as everywhere where they are times. */
export function runSql<Answer>(manager: EntityManager, text: string, values: unknown[]): Promise<Answer> {
  // A manager that has a runner is spared the way through its data source.
  return manager.queryRunner ? (manager.queryRunner.query(text, values) as Promise<Answer>) : manager.query<Answer>(text, values);
}

/** Raw rows. */
export function readRows<Row extends object>(manager: EntityManager, sql: string, params: SqlParams = {}): Promise<Row[]> {
  const { text, values } = positional(sql, params);
  return runSql<Row[]>(manager, text, values);
}

/** How many rows a statement changed. `manager` is the writer of a unit. */
export async function changeRows(manager: EntityManager, sql: string, params: SqlParams): Promise<number> {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('Rows are changed inside a unit of work');
  const { text, values } = positional(sql, params);
  return (await runner.query(text, values, true)).affected ?? 0;
}

const inserts = new WeakMap<EntityMetadata, { readonly head: string; readonly row: string }>();

/** SQLite takes 32,766 values in a statement. */
const MOST_VALUES = 30_000;

/** Inserts whole rows: the application sets every column, and nothing comes back. One statement, or as many as the values ask for. `manager` is the writer of a unit. */
export async function insertRows<E extends object>(manager: EntityManager, entity: new () => E, rows: readonly E[]): Promise<void> {
  if (rows.length === 0) return;
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  const { columns } = metadata;
  let insert = inserts.get(metadata);
  if (!insert) {
    const names = columns.map((column) => driver.escape(column.databaseName));
    insert = { head: `INSERT INTO ${driver.escape(metadata.tableName)} (${names.join(', ')}) VALUES `, row: `(${names.map(() => '?').join(', ')})` };
    inserts.set(metadata, insert);
  }
  const { head, row } = insert;
  const atOnce = Math.max(1, Math.floor(MOST_VALUES / columns.length));
  for (let at = 0; at < rows.length; at += atOnce) {
    const part = rows.slice(at, at + atOnce);
    const values = part.flatMap((given) => columns.map((column): unknown => driver.preparePersistentValue(column.getEntityValue(given), column) ?? null));
    await runSql(manager, head + part.map(() => row).join(', '), values);
  }
}

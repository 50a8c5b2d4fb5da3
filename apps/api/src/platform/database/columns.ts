/**
 * The vocabulary of columns, the same on SQLite, MariaDB and MySQL: what an entity declares, and what a migration (migrations/dsl.ts) builds a table of.
 *
 * ```ts
 * @Entity('units')
 * @Index(uniqueName('units', ['code']), ['code'], { unique: true })
 * @Index(['divisionId', 'nameKey'])
 * class UnitEntity {
 *   @PrimaryColumn(id()) id!: string;
 *   @Column(foreignId()) @References('divisions') divisionId!: string;
 *   @Column(text(100)) name!: string;
 *   @Column(searchKey()) nameKey!: string;
 *   @Column(optional(day())) closedOn!: string | null;
 *   @Column(utc()) createdAt!: Date;
 *   @Column(version()) version!: number;
 * }
 * ```
 * Columns are named in snake_case by the naming strategy. No relation, no default, no generated value: the application sets every column.
 */
import { ForeignKey, type ColumnOptions, type ValueTransformer } from 'typeorm';
import { LENGTHS } from './column-lengths.js';

/** A column that always holds a value, so that it can be a primary key too. */
export type GivenColumn = ColumnOptions & { readonly nullable?: false };

/** `from` sees what the driver answers, `to` what the application gives. */
const flagTransformer: ValueTransformer = {
  to: (value: boolean | null | undefined) => (value === null || value === undefined ? value : value ? 1 : 0),
  from: (value: number | boolean | null | undefined) => (value === null || value === undefined ? value : Boolean(value)),
};

const jsonTransformer: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null | undefined): unknown => (value === null || value === undefined ? value : JSON.parse(value)),
};

/** Primary key: a UUIDv7 made by newId(). Also for keys that are codes, up to 36 characters. For `@PrimaryColumn`. */
export const id = (): GivenColumn => ({ type: 'varchar', length: LENGTHS.id });

/** The id of a row of another table; add `@References`. */
export const foreignId = (): GivenColumn => ({ type: 'varchar', length: LENGTHS.id });

/** A code or keyword of a closed list: state, kind, role. Checked by its zod enum, not by the database. */
export const code = (length: number = LENGTHS.code): GivenColumn => ({ type: 'varchar', length });

/** Text of at most `length` characters; the same constant limits it in zod, because SQLite does not. */
export const text = (length: number): GivenColumn => ({ type: 'varchar', length });

/** Text without a limit of its own, up to 16 MB. Cannot be indexed. */
export const longText = (): GivenColumn => ({ type: 'mediumtext' });

/** A hash in hexadecimal or base64url, a blind index, a token's digest. */
export const digest = (): GivenColumn => ({ type: 'varchar', length: LENGTHS.digest });

/** Changes nothing: it is the sign by which sealed columns are found in the entities, so that a new one takes part in the rotation of keys. */
export const sealedTransformer: ValueTransformer = { to: (value: unknown) => value, from: (value: unknown) => value };

/** Ciphertext of the field encryption, with its envelope. `plainLength` is the longest plain text, in characters. Its place is table, column and primary key. */
export const encrypted = (plainLength: number): GivenColumn => ({ type: 'varchar', length: LENGTHS.encrypted(plainLength), transformer: sealedTransformer });

/** The same for text without a limit of its own. */
export const encryptedText = (): GivenColumn => ({ ...longText(), transformer: sealedTransformer });

/** Pinyin of a name, lower case, by which lists are sorted and searched the same on both databases. */
export const searchKey = (length: number = LENGTHS.searchKey): GivenColumn => ({ type: 'varchar', length });

/** An instant in UTC with milliseconds: `Date` in entities, ISO 8601 in raw rows. Set from the Clock. */
export const utc = (): GivenColumn => ({ type: 'datetime', precision: 3 });

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = (): GivenColumn => ({ type: 'varchar', length: LENGTHS.day });

/** A whole number within ±2 147 483 647: counts, minutes, fen. */
export const integer = (): GivenColumn => ({ type: 'int' });

/** True or false in entities, 1 or 0 in raw rows and in SQL. */
export const flag = (): GivenColumn => ({ type: 'tinyint', transformer: flagTransformer });

/** A value kept as JSON text, up to 16 MB. In raw rows it is the text; never searched inside. */
export const json = <T>(): GivenColumn & { readonly shape?: T } => ({ type: 'mediumtext', transformer: jsonTransformer });

/** Counts the changes of a row, from 1. Raised by the conditional update that checks it, not by TypeORM. */
export const version = (): GivenColumn => ({ type: 'int' });

/** The same column, where nothing is a value too. */
export const optional = (column: GivenColumn): ColumnOptions => ({ ...column, nullable: true });

export type OnDelete = 'RESTRICT' | 'CASCADE' | 'SET NULL';

/**
 * A foreign key to the primary key of another table. `target` is the table's name as given to `@Entity`, or a function that answers the entity class.
 * Named fk_<table>_<column> by the naming strategy.
 */
export function References(target: string | (() => new () => object), onDelete: OnDelete = 'RESTRICT'): PropertyDecorator {
  return ForeignKey(target, { onDelete, onUpdate: 'RESTRICT' });
}

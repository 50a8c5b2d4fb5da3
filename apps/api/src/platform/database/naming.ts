/**
 * One way to name columns and keys, used by the entities (through TypeORM's naming strategy) and by the migrations alike, so that neither has to repeat a
 * name and the drift gate finds the two equal. MySQL allows 64 characters; a longer name keeps its beginning and ends in a hash.
 */
import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type Table, type View } from 'typeorm';

const MAX_NAME = 60;

function keyName(prefix: string, table: string, columns: readonly string[]): string {
  const full = [prefix, table, ...columns].join('_');
  if (full.length <= MAX_NAME) return full;
  return `${full.slice(0, MAX_NAME - 9)}_${createHash('sha256').update(full).digest('hex').slice(0, 8)}`;
}

/** `startsAt` → `starts_at` */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** Name of a plain index; columns by their database names, in order. */
export const indexName = (table: string, columns: readonly string[]): string => keyName('ix', table, columns);
/** Name of a unique index, the `constraint` of a UniqueViolation. */
export const uniqueName = (table: string, columns: readonly string[]): string => keyName('uq', table, columns);
export const foreignKeyName = (table: string, columns: readonly string[]): string => keyName('fk', table, columns);

export class KepuNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return snakeCase([...embeddedPrefixes, customName ?? propertyName].join('_'));
  }

  override indexName(tableOrName: Table | View | string, columns: string[]): string {
    return indexName(this.nameOf(tableOrName), columns);
  }

  override uniqueConstraintName(tableOrName: Table | string, columns: string[]): string {
    return uniqueName(this.nameOf(tableOrName), columns);
  }

  override foreignKeyName(tableOrName: Table | string, columns: string[]): string {
    return foreignKeyName(this.nameOf(tableOrName), columns);
  }

  private nameOf(tableOrName: Table | View | string): string {
    const path = typeof tableOrName === 'string' ? tableOrName : tableOrName.name;
    return path.slice(path.lastIndexOf('.') + 1);
  }
}

/**
 * Pieces of WHERE, as policies and filters give them to repositories. Parameters are named; a predicate's names begin with something of its own, because two
 * predicates on one query share the names.
 */
import { Brackets, type ObjectLiteral, type SelectQueryBuilder, type UpdateQueryBuilder, type DeleteQueryBuilder } from 'typeorm';

export interface Predicate {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Everything, for the system and for the highest scope; written out so that it can be searched for. */
export const everything: Predicate = { sql: '1 = 1', params: {} };
export const nothing: Predicate = { sql: '1 = 0', params: {} };

type Conditional<E extends ObjectLiteral> = SelectQueryBuilder<E> | UpdateQueryBuilder<E> | DeleteQueryBuilder<E>;

/** Adds the predicate, in brackets, to whatever the query demands already. */
export function restrict<E extends ObjectLiteral, Q extends Conditional<E>>(query: Q, { sql, params }: Predicate): Q {
  query.andWhere(new Brackets((where) => where.where(sql, { ...params })));
  return query;
}

export function anyOf(predicates: readonly Predicate[]): Predicate {
  if (predicates.length === 0) return nothing;
  return joined(predicates, ' OR ');
}

export function allOf(predicates: readonly Predicate[]): Predicate {
  if (predicates.length === 0) return everything;
  return joined(predicates, ' AND ');
}

function joined(predicates: readonly Predicate[], operator: string): Predicate {
  const params: Record<string, unknown> = {};
  for (const predicate of predicates) {
    for (const [name, value] of Object.entries(predicate.params)) {
      if (Object.hasOwn(params, name) && params[name] !== value) throw new Error(`Two predicates use the parameter ${name}`);
      params[name] = value;
    }
  }
  return { sql: predicates.map(({ sql }) => `(${sql})`).join(operator), params };
}

/** SQL knows no empty list: of nothing, nothing is a member. */
export function memberOf(column: string, values: readonly string[], name: string): Predicate {
  return values.length === 0 ? nothing : { sql: `${column} IN (:...${name})`, params: { [name]: values } };
}

/**
 * Codes that begin with `prefix` (a county office sees the divisions under its own). A range rather than LIKE: it uses the index on both databases, and no
 * character of the prefix means anything.
 */
export function startsWith(column: string, prefix: string, name: string): Predicate {
  if (prefix === '') return everything;
  return { sql: `${column} >= :${name}From AND ${column} < :${name}To`, params: { [`${name}From`]: prefix, [`${name}To`]: `${prefix}\u{10FFFF}` } };
}

/** `%`, `_` and the escape sign itself as plain characters. The backslash means different things to the two databases, so it is not used. */
export function escapeLike(term: string): string {
  return term.replace(/[!%_]/g, (sign) => `!${sign}`);
}

/**
 * A search term in stored search keys, which are lower case. Every word of the term has to be in one of the columns.
 * At most eight words are looked at: more make the query long and find nothing more.
 */
export function searching(columns: readonly string[], term: string, name: string): Predicate {
  const words = term.toLowerCase().split(/\s+/u).filter((word) => word !== '').slice(0, 8);
  return allOf(
    words.map((word, index) => {
      const parameter = `${name}${index}`;
      return { sql: columns.map((column) => `${column} LIKE :${parameter} ESCAPE '!'`).join(' OR '), params: { [parameter]: `%${escapeLike(word)}%` } };
    }),
  );
}

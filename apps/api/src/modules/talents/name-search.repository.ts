import { Injectable } from '@nestjs/common';
import { Database, memberOf, readRows, type Predicate } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';

/** Beyond this many a list finds them faster by itself, for they are everywhere in it. */
const FEW = 2_000;
/** What can be part of the number of a volunteer, and so of nobody's name. */
const ofNumber = /^[a-z]{0,2}\d+$|^[a-z]{1,2}$/;

/** People by name, its pinyin or their number, before a list of them is read: beside each of a hundred thousand rows nobody looks (ADR 36). */
@Injectable()
export class NameSearch {
  constructor(private readonly database: Database) {}

  /** A condition on the column that names a person; none for nothing to look for. One statement. */
  async of(column: string, q: string | undefined, { numbers = false }: { readonly numbers?: boolean } = {}): Promise<Predicate[]> {
    const term = q === undefined ? null : searchTerm(q);
    if (term === null) return [];
    // People show the number that they were given first, also after that registration was merged into another one of theirs.
    const numbered = numbers && ofNumber.test(term) ? `
      UNION SELECT fv.id AS id FROM volunteers fv WHERE fv.number LIKE :number ESCAPE '!'
      UNION SELECT m.into_id AS id FROM volunteer_merges m JOIN volunteers f ON f.id = m.from_id WHERE f.number LIKE :number ESCAPE '!'` : '';
    const params = { term: likePattern(term), ...(numbered ? { number: likePattern(term.toUpperCase()) } : {}) };
    const people = `SELECT fa.id AS id FROM accounts fa WHERE fa.search_key LIKE :term ESCAPE '!'${numbered}`;
    const few = (await readRows<{ id: string }>(this.database.reader, `SELECT x.id AS id FROM (${people}) x LIMIT :most`, { ...params, most: FEW + 1 })).map(({ id }) => id);
    return few.length > FEW ? [{ sql: `${column} IN (${people})`, params }] : [memberOf(column, few, 'found')];
  }
}

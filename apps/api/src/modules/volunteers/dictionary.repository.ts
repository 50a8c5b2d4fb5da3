import { Injectable } from '@nestjs/common';
import { allOf, Database, memberOf, readRows, type Predicate } from '../../platform/database/index.js';

/** A county as public pages choose it; flags are 0 or 1. */
export interface CountyRow { readonly code: string; readonly name: string; readonly island: number; readonly mountain: number }
/** A topic or audience; a topic of the second level names its parent. */
export interface TermRow { readonly id: string; readonly kind: 'topic' | 'audience'; readonly name: string; readonly parentId: string | null }

const openOn = (alias: string, today: string): Predicate => ({ sql: `${alias}.closed_on IS NULL OR ${alias}.closed_on > :today`, params: { today } });

/** What anybody may choose from. Nothing of it is anybody's own, so that no reach narrows it. */
@Injectable()
export class DictionaryRepository {
  constructor(private readonly database: Database) {}

  counties(today: string): Promise<CountyRow[]> {
    const { sql, params } = allOf([{ sql: "d.kind = 'county'", params: {} }, openOn('d', today)]);
    return readRows<CountyRow>(this.database.reader, `SELECT d.id AS code, d.name AS name, d.island AS island, d.mountain AS mountain FROM divisions d WHERE ${sql} ORDER BY d.id`, params);
  }

  terms(today: string): Promise<TermRow[]> {
    const { sql, params } = openOn('t', today);
    return readRows<TermRow>(this.database.reader, `SELECT t.id AS id, t.kind AS kind, t.name AS name, t.parent_id AS parentId FROM terms t WHERE ${sql} ORDER BY t.sort_no, t.id`, params);
  }

  async isOpenCounty(code: string, today: string): Promise<boolean> {
    const { sql, params } = allOf([{ sql: "d.kind = 'county' AND d.id = :code", params: { code } }, openOn('d', today)]);
    return (await readRows(this.database.reader, `SELECT d.id AS code FROM divisions d WHERE ${sql}`, params)).length > 0;
  }

  /** How many of the ids are open topics. */
  async countOpenTopics(ids: readonly string[], today: string): Promise<number> {
    const { sql, params } = allOf([{ sql: "t.kind = 'topic'", params: {} }, memberOf('t.id', ids, 'ids'), openOn('t', today)]);
    return (await readRows(this.database.reader, `SELECT t.id AS id FROM terms t WHERE ${sql}`, params)).length;
  }
}

import { Injectable } from '@nestjs/common';
import { allOf, Database, memberOf, readRows, type Predicate } from '../../platform/database/index.js';

/** Where an activity's unit stands. */
export interface ActivityUnit { readonly id: string; readonly name: string; readonly divisionId: string; readonly path: string }
/** A county or township that is open. */
export interface OpenPlace { readonly code: string; readonly name: string; readonly county: string }

const open = (alias: string): string => `(${alias}.closed_on IS NULL OR ${alias}.closed_on > :today)`;
/** Ids of the units above a unit, and its own, from its path (`/a/b/`). */
const lineage = (path: string): string[] => path.split('/').filter((id) => id !== '');

/** What an activity refers to in the tables of the modules to the left. */
@Injectable()
export class ActivityReferenceRows {
  constructor(private readonly database: Database) {}

  async unit(id: string): Promise<ActivityUnit | null> {
    const rows = await readRows<ActivityUnit>(this.database.reader, 'SELECT u.id AS id, u.name AS name, u.division_id AS divisionId, u.path AS path FROM units u WHERE u.id = :id', { id });
    return rows[0] ?? null;
  }

  /** A county with its townships, as far as they are open. */
  places(county: string, today: string): Promise<OpenPlace[]> {
    return readRows<OpenPlace>(this.database.reader, `
      SELECT d.id AS code, d.name AS name, CASE WHEN d.kind = 'county' THEN d.id ELSE d.parent_id END AS county FROM divisions d
      WHERE ((d.id = :county AND d.kind = 'county') OR d.parent_id = :county) AND ${open('d')}`, { county, today });
  }

  async placeNames(codes: readonly string[]): Promise<string[]> {
    return (await readRows<{ name: string }>(this.database.reader, 'SELECT d.name AS name FROM divisions d WHERE d.id IN (:...codes) ORDER BY d.id', { codes })).map((row) => row.name);
  }

  async openTerms(kind: 'topic' | 'audience', ids: readonly string[], today: string): Promise<Set<string>> {
    const { sql, params } = allOf([{ sql: `t.kind = :kind AND ${open('t')}`, params: { kind, today } }, memberOf('t.id', ids, 'termIds')]);
    return new Set((await readRows<{ id: string }>(this.database.reader, `SELECT t.id AS id FROM terms t WHERE ${sql}`, params)).map((row) => row.id));
  }

  /** Which items of papers in force are given to the unit or to one above it; of those asked for, or of all. */
  async servable(unit: Pick<ActivityUnit, 'path'>, itemIds?: readonly string[]): Promise<Set<string>> {
    const given: Predicate = { sql: "p.state = 'issued' AND x.state <> 'withdrawn' AND x.unit_id IN (:...units)", params: { units: lineage(unit.path) } };
    const { sql, params } = allOf([given, ...(itemIds ? [memberOf('x.item_id', itemIds, 'itemIds')] : [])]);
    const rows = await readRows<{ id: string }>(this.database.reader, `SELECT DISTINCT x.item_id AS id FROM assignments x JOIN plans p ON p.id = x.plan_id WHERE ${sql}`, params);
    return new Set(rows.map((row) => row.id));
  }
}

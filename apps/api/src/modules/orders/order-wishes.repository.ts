import { Injectable } from '@nestjs/common';
import type { OrderPlace } from '@kepu/contracts';
import { Database, memberOf, readRows } from '../../platform/database/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { heldTerm, running } from '../talents/index.js';

interface PlaceRow { readonly name: string; readonly kind: string; readonly countyCode: string; readonly countyName: string; readonly townshipCode: string | null; readonly townshipName: string | null }
const MOST = 12;
const grounded = ['village', 'community', 'school'] as const;

/** What a wish refers to, and the places that can be chosen. */
@Injectable()
export class OrderWishRows {
  constructor(private readonly database: Database) {}

  /** Of some talks, how many stand on the menu today. */
  async onMenu(ids: readonly string[], today: string): Promise<number> {
    const [runs, held, those] = [running(today), heldTerm(today), memberOf('k.id', ids, 'ids')];
    return (await readRows(this.database.reader, `SELECT k.id AS id FROM talks k JOIN pools p ON p.id = k.pool_id AND p.menu = 1 WHERE ${those.sql} AND k.state = 'published' AND EXISTS (SELECT 1 FROM pool_terms t WHERE t.account_id = k.lecturer_id AND t.pool_id = k.pool_id AND ${runs.sql} AND NOT (${held.sql}))`, { ...those.params, ...runs.params, ...held.params })).length;
  }
  /** Of some topics or audiences, how many are open. */
  async openTerms(kind: 'topic' | 'audience', ids: readonly string[], today: string): Promise<number> {
    const those = memberOf('y.id', ids, 'ids');
    return (await readRows(this.database.reader, `SELECT y.id AS id FROM terms y WHERE y.kind = :kind AND (y.closed_on IS NULL OR y.closed_on > :today) AND ${those.sql}`, { ...those.params, kind, today })).length;
  }
  /** Topics of some talks. */
  async topicsOf(talkIds: readonly string[]): Promise<string[]> {
    return talkIds.length === 0 ? [] : (await readRows<{ id: string }>(this.database.reader, "SELECT DISTINCT x.term_id AS id FROM talk_terms x WHERE x.talk_id IN (:...talkIds) AND x.kind = 'topic'", { talkIds })).map(({ id }) => id);
  }
  /** Open divisions of a county: itself, and its townships. */
  async places(county: string, today: string): Promise<{ code: string; kind: string }[]> {
    return readRows(this.database.reader, 'SELECT d.id AS code, d.kind AS kind FROM divisions d WHERE (d.id = :county OR d.parent_id = :county) AND (d.closed_on IS NULL OR d.closed_on > :today)', { county, today });
  }
  /** The unit for which activities of a county's orders are posted: its office, else the body that hosts the city's. */
  async unitFor(countyId: string, today: string): Promise<string | null> {
    const [row] = await readRows<{ id: string }>(this.database.reader, "SELECT u.id AS id FROM units u WHERE ((u.kind = 'county_office' AND u.division_id = :countyId) OR u.hosts_office = 1) AND (u.closed_on IS NULL OR u.closed_on > :today) ORDER BY CASE WHEN u.kind = 'county_office' THEN 0 ELSE 1 END, u.sort_no, u.id LIMIT 1", { countyId, today });
    return row?.id ?? null;
  }
  /** Islands and mountains: of the township where one is given, else of the county. */
  async ground(countyId: string, townshipId: string | null): Promise<{ island: boolean; mountain: boolean }> {
    const [row] = await readRows<{ island: number; mountain: number }>(this.database.reader, 'SELECT d.island AS island, d.mountain AS mountain FROM divisions d WHERE d.id = :id', { id: townshipId ?? countyId });
    return { island: Boolean(row?.island), mountain: Boolean(row?.mountain) };
  }

  /** Townships, and bodies of the ground, by name or by the initials of its pinyin. */
  async search(q: string, county: string | undefined, today: string): Promise<OrderPlace[]> {
    const term = searchTerm(q);
    if (!term) return [];
    const params = { term: likePattern(term), today, ...(county === undefined ? {} : { county }) };
    const townships = await readRows<PlaceRow>(this.database.reader, `SELECT d.name AS name, 'township' AS kind, c.id AS countyCode, c.name AS countyName, d.id AS townshipCode, d.name AS townshipName
      FROM divisions d JOIN divisions c ON c.id = d.parent_id AND c.kind = 'county' WHERE d.search_key LIKE :term ESCAPE '!' AND (d.closed_on IS NULL OR d.closed_on > :today)${county === undefined ? '' : ' AND c.id = :county'} ORDER BY d.id LIMIT ${MOST}`, params);
    const units = await readRows<PlaceRow>(this.database.reader, `SELECT u.name AS name, u.kind AS kind, c.id AS countyCode, c.name AS countyName, t.id AS townshipCode, t.name AS townshipName
      FROM units u JOIN divisions c ON c.id = SUBSTR(u.division_id, 1, 6) AND c.kind = 'county' LEFT JOIN divisions t ON t.id = u.division_id AND t.kind <> 'county' WHERE u.search_key LIKE :term ESCAPE '!' AND u.kind IN ('village', 'community', 'school', 'township', 'hospital', 'enterprise', 'institution')
        AND (u.closed_on IS NULL OR u.closed_on > :today)${county === undefined ? '' : ' AND c.id = :county'} ORDER BY u.sort_no, u.id LIMIT ${MOST}`, params);
    const placed = (row: PlaceRow, kind: OrderPlace['kind']): OrderPlace => ({ name: row.name, kind, county: { code: row.countyCode, name: row.countyName }, township: row.townshipCode === null ? null : { code: row.townshipCode, name: row.townshipName ?? '' } });
    return [...units.map((row) => placed(row, grounded.find((kind) => kind === row.kind) ?? 'other')), ...townships.map((row) => placed(row, 'township'))].slice(0, MOST);
  }
}

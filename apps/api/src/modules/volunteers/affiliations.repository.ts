import { Injectable } from '@nestjs/common';
import type { Affiliation } from '@kepu/contracts';
import { Database, readRows } from '../../platform/database/index.js';
import { likePattern } from '../../platform/pinyin/pinyin.js';

/** How many are answered: more are no help on a phone. */
const MOST = 20;
// Everybody belongs to a body that does something; a county's office only hands on the paper.
const from = `FROM units u LEFT JOIN units p ON p.id = u.parent_id LEFT JOIN divisions d ON d.id = SUBSTR(u.division_id, 1, 6)
  WHERE u.search_key LIKE :term ESCAPE '!' AND u.kind <> 'county_office' AND (u.closed_on IS NULL OR u.closed_on > :today)`;

/** Units that people say they belong to. Names of bodies are public. */
@Injectable()
export class AffiliationsRepository {
  constructor(private readonly database: Database) {}

  /** Those whose name, or its reading, begins with the term come first. */
  async search(term: string, today: string): Promise<{ rows: Affiliation[]; total: number }> {
    const pattern = likePattern(term);
    // The parts of a key are set apart by bars: its beginning, and what follows a bar, begins a name or a reading.
    const params = { term: pattern, begins: pattern.slice(1), inside: `%|${pattern.slice(1)}`, today };
    const rows = await readRows<Affiliation>(this.database.reader, `
      SELECT u.id AS id, u.name AS name, p.name AS parentName, COALESCE(d.name, '') AS countyName ${from}
      ORDER BY CASE WHEN u.search_key LIKE :begins ESCAPE '!' THEN 0 WHEN u.search_key LIKE :inside ESCAPE '!' THEN 1 ELSE 2 END, u.sort_no, u.id LIMIT ${MOST}`, params);
    if (rows.length < MOST) return { rows, total: rows.length };
    const [count] = await readRows<{ total: number | string }>(this.database.reader, `SELECT COUNT(*) AS total ${from}`, { term: pattern, today });
    return { rows, total: Number(count?.total ?? 0) };
  }
}

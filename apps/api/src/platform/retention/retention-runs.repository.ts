import { Injectable } from '@nestjs/common';
import { Database, insertRows, readRows } from '../database/index.js';
import { RetentionRunEntity } from './retention-run.entity.js';

/** What a rule has done so far. */
export interface RuleHistory { readonly rule: string; readonly lastRunAt: string; readonly removed: number; readonly removedInAll: number }

/** Rows of `retention_runs`. */
@Injectable()
export class RetentionRunsRepository {
  constructor(private readonly database: Database) {}

  async insert(row: RetentionRunEntity): Promise<void> { await insertRows(this.database.writer, RetentionRunEntity, [row]); }

  async histories(): Promise<RuleHistory[]> {
    const rows = await readRows<{ rule: string; lastRunAt: string; removed: number | string; removedInAll: number | string }>(this.database.reader, `
      SELECT r.rule AS rule, r.ran_at AS lastRunAt, r.removed AS removed, s.total AS removedInAll
      FROM retention_runs r JOIN (SELECT t.rule AS rule, MAX(t.id) AS id, SUM(t.removed) AS total FROM retention_runs t GROUP BY t.rule) s ON s.id = r.id ORDER BY r.rule`);
    return rows.map((row) => ({ ...row, removed: Number(row.removed), removedInAll: Number(row.removedInAll) }));
  }
}

import { Injectable } from '@nestjs/common';
import { Database, readRows } from '../../platform/database/index.js';
import { EvidenceEntity } from './evidence.entity.js';

/** Rows of `evidence`. They are added and never changed. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly database: Database) {}

  /** Lines of a source that nothing has taken back. Inside a unit. */
  standing(sourceKind: string, sourceId: string): Promise<EvidenceEntity[]> {
    return this.database.writer.createQueryBuilder(EvidenceEntity, 'e').where('e.sourceKind = :sourceKind AND e.sourceId = :sourceId AND e.reversesId IS NULL', { sourceKind, sourceId })
      .andWhere('NOT EXISTS (SELECT 1 FROM evidence r WHERE r.reverses_id = e.id)').orderBy('e.id').getMany();
  }

  /** How often each item and metric of some sources was taken back. Inside a unit. */
  async reversals(sourceIds: readonly string[]): Promise<(Pick<EvidenceEntity, 'sourceKind' | 'sourceId' | 'itemId' | 'metric'> & { times: number | string })[]> {
    if (sourceIds.length === 0) return [];
    return readRows(
      this.database.writer, `SELECT e.source_kind AS sourceKind, e.source_id AS sourceId, e.item_id AS itemId, e.metric AS metric, COUNT(*) AS times FROM evidence e
        WHERE e.source_id IN (:...sourceIds) AND e.reverses_id IS NOT NULL GROUP BY e.source_kind, e.source_id, e.item_id, e.metric`, { sourceIds });
  }

  /** Adds lines whose keys are new, and answers how many. Two units that add the same at once: the second one waits for the first, and adds nothing. */
  async insertOnce(rows: readonly EvidenceEntity[]): Promise<number> {
    if (rows.length === 0) return 0;
    await this.database.writer.createQueryBuilder().insert().into(EvidenceEntity).values([...rows]).orIgnore().updateEntity(false).execute();
    const kept = await readRows<{ id: string; onceKey: string }>(this.database.writer, 'SELECT e.id AS id, e.once_key AS onceKey FROM evidence e WHERE e.once_key IN (:...keys)', { keys: rows.map((row) => row.onceKey) });
    // MariaDB ignores a foreign key together with a repeated key: a line that is not there at all was refused for what it names.
    const keys = new Set(kept.map((row) => row.onceKey));
    const lost = rows.find((row) => !keys.has(row.onceKey));
    if (lost) throw new Error(`Evidence of ${lost.sourceKind} ${lost.sourceId} names an item, measure or unit that does not exist`);
    const ids = new Set(kept.map((row) => row.id));
    return rows.filter((row) => ids.has(row.id)).length;
  }
}

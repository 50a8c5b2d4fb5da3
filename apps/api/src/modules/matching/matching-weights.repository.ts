import { Injectable } from '@nestjs/common';
import { scoreParts, type ScorePart, type Weights } from '@kepu/contracts';
import { Database, insertRows, readRows, takeTurn } from '../../platform/database/index.js';
import { MatchingWeightsEntity } from './matching-weights.entity.js';

/** A version of the weights with the name of whoever set it; the weights are JSON. */
interface WeightsRow { readonly version: number; readonly weights: string; readonly note: string; readonly createdAt: string; readonly createdBy: string | null }

const select = `SELECT w.number AS version, w.weights AS weights, w.note AS note, w.created_at AS createdAt, a.name AS createdBy
  FROM matching_weights w LEFT JOIN accounts a ON a.id = w.created_by ORDER BY w.number DESC`;
/** A part that a version did not know weighs nothing in it. */
const view = (row: WeightsRow): Weights => {
  const stored = JSON.parse(row.weights) as Partial<Weights['weights']>;
  return { ...row, weights: Object.fromEntries(scoreParts.map((part) => [part, stored[part] ?? 0])) as Record<ScorePart, number> };
};

/** Rows of `matching_weights`. */
@Injectable()
export class MatchingWeightsRepository {
  constructor(private readonly database: Database) {}

  async list(): Promise<Weights[]> { return (await readRows<WeightsRow>(this.database.reader, select)).map(view); }

  /** The newest version. A migration has put the first one there. */
  async newest(): Promise<Weights> {
    const [row] = await readRows<WeightsRow>(this.database.reader, `${select} LIMIT 1`);
    if (!row) throw new Error('There are no weights: the migrations have not run');
    return view(row);
  }

  /** First thing in a unit that makes the next version, so that two of them do not make the same. Held until the unit ends. */
  takeTurn(): Promise<void> { return takeTurn(this.database, 'matching-weights'); }

  insert(row: MatchingWeightsEntity): Promise<void> { return insertRows(this.database.writer, MatchingWeightsEntity, [row]); }
}

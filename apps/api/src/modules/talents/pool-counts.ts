import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { PoolCountsRepository, type Window } from './pool-counts.repository.js';

/** People in a pool who belong to units, by their paths: each path with all that lies below it. */
export interface PoolQuestion { readonly poolId: string; readonly unitPaths: readonly string[] }
/** A person's term in a pool, as the proof of a number shows it. */
export interface PoolMember {
  readonly termId: string; readonly personName: string; readonly unit: { readonly id: string; readonly name: string; readonly path: string; readonly divisionId: string }; readonly fromDay: string; readonly createdAt: string;
}

/** How many people of given units are in a pool today, and who: what a measure adds up that counts people. The caller has proved the right to those units. */
@Injectable()
export class PoolCounts {
  constructor(private readonly rows: PoolCountsRepository, private readonly clock: Clock) {}

  /** In the order of the questions, in one statement however many there are. */
  async count(queries: readonly PoolQuestion[]): Promise<number[]> {
    if (queries.length === 0) return [];
    const found = await this.rows.byUnit([...new Set(queries.map((query) => query.poolId))], this.clock.today());
    return queries.map(({ poolId, unitPaths }) => found
      .filter((row) => row.poolId === poolId && unitPaths.some((path) => row.path.startsWith(path)))
      .reduce((sum, row) => sum + Number(row.members), 0));
  }

  /** The terms behind such a number, newest first. */
  async list(poolId: string, unitPaths: readonly string[], window: Window): Promise<{ rows: PoolMember[]; total: number }> {
    const { rows, total } = await this.rows.members(poolId, unitPaths, this.clock.today(), window);
    return { rows: rows.map(({ unitId, unitName, path, divisionId, ...term }) => ({ ...term, unit: { id: unitId, name: unitName, path, divisionId } })), total };
  }
}

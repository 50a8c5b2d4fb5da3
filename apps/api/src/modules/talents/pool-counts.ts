import { Injectable } from '@nestjs/common';
import type { poolHeadcountQuery, PoolHeadcounts } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import type { PoolCounter, PoolMember, PoolQuestion } from '../plans/index.js';
import { PoolCountsRepository, type Window } from './pool-counts.repository.js';
import { PoolsRepository } from './pools.repository.js';

/** How many people of given units are in a pool today, and who: what a measure adds up that counts people. The caller has proved the right to those units. */
@Injectable()
export class PoolCounts implements PoolCounter {
  constructor(private readonly rows: PoolCountsRepository, private readonly pools: PoolsRepository, private readonly clock: Clock) {}

  /** In the order of the questions, in one statement however many there are. */
  async count(queries: readonly PoolQuestion[]): Promise<number[]> {
    if (queries.length === 0) return [];
    const found = await this.rows.byUnit([...new Set(queries.map((query) => query.poolId))], this.clock.today());
    return queries.map(({ poolId, unitPaths }) => found
      .filter((row) => row.poolId === poolId && unitPaths.some((path) => row.path.startsWith(path)))
      .reduce((sum, row) => sum + Number(row.members), 0));
  }

  /** For whoever reads pools: a number names nobody. Errors: `resource.not_found`. */
  async headcounts(actor: Actor, poolId: string, { on = this.clock.today(), by }: z.output<typeof poolHeadcountQuery>): Promise<PoolHeadcounts> {
    if (!(await this.pools.find(poolId))) throw notFound();
    const data = (await this.rows.partsFor(actor, poolId, by, on)).map(({ id, name, members }) => ({ id, name, members: Number(members) }));
    return { on, by, members: data.reduce((sum, { members }) => sum + members, 0), data };
  }
  /** The people behind such a number, newest first. */
  async list(poolId: string, unitPaths: readonly string[], window: Window): Promise<{ rows: PoolMember[]; total: number }> {
    const { rows, total } = await this.rows.members(poolId, unitPaths, this.clock.today(), window);
    return { rows: rows.map(({ unitId, unitName, unitPath, divisionId, ...row }) => ({ ...row, unit: { id: unitId, name: unitName, path: unitPath, divisionId } })), total };
  }
}

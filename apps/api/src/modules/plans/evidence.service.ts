import { Injectable } from '@nestjs/common';
import type { Evidence, evidenceQuery, Page } from '@kepu/contracts';
import type { z } from 'zod';
import { reachOf, type Actor } from '../../platform/auth/actor.js';
import { notFound } from '../../platform/errors/refusal.js';
import { EvidenceRepository, type EvidenceRow } from './evidence.repository.js';
import { ItemDirectory } from './item-directory.js';
import { BelowCounts } from './levels/below-counts.js';
import { sourcesOf, type MeasureRow } from './measure.mapper.js';
import { MeasuresRepository } from './measures.repository.js';
import { PoolCounter, type PoolMember } from './pool-counter.js';

const view = (row: EvidenceRow): Evidence => ({
  id: row.id, itemId: row.itemId, metric: row.metric, quantity: row.quantity, manual: row.manual === 1, unit: { id: row.unitId, name: row.unitName }, occurredOn: row.occurredOn,
  source: { kind: row.sourceKind, id: row.sourceId, title: row.title, activityId: row.activityId }, reverses: row.reversesId, reason: row.reason, createdAt: row.createdAt,
});

/** What a number is made of. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly rows: EvidenceRepository, private readonly measures: MeasuresRepository, private readonly items: ItemDirectory, private readonly pools: PoolCounter, private readonly below: BelowCounts,
  ) {}

  /** Lines of items that the actor sees, of one measure or of one item where the query names it. Errors: `resource.not_found` for one that is not seen. */
  async list(actor: Actor, query: z.output<typeof evidenceQuery>): Promise<Page<Evidence>> {
    const window = { offset: (query.page - 1) * query.perPage, limit: query.perPage };
    const measure = query.measureId === undefined ? undefined : (await this.measures.rowsFor(actor, [query.measureId])).get(query.measureId);
    if (query.measureId !== undefined && !measure) throw notFound();
    if (query.itemId !== undefined && !(await this.items.visibleIds(actor, [query.itemId])).has(query.itemId)) throw notFound();
    if (measure?.poolId) return this.members(actor, measure, measure.poolId, query.unitId, window);
    const countedBy = measure?.fromBelow === 1 ? await this.below.linesOf(measure) : undefined;
    const counts = measure && !countedBy ? { measureId: measure.id, itemId: measure.itemId, sources: sourcesOf(measure) } : undefined;
    const { rows, total } = await this.rows.listFor(actor, { ...query, counts, countedBy }, query.sort ?? '-occurredOn', window);
    return { data: rows.map(view), total };
  }

  /** The people whom a measure of a pool counts. A name is for those who may know the unit's volunteers; for others the pool stands in its place. */
  private async members(actor: Actor, measure: MeasureRow, poolId: string, unitId: string | undefined, window: { offset: number; limit: number }): Promise<Page<Evidence>> {
    const units = (await this.measures.unitsOf([measure.itemId])).filter((unit) => unitId === undefined || unit.id === unitId);
    const { rows, total } = await this.pools.list(poolId, units.map((unit) => unit.path), window);
    const reach = reachOf(actor, 'volunteer:read');
    const known = ({ unit }: PoolMember): boolean => reach === 'all' || reach.divisions.some((code) => unit.divisionId.startsWith(code)) || reach.unitPaths.some((path) => unit.path.startsWith(path));
    return {
      data: rows.map((row) => ({
        id: row.termId, itemId: measure.itemId, metric: 'pool_members', quantity: 1, manual: false, unit: { id: row.unit.id, name: row.unit.name }, occurredOn: row.fromDay,
        source: { kind: 'pool_term', id: row.termId, title: known(row) ? row.personName : (measure.poolName ?? ''), activityId: null }, reverses: null, reason: null, createdAt: row.createdAt,
      })),
      total,
    };
  }
}

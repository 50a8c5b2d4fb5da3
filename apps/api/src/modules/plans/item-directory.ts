import { Injectable } from '@nestjs/common';
import type { Plan } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import { ItemsRepository } from './items.repository.js';

/** An item as what serves it shows it; `unitIds` are the units that it was handed to. */
export interface ItemBrief {
  readonly id: string; readonly planId: string; readonly planState: Plan['state']; readonly text: string; readonly programme: { readonly id: string; readonly name: string }; readonly unitIds: readonly string[];
}

/** Items, for what serves them. */
@Injectable()
export class ItemDirectory {
  constructor(private readonly items: ItemsRepository) {}

  /** Of the ids given, those of items that the actor sees. */
  async visibleIds(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> { return new Set(await this.items.visibleIds(actor, [...new Set(ids)])); }

  /** The caller has proved the right to the items. */
  async briefs(ids: readonly string[]): Promise<ReadonlyMap<string, ItemBrief>> {
    const briefs = new Map<string, ItemBrief & { unitIds: string[] }>();
    for (const row of await this.items.briefs([...new Set(ids)])) {
      const brief = briefs.get(row.id);
      if (!brief) briefs.set(row.id, { id: row.id, planId: row.planId, planState: row.planState, text: row.text, programme: { id: row.programmeId, name: row.programmeName }, unitIds: [row.unitId] });
      else if (!brief.unitIds.includes(row.unitId)) brief.unitIds.push(row.unitId);
    }
    return briefs;
  }
}

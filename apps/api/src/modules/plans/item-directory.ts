import { Injectable } from '@nestjs/common';
import type { Permission, Plan } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import { ItemsRepository } from './items.repository.js';

/** An item as what serves it shows it; `unitIds` are the units that it was handed to, `inForce` those that it is still asked of. */
export interface ItemBrief {
  readonly id: string; readonly planId: string; readonly planState: Plan['state']; readonly text: string; readonly programme: { readonly id: string; readonly name: string }; readonly unitIds: readonly string[]; readonly inForce: readonly string[];
}

/** Items, for what serves them. */
@Injectable()
export class ItemDirectory {
  constructor(private readonly items: ItemsRepository) {}

  /** Of the ids given, those of items that the actor sees. */
  async visibleIds(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> { return new Set(await this.items.visibleIds(actor, [...new Set(ids)])); }

  /** Whether the actor's office keeps the plan of an item. */
  async keeps(actor: Actor, permission: Permission, id: string): Promise<boolean> { return (await this.items.keptIds(actor, permission, [id])).length === 1; }

  /** The caller has proved the right to the items. */
  async briefs(ids: readonly string[]): Promise<ReadonlyMap<string, ItemBrief>> {
    const briefs = new Map<string, ItemBrief & { unitIds: string[]; inForce: string[] }>();
    for (const row of await this.items.briefs([...new Set(ids)])) {
      const brief = briefs.get(row.id) ?? { id: row.id, planId: row.planId, planState: row.planState, text: row.text, programme: { id: row.programmeId, name: row.programmeName }, unitIds: [], inForce: [] };
      briefs.set(row.id, brief);
      if (!brief.unitIds.includes(row.unitId)) brief.unitIds.push(row.unitId);
      if (Number(row.inForce) === 1) brief.inForce.push(row.unitId);
    }
    return briefs;
  }
}

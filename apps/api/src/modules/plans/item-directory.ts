import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { ItemBriefs, type ItemBrief } from './item-briefs.repository.js';

/** Items of the paper, for the other modules. */
@Injectable()
export class ItemDirectory {
  constructor(private readonly items: ItemBriefs) {}

  /** Of the ids given, those of items that the actor may see. */
  visibleIds(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> { return this.items.visibleIdsFor(actor, [...new Set(ids)]); }

  /** Items by id. The caller has proved that the reader may see what names them. */
  briefs(ids: readonly string[]): Promise<ReadonlyMap<string, ItemBrief>> { return this.items.briefs([...new Set(ids)]); }
}

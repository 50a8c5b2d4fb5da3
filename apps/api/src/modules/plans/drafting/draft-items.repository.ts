import { Injectable } from '@nestjs/common';
import { Database, readRows } from '../../../platform/database/index.js';
import { ItemEntity } from '../item.entity.js';

/** Items of a draft, to be reworded. The caller has proved the right to the plan. */
@Injectable()
export class DraftItemsRepository {
  constructor(private readonly database: Database) {}

  find(planId: string, id: string): Promise<ItemEntity | null> { return this.database.reader.findOneBy(ItemEntity, { id, planId }); }
  /** The units of an item, as printed. */
  parts(itemId: string): Promise<{ unitId: string; printed: string }[]> { return readRows(this.database.reader, 'SELECT a.unit_id AS unitId, a.unit_printed AS printed FROM assignments a WHERE a.item_id = :itemId ORDER BY a.seq, a.id', { itemId }); }
  async update(id: string, version: number, changes: Partial<ItemEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(ItemEntity).set({ ...changes, version: version + 1 }).where({ id, version }).execute()).affected === 1;
  }
}

import { Injectable } from '@nestjs/common';
import { Database, insertRows, readRows, takeTurn } from '../../platform/database/index.js';
import { OrderSettingsEntity, type SettingValues } from './order-parts.entity.js';

/** The newest settings, with who set them. */
export interface SettingsRow { readonly number: number; readonly settings: Partial<SettingValues>; readonly createdAt: string; readonly createdBy: string }

/** Rows of `order_settings`. */
@Injectable()
export class OrderSettingsRepository {
  constructor(private readonly database: Database) {}

  takeTurn(): Promise<void> { return takeTurn(this.database, 'order_settings'); }
  async newest(): Promise<SettingsRow | null> {
    const [row] = await readRows<Omit<SettingsRow, 'settings'> & { settings: string }>(this.database.reader, 'SELECT s.number AS number, s.settings AS settings, s.created_at AS createdAt, a.name AS createdBy FROM order_settings s JOIN accounts a ON a.id = s.created_by ORDER BY s.number DESC LIMIT 1');
    return row ? { ...row, settings: JSON.parse(row.settings) as Partial<SettingValues> } : null;
  }
  async insert(row: OrderSettingsEntity): Promise<void> { await insertRows(this.database.writer, OrderSettingsEntity, [row]); }
}

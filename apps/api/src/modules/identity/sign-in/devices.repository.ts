import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Database, insertRows } from '../../../platform/database/index.js';
import { DeviceEntity } from './device.entity.js';

/** Rows of `remembered_devices`. */
@Injectable()
export class DevicesRepository {
  constructor(private readonly database: Database) {}

  async insert(row: DeviceEntity): Promise<void> { await insertRows(this.database.writer, DeviceEntity, [row]); }
  /** Whether a token is of a device of this person that is still remembered; it counts as used. */
  async use(accountId: string, tokenHash: string, now: Date): Promise<boolean> {
    return (await this.database.writer.update(DeviceEntity, { accountId, tokenHash, endedAt: IsNull(), expiresAt: MoreThan(now) }, { lastUsedAt: now })).affected === 1;
  }
  listOf(accountId: string, now: Date): Promise<DeviceEntity[]> {
    return this.database.reader.find(DeviceEntity, { where: { accountId, endedAt: IsNull(), expiresAt: MoreThan(now) }, order: { lastUsedAt: 'DESC' }, take: 50 });
  }
  async end(accountId: string, id: string, now: Date): Promise<boolean> { return (await this.database.writer.update(DeviceEntity, { accountId, id, endedAt: IsNull() }, { endedAt: now })).affected === 1; }
  async endAllOf(accountId: string, now: Date): Promise<void> { await this.database.writer.update(DeviceEntity, { accountId, endedAt: IsNull() }, { endedAt: now }); }
}

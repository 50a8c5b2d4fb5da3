import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '../../../platform/database/index.js';
import { PasswordRecordEntity } from './factor.entity.js';

/** Rows of `password_records`. */
@Injectable()
export class PasswordRecords {
  constructor(private readonly database: Database) {}

  async lastOf(accountId: string, count: number): Promise<string[]> {
    const rows = await this.database.reader.find(PasswordRecordEntity, { where: { accountId }, order: { setAt: 'DESC', id: 'DESC' }, take: count });
    return rows.map((row) => row.passwordHash);
  }
  async insert(row: PasswordRecordEntity): Promise<void> { await insertRows(this.database.writer, PasswordRecordEntity, [row]); }
}

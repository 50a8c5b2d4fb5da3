import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '../../../platform/database/index.js';
import { IdentityEntity } from './factor.entity.js';

/** Rows of `external_identities`. */
@Injectable()
export class IdentitiesRepository {
  constructor(private readonly database: Database) {}

  find(issuer: string, subjectIndex: string): Promise<IdentityEntity | null> { return this.database.reader.findOneBy(IdentityEntity, { issuer, subjectIndex }); }
  listOf(accountId: string): Promise<IdentityEntity[]> { return this.database.reader.find(IdentityEntity, { where: { accountId }, order: { createdAt: 'ASC' } }); }
  async insert(row: IdentityEntity): Promise<void> { await insertRows(this.database.writer, IdentityEntity, [row]); }
  async remove(accountId: string, id: string): Promise<boolean> { return ((await this.database.writer.delete(IdentityEntity, { accountId, id })).affected ?? 0) > 0; }
}

import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '../../../platform/database/index.js';
import { CredentialKindEntity } from './credential.entity.js';

/** Rows of `credential_kinds`, some dozens at most: they are read as a whole. */
@Injectable()
export class CredentialKindsRepository {
  constructor(private readonly database: Database) {}

  all(): Promise<CredentialKindEntity[]> { return this.database.reader.find(CredentialKindEntity, { order: { sortNo: 'ASC', id: 'ASC' } }); }
  insert(rows: readonly CredentialKindEntity[]): Promise<void> { return insertRows(this.database.writer, CredentialKindEntity, rows); }
  async update(id: string, version: number, changes: Partial<CredentialKindEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(CredentialKindEntity).set({ ...changes, version: version + 1 }).where({ id, version }).execute()).affected === 1;
  }
  /** Raised by whoever changes what kinds stand for, so that two at once make no circle together. */
  async takeTurn(ids: readonly string[]): Promise<void> {
    await this.database.writer.createQueryBuilder().update(CredentialKindEntity).set({ sortNo: () => 'sort_no' }).where('id IN (:...ids)', { ids }).execute();
  }
}

import { Injectable } from '@nestjs/common';
import type { ConsentKind } from '@kepu/contracts';
import { changeRows, Database, insertRows, toDbTime } from '../../../platform/database/index.js';
import { ConsentEntity, ConsentTextEntity } from './consent.entity.js';

/** Rows of `consents` and `consent_texts`. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly database: Database) {}

  /** In the order in which they were given. */
  of(personId: string): Promise<ConsentEntity[]> { return this.database.reader.find(ConsentEntity, { where: { personId }, order: { givenAt: 'ASC', id: 'ASC' } }); }
  texts(): Promise<ConsentTextEntity[]> { return this.database.reader.find(ConsentTextEntity, { order: { kind: 'ASC', createdAt: 'ASC' } }); }
  insert(rows: readonly ConsentEntity[]): Promise<void> { return insertRows(this.database.writer, ConsentEntity, rows); }
  async insertTextOnce(row: ConsentTextEntity): Promise<void> { await this.database.writer.createQueryBuilder().insert().into(ConsentTextEntity).values(row).orIgnore().updateEntity(false).execute(); }
  /** Answers how many were in force. */
  withdraw(personId: string, kind: ConsentKind, at: Date): Promise<number> {
    return changeRows(this.database.writer, 'UPDATE consents SET withdrawn_at = :at WHERE person_id = :personId AND kind = :kind AND withdrawn_at IS NULL', { personId, kind, at: toDbTime(at) });
  }
}

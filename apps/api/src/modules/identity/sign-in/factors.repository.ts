import { Injectable } from '@nestjs/common';
import type { FactorKind } from '@kepu/contracts';
import { IsNull, LessThan, Not } from 'typeorm';
import { Database, insertRows } from '../../../platform/database/index.js';
import { FactorEntity, RecoveryCodeEntity } from './factor.entity.js';

/** Rows of `second_factors` and `recovery_codes`. */
@Injectable()
export class FactorsRepository {
  constructor(private readonly database: Database) {}

  find(accountId: string, kind: FactorKind): Promise<FactorEntity | null> { return this.database.reader.findOneBy(FactorEntity, { accountId, kind }); }
  inForce(accountId: string): Promise<FactorEntity[]> { return this.database.reader.find(FactorEntity, { where: { accountId, confirmedAt: Not(IsNull()) }, order: { createdAt: 'ASC' } }); }
  async insert(row: FactorEntity): Promise<void> { await insertRows(this.database.writer, FactorEntity, [row]); }
  /** Removes what was begun and never confirmed. */
  async dropUnconfirmed(accountId: string, kind: FactorKind): Promise<void> { await this.database.writer.delete(FactorEntity, { accountId, kind, confirmedAt: IsNull() }); }
  async confirm(id: string, step: number, now: Date): Promise<boolean> {
    return (await this.database.writer.update(FactorEntity, { id, confirmedAt: IsNull() }, { confirmedAt: now, lastStep: step })).affected === 1;
  }
  /** Takes a step that is later than the last one; of those who bring the same, one wins. */
  async takeStep(id: string, step: number): Promise<boolean> {
    return (await this.database.writer.update(FactorEntity, { id, lastStep: LessThan(step) }, { lastStep: step })).affected === 1;
  }
  async remove(accountId: string, kind: FactorKind): Promise<boolean> { return ((await this.database.writer.delete(FactorEntity, { accountId, kind })).affected ?? 0) > 0; }

  countCodes(accountId: string): Promise<number> { return this.database.reader.countBy(RecoveryCodeEntity, { accountId, usedAt: IsNull() }); }
  async replaceCodes(accountId: string, rows: readonly RecoveryCodeEntity[]): Promise<void> {
    await this.database.writer.delete(RecoveryCodeEntity, { accountId });
    await insertRows(this.database.writer, RecoveryCodeEntity, rows);
  }
  async useCode(accountId: string, codeIndex: string, now: Date): Promise<boolean> {
    return (await this.database.writer.update(RecoveryCodeEntity, { accountId, codeIndex, usedAt: IsNull() }, { usedAt: now })).affected === 1;
  }
}

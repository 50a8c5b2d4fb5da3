import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/index.js';
import { changeRows, Database, insertRows, readRows } from '../../platform/database/index.js';
import { GuardianAgeEntity } from './guardian-age.entity.js';

/** What a guardian has stated. */
export interface StatedAge { readonly bornOn: string; readonly statedAt: string }

const place = (row: string) => ({ table: 'guardian_ages', column: 'born_on_sealed', row }) as const;

/** Rows of `guardian_ages`. */
@Injectable()
export class GuardianAgesRepository {
  constructor(private readonly database: Database, private readonly cipher: FieldCipher) {}

  async find(accountId: string): Promise<StatedAge | null> {
    const [row] = await readRows<{ sealed: string; statedAt: string }>(this.database.reader, 'SELECT a.born_on_sealed AS sealed, a.stated_at AS statedAt FROM guardian_ages a WHERE a.account_id = :accountId', { accountId });
    return row ? { bornOn: this.cipher.open(row.sealed, place(accountId)), statedAt: row.statedAt } : null;
  }

  /** Inside a unit. */
  async insert(accountId: string, bornOn: string, statedAt: Date): Promise<void> {
    await insertRows(this.database.writer, GuardianAgeEntity, [{ accountId, bornOnSealed: this.cipher.seal(bornOn, place(accountId)), statedAt }]);
  }

  /** Inside a unit. */
  async forget(accountId: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM guardian_ages WHERE account_id = :accountId', { accountId }); }
}

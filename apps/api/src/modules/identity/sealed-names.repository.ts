import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/index.js';
import { changeRows, Database, insertRows, memberOf, readRows } from '../../platform/database/index.js';
import { SealedNameEntity } from './sealed-name.entity.js';

const AT_ONCE = 500;
const place = (row: string) => ({ table: 'sealed_names', column: 'name_sealed', row }) as const;

/** The surname and a star: enough to tell two people apart in a list, and not enough to find one. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}*`;

/** Whole names of minors: sealed when the account is made, opened for the child itself, its guardians, and whom the caller has proved to be allowed. */
@Injectable()
export class SealedNames {
  constructor(private readonly database: Database, private readonly cipher: FieldCipher) {}

  /** Inside the unit that makes the account. */
  async seal(accountId: string, name: string): Promise<void> { await insertRows(this.database.writer, SealedNameEntity, [{ accountId, nameSealed: this.cipher.seal(name, place(accountId)) }]); }

  /** Of those of the accounts whose name is sealed. */
  async open(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (let at = 0; at < accountIds.length; at += AT_ONCE) {
      const { sql, params } = memberOf('n.account_id', accountIds.slice(at, at + AT_ONCE), 'ids');
      const rows = await readRows<{ accountId: string; nameSealed: string }>(this.database.reader, `SELECT n.account_id AS accountId, n.name_sealed AS nameSealed FROM sealed_names n WHERE ${sql}`, params);
      for (const { accountId, nameSealed } of rows) names.set(accountId, this.cipher.open(nameSealed, place(accountId)));
    }
    return names;
  }

  async openOne(accountId: string): Promise<string | null> { return (await this.open([accountId])).get(accountId) ?? null; }

  /** Inside a unit. */
  async forget(accountId: string): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM sealed_names WHERE account_id = :accountId', { accountId }); }
}

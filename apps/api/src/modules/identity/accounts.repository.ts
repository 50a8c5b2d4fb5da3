import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, takeTurn } from '../../platform/database/index.js';
import { AccountEntity } from './account.entity.js';

/** Rows of `accounts` as wholes; lists are read by `AccountQueries`. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  /** For signing in, before there is an actor. */
  findByIndex(column: 'emailIndex' | 'phoneIndex', value: string): Promise<AccountEntity | null> {
    return this.database.reader.findOneBy(AccountEntity, { [column]: value });
  }
  find(id: string): Promise<AccountEntity | null> { return this.database.reader.findOneBy(AccountEntity, { id }); }
  /** Names by id, for what people did. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.reader.find(AccountEntity, { select: { id: true, name: true }, where: { id: In([...ids]) } });
    return new Map(rows.map((row) => [row.id, row.name]));
  }
  count(): Promise<number> { return this.database.reader.count(AccountEntity); }
  async insert(row: AccountEntity): Promise<void> { await this.database.writer.insert(AccountEntity, row); }
  /** Answers whether the version was still the one given. */
  async update(id: string, version: number, changes: Partial<AccountEntity>): Promise<boolean> {
    const result = await this.database.writer.update(AccountEntity, { id, version }, { ...changes, version: version + 1 });
    return result.affected === 1;
  }
  async rename(id: string, keys: Pick<AccountEntity, 'name' | 'nameKey' | 'searchKey'>): Promise<void> { await this.database.writer.update(AccountEntity, { id }, keys); }
  async markSignedIn(id: string, now: Date): Promise<void> { await this.database.writer.update(AccountEntity, { id }, { lastSignInAt: now }); }
  /** A turn at who has rights; see `GuardRowEntity`. */
  takeTurn(guard: 'grants'): Promise<void> { return takeTurn(this.database, guard); }
}

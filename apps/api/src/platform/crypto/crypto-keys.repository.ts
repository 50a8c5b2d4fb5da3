import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { CryptoKeyEntity } from './crypto-key.entity.js';

@Injectable()
export class CryptoKeysRepository {
  constructor(private readonly database: Database) {}

  async all(): Promise<CryptoKeyEntity[]> {
    return this.database.reader.find(CryptoKeyEntity, { order: { kid: 'ASC' } });
  }

  async insertOnce(key: CryptoKeyEntity): Promise<void> {
    await this.database.writer.createQueryBuilder().insert().into(CryptoKeyEntity).values(key).orIgnore().updateEntity(false).execute();
  }

  /** Answers whether it was there. */
  async remove(kid: string): Promise<boolean> {
    return (await this.database.writer.delete(CryptoKeyEntity, { kid })).affected === 1;
  }
}

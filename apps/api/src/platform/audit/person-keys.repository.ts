import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../database/database.js';
import { PersonKeyEntity } from './person-key.entity.js';

@Injectable()
export class PersonKeysRepository {
  constructor(private readonly database: Database) {}

  async find(personId: string): Promise<PersonKeyEntity | null> {
    return this.database.reader.findOneBy(PersonKeyEntity, { personId });
  }

  async findForWrite(personId: string): Promise<PersonKeyEntity | null> {
    return this.database.writer.findOneBy(PersonKeyEntity, { personId });
  }

  /** Of two units that meet here, both go on with the key of the first. */
  async insertOnce(personId: string, sealedKey: string, createdAt: Date): Promise<PersonKeyEntity> {
    const { writer } = this.database;
    const row: PersonKeyEntity = { personId, sealedKey, createdAt, destroyedAt: null };
    await writer.createQueryBuilder().insert().into(PersonKeyEntity).values(row).orIgnore().updateEntity(false).execute();
    return writer.findOneByOrFail(PersonKeyEntity, { personId });
  }

  /** Also where there was no key yet, so that none can be made afterwards. */
  async destroy(personId: string, at: Date): Promise<void> {
    const { writer } = this.database;
    const { affected } = await writer.update(PersonKeyEntity, { personId, destroyedAt: IsNull() }, { sealedKey: null, destroyedAt: at });
    if (affected === 1) return;
    const row: PersonKeyEntity = { personId, sealedKey: null, createdAt: at, destroyedAt: at };
    await writer.createQueryBuilder().insert().into(PersonKeyEntity).values(row).orIgnore().updateEntity(false).execute();
  }
}

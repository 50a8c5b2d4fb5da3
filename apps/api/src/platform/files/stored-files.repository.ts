import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { StoredFileEntity } from './stored-file.entity.js';

@Injectable()
export class StoredFilesRepository {
  constructor(private readonly database: Database) {}

  async insert(file: StoredFileEntity): Promise<void> {
    await this.database.writer.createQueryBuilder().insert().into(StoredFileEntity).values(file).updateEntity(false).execute();
  }

  async find(id: string): Promise<StoredFileEntity | null> {
    return this.database.reader.findOneBy(StoredFileEntity, { id });
  }

  async isReferenced(hash: string): Promise<boolean> {
    return (await this.database.reader.findOne(StoredFileEntity, { select: { id: true }, where: { hash } })) !== null;
  }

  async remove(id: string): Promise<boolean> {
    const { affected } = await this.database.writer.delete(StoredFileEntity, { id });
    return affected === 1;
  }
}

import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '../database/database.js';
import { AuditSealEntity } from './audit-seal.entity.js';

@Injectable()
export class AuditSealsRepository {
  constructor(private readonly database: Database) {}

  async last(): Promise<AuditSealEntity | null> {
    return this.database.reader.findOne(AuditSealEntity, { where: {}, order: { number: 'DESC' } });
  }

  async after(number: number, limit: number): Promise<AuditSealEntity[]> {
    return this.database.reader.find(AuditSealEntity, { where: { number: MoreThan(number) }, order: { number: 'ASC' }, take: limit });
  }

  async insert(seal: AuditSealEntity): Promise<void> {
    await this.database.writer.createQueryBuilder().insert().into(AuditSealEntity).values(seal).updateEntity(false).execute();
  }
}

import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../database/database.js';
import { runSql } from '../database/sql.js';
import { AuditEntryEntity } from './audit-entry.entity.js';

export interface AuditFilter {
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly actorId?: string;
  readonly action?: string;
  /** Inclusive. */
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
}

const COLUMNS =
  'id, at, actor_kind, actor_id, actor_ip, action, subject_kind, subject_id, `before`, `after`, classified_person_id, classified, hash';
const INSERT = `INSERT INTO audit_entries (${COLUMNS}, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`;

/** Adds and reads; there is no way to change an entry. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** In plain SQL: every write of the product carries one of these, and the query builder costs more than hashing does. */
  async insert(entry: AuditEntryEntity): Promise<void> {
    const { id, at, actorKind, actorId, actorIp, action, subjectKind, subjectId, before, after, classifiedPersonId, classified, hash } = entry;
    const values = [id, at, actorKind, actorId, actorIp, action, subjectKind, subjectId, before, after, classifiedPersonId, classified, hash];
    await runSql(this.database.writer, INSERT, values);
  }

  async find(id: string): Promise<AuditEntryEntity | null> {
    return this.database.reader.findOneBy(AuditEntryEntity, { id });
  }

  /** Newest first. */
  async list(filter: AuditFilter, skip: number, take: number): Promise<[AuditEntryEntity[], number]> {
    const query = this.database.reader.createQueryBuilder(AuditEntryEntity, 'entry');
    for (const key of ['subjectKind', 'subjectId', 'actorId', 'action'] as const) {
      if (filter[key] !== undefined) query.andWhere(`entry.${key} = :${key}`, { [key]: filter[key] });
    }
    if (filter.from) query.andWhere('entry.at >= :from', { from: filter.from });
    if (filter.to) query.andWhere('entry.at < :to', { to: filter.to });
    return query.orderBy('entry.id', 'DESC').skip(skip).take(take).getManyAndCount();
  }

  async hasUnsealed(): Promise<boolean> {
    const row = await this.database.reader.findOne(AuditEntryEntity, { select: { id: true }, where: { seal: IsNull() } });
    return row !== null;
  }

  async unsealed(limit: number): Promise<{ id: string; hash: string }[]> {
    return this.database.writer.find(AuditEntryEntity, { select: { id: true, hash: true }, where: { seal: IsNull() }, order: { id: 'ASC' }, take: limit });
  }

  async markSealed(ids: readonly string[], seal: number): Promise<number> {
    const { affected } = await this.database.writer.update(AuditEntryEntity, { id: In([...ids]), seal: IsNull() }, { seal });
    return affected ?? 0;
  }

  async byIds(ids: readonly string[]): Promise<AuditEntryEntity[]> {
    return this.database.reader.findBy(AuditEntryEntity, { id: In([...ids]) });
  }

  async idsOfSeal(seal: number): Promise<string[]> {
    const rows = await this.database.reader.find(AuditEntryEntity, { select: { id: true }, where: { seal } });
    return rows.map((row) => row.id);
  }

  async seen(): Promise<{ unsealed: number; highestSeal: number }> {
    const row = await this.database.reader
      .createQueryBuilder(AuditEntryEntity, 'entry')
      .select('MAX(entry.seal)', 'highest')
      .addSelect('SUM(CASE WHEN entry.seal IS NULL THEN 1 ELSE 0 END)', 'unsealed')
      .getRawOne<{ highest: number | null; unsealed: number | string | null }>();
    return { unsealed: Number(row?.unsealed ?? 0), highestSeal: Number(row?.highest ?? 0) };
  }
}

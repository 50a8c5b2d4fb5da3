import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { noticeQuery } from '@kepu/contracts';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/index.js';
import { NoticeEntity } from './notice.entity.js';

/** Rows of `notices`; a person reads their own only. */
@Injectable()
export class NoticesRepository {
  constructor(private readonly database: Database) {}

  async listFor(actor: PersonActor, query: z.output<typeof noticeQuery>): Promise<{ rows: NoticeEntity[]; total: number }> {
    const builder = this.database.reader.createQueryBuilder(NoticeEntity, 'n').where('n.accountId = :accountId', { accountId: actor.accountId });
    if (query.unread !== undefined) builder.andWhere(`n.readAt IS ${query.unread ? '' : 'NOT '}NULL`);
    if (query.ids) builder.andWhere('n.id IN (:...ids)', { ids: query.ids });
    const direction = query.sort === 'createdAt' ? 'ASC' : 'DESC';
    const [rows, total] = await builder.orderBy('n.createdAt', direction).addOrderBy('n.id', direction).skip((query.page - 1) * query.perPage).take(query.perPage).getManyAndCount();
    return { rows, total };
  }
  countUnread(accountId: string): Promise<number> { return this.database.reader.countBy(NoticeEntity, { accountId, readAt: IsNull() }); }
  async markRead(accountId: string, ids: readonly string[] | undefined, now: Date): Promise<number> {
    const result = await this.database.writer.update(NoticeEntity, { accountId, readAt: IsNull(), ...(ids ? { id: In([...ids]) } : {}) }, { readAt: now });
    return result.affected ?? 0;
  }
  /** Who has the message of an event already. */
  async haveEvent(eventKey: string, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.reader.find(NoticeEntity, { select: { id: true, accountId: true }, where: { eventKey, accountId: In([...accountIds]) } });
    return new Set(rows.map((row) => row.accountId));
  }
  async insert(rows: readonly NoticeEntity[]): Promise<void> {
    if (rows.length > 0) await this.database.writer.createQueryBuilder().insert().into(NoticeEntity).values([...rows]).updateEntity(false).execute();
  }
}

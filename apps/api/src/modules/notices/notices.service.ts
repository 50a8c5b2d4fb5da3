import { Injectable } from '@nestjs/common';
import type { Notice, noticeQuery, Page } from '@kepu/contracts';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import type { UnreadCounter } from '../identity/index.js';
import { NoticesRepository } from './notices.repository.js';

/** A message to deliver: `eventKey` names the event, so that delivering it again adds nothing. */
export interface Message { readonly eventKey: string; readonly kind: Notice['kind']; readonly params: Notice['params']; readonly link: string | null }

/** Who else reads what people are told, and in which words. Runs inside the unit of the message. */
export type NoticeCopies = (accountIds: readonly string[], message: Message) => Promise<readonly { readonly accountId: string; readonly message: Message }[]>;

/** Messages inside the app: each event reaches a person exactly once. */
@Injectable()
export class NoticesService implements UnreadCounter {
  private readonly copies: NoticeCopies[] = [];

  constructor(private readonly rows: NoticesRepository, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** Inside a unit, next to what marks the event as delivered. The unique key of person and event stands behind it. */
  async deliver(accountIds: readonly string[], message: Message): Promise<void> {
    const wanted = [...new Set(accountIds)];
    if (wanted.length === 0) return;
    await this.insertOnce(wanted, message);
    for (const copies of this.copies) for (const { accountId, message: copy } of await copies(wanted, message)) await this.insertOnce([accountId], copy);
  }

  /** For a module to the right that knows who reads for whom. */
  copy(copies: NoticeCopies): void { this.copies.push(copies); }

  private async insertOnce(wanted: readonly string[], message: Message): Promise<void> {
    const present = await this.rows.haveEvent(message.eventKey, wanted);
    const createdAt = this.clock.now();
    await this.rows.insert(wanted.filter((accountId) => !present.has(accountId)).map((accountId) => ({ id: newId(), accountId, ...message, createdAt, readAt: null })));
  }

  async list(actor: PersonActor, query: z.output<typeof noticeQuery>): Promise<Page<Notice> & { unread: number }> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return {
      data: rows.map((row) => ({ id: row.id, kind: row.kind, params: row.params, link: row.link, createdAt: row.createdAt.toISOString(), readAt: row.readAt?.toISOString() ?? null })),
      total, unread: await this.of(actor.accountId),
    };
  }
  markRead(actor: PersonActor, ids: readonly string[] | undefined): Promise<{ changed: number }> {
    return this.work.run(async () => ({ changed: await this.rows.markRead(actor.accountId, ids, this.clock.now()) }));
  }
  /** How many messages wait for a person. */
  of(accountId: string): Promise<number> { return this.rows.countUnread(accountId); }
}

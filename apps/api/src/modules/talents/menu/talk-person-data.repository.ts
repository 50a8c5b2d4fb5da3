import { Injectable, type OnModuleInit } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { changeRows, Database, fromDbTime, readRows } from '../../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonSection } from '../../identity/index.js';

/** Talks that somebody offers. */
@Injectable()
export class TalkPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['talks.lecturer_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('talks.created_by', 'talks.published_by', 'talks.returned_by', 'talks.withdrawn_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = await readRows<{ title: string; pool: string; summary: string; needs: string | null; state: string; reason: string | null; createdAt: string }>(this.database.reader, `
      SELECT k.title AS title, p.name AS pool, k.summary AS summary, k.needs AS needs, k.state AS state, COALESCE(k.returned_reason, k.withdrawn_reason) AS reason, k.created_at AS createdAt FROM talks k JOIN pools p ON p.id = k.pool_id WHERE k.lecturer_id = :personId ORDER BY k.id`, { personId });
    return [{ key: 'talks', words: { state: 'terms.talkStates' }, rows: rows.map(({ createdAt, needs, ...row }) => ({ ...row, note: needs, createdAt: fromDbTime(createdAt) })) }];
  }

  /** What was never on the menu goes; the rest stays without its words, because orders name it. */
  async erase(actor: PersonActor): Promise<void> {
    const personId = actor.accountId;
    const talks = await readRows<{ id: string; publishedAt: string | null }>(this.database.writer, 'SELECT k.id AS id, k.published_at AS publishedAt FROM talks k WHERE k.lecturer_id = :personId', { personId });
    for (const { id, publishedAt } of talks) {
      await changeRows(this.database.writer, 'DELETE FROM notices WHERE event_key LIKE :told', { told: `talk_%:${id}:%` });
      await changeRows(this.database.writer, 'DELETE FROM talk_terms WHERE talk_id = :id', { id });
      if (publishedAt === null) await changeRows(this.database.writer, 'DELETE FROM talks WHERE id = :id', { id });
    }
    await changeRows(this.database.writer, "UPDATE talks SET title = :gone, title_key = '', search_key = '', summary = '', needs = NULL, name_shown = 0, state = 'withdrawn', returned_reason = NULL, withdrawn_reason = NULL, version = version + 1 WHERE lecturer_id = :personId", { personId, gone: label('zh-CN', 'terms.talkGone') });
  }

  count(): Promise<ReadonlyMap<string, Record<string, never>>> { return Promise.resolve(new Map()); }
  async merge({ from, into }: PersonMerge): Promise<Record<string, never>> {
    await changeRows(this.database.writer, 'UPDATE talks SET lecturer_id = :into WHERE lecturer_id = :from', { from, into });
    return {};
  }
}

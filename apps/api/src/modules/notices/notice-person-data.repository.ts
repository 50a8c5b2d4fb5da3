import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import { Retention } from '../../platform/retention/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';

const TABLE = 'notices';

/** Messages to a person. */
@Injectable()
export class NoticePersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = [`${TABLE}.account_id`];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database, private readonly retention: Retention) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.retention.register('read_notices', (before) => this.retention.inPortions((limit) => changeRows(
      this.database.writer, 'DELETE FROM notices WHERE id IN (SELECT o.id FROM (SELECT n.id AS id FROM notices n WHERE n.read_at < :before LIMIT :limit) o)', { before: toDbTime(before), limit })));
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{ key: 'notices', rows: await readRows<PersonRow>(this.database.reader, `
      SELECT n.kind AS kind, n.params AS params, n.created_at AS createdAt, n.read_at AS readAt FROM notices n WHERE n.account_id = :personId ORDER BY n.id DESC`, { personId }) }];
  }

  async erase(actor: PersonActor): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM notices WHERE account_id = :personId', { personId: actor.accountId });
  }

  /** Of what both were told one message stays. */
  async merge({ from, into }: PersonMerge): Promise<void> {
    const { writer } = this.database;
    await changeRows(writer, 'DELETE FROM notices WHERE account_id = :from AND event_key IN (SELECT o.event_key FROM (SELECT n.event_key AS event_key FROM notices n WHERE n.account_id = :into) o)', { from, into });
    await changeRows(writer, 'UPDATE notices SET account_id = :into WHERE account_id = :from', { from, into });
  }
}

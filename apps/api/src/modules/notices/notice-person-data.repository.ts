import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows } from '../../platform/database/index.js';
import { PersonData, type PersonHolder, type PersonRow, type PersonSection } from '../identity/index.js';

/** Messages to a person. */
@Injectable()
export class NoticePersonData implements PersonHolder, OnModuleInit {
  readonly columns = ['notices.account_id'];

  constructor(private readonly data: PersonData, private readonly database: Database) {}

  onModuleInit(): void { this.data.register(this); }

  async read(personId: string): Promise<PersonSection[]> {
    return [{ key: 'notices', rows: await readRows<PersonRow>(this.database.reader, `
      SELECT n.kind AS kind, n.params AS params, n.created_at AS createdAt, n.read_at AS readAt FROM notices n WHERE n.account_id = :personId ORDER BY n.id DESC`, { personId }) }];
  }

  async erase(actor: PersonActor): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM notices WHERE account_id = :personId', { personId: actor.accountId });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { changeRows, Database, readRows } from '../../../platform/database/index.js';
import { PersonData, type PersonHolder, type PersonRow, type PersonSection } from '../person-data/person-data.js';
import { PersonMerges, type PersonMerge, type PersonMover } from '../person-data/person-merges.js';

/** Filters that a person keeps go with the person. */
@Injectable()
export class SavedFilterPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['saved_filters.account_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{ key: 'savedFilters', rows: await readRows<PersonRow>(this.database.reader, 'SELECT s.name AS name, s.created_at AS createdAt FROM saved_filters s WHERE s.account_id = :personId ORDER BY s.id', { personId }) }];
  }

  async erase(actor: PersonActor): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM saved_filters WHERE account_id = :personId', { personId: actor.accountId }); }

  /** Of two of the same name the one of the account that stays is kept. */
  async merge({ from, into }: PersonMerge): Promise<void> {
    await changeRows(this.database.writer, 'DELETE FROM saved_filters WHERE account_id = :from AND id IN (SELECT o.id FROM (SELECT s.id AS id FROM saved_filters s JOIN saved_filters k ON k.account_id = :into AND k.list = s.list AND k.name = s.name WHERE s.account_id = :from) o)', { from, into });
    await changeRows(this.database.writer, 'UPDATE saved_filters SET account_id = :into WHERE account_id = :from', { from, into });
  }
}

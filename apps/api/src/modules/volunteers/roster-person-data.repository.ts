import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows } from '../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';

/** What rosters hold of somebody who said yes: who asked, and when. What was entered is gone by then. */
@Injectable()
export class RosterPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['roster_entries.account_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('roster_imports.created_by', 'roster_entries.created_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{ key: 'rosters', words: { state: 'terms.rosterEntryStates' }, rows: await readRows<PersonRow>(this.database.reader, `
      SELECT e.body AS body, e.state AS state, e.created_at AS createdAt, e.answered_at AS at FROM roster_entries e WHERE e.account_id = :personId ORDER BY e.id`, { personId }) }];
  }

  async erase(actor: PersonActor): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM roster_entries WHERE account_id = :personId', { personId: actor.accountId }); }
  async merge({ from, into }: PersonMerge): Promise<void> { await changeRows(this.database.writer, 'UPDATE roster_entries SET account_id = :into WHERE account_id = :from', { from, into }); }
}

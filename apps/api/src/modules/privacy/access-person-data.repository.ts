import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows } from '../../platform/database/index.js';
import { PersonData, type PersonHolder, type PersonRow, type PersonSection } from '../identity/index.js';

/** Who saw a person's data. */
@Injectable()
export class AccessPersonData implements PersonHolder, OnModuleInit {
  readonly columns = ['data_accesses.person_id', 'account_closures.person_id'];

  constructor(private readonly data: PersonData, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.data.registerActs('data_accesses.actor_id');
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{
      key: 'accesses', words: { role: 'terms.roles', field: 'terms.accessFields' }, rows: await readRows<PersonRow>(this.database.reader, `
        SELECT d.at AS at, d.body AS body, d.role AS role, d.field AS field, d.reason AS reason FROM data_accesses d WHERE d.person_id = :personId ORDER BY d.id DESC`, { personId }),
    }];
  }

  /** That somebody looked stays on the staff's account; what they wrote about the person goes. */
  async erase(actor: PersonActor): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE data_accesses SET reason = NULL WHERE person_id = :personId', { personId: actor.accountId });
  }
}

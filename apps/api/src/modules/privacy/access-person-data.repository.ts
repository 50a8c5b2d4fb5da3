import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import { Retention } from '../../platform/retention/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';

/** Who saw a person's data. */
@Injectable()
export class AccessPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['data_accesses.person_id', 'account_closures.person_id', 'minor_record_requests.minor_id'];
  readonly moves = ['data_accesses.person_id', 'minor_record_requests.minor_id'];
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database, private readonly retention: Retention) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('data_accesses.actor_id', 'minor_record_requests.asked_by', 'minor_record_requests.decided_by');
    this.retention.register('data_accesses', (before) => this.retention.inPortions((limit) => changeRows(
      this.database.writer, 'DELETE FROM data_accesses WHERE id IN (SELECT o.id FROM (SELECT d.id AS id FROM data_accesses d WHERE d.at < :before LIMIT :limit) o)', { before: toDbTime(before), limit })));
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{
      key: 'accesses', words: { role: 'terms.accessRoles', field: 'terms.accessFields' }, rows: await readRows<PersonRow>(this.database.reader, `
        SELECT d.at AS at, d.body AS body, d.role AS role, d.field AS field, d.reason AS reason FROM data_accesses d WHERE d.person_id = :personId ORDER BY d.id DESC`, { personId }),
    }, {
      key: 'recordRequests', rows: await readRows<PersonRow>(this.database.reader, `
        SELECT q.asked_at AS createdAt, q.reason AS reason, q.approved AS approved, q.decided_at AS at, q.opened AS opened FROM minor_record_requests q WHERE q.minor_id = :personId ORDER BY q.id DESC`, { personId }),
    }];
  }

  /** That somebody looked stays on the staff's account; what they wrote about the person goes. */
  async erase(actor: PersonActor): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE data_accesses SET reason = NULL WHERE person_id = :personId', { personId: actor.accountId });
    await changeRows(this.database.writer, "UPDATE minor_record_requests SET reason = '—' WHERE minor_id = :personId", { personId: actor.accountId });
  }

  async merge({ from, into }: PersonMerge): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE data_accesses SET person_id = :into WHERE person_id = :from', { from, into });
    await changeRows(this.database.writer, 'UPDATE minor_record_requests SET minor_id = :into WHERE minor_id = :from', { from, into });
  }
}

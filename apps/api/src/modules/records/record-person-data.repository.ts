import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, readRows } from '../../platform/database/index.js';
import { PersonData, type PersonHolder, type PersonRow, type PersonSection } from '../identity/index.js';

/** What somebody has served. Records stay, with the name: GB/T 40143-2021, 5.2.2. */
@Injectable()
export class RecordPersonData implements PersonHolder, OnModuleInit {
  readonly columns = ['service_records.volunteer_id'];

  constructor(private readonly data: PersonData, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.data.registerActs('service_records.confirmed_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{
      key: 'records', words: { ledger: 'terms.ledgers', rule: 'terms.ledgerRules' }, rows: await readRows<PersonRow>(this.database.reader, `
        SELECT r.day AS day, a.title AS activity, u.name AS unit, r.minutes AS minutes, r.ledger AS ledger, r.rule AS rule, r.reason AS reason, r.created_at AS createdAt
        FROM service_records r JOIN activities a ON a.id = r.activity_id JOIN units u ON u.id = r.unit_id WHERE r.volunteer_id = :personId ORDER BY r.id`, { personId }),
    }];
  }

  async lastDay(personId: string): Promise<string | null> {
    const [row] = await readRows<{ day: string | null }>(this.database.reader, 'SELECT MAX(r.day) AS day FROM service_records r WHERE r.volunteer_id = :personId', { personId });
    return row?.day ?? null;
  }
}

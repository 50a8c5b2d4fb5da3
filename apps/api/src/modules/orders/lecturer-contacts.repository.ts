import { Injectable } from '@nestjs/common';
import { Database, readRows } from '../../platform/database/index.js';
import { Contacts } from '../identity/index.js';

interface Row { readonly id: string; readonly name: string; readonly emailSealed: string | null; readonly phoneSealed: string | null; readonly unitName: string | null }

/** What whoever ordered is told of the lecturer who said yes: name, number and unit. */
@Injectable()
export class LecturerContacts {
  constructor(private readonly database: Database, private readonly contacts: Contacts) {}

  async of(accountId: string): Promise<{ name: string; phone: string | null; unit: string | null } | null> {
    const [row] = await readRows<Row>(this.database.reader, 'SELECT a.id AS id, a.name AS name, a.email_sealed AS emailSealed, a.phone_sealed AS phoneSealed, u.name AS unitName FROM accounts a LEFT JOIN volunteers v ON v.id = a.id LEFT JOIN units u ON u.id = v.unit_id WHERE a.id = :accountId', { accountId });
    return row ? { name: row.name, phone: this.contacts.open(row, 'phone'), unit: row.unitName } : null;
  }
}

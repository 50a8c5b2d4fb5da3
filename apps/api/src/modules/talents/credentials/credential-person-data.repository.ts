import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { changeRows, Database, readRows } from '../../../platform/database/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonRow, type PersonSection } from '../../identity/index.js';
import { numberPlace } from './my-credentials.service.js';

/** Certificates of one person. All of them go with the account, their files too. */
@Injectable()
export class CredentialPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['credentials.account_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database, private readonly cipher: FieldCipher) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('credentials.confirmed_by', 'credentials.audited_by', 'credentials.returned_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = await readRows<PersonRow & { id: string; number: string | null }>(this.database.reader, `
      SELECT c.id AS id, k.name AS kind, c.issuer AS issuer, c.number_sealed AS number, c.from_day AS fromDay, c.to_day AS toDay, c.state AS state, c.returned_reason AS reason, c.declared_at AS declaredAt, c.confirmed_at AS confirmedAt, c.course_title AS course
      FROM credentials c JOIN credential_kinds k ON k.id = c.kind_id WHERE c.account_id = :personId ORDER BY c.id`, { personId });
    return [{ key: 'credentials', words: { state: 'terms.credentialStates' }, rows: rows.map(({ id, number, ...row }) => ({ ...row, number: number === null ? null : this.cipher.open(number, numberPlace(id)) })) }];
  }

  async erase(actor: PersonActor): Promise<void> {
    const files = await readRows<{ fileId: string }>(this.database.writer, 'SELECT c.file_id AS fileId FROM credentials c WHERE c.account_id = :personId AND c.file_id IS NOT NULL', { personId: actor.accountId });
    await changeRows(this.database.writer, 'DELETE FROM credentials WHERE account_id = :personId', { personId: actor.accountId });
    if (files.length > 0) await changeRows(this.database.writer, 'DELETE FROM stored_files WHERE id IN (:...ids)', { ids: files.map(({ fileId }) => fileId) });
  }

  /** What both had from one course stands once. */
  async merge({ from, into }: PersonMerge): Promise<void> {
    const both = await readRows<{ id: string }>(this.database.writer, 'SELECT c.id AS id FROM credentials c JOIN credentials o ON o.activity_id = c.activity_id AND o.account_id = :into WHERE c.account_id = :from', { from, into });
    for (const { id } of both) await changeRows(this.database.writer, 'DELETE FROM credentials WHERE id = :id', { id });
    await changeRows(this.database.writer, 'UPDATE credentials SET account_id = :into WHERE account_id = :from', { from, into });
  }
}

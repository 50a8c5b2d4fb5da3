import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { changeRows, Database, readRows } from '../../../platform/database/index.js';
import { PersonData, type PersonHolder, type PersonRow, type PersonSection } from './person-data.js';
import { PersonMerges, type PersonMerge, type PersonMover } from './person-merges.js';

const tables = ['external_identities', 'password_records', 'recovery_codes', 'remembered_devices', 'second_factors', 'session_challenges'] as const;

/** By what people sign in. Digests and secrets are not shown: they are of use to nobody but whoever would sign in with them. */
@Injectable()
export class SignInPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = tables.map((table) => `${table}.account_id`);
  readonly moves = [];
  readonly stays = this.columns;

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = (sql: string) => readRows<PersonRow>(this.database.reader, sql, { personId });
    return [
      { key: 'factors', words: { kind: 'terms.proofKinds' }, rows: await rows('SELECT f.kind AS kind, f.confirmed_at AS createdAt FROM second_factors f WHERE f.account_id = :personId AND f.confirmed_at IS NOT NULL ORDER BY f.id') },
      { key: 'recoveryCodes', rows: await rows('SELECT c.created_at AS createdAt, c.used_at AS usedAt FROM recovery_codes c WHERE c.account_id = :personId ORDER BY c.id') },
      { key: 'identities', rows: await rows('SELECT i.issuer AS issuer, i.created_at AS createdAt FROM external_identities i WHERE i.account_id = :personId ORDER BY i.id') },
      { key: 'devices', rows: await rows('SELECT d.created_at AS createdAt, d.last_used_at AS lastSeenAt, d.ended_at AS endedAt, d.ip AS ip, d.user_agent AS userAgent FROM remembered_devices d WHERE d.account_id = :personId ORDER BY d.id DESC') },
      { key: 'passwords', rows: await rows('SELECT r.set_at AS at FROM password_records r WHERE r.account_id = :personId ORDER BY r.id DESC') },
      { key: 'codes', words: { channel: 'terms.proofKinds' }, rows: await rows('SELECT c.channel AS channel, c.created_at AS createdAt, c.used_at AS usedAt FROM session_challenges c WHERE c.account_id = :personId ORDER BY c.id DESC') },
    ];
  }

  erase(actor: PersonActor): Promise<void> { return this.forget(actor.accountId); }
  /** By what the account that goes was signed in to opens nothing any more: above all not the one that stays. */
  merge({ from }: PersonMerge): Promise<void> { return this.forget(from); }

  private async forget(personId: string): Promise<void> {
    for (const table of tables) await changeRows(this.database.writer, `DELETE FROM ${table} WHERE account_id = :personId`, { personId });
  }
}

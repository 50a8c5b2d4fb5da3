import { Injectable, type OnModuleInit } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { LENGTHS } from '../../../platform/database/column-lengths.js';
import { changeRows, Database, readRows, toDbTime } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { Retention } from '../../../platform/retention/index.js';
import { searchKey, sortKey } from '../../../platform/pinyin/pinyin.js';
import { Contacts } from '../contacts.js';
import { PersonMerges, type PersonMerge, type PersonMover } from './person-merges.js';
import { PersonData, type Closing, type PersonHolder, type PersonRow, type PersonSection } from './person-data.js';

interface AccountRow { readonly name: string; readonly state: string; readonly emailSealed: string | null; readonly phoneSealed: string | null; readonly createdAt: string; readonly lastSignInAt: string | null }

/** What identity keeps of people: account, rights, sessions, consents. */
@Injectable()
export class AccountPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['account_grants.account_id', 'sessions.account_id', 'consents.person_id', 'person_keys.person_id'];
  readonly moves = [];
  readonly stays = this.columns;

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database, private readonly contacts: Contacts, private readonly retention: Retention, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.retention.register('sessions', (before) => this.retention.inPortions((limit) => this.forgetSessions(before, limit)));
    this.retention.register('invitations', (before) => this.retention.inPortions((limit) => changeRows(
      this.database.writer, 'DELETE FROM invitations WHERE id IN (SELECT o.id FROM (SELECT i.id AS id FROM invitations i WHERE i.created_at < :before LIMIT :limit) o)', { before: toDbTime(before), limit })));
    this.data.registerActs('account_grants.created_by', 'invitations.accepted_by', 'invitations.invited_by', 'consents.given_by', 'stored_files.created_by', 'audit_entries.actor_id');
  }

  async read(personId: string): Promise<PersonSection[]> {
    const rows = (sql: string) => readRows<PersonRow>(this.database.reader, sql, { personId });
    const [account] = await readRows<AccountRow>(this.database.reader, `
      SELECT a.name AS name, a.state AS state, a.email_sealed AS emailSealed, a.phone_sealed AS phoneSealed, a.created_at AS createdAt, a.last_sign_in_at AS lastSignInAt FROM accounts a WHERE a.id = :personId`, { personId });
    if (!account) throw new Refusal('auth.required');
    const { emailSealed, phoneSealed, ...plain } = account;
    const contact = { id: personId, emailSealed, phoneSealed };
    return [
      { key: 'account', rows: [{ ...plain, phone: this.contacts.open(contact, 'phone'), email: this.contacts.open(contact, 'email') }], words: { state: 'terms.accountStates' } },
      {
        key: 'grants', words: { role: 'terms.roles', scopeKind: 'terms.scopeKinds' }, rows: await rows(`
          SELECT g.role AS role, g.scope_kind AS scopeKind, g.scope_id AS scopeId, g.from_day AS fromDay, g.to_day AS toDay, g.ended_at AS endedAt FROM account_grants g WHERE g.account_id = :personId ORDER BY g.id`),
      },
      {
        key: 'consents', words: { kind: 'terms.consentKinds', method: 'terms.consentMethods' }, rows: await rows(`
          SELECT c.kind AS kind, c.version AS version, c.hash AS hash, c.given_at AS givenAt, c.method AS method, c.withdrawn_at AS withdrawnAt FROM consents c WHERE c.person_id = :personId ORDER BY c.given_at, c.id`),
      },
      {
        key: 'sessions', rows: await rows(`
          SELECT s.created_at AS createdAt, s.last_seen_at AS lastSeenAt, s.ended_at AS endedAt, s.ip AS ip, s.user_agent AS userAgent FROM sessions s WHERE s.account_id = :personId ORDER BY s.id DESC`),
      },
    ];
  }

  async ties(personId: string): Promise<number> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, `
      SELECT COUNT(*) AS total FROM account_grants g WHERE g.account_id = :personId AND g.ended_at IS NULL AND (g.to_day IS NULL OR g.to_day >= :today)`, { personId, today: this.clock.today() });
    return Number(row?.total ?? 0);
  }

  /** Whoever worked for an office or a unit has signed for it, and the acts bear the name. */
  async lastDay(personId: string): Promise<string | null> {
    const [row] = await readRows<{ total: number | string }>(this.database.reader, 'SELECT COUNT(*) AS total FROM account_grants g WHERE g.account_id = :personId', { personId });
    return Number(row?.total ?? 0) > 0 ? this.clock.today() : null;
  }

  async erase(actor: PersonActor, { keepsName }: Closing): Promise<void> {
    await this.close(actor.accountId);
    if (!keepsName) await this.eraseName(actor.accountId);
    await changeRows(this.database.writer, 'DELETE FROM sessions WHERE account_id = :personId', { personId: actor.accountId });
  }

  /** Consents stay as they were given, with the account. Whoever still works here does not come this far. */
  merge({ from }: PersonMerge): Promise<void> { return this.close(from); }

  /** Inside a unit: nobody signs in any more, and the number and the address are free. */
  private async close(personId: string): Promise<void> {
    await changeRows(this.database.writer, `
      UPDATE accounts SET email_sealed = NULL, email_index = NULL, phone_sealed = NULL, phone_index = NULL, password_hash = 'closed', must_change_password = 0, last_sign_in_at = NULL, state = 'closed', version = version + 1
      WHERE id = :personId`, { personId });
    await changeRows(this.database.writer, 'UPDATE consents SET withdrawn_at = COALESCE(withdrawn_at, :now), scan_id = NULL WHERE person_id = :personId AND (withdrawn_at IS NULL OR scan_id IS NOT NULL)', { personId, now: toDbTime(this.clock.now()) });
  }

  /** Sessions that ended or ran out before the moment. */
  private forgetSessions(before: Date, limit: number): Promise<number> {
    return changeRows(this.database.writer, 'DELETE FROM sessions WHERE id IN (SELECT o.id FROM (SELECT s.id AS id FROM sessions s WHERE s.ended_at < :before OR s.expires_at < :before LIMIT :limit) o)', { before: toDbTime(before), limit });
  }

  /** Inside a unit: what stands there afterwards is the same for everybody. */
  async eraseName(personId: string): Promise<void> {
    const name = label('zh-CN', 'terms.closedPerson');
    await changeRows(this.database.writer, 'UPDATE accounts SET name = :name, name_key = :nameKey, search_key = :searchKey WHERE id = :personId', {
      personId, name, nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([name], LENGTHS.searchKey),
    });
  }
}

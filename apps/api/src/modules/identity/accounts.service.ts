import { Injectable } from '@nestjs/common';
import type { Account, accountChange, accountInput, accountQuery, Page } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import type { AccountEntity } from './account.entity.js';
import { AccountQueries } from './account-queries.repository.js';
import { AccountsRepository } from './accounts.repository.js';
import { Contacts } from './contacts.js';
import { grantView } from './grant.mapper.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService } from './grants.service.js';
import { Passwords } from './passwords.js';
import { maskedName, SealedNames } from './sealed-names.repository.js';
import { SignInRemains } from './sign-in/sign-in-remains.js';

const taken = (error: unknown): never => {
  if (error instanceof UniqueViolation) throw new Refusal('account.identifier_taken', { cause: error });
  throw error;
};
/** Whoever has left does not come back through a button: the person registers anew. Errors: `lifecycle.not_allowed`. */
const demandOpen = ({ state }: AccountEntity): void => {
  if (state === 'closed') throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.accountStates.closed' } });
};
/** What follows a person's name. Runs inside the unit of work of the change, and may run again with it. */
export type RenameHandler = (accountId: string, name: string) => Promise<void>;

const nameKeys = (name: string) => ({ name, nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([name], LENGTHS.searchKey) });

/** The people who can sign in. */
@Injectable()
export class AccountsService {
  private readonly renameHandlers: RenameHandler[] = [];

  constructor(
    private readonly accounts: AccountsRepository, private readonly queries: AccountQueries, private readonly grants: GrantsRepository, private readonly rights: GrantsService,
    private readonly remains: SignInRemains, private readonly contacts: Contacts, private readonly passwords: Passwords, private readonly names: SealedNames, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** For the modules to the right that keep keys made of a person's name. */
  whenRenamed(handler: RenameHandler): void { this.renameHandlers.push(handler); }

  async list(actor: PersonActor, query: z.output<typeof accountQuery>): Promise<Page<Account>> {
    const { rows, total } = await this.queries.listFor(actor, query, this.clock.today());
    return { data: await this.views(rows), total };
  }

  async get(actor: PersonActor, id: string): Promise<Account> { return this.view(await this.findFor(actor, id)); }

  /** Errors: `account.identifier_taken`, `input.invalid`. */
  async create(actor: PersonActor, given: z.output<typeof accountInput>): Promise<Account & { initialPassword: string }> {
    const initialPassword = this.passwords.makeFirst();
    const id = await this.insert(given, await this.passwords.hash(initialPassword), true, actor).catch(taken);
    return { ...(await this.get(actor, id)), initialPassword };
  }

  /** Inside or outside a unit. Also used by the demo city, whose passwords need no change. */
  async insert(given: { name: string; email?: string; phone?: string }, passwordHash: string, mustChangePassword: boolean, actor: Parameters<typeof auditActor>[0]): Promise<string> {
    const id = newId();
    await this.work.run(async () => {
      await this.accounts.insert({
        id, ...nameKeys(given.name), emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, ...this.contacts.seal(id, given), passwordHash, mustChangePassword,
        state: 'active', lastSignInAt: null, createdAt: this.clock.now(), version: 1,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'account.created', subjectKind: 'account', subjectId: id, before: null, after: { name: given.name }, classified: { personId: id, fields: ['name'] } });
    });
    return id;
  }

  /** Inside a unit whose audit row tells of it: another name, with everything that is made of it. */
  async rename(id: string, name: string): Promise<void> {
    await this.accounts.rename(id, nameKeys(name));
    for (const handler of this.renameHandlers) await handler(id, name);
  }

  /** The own contact data, masked. */
  async ownContact(actor: PersonActor): Promise<{ email: string | null; phone: string | null }> {
    const account = await this.accounts.find(actor.accountId);
    if (!account) throw notFound();
    return this.contacts.masked(account);
  }

  /** Errors: `version.stale`, `account.identifier_taken`. */
  async update(actor: PersonActor, id: string, given: z.output<typeof accountChange>): Promise<Account> {
    await this.work.run(async () => {
      const before = await this.findFor(actor, id);
      demandOpen(before);
      const name = given.name === undefined ? undefined : await this.shownName(id, given.name);
      const changes: Partial<AccountEntity> = { ...(name === undefined ? {} : nameKeys(name)), ...this.contacts.seal(id, given) };
      if (!(await this.accounts.update(id, given.version, changes))) throw new Refusal('version.stale');
      if (name !== undefined) for (const handler of this.renameHandlers) await handler(id, name);
      await this.audit.record({
        actor: auditActor(actor), action: 'account.changed', subjectKind: 'account', subjectId: id, before: { name: before.name },
        after: { name: name ?? before.name, changed: Object.keys(given).filter((key) => key !== 'version') }, classified: { personId: id, fields: ['name'] },
      });
    }).catch(taken);
    return this.get(actor, id);
  }

  /** Errors: `account.own_rights`, `account.last_administrator`. */
  async disable(actor: PersonActor, id: string): Promise<Account> {
    if (id === actor.accountId) throw new Refusal('account.own_rights');
    await this.setState(actor, id, 'disabled');
    return this.get(actor, id);
  }

  async enable(actor: PersonActor, id: string): Promise<Account> {
    await this.setState(actor, id, 'active');
    return this.get(actor, id);
  }

  /** A new first password; every device of the person is signed out. */
  async resetPassword(actor: PersonActor, id: string): Promise<Account & { initialPassword: string }> {
    const initialPassword = this.passwords.makeFirst();
    const passwordHash = await this.passwords.hash(initialPassword);
    await this.work.run(async () => {
      const account = await this.findFor(actor, id);
      demandOpen(account);
      if (!(await this.accounts.update(id, account.version, { passwordHash, mustChangePassword: true }))) throw new Refusal('version.stale');
      await this.remains.endAllOf(id, this.clock.now());
      await this.audit.record({ actor: auditActor(actor), action: 'account.password_reset', subjectKind: 'account', subjectId: id, before: null, after: null });
    });
    return { ...(await this.get(actor, id)), initialPassword };
  }

  /** A minor's name is kept apart, and only the surname is shown. */
  private async shownName(id: string, name: string): Promise<string> {
    if ((await this.names.openOne(id)) === null) return name;
    await this.names.forget(id);
    await this.names.seal(id, name);
    return maskedName(name);
  }

  /** Inside a unit of a module to the right that has proved the right to it: nobody signs in with it any more. Whoever works here is let go of first. Errors: `account.holds_rights`. */
  async endFor(actor: PersonActor, id: string): Promise<void> {
    await this.accounts.takeTurn('grants');
    const rights = (await this.grants.inForce([id], this.clock.today())).length;
    if (rights > 0) throw new Refusal('account.holds_rights', { params: { count: rights } });
    const account = await this.accounts.find(id);
    if (account?.state !== 'active') return;
    if (!(await this.accounts.update(id, account.version, { state: 'disabled' }))) throw new Refusal('version.stale');
    await this.remains.endAllOf(id, this.clock.now());
    await this.audit.record({ actor: auditActor(actor), action: 'account.disabled', subjectKind: 'account', subjectId: id, before: { state: account.state }, after: { state: 'disabled' } });
  }

  private async setState(actor: PersonActor, id: string, state: AccountEntity['state']): Promise<void> {
    await this.work.run(async () => {
      const account = await this.findFor(actor, id);
      if (account.state === state) return;
      demandOpen(account);
      await this.accounts.takeTurn('grants');
      if (!(await this.accounts.update(id, account.version, { state }))) throw new Refusal('version.stale');
      if (state === 'disabled') {
        await this.remains.endAllOf(id, this.clock.now());
        await this.rights.keepAnAdministrator();
      }
      await this.audit.record({ actor: auditActor(actor), action: state === 'disabled' ? 'account.disabled' : 'account.enabled', subjectKind: 'account', subjectId: id, before: { state: account.state }, after: { state } });
    });
  }

  private async findFor(actor: PersonActor, id: string): Promise<AccountEntity> {
    const account = await this.queries.findFor(actor, id);
    if (!account) throw notFound();
    return account;
  }

  private async view(account: AccountEntity): Promise<Account> {
    const [view] = await this.views([account]);
    if (!view) throw notFound();
    return view;
  }

  private async views(accounts: readonly AccountEntity[]): Promise<Account[]> {
    const grants = await this.grants.inForce(accounts.map((account) => account.id), this.clock.today());
    return accounts.map((account) => ({
      id: account.id, name: account.name, ...this.contacts.masked(account), state: account.state, lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
      createdAt: account.createdAt.toISOString(), version: account.version, grants: grants.filter((grant) => grant.accountId === account.id).map(grantView),
    }));
  }
}

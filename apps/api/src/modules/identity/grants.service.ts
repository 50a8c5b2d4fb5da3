import { Injectable } from '@nestjs/common';
import { roleScopes, type Grant, type Page, type grantInput, type grantQuery } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type Actor, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { likePattern, searchTerm } from '../../platform/pinyin/pinyin.js';
import { AccountsRepository } from './accounts.repository.js';
import { grantView } from './grant.mapper.js';
import { GrantsRepository } from './grants.repository.js';
import { ScopeDirectory } from './scope-directory.js';

/** Giving and withdrawing rights. Nobody changes their own, and the last administrator stays. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly grants: GrantsRepository, private readonly accounts: AccountsRepository, private readonly scopes: ScopeDirectory,
    private readonly audit: AuditTrail, private readonly jobs: Jobs, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof grantQuery>): Promise<Page<Grant>> {
    if (reachOf(actor, 'grant:read') !== 'all') return { data: [], total: 0 };
    const sort = query.sort ?? 'accountName';
    const name = sort.replace('-', '') as 'accountName' | 'role' | 'from';
    const term = query.q ? searchTerm(query.q) : null;
    const { rows, total } = await this.grants.list({
      ...(query.accountId ? { accountIds: [query.accountId] } : {}), unitId: query.unitId, role: query.role, ids: query.ids, term: term ? likePattern(term) : undefined,
      ...(query.current === undefined ? {} : { current: { is: query.current, today: this.clock.today() } }),
    }, { sort: name, descending: sort.startsWith('-'), offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: rows.map(grantView), total };
  }

  /** Errors: `account.own_rights`, `grant.exists`, `reference.not_found`, `input.invalid` for a role in a wrong scope. */
  async give(actor: PersonActor, given: z.output<typeof grantInput>): Promise<Grant> {
    if (given.accountId === actor.accountId) throw new Refusal('account.own_rights');
    const wrong = (path: string, code: string) => new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path, code }] });
    if (!roleScopes[given.role].includes(given.scopeKind)) throw wrong('body.scopeKind', 'wrong_scope');
    if ((given.scopeKind === 'city') !== (given.scopeId === null)) throw wrong('body.scopeId', 'required');
    const from = given.from ?? this.clock.today();
    if (given.to !== null && given.to < from) throw wrong('body.to', 'order');
    return this.work.run(async () => {
      const account = await this.accounts.find(given.accountId);
      if (account?.state !== 'active') throw badReference('admin.people.person');
      if (given.scopeId !== null && !(await this.scopes.exists(given.scopeKind, given.scopeId))) throw badReference('admin.people.scope');
      await this.accounts.takeTurn('grants');
      if (await this.grants.existsInForce(given.accountId, given.role, given.scopeKind, given.scopeId)) throw new Refusal('grant.exists');
      const id = newId();
      await this.grants.insert({ id, accountId: given.accountId, role: given.role, scopeKind: given.scopeKind, scopeId: given.scopeId, fromDay: from, toDay: given.to, endedAt: null, createdAt: this.clock.now(), createdBy: actor.accountId });
      await this.audit.record({
        actor: auditActor(actor), action: 'grant.given', subjectKind: 'account', subjectId: given.accountId, before: null,
        after: { grantId: id, role: given.role, scopeKind: given.scopeKind, scopeId: given.scopeId, from, to: given.to },
      });
      await this.jobs.enqueue('notice.grant_given', { grantId: id });
      return this.view(id);
    });
  }

  /** Errors: `account.own_rights`, `account.last_administrator`. */
  async end(actor: PersonActor, id: string): Promise<Grant> {
    return this.work.run(async () => {
      const grant = await this.grants.find(id);
      if (!grant || reachOf(actor, 'grant:write') !== 'all') throw notFound();
      if (grant.accountId === actor.accountId) throw new Refusal('account.own_rights');
      await this.accounts.takeTurn('grants');
      if (await this.grants.end(id, this.clock.now())) {
        if (grant.role === 'administrator') await this.keepAnAdministrator();
        await this.audit.record({ actor: auditActor(actor), action: 'grant.ended', subjectKind: 'account', subjectId: grant.accountId, before: { grantId: id, role: grant.role, scopeKind: grant.scopeKind, scopeId: grant.scopeId }, after: null });
      }
      return this.view(id);
    });
  }

  /** Rights follow a unit or division to its successor. Inside the unit of work that ends it. */
  async moveScope(actor: Actor, kind: 'division' | 'unit', from: string, to: string): Promise<void> {
    await this.accounts.takeTurn('grants');
    for (const { id, accountId, role } of await this.grants.moveScope(kind, from, to, this.clock.now())) {
      await this.audit.record({
        actor: auditActor(actor), action: 'grant.moved', subjectKind: 'account', subjectId: accountId, before: { grantId: id, role, scopeKind: kind, scopeId: from },
        after: { grantId: id, role, scopeKind: kind, scopeId: to },
      });
    }
  }

  /** Inside a unit, after a change that may have taken the last one. Errors: `account.last_administrator`. */
  async keepAnAdministrator(): Promise<void> {
    if ((await this.grants.countAdministrators(this.clock.today())) === 0) throw new Refusal('account.last_administrator');
  }

  private async view(id: string): Promise<Grant> {
    const row = await this.grants.find(id);
    if (!row) throw notFound();
    return grantView(row);
  }
}

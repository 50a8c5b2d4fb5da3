import { Injectable } from '@nestjs/common';
import { lentRoles, roleScopes, type Grant, type grantInput, type grantQuery, type Page, type Post, type Role, type ScopeKind } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
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
import { grantsWorkbook } from './grants-export.js';
import { GrantsRepository, type GrantRow } from './grants.repository.js';
import { ScopeDirectory } from './scope-directory.js';

/** More people than any city's office, counties and units have. */
const MOST_EXPORTED = 20_000;

/** A right to write down. */
export interface NewGrant { readonly accountId: string; readonly role: Role; readonly scopeKind: ScopeKind; readonly scopeId: string | null; readonly post: Post | null; readonly from: string; readonly to: string | null }

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

  /** All rights in force that match, as a sheet, with what each role may do. */
  async workbook(actor: PersonActor, query: { readonly unitId?: string | undefined; readonly role?: Role | undefined }, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const today = this.clock.today();
    const { rows } = reachOf(actor, 'grant:read') === 'all'
      ? await this.grants.list({ unitId: query.unitId, role: query.role, current: { is: true, today } }, { sort: 'accountName', descending: false, offset: 0, limit: MOST_EXPORTED }) : { rows: [] };
    return { name: `${label(locale, 'documents.grants')} ${today}.xlsx`, bytes: await grantsWorkbook(rows.map(grantView), { name: actor.name, at: today }, locale) };
  }

  /** Errors: `account.own_rights`, `grant.exists`, `grant.post_taken`, `reference.not_found`, `input.invalid` for a role in a wrong scope, without its last day, or with a post that it does not have. */
  async give(actor: PersonActor, given: z.output<typeof grantInput>): Promise<Grant> {
    if (given.accountId === actor.accountId) throw new Refusal('account.own_rights');
    const wrong = (path: string, code: string) => new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path, code }] });
    if (!roleScopes[given.role].includes(given.scopeKind)) throw wrong('body.scopeKind', 'wrong_scope');
    if ((given.scopeKind === 'city') !== (given.scopeId === null)) throw wrong('body.scopeId', 'required');
    const from = given.from ?? this.clock.today();
    if (given.to !== null && given.to < from) throw wrong('body.to', 'order');
    if (given.to === null && lentRoles.includes(given.role)) throw wrong('body.to', 'required');
    if (given.post !== null && given.role !== 'liaison') throw wrong('body.post', 'not_an_option');
    return this.work.run(async () => {
      const account = await this.accounts.find(given.accountId);
      if (account?.state !== 'active') throw badReference('admin.people.person');
      if (given.scopeId !== null && !(await this.scopes.exists(given.scopeKind, given.scopeId))) throw badReference('admin.people.scope');
      return this.view(await this.add(actor, { ...given, from }));
    });
  }

  /** Inside a unit: a right that somebody gives, that follows from an invitation or from a hand-over. Answers its id. Errors: `grant.exists`, `grant.post_taken`. */
  async add(actor: Actor, { accountId, role, scopeKind, scopeId, post, from, to }: NewGrant): Promise<string> {
    await this.accounts.takeTurn('grants');
    if (await this.grants.existsInForce(accountId, role, scopeKind, scopeId)) throw new Refusal('grant.exists');
    if (post !== null && scopeId !== null && (await this.grants.holderOf(scopeId, post, this.clock.today())) !== null) throw new Refusal('grant.post_taken', { params: { post: `terms.posts.${post}` } });
    const id = newId();
    const given = { accountId, role, scopeKind, scopeId, post };
    await this.grants.insert({ id, ...given, fromDay: from, toDay: to, endedAt: null, createdAt: this.clock.now(), createdBy: actor.kind === 'person' ? actor.accountId : null });
    await this.audit.record({ actor: auditActor(actor), action: 'grant.given', subjectKind: 'account', subjectId: accountId, before: null, after: { grantId: id, role, scopeKind, scopeId, ...(post === null ? {} : { post }), from, to } });
    await this.jobs.enqueue('notice.grant_given', { grantId: id });
    return id;
  }

  /** Inside a unit: ends a right. Answers whether it was this call that did. */
  async close(actor: Actor, grant: Pick<GrantRow, 'id' | 'accountId' | 'role' | 'scopeKind' | 'scopeId'>): Promise<boolean> {
    if (!(await this.grants.end(grant.id, this.clock.now()))) return false;
    await this.audit.record({ actor: auditActor(actor), action: 'grant.ended', subjectKind: 'account', subjectId: grant.accountId, before: { grantId: grant.id, role: grant.role, scopeKind: grant.scopeKind, scopeId: grant.scopeId }, after: null });
    return true;
  }

  /** Errors: `account.own_rights`, `account.last_administrator`. */
  async end(actor: PersonActor, id: string): Promise<Grant> {
    return this.work.run(async () => {
      const grant = await this.grants.find(id);
      if (!grant || reachOf(actor, 'grant:write') !== 'all') throw notFound();
      if (grant.accountId === actor.accountId) throw new Refusal('account.own_rights');
      await this.accounts.takeTurn('grants');
      if ((await this.close(actor, grant)) && grant.role === 'administrator') await this.keepAnAdministrator();
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

  /** A right with its names, for whoever was just told of it. */
  async view(id: string): Promise<Grant> {
    const row = await this.grants.find(id);
    if (!row) throw notFound();
    return grantView(row);
  }
}

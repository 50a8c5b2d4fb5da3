import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Invitation, invitationAcceptance, invitationInput, InvitationOffer, invitationQuery, InvitationState, Page, Post, UnitRole } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { Jobs } from '../../platform/jobs/index.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { Contacts, type LooseContact } from './contacts.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService } from './grants.service.js';
import { invitableIn } from './invitation.policy.js';
import { InvitationsRepository, type InvitationRow, type InvitingUnit } from './invitations.repository.js';
import { Passwords } from './passwords.js';
import { tokenHash } from './session.repository.js';
import { SessionsService, type Device, type SignedIn } from './sessions.service.js';

/** How long a link is good. */
const DAYS = 7;
const DAY_MS = 86_400_000;
const table = 'invitations';
/** Looks and answers per network, and contacts tried per invitation. */
const perNetwork = { tries: 60, minutes: 15 };
const perInvitation = { tries: 8, minutes: 60 };

/** An invitation with its link, which is told once. */
export type InvitationWithLink = Invitation & { link: string };
/** Who is asked for what. */
export interface NewInvitation { readonly unit: InvitingUnit; readonly role: UnitRole; readonly post: Post | null; readonly name: string; readonly contact: LooseContact; readonly id: string; readonly tokenHash: string }

/** Asking people to speak or write for a unit. A link is good for one person, once, for a week, and for as long as whoever made it may invite. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly rows: InvitationsRepository, private readonly accounts: AccountsRepository, private readonly people: AccountsService, private readonly grants: GrantsRepository, private readonly rights: GrantsService, private readonly contacts: Contacts,
    private readonly passwords: Passwords, private readonly sessions: SessionsService, private readonly limits: RateLimits, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof invitationQuery>): Promise<Page<Invitation>> {
    const { rows, total } = await this.rows.listFor(actor, query, this.clock.now());
    return { data: rows.map((row) => this.view(row)), total };
  }

  /** Errors: `reference.not_found`, `grant.not_given_by_you`, `grant.exists`, `grant.post_taken`, `invitation.exists`, `input.invalid`. */
  async create(actor: PersonActor, given: z.output<typeof invitationInput>): Promise<InvitationWithLink> {
    const token = newToken();
    const id = newId();
    const contact = this.contacts.sealLoose(given.contact, table, id);
    if (given.post !== null && given.role !== 'liaison') throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.post', code: 'not_an_option' }] });
    await this.work.run(async () => {
      const unit = await this.rows.unitFor(actor, given.unitId, this.clock.today());
      if (!unit) throw badReference('terms.scopeKinds.unit');
      await this.invite(actor, { unit, role: given.role, post: given.post, name: given.name, contact, id, tokenHash: tokenHash(token) });
    });
    return this.withLink(actor, id, token);
  }

  /** Inside a unit. Errors: as of `create`. */
  async invite(actor: PersonActor, { unit, role, post, name, contact, id, tokenHash: hashed }: NewInvitation): Promise<void> {
    const now = this.clock.now();
    if (!invitableIn(actor.grants, unit).has(role)) throw new Refusal('grant.not_given_by_you');
    await this.accounts.takeTurn('grants');
    const known = await this.accounts.findByIndex(contact.contactKind === 'phone' ? 'phoneIndex' : 'emailIndex', contact.contactIndex);
    if (known && (await this.grants.existsInForce(known.id, role, 'unit', unit.id))) throw new Refusal('grant.exists');
    if (post !== null && (await this.grants.holderOf(unit.id, post, this.clock.today())) !== null) throw new Refusal('grant.post_taken', { params: { post: `terms.posts.${post}` } });
    if (await this.rows.isOpen({ unitId: unit.id, role, contactIndex: contact.contactIndex }, now)) throw new Refusal('invitation.exists');
    await this.rows.insert({
      id, tokenHash: hashed, unitId: unit.id, role, post, name, nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([name], LENGTHS.searchKey), ...contact, invitedBy: actor.accountId, createdAt: now,
      expiresAt: new Date(now.getTime() + DAYS * DAY_MS), acceptedAt: null, acceptedBy: null, withdrawnAt: null,
    });
    await this.audit.record({ actor: auditActor(actor), action: 'invitation.created', subjectKind: 'invitation', subjectId: id, before: null, after: { unitId: unit.id, role, post } });
  }

  /** Errors: `invitation.not_open`, `grant.not_given_by_you`. */
  async renew(actor: PersonActor, id: string): Promise<InvitationWithLink> {
    const token = newToken();
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      if (!invitableIn(actor.grants, { path: row.unitPath, divisionId: row.divisionId }).has(row.role)) throw new Refusal('grant.not_given_by_you');
      if (!(await this.rows.renew(id, tokenHash(token), new Date(this.clock.now().getTime() + DAYS * DAY_MS)))) throw new Refusal('invitation.not_open');
      await this.audit.record({ actor: auditActor(actor), action: 'invitation.renewed', subjectKind: 'invitation', subjectId: id, before: null, after: null });
    });
    return this.withLink(actor, id, token);
  }

  /** Errors: `invitation.not_open`. */
  async withdraw(actor: PersonActor, id: string): Promise<Invitation> {
    await this.work.run(async () => {
      await this.demand(actor, id);
      if (!(await this.rows.withdraw(id, this.clock.now()))) throw new Refusal('invitation.not_open');
      await this.audit.record({ actor: auditActor(actor), action: 'invitation.withdrawn', subjectKind: 'invitation', subjectId: id, before: null, after: null });
    });
    return this.view(await this.demand(actor, id, 'invitation:read'));
  }

  /** Errors: `rate.limited`, `invitation.unknown`. */
  async lookUp(token: string, device: Device): Promise<InvitationOffer> {
    const row = await this.byToken(token, device);
    return { name: row.name, role: row.role, post: row.post, unit: { id: row.unitId, name: row.unitName }, state: await this.stateOf(row), invitedBy: row.invitedByName, expiresAt: fromDbTime(row.expiresAt), contactKind: row.contactKind };
  }

  /** Answers the session that opens with it; null for somebody who is signed in and stays so. Errors: `rate.limited`, `invitation.unknown`, `invitation.not_open`, `invitation.wrong_contact`, `invitation.sign_in_first`, `account.own_rights`, `auth.password_weak`, `grant.exists`, `grant.post_taken`. */
  async accept(actor: Actor, given: z.output<typeof invitationAcceptance>, device: Device): Promise<SignedIn | null> {
    const row = await this.byToken(given.token, device);
    if ((await this.stateOf(row)) !== 'open') throw new Refusal('invitation.not_open');
    await this.limits.spend('invitation contact', row.id, perInvitation);
    const { index, value, kind } = this.contacts.indexOf(given.contact);
    if (index !== row.contactIndex) throw new Refusal('invitation.wrong_contact');
    const known = await this.accounts.findByIndex(kind === 'phone' ? 'phoneIndex' : 'emailIndex', index);
    if (known && (actor.kind !== 'person' || actor.accountId !== known.id)) throw new Refusal('invitation.sign_in_first');
    if (!known && actor.kind === 'person') throw new Refusal('invitation.wrong_contact');
    if (known?.id === row.invitedBy) throw new Refusal('account.own_rights');
    const passwordHash = known ? null : await this.newPassword(given.password, row.name);
    return this.work.run(async () => {
      const accountId = known?.id ?? (await this.people.insert({ name: row.name, ...(kind === 'phone' ? { phone: value } : { email: value }) }, passwordHash ?? '', false, actor));
      if (!(await this.rows.accept(row.id, accountId, this.clock.now()))) throw new Refusal('invitation.not_open');
      await this.rights.add(actor, { accountId, role: row.role, scopeKind: 'unit', scopeId: row.unitId, post: row.post, from: this.clock.today(), to: null });
      await this.audit.record({ actor: auditActor(actor), action: 'invitation.accepted', subjectKind: 'invitation', subjectId: row.id, before: null, after: { accountId, invitedBy: row.invitedBy } });
      await this.jobs.enqueue('notice.invitation_accepted', { invitationId: row.id });
      return known ? null : this.sessions.open(accountId, device, ['password']);
    }).catch((error: unknown) => {
      // Somebody took the number or address between our look and our writing.
      throw error instanceof UniqueViolation ? new Refusal('invitation.sign_in_first', { cause: error }) : error;
    });
  }

  private async newPassword(password: string | undefined, name: string): Promise<string> {
    if (password === undefined) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.password', code: 'required' }] });
    this.passwords.check(password, name);
    return this.passwords.hash(password);
  }

  private async byToken(token: string, device: Device): Promise<InvitationRow> {
    await this.limits.spend('invitation network', networkOf(device.ip), perNetwork);
    const row = await this.rows.byToken(tokenHash(token));
    if (!row) throw new Refusal('invitation.unknown');
    return row;
  }

  /** As the times say; and one whose maker may no longer invite, or whose unit is closed, counts as taken back. */
  private async stateOf(row: InvitationRow): Promise<InvitationState> {
    const state = stateAt(row, this.clock.now());
    if (state !== 'open') return state;
    const today = this.clock.today();
    const maker = await this.accounts.find(row.invitedBy);
    const may = maker?.state === 'active' && invitableIn(await this.grants.actorGrants(row.invitedBy, today), { path: row.unitPath, divisionId: row.divisionId }).has(row.role);
    return may && (row.unitClosedOn === null || row.unitClosedOn > today) ? 'open' : 'withdrawn';
  }

  private async demand(actor: PersonActor, id: string, permission: 'invitation:read' | 'invitation:write' = 'invitation:write'): Promise<InvitationRow> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) throw notFound();
    return row;
  }

  private async withLink(actor: PersonActor, id: string, token: string): Promise<InvitationWithLink> {
    return { ...this.view(await this.demand(actor, id, 'invitation:read')), link: `${this.config.publicUrl}/invitation#${token}` };
  }

  private view(row: InvitationRow): Invitation {
    return {
      id: row.id, name: row.name, role: row.role, post: row.post, unit: { id: row.unitId, name: row.unitName }, contact: this.contacts.maskLoose(row, table, row.id), state: stateAt(row, this.clock.now()), invitedBy: row.invitedByName,
      createdAt: fromDbTime(row.createdAt), expiresAt: fromDbTime(row.expiresAt), acceptedAt: row.acceptedAt === null ? null : fromDbTime(row.acceptedAt),
    };
  }
}

const newToken = (): string => randomBytes(32).toString('base64url');

const stateAt = (row: InvitationRow, now: Date): InvitationState => {
  if (row.acceptedAt !== null) return 'accepted';
  if (row.withdrawnAt !== null) return 'withdrawn';
  return Date.parse(fromDbTime(row.expiresAt)) > now.getTime() ? 'open' : 'expired';
};

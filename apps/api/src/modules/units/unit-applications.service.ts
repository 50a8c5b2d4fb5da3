import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { applicationApproval, applicationDecision, OwnApplication, Page, UnitApplication, unitApplicationInput, unitApplicationQuery, unitApplicationRevision } from '@kepu/contracts';
import { next, unitApplicationLifecycle, type UnitApplicationAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { Jobs } from '../../platform/jobs/index.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { Contacts, InvitationsRepository, InvitationsService, Numbers, tokenHash, type Device } from '../identity/index.js';
import { DivisionsRepository } from './divisions.repository.js';
import { ownApplicationView, unitApplicationView } from './unit-application.mapper.js';
import type { UnitApplicationEntity } from './unit-application.entity.js';
import { UnitApplicationsRepository, type ApplicationRow } from './unit-applications.repository.js';
import { isOpen } from './units.policy.js';
import { UnitsService } from './units.service.js';

/** Applications and looks per network: a school's whole staff room shares one. */
const perNetwork = { tries: 30, minutes: 60 };
const table = 'unit_applications';
type Fields = z.output<typeof unitApplicationInput>;

/** 单位入驻: bodies apply by themselves, the county or the office admits them. The applicant's link shows how it stands, and becomes the invitation. */
@Injectable()
export class UnitApplications {
  constructor(
    private readonly rows: UnitApplicationsRepository, private readonly units: UnitsService, private readonly divisions: DivisionsRepository, private readonly invitations: InvitationsService, private readonly invitationRows: InvitationsRepository,
    private readonly contacts: Contacts, private readonly numbers: Numbers, private readonly limits: RateLimits, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Errors: `rate.limited`, `unit_application.exists`, `reference.not_found`, `input.invalid`. */
  async create(actor: Actor, given: Fields, device: Device): Promise<OwnApplication & { link: string }> {
    await this.limits.spend('unit application', networkOf(device.ip), perNetwork);
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    const contact = this.contacts.sealLoose(given.contact, table, id);
    await this.work.run(async () => {
      await this.demandCounty(given.countyCode);
      if (await this.rows.isWaiting(contact.contactIndex, given.countyCode, given.unitName)) throw new Refusal('unit_application.exists');
      const today = this.clock.today();
      const number = `RZ${today.slice(0, 4)}${String(await this.numbers.next('application_numbers')).padStart(4, '0')}`;
      await this.rows.insert({ id, number, tokenHash: tokenHash(token), state: 'submitted', ...columnsOf(given), ...contact, reason: null, submittedAt: this.clock.now(), decidedAt: null, decidedBy: null, unitId: null, version: 1 });
      await this.record(actor, 'unit_application.submitted', id, { number, unitName: given.unitName, kind: given.kind, countyCode: given.countyCode });
      await this.jobs.enqueue('notice.unit_application', { applicationId: id, version: 1 });
    });
    return { ...ownApplicationView(await this.demandOwn(token)), link: `${this.config.publicUrl}/join#${token}` };
  }

  /** Errors: `rate.limited`, `unit_application.unknown`. */
  async lookUp(token: string, device: Device): Promise<OwnApplication> { return ownApplicationView(await this.byToken(token, device)); }

  /** Errors: `rate.limited`, `unit_application.unknown`, `lifecycle.not_allowed`, `version.stale`, `reference.not_found`, `input.invalid`. */
  async revise(actor: Actor, { token, ...given }: z.output<typeof unitApplicationRevision>, device: Device): Promise<OwnApplication> {
    const row = await this.byToken(token, device);
    const contact = this.contacts.sealLoose(given.contact, table, row.id);
    await this.work.run(async () => {
      await this.demandCounty(given.countyCode);
      await this.step(actor, row, 'revise', 'unit_application.revised', row.version, { ...columnsOf(given), ...contact, reason: null, submittedAt: this.clock.now() });
      await this.jobs.enqueue('notice.unit_application', { applicationId: row.id, version: row.version + 1 });
    });
    return ownApplicationView(await this.demandOwn(token));
  }

  /** Errors: `rate.limited`, `unit_application.unknown`, `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: Actor, token: string, device: Device): Promise<void> {
    const row = await this.byToken(token, device);
    await this.work.run(() => this.step(actor, row, 'withdraw', 'unit_application.withdrawn', row.version, {}));
  }

  async list(actor: PersonActor, query: z.output<typeof unitApplicationQuery>): Promise<Page<UnitApplication>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return { data: rows.map((row) => unitApplicationView(row, this.contacts.maskLoose(row, table, row.id), [])), total };
  }

  async get(actor: PersonActor, id: string): Promise<UnitApplication> {
    const row = await this.demand(actor, id, 'unit-application:read');
    const similar = row.state === 'submitted' || row.state === 'returned' ? await this.rows.similar(row.countyId, row.unitName, this.clock.today()) : [];
    return unitApplicationView(row, this.contacts.maskLoose(row, table, row.id), similar);
  }

  /** The number or address in full; each look is written down. */
  async reveal(actor: PersonActor, id: string): Promise<{ contact: string }> {
    const row = await this.demand(actor, id);
    await this.work.run(() => this.record(actor, 'unit_application.contact_seen', id, {}));
    return { contact: this.contacts.openLoose(row, table, id) };
  }

  /** Makes the unit, or takes the one that is there, and invites the applicant by the link that is already theirs. Errors: `lifecycle.not_allowed`, `version.stale`, `unit.name_taken`, `reference.not_found`, `grant.exists`, `grant.not_given_by_you`. */
  async approve(actor: PersonActor, id: string, { version, unitId, role }: z.output<typeof applicationApproval>): Promise<UnitApplication> {
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      const admitted = unitId ?? (await this.units.admit(actor, { name: row.unitName, kind: row.kind, divisionCode: row.countyId })).id;
      await this.step(actor, row, 'approve', 'unit_application.approved', version, { decidedAt: this.clock.now(), decidedBy: actor.accountId, unitId: admitted, reason: null });
      const unit = await this.invitationRows.unitFor(actor, admitted, this.clock.today());
      if (!unit) throw badReference('terms.scopeKinds.unit');
      const invitationId = newId();
      const contact = this.contacts.sealLoose(this.contacts.openLoose(row, table, id), 'invitations', invitationId);
      await this.invitations.invite(actor, { id: invitationId, unit, role, post: null, name: row.name, contact, tokenHash: await this.rows.tokenHashOf(id) });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  giveBack(actor: PersonActor, id: string, given: z.output<typeof applicationDecision>): Promise<UnitApplication> { return this.decide(actor, id, 'return', 'unit_application.returned', given); }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  refuse(actor: PersonActor, id: string, given: z.output<typeof applicationDecision>): Promise<UnitApplication> { return this.decide(actor, id, 'refuse', 'unit_application.refused', given); }

  private async decide(actor: PersonActor, id: string, action: 'return' | 'refuse', record: string, { version, reason }: z.output<typeof applicationDecision>): Promise<UnitApplication> {
    await this.work.run(async () => {
      const row = await this.demand(actor, id);
      await this.step(actor, row, action, record, version, { reason, decidedAt: this.clock.now(), decidedBy: actor.accountId });
    });
    return this.get(actor, id);
  }

  private async step(actor: Actor, row: ApplicationRow, action: UnitApplicationAction, record: string, version: number, changes: Partial<UnitApplicationEntity>): Promise<void> {
    const step = next(unitApplicationLifecycle, row.state, action);
    if (!step.ok || step.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.applicationStates.${row.state}` } });
    if (!(await this.rows.update(row.id, version, { ...changes, state: step.state }))) throw new Refusal('version.stale');
    await this.record(actor, record, row.id, { state: step.state, ...(changes.reason ? { reason: changes.reason } : {}), ...(changes.unitId ? { unitId: changes.unitId } : {}) });
  }

  private async record(actor: Actor, action: string, id: string, after: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'unit_application', subjectId: id, before: null, after });
  }

  private async byToken(token: string, device: Device): Promise<ApplicationRow> {
    await this.limits.spend('unit application look', networkOf(device.ip), { ...perNetwork, tries: 120 });
    return this.demandOwn(token);
  }

  private async demandOwn(token: string): Promise<ApplicationRow> {
    const row = await this.rows.byToken(tokenHash(token));
    if (!row) throw new Refusal('unit_application.unknown');
    return row;
  }

  private async demand(actor: PersonActor, id: string, permission: 'unit-application:read' | 'unit-application:decide' = 'unit-application:decide'): Promise<ApplicationRow> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) throw notFound();
    return row;
  }

  private async demandCounty(code: string): Promise<void> {
    const division = await this.divisions.find(code);
    if (division?.kind !== 'county' || !isOpen(division, this.clock.today())) throw badReference('terms.unitFields.county');
  }
}

const columnsOf = ({ unitName, kind, countyCode, place, name, duty, note }: Fields) => ({
  unitName, nameKey: sortKey(unitName, LENGTHS.searchKey), searchKey: searchKey([unitName], LENGTHS.searchKey), kind, countyId: countyCode, place, name, duty, note,
});

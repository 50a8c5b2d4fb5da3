import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { complaintInput, OwnComplaint } from '@kepu/contracts';
import { addWorkdays, COMPLAINT_WORKDAYS } from '@kepu/domain';
import type { z } from 'zod';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Contacts, Numbers, tokenHash, type Device } from '../identity/index.js';
import { UnitDirectory } from '../units/index.js';
import { ownComplaintView } from './complaint.mapper.js';
import { ComplaintSteps } from './complaint-steps.js';
import { ComplaintSubjects, type ComplaintSubject } from './complaint-subjects.js';
import { ComplaintsRepository, type ComplaintRow } from './complaints.repository.js';

/** Complaints and looks per network: a whole hall of volunteers may share one. */
const perNetwork = { tries: 30, minutes: 60 };
/** Nobody's account is written down for a complaint, signed in or not. */
const anybody = { kind: 'public', id: null, ip: null } as const;

/** What people do with their own complaint, by its link. */
@Injectable()
export class OwnComplaints {
  constructor(
    private readonly rows: ComplaintsRepository, private readonly steps: ComplaintSteps, private readonly subjects: ComplaintSubjects, private readonly units: UnitDirectory, private readonly contacts: Contacts, private readonly numbers: Numbers,
    private readonly limits: RateLimits, private readonly jobs: Jobs, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Errors: `rate.limited`, `input.invalid`. */
  async create({ kind, text, about, contact, name }: z.output<typeof complaintInput>, device: Device): Promise<OwnComplaint & { link: string }> {
    await this.limits.spend('complaint', networkOf(device.ip), perNetwork);
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    const sealed = contact === null ? null : this.contacts.sealLoose(contact, 'complaints', id);
    const subject = await this.subjects.at(about);
    const dueOn = await this.dueFromToday();
    const routed = await this.route(subject);
    await this.work.run(async () => {
      const number = `TS${this.clock.today().replaceAll('-', '')}-${String(await this.numbers.next('complaint_numbers')).padStart(4, '0')}`;
      await this.rows.insert({
        id, number, tokenHash: tokenHash(token), state: 'open', kind, text, about, subject: subject?.title ?? null, ...routed, name, contactKind: sealed?.contactKind ?? null, contactSealed: sealed?.contactSealed ?? null, submittedAt: this.clock.now(), dueOn,
        answerText: null, answerOutcome: null, answeredAt: null, answeredBy: null, disputeReason: null, disputedAt: null, reviewText: null, reviewOutcome: null, reviewedAt: null, reviewedBy: null, version: 1,
      });
      await this.steps.record(anybody, 'complaint.made', id, { number, kind, level: routed.level, countyId: routed.countyId, unitId: routed.unitId });
      await this.jobs.enqueue('notice.complaint', { complaintId: id, event: 'made' });
    });
    return { ...(await this.view(token)), link: `${this.config.publicUrl}/complaints/status#${token}` };
  }

  /** Errors: `rate.limited`, `complaint.unknown`. */
  async lookUp(token: string, device: Device): Promise<OwnComplaint> {
    await this.spendLook(device);
    return this.view(token);
  }

  /** Once: the review that follows is the end of it. Errors: `rate.limited`, `complaint.unknown`, `lifecycle.not_allowed`, `version.stale`. */
  async dispute(token: string, reason: string, device: Device): Promise<OwnComplaint> {
    const row = await this.demand(token, device);
    const dueOn = await this.dueFromToday();
    await this.work.run(async () => {
      await this.steps.take(anybody, row, 'dispute', row.version, { disputeReason: reason, disputedAt: this.clock.now(), dueOn });
      await this.jobs.enqueue('notice.complaint', { complaintId: row.id, event: 'disputed' });
    });
    return this.view(token);
  }

  /** Errors: `rate.limited`, `complaint.unknown`, `lifecycle.not_allowed`, `version.stale`. */
  async accept(token: string, device: Device): Promise<OwnComplaint> {
    const row = await this.demand(token, device);
    await this.work.run(() => this.steps.take(anybody, row, 'accept', row.version, {}));
    return this.view(token);
  }

  /** A county office does not judge itself, and neither does anybody where no county is known. */
  private async route(subject: ComplaintSubject | null): Promise<{ level: 'county' | 'city'; countyId: string | null; unitId: string | null }> {
    const { countyId = null, unitId = null } = subject ?? {};
    const unit = unitId === null ? undefined : (await this.units.unitsByIds([unitId])).get(unitId);
    return { level: countyId === null || unit?.kind === 'county_office' ? 'city' : 'county', countyId, unitId };
  }

  private async dueFromToday(): Promise<string> { return addWorkdays(this.clock.today(), COMPLAINT_WORKDAYS, await this.units.calendar()).value; }
  private async spendLook(device: Device): Promise<void> { await this.limits.spend('complaint look', networkOf(device.ip), { ...perNetwork, tries: 120 }); }
  private async demand(token: string, device: Device): Promise<ComplaintRow> {
    await this.spendLook(device);
    return this.found(token);
  }
  private async found(token: string): Promise<ComplaintRow> {
    const row = await this.rows.byToken(tokenHash(token));
    if (!row) throw new Refusal('complaint.unknown');
    return row;
  }
  private async view(token: string): Promise<OwnComplaint> { return ownComplaintView(await this.found(token), this.clock.today()); }
}

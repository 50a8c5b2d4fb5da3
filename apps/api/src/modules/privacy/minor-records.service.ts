import { Injectable } from '@nestjs/common';
import type { EmergencyCard, MinorRecord, Page, RecordRequest, recordRequestInput, recordRequestQuery } from '@kepu/contracts';
import { ageOn, isMinor } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock, shanghaiDay } from '../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { GuardianWords, ShiftAccess } from '../activities/index.js';
import { Guardians, GuardianSlips, type GuardianRow } from '../guardians/index.js';
import { Contacts, maskPhone, SealedNames } from '../identity/index.js';
import { VolunteerLists } from '../volunteers/index.js';
import { DataAccessLog } from './data-access-log.js';
import { recordRequestView } from './minor-record.mapper.js';
import { MinorRecordsRepository } from './minor-records.repository.js';

/** How long an approval is good. */
const GOOD_MS = 86_400_000;
const perDay = { tries: 20, minutes: 24 * 60 };

/** Minors' records: opened by nobody alone (未成年人网络保护条例 36), but for the card that whoever leads on the spot needs in an emergency. */
@Injectable()
export class MinorRecords {
  constructor(
    private readonly rows: MinorRecordsRepository, private readonly volunteers: VolunteerLists, private readonly guardians: Guardians, private readonly slips: GuardianSlips, private readonly words: GuardianWords, private readonly names: SealedNames, private readonly contacts: Contacts,
    private readonly shifts: ShiftAccess, private readonly log: DataAccessLog, private readonly limits: RateLimits, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof recordRequestQuery>): Promise<Page<RecordRequest>> {
    const now = this.clock.now();
    const { rows, total } = await this.rows.listFor(actor, query, now, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: rows.map((row) => recordRequestView(row, actor, now)), total };
  }

  /** Errors: `resource.not_found`, also for somebody out of reach; `minor.of_age`, `personal.daily_limit`. */
  async ask(actor: PersonActor, minorId: string, { reason }: z.output<typeof recordRequestInput>): Promise<RecordRequest> {
    await this.volunteers.get(actor, minorId);
    if (!(await this.rows.minor(minorId, this.clock.today()))) throw new Refusal('minor.of_age');
    await this.limits.spend('minor record', actor.accountId, perDay).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'rate.limited' ? new Refusal('personal.daily_limit', { params: { count: perDay.tries }, cause: error }) : error;
    });
    const id = newId();
    await this.work.run(async () => {
      await this.rows.insert({ id, minorId, reason, askedBy: actor.accountId, askedAt: this.clock.now(), approved: null, decidedBy: null, decidedAt: null, until: null, opened: 0, version: 1 });
      await this.audit.record({ actor: auditActor(actor), action: 'minor_record.asked', subjectKind: 'volunteer', subjectId: minorId, before: null, after: { requestId: id, reason }, classified: { personId: minorId, fields: ['reason'] } });
      await this.jobs.enqueue('notice.minor_record', { event: 'asked', requestId: id });
    });
    return this.one(actor, id);
  }

  /** By somebody else. Errors: `minor.own_request`, `version.stale`, `lifecycle.not_allowed`. */
  async decide(actor: PersonActor, id: string, version: number, approved: boolean): Promise<RecordRequest> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    if (row.askedBy === actor.accountId) throw new Refusal('minor.own_request');
    const now = this.clock.now();
    const { state } = recordRequestView(row, actor, now);
    if (state !== 'asked') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.recordRequestStates.${state}` } });
    await this.work.run(async () => {
      if (!(await this.rows.decide(id, version, { approved, by: actor.accountId, at: now, until: approved ? new Date(now.getTime() + GOOD_MS) : null }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: approved ? 'minor_record.approved' : 'minor_record.refused', subjectKind: 'volunteer', subjectId: row.minorId, before: null, after: { requestId: id, askedBy: row.askedBy } });
      await this.jobs.enqueue('notice.minor_record', { event: approved ? 'approved' : 'refused', requestId: id });
    });
    return this.one(actor, id);
  }

  /** Errors: `resource.not_found`, also for somebody of age or out of reach; `minor.record_not_approved`. */
  async open(actor: PersonActor, minorId: string): Promise<MinorRecord> {
    const { name: shown } = await this.volunteers.get(actor, minorId);
    const row = await this.rows.minor(minorId, this.clock.today());
    if (!row) throw notFound();
    const approval = await this.rows.approvedFor(actor.accountId, minorId, this.clock.now());
    if (!approval) throw new Refusal('minor.record_not_approved');
    const guardians = (await this.guardians.of([minorId])).get(minorId) ?? [];
    const called = await this.called(guardians);
    await this.work.run(async () => {
      await this.rows.countOpening(approval.id);
      await this.log.record(actor, 'minor:open', { personIds: [minorId], field: 'minor_record', reason: approval.reason, exportId: null });
      await this.audit.record({ actor: auditActor(actor), action: 'minor_record.opened', subjectKind: 'volunteer', subjectId: minorId, before: null, after: { requestId: approval.id } });
    });
    return {
      ...row, name: (await this.names.openOne(minorId)) ?? shown, age: ageOn(row.bornOn, this.clock.today()), until: fromDbTime(approval.until), registeredAt: fromDbTime(row.registeredAt),
      guardians: called.map(({ name, relation, phone }) => ({ name, relation, phone: phone === null ? null : maskPhone(phone) })),
    };
  }

  /** Whom to call, for whoever leads the shift, on its day. Errors: `resource.not_found`, also for a shift of others and for adults; `emergency.not_today`. */
  async emergencyCard(actor: PersonActor, signupId: string): Promise<EmergencyCard> {
    const signup = await this.rows.signup(signupId);
    if (signup?.state !== 'confirmed') throw notFound();
    const shift = await this.shifts.demandLeader(actor, signup.shiftId);
    const [first, last, today] = [shanghaiDay(new Date(shift.startsAt)), shanghaiDay(new Date(shift.endsAt)), this.clock.today()];
    if (!isMinor(signup.bornOn, first)) throw notFound();
    if (today < first || today > last) throw new Refusal('emergency.not_today');
    const minorId = signup.volunteerId;
    const guardians = (await this.guardians.of([minorId])).get(minorId) ?? [];
    const called = await this.called(guardians);
    const accompanied = (await this.words.on(signup.activityId, [minorId])).get(minorId)?.byGuardian ?? false;
    // The child's guardians read it there; they read of their own number too.
    await this.work.run(async () => {
      await this.log.recordLeader(actor, shift.unitName, { personIds: [minorId, ...guardians.flatMap(({ guardianId }) => guardianId ?? [])], field: 'emergency_card', reason: shift.title, exportId: null });
      await this.audit.record({ actor: auditActor(actor), action: 'emergency_card.opened', subjectKind: 'signup', subjectId: signupId, before: null, after: { shiftId: shift.id, activityId: signup.activityId } });
    });
    return {
      child: (await this.names.openOne(minorId)) ?? '', guardians: called.flatMap(({ name, relation, phone }) => (phone ? [{ name, relation, phone, accompanies: accompanied }] : [])),
    };
  }

  /** Guardians with their numbers: of the account, or as the signed slip says. */
  private async called(guardians: readonly GuardianRow[]): Promise<{ name: string; relation: GuardianRow['relation']; phone: string | null }[]> {
    const phones = new Map((await this.rows.phones(guardians.flatMap(({ guardianId }) => guardianId ?? []))).map((account) => [account.id, this.contacts.open(account, 'phone')]));
    return guardians.map((row) => {
      const written = row.guardianId === null ? this.slips.written(row) : null;
      return { name: written?.name ?? row.name ?? '', relation: row.relation, phone: row.guardianId === null ? written?.phone ?? null : phones.get(row.guardianId) ?? null };
    });
  }

  private async one(actor: PersonActor, id: string): Promise<RecordRequest> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return recordRequestView(row, actor, this.clock.now());
  }
}

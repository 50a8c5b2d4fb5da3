import { Injectable } from '@nestjs/common';
import type { hoursInput } from '@kepu/contracts';
import { chooseLedger, mostMinutes, servedMinutes } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock, shanghaiDay } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { Refusal, type FieldError } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AttendanceService, type ToSettle } from '../activities/index.js';
import { Readiness } from '../volunteers/index.js';
import { CourseGrants } from './course-grants.js';
import { ServiceEvidence } from './service-evidence.js';
import { RecordsRepository } from './records.repository.js';
import type { ServiceRecordEntity } from './service-record.entity.js';

type Given = z.output<typeof hoursInput>['rows'][number];
/** Records of which one job tells. */
const PORTION = 100;

/** Confirms hours: the presence is settled, the ledger written, the items of the paper moved and the person told, all at once or not at all. */
@Injectable()
export class HoursService {
  constructor(
    private readonly attendance: AttendanceService, private readonly rows: RecordsRepository, private readonly evidence: ServiceEvidence, private readonly readiness: Readiness, private readonly courses: CourseGrants, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `attendance.not_open`, `attendance.not_expected`, `attendance.not_present`, `shift.settled`, `input.invalid` for minutes beyond what the shift can hold. */
  async confirm(actor: PersonActor, shiftId: string, given: z.output<typeof hoursInput>): Promise<{ records: number; minutes: number }> {
    return this.work.run(async () => {
      const { shift, rows } = await this.attendance.toSettle(actor, shiftId, given.rows.map((row) => row.signupId));
      demandPossible(given.rows, mostMinutes(shift));
      await this.demandReady(given.rows, rows);
      const written = given.rows.map((row) => record(actor, shift, row, rows.get(row.signupId), this.clock.now()));
      for (const { row, settlement } of written) await this.attendance.settle(row, settlement);
      const records = written.map((one) => one.entity);
      await this.rows.insert(records);
      await this.evidence.add(actor, records, shift);
      await this.courses.finished(actor, shift.activityId, records);
      await this.audit.record({
        actor: auditActor(actor), action: 'hours.confirmed', subjectKind: 'shift', subjectId: shiftId, before: null,
        after: { activityId: shift.activityId, records: records.map(({ id, signupId, minutes, ledger, rule }) => ({ id, signupId, minutes, ledger, rule })) },
      });
      for (let at = 0; at < records.length; at += PORTION) await this.jobs.enqueue('notice.hours_confirmed', { recordIds: records.slice(at, at + PORTION).map(({ id }) => id) });
      return { records: records.length, minutes: records.reduce((sum, { minutes }) => sum + minutes, 0) };
    }).catch((error: unknown) => {
      // The unique key behind the version of the presence.
      throw error instanceof UniqueViolation ? new Refusal('shift.settled', { cause: error }) : error;
    });
  }

  /** Everybody whose real name is not known, or whose registration does not hold, is named at once; the leader confirms the others. */
  private async demandReady(given: readonly Given[], rows: ReadonlyMap<string, ToSettle>): Promise<void> {
    const lacking = await this.readiness.lacking([...rows.values()].map(({ volunteerId }) => volunteerId));
    const fields = given.flatMap(({ signupId }, index): FieldError[] => {
      const code = lacking.get(rows.get(signupId)?.volunteerId ?? '');
      return code ? [{ path: `body.rows.${index}.signupId`, code }] : [];
    });
    if (fields.length > 0) throw new Refusal('input.invalid', { params: { count: fields.length }, fields });
  }
}

/** Every row that is wrong is named at once, also one that stands twice. */
const demandPossible = (rows: readonly Given[], most: number): void => {
  const seen = new Set<string>();
  const fields = rows.flatMap(({ signupId, minutes }, index): FieldError[] => {
    const twice = seen.has(signupId);
    seen.add(signupId);
    if (twice) return [{ path: `body.rows.${index}.signupId`, code: 'not_an_option' }];
    return minutes !== undefined && minutes > most ? [{ path: `body.rows.${index}.minutes`, code: 'too_big', params: { maximum: most } }] : [];
  });
  if (fields.length > 0) throw new Refusal('input.invalid', { params: { count: fields.length }, fields });
};

type Shift = Awaited<ReturnType<AttendanceService['toSettle']>>['shift'];

/** The line of a presence, and how the presence is settled. Without a check-out it is taken to have ended as planned. */
const record = (actor: PersonActor, shift: Shift, given: Given, row: ToSettle | undefined, now: Date) => {
  if (!row?.attendance.inAt) throw new Refusal('attendance.not_present');
  const { inAt, outAt, outBy } = row.attendance;
  const assumed = new Date(Math.max(inAt.getTime(), Date.parse(shift.endsAt)));
  const minutes = given.minutes ?? servedMinutes(shift, { inAt: inAt.toISOString(), outAt: outAt?.toISOString() ?? null });
  const onDuty = given.onDuty ?? row.onDuty === 1;
  const entity: ServiceRecordEntity = {
    id: newId(), onceKey: `${row.signupId}:1`, volunteerId: row.volunteerId, activityId: shift.activityId, shiftId: shift.id, signupId: row.signupId, unitId: shift.unitId, day: shanghaiDay(new Date(shift.startsAt)), minutes,
    ...chooseLedger({ minutes, paid: row.paid === 1, onDuty }), reversesId: null, reason: given.note ?? null, confirmedBy: actor.accountId, createdAt: now,
  };
  return { row, entity, settlement: { minutes, outAt: outAt ?? assumed, outBy: outAt ? outBy : ('assumed' as const), onDuty } };
};

import { Injectable } from '@nestjs/common';
import type { myServiceRecordQuery, Page, reversal, serviceRecordQuery, ServiceRecord } from '@kepu/contracts';
import { mostMinutes } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { recordView } from './record.mapper.js';
import { RecordsRepository, type RecordSqlRow } from './records.repository.js';
import { CourseGrants } from './course-grants.js';
import { ServiceEvidence } from './service-evidence.js';
import type { ServiceRecordEntity } from './service-record.entity.js';

const windowOf = (query: { readonly page: number; readonly perPage: number }) => ({ offset: (query.page - 1) * query.perPage, limit: query.perPage });

/** The two ledgers: read by whom they concern, corrected by lines that take back others. */
@Injectable()
export class RecordsService {
  constructor(
    private readonly rows: RecordsRepository, private readonly evidence: ServiceEvidence, private readonly courses: CourseGrants, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** `reversals`: only what was taken back, and what took it back; or, where it is false, only what stands. */
  async list(actor: PersonActor, query: z.output<typeof serviceRecordQuery>): Promise<Page<ServiceRecord>> {
    const { rows, total } = await this.rows.listFor(actor, query, windowOf(query));
    return { data: rows.map(recordView), total };
  }

  async mine(actor: PersonActor, query: z.output<typeof myServiceRecordQuery>): Promise<Page<ServiceRecord>> {
    const { rows, total } = await this.rows.ofPerson(actor.accountId, query, windowOf(query));
    return { data: rows.map(recordView), total };
  }

  /** Takes a line back and writes what stands instead. Answers the line, what takes it back, and what stands. The presence stays as it was settled. Errors: `record.reversed`, `input.invalid`. */
  async reverse(actor: PersonActor, id: string, given: z.output<typeof reversal>): Promise<Page<ServiceRecord>> {
    const ids = await this.work.run(async () => {
      const before = await this.rows.reversible(actor, id);
      if (!before) throw notFound();
      if (before.reverses !== null || before.reversedBy !== null) throw new Refusal('record.reversed');
      demandPossible(given, mostMinutes(before));
      const lines = await this.write(actor, before, given);
      await this.courses.takenBack(actor, before.activityId, before.volunteerId);
      await this.evidence.reverse(actor, id, given.reason);
      await this.evidence.add(actor, lines.filter(({ reversesId }) => reversesId === null), before);
      await this.audit.record({
        actor: auditActor(actor), action: 'service_record.reversed', subjectKind: 'service_record', subjectId: id, before: { minutes: before.minutes, ledger: before.ledger },
        after: { activityId: before.activityId, instead: given.instead, reason: given.reason }, classified: { personId: before.volunteerId, fields: ['reason'] },
      });
      await this.jobs.enqueue('notice.record_reversed', { recordId: id });
      return [id, ...lines.map((line) => line.id)];
    }).catch((error: unknown) => {
      throw error instanceof UniqueViolation ? new Refusal('record.reversed', { cause: error }) : error;
    });
    const { rows, total } = await this.rows.listFor(actor, { ids, sort: 'createdAt' }, { offset: 0, limit: ids.length });
    return { data: rows.map(recordView), total };
  }

  private async write(actor: PersonActor, before: RecordSqlRow, { reason, instead }: z.output<typeof reversal>): Promise<ServiceRecordEntity[]> {
    const { volunteerId, activityId, shiftId, signupId, unitId, day } = before;
    const shared = { volunteerId, activityId, shiftId, signupId, unitId, day, rule: 'corrected' as const, reason, confirmedBy: actor.accountId, createdAt: this.clock.now() };
    const lines: ServiceRecordEntity[] = [{ id: newId(), onceKey: `${signupId}:r:${before.id}`, ...shared, minutes: -before.minutes, ledger: before.ledger, reversesId: before.id }];
    if (instead) lines.push({ id: newId(), onceKey: `${signupId}:${(await this.rows.generations(signupId)) + 1}`, ...shared, ...instead, reversesId: null });
    await this.rows.insert(lines);
    return lines;
  }
}

const demandPossible = ({ instead }: z.output<typeof reversal>, most: number): void => {
  if (instead && instead.minutes > most) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.instead.minutes', code: 'too_big', params: { maximum: most } }] });
};

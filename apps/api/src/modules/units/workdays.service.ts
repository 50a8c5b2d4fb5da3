import { Injectable } from '@nestjs/common';
import type { Page, Workday, workdayInput, workdayQuery } from '@kepu/contracts';
import { coveredYears } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { can, type Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { WorkdaysRepository } from './workdays.repository.js';
import { demandWholeCity } from './units.policy.js';

/** Holidays and worked weekends, by which deadlines are counted. */
@Injectable()
export class WorkdaysService {
  constructor(private readonly workdays: WorkdaysRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async list(actor: Actor, query: z.output<typeof workdayQuery>): Promise<Page<Workday> & { years: number[] }> {
    if (!can(actor, 'dictionary:read')) return { data: [], total: 0, years: [] };
    const { rows, total } = await this.workdays.list(query);
    return { data: rows, total, years: coveredYears(await this.workdays.landmarks()) };
  }

  /** Errors: `workday.exists`. */
  async create(actor: Actor, given: z.output<typeof workdayInput>): Promise<Workday> {
    demandWholeCity(actor, 'dictionary:write');
    const row = { id: newId(), ...given };
    await this.work.run(async () => {
      await this.workdays.insert(row);
      await this.audit.record({ actor: auditActor(actor), action: 'workday.created', subjectKind: 'workday', subjectId: row.id, before: null, after: given });
    }).catch((error: unknown) => {
      if (error instanceof UniqueViolation) throw new Refusal('workday.exists', { params: { date: given.date }, cause: error });
      throw error;
    });
    return row;
  }

  async remove(actor: Actor, id: string): Promise<{ done: true }> {
    demandWholeCity(actor, 'dictionary:write');
    await this.work.run(async () => {
      const before = await this.workdays.find(id);
      if (!before || !(await this.workdays.remove(id))) throw notFound();
      const { date, kind, name } = before;
      await this.audit.record({ actor: auditActor(actor), action: 'workday.deleted', subjectKind: 'workday', subjectId: id, before: { date, kind, name }, after: null });
    });
    return { done: true };
  }
}

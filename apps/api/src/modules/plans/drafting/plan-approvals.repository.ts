import { Injectable } from '@nestjs/common';
import { Database, insertRows } from '../../../platform/database/index.js';
import { PlanApprovalEntity } from './drafting.entity.js';

/** Rows of `plan_approvals`. The caller has proved the right to the plan. */
@Injectable()
export class PlanApprovalsRepository {
  constructor(private readonly database: Database) {}

  of(planId: string): Promise<PlanApprovalEntity | null> { return this.database.reader.findOneBy(PlanApprovalEntity, { planId }); }
  find(id: string): Promise<PlanApprovalEntity | null> { return this.database.reader.findOneBy(PlanApprovalEntity, { id }); }
  insert(row: PlanApprovalEntity): Promise<void> { return insertRows(this.database.writer, PlanApprovalEntity, [row]); }
  async update(id: string, version: number, changes: Partial<PlanApprovalEntity>): Promise<boolean> {
    return (await this.database.writer.createQueryBuilder().update(PlanApprovalEntity).set({ ...changes, version: version + 1 }).where({ id, version }).execute()).affected === 1;
  }
  async remove(id: string): Promise<boolean> { return (await this.database.writer.delete(PlanApprovalEntity, { id })).affected === 1; }
}

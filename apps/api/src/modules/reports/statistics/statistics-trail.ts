import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';

/** A file to keep. */
export interface StatisticsFile { readonly name: string; readonly bytes: Buffer }

/** Statistics that left the system, whatever the format: in the trail, by the number that stands on them. */
@Injectable()
export class StatisticsTrail {
  constructor(private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async exported(actor: PersonActor, action: string, subjectId: string, after: Record<string, unknown>): Promise<void> {
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action, subjectKind: 'statistics', subjectId, before: null, after }));
  }
}

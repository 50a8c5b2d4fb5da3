import { Injectable } from '@nestjs/common';
import type { WorkEntry } from '@kepu/contracts';
import { workEntryMetrics } from '@kepu/domain';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { EvidenceLedger } from './evidence-ledger.js';
import { WorkEntriesRepository } from './work-entries.repository.js';
import { WorkEntriesService } from './work-entries.service.js';
import type { WorkEntryEntity } from './work-entry.entity.js';
import { WorkEntryReferences } from './work-entry-references.js';
import { WorkEntrySteps } from './work-entry-steps.js';

/** What the office and the county offices make of the work that is handed in. Numbers move in the unit of the decision. */
@Injectable()
export class WorkEntryChecks {
  constructor(
    private readonly rows: WorkEntriesRepository, private readonly entries: WorkEntriesService, private readonly steps: WorkEntrySteps, private readonly references: WorkEntryReferences, private readonly ledger: EvidenceLedger,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** It counts from now on, once for each item that it serves. Errors: `lifecycle.not_allowed`, `version.stale`, `auth.forbidden` for the own unit's. */
  async accept(actor: PersonActor, id: string, version: number): Promise<WorkEntry> {
    await this.work.run(async () => {
      const entry = await this.steps.find(actor, id, 'work-entry:check');
      await this.steps.take(actor, entry, { action: 'accept', past: 'accepted', version, changes: this.checked(actor) });
      const serves = await this.rows.servedBy([id]);
      await this.references.demandInForce(serves.map((one) => one.itemId));
      const { row } = entry;
      await this.ledger.add(actor, serves.map(({ itemId, measureId }) => ({
        itemId, measureId, metric: workEntryMetrics[row.kind], quantity: row.quantity, manual: row.kind === 'figure', unitId: row.unitId, occurredOn: row.toDay, sourceKind: 'work_entry', sourceId: id,
        activityId: null, title: row.title,
      })));
    });
    return this.entries.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `auth.forbidden`. */
  async giveBack(actor: PersonActor, id: string, given: { version: number; reason: string }): Promise<WorkEntry> {
    await this.work.run(async () => {
      const entry = await this.steps.find(actor, id, 'work-entry:check');
      await this.steps.take(actor, entry, {
        action: 'return', past: 'returned', version: given.version, reason: given.reason,
        changes: { returnedReason: given.reason, returnedBy: actor.accountId, returnedAt: this.clock.now(), submittedAt: null, submittedBy: null },
      });
    });
    return this.entries.get(actor, id);
  }

  /** What it counted for is taken back. A false proof is taken out of a closed year too. Errors: `lifecycle.not_allowed`, `version.stale`, `auth.forbidden`. */
  async revoke(actor: PersonActor, id: string, given: { version: number; reason: string }): Promise<WorkEntry> {
    await this.work.run(async () => {
      const entry = await this.steps.find(actor, id, 'work-entry:check');
      await this.steps.take(actor, entry, { action: 'revoke', past: 'revoked', version: given.version, reason: given.reason, changes: { ...this.checked(actor), revokedReason: given.reason } });
      await this.ledger.reverse(actor, 'work_entry', id, given.reason);
    });
    return this.entries.get(actor, id);
  }

  private checked(actor: PersonActor): Partial<WorkEntryEntity> { return { checkedAt: this.clock.now(), checkedBy: actor.accountId }; }
}

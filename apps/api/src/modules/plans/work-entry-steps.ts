import { Injectable } from '@nestjs/common';
import { workEntryLifecycle, type WorkEntryAction } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { transition } from './transition.js';
import { WorkEntriesRepository, type PlacedEntry } from './work-entries.repository.js';
import type { WorkEntryEntity } from './work-entry.entity.js';

/** Steps that somebody is told of, as the messages name them. */
export type WorkEntryEvent = 'submitted' | 'returned' | 'accepted' | 'revoked';
/** A step of an entry: what it writes, and what the history says of it. */
export interface WorkEntryStep { readonly action: Exclude<WorkEntryAction, 'delete'>; readonly past: WorkEntryEvent | 'recalled'; readonly version: number; readonly changes: Partial<WorkEntryEntity>; readonly reason?: string }

/** Steps in the life of an entry: allowed by the table, taken by one of many who try, written down and told. */
@Injectable()
export class WorkEntrySteps {
  constructor(private readonly rows: WorkEntriesRepository, private readonly jobs: Jobs, private readonly audit: AuditTrail) {}

  /** An entry within reach of a right to it. Errors: `resource.not_found`. */
  async find(actor: PersonActor, id: string, permission: 'work-entry:write' | 'work-entry:submit' | 'work-entry:check'): Promise<PlacedEntry> {
    const found = await this.rows.findFor(actor, id, permission);
    if (!found) throw notFound();
    if (permission === 'work-entry:check') demandOtherEyes(actor, found);
    return found;
  }

  /** Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async take(actor: PersonActor, { row }: PlacedEntry, { action, past, version, changes, reason }: WorkEntryStep): Promise<void> {
    const state = transition(workEntryLifecycle, row.state, action, 'workEntryStates') ?? row.state;
    if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    await this.audit.record({
      actor: auditActor(actor), action: `work_entry.${past}`, subjectKind: 'work_entry', subjectId: row.id, before: { state: row.state }, after: { state, title: row.title, ...(reason === undefined ? {} : { reason }) },
    });
    if (past !== 'recalled') await this.jobs.enqueue('notice.work_entry', { entryId: row.id, event: past, version: version + 1, by: actor.accountId });
  }
}

/** Nobody below the city's office checks what they wrote or handed in, nor what their own unit did. Errors: `auth.forbidden`. */
const demandOtherEyes = (actor: PersonActor, { row, unitPath }: PlacedEntry): void => {
  if (reachOf(actor, 'work-entry:check') === 'all') return;
  const ownUnit = actor.grants.some((grant) => grant.unitPath !== null && unitPath.startsWith(grant.unitPath));
  if (ownUnit || row.createdBy === actor.accountId || row.submittedBy === actor.accountId) throw new Refusal('auth.forbidden');
};

import { Controller } from '@nestjs/common';
import { workEntryRoutes as routes, type HistoryEntry, type Page, type WorkEntry } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { WorkEntriesService } from './work-entries.service.js';
import { WorkEntryChecks } from './work-entry-checks.js';

/** Proven work that is no volunteer activity. */
@Controller()
export class WorkEntriesController {
  constructor(private readonly entries: WorkEntriesService, private readonly checks: WorkEntryChecks) {}

  @ContractRoute(routes.listWorkEntries)
  listWorkEntries(@CurrentActor() actor: PersonActor, @Input(routes.listWorkEntries) input: Given<typeof routes.listWorkEntries>): Promise<Page<WorkEntry>> { return this.entries.list(actor, input.query); }

  @ContractRoute(routes.createWorkEntry)
  createWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.createWorkEntry) input: Given<typeof routes.createWorkEntry>): Promise<WorkEntry> { return this.entries.create(actor, input.body); }

  @ContractRoute(routes.getWorkEntry)
  getWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.getWorkEntry) input: Given<typeof routes.getWorkEntry>): Promise<WorkEntry> { return this.entries.get(actor, input.params.id); }

  @ContractRoute(routes.updateWorkEntry)
  updateWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.updateWorkEntry) input: Given<typeof routes.updateWorkEntry>): Promise<WorkEntry> { return this.entries.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.deleteWorkEntry)
  deleteWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.deleteWorkEntry) input: Given<typeof routes.deleteWorkEntry>): Promise<{ done: true }> { return this.entries.remove(actor, input.params.id); }

  @ContractRoute(routes.submitWorkEntry)
  submitWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.submitWorkEntry) input: Given<typeof routes.submitWorkEntry>): Promise<WorkEntry> { return this.entries.submit(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.recallWorkEntry)
  recallWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.recallWorkEntry) input: Given<typeof routes.recallWorkEntry>): Promise<WorkEntry> { return this.entries.recall(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.acceptWorkEntry)
  acceptWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.acceptWorkEntry) input: Given<typeof routes.acceptWorkEntry>): Promise<WorkEntry> { return this.checks.accept(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.returnWorkEntry)
  returnWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.returnWorkEntry) input: Given<typeof routes.returnWorkEntry>): Promise<WorkEntry> { return this.checks.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.revokeWorkEntry)
  revokeWorkEntry(@CurrentActor() actor: PersonActor, @Input(routes.revokeWorkEntry) input: Given<typeof routes.revokeWorkEntry>): Promise<WorkEntry> { return this.checks.revoke(actor, input.params.id, input.body); }

  @ContractRoute(routes.getWorkEntryHistory)
  getWorkEntryHistory(@CurrentActor() actor: PersonActor, @Input(routes.getWorkEntryHistory) input: Given<typeof routes.getWorkEntryHistory>): Promise<Page<HistoryEntry>> { return this.entries.historyOf(actor, input.params.id); }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lengths, type HistoryEntry, type Page, type WorkEntry, type workEntryChange, type WorkEntryDetails, type workEntryInput, type workEntryQuery } from '@kepu/contracts';
import { can, missingOfWorkEntry, workEntryLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { FileLinks, FileReaders } from '../files/index.js';
import { AuditQueries } from '../identity/index.js';
import { UnitSuccession } from '../units/index.js';
import { WorkEntriesRepository } from './work-entries.repository.js';
import type { WorkEntryEntity } from './work-entry.entity.js';
import { workEntryState, workEntryView } from './work-entry.mapper.js';
import { WorkEntryReferences } from './work-entry-references.js';
import { WorkEntrySteps } from './work-entry-steps.js';

/** How long the search text of one entry may be. */
const SEARCH_MAX = 20_000;
const keyOf = (title: string, place: string | null, text: string | null): string => `${sortKey(title, lengths.title)}|${searchKey([title, place ?? '', text ?? ''], SEARCH_MAX)}`;
/** The roster of a course is one of its files: whoever checks the entry reads it. */
const allFiles = (fileIds: readonly string[], details: WorkEntryDetails): string[] => [...fileIds, ...(details.rosterFileId === undefined ? [] : [details.rosterFileId])];
const demandOrder = (row: { fromDay: string; toDay: string }): void => {
  if (row.fromDay > row.toDay) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.toDay', code: 'order' }] });
};

/** Proven work that is no volunteer activity: written by the unit that did it, and handed in to be checked. */
@Injectable()
export class WorkEntriesService implements OnModuleInit {
  constructor(
    private readonly rows: WorkEntriesRepository, private readonly steps: WorkEntrySteps, private readonly references: WorkEntryReferences, private readonly files: FileLinks, private readonly readers: FileReaders,
    private readonly succession: UnitSuccession, private readonly history: AuditQueries, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.readers.register('work_entry', async (actor, id) => (await this.rows.findFor(actor, id, 'work-entry:read')) !== null, {
      marks: async (actor, id) => (await this.rows.findFor(actor, id, 'work-entry:submit')) !== null, withChildren: (ids) => this.rows.withChildren(ids),
    });
    this.succession.register('work_entries', async (fromId, toId, actor) => {
      for (const id of await this.rows.moveUnit(fromId, toId)) {
        await this.audit.record({ actor: auditActor(actor), action: 'work_entry.changed', subjectKind: 'work_entry', subjectId: id, before: { unitId: fromId }, after: { unitId: toId } });
      }
    });
  }

  async list(actor: PersonActor, query: z.output<typeof workEntryQuery>): Promise<Page<WorkEntry>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    const ids = rows.map((row) => row.id);
    const [serves, files] = await Promise.all([this.rows.servedBy(ids), this.files.of('work_entry', ids)]);
    return { data: rows.map((row) => workEntryView(row, serves.filter((one) => one.entryId === row.id), files.get(row.id) ?? [])), total };
  }

  async get(actor: PersonActor, id: string): Promise<WorkEntry> {
    const { data } = await this.list(actor, { page: 1, perPage: 1, ids: [id] });
    if (!data[0]) throw notFound();
    return data[0];
  }

  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.get(actor, id);
    return this.history.historyOf('work_entry', id);
  }

  /** Errors: `reference.not_found`, `input.invalid`. */
  async create(actor: PersonActor, { divisionCode, fileIds, serves, ...given }: z.output<typeof workEntryInput>): Promise<WorkEntry> {
    const id = newId();
    const row: WorkEntryEntity = {
      id, ...given, divisionId: divisionCode, searchKey: keyOf(given.title, given.place, given.text), state: 'draft', returnedReason: null, returnedBy: null, returnedAt: null, submittedAt: null, submittedBy: null,
      checkedAt: null, checkedBy: null, revokedReason: null, createdAt: this.clock.now(), createdBy: actor.accountId, version: 1,
    };
    await this.work.run(async () => {
      const unitPath = await this.references.unitPath(actor, given.unitId);
      await this.references.demandDivision(divisionCode);
      await this.references.demandServable(actor, unitPath, given.kind, serves);
      await this.rows.insert(row);
      await this.rows.serve(id, serves);
      await this.files.attach(actor, 'work_entry', id, allFiles(fileIds, given.details));
      await this.audit.record({ actor: auditActor(actor), action: 'work_entry.created', subjectKind: 'work_entry', subjectId: id, before: null, after: { ...workEntryState(row), items: serves.map((one) => one.itemId), files: fileIds.length } });
    });
    return this.get(actor, id);
  }

  /** Changes a draft. Errors: `version.stale`, `lifecycle.not_allowed`, `reference.not_found`, `input.invalid`. */
  async update(actor: PersonActor, id: string, { version, divisionCode, fileIds, serves, ...given }: z.output<typeof workEntryChange>): Promise<WorkEntry> {
    await this.work.run(async () => {
      const { row, unitPath } = await this.steps.find(actor, id, 'work-entry:write');
      // Only a draft may change: the states from which it is handed in.
      if (!can(workEntryLifecycle, row.state, 'submit')) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.workEntryStates.${row.state}` } });
      const after: WorkEntryEntity = { ...row, ...given, divisionId: divisionCode === undefined ? row.divisionId : divisionCode };
      demandOrder(after);
      if (after.divisionId !== row.divisionId) await this.references.demandDivision(after.divisionId);
      if (serves) await this.references.demandServable(actor, unitPath, row.kind, serves, (await this.rows.servedBy([id])).map(({ itemId }) => itemId));
      after.searchKey = keyOf(after.title, after.place, after.text);
      if (!(await this.rows.update(row, version, { ...given, divisionId: after.divisionId, searchKey: after.searchKey }))) throw new Refusal('version.stale');
      if (serves) await this.rows.serve(id, serves);
      const kept = fileIds ?? ((await this.files.of('work_entry', [id])).get(id) ?? []).map((file) => file.id);
      if (fileIds ?? given.details) await this.files.attach(actor, 'work_entry', id, allFiles(kept, after.details));
      await this.audit.record({
        actor: auditActor(actor), action: 'work_entry.changed', subjectKind: 'work_entry', subjectId: id, before: workEntryState(row),
        after: { ...workEntryState(after), ...(serves ? { items: serves.map((one) => one.itemId) } : {}), ...(fileIds ? { files: fileIds.length } : {}) },
      });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const { row } = await this.steps.find(actor, id, 'work-entry:write');
      const refused = new Refusal('lifecycle.not_allowed', { params: { state: `terms.workEntryStates.${row.state}` } });
      if (!can(workEntryLifecycle, row.state, 'delete')) throw refused;
      await this.files.attach(actor, 'work_entry', id, []);
      if (!(await this.rows.removeDraft(id))) throw refused;
      await this.audit.record({ actor: auditActor(actor), action: 'work_entry.deleted', subjectKind: 'work_entry', subjectId: id, before: workEntryState(row), after: null });
    });
    return { done: true };
  }

  /** Errors: `work_entry.incomplete` with all that is missing, `lifecycle.not_allowed`, `version.stale`. */
  async submit(actor: PersonActor, id: string, version: number): Promise<WorkEntry> {
    await this.work.run(async () => {
      const entry = await this.steps.find(actor, id, 'work-entry:submit');
      const files = (await this.files.of('work_entry', [id])).get(id) ?? [];
      const missing = can(workEntryLifecycle, entry.row.state, 'submit') ? missingOfWorkEntry({ ...entry.row, files: files.length }) : [];
      if (missing.length > 0) throw new Refusal('work_entry.incomplete', { params: { missing: missing.map((part) => `terms.missing.${part}`).join(',') } });
      await this.steps.take(actor, entry, {
        action: 'submit', past: 'submitted', version, changes: { submittedAt: this.clock.now(), submittedBy: actor.accountId, returnedReason: null, returnedBy: null, returnedAt: null },
      });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async recall(actor: PersonActor, id: string, version: number): Promise<WorkEntry> {
    await this.work.run(async () => {
      const entry = await this.steps.find(actor, id, 'work-entry:submit');
      await this.steps.take(actor, entry, { action: 'recall', past: 'recalled', version, changes: { submittedAt: null, submittedBy: null } });
    });
    return this.get(actor, id);
  }
}

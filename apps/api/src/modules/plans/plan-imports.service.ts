import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { can, planImportLifecycle } from '@kepu/domain';
import { normaliseName, type ColumnMap } from '@kepu/breakdown';
import type { importColumns, importItemChange, ImportItem, importResolution, pasteInput, planImportChange, PlanImport, planImportQuery, Page } from '@kepu/contracts';
import { paperMaxBytes } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Files, type OpenFile } from '../../platform/files/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AccountsRepository } from '../identity/index.js';
import { ProgrammeDirectory, UnitDirectory, UnitNames } from '../units/index.js';
import { ColumnMeaningsRepository } from './column-meanings.repository.js';
import type { ImportContent } from './import-content.js';
import { importView } from './import-view.js';
import type { PlanImportEntity } from './plan-import.entity.js';
import { PlanImportsRepository } from './plan-imports.repository.js';
import { programmeNamed } from './reading.mapper.js';
import { transition } from './transition.js';

/** How long an upload waits for its preview before it answers that the reading goes on. */
const WAIT_MS = 15_000;
const LOOK_MS = 60;

/** Names and headings are dictionaries, which hold for every office. */
const keepsDictionaries = (actor: PersonActor): boolean => reachOf(actor, 'dictionary:write') === 'all';

/** Papers on their way into a plan: uploaded, read, looked at and corrected by a person. */
@Injectable()
export class PlanImportsService {
  constructor(
    private readonly imports: PlanImportsRepository, private readonly meanings: ColumnMeaningsRepository, private readonly files: Files, private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory,
    private readonly unitNames: UnitNames, private readonly accounts: AccountsRepository, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /**
   * Keeps the paper, has it read, and waits for the preview. `ready` false: it is still being read.
   * Errors: `paper.*` with the place when it cannot be read; the failed import stays in the list with its reason.
   */
  async create(actor: PersonActor, given: { bytes: Uint8Array; fileName: string; origin: PlanImportEntity['origin'] }): Promise<{ ready: boolean; view: PlanImport }> {
    if (given.bytes.byteLength === 0) throw new Refusal('paper.empty');
    const divisionId = await this.officeOf(actor);
    const file = await this.files.put(given.bytes, given.fileName, { maxBytes: paperMaxBytes });
    const id = newId();
    await this.work.run(async () => {
      const fileId = await this.files.record(file, { purpose: 'plan_import', createdBy: actor.accountId });
      await this.imports.insert({
        id, state: 'queued', divisionId, fileId, fileName: file.name, origin: given.origin, progressPermille: 0, content: null, failure: null, columns: null, planId: null, createdAt: this.clock.now(), createdBy: actor.accountId, version: 1,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'plan_import.created', subjectKind: 'plan_import', subjectId: id, before: null, after: { size: file.size, hash: file.hash } });
      await this.jobs.enqueue('plan_import.read', { importId: id }, { key: `plan_import.read:${id}` });
    });
    return this.waited(actor, id);
  }

  /**
   * What the columns hold, as a person says; the paper is read again. Errors: `plan_import.columns_incomplete`, `version.stale`, `lifecycle.not_allowed`, `paper.*`.
   */
  async explain(actor: PersonActor, id: string, given: z.output<typeof importColumns>): Promise<{ ready: boolean; view: PlanImport }> {
    const roles: ColumnMap = Object.fromEntries(given.roles.flatMap((role, column) => (role ? [[role, column] as const] : [])));
    const named = given.roles.filter((role) => role !== null);
    if (new Set(named).size !== named.length || roles.content === undefined || (roles.responsible === undefined && roles.lead === undefined)) throw new Refusal('plan_import.columns_incomplete');
    await this.work.run(async () => {
      await this.meanings.takeTurn();
      const row = await this.findFor(actor, id);
      const state = transition(planImportLifecycle, row.state, 'explain', 'importStates');
      if (!row.columns) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.importStates.${row.state}` } });
      const heading = row.columns.rows[0] ?? [];
      if (given.heading && named.some((role) => normaliseName(heading[roles[role] ?? -1] ?? '') === '')) throw new Refusal('plan_import.columns_incomplete');
      const remembers = given.heading && keepsDictionaries(actor);
      const headings = given.heading ? named.map((role) => ({ heading: heading[roles[role] ?? -1] ?? '', role })) : [];
      // What is not for everybody holds for this paper alone.
      const columns = { rows: row.columns.rows, roles: given.heading ? null : roles, ...(given.heading && !remembers ? { headings } : {}) };
      if (!(await this.imports.update(id, given.version, { state: state ?? 'queued', columns, content: null, progressPermille: 0 }))) throw new Refusal('version.stale');
      if (remembers) await this.meanings.remember(headings, actor.accountId);
      await this.audit.record({ actor: auditActor(actor), action: 'plan_import.columns_explained', subjectKind: 'plan_import', subjectId: id, before: null, after: { roles: given.roles, heading: given.heading } });
      await this.jobs.enqueue('plan_import.read', { importId: id }, { key: `plan_import.read:${id}:${given.version}` });
    });
    return this.waited(actor, id);
  }

  /** The office that somebody writes plans for: the city's, or that of the first division they have a right to. */
  private async officeOf(actor: PersonActor): Promise<string> {
    const reach = reachOf(actor, 'plan-import:write');
    return reach === 'all' ? (await this.units.cityDivision()).code : (reach.divisions[0] ?? '');
  }

  private async waited(actor: PersonActor, id: string): Promise<{ ready: boolean; view: PlanImport }> {
    // The wait is of real time, whatever the clock of a test says.
    const until = performance.now() + WAIT_MS;
    for (;;) {
      const state = await this.imports.stateOf(id);
      if (state !== 'queued' && state !== 'reading') break;
      if (performance.now() > until) return { ready: false, view: await this.get(actor, id) };
      await sleep(LOOK_MS);
    }
    const row = await this.findFor(actor, id);
    if (row.failure) throw new Refusal(row.failure.code, { params: row.failure.params, ...(row.failure.place ? { place: row.failure.place } : {}) });
    return { ready: true, view: await this.view(row) };
  }

  /** A pasted table: its HTML where the page got it, for that keeps merged cells, else its text. */
  paste(actor: PersonActor, given: z.output<typeof pasteInput>): Promise<{ ready: boolean; view: PlanImport }> {
    return this.create(actor, { bytes: Buffer.from(given.html ?? given.text, 'utf8'), fileName: given.title, origin: 'pasted' });
  }

  async list(actor: PersonActor, query: z.output<typeof planImportQuery>): Promise<Page<Omit<PlanImport, 'items' | 'warnings'>>> {
    const { rows, total } = await this.imports.listFor(actor, query);
    const names = await this.accounts.namesOf([...new Set(rows.map((row) => row.createdBy))]);
    return { data: rows.map((row) => importView(row, names.get(row.createdBy) ?? '')), total };
  }

  async get(actor: PersonActor, id: string): Promise<PlanImport> { return this.view(await this.findFor(actor, id)); }

  /** What was read, for a file. Errors: `lifecycle.not_allowed` where nothing was read. */
  async read(actor: PersonActor, id: string): Promise<PlanImport> {
    const row = await this.findFor(actor, id);
    if (!row.content) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.importStates.${row.state}` } });
    return this.view(row);
  }

  /** The original, for the office alone; each look is recorded. */
  async paper(actor: PersonActor, id: string): Promise<OpenFile> {
    const row = await this.findFor(actor, id);
    const file = await this.files.open(row.fileId);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'paper.opened', subjectKind: 'plan_import', subjectId: id, before: null, after: null }));
    return file;
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`. A new year chooses another set of programmes for what no person has corrected. */
  async update(actor: PersonActor, id: string, given: z.output<typeof planImportChange>): Promise<PlanImport> {
    return this.change(actor, id, given.version, 'plan_import.changed', { paper: given.paper }, async (content) => {
      const paper = { ...content.paper, ...given.paper };
      if (paper.year === content.paper.year) return { ...content, paper };
      const programmes = await this.programmes.namesForReading(paper.year);
      const items = content.items.map((item) => {
        const programme = item.corrected ? undefined : programmeNamed(item.programme.printed, programmes);
        return programme ? { ...item, programme: { ...item.programme, name: programme.names[0] ?? item.programme.printed, programmeId: programme.id } } : item;
      });
      return { ...content, paper, items };
    });
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`, `reference.not_found`. */
  async correct(actor: PersonActor, id: string, position: number, given: z.output<typeof importItemChange>): Promise<PlanImport> {
    const { version, ...changes } = given;
    return this.change(actor, id, version, 'plan_import.item_corrected', { position, fields: Object.keys(changes) }, async (content) => {
      const at = content.items.findIndex((item) => item.position === position);
      const before = content.items[at];
      if (!before) throw notFound();
      const units = async (ids: readonly string[] | undefined, printed: ImportItem['responsible']): Promise<ImportItem['responsible']> => {
        if (!ids) return printed;
        const found = await this.units.unitsByIds(ids);
        return ids.map((unitId) => {
          const unit = found.get(unitId);
          if (!unit) throw badReference('terms.assignmentRoles.responsible');
          return { name: printed.find((one) => one.unitId === unitId)?.name ?? unit.name, unitId };
        });
      };
      const programme = changes.programmeId === undefined ? undefined : (await this.programmes.programmesByIds([changes.programmeId])).get(changes.programmeId);
      if (changes.programmeId !== undefined && !programme) throw badReference('admin.items.programme');
      const after: ImportItem = {
        ...before, text: changes.text ?? before.text,
        programme: programme ? { printed: before.programme.printed, name: programme.name, programmeId: programme.id } : before.programme,
        responsible: await units(changes.responsible, before.responsible), lead: await units(changes.lead, before.lead), cooperating: await units(changes.cooperating, before.cooperating),
        due: changes.due === undefined ? before.due : changes.due, targets: changes.targets ?? before.targets, corrected: true,
        // A person has looked at it: what the reader was unsure of is settled.
        warnings: [],
      };
      return { ...content, items: content.items.with(at, after), warnings: content.warnings.filter((warning) => warning.position !== position) };
    });
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`, `reference.not_found`. */
  async resolve(actor: PersonActor, id: string, given: z.output<typeof importResolution>): Promise<PlanImport> {
    // What one office calls a unit or a programme is told to all that read papers by whoever keeps the dictionaries.
    const remembers = given.remember && keepsDictionaries(actor);
    return this.change(actor, id, given.version, 'plan_import.name_resolved', { kind: given.kind, name: given.name, id: given.id }, async (content) => {
      const code = given.kind === 'unit' ? 'unknown_unit' : 'unknown_programme';
      const warnings = content.warnings.filter((warning) => warning.code !== code || warning.value !== given.name);
      if (given.kind === 'unit') {
        if (!(await this.units.unitsByIds([given.id])).has(given.id)) throw badReference('terms.assignmentRoles.responsible');
        if (remembers) await this.unitNames.remember(actor, given.id, given.name);
        const match = (printed: ImportItem['responsible']) => printed.map((unit) => (unit.name === given.name && !unit.unitId ? { ...unit, unitId: given.id } : unit));
        return { ...content, warnings, items: content.items.map((item) => settled({ ...item, responsible: match(item.responsible), lead: match(item.lead), cooperating: match(item.cooperating) }, code)) };
      }
      const programme = (await this.programmes.programmesByIds([given.id])).get(given.id);
      if (!programme) throw badReference('admin.items.programme');
      if (remembers) await this.programmes.remember(actor, given.id, given.name);
      return {
        ...content, warnings,
        items: content.items.map((item) => (item.programme.printed === given.name ? settled({ ...item, programme: { ...item.programme, name: programme.name, programmeId: programme.id } }, code) : item)),
      };
    });
  }

  async discard(actor: PersonActor, id: string): Promise<PlanImport> {
    await this.work.run(async () => {
      const row = await this.findFor(actor, id);
      const state = transition(planImportLifecycle, row.state, 'discard', 'importStates');
      if (!(await this.imports.update(id, row.version, { state: state ?? 'discarded' }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'plan_import.discarded', subjectKind: 'plan_import', subjectId: id, before: { state: row.state }, after: { state } });
    });
    return this.get(actor, id);
  }

  private async change(actor: PersonActor, id: string, version: number, action: string, after: Record<string, unknown>, edit: (content: ImportContent) => Promise<ImportContent>): Promise<PlanImport> {
    await this.work.run(async () => {
      const row = await this.findFor(actor, id);
      // Only a preview that waits for its commit may be changed: the states from which a commit is possible.
      if (!can(planImportLifecycle, row.state, 'commit') || !row.content) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.importStates.${row.state}` } });
      const content = await edit(row.content);
      if (!(await this.imports.update(id, version, { content }))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'plan_import', subjectId: id, before: null, after });
    });
    return this.get(actor, id);
  }

  private async findFor(actor: PersonActor, id: string): Promise<PlanImportEntity> {
    const row = await this.imports.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }

  private async view(row: PlanImportEntity): Promise<PlanImport> {
    return importView(row, (await this.accounts.namesOf([row.createdBy])).get(row.createdBy) ?? '');
  }
}

const settled = (item: ImportItem, code: string): ImportItem => {
  const open = code === 'unknown_unit' ? [...item.responsible, ...item.lead, ...item.cooperating].some((unit) => !unit.unitId) : !item.programme.programmeId;
  return open ? item : { ...item, warnings: item.warnings.filter((warning) => warning !== code) };
};

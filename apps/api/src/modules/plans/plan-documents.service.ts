import { Injectable } from '@nestjs/common';
import { readsAs, writeLetter, writeTable, type PaperItem } from '@kepu/breakdown';
import { label, type Locale } from '@kepu/contracts/labels';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { archive, type ArchivedFile } from '../../platform/documents/archive.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { safeFileName } from '../../platform/files/index.js';
import { numbered } from './export-number.js';
import { ItemsRepository } from './items.repository.js';
import { MeasuresRepository } from './measures.repository.js';
import { paperDocx, paperXlsx } from './plan-paper.js';
import type { PlanEntity } from './plan.entity.js';
import { seesEveryItem } from './plan.policy.js';
import { PlansRepository } from './plans.repository.js';
import { ReadingDictionary } from './reading-dictionary.js';
import { demandsByItem, taskListDocx, taskListsOf, taskListXlsx, type TaskList, type TaskListFrame } from './task-lists.js';

/** A file that was made, with the name to keep it by. */
export interface MadeFile { readonly name: string; readonly bytes: Buffer }

const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
/** A name of a unit as a part of a file's name: a stroke in it is no folder. */
const withoutFolders = (name: string): string => name.replace(/[/\\]+/gu, '-');

/** A plan as documents: its paper, and a list for each unit. Everybody gets what they see; each export has a number that stands in the log. */
@Injectable()
export class PlanDocumentsService {
  constructor(
    private readonly plans: PlansRepository, private readonly items: ItemsRepository, private readonly measures: MeasuresRepository, private readonly dictionary: ReadingDictionary,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /**
   * The paper in its newest edition, as it was printed: what it no longer prints and is kept in force all the same stands in the list of items. A draft, and a copy that is not whole, say so where the number
   * would be; one that our own reader would not read as the same plan says that in its last line. Errors: `resource.not_found`.
   */
  async paper(actor: PersonActor, planId: string, format: 'docx' | 'xlsx'): Promise<MadeFile> {
    const plan = await this.planFor(actor, planId);
    const whole = seesEveryItem(actor);
    const [{ rows }, dictionary] = await Promise.all([this.items.listFor(actor, planId, {}), this.dictionary.of(plan.divisionId)]);
    // An extract is of the work that the units have now, not of what they were released from.
    const items = rows.filter(({ standing, assignments }) => standing === 'printed' && (whole || assignments.some(({ state }) => state !== 'withdrawn')))
      .map((item): PaperItem => ({ number: item.number, programme: item.programme.printed, units: item.units, text: item.text, due: item.due, targets: item.targets }));
    const letter = writeLetter(plan);
    const table = writeTable(items, plan.year, dictionary);
    const mark = plan.state === 'draft' ? 'draftStamp' : whole ? null : 'extractStamp';
    // The paper is in the language of the office, whoever saves it.
    const { number, stamp } = numbered(actor, label('zh-CN', whole ? 'documents.wholePaper' : 'documents.ownWork'), this.clock.now(), 'zh-CN');
    const doubtful = readsAs(table, items, plan.year, dictionary) ? '' : label('zh-CN', 'documents.readAnew');
    const content = { letter, table, mark: mark && label('zh-CN', `documents.${mark}`), stamp: stamp + doubtful };
    const bytes = await (format === 'docx' ? paperDocx : paperXlsx)(content);
    await this.record(actor, planId, 'plan.paper_exported', { number, format, items: items.length });
    return { name: `${plan.title}.${format}`, bytes };
  }

  /** A list for each unit in reach, or for one of them. Errors: `resource.not_found`, `plan.no_task_lists`. */
  async taskLists(actor: PersonActor, planId: string, unitId: string | undefined, locale: Locale): Promise<MadeFile> {
    const plan = await this.planFor(actor, planId);
    const { lists, demands } = await this.listsFor(actor, planId, unitId);
    if (lists.length === 0) throw new Refusal('plan.no_task_lists');
    const { number, stamp } = numbered(actor, filterOf(actor, lists, unitId, locale), this.clock.now(), locale);
    const frame = this.frame(plan, stamp, locale);
    const files: ArchivedFile[] = [];
    for (const [at, list] of lists.entries()) {
      const name = (type: string): string => safeFileName(`${String(at + 1).padStart(2, '0')}-${withoutFolders(list.unit.name)}-${label(locale, 'documents.taskList')}.${type}`);
      files.push({ name: name('docx'), bytes: await taskListDocx(list, demands, frame) });
      await turn();
      files.push({ name: name('xlsx'), bytes: await taskListXlsx(list, demands, frame) });
      await turn();
    }
    const bytes = await archive(files, this.clock.now());
    await this.record(actor, planId, 'plan.task_lists_exported', { number, format: 'zip', units: lists.length, items: lists.reduce((sum, { tasks }) => sum + tasks.length, 0) });
    return { name: `${plan.title} ${label(locale, 'documents.taskList')}.zip`, bytes };
  }

  /** The list of one unit, to be printed. Errors: `resource.not_found`. */
  async taskList(actor: PersonActor, planId: string, unitId: string, locale: Locale): Promise<MadeFile> {
    const plan = await this.planFor(actor, planId);
    const { lists: [list], demands } = await this.listsFor(actor, planId, unitId);
    if (!list) throw notFound();
    const { number, stamp } = numbered(actor, label(locale, 'documents.ofUnit', { unit: list.unit.name }), this.clock.now(), locale);
    const bytes = await taskListDocx(list, demands, this.frame(plan, stamp, locale));
    await this.record(actor, planId, 'plan.task_lists_exported', { number, format: 'docx', units: 1, items: list.tasks.length, unitId });
    return { name: `${withoutFolders(list.unit.name)}-${plan.year}-${label(locale, 'documents.taskList')}.docx`, bytes };
  }

  /** The lists that the actor may know, each to be made when its turn comes. Without a line in the log: a pack has one of its own. */
  async listsOf(actor: PersonActor, planId: string, filter: { unitId?: string; programmeId?: string }, stamp: string, locale: Locale): Promise<{ unit: string; make: () => Promise<Buffer> }[]> {
    const plan = await this.planFor(actor, planId);
    const [{ rows }, order, demands] = await Promise.all([this.items.listFor(actor, planId, filter), this.plans.units(planId), this.measures.demandsFor(actor, planId)]);
    const lists = taskListsOf(rows, order.map((unit) => unit.unitId)).filter(({ unit }) => filter.unitId === undefined || unit.id === filter.unitId);
    const byItem = demandsByItem(demands);
    return lists.map((list) => ({ unit: list.unit.name, make: () => taskListDocx(list, byItem, this.frame(plan, stamp, locale)) }));
  }

  private async planFor(actor: PersonActor, planId: string): Promise<PlanEntity> {
    const plan = await this.plans.findFor(actor, planId);
    if (!plan) throw notFound();
    return plan;
  }

  /** The lists that the actor may know, in the order of the paper. A unit out of reach, or without work, is not found. */
  private async listsFor(actor: PersonActor, planId: string, unitId: string | undefined): Promise<{ lists: TaskList[]; demands: ReadonlyMap<string, string[]> }> {
    const [{ rows }, order, demands] = await Promise.all([this.items.listFor(actor, planId, unitId === undefined ? {} : { unitId }), this.plans.units(planId), this.measures.demandsFor(actor, planId)]);
    const lists = taskListsOf(rows, order.map((unit) => unit.unitId)).filter(({ unit }) => unitId === undefined || unit.id === unitId);
    if (unitId !== undefined && lists.length === 0) throw notFound();
    return { lists, demands: demandsByItem(demands) };
  }

  private frame(plan: PlanEntity, stamp: string, locale: Locale): TaskListFrame {
    return { planTitle: plan.title, docNumber: plan.state === 'draft' ? label(locale, 'documents.draftStamp') : plan.docNumber, stamp, locale };
  }

  private async record(actor: PersonActor, planId: string, action: string, after: Readonly<Record<string, string | number>>): Promise<void> {
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action, subjectKind: 'plan', subjectId: planId, before: null, after }));
  }
}

/** What the lists of an archive are of, in words. */
const filterOf = (actor: PersonActor, lists: readonly TaskList[], unitId: string | undefined, locale: Locale): string => {
  if (unitId !== undefined) return label(locale, 'documents.ofUnit', { unit: lists[0]?.unit.name ?? '' });
  return label(locale, seesEveryItem(actor) ? 'documents.everyUnit' : 'documents.ownWork', { count: lists.length });
};

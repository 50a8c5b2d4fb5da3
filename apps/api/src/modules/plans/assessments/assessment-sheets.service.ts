import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AssessmentLink, assessmentLinkQuery, AssessmentSheet, assessmentSheetChange, HistoryEntry, Page, Permission } from '@kepu/contracts';
import { assessmentSheetLifecycle, can as may, criteriaOf, type AssessmentSheetAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal, type FieldError } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { FileLinks, FileReaders } from '../../files/index.js';
import { AuditQueries } from '../../identity/index.js';
import { OpenWorkRegistry, UnitSuccession } from '../../units/index.js';
import { demandInForce, transition } from '../transition.js';
import { UnitSpeakers } from '../unit-speakers.js';
import { AssessmentCounts } from './assessment-counts.service.js';
import type { AssessmentSheetEntity, ByCriterion, CountedEntry, SheetEntry } from './assessment.entity.js';
import { AssessmentSheetsRepository, type SheetRow } from './assessment-sheets.repository.js';
import { entriesOf, isIn, isInside, isShown, linkView, reviewsOf, rubricOf, sheetView } from './assessment.mapper.js';
import { AssessmentsRepository, type AssessmentRow } from './assessments.repository.js';
import { AssessmentsService } from './assessments.service.js';

type AssessmentPermission = Extract<Permission, `assessment:${string}`>;
/** Steps that somebody is told of. */
export type AssessmentSheetEvent = 'checking' | 'sent_back' | 'returned' | 'appealed' | 'answered' | 'opened' | 'admitted' | 'announced';
/** A sheet with its assessment. */
export interface FoundSheet { readonly row: SheetRow; readonly assessment: AssessmentRow }
/** One step of a sheet. */
export interface SheetStep { readonly action: AssessmentSheetAction; readonly past: string; readonly version: number; readonly changes?: Partial<AssessmentSheetEntity>; readonly tell?: AssessmentSheetEvent; readonly said?: Record<string, unknown> }
type Reasoned = { readonly version: number; readonly reason: string };

const invalid = (fields: readonly FieldError[]): Refusal => new Refusal('input.invalid', { params: { count: fields.length }, fields });
/** What everybody who reads a sheet may know of its course; what is done inside is the unit's own, how it was reviewed the office's. */
const shared: ReadonlySet<string> = new Set(['submitted', 'recalled', 'taken_in', 'returned', 'accepted', 'released', 'admitted', 'moved'].map((past) => `assessment_sheet.${past}`));
const reviewing: ReadonlySet<string> = new Set(['reviewed', 'sampled'].map((past) => `assessment_sheet.${past}`));

/** In which states of the assessment a step is taken that is not for an open one alone: who was let in late is reviewed while objections run. */
const whileIn: Readonly<Partial<Record<AssessmentSheetAction, readonly AssessmentRow['state'][]>>> = { rescore: ['announced'], admit_late: ['announced'], review: ['open', 'announced'], accept: ['open', 'announced'] };

/** What one unit says of itself: written, handed over, handed in and taken back; and every other step of its sheet. */
@Injectable()
export class AssessmentSheetsService implements OnModuleInit {
  constructor(
    private readonly rows: AssessmentSheetsRepository, private readonly assessments: AssessmentsService, private readonly held: AssessmentsRepository, private readonly counts: AssessmentCounts, private readonly speakers: UnitSpeakers, private readonly files: FileLinks, private readonly readers: FileReaders, private readonly succession: UnitSuccession,
    private readonly openWork: OpenWorkRegistry, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.readers.register('assessment_sheet', (actor, id) => this.shows(actor, id, (row) => isInside(actor, row) || isShown(row)));
    this.readers.register('assessment_appeal', async (actor, id) => {
      const appeal = await this.rows.findAppeal(id);
      return appeal !== null && this.shows(actor, appeal.sheetId, (row) => isInside(actor, row) || can(actor, 'assessment:results'));
    });
    this.openWork.register('assessments', { count: ({ unitId }) => this.rows.openOf(unitId) });
    // A unit that was merged is assessed as its successor: with its own sheet where it has one, else with that of the unit.
    this.succession.register('assessments', async (fromId, toId, actor) => {
      for (const { id, state, version, assessmentState, twin, twinState } of await this.rows.ofUnit(fromId, toId)) {
        // A result that units were told stands with the unit that it is of.
        if (twin !== null && twinState !== 'released' && assessmentState === 'announced') continue;
        const moves = twin === null || twinState === 'released';
        const done = twin === null ? this.rows.update({ id, state }, version, { unitId: toId }) : moves ? this.rows.changePlaces({ id, state, version }, twin, fromId, toId) : this.rows.update({ id, state }, version, { state: 'released' });
        if (!(await done)) throw new Refusal('version.stale');
        await this.audit.record({ actor: auditActor(actor), action: moves ? 'assessment_sheet.moved' : 'assessment_sheet.released', subjectKind: 'assessment_sheet', subjectId: id, before: { unitId: fromId }, after: { unitId: toId } });
      }
    });
  }

  async get(actor: PersonActor, id: string): Promise<AssessmentSheet> {
    const { row, assessment } = await this.find(actor, id, 'assessment:read');
    const inside = isInside(actor, row);
    const appeals = await this.rows.appealsOf([id]);
    const reviewers = Object.values(reviewsOf(row)).map(({ by }) => by);
    const [live, links, files, appealFiles, names, approvers] = await Promise.all([
      inside || isIn(row) ? this.liveOf({ row, assessment }) : undefined, this.linksOf(row), this.files.of('assessment_sheet', [id]), this.files.of('assessment_appeal', appeals.map((appeal) => appeal.id)), this.rows.namesOf(reviewers), inside ? this.speakers.approversOf(row.path) : [],
    ]);
    return sheetView(actor, row, assessment, { live, links, files: files.get(id) ?? [], appeals, appealFiles, names, approvers, today: this.clock.today() });
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    const { row } = await this.find(actor, id, 'assessment:read');
    const { data } = await this.history.historyOf('assessment_sheet', id);
    const shown = data.filter(({ action }) => shared.has(action) || (reviewing.has(action) ? can(actor, 'assessment:write') : isInside(actor, row)));
    return { data: shown, total: shown.length };
  }
  /** A sheet within reach of a right to it. Errors: `resource.not_found`, `assessment.off`. */
  async find(actor: PersonActor, id: string, permission: AssessmentPermission): Promise<FoundSheet> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) {
      await this.held.switch().then(({ enabled }) => { if (Number(enabled) !== 1) throw new Refusal('assessment.off'); });
      throw notFound();
    }
    return { row, assessment: await this.assessments.find(actor, row.assessmentId) };
  }
  /** What is counted now; of what was reviewed, what was counted then stands. */
  async liveOf({ row, assessment }: FoundSheet): Promise<ByCriterion<CountedEntry>> {
    if (row.state === 'accepted') return {};
    return (await this.counts.of({ id: assessment.planId, year: assessment.planYear }, rubricOf(assessment), [row.unitId])).get(row.unitId) ?? {};
  }
  /** What the unit can point to. */
  async linkable(actor: PersonActor, id: string, { page, perPage, kind, q, ids, sort = '-day' }: z.output<typeof assessmentLinkQuery>): Promise<Page<AssessmentLink>> {
    const { row } = await this.find(actor, id, 'assessment:answer');
    const found = (await this.rows.linkable(row.path)).map(linkView).filter((link) => (kind === undefined || link.kind === kind) && (!q || link.title.includes(q)) && (ids === undefined || ids.includes(link.id)));
    const sorted = found.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? '') * (sort === 'day' ? 1 : -1) || a.id.localeCompare(b.id));
    return { data: sorted.slice((page - 1) * perPage, page * perPage), total: sorted.length };
  }

  /** What is written as it is; points fit their criterion, what is pointed to is the unit's own. Errors: `input.invalid`, `reference.not_found`, `lifecycle.not_allowed`, `version.stale`. */
  async save(actor: PersonActor, id: string, { version, entries }: z.output<typeof assessmentSheetChange>): Promise<AssessmentSheet> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'assessment:answer');
      const kept = this.checked(found, entries);
      const wanted = Object.values(kept).flatMap(({ links }) => links);
      // What stands on the sheet already may stay, whatever has become of it since.
      const before = Object.values(entriesOf(found.row)).flatMap(({ links }) => links);
      const own = new Set([...before, ...(wanted.length === 0 ? [] : await this.rows.linkable(found.row.path, [...new Set(wanted.map((link) => link.id))]))].map((link) => `${link.kind} ${link.id}`));
      if (wanted.some((link) => !own.has(`${link.kind} ${link.id}`))) throw badReference('body.entries');
      await this.take(actor, found, { action: found.row.state === 'returned' ? 'revise' : 'save', past: 'saved', version, changes: { entries: kept } });
      await this.files.attach(actor, 'assessment_sheet', id, Object.values(kept).flatMap(({ fileIds }) => fileIds));
    });
    return this.get(actor, id);
  }
  /** To the unit's own approver. Errors: `input.invalid`, `unit_report.no_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async handOver(actor: PersonActor, id: string, version: number): Promise<AssessmentSheet> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'assessment:answer');
      if (may(assessmentSheetLifecycle, found.row.state, 'hand_over')) {
        if ((await this.speakers.approversOf(found.row.path)).length === 0) throw new Refusal('unit_report.no_approver');
        this.demandWhole(found);
      }
      await this.take(actor, found, { action: 'hand_over', past: 'handed_over', version, tell: 'checking' });
    });
    return this.get(actor, id);
  }
  /** Inside the unit, by whoever would hand it in. Errors: `unit_report.needs_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async sendBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<AssessmentSheet> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'assessment:submit');
      if (may(assessmentSheetLifecycle, found.row.state, 'send_back')) await this.speakers.demandSpeaker(actor, found.row.path);
      await this.take(actor, found, { action: 'send_back', past: 'sent_back', version, said: { reason }, tell: 'sent_back', changes: this.givenBack(actor, reason, true) });
    });
    return this.get(actor, id);
  }
  /** To the office, with what is counted at this moment. Errors: `unit_report.needs_approver`, `input.invalid`, `lifecycle.not_allowed`, `version.stale`. */
  async submit(actor: PersonActor, id: string, version: number): Promise<AssessmentSheet> {
    const frozen = await this.liveOf(await this.find(actor, id, 'assessment:submit'));
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'assessment:submit');
      const { row, assessment } = found;
      if (may(assessmentSheetLifecycle, row.state, 'submit')) {
        await this.speakers.demandSpeaker(actor, row.path);
        this.demandWhole(found);
      }
      const first = row.firstSubmittedAt === null ? { firstSubmittedAt: this.clock.now(), late: this.clock.today() > assessment.dueOn } : {};
      await this.take(actor, found, { action: 'submit', past: 'submitted', version, changes: { frozen, ...first, submittedAt: this.clock.now(), submittedBy: actor.accountId, ...(Number(row.returnedInside) === 1 ? { returnedAt: null, returnedBy: null, returnedReason: null, returnedInside: false } : {}) } });
    });
    return this.get(actor, id);
  }
  /** Until the last day; from the approver at any time. Errors: `assessment.day_over`, `lifecycle.not_allowed`, `version.stale`. */
  async recall(actor: PersonActor, id: string, version: number): Promise<AssessmentSheet> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'assessment:answer');
      const { row, assessment } = found;
      if (row.state === 'submitted' && this.clock.today() > assessment.dueOn) throw new Refusal('assessment.day_over', { params: { day: assessment.dueOn } });
      await this.take(actor, found, { action: 'recall', past: 'recalled', version, changes: row.state === 'submitted' ? { frozen: {}, submittedAt: null, submittedBy: null, firstSubmittedAt: null, late: false } : {} });
    });
    return this.get(actor, id);
  }

  /** One step: allowed by the table while plan and assessment are open, taken by one of many who try, written down and told. Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async take(actor: PersonActor, { row, assessment }: FoundSheet, { action, past, version, changes = {}, tell, said = {} }: SheetStep): Promise<void> {
    const wanted = assessment.state;
    if (!(whileIn[action] ?? ['open']).includes(wanted)) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.assessmentStates.${assessment.state}` } });
    const state = transition(assessmentSheetLifecycle, row.state, action, 'assessmentSheetStates') ?? row.state;
    demandInForce(assessment.planState);
    if (!(await this.held.countWrite(assessment.id, wanted))) throw new Refusal('version.stale');
    if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action: `assessment_sheet.${past}`, subjectKind: 'assessment_sheet', subjectId: row.id, before: { state: row.state }, after: { state, unit: row.unitName, ...said } });
    if (tell) await this.jobs.enqueue('notice.assessment_sheet', { sheetId: row.id, event: tell, version: version + 1, by: actor.accountId, text: String(said['reason'] ?? '') });
  }
  /** What stands with a sheet that was given back. */
  givenBack(actor: PersonActor, reason: string, inside: boolean): Partial<AssessmentSheetEntity> { return { returnedReason: reason, returnedBy: actor.accountId, returnedAt: this.clock.now(), returnedInside: inside }; }
  /** What a sheet points to. */
  async linksOf(row: SheetRow): ReturnType<AssessmentSheetsRepository['linked']> {
    const ids = [...new Set(Object.values(entriesOf(row)).flatMap(({ links }) => links.map(({ id }) => id)))];
    return ids.length === 0 ? [] : this.rows.linked(ids);
  }

  private async shows(actor: PersonActor, sheetId: string, test: (row: SheetRow) => boolean): Promise<boolean> {
    const row = Number((await this.held.switch()).enabled) === 1 ? await this.rows.findFor(actor, sheetId, 'assessment:read') : null;
    return row !== null && test(row);
  }
  /** Entries as they are kept. Errors: `input.invalid`, with each part that is wrong. */
  private checked({ assessment }: FoundSheet, entries: z.output<typeof assessmentSheetChange>['entries']): Record<string, SheetEntry> {
    const criteria = new Map(criteriaOf(rubricOf(assessment)).map((criterion) => [criterion.key, criterion]));
    const wrong = entries.flatMap(({ key, points }, at): FieldError[] => {
      const criterion = criteria.get(key);
      if (!criterion || entries.findIndex((entry) => entry.key === key) < at) return [{ path: `body.entries.${at}.key`, code: 'unknown_criterion' }];
      if (points === null) return [];
      if (criterion.source !== null) return [{ path: `body.entries.${at}.points`, code: 'counted' }];
      return points > criterion.most ? [{ path: `body.entries.${at}.points`, code: 'points_many', params: { maximum: criterion.most } }] : [];
    });
    if (wrong.length > 0) throw invalid(wrong);
    return Object.fromEntries(entries.map(({ key, ...entry }) => [key, entry]));
  }
  /** What is judged by hand has points; what is taken off or added may be left out. Errors: `input.invalid`. */
  private demandWhole({ row, assessment }: FoundSheet): void {
    const entries = entriesOf(row);
    const missing = criteriaOf(rubricOf(assessment)).filter(({ key, kind, source }) => source === null && kind === 'score' && (entries[key]?.points ?? null) === null);
    if (missing.length > 0) throw invalid(missing.map(({ key }) => ({ path: `body.entries.${key}.points`, code: 'required' })));
  }
}

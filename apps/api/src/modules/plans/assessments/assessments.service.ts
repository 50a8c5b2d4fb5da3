import { Injectable } from '@nestjs/common';
import type { Assessment, assessmentChange, assessmentInput, assessmentQuery, criterionInput, HistoryEntry, Page, RubricSection } from '@kepu/contracts';
import { assessmentLifecycle, criteriaOf, isWorkday, addWorkdays, OBJECTION_WORKDAYS, rubricFaults, scoredPoints, type AssessmentAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { reachOf, type Actor, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal, type FieldError } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AuditQueries } from '../../identity/index.js';
import { UnitDirectory } from '../../units/index.js';
import { PlanCounts } from '../counts/plan-counts.service.js';
import { PlansService } from '../plans.service.js';
import { demandInForce, transition } from '../transition.js';
import { DEFAULT_GRADES, DEFAULT_TOTAL, defaultRubric } from './assessment-default.js';
import type { AssessmentEntity, AssessmentSheetEntity } from './assessment.entity.js';
import { AssessmentSheetsRepository, type SheetBrief } from './assessment-sheets.repository.js';
import { AssessmentSwitches } from './assessment-switch.service.js';
import { assessmentView, gradesOf, rubricOf } from './assessment.mapper.js';
import { AssessmentsRepository, type AssessmentRow } from './assessments.repository.js';

/** What somebody is told of an assessment. */
export type AssessmentEvent = 'opened' | 'withdrawn' | 'announced' | 'final';
interface Step { readonly action: AssessmentAction; readonly past: string; readonly version: number; readonly changes?: Partial<AssessmentEntity>; readonly tell?: AssessmentEvent; readonly said?: Record<string, unknown> }
type Sections = readonly { readonly title: string; readonly criteria: readonly z.output<typeof criterionInput>[] }[];
/** How many units a refusal names. */
const NAMED = 5;
const system = { kind: 'system', task: 'assessment units' } as const;

/** Assessments (考核): their rubric is written, asked, announced and made final by the office. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly rows: AssessmentsRepository, private readonly sheets: AssessmentSheetsRepository, private readonly switches: AssessmentSwitches, private readonly plans: PlansService, private readonly counts: PlanCounts, private readonly units: UnitDirectory, private readonly history: AuditQueries, private readonly jobs: Jobs,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof assessmentQuery>): Promise<Page<Assessment>> {
    await this.switches.demandOn();
    const { rows, total } = await this.rows.listFor(actor, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    const sheets = await this.sheets.briefsFor(actor, rows.map(({ id }) => id));
    return { data: rows.map((row) => assessmentView(actor, row, sheets, this.clock.today())), total };
  }
  async get(actor: PersonActor, id: string): Promise<Assessment> {
    const row = await this.find(actor, id);
    return assessmentView(actor, row, await this.sheets.briefsFor(actor, [id]), this.clock.today());
  }
  /** Errors: `resource.not_found`, `assessment.off`. */
  async find(actor: Actor, id: string): Promise<AssessmentRow> {
    await this.switches.demandOn();
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.find(actor, id);
    return this.history.historyOf('assessment', id);
  }

  /** Errors: `assessment.exists`, `reference.not_found`, `lifecycle.not_allowed`, `assessment.off`. */
  async create(actor: PersonActor, { planId, title, dueOn, fromId }: z.output<typeof assessmentInput>): Promise<Assessment> {
    await this.switches.demandOn();
    if (reachOf(actor, 'assessment:write') !== 'all') throw notFound();
    const plan = await this.plans.findKept(actor, planId, 'assessment:write').catch(() => { throw badReference('body.planId'); });
    demandInForce(plan.state);
    const source = fromId === null ? null : await this.rows.findFor(actor, fromId);
    if (fromId !== null && !source) throw badReference('body.fromId');
    const [id, day] = [newId(), await this.dayOf(dueOn)];
    const taken = async (): Promise<Refusal> => new Refusal('assessment.exists', { params: { title: (await this.rows.liveOf(planId))?.title ?? '' } });
    await this.work.run(async () => {
      if (await this.rows.liveOf(planId)) throw await taken();
      await this.rows.insert({
        id, planId, liveKey: planId, title, state: 'draft', rubric: source ? rubricOf(source) : defaultRubric(), totalTenths: source ? source.totalTenths : DEFAULT_TOTAL * 10, grades: source ? gradesOf(source) : DEFAULT_GRADES, ...day, objectionWorkdays: source ? source.objectionWorkdays : OBJECTION_WORKDAYS, objectionUntil: null, publication: 'own',
        copiedFromId: fromId, writes: 0, createdAt: this.clock.now(), createdBy: actor.accountId, openedAt: null, announcedAt: null, finalAt: null, endedReason: null, version: 1,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'assessment.created', subjectKind: 'assessment', subjectId: id, before: null, after: { title, dueOn, plan: plan.title, ...(source ? { from: source.title } : {}) } });
    }).catch(async (error: unknown) => { throw error instanceof UniqueViolation ? await taken() : error; });
    return this.get(actor, id);
  }
  /** Of a draft all changes, of one that is open the last day, of one that is final what units read. Errors: `input.invalid`, `assessment.fixed`, `assessment.day_over`, `lifecycle.not_allowed`, `version.stale`. */
  async change(actor: PersonActor, id: string, { version, dueOn, totalPoints, rubric, grades, publication, ...changes }: z.output<typeof assessmentChange>): Promise<Assessment> {
    const day = dueOn === undefined ? {} : await this.dayOf(dueOn);
    await this.step(actor, id, (row) => {
      const content = totalPoints !== undefined || rubric !== undefined || grades !== undefined || Object.values(changes).some((value) => value !== undefined);
      if (row.state !== 'draft') {
        if (content || (dueOn !== undefined && row.state !== 'open')) throw new Refusal('assessment.fixed');
        if (dueOn !== undefined && dueOn < this.clock.today()) throw new Refusal('assessment.day_over', { params: { day: dueOn } });
        // What units read is chosen when nothing changes any more.
        return publication === undefined ? { action: 'extend', past: 'extended', version, changes: day, said: { dueOn } } : { action: 'publish', past: 'published', version, changes: { publication }, said: { publication } };
      }
      const total = totalPoints ?? row.totalTenths / 10;
      const marks = grades ?? gradesOf(row);
      const wrong: FieldError[] = [
        ...rubricFaults(rubric ?? []).map(({ section, criterion, part, code }): FieldError => ({ path: `body.rubric.${section}.criteria.${criterion}.${part}`, code, ...(code === 'too_small' ? { params: { minimum: 0.1 } } : {}) })),
        ...(total >= marks.excellent && marks.excellent > marks.good && marks.good > marks.passed ? [] : [{ path: 'body.grades', code: 'grades_order' }]),
      ];
      if (wrong.length > 0) throw new Refusal('input.invalid', { params: { count: wrong.length }, fields: wrong });
      return {
        action: 'save', past: 'changed', version, said: { ...(changes.title === undefined ? {} : { title: changes.title }), ...(dueOn === undefined ? {} : { dueOn }), ...(rubric ? { criteria: rubric.flatMap(({ criteria }) => criteria).length } : {}), ...(totalPoints === undefined ? {} : { totalPoints }) },
        changes: { ...changes, ...day, ...(publication === undefined ? {} : { publication }), ...(totalPoints === undefined ? {} : { totalTenths: Math.round(totalPoints * 10) }), ...(grades ? { grades } : {}), ...(rubric ? { rubric: keyed(rubric, rubricOf(row)) } : {}) },
      };
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.find(actor, id);
      transition(assessmentLifecycle, row.state, 'delete', 'assessmentStates');
      if (!(await this.rows.remove(id))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'assessment.deleted', subjectKind: 'assessment', subjectId: id, before: { title: row.title }, after: null });
    });
    return { done: true };
  }

  /** Asks every unit that has a part in the plan. Errors: `assessment.total`, `assessment.no_units`, `assessment.day_over`, `lifecycle.not_allowed`, `version.stale`. */
  async open(actor: PersonActor, id: string, version: number): Promise<Assessment> {
    const { planId, planYear } = await this.find(actor, id);
    const { units } = await this.counts.of(system, planId, { from: `${planYear}-01-01`, to: `${planYear}-12-31` });
    await this.step(actor, id, (row) => {
      if (row.state === 'draft') {
        const [scored, total] = [scoredPoints(rubricOf(row)), row.totalTenths / 10];
        if (scored !== total) throw new Refusal('assessment.total', { params: { scored, total } });
        if (row.dueOn < this.clock.today()) throw new Refusal('assessment.day_over', { params: { day: row.dueOn } });
        if (units.length === 0) throw new Refusal('assessment.no_units');
      }
      return { action: 'open', past: 'opened', version, tell: 'opened', changes: { openedAt: this.clock.now() }, said: { units: units.length } };
    }, () => this.sheets.insert(units.map(({ id: unitId }): AssessmentSheetEntity => ({ ...unwritten, id: newId(), assessmentId: id, unitId }))));
    return this.get(actor, id);
  }
  /** Asks those that have a part in the plan since it was opened; whoever was left out is let in by its own sheet. Errors: `assessment.none_joined`, `lifecycle.not_allowed`, `version.stale`. */
  async askFurther(actor: PersonActor, id: string, version: number): Promise<Assessment> {
    const { planId, planYear } = await this.find(actor, id);
    const [{ units }, asked] = await Promise.all([this.counts.of(system, planId, { from: `${planYear}-01-01`, to: `${planYear}-12-31` }), this.sheets.briefsFor(actor, [id])]);
    const has = new Set(asked.map(({ unitId }) => unitId));
    const joined = units.filter((unit) => !has.has(unit.id)).map(({ id: unitId }): AssessmentSheetEntity => ({ ...unwritten, id: newId(), assessmentId: id, unitId }));
    await this.step(actor, id, () => ({ action: 'widen', past: 'widened', version, said: { units: joined.length } }), async () => {
      if (joined.length === 0) throw new Refusal('assessment.none_joined');
      await this.sheets.insert(joined);
      for (const sheet of joined) await this.jobs.enqueue('notice.assessment_sheet', { sheetId: sheet.id, event: 'opened', version: 1, by: actor.accountId, text: '' });
    }).catch((error: unknown) => { throw error instanceof UniqueViolation ? new Refusal('version.stale', { cause: error }) : error; });
    return this.get(actor, id);
  }
  /** Each unit is told its result, and may object for some workdays. Errors: `assessment.unreviewed`, `lifecycle.not_allowed`, `version.stale`. */
  async announce(actor: PersonActor, id: string, version: number): Promise<Assessment> {
    const calendar = await this.units.calendar();
    await this.step(actor, id, (row) => {
      const objectionUntil = addWorkdays(this.clock.today(), row.objectionWorkdays, calendar).value;
      return { action: 'announce', past: 'announced', version, tell: 'announced', changes: { announcedAt: this.clock.now(), objectionUntil }, said: { objectionUntil } };
    }, async () => {
      // Looked at once it is announced: nobody gives a sheet back any more.
      demandReviewed(await this.sheets.briefsFor(actor, [id]));
    });
    return this.get(actor, id);
  }
  /** Errors: `assessment.objections_run`, `assessment.unreviewed`, `assessment.appeals_open`, `lifecycle.not_allowed`, `version.stale`. */
  async finalise(actor: PersonActor, id: string, version: number): Promise<Assessment> {
    await this.step(actor, id, (row) => {
      if (row.state === 'announced' && row.objectionUntil !== null && this.clock.today() <= row.objectionUntil) throw new Refusal('assessment.objections_run', { params: { day: row.objectionUntil } });
      return { action: 'finalise', past: 'finalised', version, tell: 'final', changes: { finalAt: this.clock.now() } };
    }, async () => {
      const sheets = await this.sheets.briefsFor(actor, [id]);
      // A unit that was let in late may not have its result yet.
      demandReviewed(sheets);
      const count = sheets.reduce((sum, { appeals }) => sum + Number(appeals), 0);
      if (count > 0) throw new Refusal('assessment.appeals_open', { params: { count } });
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: PersonActor, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<Assessment> {
    await this.step(actor, id, () => ({ action: 'withdraw', past: 'withdrawn', version, tell: 'withdrawn', changes: { endedReason: reason, liveKey: null }, said: { reason } }));
    return this.get(actor, id);
  }

  private async dayOf(dueOn: string): Promise<{ dueOn: string; dueUncertain: boolean }> { return { dueOn, dueUncertain: isWorkday(dueOn, await this.units.calendar()).uncertain }; }
  /** One step: allowed by the table while the plan is in force, taken by one of many who try, written down and told. `then` runs in the same unit. */
  private async step(actor: PersonActor, id: string, planned: (row: AssessmentRow) => Step, then?: () => Promise<void>): Promise<void> {
    await this.work.run(async () => {
      const row = await this.find(actor, id);
      const { action, past, version, changes = {}, tell, said = {} } = planned(row);
      const state = transition(assessmentLifecycle, row.state, action, 'assessmentStates') ?? row.state;
      demandInForce(row.planState);
      if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
      await then?.();
      await this.audit.record({ actor: auditActor(actor), action: `assessment.${past}`, subjectKind: 'assessment', subjectId: id, before: { state: row.state, title: row.title, dueOn: row.dueOn }, after: { state, ...said } });
      if (tell) await this.jobs.enqueue('notice.assessment', { assessmentId: id, event: tell, version: version + 1, by: actor.accountId });
    });
  }
}

/** Every unit that takes part has its result. Errors: `assessment.unreviewed`. */
const demandReviewed = (sheets: readonly SheetBrief[]): void => {
  const open = sheets.filter(({ state }) => state !== 'accepted' && state !== 'released');
  if (open.length > 0) throw new Refusal('assessment.unreviewed', { params: { count: open.length, names: `${open.slice(0, NAMED).map(({ unitName }) => unitName).join('、')}${open.length > NAMED ? '…' : ''}` } });
};
const unwritten = {
  state: 'draft', entries: {}, frozen: {}, settled: {}, reviews: {}, late: false, firstSubmittedAt: null, submittedAt: null, submittedBy: null, sampleNote: null, sampledAt: null, sampledBy: null, checkedAt: null, checkedBy: null, returnedReason: null, returnedAt: null, returnedBy: null, returnedInside: false, version: 1,
} as const;
/** Criteria with their keys; those that are known keep theirs. */
const keyed = (sections: Sections, before: readonly RubricSection[]): RubricSection[] => {
  const known = new Set(criteriaOf(before).map(({ key }) => key));
  return sections.map(({ title, criteria }) => ({
    title, criteria: criteria.map(({ key, ...criterion }) => {
      const own = key !== null && known.delete(key) ? key : newId();
      return { key: own, ...criterion };
    }),
  }));
};

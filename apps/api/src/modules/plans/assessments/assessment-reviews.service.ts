import { Injectable } from '@nestjs/common';
import type { assessmentAppealAnswer, assessmentAppealInput, AssessmentResult, assessmentReview, AssessmentSheet, AssessmentStanding, assessmentStandingQuery, Page } from '@kepu/contracts';
import { addWorkdays, assessmentAppealLifecycle, criteriaOf } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal, type FieldError } from '../../../platform/errors/refusal.js';
import { FileLinks } from '../../files/index.js';
import { UnitDirectory } from '../../units/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { demandInForce, transition } from '../transition.js';
import { UnitSpeakers } from '../unit-speakers.js';
import { AssessmentCounts } from './assessment-counts.service.js';
import type { ByCriterion, CountedEntry, ReviewEntry } from './assessment.entity.js';
import { AssessmentSheetsRepository, type SheetBrief, type SheetRow } from './assessment-sheets.repository.js';
import { AssessmentSheetsService } from './assessment-sheets.service.js';
import { isIn, pointsOf, reviewsOf, rubricOf, seesPoints, seesTable, standingView } from './assessment.mapper.js';
import { AssessmentsRepository, type AssessmentRow } from './assessments.repository.js';
import { AssessmentsService } from './assessments.service.js';

type Reasoned = { readonly version: number; readonly reason: string };
const system = { kind: 'system', task: 'assessment results' } as const;
const invalid = (fields: readonly FieldError[]): Refusal => new Refusal('input.invalid', { params: { count: fields.length }, fields });

/** What the office makes of the sheets: points, on-site checks, what it gives back, and its answers to appeals; and how all units stand. */
@Injectable()
export class AssessmentReviews {
  constructor(
    private readonly sheets: AssessmentSheetsService, private readonly rows: AssessmentSheetsRepository, private readonly assessments: AssessmentsService, private readonly held: AssessmentsRepository, private readonly counts: AssessmentCounts, private readonly speakers: UnitSpeakers, private readonly files: FileLinks, private readonly units: UnitDirectory, private readonly jobs: Jobs,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Sheets in reach, each with what is counted of it now. */
  async everySheet(actor: Actor, assessment: AssessmentRow): Promise<{ row: SheetRow; live: ByCriterion<CountedEntry> | undefined }[]> {
    return this.counted(assessment, await this.rows.listFor(actor, assessment.id));
  }
  private async counted(assessment: AssessmentRow, rows: readonly SheetRow[]): Promise<{ row: SheetRow; live: ByCriterion<CountedEntry> | undefined }[]> {
    const live = await this.counts.of({ id: assessment.planId, year: assessment.planYear }, rubricOf(assessment), rows.filter(({ state }) => state === 'submitted').map(({ unitId }) => unitId));
    return rows.map((row) => ({ row, live: live.get(row.unitId) }));
  }
  async standings(actor: PersonActor, id: string, { page, perPage, q, ids, show, sort }: z.output<typeof assessmentStandingQuery>): Promise<Page<AssessmentStanding>> {
    const assessment = await this.assessments.find(actor, id);
    const shows: Readonly<Record<NonNullable<typeof show>, (one: SheetBrief) => boolean>> = {
      missing: ({ state }) => state !== 'submitted' && state !== 'accepted' && state !== 'released', submitted: ({ state }) => state === 'submitted', accepted: ({ state }) => state === 'accepted', late: ({ late }) => Number(late) === 1, sampled: (row) => row.sampledAt !== null && isIn(row) && seesPoints(actor, assessment, row), appealed: ({ appeals }) => Number(appeals) > 0,
    };
    // Chosen by what is short; only the sheets of one page are read whole.
    const found = (await this.rows.briefsFor(actor, [id])).filter((one) => (!q || one.unitName.includes(q) || one.searchKey.includes(q.toLowerCase())) && (show === undefined || shows[show](one)) && (ids === undefined || ids.includes(one.id)));
    if (sort === '-unit') found.reverse();
    const shown = found.slice((page - 1) * perPage, page * perPage).map((one) => one.id);
    const whole = new Map((await this.counted(assessment, await this.rows.listFor(actor, id, shown))).map((one) => [one.row.id, one]));
    return { data: shown.flatMap((sheetId) => { const one = whole.get(sheetId); return one ? [standingView(actor, one.row, assessment, one.live, this.clock.today())] : []; }), total: found.length };
  }
  /** In the order of the paper: of all units where the office has published them, else of those in reach. */
  async results(actor: PersonActor, id: string): Promise<Page<AssessmentResult>> {
    const assessment = await this.assessments.find(actor, id);
    const data = await this.resultsOf(seesTable(actor, assessment) ? system : actor, assessment, actor);
    return { data, total: data.length };
  }

  /** After the last day, as it is. Errors: `assessment.day_runs`, `lifecycle.not_allowed`, `version.stale`. */
  async takeIn(actor: PersonActor, id: string, version: number): Promise<AssessmentSheet> {
    const frozen = await this.sheets.liveOf(await this.sheets.find(actor, id, 'assessment:write'));
    await this.work.run(async () => {
      const found = await this.sheets.find(actor, id, 'assessment:write');
      const { dueOn, state } = found.assessment;
      if (state === 'open' && this.clock.today() <= dueOn) throw new Refusal('assessment.day_runs', { params: { day: dueOn } });
      await this.sheets.take(actor, found, { action: 'take_in', past: 'taken_in', version, changes: { frozen, submittedAt: this.clock.now(), submittedBy: actor.accountId, ...(found.row.firstSubmittedAt === null ? { firstSubmittedAt: this.clock.now(), late: true } : {}) } });
    });
    return this.sheets.get(actor, id);
  }
  /** Points that are not the proposed ones want a reason; those that are leave no trace. Errors: `input.invalid`, `lifecycle.not_allowed`, `version.stale`. */
  async review(actor: PersonActor, id: string, { version, reviews, sample }: z.output<typeof assessmentReview>): Promise<AssessmentSheet> {
    const live = await this.sheets.liveOf(await this.sheets.find(actor, id, 'assessment:write'));
    await this.work.run(async () => {
      const found = await this.sheets.find(actor, id, 'assessment:write');
      const rubric = rubricOf(found.assessment);
      const criteria = new Map(criteriaOf(rubric).map((criterion) => [criterion.key, criterion]));
      const proposed = new Map(pointsOf(rubric, found.row, live).map((line) => [line.key, line.proposed]));
      const kept = new Map(Object.entries(reviewsOf(found.row)));
      const wrong: FieldError[] = [];
      for (const [at, { key, points, reason }] of reviews.entries()) {
        const criterion = criteria.get(key);
        if (!criterion || reviews.findIndex((one) => one.key === key) < at) wrong.push({ path: `body.reviews.${at}.key`, code: 'unknown_criterion' });
        else if (points === null || (points === proposed.get(key) && reason === null)) kept.delete(key);
        else if (points > criterion.most) wrong.push({ path: `body.reviews.${at}.points`, code: 'points_many', params: { maximum: criterion.most } });
        else if (reason === null) wrong.push({ path: `body.reviews.${at}.reason`, code: 'reason_needed' });
        else kept.set(key, this.given(actor, points, reason));
      }
      if (wrong.length > 0) throw invalid(wrong);
      const sampled = sample === undefined ? {} : sample === null ? { sampleNote: null, sampledAt: null, sampledBy: null } : { sampleNote: sample.note, sampledAt: this.clock.now(), sampledBy: actor.accountId };
      await this.sheets.take(actor, found, { action: 'review', past: reviews.length === 0 && sample !== undefined ? 'sampled' : 'reviewed', version, changes: { reviews: Object.fromEntries(kept), ...sampled }, said: { criteria: reviews.length, ...(sample ? { note: sample.note } : {}) } });
    });
    return this.sheets.get(actor, id);
  }
  /** What is counted at this moment stands from here on. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async accept(actor: PersonActor, id: string, version: number): Promise<AssessmentSheet> {
    const settled = await this.sheets.liveOf(await this.sheets.find(actor, id, 'assessment:write'));
    const calendar = await this.units.calendar();
    await this.work.run(async () => {
      const found = await this.sheets.find(actor, id, 'assessment:write');
      const { state, objectionWorkdays } = found.assessment;
      const late = state === 'announced';
      await this.sheets.take(actor, found, { action: 'accept', past: 'accepted', version, changes: { settled, checkedAt: this.clock.now(), checkedBy: actor.accountId }, ...(late ? { tell: 'announced' as const } : {}) });
      if (late) await this.held.prolong(found.assessment.id, addWorkdays(this.clock.today(), objectionWorkdays, calendar).value);
    });
    return this.sheets.get(actor, id);
  }
  /** Errors: `unit_report.unit_merged`, `lifecycle.not_allowed`, `version.stale`. */
  async giveBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<AssessmentSheet> {
    await this.work.run(async () => {
      const found = await this.sheets.find(actor, id, 'assessment:write');
      // Nobody is left to change it.
      if (found.row.successorId !== null) throw new Refusal('unit_report.unit_merged', { params: { name: found.row.successorName ?? '' } });
      await this.sheets.take(actor, found, { action: 'return', past: 'returned', version, said: { reason }, tell: 'returned', changes: { ...this.sheets.givenBack(actor, reason, false), settled: {} } });
    });
    return this.sheets.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async release(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<AssessmentSheet> {
    await this.work.run(async () => this.sheets.take(actor, await this.sheets.find(actor, id, 'assessment:write'), { action: 'release', past: 'released', version, said: { reason } }));
    return this.sheets.get(actor, id);
  }

  /** A unit that was left out takes part again: with its sheet to fill in, or, once results are told and until objections end, with what is there. Errors: `unit_report.unit_merged`, `assessment.objections_over`, `lifecycle.not_allowed`, `version.stale`. */
  async admit(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<AssessmentSheet> {
    const frozen = await this.sheets.liveOf(await this.sheets.find(actor, id, 'assessment:write'));
    await this.work.run(async () => {
      const found = await this.sheets.find(actor, id, 'assessment:write');
      const { row, assessment: { state, objectionUntil } } = found;
      if (row.successorId !== null) throw new Refusal('unit_report.unit_merged', { params: { name: row.successorName ?? '' } });
      const told = { past: 'admitted', version, said: { reason }, tell: 'admitted' } as const;
      if (state !== 'announced') return this.sheets.take(actor, found, { ...told, action: 'admit', changes: { settled: {} } });
      if (row.state === 'released' && objectionUntil !== null && this.clock.today() > objectionUntil) throw new Refusal('assessment.objections_over', { params: { day: objectionUntil } });
      const first = row.firstSubmittedAt === null ? { firstSubmittedAt: this.clock.now(), submittedAt: this.clock.now(), submittedBy: actor.accountId } : {};
      await this.sheets.take(actor, found, { ...told, action: 'admit_late', changes: { ...first, frozen, settled: {} } });
    });
    return this.sheets.get(actor, id);
  }

  /** While objections run, once a criterion, by whoever speaks for the unit. Errors: `assessment.objections_over`, `assessment.appealed`, `input.invalid`, `lifecycle.not_allowed`. */
  async appeal(actor: PersonActor, id: string, { key, words, fileIds }: z.output<typeof assessmentAppealInput>): Promise<AssessmentSheet> {
    await this.work.run(async () => {
      const { row, assessment } = await this.sheets.find(actor, id, 'assessment:submit');
      const until = assessment.objectionUntil;
      if (assessment.state !== 'announced') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.assessmentStates.${assessment.state}` } });
      if (row.state !== 'accepted') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.assessmentSheetStates.${row.state}` } });
      demandInForce(assessment.planState);
      if (until === null || this.clock.today() > until) throw new Refusal('assessment.objections_over', { params: { day: until ?? '' } });
      await this.speakers.demandSpeaker(actor, row.path);
      const line = pointsOf(rubricOf(assessment), row, undefined).find((one) => one.key === key);
      if (!line) throw invalid([{ path: 'body.key', code: 'unknown_criterion' }]);
      if (!(await this.held.countWrite(assessment.id, 'announced'))) throw new Refusal('version.stale');
      const appealId = newId();
      await this.rows.insertAppeal({ id: appealId, sheetId: id, criterionKey: key, state: 'open', words, madeAt: this.clock.now(), madeBy: actor.accountId, beforeTenths: Math.round(line.result * 10), answerTenths: null, answerReason: null, answeredAt: null, answeredBy: null, version: 1 });
      await this.files.attach(actor, 'assessment_appeal', appealId, fileIds);
      await this.audit.record({ actor: auditActor(actor), action: 'assessment_appeal.made', subjectKind: 'assessment_sheet', subjectId: id, before: null, after: { unit: row.unitName, points: line.result } });
      await this.jobs.enqueue('notice.assessment_sheet', { sheetId: id, event: 'appealed', version: appealId, by: actor.accountId, text: words });
    }).catch((error: unknown) => { throw error instanceof UniqueViolation ? new Refusal('assessment.appealed', { cause: error }) : error; });
    return this.sheets.get(actor, id);
  }
  /** Other points, or none. Errors: `input.invalid`, `lifecycle.not_allowed`, `version.stale`. */
  async answer(actor: PersonActor, appealId: string, { version, points, reason }: z.output<typeof assessmentAppealAnswer>): Promise<AssessmentSheet> {
    const appeal = await this.rows.findAppeal(appealId);
    if (!appeal) throw notFound();
    await this.work.run(async () => {
      const [found, now] = [await this.sheets.find(actor, appeal.sheetId, 'assessment:write'), await this.rows.findAppeal(appealId)];
      if (!now) throw notFound();
      const { row, assessment } = found;
      const action = points === null ? 'refuse' : 'grant';
      const state = transition(assessmentAppealLifecycle, now.state, action, 'assessmentAppealStates') ?? now.state;
      const criterion = criteriaOf(rubricOf(assessment)).find(({ key }) => key === now.criterionKey);
      if (points !== null && points > (criterion?.most ?? 0)) throw invalid([{ path: 'body.points', code: 'points_many', params: { maximum: criterion?.most ?? 0 } }]);
      if (!(await this.rows.updateAppeal(appealId, version, { state, answerTenths: points === null ? null : Math.round(points * 10), answerReason: reason, answeredAt: this.clock.now(), answeredBy: actor.accountId }))) throw new Refusal('version.stale');
      if (points !== null) await this.sheets.take(actor, found, { action: 'rescore', past: 'rescored', version: row.version, changes: { reviews: { ...reviewsOf(row), [now.criterionKey]: this.given(actor, points, reason) } }, said: { points } });
      else if (!(await this.held.countWrite(assessment.id, 'announced'))) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.assessmentStates.${assessment.state}` } });
      demandInForce(assessment.planState);
      await this.audit.record({ actor: auditActor(actor), action: `assessment_appeal.${state}`, subjectKind: 'assessment_sheet', subjectId: row.id, before: { points: now.beforeTenths / 10 }, after: { unit: row.unitName, ...(points === null ? {} : { points }), reason } });
      await this.jobs.enqueue('notice.assessment_sheet', { sheetId: row.id, event: 'answered', version: appealId, by: actor.accountId, text: reason });
    });
    return this.sheets.get(actor, appeal.sheetId);
  }

  private given(actor: PersonActor, points: number, reason: string): ReviewEntry { return { points, reason, by: actor.accountId, at: this.clock.now().toISOString() }; }
  private async resultsOf(reader: Actor, assessment: AssessmentRow, actor: PersonActor): Promise<AssessmentResult[]> {
    const standings = (await this.everySheet(reader, assessment)).map(({ row, live }) => standingView(actor, row, assessment, live, this.clock.today()));
    return standings.flatMap(({ id, unit, total, grade }) => (total === null || grade === null ? [] : [{ id, unit, total, grade }]));
  }
}

import { Injectable } from '@nestjs/common';
import type { Bulletin, bulletinChange, bulletinInput, bulletinIssue, bulletinQuery, bulletinRecord, bulletinRecordQuery, BulletinSummary, BulletinWord, bulletinWordQuery, HistoryEntry, Page, Permission } from '@kepu/contracts';
import { locales, type Locale } from '@kepu/contracts/labels';
import { bulletinLifecycle, type BulletinAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AuditQueries } from '../../identity/index.js';
import { MeetingCounts, PlanCounts, PlansService, transition, type PlanCount, type Span } from '../../plans/index.js';
import { asksOpen, draftSections, draftTitle } from './bulletin-draft.js';
import type { BulletinAxes, BulletinEntity } from './bulletin.entity.js';
import { axesOf, bulletinView, recordView, sectionsOf, summaryView } from './bulletin.mapper.js';
import { BulletinsRepository, seesUnissued, type BulletinRow } from './bulletins.repository.js';
import { figureOf, figuresOf, keyedSections, missingIn } from './figures.js';

type BulletinPermission = Extract<Permission, `bulletin:${string}`>;
type Reasoned = { readonly version: number; readonly reason: string };
type Records = Page<z.output<typeof bulletinRecord>> & { sum: number; hidden: number };
interface Step { readonly action: BulletinAction; readonly past: string; readonly version: number; readonly changes?: Partial<BulletinEntity>; readonly tell?: BulletinEvent; readonly said?: Record<string, unknown> }
/** What somebody is told of a bulletin. */
export type BulletinEvent = 'awaiting' | 'approved' | 'turned_down' | 'issued' | 'withdrawn';

/** Bulletins and summaries (通报、工作总结): counted, written, approved and issued. A number is the sum of its records, and follows them nowhere once it is counted. */
@Injectable()
export class BulletinsService {
  constructor(
    private readonly rows: BulletinsRepository, private readonly plans: PlansService, private readonly counts: PlanCounts, private readonly meetings: MeetingCounts, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof bulletinQuery>): Promise<Page<BulletinSummary>> {
    const { rows, total } = await this.rows.listFor(actor, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: rows.map(summaryView), total };
  }
  /** A fixed number of statements, however many numbers it has. Errors: `resource.not_found`. */
  async get(actor: PersonActor, id: string, locale: Locale): Promise<Bulletin> {
    const row = await this.find(actor, id, 'bulletin:read');
    const unissued = row.state === 'draft' || row.state === 'awaiting' || row.state === 'approved';
    const [sums, newer] = await Promise.all([this.rows.sums(id), unissued && this.counts.newer(row.planId, spanOf(row), new Date(fromDbTime(row.countedAt)))]);
    return bulletinView(row, sums, newer, locale);
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.find(actor, id, 'bulletin:read');
    const { data } = await this.history.historyOf('bulletin', id);
    // How it was written and approved is between the office and its leader.
    const shown = seesUnissued(actor) ? data : data.filter(({ action }) => action === 'bulletin.issued' || action === 'bulletin.withdrawn');
    return { data: shown, total: shown.length };
  }
  /** The records of a number. Errors: `resource.not_found`, also for a number that it does not have. */
  async records(actor: PersonActor, id: string, { figure, page, perPage, sort, q, manual }: z.output<typeof bulletinRecordQuery>): Promise<Records> {
    await this.find(actor, id, 'bulletin:read');
    const lines = figureOf(figure);
    if (!lines) throw notFound();
    const { rows, total, hidden, sum } = await this.rows.recordsFor(actor, id, lines, { sort, q, manual }, { offset: (page - 1) * perPage, limit: perPage });
    return { data: rows.map(recordView), total, hidden, sum };
  }
  /** All records of a number that the reader sees, for a sheet. */
  async wholeRecords(actor: PersonActor, id: string, figure: string): Promise<z.output<typeof bulletinRecord>[]> {
    const lines = figureOf(figure);
    return lines === null ? [] : (await this.rows.recordsFor(actor, id, lines, {})).rows.map(recordView);
  }
  /** What units have reported of the span, for the office to draw on. */
  async words(actor: PersonActor, id: string, { page, perPage, unitId, part, q }: z.output<typeof bulletinWordQuery>): Promise<Page<BulletinWord>> {
    const row = await this.find(actor, id, 'bulletin:write');
    const all = (await this.counts.words(actor, row.planId, spanOf(row))).filter((word) => (unitId === undefined || word.unit.id === unitId) && (part === undefined || word[part] !== null) && (q === undefined || [word.unit.name, word.progress, word.problems, word.nextStep].some((text) => text?.includes(q))));
    return { data: all.slice((page - 1) * perPage, page * perPage), total: all.length };
  }

  /** Errors: `resource.not_found`, `lifecycle.not_allowed` for a plan that was not issued. */
  async create(actor: PersonActor, planId: string, given: z.output<typeof bulletinInput>, locale: Locale): Promise<Bulletin> {
    const plan = await this.plans.findKept(actor, planId, 'bulletin:write');
    if (plan.state === 'draft') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
    const id = newId();
    const countedAt = this.clock.now();
    const [count, words, meeting] = await Promise.all([this.counts.of(actor, planId, given), this.counts.words(actor, planId, given), given.kind === 'meeting' ? this.meetings.of(actor, plan) : null]);
    const axes = axesFrom(count);
    const lines = [...count.lines, ...(meeting?.lines ?? [])];
    const sections = draftSections(plan, given, axes, lines, words, meeting);
    await this.work.run(async () => {
      await this.rows.insert({
        id, planId, kind: given.kind, state: 'draft', number: null, numberKey: null, title: given.title ?? draftTitle(given.kind, plan.year), fromDay: given.from, toDay: given.to, countedAt, sections, axes, createdAt: countedAt, createdBy: actor.accountId, approvedAt: null, approvedBy: null, turnedDownReason: null, turnedDownAt: null, turnedDownBy: null,
        issuedAt: null, issuedBy: null, withdrawnReason: null, withdrawnAt: null, withdrawnBy: null, version: 1,
      }, lines);
      await this.audit.record({ actor: auditActor(actor), action: 'bulletin.written', subjectKind: 'bulletin', subjectId: id, before: null, after: { kind: given.kind, from: given.from, to: given.to } });
    });
    return this.get(actor, id, locale);
  }
  /** Errors: `bulletin.unknown_figure`, `lifecycle.not_allowed`, `version.stale`. */
  async update(actor: PersonActor, id: string, { version, title, sections }: z.output<typeof bulletinChange>, locale: Locale): Promise<Bulletin> {
    await this.step(actor, id, 'bulletin:write', async (row) => {
      const sums = await this.rows.sums(id);
      // Whoever reads in another language writes its names; keys are understood by all.
      const kept = sections && keyedSections(sections, locales.map((one) => figuresOf(row.kind, axesOf(row), sums, one)));
      if (kept && kept.unknown.length > 0) throw new Refusal('bulletin.unknown_figure', { params: { names: kept.unknown.slice(0, 5).map((name) => `{${name}}`).join('、') } });
      return { action: 'save', past: 'changed', version, changes: { ...(title === undefined ? {} : { title }), ...(kept === undefined ? {} : { sections: kept.sections }) }, said: { ...(title === undefined ? {} : { title }), ...(kept === undefined ? {} : { sections: kept.sections.length }) } };
    });
    return this.get(actor, id, locale);
  }
  /** Counts anew; the words stay. Errors: `lifecycle.not_allowed`, `version.stale`, `resource.not_found`. */
  async recount(actor: PersonActor, id: string, { version, from, to }: { version: number; from?: string | undefined; to?: string | undefined }, locale: Locale): Promise<Bulletin> {
    const row = await this.find(actor, id, 'bulletin:write');
    transition(bulletinLifecycle, row.state, 'recount', 'bulletinStates');
    const span = { from: from ?? row.fromDay, to: to ?? row.toDay };
    if (span.from > span.to) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.to', code: 'order' }] });
    const countedAt = this.clock.now();
    const plan = await this.plans.findFor(actor, row.planId);
    const [count, meeting] = await Promise.all([this.counts.of(actor, row.planId, span), row.kind === 'meeting' ? this.meetings.of(actor, plan) : null]);
    await this.step(actor, id, 'bulletin:write', () => ({ action: 'recount', past: 'recounted', version, changes: { fromDay: span.from, toDay: span.to, countedAt, axes: axesFrom(count) }, said: span }), () => this.rows.replaceLines(id, [...count.lines, ...(meeting?.lines ?? [])]));
    return this.get(actor, id, locale);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'bulletin:write');
      transition(bulletinLifecycle, row.state, 'delete', 'bulletinStates');
      if (!(await this.rows.remove(id))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'bulletin.deleted', subjectKind: 'bulletin', subjectId: id, before: { title: row.title, kind: row.kind }, after: null });
    });
    return { done: true };
  }

  /** Errors: `bulletin.unknown_figure` where a number in the words is gone since it was counted anew, `bulletin.asks_missing` where nobody has written what is asked of the meeting, `lifecycle.not_allowed`, `version.stale`. */
  async request(actor: PersonActor, id: string, version: number, locale: Locale): Promise<Bulletin> {
    await this.step(actor, id, 'bulletin:write', async (row) => {
      const missing = missingIn(sectionsOf(row), new Map(figuresOf(row.kind, axesOf(row), await this.rows.sums(id), locale).map((figure) => [figure.key, figure])));
      if (missing.length > 0) throw new Refusal('bulletin.unknown_figure', { params: { names: missing.slice(0, 5).map((name) => `{${name}}`).join('、') } });
      if (asksOpen(sectionsOf(row))) throw new Refusal('bulletin.asks_missing');
      return { action: 'request', past: 'requested', version, tell: 'awaiting', changes: { turnedDownAt: null, turnedDownBy: null, turnedDownReason: null } };
    });
    return this.get(actor, id, locale);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async takeBack(actor: PersonActor, id: string, version: number, locale: Locale): Promise<Bulletin> {
    await this.step(actor, id, 'bulletin:write', () => ({ action: 'take_back', past: 'taken_back', version, changes: { approvedAt: null, approvedBy: null } }));
    return this.get(actor, id, locale);
  }
  /** By a leader. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async approve(actor: PersonActor, id: string, version: number, locale: Locale): Promise<Bulletin> {
    await this.step(actor, id, 'bulletin:approve', () => ({ action: 'approve', past: 'approved', version, tell: 'approved', changes: { approvedAt: this.clock.now(), approvedBy: actor.accountId } }));
    return this.get(actor, id, locale);
  }
  /** By a leader. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async turnDown(actor: PersonActor, id: string, { version, reason }: Reasoned, locale: Locale): Promise<Bulletin> {
    await this.step(actor, id, 'bulletin:approve', () => ({ action: 'turn_down', past: 'turned_down', version, tell: 'turned_down', changes: { turnedDownAt: this.clock.now(), turnedDownBy: actor.accountId, turnedDownReason: reason }, said: { reason } }));
    return this.get(actor, id, locale);
  }
  /** Under the number that the office gives it. Errors: `bulletin.number_taken`, `lifecycle.not_allowed`, `version.stale`. */
  async issue(actor: PersonActor, id: string, { version, number }: z.output<typeof bulletinIssue>, locale: Locale): Promise<Bulletin> {
    await this.step(actor, id, 'bulletin:write', (row) => ({ action: 'issue', past: 'issued', version, tell: 'issued', said: { number }, changes: { number, numberKey: `${row.planYear}:${number}`, issuedAt: this.clock.now(), issuedBy: actor.accountId } })).catch((error: unknown) => {
      throw error instanceof UniqueViolation ? new Refusal('bulletin.number_taken', { params: { number }, cause: error }) : error;
    });
    return this.get(actor, id, locale);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: PersonActor, id: string, { version, reason }: Reasoned, locale: Locale): Promise<Bulletin> {
    await this.step(actor, id, 'bulletin:write', () => ({ action: 'withdraw', past: 'withdrawn', version, tell: 'withdrawn', changes: { withdrawnAt: this.clock.now(), withdrawnBy: actor.accountId, withdrawnReason: reason }, said: { reason } }));
    return this.get(actor, id, locale);
  }

  /** Errors: `resource.not_found`. */
  async find(actor: PersonActor, id: string, permission: BulletinPermission): Promise<BulletinRow> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) throw notFound();
    return row;
  }
  /** One step: allowed by the table, taken by one of many who try, written down and told. `then` runs in the same unit. */
  private async step(actor: PersonActor, id: string, permission: BulletinPermission, of: (row: BulletinRow) => Step | Promise<Step>, then?: () => Promise<void>): Promise<void> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, permission);
      const { action, past, version, changes = {}, tell, said = {} } = await of(row);
      const state = transition(bulletinLifecycle, row.state, action, 'bulletinStates') ?? row.state;
      if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
      await then?.();
      await this.audit.record({ actor: auditActor(actor), action: `bulletin.${past}`, subjectKind: 'bulletin', subjectId: id, before: { state: row.state }, after: { state, ...said } });
      if (tell) await this.jobs.enqueue('notice.bulletin', { bulletinId: id, event: tell, version: version + 1, by: actor.accountId });
    });
  }
}

const spanOf = ({ fromDay, toDay }: BulletinRow): Span => ({ from: fromDay, to: toDay });
const axesFrom = ({ programmes, units, measures }: PlanCount): BulletinAxes => ({ programmes: [...programmes], units: [...units], measures: [...measures] });

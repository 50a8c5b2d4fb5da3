import { Injectable } from '@nestjs/common';
import type { CloseOut, closeOutAcceptance, CloseOutChecklist, closeOutInput, CloseOutPoint, closeOutQuery, HistoryEntry, Page, Permission } from '@kepu/contracts';
import { closeOutLifecycle, unexplained, type CloseOutAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { reaches, reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AuditQueries } from '../../identity/index.js';
import { demandInForce } from '../deadlines/adjustments.service.js';
import { FollowedAssignments } from '../deadlines/followed-assignments.repository.js';
import { followedView } from '../deadlines/followed.js';
import { transition } from '../transition.js';
import { UnitSpeakers } from '../unit-speakers.js';
import { CloseOutChecks } from './close-out-checks.js';
import type { CloseOutEntity } from './close-out.entity.js';
import { closeOutView } from './close-out.mapper.js';
import { CloseOutsRepository, type CloseOutRow } from './close-outs.repository.js';

type Reasoned = { readonly version: number; readonly reason: string };
interface Step { readonly action: CloseOutAction; readonly past: string; readonly version: number; readonly changes?: Partial<CloseOutEntity>; readonly tell?: string; readonly said?: Record<string, unknown> }
/** What the history keeps of a checklist. */
const countsOf = (points: readonly CloseOutPoint[]) => Object.fromEntries(points.map(({ point, met, done, total }) => [point, `${met ? '✓' : '✗'} ${done}/${total}`]));

/** Closing assignments out: what the system finds is shown before, the unit asks, the office decides. */
@Injectable()
export class CloseOutsService {
  constructor(
    private readonly rows: CloseOutsRepository, private readonly assignments: FollowedAssignments, private readonly checks: CloseOutChecks, private readonly speakers: UnitSpeakers, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof closeOutQuery>): Promise<Page<CloseOut>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return { data: await this.views(actor, rows), total };
  }
  async get(actor: PersonActor, id: string): Promise<CloseOut> {
    const [view] = await this.views(actor, [await this.find(actor, id, 'close-out:read')]);
    if (!view) throw notFound();
    return view;
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.find(actor, id, 'close-out:read');
    return this.history.historyOf('close_out', id);
  }
  async checklist(actor: PersonActor, assignmentId: string): Promise<CloseOutChecklist> {
    const row = await this.assignments.findFor(actor, assignmentId, 'close-out:read');
    if (!row) throw notFound();
    const [points, leader, approvers, waiting] = await Promise.all([this.checks.of(row), this.rows.leaderOf(row), this.speakers.approversOf(row.unitPath), this.rows.ofAssignments([assignmentId], ['checking', 'asked'])]);
    return {
      assignment: followedView(row), points, leader, approvers: [...approvers], open: row.planState === 'issued' && row.assignmentState !== 'withdrawn' && row.doneAt === null && waiting.length === 0 && leader === null,
      mayAsk: reaches(reachOf(actor, 'close-out:ask'), { path: row.unitPath, divisionId: row.unitDivision }),
    };
  }

  /** To the office, or first to the unit's own approver. Errors: `close_out.unexplained`, `close_out.lead_asks`, `close_out.waiting`, `close_out.done`, `lifecycle.not_allowed`, `version.stale`. */
  async ask(actor: PersonActor, assignmentId: string, { version, note, explanations }: z.output<typeof closeOutInput>): Promise<CloseOut> {
    const id = newId();
    await this.work.run(async () => {
      const found = await this.assignments.findFor(actor, assignmentId, 'close-out:ask');
      if (!found) throw notFound();
      demandInForce(found);
      const leader = await this.rows.leaderOf(found);
      if (leader) throw new Refusal('close_out.lead_asks', { params: { name: leader.name } });
      if (found.doneAt !== null) throw new Refusal('close_out.done');
      const points = await this.checks.of(found);
      const open = unexplained(points, explanations.map(({ point }) => point));
      if (open.length > 0) throw new Refusal('close_out.unexplained', { params: { points: open.map((point) => `terms.closeOutPoints.${point}`).join(',') } });
      if (found.assignmentVersion !== version || !(await this.assignments.update(assignmentId, version, {}))) throw new Refusal('version.stale');
      if ((await this.rows.ofAssignments([assignmentId], ['checking', 'asked'])).length > 0) throw new Refusal('close_out.waiting');
      const [now, speaks] = [this.clock.now(), await this.speakers.speaks(actor, found.unitPath)];
      const state = speaks ? 'asked' as const : 'checking' as const;
      await this.rows.insert({
        id, assignmentId, planId: found.planId, state, note: note ?? null, explanations, checklistAsked: points, checklistAccepted: null, createdAt: now, createdBy: actor.accountId, ...(speaks ? { askedAt: now, askedBy: actor.accountId } : { askedAt: null, askedBy: null }),
        decidedAt: null, decidedBy: null, decisionNote: null, partnerIds: null, reopenedAt: null, reopenedBy: null, reopenedReason: null, version: 1,
      });
      await this.audit.record({ actor: auditActor(actor), action: speaks ? 'close_out.asked' : 'close_out.prepared', subjectKind: 'close_out', subjectId: id, before: null, after: { state, assignmentId, ...countsOf(points), ...(note === undefined ? {} : { note }) } });
      await this.tell(actor, id, state, 1);
    });
    return this.get(actor, id);
  }

  /** By the approver, with what is met at that moment. Errors: `follow_up.needs_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async handIn(actor: PersonActor, id: string, version: number): Promise<CloseOut> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'close-out:ask');
      demandInForce(row);
      if (row.state === 'checking') await this.speakers.demandSpeaker(actor, row.unitPath, 'follow_up.needs_approver');
      await this.take(actor, row, { action: 'hand_in', past: 'handed_in', version, tell: 'asked', changes: { askedAt: this.clock.now(), askedBy: actor.accountId, checklistAsked: await this.checks.of(row) } });
    });
    return this.get(actor, id);
  }
  /** Inside the unit. Errors: `follow_up.needs_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async sendBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<CloseOut> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'close-out:ask');
      demandInForce(row);
      if (row.state === 'checking') await this.speakers.demandSpeaker(actor, row.unitPath, 'follow_up.needs_approver');
      await this.take(actor, row, { action: 'send_back', past: 'sent_back', version, tell: 'sent_back', changes: this.decided(actor, reason), said: { reason } });
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: PersonActor, id: string, version: number): Promise<CloseOut> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'close-out:ask');
      demandInForce(row);
      await this.take(actor, row, { action: 'withdraw', past: 'withdrawn', version });
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async accept(actor: PersonActor, id: string, given: z.output<typeof closeOutAcceptance>): Promise<CloseOut> {
    await this.work.run(async () => this.acceptOne(actor, id, given));
    return this.get(actor, id);
  }
  /** Several at once; one that changed meanwhile, or waits no more, is left. */
  async acceptMany(actor: PersonActor, planId: string, closeOuts: readonly { id: string; version: number }[]): Promise<{ changed: number }> {
    let changed = 0;
    for (const { id, version } of closeOuts) {
      try {
        await this.work.run(async () => this.acceptOne(actor, id, { version }, planId));
        changed += 1;
      } catch (error) {
        if (!(error instanceof Refusal) || !['version.stale', 'lifecycle.not_allowed'].includes(error.code)) throw error;
      }
    }
    return { changed };
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async giveBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<CloseOut> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'close-out:decide');
      demandInForce(row);
      await this.take(actor, row, { action: 'return', past: 'returned', version, tell: 'returned', changes: this.decided(actor, reason), said: { reason } });
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async reopen(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<CloseOut> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'close-out:decide');
      demandInForce(row);
      await this.take(actor, row, { action: 'reopen', past: 'reopened', version, tell: 'reopened', changes: { reopenedAt: this.clock.now(), reopenedBy: actor.accountId, reopenedReason: reason }, said: { reason } });
      await this.rows.setDone([row.assignmentId, ...partnersIn(row.partnerIds)], null);
    });
    return this.get(actor, id);
  }

  private async acceptOne(actor: PersonActor, id: string, { version, note }: z.output<typeof closeOutAcceptance>, planId?: string): Promise<void> {
    const row = await this.find(actor, id, 'close-out:decide');
    if (planId !== undefined && row.planId !== planId) throw notFound();
    demandInForce(row);
    const [now, points] = [this.clock.now(), await this.checks.of(row)];
    // Who was closed out by a request of its own stays so, whatever becomes of this one.
    const partnerIds = (await this.rows.partnersOf(row)).filter(({ doneAt }) => doneAt === null).map((partner) => partner.id);
    await this.take(actor, row, { action: 'accept', past: 'accepted', version, tell: 'accepted', changes: { decidedAt: now, decidedBy: actor.accountId, decisionNote: note ?? null, checklistAccepted: points, partnerIds }, said: { ...countsOf(points), ...(note === undefined ? {} : { note }) } });
    await this.rows.setDone([row.assignmentId, ...partnerIds], now);
  }
  private decided(actor: PersonActor, reason: string): Partial<CloseOutEntity> { return { decidedAt: this.clock.now(), decidedBy: actor.accountId, decisionNote: reason }; }
  private async find(actor: PersonActor, id: string, permission: Extract<Permission, `close-out:${string}`>): Promise<CloseOutRow> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) throw notFound();
    return row;
  }
  /** Inside a unit. */
  private async take(actor: PersonActor, row: CloseOutRow, { action, past, version, changes = {}, tell, said = {} }: Step): Promise<void> {
    const state = transition(closeOutLifecycle, row.state, action, 'closeOutStates') ?? row.state;
    if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action: `close_out.${past}`, subjectKind: 'close_out', subjectId: row.id, before: { state: row.state }, after: { state, ...said } });
    if (tell) await this.tell(actor, row.id, tell, version + 1);
  }
  private async tell(actor: PersonActor, id: string, event: string, version: number): Promise<void> { await this.jobs.enqueue('notice.follow_up', { object: 'close_out', id, event, version, by: actor.accountId }); }

  /** As many statements for many rows as for one. */
  private async views(actor: PersonActor, rows: readonly CloseOutRow[]): Promise<CloseOut[]> {
    const [approvers, proven] = await Promise.all([
      this.speakers.approversFor([...new Set(rows.filter(({ state }) => state === 'checking').map(({ unitPath }) => unitPath))]), this.checks.provenOf([...new Set(rows.filter(({ state }) => state === 'accepted').map(({ itemId }) => itemId))]),
    ]);
    return rows.map((row) => closeOutView(actor, row, approvers.get(row.unitPath) ?? [], proven.get(row.itemId)));
  }
}

const partnersIn = (partnerIds: string | null): string[] => (partnerIds === null ? [] : JSON.parse(partnerIds) as string[]);

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Adjustment, adjustmentGrant, adjustmentInput, adjustmentQuery, adjustmentWriting, HistoryEntry, oralAdjustmentInput, Page, Permission } from '@kepu/contracts';
import { adjustmentLifecycle, isLaterDay, type AdjustmentAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { FileLinks, FileReaders } from '../../files/index.js';
import { AuditQueries } from '../../identity/index.js';
import { UnitDirectory } from '../../units/index.js';
import { transition } from '../transition.js';
import { UnitSpeakers } from '../unit-speakers.js';
import type { AdjustmentEntity } from './adjustment.entity.js';
import { adjustmentView } from './adjustment.mapper.js';
import { AdjustmentsRepository, type AdjustmentRow } from './adjustments.repository.js';
import { FollowedAssignments } from './followed-assignments.repository.js';
import { dayInForceOf, type FollowedRow } from './followed.js';

type Reasoned = { readonly version: number; readonly reason: string };
interface Step { readonly action: AdjustmentAction; readonly past: string; readonly version: number; readonly changes?: Partial<AdjustmentEntity>; readonly tell?: string; readonly said?: Record<string, unknown> }
const unasked = { saidBy: null, saidOn: null, instructionId: null, writtenNote: null, writtenAt: null, writtenBy: null, grantedDay: null, decidedAt: null, decidedBy: null, decisionNote: null, version: 1 } as const;

/** Errors: `lifecycle.not_allowed`, where the plan is not in force or the part is no longer asked of the unit. */
export const demandInForce = ({ planState, assignmentState }: FollowedRow): void => {
  if (planState !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${planState}` } });
  if (assignmentState === 'withdrawn') throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.assignmentStates.withdrawn' } });
};

/** Other days and other content: asked for by the unit, decided by the office, or said by word of mouth. The paper stays as it is. */
@Injectable()
export class AdjustmentsService implements OnModuleInit {
  constructor(
    private readonly rows: AdjustmentsRepository, private readonly assignments: FollowedAssignments, private readonly speakers: UnitSpeakers, private readonly units: UnitDirectory, private readonly files: FileLinks, private readonly readers: FileReaders,
    private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void { this.readers.register('adjustment', async (actor, id) => (await this.rows.findFor(actor, id, 'adjustment:read')) !== null); }

  async list(actor: PersonActor, query: z.output<typeof adjustmentQuery>): Promise<Page<Adjustment>> {
    const { rows, total } = await this.rows.listFor(actor, query);
    return { data: await this.views(actor, rows), total };
  }
  async get(actor: PersonActor, id: string): Promise<Adjustment> {
    const [view] = await this.views(actor, [await this.find(actor, id, 'adjustment:read')]);
    if (!view) throw notFound();
    return view;
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.find(actor, id, 'adjustment:read');
    return this.history.historyOf('adjustment', id);
  }

  /** To the office, or first to the unit's own approver. Errors: `adjustment.day_not_later`, `adjustment.waiting`, `lifecycle.not_allowed`, `version.stale`, `reference.not_found`. */
  async ask(actor: PersonActor, assignmentId: string, { version, kind, day, content, reason, fileIds }: z.output<typeof adjustmentInput>): Promise<Adjustment> {
    const id = newId();
    await this.work.run(async () => {
      const found = await this.assignments.findFor(actor, assignmentId, 'adjustment:ask');
      if (!found) throw notFound();
      demandInForce(found);
      if (found.doneAt !== null) throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.closeOutStates.accepted' } });
      this.demandLater(found, day);
      if (found.assignmentVersion !== version || !(await this.assignments.update(assignmentId, version, {}))) throw new Refusal('version.stale');
      if ((await this.rows.undecided([assignmentId])).length > 0) throw new Refusal('adjustment.waiting');
      const [now, speaks] = [this.clock.now(), await this.speakers.speaks(actor, found.unitPath)];
      const state = speaks ? 'asked' as const : 'checking' as const;
      await this.rows.insert([{
        id, assignmentId, planId: found.planId, kind, state, dayBefore: dayInForceOf(found), askedDay: day ?? null, content: kind === 'content' ? content ?? null : null, reason, ...unasked, createdAt: now, createdBy: actor.accountId,
        ...(speaks ? { askedAt: now, askedBy: actor.accountId } : { askedAt: null, askedBy: null }),
      }]);
      await this.files.attach(actor, 'adjustment', id, fileIds);
      await this.audit.record({ actor: auditActor(actor), action: speaks ? 'adjustment.asked' : 'adjustment.prepared', subjectKind: 'adjustment', subjectId: id, before: null, after: { state, assignmentId, kind, day: day ?? null, dayBefore: dayInForceOf(found), reason, ...(content === undefined ? {} : { content }), files: fileIds.length } });
      await this.tell(actor, id, state, 1);
    });
    return this.get(actor, id);
  }

  /** By the approver. Errors: `follow_up.needs_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async handIn(actor: PersonActor, id: string, version: number): Promise<Adjustment> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'adjustment:ask');
      demandInForce(row);
      if (row.state === 'checking') await this.speakers.demandSpeaker(actor, row.unitPath, 'follow_up.needs_approver');
      await this.take(actor, row, { action: 'hand_in', past: 'handed_in', version, tell: 'asked', changes: { askedAt: this.clock.now(), askedBy: actor.accountId } });
    });
    return this.get(actor, id);
  }
  /** Inside the unit. Errors: `follow_up.needs_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async sendBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<Adjustment> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'adjustment:ask');
      demandInForce(row);
      if (row.state === 'checking') await this.speakers.demandSpeaker(actor, row.unitPath, 'follow_up.needs_approver');
      await this.take(actor, row, { action: 'send_back', past: 'sent_back', version, tell: 'sent_back', changes: { decidedAt: this.clock.now(), decidedBy: actor.accountId, decisionNote: reason }, said: { reason } });
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: PersonActor, id: string, version: number): Promise<Adjustment> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'adjustment:ask');
      demandInForce(row);
      await this.take(actor, row, { action: 'withdraw', past: 'withdrawn', version });
    });
    return this.get(actor, id);
  }
  /** Moves the day in force. Errors: `adjustment.day_not_later`, `lifecycle.not_allowed`, `version.stale`. */
  async grant(actor: PersonActor, id: string, { version, day, note }: z.output<typeof adjustmentGrant>): Promise<Adjustment> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'adjustment:decide');
      demandInForce(row);
      const granted = day ?? row.askedDay;
      await this.take(actor, row, { action: 'grant', past: 'granted', version, tell: 'granted', changes: { grantedDay: granted, decidedAt: this.clock.now(), decidedBy: actor.accountId, decisionNote: note ?? null }, said: { day: granted, ...(note === undefined ? {} : { note }) } });
      if (granted === null) return;
      this.demandLater(row, granted);
      if (!(await this.assignments.update(row.assignmentId, row.assignmentVersion, { extendedTo: granted }))) throw new Refusal('version.stale');
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async refuse(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<Adjustment> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'adjustment:decide');
      demandInForce(row);
      await this.take(actor, row, { action: 'refuse', past: 'refused', version, tell: 'refused', changes: { decidedAt: this.clock.now(), decidedBy: actor.accountId, decisionNote: reason }, said: { reason } });
    });
    return this.get(actor, id);
  }

  /** In force at once, until it is put in writing marked as not. A day that is said may also come earlier. Errors: `lifecycle.not_allowed`, `reference.not_found`, `version.stale`. */
  async enterOral(actor: PersonActor, planId: string, { assignmentIds, saidBy, saidOn, text, day, fileIds }: z.output<typeof oralAdjustmentInput>): Promise<{ changed: number }> {
    if (saidOn > this.clock.today()) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.saidOn', code: 'not_an_option' }] });
    if (!(await this.assignments.keeps(actor, 'adjustment:decide', planId))) throw notFound();
    const ids = [...new Set(assignmentIds)];
    return this.work.run(async () => {
      const found = await this.assignments.listFor(actor, ids, 'adjustment:decide');
      if (found.length !== ids.length || found.some((one) => one.planId !== planId)) throw badReference('documents.text');
      const [now, instructionId] = [this.clock.now(), newId()];
      for (const one of found) {
        demandInForce(one);
        const id = newId();
        if (!(await this.assignments.update(one.assignmentId, one.assignmentVersion, day === undefined ? {} : { extendedTo: day }))) throw new Refusal('version.stale');
        await this.rows.insert([{
          id, assignmentId: one.assignmentId, planId, kind: 'oral', state: 'granted', dayBefore: dayInForceOf(one), askedDay: null, content: null, reason: text, ...unasked, instructionId, saidBy, saidOn, grantedDay: day ?? null, createdAt: now, createdBy: actor.accountId, askedAt: now, askedBy: actor.accountId,
        }]);
        if (fileIds.length > 0) await this.files.attach(actor, 'adjustment', id, fileIds);
        await this.audit.record({ actor: auditActor(actor), action: 'adjustment.entered', subjectKind: 'adjustment', subjectId: id, before: null, after: { state: 'granted', assignmentId: one.assignmentId, saidBy, saidOn, text, day: day ?? null, dayBefore: dayInForceOf(one) } });
        await this.tell(actor, id, 'oral', 1);
      }
      return { changed: found.length };
    });
  }
  /** For all assignments of the same instruction. Errors: `lifecycle.not_allowed`, `version.stale`, `reference.not_found`. */
  async putInWriting(actor: PersonActor, id: string, { version, note, fileIds }: z.output<typeof adjustmentWriting>): Promise<Adjustment> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'adjustment:decide');
      if (row.kind !== 'oral') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.adjustmentKinds.${row.kind}` } });
      if (row.planState !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${row.planState}` } });
      const changes = { writtenNote: note, writtenAt: this.clock.now(), writtenBy: actor.accountId };
      await this.take(actor, row, { action: 'write', past: 'written', version, changes, said: { note, files: fileIds.length } });
      const others = await this.rows.othersOf(row);
      for (const other of others) if (!(await this.rows.update(other, other.version, changes))) throw new Refusal('version.stale');
      const ids = [id, ...others.map((other) => other.id)];
      const present = await this.files.of('adjustment', ids);
      for (const one of ids) await this.files.attach(actor, 'adjustment', one, [...(present.get(one) ?? []).map((file) => file.id), ...fileIds]);
    });
    return this.get(actor, id);
  }

  /** Errors: `adjustment.day_not_later`. */
  private demandLater(row: FollowedRow, day: string | undefined): void {
    if (day !== undefined && !isLaterDay(day, dayInForceOf(row), this.clock.today())) throw new Refusal('adjustment.day_not_later', { params: { day: dayInForceOf(row) } });
  }
  private async find(actor: PersonActor, id: string, permission: Extract<Permission, `adjustment:${string}`>): Promise<AdjustmentRow> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) throw notFound();
    return row;
  }
  /** Inside a unit. */
  private async take(actor: PersonActor, row: AdjustmentRow, { action, past, version, changes = {}, tell, said = {} }: Step): Promise<void> {
    const state = transition(adjustmentLifecycle, row.state, action, 'adjustmentStates') ?? row.state;
    if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    await this.audit.record({ actor: auditActor(actor), action: `adjustment.${past}`, subjectKind: 'adjustment', subjectId: row.id, before: { state: row.state }, after: { state, ...said } });
    if (tell) await this.tell(actor, row.id, tell, version + 1);
  }
  private async tell(actor: PersonActor, id: string, event: string, version: number): Promise<void> { await this.jobs.enqueue('notice.follow_up', { object: 'adjustment', id, event, version, by: actor.accountId }); }

  /** As many statements for many rows as for one. */
  private async views(actor: PersonActor, rows: readonly AdjustmentRow[]): Promise<Adjustment[]> {
    const [files, approvers, calendar] = await Promise.all([
      this.files.of('adjustment', rows.map(({ id }) => id)), this.speakers.approversFor([...new Set(rows.filter(({ state }) => state === 'checking').map(({ unitPath }) => unitPath))]), this.units.calendar(),
    ]);
    return rows.map((row) => adjustmentView(actor, row, files.get(row.id) ?? [], approvers.get(row.unitPath) ?? [], calendar));
  }
}

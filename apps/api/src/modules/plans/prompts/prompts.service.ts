import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { HistoryEntry, Page, Permission, Prompt, PromptKind, promptAcceptance, promptChange, promptQuery, promptReplyInput, promptReturn, promptSending, promptsInput } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { addWorkdays, DEFAULT_REPLY_WORKDAYS, isWorkday, promptLifecycle, type PromptAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AuditQueries } from '../../identity/index.js';
import { UnitDirectory, UnitSuccession } from '../../units/index.js';
import { LightReader } from '../lights/light-reader.js';
import { PlansService } from '../plans.service.js';
import { demandInForce, transition } from '../transition.js';
import type { PromptEntity, PromptItemEntity } from './prompt.entity.js';
import { promptView, seesUnsent } from './prompt.mapper.js';
import { PromptsRepository, type PromptRow } from './prompts.repository.js';

type Reasoned = { readonly version: number; readonly reason: string };
interface Step { readonly action: PromptAction; readonly past: string; readonly version: number; readonly changes?: Partial<PromptEntity>; readonly tell?: PromptEvent; readonly said?: Record<string, unknown> }
/** What somebody is told of a prompt. */
export type PromptEvent = 'awaiting' | 'approved' | 'turned_down' | 'sent' | 'replied' | 'accepted' | 'returned' | 'withdrawn' | 'escalated';

/** Prompts (工作提示函、督办单): written, approved and sent by the office, replied to by the unit, closed or escalated. */
@Injectable()
export class PromptsService implements OnModuleInit {
  constructor(
    private readonly rows: PromptsRepository, private readonly lights: LightReader, private readonly plans: PlansService, private readonly units: UnitDirectory, private readonly succession: UnitSuccession, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.succession.register('prompts', async (fromId, toId, actor) => {
      for (const id of await this.rows.moveUnit(fromId, toId)) await this.audit.record({ actor: auditActor(actor), action: 'prompt.moved', subjectKind: 'prompt', subjectId: id, before: { unitId: fromId }, after: { unitId: toId } });
    });
  }

  async list(actor: PersonActor, query: z.output<typeof promptQuery>): Promise<Page<Prompt>> {
    const { rows, total } = await this.rows.listFor(actor, query, this.clock.today(), { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: await this.views(actor, rows), total };
  }
  /** All that are found, for a sheet. */
  async whole(actor: PersonActor, query: Parameters<PromptsRepository['listFor']>[1]): Promise<Prompt[]> { return this.views(actor, (await this.rows.listFor(actor, query, this.clock.today())).rows); }
  async get(actor: PersonActor, id: string): Promise<Prompt> {
    const [view] = await this.views(actor, [await this.find(actor, id, 'prompt:read')]);
    if (!view) throw notFound();
    return view;
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.find(actor, id, 'prompt:read');
    const { data } = await this.history.historyOf('prompt', id);
    // How it was written and approved is between the office and its leader.
    const shown = seesUnsent(actor) ? data : data.filter(({ action }) => sentActs.has(action));
    return { data: shown, total: shown.length };
  }

  /** One draft for each unit, with the lights of this moment. Errors: `lifecycle.not_allowed`, `reference.not_found`, `prompt.closed_out`. */
  async create(actor: PersonActor, planId: string, { kind, assignmentIds, replyBy, text }: z.output<typeof promptsInput>): Promise<Page<Prompt>> {
    const wanted = [...new Set(assignmentIds)];
    const due = replyBy === undefined ? await this.replyDay(kind) : await this.certainty(replyBy);
    const ids = await this.work.run(async () => {
      const plan = await this.plans.findKept(actor, planId, 'prompt:write');
      if (plan.state !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
      const lit = await this.lights.read(actor, plan, { ids: wanted });
      if (lit.length !== wanted.length) throw badReference('body.assignmentIds');
      const closed = lit.filter(({ light }) => light === 'blue').length;
      if (closed > 0) throw new Refusal('prompt.closed_out', { params: { count: closed } });
      const made: string[] = [];
      for (const unit of new Map(lit.map(({ row }) => [row.unitId, { id: row.unitId, name: row.unitName }])).values()) {
        const own = lit.filter(({ row }) => row.unitId === unit.id);
        const id = newId();
        await this.rows.insert({
          ...blank, id, planId: plan.id, unitId: unit.id, kind, state: 'draft', title: label('zh-CN', `documents.promptTitle_${kind}`, { title: plan.title }), text: text ?? label('zh-CN', `documents.promptText_${kind}`, { unit: unit.name, title: plan.title, count: own.length }),
          replyBy: due.value, replyUncertain: due.uncertain, createdAt: this.clock.now(), createdBy: actor.accountId,
        }, own.map(({ row, light, rule }): PromptItemEntity => ({ id: newId(), promptId: id, assignmentId: row.id, seq: row.seq, light, reasons: [...rule.reasons] })));
        await this.audit.record({ actor: auditActor(actor), action: 'prompt.written', subjectKind: 'prompt', subjectId: id, before: null, after: { unit: unit.name, kind, items: own.length, replyBy: due.value } });
        made.push(id);
      }
      return made;
    });
    const data = await this.views(actor, (await this.rows.listFor(actor, { ids, sort: 'unit' }, this.clock.today())).rows);
    return { data, total: data.length };
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async change(actor: PersonActor, id: string, { version, ...changes }: z.output<typeof promptChange>): Promise<Prompt> {
    const certain = changes.replyBy === undefined ? {} : { replyUncertain: (await this.certainty(changes.replyBy)).uncertain };
    await this.step(actor, id, 'prompt:write', () => ({ action: 'save', past: 'changed', version, changes: { ...changes, ...certain }, said: changes }));
    return this.get(actor, id);
  }
  /** Where it was to take the place of a letter, that waits for a reply again. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'prompt:write');
      demandInForce(row.planState);
      transition(promptLifecycle, row.state, 'delete', 'promptStates');
      if (!(await this.rows.remove(id))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'prompt.deleted', subjectKind: 'prompt', subjectId: id, before: { unit: row.unitName, kind: row.kind, title: row.title }, after: null });
      if (row.beforeId !== null) await this.restore(actor, row.beforeId);
    });
    return { done: true };
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async request(actor: PersonActor, id: string, version: number): Promise<Prompt> {
    await this.step(actor, id, 'prompt:write', () => ({ action: 'request', past: 'requested', version, tell: 'awaiting', changes: { turnedDownAt: null, turnedDownBy: null, turnedDownReason: null } }));
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async takeBack(actor: PersonActor, id: string, version: number): Promise<Prompt> {
    await this.step(actor, id, 'prompt:write', () => ({ action: 'take_back', past: 'taken_back', version, changes: { approvedAt: null, approvedBy: null } }));
    return this.get(actor, id);
  }
  /** By a leader. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async approve(actor: PersonActor, id: string, version: number): Promise<Prompt> {
    await this.step(actor, id, 'prompt:approve', () => ({ action: 'approve', past: 'approved', version, tell: 'approved', changes: { approvedAt: this.clock.now(), approvedBy: actor.accountId } }));
    return this.get(actor, id);
  }
  /** By a leader. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async turnDown(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<Prompt> {
    await this.step(actor, id, 'prompt:approve', () => ({ action: 'turn_down', past: 'turned_down', version, tell: 'turned_down', changes: { turnedDownAt: this.clock.now(), turnedDownBy: actor.accountId, turnedDownReason: reason }, said: { reason } }));
    return this.get(actor, id);
  }

  /** Under the number that the office gives it. Errors: `prompt.needs_approval`, `prompt.number_taken`, `prompt.day_over`, `lifecycle.not_allowed`, `version.stale`. */
  async send(actor: PersonActor, id: string, { version, number, replyBy }: z.output<typeof promptSending>): Promise<Prompt> {
    await this.step(actor, id, 'prompt:write', async (row) => {
      if (row.kind === 'order' && row.state === 'draft') throw new Refusal('prompt.needs_approval');
      const due = replyBy === undefined ? null : await this.certainty(replyBy);
      const day = due?.value ?? row.replyBy;
      if (day < this.clock.today()) throw new Refusal('prompt.day_over', { params: { day } });
      return {
        action: 'send', past: 'sent', version, tell: 'sent', said: { number, replyBy: day },
        changes: { number, numberKey: `${row.planYear}:${number}`, sentAt: this.clock.now(), sentBy: actor.accountId, ...(due === null ? {} : { replyBy: due.value, replyUncertain: due.uncertain }) },
      };
    }).catch((error: unknown) => {
      throw error instanceof UniqueViolation ? new Refusal('prompt.number_taken', { params: { number }, cause: error }) : error;
    });
    return this.get(actor, id);
  }

  /** The first time that somebody of the unit has it before them (已阅). Nothing changes afterwards. */
  async read(actor: PersonActor, id: string): Promise<Prompt> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, 'prompt:reply');
      // In an archive nothing is written, not even that somebody has looked.
      if (row.readAt !== null || row.state !== 'sent' || row.planState !== 'issued') return;
      // Somebody else of the unit at the same moment: they have read it too.
      if (await this.rows.markRead(id, actor.accountId, this.clock.now())) await this.audit.record({ actor: auditActor(actor), action: 'prompt.read', subjectKind: 'prompt', subjectId: id, before: null, after: { unit: row.unitName } });
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async reply(actor: PersonActor, id: string, { version, ...words }: z.output<typeof promptReplyInput>): Promise<Prompt> {
    await this.step(actor, id, 'prompt:reply', (row) => ({ action: 'reply', past: 'replied', version, tell: 'replied', changes: row.readAt === null ? { readAt: this.clock.now(), readBy: actor.accountId } : {}, said: words }), async (row) => {
      await this.rows.insertReply({ id: newId(), promptId: id, ...words, repliedAt: this.clock.now(), repliedBy: actor.accountId, late: this.clock.today() > row.replyBy, returnedReason: null, returnedAt: null, returnedBy: null, takenBack: false });
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async amend(actor: PersonActor, id: string, version: number): Promise<Prompt> {
    await this.step(actor, id, 'prompt:reply', () => ({ action: 'amend', past: 'amended', version }), () => this.rows.endReply(id, { takenBack: true }));
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async accept(actor: PersonActor, id: string, { version, note }: z.output<typeof promptAcceptance>): Promise<Prompt> {
    await this.step(actor, id, 'prompt:write', () => ({ action: 'accept', past: 'accepted', version, tell: 'accepted', changes: { closedAt: this.clock.now(), closedBy: actor.accountId, closedNote: note ?? null }, said: note === undefined ? {} : { note } }));
    return this.get(actor, id);
  }
  /** With another day to reply by: the one given, or as many workdays as the kind gives. Errors: `prompt.day_over`, `lifecycle.not_allowed`, `version.stale`. */
  async giveBack(actor: PersonActor, id: string, { version, reason, replyBy }: z.output<typeof promptReturn>): Promise<Prompt> {
    const { kind } = await this.find(actor, id, 'prompt:write');
    const due = replyBy === undefined ? await this.replyDay(kind) : await this.certainty(replyBy);
    if (due.value < this.clock.today()) throw new Refusal('prompt.day_over', { params: { day: due.value } });
    await this.step(actor, id, 'prompt:write', () => ({ action: 'return', past: 'returned', version, tell: 'returned', changes: { replyBy: due.value, replyUncertain: due.uncertain }, said: { reason, replyBy: due.value } }),
      () => this.rows.endReply(id, { returnedReason: reason, returnedAt: this.clock.now(), returnedBy: actor.accountId }));
    return this.get(actor, id);
  }
  /** The draft of the 督办单 that takes its place. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async escalate(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<Prompt> {
    const due = await this.replyDay('order');
    const next = newId();
    await this.step(actor, id, 'prompt:write', () => ({ action: 'escalate', past: 'escalated', version, tell: 'escalated', changes: { endedReason: reason }, said: { reason, promptId: next } }), async (row) => {
      const items = await this.rows.itemsOf([id]);
      await this.rows.insert({
        ...blank, id: next, planId: row.planId, unitId: row.unitId, kind: 'order', state: 'draft', title: label('zh-CN', 'documents.promptTitle_order', { title: row.planTitle }),
        text: label('zh-CN', 'documents.promptText_escalated', { unit: row.unitName, title: row.planTitle, count: items.length, number: row.number ?? '', reason }), replyBy: due.value, replyUncertain: due.uncertain, createdAt: this.clock.now(), createdBy: actor.accountId, beforeId: id,
      }, items.map((item): PromptItemEntity => ({ id: newId(), promptId: next, assignmentId: item.assignmentId, seq: item.seq, light: item.light, reasons: JSON.parse(item.reasons) as PromptItemEntity['reasons'] })));
      await this.audit.record({ actor: auditActor(actor), action: 'prompt.written', subjectKind: 'prompt', subjectId: next, before: null, after: { unit: row.unitName, kind: 'order', items: items.length, replyBy: due.value } });
    });
    return this.get(actor, next);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<Prompt> {
    await this.step(actor, id, 'prompt:write', () => ({ action: 'withdraw', past: 'withdrawn', version, tell: 'withdrawn', changes: { endedReason: reason }, said: { reason } }));
    return this.get(actor, id);
  }

  /** Inside a unit: the letter whose place nothing takes. */
  private async restore(actor: PersonActor, id: string): Promise<void> {
    const row = await this.rows.findFor(actor, id, 'prompt:write');
    if (row?.state !== 'escalated') return;
    const state = transition(promptLifecycle, row.state, 'restore', 'promptStates') ?? 'sent';
    if (!(await this.rows.update(row, row.version, { state, endedReason: null }))) throw new Refusal('version.stale');
    // A reply that had come stays, and is asked for anew.
    await this.rows.endReply(id, { takenBack: true });
    await this.audit.record({ actor: auditActor(actor), action: 'prompt.restored', subjectKind: 'prompt', subjectId: id, before: { state: row.state }, after: { state } });
    await this.jobs.enqueue('notice.prompt', { promptId: id, event: 'sent', version: row.version + 1, by: actor.accountId });
  }

  private async find(actor: PersonActor, id: string, permission: Extract<Permission, `prompt:${string}`>): Promise<PromptRow> {
    const row = await this.rows.findFor(actor, id, permission);
    if (!row) throw notFound();
    return row;
  }
  /** One step: allowed by the table, taken by one of many who try, written down and told. `then` runs in the same unit. */
  private async step(actor: PersonActor, id: string, permission: Extract<Permission, `prompt:${string}`>, of: (row: PromptRow) => Step | Promise<Step>, then?: (row: PromptRow) => Promise<void>): Promise<void> {
    await this.work.run(async () => {
      const row = await this.find(actor, id, permission);
      // Of a plan that is closed nothing is asked any more.
      if (row.planState !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${row.planState}` } });
      const { action, past, version, changes = {}, tell, said = {} } = await of(row);
      const state = transition(promptLifecycle, row.state, action, 'promptStates') ?? row.state;
      if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
      await then?.(row);
      await this.audit.record({ actor: auditActor(actor), action: `prompt.${past}`, subjectKind: 'prompt', subjectId: id, before: { state: row.state }, after: { state, ...said } });
      if (tell) await this.jobs.enqueue('notice.prompt', { promptId: id, event: tell, version: version + 1, by: actor.accountId });
    });
  }
  private async replyDay(kind: PromptKind): Promise<{ value: string; uncertain: boolean }> { return addWorkdays(this.clock.today(), DEFAULT_REPLY_WORKDAYS[kind], await this.units.calendar()); }
  private async certainty(day: string): Promise<{ value: string; uncertain: boolean }> { return { value: day, uncertain: isWorkday(day, await this.units.calendar()).uncertain }; }

  /** As many statements for many prompts as for one. */
  private async views(actor: PersonActor, rows: readonly PromptRow[]): Promise<Prompt[]> {
    const ids = rows.map(({ id }) => id);
    const [items, replies] = await Promise.all([this.rows.itemsOf(ids), this.rows.repliesOf(ids)]);
    return rows.map((row) => promptView(actor, row, items, replies, this.clock.today()));
  }
}

/** Acts that a unit has seen itself. */
const sentActs: ReadonlySet<string> = new Set(['sent', 'read', 'replied', 'amended', 'accepted', 'returned', 'escalated', 'restored', 'withdrawn', 'moved'].map((past) => `prompt.${past}`));
const blank = {
  number: null, numberKey: null, approvedAt: null, approvedBy: null, turnedDownReason: null, turnedDownAt: null, turnedDownBy: null, sentAt: null, sentBy: null, readAt: null, readBy: null, closedAt: null, closedBy: null, closedNote: null, endedReason: null, beforeId: null, version: 1,
} as const;

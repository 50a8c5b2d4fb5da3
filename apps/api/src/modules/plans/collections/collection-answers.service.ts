import { Injectable } from '@nestjs/common';
import type { collectionAcceptance, CollectionAnswer, collectionAnswerChange, CollectionField, CollectionRow, HistoryEntry, Page, Permission } from '@kepu/contracts';
import { can, checkRows, collectionAnswerLifecycle, isEmptyCell, isPastDeadline, type CollectionAnswerAction, type PlacedFault } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal, type FieldError } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AuditQueries } from '../../identity/index.js';
import { transition } from '../transition.js';
import { UnitSpeakers } from '../unit-speakers.js';
import type { CollectionAnswerEntity } from './collection.entity.js';
import { CollectionAnswersRepository, type AnswerRow } from './collection-answers.repository.js';
import { answerView, fieldsOf, isInside, rowsOf } from './collection.mapper.js';
import { CollectionsRepository, type CollectionListRow } from './collections.repository.js';

type CollectionPermission = Extract<Permission, `collection:${string}`>;
/** Steps that somebody is told of. */
export type CollectionAnswerEvent = 'checking' | 'sent_back' | 'returned';
/** An answer with its collection. */
export interface FoundAnswer { readonly row: AnswerRow; readonly collection: CollectionListRow; readonly fields: readonly CollectionField[] }
interface Step { readonly action: CollectionAnswerAction; readonly past: string; readonly version: number; readonly changes?: Partial<CollectionAnswerEntity>; readonly tell?: CollectionAnswerEvent; readonly reason?: string }
type Reasoned = { readonly version: number; readonly reason: string };

const untold = { returnedReason: null, returnedBy: null, returnedAt: null, returnedInside: false } as const;
/** What everybody who reads an answer may know of its course; the rest is the unit's own. */
const shared: ReadonlySet<string> = new Set(['submitted', 'recalled', 'accepted', 'returned', 'moved'].map((past) => `collection_answer.${past}`));
const fieldErrors = (faults: readonly PlacedFault[]): FieldError[] => faults.map(({ row, key, code, params }) => ({ path: `body.rows.${row}.${key}`, code, ...(params ? { params } : {}) }));
const invalid = (fields: readonly FieldError[]): Refusal => new Refusal('input.invalid', { params: { count: fields.length }, fields });

/** What one unit answers: written, handed over, handed in, taken back, accepted and given back. */
@Injectable()
export class CollectionAnswersService {
  constructor(
    private readonly rows: CollectionAnswersRepository, private readonly collections: CollectionsRepository, private readonly speakers: UnitSpeakers, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async get(actor: PersonActor, id: string): Promise<CollectionAnswer> {
    const { row, collection } = await this.find(actor, id, 'collection:read');
    return answerView(actor, row, collection, isInside(actor, row) ? await this.speakers.approversOf(row.path) : [], this.clock.today());
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    const { row } = await this.find(actor, id, 'collection:read');
    const { data } = await this.history.historyOf('collection_answer', id);
    const shown = isInside(actor, row) ? data : data.filter(({ action }) => shared.has(action));
    return { data: shown, total: shown.length };
  }
  /** An answer within reach of a right to it. Errors: `resource.not_found`. */
  async find(actor: PersonActor, id: string, permission: CollectionPermission): Promise<FoundAnswer> {
    const row = await this.rows.findFor(actor, id, permission);
    const collection = row && (await this.collections.findFor(actor, row.collectionId));
    if (!row || !collection) throw notFound();
    return { row, collection, fields: fieldsOf(collection) };
  }

  /** What is written as it is; each value fits its column, what must be filled may be empty yet. Errors: `input.invalid`, naming each cell; `lifecycle.not_allowed`, `version.stale`. */
  async save(actor: PersonActor, id: string, { version, none, rows }: z.output<typeof collectionAnswerChange>): Promise<CollectionAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'collection:answer');
      const kept = none ? [] : this.checked(found, rows);
      const action = found.row.state === 'returned' ? 'revise' : 'save';
      await this.take(actor, found, { action, past: 'saved', version, changes: { content: kept, rowCount: kept.length, none, prefilled: false } });
    });
    return this.get(actor, id);
  }

  /** To the unit's own approver. Errors: `input.invalid`, `unit_report.no_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async handOver(actor: PersonActor, id: string, version: number): Promise<CollectionAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'collection:answer');
      if (can(collectionAnswerLifecycle, found.row.state, 'hand_over')) {
        if ((await this.speakers.approversOf(found.row.path)).length === 0) throw new Refusal('unit_report.no_approver');
        this.demandWhole(found);
      }
      await this.take(actor, found, { action: 'hand_over', past: 'handed_over', version, tell: 'checking', changes: { prefilled: false } });
    });
    return this.get(actor, id);
  }
  /** Inside the unit, by whoever would hand it in. Errors: `unit_report.needs_approver`, `lifecycle.not_allowed`, `version.stale`. */
  async sendBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<CollectionAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'collection:submit');
      if (can(collectionAnswerLifecycle, found.row.state, 'send_back')) await this.speakers.demandSpeaker(actor, found.row.path);
      await this.take(actor, found, { action: 'send_back', past: 'sent_back', version, reason, tell: 'sent_back', changes: { returnedReason: reason, returnedBy: actor.accountId, returnedAt: this.clock.now(), returnedInside: true } });
    });
    return this.get(actor, id);
  }
  /** To the office. Where somebody approves in the unit, it is them who hand in. Errors: `unit_report.needs_approver`, `input.invalid`, `lifecycle.not_allowed`, `version.stale`. */
  async submit(actor: PersonActor, id: string, version: number): Promise<CollectionAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'collection:submit');
      const { row, collection } = found;
      if (can(collectionAnswerLifecycle, row.state, 'submit')) {
        await this.speakers.demandSpeaker(actor, row.path);
        this.demandWhole(found);
      }
      const first = row.firstSubmittedAt === null;
      await this.take(actor, found, {
        action: 'submit', past: 'submitted', version,
        changes: { ...(Number(row.returnedInside) === 1 ? untold : {}), prefilled: false, submittedAt: this.clock.now(), submittedBy: actor.accountId, ...(first ? { firstSubmittedAt: this.clock.now(), late: isPastDeadline(this.clock.today(), collection.dueOn) } : {}) },
      });
    });
    return this.get(actor, id);
  }
  /** What nobody has decided about. What was never looked at by the office has not been handed in: the day counts on which it is again. Errors: `lifecycle.not_allowed`, `version.stale`. */
  async recall(actor: PersonActor, id: string, version: number): Promise<CollectionAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'collection:answer');
      await this.take(actor, found, { action: 'recall', past: 'recalled', version, changes: found.row.checkedAt === null ? { submittedAt: null, submittedBy: null, firstSubmittedAt: null, late: false } : {} });
    });
    return this.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async accept(actor: PersonActor, id: string, version: number): Promise<CollectionAnswer> {
    await this.work.run(() => this.acceptOne(actor, id, version));
    return this.get(actor, id);
  }
  /** Several at once; one that changed meanwhile, or waits no more, is left. */
  async acceptMany(actor: PersonActor, collectionId: string, { answers }: z.output<typeof collectionAcceptance>): Promise<{ changed: number }> {
    let changed = 0;
    for (const { id, version } of answers) {
      try {
        await this.work.run(() => this.acceptOne(actor, id, version, collectionId));
        changed += 1;
      } catch (error) {
        if (!(error instanceof Refusal) || !['version.stale', 'lifecycle.not_allowed'].includes(error.code)) throw error;
      }
    }
    return { changed };
  }
  /** Back to the unit. It counts again once it is handed in anew. Errors: `unit_report.unit_merged`, `lifecycle.not_allowed`, `version.stale`. */
  async giveBack(actor: PersonActor, id: string, { version, reason }: Reasoned): Promise<CollectionAnswer> {
    await this.work.run(async () => {
      const found = await this.find(actor, id, 'collection:write');
      // Nobody is left to change it.
      if (found.row.successorId !== null) throw new Refusal('unit_report.unit_merged', { params: { name: found.row.successorName ?? '' } });
      await this.take(actor, found, { action: 'return', past: 'returned', version, reason, tell: 'returned', changes: { returnedReason: reason, returnedBy: actor.accountId, returnedAt: this.clock.now(), returnedInside: false, checkedAt: this.clock.now(), checkedBy: actor.accountId } });
    });
    return this.get(actor, id);
  }

  private async acceptOne(actor: PersonActor, id: string, version: number, collectionId?: string): Promise<void> {
    const found = await this.find(actor, id, 'collection:write');
    if (collectionId !== undefined && found.collection.id !== collectionId) throw notFound();
    await this.take(actor, found, { action: 'accept', past: 'accepted', version, changes: { ...untold, checkedAt: this.clock.now(), checkedBy: actor.accountId } });
  }

  /** Rows as they are kept. Errors: `input.invalid`, naming each cell. */
  private checked({ collection, fields }: FoundAnswer, rows: readonly CollectionRow[]): CollectionRow[] {
    const known = new Set(fields.map(({ key }) => key));
    // What is said in no column would be lost without a word.
    const strange = rows.flatMap((row, at) => Object.entries(row).flatMap(([key, value]) => (known.has(key) || isEmptyCell(value) ? [] : [{ row: at, key, code: 'unknown_column' }])));
    const { rows: kept, faults } = checkRows(fields, rows, false);
    const many: FieldError[] = kept.length > collection.mostRows ? [{ path: 'body.rows', code: 'rows_many', params: { maximum: collection.mostRows } }] : [];
    const wrong = [...many, ...fieldErrors([...strange, ...faults])];
    if (wrong.length > 0) throw invalid(wrong);
    return kept;
  }
  /** Errors: `input.invalid`, with each cell that must be filled. */
  private demandWhole({ row, fields }: FoundAnswer): void {
    if (Number(row.none) === 1) return;
    const { rows, faults } = checkRows(fields, rowsOf(fields, row), true);
    if (rows.length === 0) throw invalid([{ path: 'body.rows', code: 'rows_missing' }]);
    if (faults.length > 0) throw invalid(fieldErrors(faults));
  }

  /** Inside a unit. Errors: `lifecycle.not_allowed`, `version.stale`. */
  private async take(actor: PersonActor, { row, collection }: FoundAnswer, { action, past, version, changes = {}, tell, reason }: Step): Promise<void> {
    const state = transition(collectionAnswerLifecycle, row.state, action, 'collectionAnswerStates') ?? row.state;
    // What is closed takes in nothing, but the office may still accept what it has.
    if (collection.state !== 'open' && !(action === 'accept' && collection.state === 'closed')) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.collectionStates.${collection.state}` } });
    if (action !== 'accept' && !(await this.collections.countWrite(collection.id, collection.fieldsVersion))) throw new Refusal('version.stale');
    if (!(await this.rows.update(row, version, { ...changes, state }))) throw new Refusal('version.stale');
    const count = changes.rowCount ?? row.rowCount;
    await this.audit.record({ actor: auditActor(actor), action: `collection_answer.${past}`, subjectKind: 'collection_answer', subjectId: row.id, before: { state: row.state, rows: row.rowCount }, after: { state, unit: row.unitName, rows: count, ...(reason === undefined ? {} : { reason }) } });
    if (tell) await this.jobs.enqueue('notice.collection_answer', { answerId: row.id, event: tell, version: version + 1, by: actor.accountId });
  }
}

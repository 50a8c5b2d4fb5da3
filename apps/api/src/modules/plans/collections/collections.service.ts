import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Collection, collectionChange, collectionClosing, collectionCopy, CollectionField, collectionFieldInput, collectionInput, collectionQuery, collectionReopening, CollectionRow, HistoryEntry, Page } from '@kepu/contracts';
import { collectionLifecycle, fieldFaults, isWorkday, structureFault, type CollectionAction } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { reachOf, type Actor, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AuditQueries } from '../../identity/index.js';
import { OpenWorkRegistry, UnitDirectory, UnitSuccession } from '../../units/index.js';
import { transition } from '../transition.js';
import type { Audience, CollectionAnswerEntity, CollectionEntity } from './collection.entity.js';
import { CollectionAnswersRepository, type StandingRow } from './collection-answers.repository.js';
import { carriedOver, collectionView, fieldsOf, isCounted } from './collection.mapper.js';
import { CollectionsRepository, type CollectionListRow } from './collections.repository.js';

type FieldInput = z.output<typeof collectionFieldInput>;
interface Step { readonly action: CollectionAction; readonly past: string; readonly version: number; readonly changes?: Partial<CollectionEntity>; readonly unwritten?: boolean; readonly tell?: 'opened' | 'reopened' | 'withdrawn'; readonly said?: Record<string, unknown> }
/** How many units a refusal names. */
const NAMED = 5;

/** Collections (摸底): designed, opened, closed and taken back by the office. */
@Injectable()
export class CollectionsService implements OnModuleInit {
  constructor(
    private readonly rows: CollectionsRepository, private readonly answers: CollectionAnswersRepository, private readonly units: UnitDirectory, private readonly succession: UnitSuccession, private readonly openWork: OpenWorkRegistry, private readonly history: AuditQueries, private readonly jobs: Jobs, private readonly audit: AuditTrail,
    private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.openWork.register('collections', { count: ({ unitId }) => this.answers.openOf(unitId) });
    this.succession.register('collections', async (fromId, toId, actor) => {
      for (const id of await this.rows.askInstead(fromId, toId)) await this.audit.record({ actor: auditActor(actor), action: 'collection.audience_moved', subjectKind: 'collection', subjectId: id, before: { unitId: fromId }, after: { unitId: toId } });
      for (const { id, into } of await this.answers.moveUnit(fromId, toId)) await this.audit.record({ actor: auditActor(actor), action: 'collection_answer.moved', subjectKind: 'collection_answer', subjectId: into, before: { unitId: fromId }, after: { unitId: toId, answerId: id } });
    });
  }

  async list(actor: PersonActor, query: z.output<typeof collectionQuery>): Promise<Page<Collection>> {
    const { rows, total } = await this.rows.listFor(actor, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: await this.views(actor, rows), total };
  }
  async get(actor: PersonActor, id: string): Promise<Collection> {
    const row = await this.find(actor, id);
    const { audience, state } = row;
    // Who a draft would ask is counted for the one that is looked at: a list has no use for it.
    const asked = state === 'draft' ? (await this.rows.audienceOf(actor, JSON.parse(audience) as Audience, this.clock.today())).length : null;
    const [view] = await this.views(actor, [row], asked);
    if (!view) throw notFound();
    return view;
  }
  /** Errors: `resource.not_found`. */
  async find(actor: Actor, id: string): Promise<CollectionListRow> {
    const row = await this.rows.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }
  async historyOf(actor: PersonActor, id: string): Promise<Page<HistoryEntry>> {
    await this.find(actor, id);
    return this.history.historyOf('collection', id);
  }

  /** Errors: `input.invalid`, `reference.not_found`. */
  async create(actor: PersonActor, { fields, dueOn, ...given }: z.output<typeof collectionInput>): Promise<Collection> {
    const id = newId();
    await this.demandCity(actor);
    await this.demandAudience(actor, given.audience);
    const row: CollectionEntity = { ...blank, id, ...given, ...(await this.dayOf(dueOn)), fields: this.checked(fields, []), prefill: false, copiedFromId: null, createdAt: this.clock.now(), createdBy: actor.accountId };
    await this.work.run(async () => {
      await this.rows.insert(row);
      await this.audit.record({ actor: auditActor(actor), action: 'collection.created', subjectKind: 'collection', subjectId: id, before: null, after: { title: row.title, dueOn } });
    });
    return this.get(actor, id);
  }
  /** Columns keep their keys, so that what was said can be carried over and compared. */
  async copy(actor: PersonActor, fromId: string, { title, dueOn, prefill }: z.output<typeof collectionCopy>): Promise<Collection> {
    const id = newId();
    await this.demandCity(actor);
    const due = await this.dayOf(dueOn);
    await this.work.run(async () => {
      const source = await this.find(actor, fromId);
      const audience = JSON.parse(source.audience) as Audience;
      const standing = await this.units.standingFor(audience.unitIds);
      await this.rows.insert({
        ...blank, id, title, note: source.note, ...due, mostRows: source.mostRows, fields: fieldsOf(source), audience: { ...audience, unitIds: [...new Set(audience.unitIds.map((unitId) => standing.get(unitId)?.id ?? unitId))] }, prefill, copiedFromId: fromId, createdAt: this.clock.now(), createdBy: actor.accountId,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'collection.copied', subjectKind: 'collection', subjectId: id, before: null, after: { title, dueOn, from: source.title } });
    });
    return this.get(actor, id);
  }

  /** Of a draft all changes; of one that is open words, day and columns. Errors: `input.invalid`, `collection.*`, `reference.not_found`, `lifecycle.not_allowed`, `version.stale`. */
  async change(actor: PersonActor, id: string, { version, fields, dueOn, ...changes }: z.output<typeof collectionChange>): Promise<Collection> {
    if (changes.audience) await this.demandAudience(actor, changes.audience);
    const due = dueOn === undefined ? {} : await this.dayOf(dueOn);
    await this.step(actor, id, (row) => {
      const draft = row.state === 'draft';
      if (!draft && row.state === 'open' && (changes.audience ?? changes.mostRows ?? changes.prefill) !== undefined) throw new Refusal('collection.fixed');
      if (!draft && dueOn !== undefined && dueOn !== row.dueOn && dueOn < this.clock.today()) throw new Refusal('collection.day_over', { params: { day: dueOn } });
      const before = fieldsOf(row);
      const next = fields && this.checked(fields, before);
      if (!draft && next?.length === 0) throw new Refusal('collection.no_fields');
      const broken = next ? structureFault(before, next) : null;
      if (broken !== null && row.writes > 0) throw new Refusal(`collection.${broken.code}`, { params: { label: broken.label } });
      return {
        action: draft ? 'save' : 'amend', past: 'changed', version, unwritten: broken !== null, changes: { ...changes, ...due, ...(next ? { fields: next, fieldsVersion: row.fieldsVersion + 1 } : {}) },
        said: { ...(changes.title === undefined ? {} : { title: changes.title }), ...(dueOn === undefined ? {} : { dueOn }), ...(next ? { fields: next.map(({ label }) => label) } : {}) },
      };
    });
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.find(actor, id);
      transition(collectionLifecycle, row.state, 'delete', 'collectionStates');
      if (!(await this.rows.remove(id))) throw new Refusal('version.stale');
      await this.audit.record({ actor: auditActor(actor), action: 'collection.deleted', subjectKind: 'collection', subjectId: id, before: { title: row.title }, after: null });
    });
    return { done: true };
  }

  /** Asks the units of the audience as they are today, each once. Errors: `collection.no_fields`, `collection.no_units`, `collection.day_over`, `lifecycle.not_allowed`, `version.stale`. */
  async open(actor: PersonActor, id: string, version: number): Promise<Collection> {
    const today = this.clock.today();
    await this.step(actor, id, (row) => {
      if (row.state === 'draft' && fieldsOf(row).length === 0) throw new Refusal('collection.no_fields');
      if (row.state === 'draft' && row.dueOn < today) throw new Refusal('collection.day_over', { params: { day: row.dueOn } });
      return { action: 'open', past: 'opened', version, tell: 'opened', changes: { openedAt: this.clock.now() } };
    }, async (row) => {
      const asked = await this.rows.audienceOf(actor, JSON.parse(row.audience) as Audience, today);
      if (asked.length === 0) throw new Refusal('collection.no_units');
      const begun = Number(row.prefill) === 1 && row.copiedFromId !== null ? await this.beginnings(actor, row, row.copiedFromId) : new Map<string, CollectionRow[]>();
      await this.rows.insertAnswers(asked.map((unitId): CollectionAnswerEntity => {
        const content = begun.get(unitId) ?? [];
        return { ...unanswered, id: newId(), collectionId: id, unitId, content, rowCount: content.length, prefilled: content.length > 0 };
      }));
    });
    return this.get(actor, id);
  }
  /** Errors: `collection.gaps`, `lifecycle.not_allowed`, `version.stale`. */
  async close(actor: PersonActor, id: string, { version, withGaps }: z.output<typeof collectionClosing>): Promise<Collection> {
    const gaps: { missing?: number } = {};
    await this.step(actor, id, () => ({ action: 'close', past: 'closed', version, changes: { closedAt: this.clock.now() }, said: gaps }), async () => {
      // Counted once it is closed: nobody takes an answer back any more.
      const missing = (await this.answers.standings(actor, [id])).filter(({ state }) => !isCounted(state));
      if (missing.length > 0 && !withGaps) throw new Refusal('collection.gaps', { params: { count: missing.length, names: `${missing.slice(0, NAMED).map(({ unitName }) => unitName).join('、')}${missing.length > NAMED ? '…' : ''}` } });
      gaps.missing = missing.length;
    });
    return this.get(actor, id);
  }
  /** Errors: `collection.day_over`, `lifecycle.not_allowed`, `version.stale`. */
  async reopen(actor: PersonActor, id: string, { version, dueOn }: z.output<typeof collectionReopening>): Promise<Collection> {
    if (dueOn < this.clock.today()) throw new Refusal('collection.day_over', { params: { day: dueOn } });
    const due = await this.dayOf(dueOn);
    await this.step(actor, id, () => ({ action: 'reopen', past: 'reopened', version, tell: 'reopened', changes: { ...due, closedAt: null }, said: { dueOn } }));
    return this.get(actor, id);
  }
  /** Errors: `lifecycle.not_allowed`, `version.stale`. */
  async withdraw(actor: PersonActor, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<Collection> {
    await this.step(actor, id, () => ({ action: 'withdraw', past: 'withdrawn', version, tell: 'withdrawn', changes: { endedReason: reason }, said: { reason } }));
    return this.get(actor, id);
  }

  /** What each unit said in the one before, by the columns that both have. */
  private async beginnings(actor: PersonActor, row: CollectionListRow, beforeId: string): Promise<Map<string, CollectionRow[]>> {
    const source = await this.rows.findFor(actor, beforeId);
    if (!source) return new Map();
    const [fields, before] = [fieldsOf(row), fieldsOf(source)];
    return new Map((await this.answers.counted(actor, beforeId)).map(({ unitId, content }) => [unitId, carriedOver(fields, before, JSON.parse(content) as CollectionRow[], row.mostRows)]));
  }
  /** Columns with their keys; those that are known keep theirs. Errors: `input.invalid`, with each part that is wrong. */
  private checked(fields: readonly FieldInput[], known: readonly CollectionField[]): CollectionField[] {
    const faults = fieldFaults(fields);
    if (faults.length > 0) throw new Refusal('input.invalid', { params: { count: faults.length }, fields: faults.map(({ index, part, code, params }) => ({ path: `body.fields.${index}.${part}`, code, ...(params ? { params } : {}) })) });
    const keys = new Set(known.map(({ key }) => key));
    const used = new Set<string>();
    return fields.map(({ key, ...field }) => {
      const own = key !== null && keys.has(key) && !used.has(key) ? key : newId();
      used.add(own);
      return { key: own, ...field };
    });
  }
  private async demandCity(actor: PersonActor): Promise<void> { if (reachOf(actor, 'collection:write') !== 'all') throw notFound(); }
  /** Errors: `reference.not_found`. */
  private async demandAudience(actor: PersonActor, { divisions, unitIds }: Audience): Promise<void> {
    if (unitIds.length > 0 && (await this.units.openUnitIds(actor, 'collection:write', unitIds)).size !== new Set(unitIds).size) throw badReference('body.audience.unitIds');
    if (divisions.length > 0 && (await this.rows.divisionNames(divisions)).size !== new Set(divisions).size) throw badReference('body.audience.divisions');
  }
  private async dayOf(dueOn: string): Promise<{ dueOn: string; dueUncertain: boolean }> { return { dueOn, dueUncertain: isWorkday(dueOn, await this.units.calendar()).uncertain }; }

  /** One step: allowed by the table, taken by one of many who try, written down and told. `then` runs in the same unit. */
  private async step(actor: PersonActor, id: string, of: (row: CollectionListRow) => Step, then?: (row: CollectionListRow) => Promise<void>): Promise<void> {
    await this.work.run(async () => {
      const row = await this.find(actor, id);
      const { action, past, version, changes = {}, unwritten = false, tell, said = {} } = of(row);
      const state = transition(collectionLifecycle, row.state, action, 'collectionStates') ?? row.state;
      if (!(await this.rows.update(row, version, { ...changes, state }, unwritten))) throw new Refusal('version.stale');
      await then?.(row);
      await this.audit.record({ actor: auditActor(actor), action: `collection.${past}`, subjectKind: 'collection', subjectId: id, before: { state: row.state, title: row.title, dueOn: row.dueOn }, after: { state, ...said } });
      if (tell) await this.jobs.enqueue('notice.collection', { collectionId: id, event: tell, version: version + 1, by: actor.accountId });
    });
  }
  /** As many statements for many collections as for one. */
  private async views(actor: PersonActor, rows: readonly CollectionListRow[], asked: number | null = null): Promise<Collection[]> {
    const audiences = rows.map(({ audience }) => JSON.parse(audience) as Audience);
    const [standings, divisions, units]: [StandingRow[], ReadonlyMap<string, string>, ReadonlyMap<string, { id: string; name: string }>] = await Promise.all([
      this.answers.standings(actor, rows.map(({ id }) => id)), this.rows.divisionNames(audiences.flatMap((audience) => audience.divisions)), this.units.unitsByIds(audiences.flatMap(({ unitIds }) => unitIds)),
    ]);
    return rows.map((row) => collectionView(actor, row, standings, asked, { divisions, units }, this.clock.today()));
  }
}

const blank = { state: 'draft', fieldsVersion: 1, writes: 0, openedAt: null, closedAt: null, endedReason: null, version: 1 } as const;
const unanswered = {
  state: 'draft', none: false, firstSubmittedAt: null, late: false, submittedAt: null, submittedBy: null, checkedAt: null, checkedBy: null, returnedReason: null, returnedAt: null, returnedBy: null, returnedInside: false, version: 1,
} as const;

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Pack, packInput, packQuery, Page } from '@kepu/contracts';
import { PACK_MAX_FILES, PACK_MAX_OPEN, packLifecycle } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can, type Actor, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Files, type OpenFile } from '../../../platform/files/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Retention } from '../../../platform/retention/index.js';
import { FileMarks } from '../../files/index.js';
import { UnitSuccession } from '../../units/index.js';
import { ItemsRepository } from '../items.repository.js';
import { PlansService } from '../plans.service.js';
import { transition } from '../transition.js';
import { packName, packView } from './pack.mapper.js';
import { PackScopes } from './pack-scopes.js';
import { PackSources } from './pack-sources.repository.js';
import { PacksRepository, type PackRow } from './packs.repository.js';

const system = { kind: 'system', task: 'packs' } as const;
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** Inspection packs (迎检包): ordered, followed, fetched, and gone after their time. */
@Injectable()
export class PacksService implements OnModuleInit {
  constructor(
    private readonly rows: PacksRepository, private readonly scopes: PackScopes, private readonly sources: PackSources, private readonly plans: PlansService, private readonly items: ItemsRepository, private readonly files: Files, private readonly succession: UnitSuccession, private readonly marks: FileMarks, private readonly retention: Retention, private readonly jobs: Jobs,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.succession.register('packs', async (fromId, toId, actor) => {
      for (const id of await this.rows.moveUnit(fromId, toId)) await this.audit.record({ actor: auditActor(actor), action: 'pack.moved', subjectKind: 'pack', subjectId: id, before: { unitId: fromId }, after: { unitId: toId } });
    });
    this.marks.register('packs', (hashes, actor) => this.withdraw(hashes, actor));
    this.retention.register('packs', (before) => this.retention.inPortions((limit) => this.expire(before, limit)));
  }

  async list(actor: PersonActor, query: z.output<typeof packQuery>): Promise<Page<Pack>> {
    const { rows, total } = await this.rows.listFor(actor, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: rows.map((row) => packView(row, actor.accountId)), total };
  }
  async get(actor: PersonActor, id: string): Promise<Pack> { return packView(await this.find(actor, id), actor.accountId); }

  /** Of two who order the same at once, both get the same. Errors: `lifecycle.not_allowed` for a draft, `reference.not_found`, `pack.too_large`, `pack.choose_unit`, `pack.too_many`. */
  async order(person: PersonActor, planId: string, given: z.output<typeof packInput>): Promise<Pack> {
    const plan = await this.plans.findFor(person, planId);
    // What is not issued is nobody's work yet.
    if (plan.state === 'draft') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
    const scope = await this.scopes.of(person, given.unitId);
    const actor = await this.scopes.within(person, scope);
    const [programmeId, fromDay, toDay] = [given.programmeId ?? null, given.from ?? null, given.to ?? null];
    const { total } = await this.items.listFor(actor, planId, { ...(scope.unitId === null ? {} : { unitId: scope.unitId }), ...(programmeId === null ? {} : { programmeId }) }, { offset: 0, limit: 1 });
    if (total === 0) throw badReference(programmeId === null ? 'body.unitId' : 'body.programmeId');
    // Who reads letters and who does not share no order.
    const letters = can(actor, 'prompt:read');
    const orderKey = [planId, scope.kind, scope.id ?? '', scope.unitId ?? '', programmeId ?? '', fromDay ?? '', toDay ?? '', letters ? 'letters' : ''].join(':');
    const known = await this.rows.ofOrder(orderKey);
    if (known !== null) return this.get(person, known);
    const { files, bytes } = await this.sources.weigh(actor, { planId, unitPath: scope.unitPath, from: fromDay, to: toDay }, programmeId);
    if (files > PACK_MAX_FILES || bytes > this.config.packMaxBytes) throw new Refusal('pack.too_large', { params: { files, size: megabytes(bytes), maxFiles: PACK_MAX_FILES, max: megabytes(this.config.packMaxBytes) } });
    const id = newId();
    const now = this.clock.now();
    const number = `${shanghaiDay(now).replaceAll('-', '')}-${newId().slice(-8).toUpperCase()}`;
    // Of two who order the same at once, the second one finds what the first has ordered.
    const made = await this.work.run(async () => {
      await this.rows.turn();
      const meanwhile = await this.rows.ofOrder(orderKey);
      if (meanwhile !== null) return meanwhile;
      if ((await this.rows.openOf(person.accountId)) >= PACK_MAX_OPEN) throw new Refusal('pack.too_many', { params: { max: PACK_MAX_OPEN } });
      const jobId = await this.jobs.enqueue('pack.make', { packId: id }, { key: `pack.make:${id}` });
      await this.rows.insert({
        id, number, planId, unitId: scope.unitId, programmeId, fromDay, toDay, scopeKind: scope.kind, scopeId: scope.id, letters, orderKey, state: 'waiting', done: 0, total: 0, step: null, fileId: null, size: null, files: null, leftPersonal: null, leftPhotos: null, hashes: null, failure: null, jobId,
        createdAt: now, createdBy: actor.accountId, finishedAt: null, version: 1,
      });
      await this.audit.record({ actor: auditActor(actor), action: 'pack.ordered', subjectKind: 'pack', subjectId: id, before: null, after: { number, planId, unitId: scope.unitId, programmeId, from: fromDay, to: toDay } });
      return id;
    });
    return this.get(person, made);
  }

  /** Each look is recorded. Errors: `lifecycle.not_allowed` for what is not ready or is gone. */
  async open(actor: PersonActor, id: string): Promise<{ file: OpenFile; name: string }> {
    const row = await this.find(actor, id);
    if (row.state !== 'ready' || row.fileId === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.packStates.${row.state}` } });
    const file = await this.files.open(row.fileId);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'pack.downloaded', subjectKind: 'pack', subjectId: id, before: null, after: { number: row.number } }));
    return { file, name: packName(row) };
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `auth.forbidden` for another one's. */
  async cancel(actor: PersonActor, id: string, version: number): Promise<Pack> {
    await this.work.run(async () => {
      const row = await this.findOwn(actor, id);
      transition(packLifecycle, row.state, 'cancel', 'packStates');
      if (!(await this.rows.step(id, ['waiting', 'making'], { state: 'cancelled', orderKey: null, step: null, finishedAt: this.clock.now(), version: version + 1 }, version))) throw new Refusal('version.stale');
      await this.jobs.cancel(row.jobId);
      await this.audit.record({ actor: auditActor(actor), action: 'pack.cancelled', subjectKind: 'pack', subjectId: id, before: { state: row.state }, after: { state: 'cancelled' } });
    });
    return this.get(actor, id);
  }

  /** The file is gone, and the order stays. Errors: `lifecycle.not_allowed`, `auth.forbidden` for another one's. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const row = await this.findOwn(actor, id);
      transition(packLifecycle, row.state, 'delete', 'packStates');
      if (!(await this.drop(row))) throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.packStates.expired' } });
      await this.audit.record({ actor: auditActor(actor), action: 'pack.deleted', subjectKind: 'pack', subjectId: id, before: { number: row.number, state: row.state }, after: { state: 'expired' } });
    });
    return { done: true };
  }

  /** Inside a unit. What somebody has said to stay inside is in no pack that can still be fetched. */
  private async withdraw(hashes: readonly string[], actor: Actor): Promise<void> {
    for (const hash of hashes) {
      for (const row of await this.rows.readyWith(hash)) {
        if (await this.drop(row)) await this.audit.record({ actor: auditActor(actor), action: 'pack.expired', subjectKind: 'pack', subjectId: row.id, before: { state: 'ready' }, after: { state: 'expired', hash } });
      }
    }
  }

  /** The file of a pack that can be fetched goes; false where it is gone already. */
  private async drop({ id, fileId, version }: Pick<PackRow, 'id' | 'fileId' | 'version'>): Promise<boolean> {
    if (!(await this.rows.step(id, ['ready'], { state: 'expired', fileId: null, version: version + 1 }))) return false;
    if (fileId !== null) await this.files.remove(fileId);
    return true;
  }

  /** Inside a unit. The order stays, so that one sees what was given to whom; its bytes go with the next sweep. */
  private async expire(before: Date, limit: number): Promise<number> {
    const over = await this.rows.readyBefore(before, limit);
    for (const row of over) {
      if (!(await this.drop(row))) continue;
      const { id } = row;
      await this.audit.record({ actor: auditActor(system), action: 'pack.expired', subjectKind: 'pack', subjectId: id, before: { state: 'ready' }, after: { state: 'expired' } });
    }
    return over.length;
  }

  private async find(actor: PersonActor, id: string): Promise<PackRow> {
    const row = await this.rows.findFor(actor, id, 'pack:read');
    if (!row) throw notFound();
    return row;
  }

  /** One that may be stopped and thrown away: by whoever ordered it, or by the office. */
  private async findOwn(actor: PersonActor, id: string): Promise<PackRow> {
    const row = await this.find(actor, id);
    if (row.createdBy !== actor.accountId && !(await this.rows.findFor(actor, id, 'plan:write'))) throw new Refusal('auth.forbidden');
    return row;
  }
}

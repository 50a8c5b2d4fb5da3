import { Inject, Injectable } from '@nestjs/common';
import type { PackFailure, PackStep } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { PACK_MAX_FILES } from '@kepu/domain';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock, shanghaiMinute } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { ProgrammeDirectory, UnitDirectory } from '../../units/index.js';
import { ItemsRepository } from '../items.repository.js';
import { PlanDocumentsService } from '../plan-documents.service.js';
import { PlansRepository } from '../plans.repository.js';
import type { PackEntity } from './pack.entity.js';
import { PackEvidence } from './pack-evidence.js';
import { PackFollowUps } from './pack-follow-ups.js';
import { packIndex } from './pack-index.js';
import { PackLedger } from './pack-ledger.js';
import { packRoot } from './pack.mapper.js';
import { PackNames } from './pack-names.js';
import type { PackOrder, PackPart, PackProofs } from './pack-order.js';
import { PackReports } from './pack-reports.js';
import { PackSources } from './pack-sources.repository.js';

/** Why nothing comes of an order, in a word that its orderer is told. */
export class PackFailed extends Error { constructor(readonly failure: PackFailure) { super(failure); } }
/** A pack before its files are made: each with the step that it belongs to. */
export interface PackContent { readonly parts: readonly { readonly step: PackStep; readonly part: PackPart }[]; readonly proofs: PackProofs }

const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);

/** What lies in a pack, in the order of its folders. Everything is read under the rights of whoever ordered it. */
@Injectable()
export class PackContents {
  constructor(
    private readonly plans: PlansRepository, private readonly items: ItemsRepository, private readonly sources: PackSources, private readonly documents: PlanDocumentsService, private readonly ledger: PackLedger, private readonly reports: PackReports, private readonly evidence: PackEvidence,
    private readonly followUps: PackFollowUps, private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Throws `PackFailed` for what the orderer may not read any more, and for what is too much. */
  async gather(actor: PersonActor, row: PackEntity): Promise<PackContent> {
    const order = await this.orderOf(actor, row);
    const { names, plan } = order;
    const lines = await this.sources.lines(actor, order.filter, order.items.map(({ id }) => id));
    const proofs = await this.evidence.proofs(order, lines);
    if (proofs.bytes > this.config.packMaxBytes || proofs.parts.length > PACK_MAX_FILES) throw new PackFailed('too_large');
    const of = (step: PackStep, parts: readonly PackPart[]) => parts.map((part) => ({ step, part }));
    const narrowed = { ...(row.unitId === null ? {} : { unitId: row.unitId }), ...(row.programmeId === null ? {} : { programmeId: row.programmeId }) };
    const [lists, reports, followUps] = await Promise.all([this.documents.listsOf(actor, plan.id, narrowed, order.facts, 'zh-CN'), this.reports.parts(order), this.followUps.parts(order)]);
    const parts = [
      ...of('paper', (['docx', 'xlsx'] as const).map((format): PackPart => ({ path: names.path([`01 ${t('packPaperFolder')}`], plan.title, format), what: plan.title, content: async () => (await this.documents.paper(actor, plan.id, format)).bytes }))),
      ...of('lists', lists.map(({ unit, make }, at): PackPart => ({ path: names.path([`02 ${t('packListsFolder')}`], `${String(at + 1).padStart(2, '0')} ${unit}`, 'docx'), what: t('taskListOf', { unit }), content: make }))),
      ...of('ledger', [{ path: names.path([], `03 ${t('packLedger')}`, 'xlsx'), what: t('packLedger'), content: () => this.ledger.sheet(order, lines, proofs) }]),
      ...of('reports', reports), ...of('evidence', proofs.parts), ...of('follow_ups', followUps),
    ];
    const index: PackPart = { path: names.path([], `00 ${t('packIndex')}`, 'docx'), what: t('packIndex'), content: () => packIndex(order, parts.map(({ part }) => part), proofs) };
    return { parts: [...parts, { step: 'index', part: index }], proofs };
  }

  /** Whether all files of a pack may still leave. Inside a unit that has the turn. */
  mayLeave({ hashes }: PackProofs): Promise<boolean> { return this.evidence.mayLeave(hashes); }
  turn(): Promise<void> { return this.evidence.turn(); }

  private async orderOf(actor: PersonActor, row: PackEntity): Promise<PackOrder> {
    const plan = await this.plans.findFor(actor, row.planId);
    if (!plan) throw new PackFailed('no_right');
    const [units, programmes] = await Promise.all([this.units.unitsByIds(row.unitId === null ? [] : [row.unitId]), this.programmes.programmesByIds(row.programmeId === null ? [] : [row.programmeId])]);
    const unit = row.unitId === null ? null : (units.get(row.unitId) ?? null);
    const programmeName = row.programmeId === null ? null : (programmes.get(row.programmeId)?.name ?? '');
    const { rows: items } = await this.items.listFor(actor, plan.id, { ...(row.unitId === null ? {} : { unitId: row.unitId }), ...(row.programmeId === null ? {} : { programmeId: row.programmeId }) });
    const narrowed = [
      ...(unit === null ? [] : [t('packUnit', { unit: unit.name })]), ...(programmeName === null ? [] : [t('packProgramme', { programme: programmeName })]),
      ...(row.fromDay === null && row.toDay === null ? [] : [t('packDays', { from: row.fromDay ?? t('packStart'), to: row.toDay ?? t('packNow') })]),
    ];
    return {
      actor, row, plan, items, unitName: unit?.name ?? null, programmeName, names: new PackNames(packRoot(row.number)), filter: { planId: plan.id, unitPath: unit?.path ?? null, from: row.fromDay, to: row.toDay },
      facts: t('packFacts', { at: shanghaiMinute(this.clock.now()), filter: narrowed.length === 0 ? t('packWhole') : narrowed.join('；'), name: actor.name }),
    };
  }
}

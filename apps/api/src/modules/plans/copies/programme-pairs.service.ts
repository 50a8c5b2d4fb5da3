import { Injectable } from '@nestjs/common';
import type { ProgrammePairs } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { programmePairs, type ProgrammeMove } from '@kepu/domain';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { ProgrammeDirectory } from '../../units/index.js';
import { numbered } from '../export-number.js';
import { ItemsRepository } from '../items.repository.js';
import { PlanImportsRepository } from '../plan-imports.repository.js';
import { PlansRepository } from '../plans.repository.js';
import { PlansService } from '../plans.service.js';
import { PlanCopies } from './plan-copies.service.js';

/** Old and new programmes side by side: before a plan is copied for a year, and of a plan that was copied. */
@Injectable()
export class ProgrammePairsService {
  constructor(
    private readonly copies: PlanCopies, private readonly plan: PlansService, private readonly plans: PlansRepository, private readonly items: ItemsRepository, private readonly imports: PlanImportsRepository, private readonly programmes: ProgrammeDirectory,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found`; with a year, those of a copy. */
  async of(actor: PersonActor, planId: string, year: number | undefined): Promise<ProgrammePairs> { return year === undefined ? this.behind(actor, planId) : this.ahead(actor, planId, year); }

  /** The same as a sheet. Errors: as above. */
  async sheet(actor: PersonActor, planId: string, year: number | undefined, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const { from, to, data } = await this.of(actor, planId, year);
    const t = (key: string, params: Record<string, string | number> = {}): string => label(locale, key, params);
    const name = t('documents.pairs');
    const { number, stamp } = numbered(actor, name, this.clock.now(), locale);
    const book = await workbook();
    const sheet = addSheet(book, name, [{ header: t('documents.pairFrom', { year: from?.year ?? '' }), width: 32 }, { header: t('documents.pairTo', { year: to }), width: 32 }, { header: t('documents.pairKind'), width: 14 }, { header: t('documents.total'), width: 10 }]);
    for (const pair of data) sheet.addRow([inert(pair.from?.name ?? ''), inert(pair.to?.name ?? ''), t(`terms.pairKinds.${pair.kind}`), pair.items]);
    sheet.addRow([]);
    sheet.addRow([inert(stamp)]);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'plan.pairs_exported', subjectKind: 'plan', subjectId: planId, before: null, after: { number, format: 'xlsx', rows: data.length } }));
    return { name: `${to} ${name}.xlsx`, bytes: await bytesOf(book) };
  }

  private async ahead(actor: PersonActor, planId: string, year: number): Promise<ProgrammePairs> {
    const [view, plan, others] = [await this.copies.view(actor, planId, year), await this.plan.findFor(actor, planId), await this.programmes.ofYear(year)];
    const data = programmePairs(view.items.map(({ programme: { id, name, to } }) => ({ from: { id, name }, to })), 'open', others);
    return { from: { id: plan.id, title: plan.title, year: plan.year }, to: year, data, total: data.length };
  }

  /** Of a plan that is no copy there are none. */
  private async behind(actor: PersonActor, planId: string): Promise<ProgrammePairs> {
    const plan = await this.plan.findKept(actor, planId, 'plan-import:write');
    const copy = plan.importId === null ? undefined : (await this.imports.findFor(actor, plan.importId))?.content?.copy;
    const old = copy ? await this.plans.findFor(actor, copy.planId) : null;
    if (!copy || !old) return { from: null, to: plan.year, data: [], total: 0 };
    const [{ rows: before }, { rows: now }] = await Promise.all([this.items.listFor(actor, old.id, { sort: 'seq' }), this.items.listFor(actor, planId, { sort: 'seq' })]);
    const known = new Map(before.map((item) => [item.id, item]));
    const gone = new Set(known.keys());
    const moves = now.map(({ seq, programme: { id, name } }): ProgrammeMove => {
      const from = known.get(copy.items[seq] ?? '');
      if (from) gone.delete(from.id);
      return { from: from ? { id: from.programme.id, name: from.programme.name } : null, to: { id, name } };
    });
    const left = before.filter(({ id }) => gone.has(id)).map(({ programme: { id, name } }): ProgrammeMove => ({ from: { id, name }, to: null }));
    const data = programmePairs([...moves, ...left], 'dropped');
    return { from: { id: old.id, title: old.title, year: old.year }, to: plan.year, data, total: data.length };
  }
}

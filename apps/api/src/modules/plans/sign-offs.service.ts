import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Matrix, SignOff, signOffRecord, signOffQuery } from '@kepu/contracts';
import { assignmentLifecycle, can } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { UnitSuccession } from '../units/index.js';
import { label, type Locale } from '@kepu/contracts/labels';
import { FollowUpChanges } from './close-outs/follow-up-changes.js';
import { MeasureProgress, noMeasures } from './measure-progress.js';
import { planView, tallyOf } from './plan.mapper.js';
import { signOffUnits } from './plan.policy.js';
import { PlansRepository } from './plans.repository.js';
import { PlansService } from './plans.service.js';
import { SignOffsRepository } from './sign-offs.repository.js';

/** A day as a message in a group says it. */
export const spokenDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** Who has signed for what: as a list, as a matrix, recorded for those who signed elsewhere. */
@Injectable()
export class SignOffsService implements OnModuleInit {
  constructor(
    private readonly rows: SignOffsRepository, private readonly plans: PlansService, private readonly planRows: PlansRepository, private readonly progress: MeasureProgress, private readonly succession: UnitSuccession, private readonly followUps: FollowUpChanges,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.succession.register('assignments', async (fromId, toId, actor) => {
      for (const moved of await this.rows.moveUnit(fromId, toId, (gone, kept) => this.followUps.merged(actor, gone, kept))) {
        await this.audit.record({ actor: auditActor(actor), action: 'assignment.moved', subjectKind: 'item', subjectId: moved.itemId, before: { unitId: fromId }, after: { unitId: toId, assignmentId: moved.id } });
      }
    });
  }

  async list(actor: PersonActor, planId: string, query: z.output<typeof signOffQuery>): Promise<{ data: SignOff[]; total: number; signBy: string | null; signByUncertain: boolean }> {
    const plan = await this.plans.findFor(actor, planId);
    const units = await this.rows.unitsFor(actor, planId, signOffUnits(actor));
    const liaisons = await this.rows.liaisonsOf(units.map((unit) => unit.unitId), this.clock.today());
    const late = this.plans.isOverdue(plan);
    const data = units.map((unit): SignOff => {
      const tally = tallyOf(unit);
      return {
        unit: { id: unit.unitId, name: unit.name }, tally, overdue: late && tally.pending > 0, lastSignedAt: unit.lastSignedAt && fromDbTime(unit.lastSignedAt),
        liaisons: liaisons.filter((liaison) => liaison.unitId === unit.unitId).map(({ name, lastSignInAt }) => ({ name, lastSignInAt })),
      };
    }).filter((entry) => query.unsigned === undefined || query.unsigned === entry.tally.signed < entry.tally.total);
    return { data, total: data.length, signBy: plan.signBy, signByUncertain: plan.signByUncertain };
  }

  /** Accounts of the liaisons of all units that have work in a plan, for what all of them are told. */
  async liaisonAccounts(planId: string): Promise<string[]> {
    const units = await this.planRows.units(planId);
    return [...new Set((await this.rows.liaisonsOf(units.map(({ unitId }) => unitId), this.clock.today())).map(({ accountId }) => accountId))];
  }

  async matrix(actor: PersonActor, planId: string): Promise<Matrix> {
    const plan = await this.plans.findFor(actor, planId);
    const [tallies, units, programmes, cells, measures] = await Promise.all([
      this.planRows.talliesFor(actor, [planId]), this.rows.unitsFor(actor, planId), this.planRows.programmes(planId), this.rows.cellsFor(actor, planId), this.progress.matrix(actor, planId),
    ]);
    return {
      plan: planView(actor, plan, tallies.get(planId) ?? tallyOf(undefined)), measures: measures.city,
      units: units.map((unit) => ({ id: unit.unitId, name: unit.name, printed: unit.printed, tally: tallyOf(unit), measures: measures.units.get(unit.unitId) ?? noMeasures })),
      programmes: programmes.map((programme) => ({
        id: programme.programmeId, name: programme.name, shortName: programme.shortName,
        items: cells.filter((cell) => cell.programmeId === programme.programmeId).reduce((sum, cell) => sum + Number(cell.items), 0),
        measures: measures.programmes.get(programme.programmeId) ?? noMeasures,
      })),
      cells: cells.map((cell) => ({ unitId: cell.unitId, programmeId: cell.programmeId, items: Number(cell.items), tally: tallyOf(cell), measures: measures.cell(cell.unitId, cell.programmeId) })),
    };
  }

  /** "Already signed for in OA", for whole units. What they asked and nobody has answered yet is settled by it. */
  async record(actor: PersonActor, planId: string, given: z.output<typeof signOffRecord>): Promise<{ changed: number }> {
    return this.work.run(async () => {
      const plan = await this.plans.findKept(actor, planId, 'sign-off:record');
      if (plan.state !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${plan.state}` } });
      const named = new Set((await this.planRows.units(planId)).map((unit) => unit.unitId));
      if (given.unitIds.some((id) => !named.has(id))) throw notFound();
      let changed = 0;
      for (const row of await this.rows.openOf(planId, given.unitIds)) {
        if (!can(assignmentLifecycle, row.state, 'record')) continue;
        if (!(await this.rows.update(row, { state: 'signed', signedAt: this.clock.now(), signedBy: actor.accountId, signedHow: 'recorded', signedNote: given.note }))) continue;
        await this.audit.record({
          actor: auditActor(actor), action: 'assignment.recorded', subjectKind: 'item', subjectId: row.itemId, before: { state: row.state }, after: { assignmentId: row.id, unit: row.unitPrinted, note: given.note },
        });
        changed += 1;
      }
      return { changed };
    });
  }

  /** A text for the units' group, with the link and its QR code: those who have not signed are named, so that the office need not. */
  async reminder(actor: PersonActor, planId: string, locale: Locale): Promise<{ text: string; url: string; qr: string }> {
    const plan = await this.plans.findFor(actor, planId);
    const all = (await this.list(actor, planId, {})).data;
    // Where the reader follows no unit of this plan, "all have signed" would be false.
    if (all.length === 0) throw notFound();
    const data = all.filter((entry) => entry.tally.signed < entry.tally.total);
    const url = `${this.config.publicUrl}/admin/my-items?plan=${planId}`;
    const text = label(locale, data.length === 0 ? 'documents.allSigned' : 'documents.reminder', {
      title: plan.title, count: data.length, units: data.map((entry) => entry.unit.name).join(locale === 'en' ? ', ' : '、'), signBy: plan.signBy ? spokenDay(plan.signBy, locale) : '', url,
    });
    // Loaded by the first reminder, not by every start.
    const { default: QRCode } = await import('qrcode');
    return { text, url, qr: await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) };
  }
}

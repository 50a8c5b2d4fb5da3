import { Injectable } from '@nestjs/common';
import type { DivisionPart, Level, Page } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { noCounts } from '../lights/light-reader.js';
import { MeasureProgress, noMeasures } from '../measure-progress.js';
import { byItem } from '../measure.mapper.js';
import { MeasuresRepository } from '../measures.repository.js';
import { PlansRepository } from '../plans.repository.js';
import { PlansService } from '../plans.service.js';
import { LevelsRepository } from './levels.repository.js';

/** What stands below a plan and below an item, by division: for the office that looks after those divisions, and each of them its own. */
@Injectable()
export class LevelsService {
  constructor(
    private readonly rows: LevelsRepository, private readonly plans: PlansService, private readonly planRows: PlansRepository, private readonly measures: MeasuresRepository, private readonly progress: MeasureProgress, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor, planId: string): Promise<Page<Level>> {
    const plan = await this.plans.findFor(actor, planId);
    const divisions = await this.rows.divisionsBelow(actor, plan.divisionId, this.clock.today());
    const divisionIds = divisions.map(({ id }) => id);
    const [below, handed] = await Promise.all([this.rows.plansBelow(actor, planId, plan.year, divisionIds), this.rows.handed(planId, divisionIds)]);
    // The newest edition of each comes first.
    const newest = new Map(below.toReversed().map((row) => [row.divisionId, row]));
    const planIds = [...newest.values()].map(({ id }) => id);
    const [tallies, lights, measures] = await Promise.all([this.planRows.talliesFor(actor, planIds), can(actor, 'light:read') ? this.rows.lights(planIds) : [], this.rows.measures(planIds)]);
    const progress = await this.progress.of(measures);
    const data = divisions.map((division): Level => {
      const [own, given] = [newest.get(division.id), handed.find(({ divisionId }) => divisionId === division.id)];
      const [tally, counted] = [own && tallies.get(own.id), measures.filter((row) => row.planId === own?.id)];
      return {
        division, plan: own ? { id: own.id, title: own.title, docNumber: own.docNumber, state: own.state, issuedAt: own.issuedAt && fromDbTime(own.issuedAt) } : null, items: Number(own?.items ?? 0), linked: Number(own?.linked ?? 0),
        handed: { total: Number(given?.total ?? 0), signed: Number(given?.signed ?? 0), open: Number(given?.open ?? 0) }, signOff: { total: tally?.total ?? 0, signed: tally?.signed ?? 0 },
        lights: { ...noCounts, ...Object.fromEntries(lights.filter((row) => row.planId === own?.id).map(({ light, count }) => [light, Number(count)])) },
        measures: counted.length === 0 ? noMeasures : { total: counted.length, done: counted.filter(({ id }) => progress.get(id)?.state === 'done').length }, reportedAt: own?.reportedAt ? fromDbTime(own.reportedAt) : null,
      };
    });
    return { data, total: data.length };
  }

  /** What serves an item in each division, with how far it is; divisions that it was handed to without an answer so far stand there too. */
  async below(actor: PersonActor, itemId: string): Promise<Page<DivisionPart>> {
    await this.plans.getItem(actor, itemId);
    const [items, handed] = await Promise.all([this.rows.itemsBelow(actor, itemId), this.rows.handedTo(actor, itemId)]);
    const named = await this.measures.namedOfItems(items.map(({ id }) => id));
    const [progress, measuresOf] = [await this.progress.of(named), byItem(named)];
    const names = new Map([...handed, ...items].map(({ divisionId, divisionName }) => [divisionId, divisionName]));
    const data = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, name]): DivisionPart => ({
      division: { id, name }, handed: handed.find(({ divisionId }) => divisionId === id)?.state ?? null,
      items: items.filter(({ divisionId }) => divisionId === id).map((row) => ({
        id: row.id, planId: row.planId, planState: row.planState, text: row.text, standing: row.standing, signed: Number(row.signed), assignments: Number(row.assignments), reportedAt: row.reportedAt && fromDbTime(row.reportedAt),
        measures: (measuresOf.get(row.id) ?? []).flatMap((measure) => { const stands = progress.get(measure.id); return stands ? [{ id: measure.id, name: measure.name, unitOfMeasure: measure.unitOfMeasure, progress: stands }] : []; }),
      })),
    }));
    return { data, total: data.length };
  }

  /** 县级汇总表. */
  async sheet(actor: PersonActor, planId: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const [plan, { data }] = [await this.plans.findFor(actor, planId), await this.list(actor, planId)];
    const t = (key: string) => label(locale, key);
    const book = await workbook();
    const lights = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
    const columns = ['Division', 'Plan', 'Items', 'Linked', 'Handed', 'HandedSigned', 'Open', 'Signed', 'Measures', 'Reported'].map((key) => ({ header: t(`documents.level${key}`), width: key === 'Plan' ? 40 : 14 }));
    const sheet = addSheet(book, t('documents.levels'), [...columns, ...lights.map((light) => ({ header: t(`terms.lights.${light}`), width: 8 }))]);
    for (const row of data) {
      sheet.addRow([
        inert(row.division.name), inert(row.plan?.title ?? t('documents.levelNone')), row.items, row.linked, row.handed.total, row.handed.signed, row.handed.open, `${row.signOff.signed}/${row.signOff.total}`, `${row.measures.done}/${row.measures.total}`, row.reportedAt?.slice(0, 10) ?? '', ...lights.map((light) => row.lights[light]),
      ]);
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'levels.exported', subjectKind: 'plan', subjectId: planId, before: null, after: { divisions: data.length } }));
    return { name: `${plan.title} ${t('documents.levels')}.xlsx`, bytes: await bytesOf(book) };
  }
}

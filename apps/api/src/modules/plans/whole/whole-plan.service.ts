import { Injectable } from '@nestjs/common';
import type { Item, Measure, Permission } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type ExcelJS from 'exceljs';
import { AuditTrail } from '../../../platform/audit/index.js';
import { can, type PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock, shanghaiDay, shanghaiMinute } from '../../../platform/clock/index.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { addSheet, bytesOf, inert, workbook, type SheetColumn } from '../../../platform/sheets/sheet.js';
import { AdjustmentsRepository } from '../deadlines/adjustments.repository.js';
import { numbered } from '../export-number.js';
import { JointGroupsService } from '../joint-groups.service.js';
import { LightsService } from '../lights/lights.service.js';
import { MeasuresService } from '../measures.service.js';
import { dueTextOf } from '../plan-export.js';
import { seesEveryItem } from '../plan.policy.js';
import { PlansService } from '../plans.service.js';
import { ReportPeriodsService } from '../report-periods.service.js';
import { SignOffsService } from '../sign-offs.service.js';

type Cell = string | number;
type Words = (key: string, params?: Record<string, string | number>) => string;
/** A sheet: its columns, and its rows as the reader's own list has them. `right`: without it there is none. */
interface Part { readonly name: string; readonly right: Permission; readonly columns: readonly SheetColumn[]; readonly rows: () => Promise<readonly (readonly Cell[])[]> }

/** More rows than any paper has. */
const ALL = { page: 1, perPage: 100_000 } as const;
/** Rows after which others have their turn. */
const ROWS_AT_ONCE = 500;
const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
const minuteOf = (at: string | null): string => (at === null ? '' : shanghaiMinute(new Date(at)));

/** All that is kept of a plan as one workbook, sheet by sheet as the lists of the reader have it: what somebody may not see in a list does not stand here either. */
@Injectable()
export class WholePlan {
  constructor(
    private readonly plans: PlansService, private readonly signOffs: SignOffsService, private readonly measures: MeasuresService, private readonly lights: LightsService, private readonly periods: ReportPeriodsService, private readonly adjustments: AdjustmentsRepository, private readonly joint: JointGroupsService,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found`. */
  async of(actor: PersonActor, planId: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const plan = await this.plans.findFor(actor, planId);
    const t: Words = (key, params = {}) => label(locale, key, params);
    const { number, stamp } = numbered(actor, t(seesEveryItem(actor) ? 'documents.wholePaper' : 'documents.ownWork'), this.clock.now(), locale);
    const { data: items } = await this.plans.listItems(actor, planId, { ...ALL, sort: 'seq' });
    const book = await workbook();
    const cover = addSheet(book, t('documents.wholeCover'), [{ header: t('documents.wholeSheet'), width: 24 }, { header: t('documents.wholeRows'), width: 60 }]);
    for (const part of [this.itemsPart(items, t, locale), this.assignmentsPart(items, t), this.signOffsPart(actor, planId, t), this.measuresPart(actor, planId, t), this.lightsPart(actor, planId, t), this.reportsPart(actor, planId, t), this.adjustmentsPart(actor, planId, t), this.jointPart(actor, planId, t)]) {
      if (!can(actor, part.right)) {
        cover.addRow([part.name, t('documents.wholeNotYours')]);
        continue;
      }
      const rows = await part.rows();
      await fill(addSheet(book, part.name, part.columns), rows);
      cover.addRow([part.name, rows.length]);
    }
    cover.addRow([]);
    cover.addRow([inert(t('documents.wholeOf', { title: plan.title })), inert(`${plan.docNumber ?? ''} ${t('documents.edition', { edition: plan.edition })} ${t(`terms.planStates.${plan.state}`)}`)]);
    cover.addRow([inert(stamp)]);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'plan.whole_exported', subjectKind: 'plan', subjectId: planId, before: null, after: { number, format: 'xlsx', items: items.length } }));
    return { name: `${plan.title} ${t('documents.wholePlan')}.xlsx`, bytes: await bytesOf(book) };
  }

  private itemsPart(items: readonly Item[], t: Words, locale: Locale): Part {
    return {
      name: t('documents.items'), right: 'plan:read', columns: columnsOf(t, ['seq', 6], ['number', 6], ['programme', 24], ['unit', 24], ['text', 80], ['targets', 24], ['due', 20]),
      rows: () => Promise.resolve(items.map((item) => [item.seq, item.number ?? '', item.programme.printed, item.units.map(({ printed }) => printed).join('、'), item.text, item.targets.map(({ raw }) => raw).join('；'), dueTextOf(item, locale)])),
    };
  }

  private assignmentsPart(items: readonly Item[], t: Words): Part {
    return {
      name: t('documents.wholeAssignments'), right: 'assignment:read', columns: columnsOf(t, ['seq', 6], ['text', 60], ['unit', 20], ['wholeRole', 10], ['state', 10], ['wholeSignedAt', 18], ['wholeSignedBy', 12], ['wholeExtendedTo', 12], ['wholeDoneOn', 12]),
      rows: () => Promise.resolve(items.flatMap((item) => item.assignments.map((one) => [
        item.seq, item.text, one.unit.name, t(`terms.assignmentRoles.${one.role}`), t(`terms.assignmentStates.${one.state}`), minuteOf(one.signedAt), one.signedBy ?? '', one.extendedTo ?? '', one.doneAt === null ? '' : shanghaiDay(new Date(one.doneAt)),
      ]))),
    };
  }

  private signOffsPart(actor: PersonActor, planId: string, t: Words): Part {
    return {
      name: t('documents.signOffs'), right: 'sign-off:read', columns: columnsOf(t, ['unit', 24], ['total', 10], ['wholeSignedCount', 10], ['overdue', 8], ['wholeLastSigned', 18]),
      rows: async () => (await this.signOffs.list(actor, planId, {})).data.map(({ unit, tally, overdue, lastSignedAt }) => [unit.name, tally.total, tally.signed, overdue ? t('documents.yes') : '', minuteOf(lastSignedAt)]),
    };
  }

  private measuresPart(actor: PersonActor, planId: string, t: Words): Part {
    const told = (measure: Measure, value: number | null): Cell => (value === null ? '' : measure.sources.includes('volunteer_minutes') ? Math.round(value / 6) / 10 : value);
    return {
      name: t('documents.wholeMeasures'), right: 'plan:read',
      columns: columnsOf(t, ['seq', 6], ['unit', 24], ['wholeMeasure', 36], ['wholeKind', 10], ['wholeMin', 10], ['wholeMax', 10], ['wholeUnitOfMeasure', 12], ['wholeValue', 10], ['wholePercent', 12], ['wholeMeasureState', 12], ['wholeMeasureDue', 12], ['wholeDemands', 36], ['wholeJudged', 30]),
      rows: async () => (await this.measures.list(actor, { ...ALL, planId, sort: 'seq' })).data.map((measure) => [
        measure.item.seq, measure.item.units.map(({ name }) => name).join('、'), measure.name, t(`terms.measureKinds.${measure.kind}`), told(measure, measure.min), told(measure, measure.max), measure.unitOfMeasure, told(measure, measure.progress.value),
        measure.progress.permille === null ? '' : measure.progress.permille / 10, t(`terms.measureStates.${measure.progress.state}`), measure.dueOn ?? '', measure.demands ?? '', measure.judged?.note ?? '',
      ]),
    };
  }

  private lightsPart(actor: PersonActor, planId: string, t: Words): Part {
    return {
      name: t('documents.lights'), right: 'light:read', columns: columnsOf(t, ['seq', 6], ['unit', 20], ['light', 8], ['lightReasons', 60], ['lightByHand', 40], ['chasedTimes', 10]),
      rows: async () => (await this.lights.whole(actor, planId, {})).lights.map(({ item, unit, light, reasons, override, chased }) => [
        item.seq, unit.name, t(`terms.lights.${light}`), reasons.map(({ code, params }) => t(`terms.lightReasons.${code}`, params)).join('\n'), override === null ? '' : t('documents.lightByHandOf', { light: t(`terms.lights.${override.light}`), reason: override.reason, day: override.expiresOn, by: override.by }), chased?.times ?? 0,
      ]),
    };
  }

  private reportsPart(actor: PersonActor, planId: string, t: Words): Part {
    return {
      name: t('documents.wholeReports'), right: 'report:read', columns: columnsOf(t, ['wholePeriod', 16], ['due', 12], ['unit', 24], ['wholeReportState', 12], ['wholeSubmittedAt', 18], ['wholeLate', 8]),
      rows: async () => {
        // A handful of periods in a year.
        const rows: Cell[][] = [];
        for (const { id } of (await this.periods.list(actor, { ...ALL, planId, sort: 'dueOn' })).data) {
          const period = await this.periods.findFor(actor, id);
          for (const one of await this.periods.standings(actor, period)) rows.push([period.name, period.dueOn, one.unit.name, t(`terms.unitReportStatuses.${one.status}`), minuteOf(one.submittedAt), one.late || one.overdue ? t('documents.yes') : '']);
        }
        return rows;
      },
    };
  }

  private adjustmentsPart(actor: PersonActor, planId: string, t: Words): Part {
    return {
      name: t('documents.adjustments'), right: 'adjustment:read', columns: columnsOf(t, ['seq', 6], ['unit', 20], ['kind', 10], ['originallyDue', 14], ['askedFor', 30], ['reason', 36], ['decision', 12], ['grantedDay', 12], ['decisionNote', 30], ['decidedOn', 12]),
      rows: async () => (await this.adjustments.listFor(actor, { page: 1, perPage: 1, sort: 'seq', planId }, true)).rows.map((row) => [
        row.seq, row.unitName, t(`terms.adjustmentKinds.${row.kind}`), row.dueText ?? t('documents.yearEnd'), [row.askedDay === null ? '' : t('documents.extendedToDay', { day: row.askedDay }), row.content ?? ''].filter(Boolean).join('；'), row.reason, t(`terms.adjustmentStates.${row.state}`), row.grantedDay ?? '', row.decisionNote ?? '',
        row.decidedAt === null ? '' : shanghaiDay(new Date(fromDbTime(row.decidedAt))),
      ]),
    };
  }

  private jointPart(actor: PersonActor, planId: string, t: Words): Part {
    return {
      name: t('documents.wholeJoint'), right: 'plan:read', columns: columnsOf(t, ['wholeJoint', 30], ['wholeLead', 20], ['unit', 40], ['seq', 6], ['wholeClause', 60]),
      rows: async () => (await this.joint.list(actor, planId, {})).data.flatMap(({ name, lead, units, parts }) => parts.map(({ seq, clause }) => [name, lead?.name ?? '', units.map((unit) => unit.name).join('、'), seq, clause])),
    };
  }
}

const columnsOf = (t: Words, ...columns: readonly (readonly [key: string, width: number])[]): SheetColumn[] => columns.map(([key, width]) => ({ header: t(`documents.${key}`), width }));

async function fill(sheet: ExcelJS.Worksheet, rows: readonly (readonly Cell[])[]): Promise<void> {
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await turn();
    sheet.addRow(row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell)));
  }
}

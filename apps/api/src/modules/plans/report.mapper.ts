import type { ReportCorrection, ReportPeriod, ReportPeriodKind, UnitReportRow } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { DEFAULT_REMIND_WORKDAYS, DEFAULT_RETURN_WORKDAYS, isPastDeadline, proposedPeriods, shanghaiTime, type ProposedPeriod, type WorkdayCalendar } from '@kepu/domain';
import { fromDbTime, newId } from '../../platform/database/index.js';
import type { PlanEntity } from './plan.entity.js';
import type { ReportCorrectionEntity, ReportPeriodEntity, UnitReportEntity } from './report.entity.js';
import type { ReportingUnitRow, ReportStandingRow } from './report-periods.repository.js';

/** The name of a period by its days, in the words of the office: it is kept with the period, and the office may change it. */
export const periodName = (kind: ReportPeriodKind, from: string): string => {
  const month = Number(from.slice(5, 7));
  return label('zh-CN', `terms.reportPeriodNames.${kind === 'quarter' ? `quarter_${Math.ceil(month / 3)}` : kind}`, { number: month });
};

/** What the office is spared: half a year and the year's end, as far as they are not over. */
export const defaultPeriods = (plan: Pick<PlanEntity, 'id' | 'year'>, calendar: WorkdayCalendar, today: string, createdAt: Date): ReportPeriodEntity[] =>
  proposedPeriods(plan.year, calendar).filter((period) => (period.kind === 'half_year' || period.kind === 'year') && !isPastDeadline(today, period.to)).map((period) => ({
    ...newPeriod(plan.id, period), createdAt, createdBy: null,
  }));

const newPeriod = (planId: string, { kind, from, to, opensOn, dueOn, dueUncertain }: ProposedPeriod): Omit<ReportPeriodEntity, 'createdAt' | 'createdBy'> => ({
  id: newId(), planId, kind, name: periodName(kind, from), fromDay: from, toDay: to, opensOn, dueOn, dueUncertain, returnWorkdays: DEFAULT_RETURN_WORKDAYS, remindWorkdays: DEFAULT_REMIND_WORKDAYS, unitIds: null, begun: 0, handedIn: 0, state: 'open',
  lockedAt: null, lockedBy: null, lockedReason: null, version: 1,
});

/** When a report was handed in late: for the first time after the last day as it stood then, or again after the day that was set. */
export const isLate = (report: { readonly firstSubmittedAt: Date | string | null; readonly firstDueOn: string | null; readonly resubmitLate: boolean | number }): boolean =>
  report.firstSubmittedAt !== null && report.firstDueOn !== null && (isPastDeadline(shanghaiTime(fromDbTime(report.firstSubmittedAt)).day, report.firstDueOn) || Boolean(report.resubmitLate));
/** When it should be there and is not: what came back is overdue until it is handed in again, whoever in the unit has it. */
export const isOverdue = (state: UnitReportRow['status'], report: { readonly firstSubmittedAt: Date | string | null; readonly resubmitBy: string | null } | null, dueOn: string, today: string): boolean => {
  if (report?.firstSubmittedAt == null) return isPastDeadline(today, dueOn);
  return state !== 'not_begun' && isWithUnit(state) && report.resubmitBy !== null && isPastDeadline(today, report.resubmitBy);
};

/** A unit in a period, with where it is found and where it stands in the tree. */
export type Standing = Omit<UnitReportRow, 'writes'> & { readonly searchKey: string; readonly path: string; readonly divisionId: string };

/** Where every unit of a period stands, in the order of the paper: those that have work, and those that have reported. */
export const standingsOf = (period: ReportPeriodEntity, units: readonly ReportingUnitRow[], reports: readonly ReportStandingRow[], today: string): Standing[] => {
  const own = new Map(reports.filter((report) => report.periodId === period.id).map((report) => [report.unitId, report]));
  const asked = units.filter((unit) => unit.planId === period.planId && (period.unitIds === null || period.unitIds.includes(unit.unitId)));
  const known = new Set(asked.map((unit) => unit.unitId));
  const rest = [...own.values()].filter((report) => !known.has(report.unitId)).map((report) => ({ unitId: report.unitId, name: report.name, searchKey: report.searchKey, sortNo: report.sortNo, path: report.path, divisionId: report.divisionId, items: report.written }));
  const last = Number.MAX_SAFE_INTEGER;
  return [...asked, ...rest].sort((a, b) => (a.sortNo ?? last) - (b.sortNo ?? last) || (a.unitId < b.unitId ? -1 : 1)).map(({ unitId, name, searchKey, path, divisionId, items }) => {
    const report = own.get(unitId);
    const status = report?.state ?? 'not_begun';
    return {
      unit: { id: unitId, name }, searchKey, path, divisionId, reportId: report?.reportId ?? null, status, items: Number(items), written: Number(report?.written ?? 0), nothingNew: Number(report?.nothingNew ?? 0), submittedAt: report?.submittedAt ? fromDbTime(report.submittedAt) : null,
      late: report ? isLate(report) : false, overdue: isOverdue(status, report ?? null, period.dueOn, today), resubmitBy: report && isWithUnit(report.state) ? report.resubmitBy : null, correction: report?.correction ?? null, version: report?.version ?? null,
    };
  });
};

const countNames = { not_begun: 'notBegun', draft: 'draft', checking: 'checking', submitted: 'submitted', returned: 'returned', accepted: 'accepted', locked: 'locked', asking: 'asking' } as const;
/** How many units stand how. */
export const countsOf = (rows: readonly Standing[]): ReportPeriod['counts'] => {
  const counts = { units: rows.length, notBegun: 0, draft: 0, checking: 0, submitted: 0, returned: 0, accepted: 0, locked: 0, asking: 0, late: rows.filter((row) => row.late).length, overdue: rows.filter((row) => row.overdue).length };
  for (const { status } of rows) counts[countNames[status]] += 1;
  return counts;
};

/** A period without its counts. */
export const periodView = (row: ReportPeriodEntity, plan: { id: string; title: string; year: number }, today: string, lockedBy: string | null): Omit<ReportPeriod, 'counts' | 'chosen'> => ({
  id: row.id, plan: { id: plan.id, title: plan.title, year: plan.year }, kind: row.kind, name: row.name, from: row.fromDay, to: row.toDay, opensOn: row.opensOn, dueOn: row.dueOn, dueUncertain: row.dueUncertain, returnWorkdays: row.returnWorkdays, remindWorkdays: row.remindWorkdays,
  state: row.state, begun: row.opensOn <= today, lockedAt: row.lockedAt?.toISOString() ?? null, lockedBy, lockedReason: row.lockedReason, version: row.version,
});

export const correctionView = (row: ReportCorrectionEntity, names: ReadonlyMap<string, string>): ReportCorrection => ({
  id: row.id, reason: row.reason, askedBy: names.get(row.askedBy) ?? '', askedAt: row.askedAt.toISOString(), allowed: row.decidedAt === null ? null : row.allowed === true, decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? ''), decidedAt: row.decidedAt?.toISOString() ?? null,
  refusedReason: row.refusedReason, before: row.wordsBefore, after: row.wordsAfter, correctedAt: row.correctedAt?.toISOString() ?? null,
});

/** States in which the unit writes. */
export const isWritable = (state: UnitReportEntity['state']): boolean => state === 'draft' || state === 'returned';
/** States in which the unit's words are with the unit, so that what it has to say follows the plan. */
export const isWithUnit = (state: UnitReportEntity['state']): boolean => isWritable(state) || state === 'checking';
/** Whether a report tells what is on record: what was handed in, and, once the period is locked, what was locked, until a correction is accepted. */
export const isOnRecord = (state: UnitReportEntity['state'], period: Pick<ReportPeriodEntity, 'state'>): boolean => (period.state === 'locked' ? state === 'locked' || state === 'asking' : !isWithUnit(state));

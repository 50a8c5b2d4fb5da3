import type { ReportLine, ReportNumbers, ReportPeriod, UnitReport, UnitReportRow } from '@kepu/contracts';
import { uuid } from './samples.js';

const counts = { units: 0, notBegun: 0, draft: 0, checking: 0, submitted: 0, returned: 0, accepted: 0, locked: 0, asking: 0, late: 0, overdue: 0 };
/** Half a year that is being reported on. */
export const periodOf = (change: Partial<ReportPeriod> = {}): ReportPeriod => ({
  id: uuid(60), plan: { id: uuid(10), title: '2026 年任务分解表', year: 2026 }, kind: 'half_year', name: '上半年', from: '2026-01-01', to: '2026-06-30', opensOn: '2026-06-24', dueOn: '2026-07-10', dueUncertain: false, returnWorkdays: 3, remindWorkdays: 3,
  chosen: null, state: 'open', begun: true, lockedAt: null, lockedBy: null, lockedReason: null, counts, version: 1, ...change,
});
/** Numbers of an item with one measure. */
export const numbersOf = (change: Partial<ReportNumbers> = {}): ReportNumbers => ({
  measures: [{ id: uuid(700), name: '培训人次', kind: 'number', sources: ['trained'], value: 60, added: 20, min: 200, unitOfMeasure: '人次', state: 'moving', permille: 300, dueOn: null }], activities: 2, workEntries: 1, ...change,
});
/** An item of which nothing is said yet. */
export const lineOf = (seq: number, change: Partial<ReportLine> = {}): ReportLine => ({
  itemId: uuid(800 + seq), seq, number: null, programme: '农民科学素质行动', text: `第 ${seq} 件工作。`, due: null, roles: ['responsible'], progress: null, problems: null, nextStep: null, nothingNew: false, now: numbersOf(), reported: null, last: null, ...change,
});
/** A report that a unit writes. What it lacks follows from its lines. */
export const reportOf = (lines: ReportLine[], change: Partial<UnitReport> = {}): UnitReport => {
  const { counts: _counts, chosen: _chosen, ...period } = periodOf();
  return {
    id: uuid(61), period, unit: { id: uuid(3), name: '市教育局' }, state: 'draft', lines, missing: lines.filter((line) => line.progress === null && !line.nothingNew).length, late: false, overdue: false, submittedAt: null, submittedBy: null, checkedAt: null, checkedBy: null,
    returned: null, resubmitBy: null, resubmitUncertain: false, approvers: [], corrections: [], may: { write: true, submit: true, handOver: false, ask: true, decide: false }, version: 1, ...change,
  };
};
/** A unit in a period. */
export const unitRowOf = (no: number, change: Partial<UnitReportRow> = {}): UnitReportRow => ({
  unit: { id: uuid(900 + no), name: `单位${no}` }, reportId: uuid(950 + no), status: 'submitted', items: 3, written: 3, nothingNew: 1, submittedAt: '2026-07-08T02:00:00.000Z', late: false, overdue: false, resubmitBy: null, correction: null, writes: false, version: 2, ...change,
});

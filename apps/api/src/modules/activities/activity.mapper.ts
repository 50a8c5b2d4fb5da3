import type { Activity, ActivityRow, Calendar, File, Position, Shift } from '@kepu/contracts';
import { shanghaiTime } from '@kepu/domain';
import { fromDbTime } from '../../platform/database/index.js';
import type { ItemBrief } from '../plans/index.js';
import type { ActivityCoreRow, ActivityDetailRow, ActivityTermRow, CalendarRow, ShiftSumRow } from './activity-pages.repository.js';
import type { LateCorrection } from './late-corrections.js';
import { shownShift } from './shift-times.js';
import { requiresOf, type PositionSqlRow, type ShiftSqlRow } from './shifts.repository.js';

/** All rows that the page of an activity is made of; `staff` only for those who manage it. */
export interface ActivityRows {
  readonly row: ActivityDetailRow; readonly terms: readonly ActivityTermRow[]; readonly shifts: readonly ShiftSqlRow[]; readonly positions: readonly PositionSqlRow[]; readonly items: readonly ItemBrief[]; readonly nameOf: (id: string) => string;
  readonly staff: { readonly signups: readonly { readonly state: string; readonly total: number | string }[]; readonly hoursToConfirm: number; readonly takenBack: LateCorrection | null; readonly files: readonly File[] } | null;
}

const timeOf = (value: string | null): string | null => (value === null ? null : fromDbTime(value));
const isAhead = (row: { readonly startsAt: string; readonly cancelledAt: string | null }, now: string): boolean => row.cancelledAt === null && Date.parse(fromDbTime(row.startsAt)) > Date.parse(now);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const namedOf = (terms: readonly ActivityTermRow[], kind: ActivityTermRow['kind']) => terms.filter((term) => term.kind === kind).map(({ id, name }) => ({ id, name }));

/** What lists and pages share; places count in shifts to come only. */
const coreView = (row: ActivityCoreRow, terms: readonly ActivityTermRow[], shifts: readonly ShiftSumRow[], now: string): ActivityRow => {
  const times = shifts.map((shift) => ({ startsAt: fromDbTime(shift.startsAt), endsAt: fromDbTime(shift.endsAt), cancelled: shift.cancelledAt !== null }));
  const shown = shownShift(times, now);
  const ahead = shifts.filter((shift) => isAhead(shift, now));
  return {
    id: row.id, title: row.title, kind: row.kind, state: row.state, unit: { id: row.unitId, name: row.unitName }, county: { code: row.countyCode, name: row.countyName },
    township: row.townshipCode === null ? null : { code: row.townshipCode, name: row.townshipName ?? '' }, place: row.place, topics: namedOf(terms, 'topic'), audiences: namedOf(terms, 'audience'), flow: row.flow, minors: Boolean(row.minors), companions: Boolean(row.companions), dangerous: Boolean(row.dangerous),
    startsAt: shown?.startsAt ?? null, endsAt: shown?.endsAt ?? null, shiftCount: times.filter((time) => !time.cancelled).length || times.length, wanted: sum(ahead.map((shift) => Number(shift.places ?? 0))),
    free: sum(ahead.map((shift) => Number(shift.free ?? 0))), version: row.version,
  };
};

/** Activities in a list. */
export const activityRowViews = (rows: readonly ActivityCoreRow[], terms: readonly ActivityTermRow[], shifts: readonly ShiftSumRow[], now: string): ActivityRow[] =>
  rows.map((row) => coreView(row, terms.filter((term) => term.activityId === row.id), shifts.filter((shift) => shift.activityId === row.id), now));

const positionView = (row: PositionSqlRow, ahead: boolean, nameOf: (id: string) => string): Position => ({
  id: row.id, role: row.role, name: row.name, minimum: row.minimum, maximum: row.maximum, confirmed: row.confirmed, waiting: Number(row.waiting), free: ahead ? Math.max(0, row.maximum - row.confirmed) : 0,
  paid: Boolean(row.paid), requires: requiresOf(row, nameOf),
});
const shiftView = (row: ShiftSqlRow, positions: readonly PositionSqlRow[], now: string, nameOf: (id: string) => string): Shift => ({
  id: row.id, startsAt: fromDbTime(row.startsAt), endsAt: fromDbTime(row.endsAt), cancelled: row.cancelledReason === null ? null : { reason: row.cancelledReason },
  moved: row.movedFrom === null ? null : { from: fromDbTime(row.movedFrom), reason: row.movedReason ?? '' },
  positions: positions.filter((position) => position.shiftId === row.id).map((position) => positionView(position, isAhead(row, now), nameOf)),
});

/** An activity with everything that the reader may see. */
export const activityView = ({ row, terms, shifts, positions, items, nameOf, staff }: ActivityRows, now: string): Activity => {
  const ofShift = (shift: ShiftSqlRow) => positions.filter((position) => position.shiftId === shift.id);
  const sums = shifts.map((shift): ShiftSumRow => ({
    id: shift.id, activityId: row.id, startsAt: shift.startsAt, endsAt: shift.endsAt, cancelledAt: shift.cancelledAt, places: sum(ofShift(shift).map((position) => position.maximum)),
    free: sum(ofShift(shift).map((position) => Math.max(0, position.maximum - position.confirmed))),
  }));
  const programmes = new Map(items.map((item) => [item.programme.id, item.programme]));
  return {
    ...coreView(row, terms, sums, now), summary: row.summary, programmes: [...programmes.values()], risk: { statement: row.riskStatement, insurance: row.insurance }, shifts: shifts.map((shift) => shiftView(shift, positions, now, nameOf)), grants: row.grantsKindId === null ? null : { kind: { id: row.grantsKindId, name: nameOf(row.grantsKindId) }, months: row.grantsMonths },
    cancelled: row.cancelledReason === null || row.cancelledAt === null ? null : { reason: row.cancelledReason, at: fromDbTime(row.cancelledAt) },
    result: row.state !== 'closed' ? null : { turnout: row.turnout ?? 0, sessions: row.sessions ?? 0, text: row.reportText ?? '' }, publishedAt: timeOf(row.approvedAt), staff: staff && staffView(row, shifts, items, staff),
  };
};

const staffView = (row: ActivityDetailRow, shifts: readonly ShiftSqlRow[], items: readonly ItemBrief[], { signups, hoursToConfirm, takenBack, files }: NonNullable<ActivityRows['staff']>): Activity['staff'] => {
  const count = (state: string) => Number(signups.find((one) => one.state === state)?.total ?? 0);
  return {
    serves: items.map((item) => ({ itemId: item.id, text: item.text, programme: item.programme.name })), createdBy: row.createdBy, createdAt: fromDbTime(row.createdAt), submittedAt: timeOf(row.submittedAt),
    approvedAt: timeOf(row.approvedAt), approvedBy: row.approvedBy,
    returned: row.returnedReason === null || row.returnedAt === null ? null : { reason: row.returnedReason, by: row.returnedBy ?? '', at: fromDbTime(row.returnedAt) },
    leaders: shifts.flatMap((shift) => (shift.leaderId === null ? [] : [{ shiftId: shift.id, leader: { id: shift.leaderId, name: shift.leaderName ?? '' } }])),
    signups: { requested: count('requested'), waiting: count('waiting'), confirmed: count('confirmed') }, hoursToConfirm, takenBack,
    report: row.reportedAt === null ? null : {
      shifts: shifts.flatMap((shift) => (shift.held === null ? [] : [{ shiftId: shift.id, held: Boolean(shift.held), turnout: shift.turnout ?? 0, method: shift.turnoutMethod as 'list' | 'counted' | 'gate' | 'estimated' }])),
      text: row.reportText ?? '', files: [...files], withoutPhoto: row.withoutPhoto, reportedAt: fromDbTime(row.reportedAt), reportedBy: row.reportedBy ?? '', acceptedAt: timeOf(row.acceptedAt), acceptedBy: row.acceptedBy,
    },
  };
};

/** Shifts by the day in Shanghai on which they begin; days without any are left out. */
export const calendarView = (month: string, rows: readonly CalendarRow[], now: string): Calendar => {
  const days = new Map<string, Calendar['days'][number]['shifts']>();
  for (const row of rows) {
    const startsAt = fromDbTime(row.startsAt);
    const { day } = shanghaiTime(startsAt);
    days.set(day, [...(days.get(day) ?? []), {
      activityId: row.activityId, title: row.title, kind: row.kind, startsAt, endsAt: fromDbTime(row.endsAt), county: { code: row.countyCode, name: row.countyName }, free: isAhead(row, now) ? Number(row.free ?? 0) : 0,
      cancelled: row.cancelledAt !== null,
    }]);
  }
  return { month, days: [...days].map(([day, shifts]) => ({ day, shifts })) };
};

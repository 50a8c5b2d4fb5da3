import type { Adjustment, File, Permission } from '@kepu/contracts';
import { addWorkdays, shanghaiTime, WRITTEN_WORKDAYS, type WorkdayCalendar } from '@kepu/domain';
import { reaches, reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { keepsPlan } from '../plan.policy.js';
import { approvesIn } from '../unit-report-steps.js';
import type { AdjustmentRow } from './adjustments.repository.js';
import { followedView, type FollowedRow } from './followed.js';

/** The calendar day of a raw time. */
export const dayOf = (at: string): string => shanghaiTime(at).day;
/** Asked for after the day in force: by the day on which it left its unit, or, until then, on which it was written. */
export const isAskedLate = (row: Pick<AdjustmentRow, 'kind' | 'askedAt' | 'createdAt' | 'dayBefore'>): boolean => row.kind !== 'oral' && dayOf(row.askedAt ?? row.createdAt) > row.dayBefore;

/** What the rights of a reader reach for the unit of a request. */
export const mayOf = (actor: PersonActor, row: FollowedRow, approvers: readonly string[], ask: Permission, decide: Permission): Adjustment['may'] => {
  const within = (permission: Permission): boolean => reaches(reachOf(actor, permission), { path: row.unitPath, divisionId: row.unitDivision });
  return { ask: within(ask), handIn: within(ask) && (approvers.length === 0 || approvesIn(actor, row.unitPath)), decide: within(decide) && keepsPlan(actor, decide, { divisionId: row.planDivision, officeId: row.officeId }) };
};

export const adjustmentView = (actor: PersonActor, row: AdjustmentRow, files: readonly File[], approvers: readonly string[], calendar: WorkdayCalendar): Adjustment => {
  const unwritten = row.kind === 'oral' && row.state === 'granted' && row.writtenAt === null;
  return {
    id: row.id, assignment: followedView(row), kind: row.kind, state: row.state, dayBefore: row.dayBefore, askedDay: row.askedDay, grantedDay: row.grantedDay, content: row.content, reason: row.reason, late: isAskedLate(row), saidBy: row.saidBy, saidOn: row.saidOn,
    written: row.writtenNote === null || row.writtenAt === null ? null : { text: row.writtenNote, by: row.writtenBy ?? '', at: row.writtenAt }, unwritten, writtenBy: unwritten ? addWorkdays(dayOf(row.createdAt), WRITTEN_WORKDAYS, calendar).value : null, files: [...files],
    createdAt: row.createdAt, createdBy: row.createdBy, askedAt: row.askedAt, askedBy: row.askedBy, decided: row.decidedAt === null ? null : { text: row.decisionNote, by: row.decidedBy ?? '', at: row.decidedAt },
    approvers: row.state === 'checking' ? [...approvers] : [], may: mayOf(actor, row, approvers, 'adjustment:ask', 'adjustment:decide'), version: row.version,
  };
};

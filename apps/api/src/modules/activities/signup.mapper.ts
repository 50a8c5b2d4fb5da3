import type { MySignup, Signup } from '@kepu/contracts';
import { can, isCheckInOpen, isMinor, signupLifecycle } from '@kepu/domain';
import { shanghaiDay } from '../../platform/clock/index.js';
import { attendanceView } from './attendance.mapper.js';
import { companionsView } from './companions.js';
import type { SignupSqlRow, StaffSignupSqlRow } from './signup-lists.repository.js';
import { hasBegun, isActive, LATE_MS } from './signup-steps.js';

const where = (row: SignupSqlRow): Pick<MySignup, 'activity' | 'unit' | 'place' | 'countyName' | 'shift' | 'position'> => ({
  activity: { id: row.activityId, title: row.title, state: row.activityState }, unit: { id: row.unitId, name: row.unitName }, place: row.place, countyName: row.countyName,
  shift: { id: row.shiftId, startsAt: row.startsAt, endsAt: row.endsAt, cancelled: row.cancelledAt !== null, moved: row.movedFrom !== null }, position: { id: row.positionId, name: row.positionName, role: row.positionRole },
});
const shared = (row: SignupSqlRow) => ({
  id: row.id, state: row.state, queue: row.queue === null ? null : Number(row.queue), reason: row.reason, ...where(row), attendance: attendanceView(row), signedUpAt: row.signedUpAt, team: row.team, version: row.version,
});

/** The own sign-up, with what can be done about it at this moment. */
export const mySignupView = (row: SignupSqlRow, now: Date): MySignup => {
  const onTheDay = row.state === 'confirmed' && row.cancelledAt === null && row.activityState === 'open' && isCheckInOpen(row, now.toISOString());
  const mayWithdraw = can(signupLifecycle, row.state, 'withdraw') && !hasBegun(row, now) && row.attendanceState === null;
  const ahead = isActive(row.state) && row.cancelledAt === null && row.activityState === 'open' && !hasBegun(row, now);
  const { companions, companionsToConfirm } = companionsView(row);
  return {
    ...shared(row), companions, companionsToConfirm: ahead && companionsToConfirm, mayBring: ahead && (companions > 0 || (row.takesCompanions === 1 && !isMinor(row.bornOn, shanghaiDay(new Date(row.startsAt))))), mayCheckIn: onTheDay && row.attendanceState === null, mayCheckOut: onTheDay && row.attendanceState === 'present', mayWithdraw,
    reasonToWithdraw: mayWithdraw && row.state === 'confirmed' && Date.parse(row.startsAt) - now.getTime() < LATE_MS,
  };
};

/** A sign-up as the unit sees it. The account of a minor bears the masked name. */
export const signupView = (row: StaffSignupSqlRow, today: string): Signup => ({
  ...shared(row), ...companionsView(row), onDuty: row.onDuty === 1, note: row.note, byStaff: row.byStaff,
  volunteer: {
    id: row.volunteerId, name: row.volunteerName, number: row.number, occupation: row.occupation, countyName: row.ownCountyName,
    unit: row.ownUnitId === null ? null : { id: row.ownUnitId, name: row.ownUnitName ?? '' }, minor: isMinor(row.bornOn, today),
  },
});

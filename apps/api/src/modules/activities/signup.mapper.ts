import type { MySignup, Signup } from '@kepu/contracts';
import { can, isCheckInOpen, isMinor, signupLifecycle } from '@kepu/domain';
import { attendanceView } from './attendance.mapper.js';
import type { SignupSqlRow, StaffSignupSqlRow } from './signup-lists.repository.js';
import { hasBegun, LATE_MS } from './signup-steps.js';

const where = (row: SignupSqlRow): Pick<MySignup, 'activity' | 'unit' | 'place' | 'countyName' | 'shift' | 'position'> => ({
  activity: { id: row.activityId, title: row.title, state: row.activityState }, unit: { id: row.unitId, name: row.unitName }, place: row.place, countyName: row.countyName,
  shift: { id: row.shiftId, startsAt: row.startsAt, endsAt: row.endsAt, cancelled: row.cancelledAt !== null, moved: row.movedFrom !== null }, position: { id: row.positionId, name: row.positionName, role: row.positionRole },
});
const shared = (row: SignupSqlRow) => ({
  id: row.id, state: row.state, queue: row.queue === null ? null : Number(row.queue), reason: row.reason, ...where(row), attendance: attendanceView(row), signedUpAt: row.signedUpAt, version: row.version,
});

/** The own sign-up, with what can be done about it at this moment. */
export const mySignupView = (row: SignupSqlRow, now: Date): MySignup => {
  const onTheDay = row.state === 'confirmed' && row.cancelledAt === null && row.activityState === 'open' && isCheckInOpen(row, now.toISOString());
  const mayWithdraw = can(signupLifecycle, row.state, 'withdraw') && !hasBegun(row, now) && row.attendanceState === null;
  return {
    ...shared(row), mayCheckIn: onTheDay && row.attendanceState === null, mayCheckOut: onTheDay && row.attendanceState === 'present', mayWithdraw,
    reasonToWithdraw: mayWithdraw && row.state === 'confirmed' && Date.parse(row.startsAt) - now.getTime() < LATE_MS,
  };
};

/** A sign-up as the unit sees it. The account of a minor bears the masked name. */
export const signupView = (row: StaffSignupSqlRow, today: string): Signup => ({
  ...shared(row), onDuty: row.onDuty === 1, note: row.note, byStaff: row.byStaff,
  volunteer: {
    id: row.volunteerId, name: row.volunteerName, number: row.number, occupation: row.occupation, countyName: row.ownCountyName,
    unit: row.ownUnitId === null ? null : { id: row.ownUnitId, name: row.ownUnitName ?? '' }, minor: isMinor(row.bornOn, today),
  },
});

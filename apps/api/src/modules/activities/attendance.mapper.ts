import type { MySignup } from '@kepu/contracts';
import { servedMinutes } from '@kepu/domain';

type Attendance = NonNullable<MySignup['attendance']>;

/** A presence with the planned time around it, as the database answers it; all null where nothing was noted. */
export interface AttendanceSqlRow {
  readonly startsAt: string; readonly endsAt: string;
  readonly attendanceState: Attendance['state'] | null; readonly inAt: string | null; readonly inBy: Attendance['inBy']; readonly outAt: string | null; readonly outBy: Attendance['outBy']; readonly settledMinutes: number | null;
}

/** Minutes that a presence would be confirmed with, or was. */
export const proposedMinutes = (row: AttendanceSqlRow): number | null => {
  if (row.attendanceState === 'settled') return row.settledMinutes;
  return row.attendanceState === null || row.attendanceState === 'absent' || row.inAt === null ? null : servedMinutes(row, { inAt: row.inAt, outAt: row.outAt });
};

/** A presence as people read it. */
export const attendanceView = (row: AttendanceSqlRow): Attendance | null => (row.attendanceState === null ? null : {
  state: row.attendanceState, inAt: row.inAt, inBy: row.inBy, outAt: row.outAt, outBy: row.outBy, minutes: proposedMinutes(row),
});

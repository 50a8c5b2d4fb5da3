import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Attendance (签到签退) of somebody who has a place. Whoever leads the shift marks the list; the person checks in and out by code. */
export const attendanceLifecycle = defineLifecycle({
  object: 'attendance',
  title: { zh: '签到签退', en: 'Attendance' },
  states: {
    present: { zh: '已签到', en: 'is there' },
    left: { zh: '已签退', en: 'was there and has gone' },
    absent: { zh: '未到', en: 'had a place and did not come' },
    settled: { zh: '时长已确认', en: 'the hours stand in the ledger' },
  },
  initial: 'present',
  actions: {
    check_out: { zh: '签退', en: 'Check out', from: ['present'], to: 'left', permission: 'self', demands: [] },
    mark_left: { zh: '登记离开', en: 'Mark as gone', from: ['present'], to: 'left', permission: 'leader', demands: [] },
    mark_absent: { zh: '登记未到', en: 'Mark as absent', from: ['present', 'left'], to: 'absent', permission: 'leader', demands: [] },
    mark_present: { zh: '登记到场', en: 'Mark as present', from: ['absent', 'left'], to: 'present', permission: 'leader', demands: [] },
    clear: { zh: '清除登记', en: 'Clear the mark', from: ['present', 'left', 'absent'], to: null, permission: 'leader', demands: [] },
    settle: { zh: '确认时长', en: 'Confirm the hours', from: ['present', 'left'], to: 'settled', permission: 'leader', demands: [] },
  },
});

/** State of an attendance. */
export type AttendanceState = StateOf<typeof attendanceLifecycle>;
/** Action on an attendance. */
export type AttendanceAction = ActionOf<typeof attendanceLifecycle>;

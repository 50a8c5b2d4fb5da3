import { pageOf } from '../paging.js';
import { decision, reasonedDecision } from '../plans/schemas.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as s from './schemas.js';
import * as g from './signups.js';

const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
const companions = ['signup.no_companions', 'signup.companions_by_adults', 'consent.text_changed'] as const;
const places = ['position.full', 'signup.overlap', 'signup.closed', 'signup.exists', 'signup.not_eligible', 'consent.missing'] as const;

/** Routes of activities. */
export const activityRoutes = {
  listActivities: defineRoute('listActivities', { summary: 'Published activities; with `managed` the own ones, drafts too', access: 'public', query: s.activityQuery, response: pageOf(s.activityRow), errors: ['volunteer.required'] }),
  createActivity: defineRoute('createActivity', { summary: 'Draft an activity', access: 'activity:write', body: s.activityInput, response: s.activity, status: 201, repeatable: true, errors: ['reference.not_found'] }),
  getCalendar: defineRoute('getCalendar', { summary: 'Published activities of a month, by day', access: 'public', query: s.calendarQuery, response: s.calendar }),
  getActivity: defineRoute('getActivity', { summary: 'One activity', access: 'public', params: byId, response: s.activity }),
  updateActivity: defineRoute('updateActivity', { summary: 'Change an activity', access: 'activity:write', params: byId, body: s.activityChange, response: s.activity, errors: [...steps, 'reference.not_found', 'position.taken', 'activity.started', 'activity.incomplete', 'activity.minors_signed_up', 'activity.companions_signed_up'] }),
  deleteActivity: defineRoute('deleteActivity', { summary: 'Throw a draft away', access: 'activity:write', params: byId, response: done, errors: ['lifecycle.not_allowed'] }),
  copyActivity: defineRoute('copyActivity', { summary: 'The same again on another day, as a draft', access: 'activity:write', params: byId, body: s.activityCopy, response: s.activity, status: 201, repeatable: true, errors: ['reference.not_found'] }),
  submitActivity: defineRoute('submitActivity', { summary: 'Hand in for approval', access: 'activity:submit', params: byId, body: decision, response: s.activity, errors: [...steps, 'activity.incomplete'] }),
  recallActivity: defineRoute('recallActivity', { summary: 'Take back what is not approved yet', access: 'activity:submit', params: byId, body: decision, response: s.activity, errors: steps }),
  returnActivity: defineRoute('returnActivity', { summary: 'Give back with a reason', access: 'activity:approve', params: byId, body: reasonedDecision, response: s.activity, errors: steps }),
  approveActivity: defineRoute('approveActivity', { summary: 'Approve and publish', access: 'activity:approve', params: byId, body: decision, response: s.activity, errors: [...steps, 'activity.incomplete'] }),
  cancelActivity: defineRoute('cancelActivity', { summary: 'Cancel; everybody is told, nobody counts as absent', access: 'activity:submit', params: byId, body: reasonedDecision, response: s.activity, errors: [...steps, 'shift.settled'] }),
  reportActivity: defineRoute('reportActivity', { summary: 'Close: turnout, proof and a short text', access: 'activity:submit', params: byId, body: s.activityReport, response: s.activity, errors: [...steps, 'activity.not_over', 'activity.hours_open', 'reference.not_found'] }),
  returnActivityReport: defineRoute('returnActivityReport', { summary: 'Give the close back with a reason', access: 'activity:approve', params: byId, body: reasonedDecision, response: s.activity, errors: steps }),
  acceptActivityReport: defineRoute('acceptActivityReport', { summary: 'Accept the close: turnout and sessions count from now on', access: 'activity:approve', params: byId, body: decision, response: s.activity, errors: steps }),
  getActivityShare: defineRoute('getActivityShare', { summary: 'A text to pass on, with its QR code', access: 'public', params: byId, response: g.share }),
  getActivityHistory: defineRoute('getActivityHistory', { summary: 'What happened to an activity', access: 'activity:read', params: byId, response: pageOf(historyEntry) }),
  moveShift: defineRoute('moveShift', { summary: 'Move a shift; everybody is told', access: 'activity:submit', params: byId, body: s.shiftMove, response: s.activity, errors: [...steps, 'shift.settled'] }),
  cancelShift: defineRoute('cancelShift', { summary: 'Cancel a shift; everybody is told, nobody counts as absent', access: 'activity:submit', params: byId, body: reasonedDecision, response: s.activity, errors: [...steps, 'shift.settled'] }),
  setShiftLeader: defineRoute('setShiftLeader', { summary: 'Say who leads on the spot', access: 'attendance:write', params: byId, body: s.leaderInput, response: s.activity, errors: ['reference.not_found', 'lifecycle.not_allowed'] }),
} as const;

/** Routes of sign-ups and of the day itself. */
export const signupRoutes = {
  createSignup: defineRoute('createSignup', { summary: 'Sign up for a position', access: 'signed-in', params: byId, body: g.signupInput, response: g.mySignup, status: 201, repeatable: true, errors: ['volunteer.required', ...places, ...companions] }),
  createPlacement: defineRoute('createPlacement', { summary: 'Give a place to somebody who asked by phone', access: 'signup:decide', params: byId, body: g.placementInput, response: g.signup, status: 201, repeatable: true, errors: ['reference.not_found', ...places] }),
  listMySignups: defineRoute('listMySignups', { summary: 'Own sign-ups', access: 'signed-in', query: g.mySignupQuery, response: pageOf(g.mySignup) }),
  withdrawSignup: defineRoute('withdrawSignup', { summary: 'Leave', access: 'signed-in', params: byId, body: g.withdrawal, response: g.mySignup, errors: [...steps, 'signup.reason_required'] }),
  setSignupCompanions: defineRoute('setSignupCompanions', { summary: 'Say how many children under 8 come along, until the shift begins', access: 'signed-in', params: byId, body: g.companionsInput, response: g.mySignup, errors: [...steps, ...companions] }),
  listSignups: defineRoute('listSignups', { summary: 'Sign-ups for the own activities', access: 'signup:read', query: g.signupQuery, response: pageOf(g.signup) }),
  confirmSignup: defineRoute('confirmSignup', { summary: 'Give the place', access: 'signup:decide', params: byId, body: decision, response: g.signup, errors: [...steps, ...places] }),
  queueSignup: defineRoute('queueSignup', { summary: 'Put on the waiting list', access: 'signup:decide', params: byId, body: decision, response: g.signup, errors: steps }),
  refuseSignup: defineRoute('refuseSignup', { summary: 'Refuse or take back a place, with a reason', access: 'signup:decide', params: byId, body: reasonedDecision, response: g.signup, errors: steps }),
  listMyShifts: defineRoute('listMyShifts', { summary: 'Shifts that one leads', access: 'signed-in', response: pageOf(g.ledShift) }),
  getRoster: defineRoute('getRoster', { summary: 'The tick list', access: 'signed-in', params: byId, response: g.roster }),
  getShiftCode: defineRoute('getShiftCode', { summary: 'The code of this moment, for those who lead', access: 'signed-in', params: byId, response: g.shiftCode, errors: ['attendance.not_open'] }),
  checkIn: defineRoute('checkIn', { summary: 'Be there; the same again changes nothing', access: 'signed-in', params: byId, body: g.checkInInput, response: g.mySignup, errors: ['attendance.code_wrong', 'attendance.not_open', 'attendance.not_expected', 'consent.missing', 'rate.limited'] }),
  checkOut: defineRoute('checkOut', { summary: 'Go home', access: 'signed-in', params: byId, body: g.checkOutInput, response: g.mySignup, errors: ['attendance.not_present', 'attendance.not_open'] }),
  markAttendance: defineRoute('markAttendance', { summary: 'Mark the tick list', access: 'signed-in', params: byId, body: g.marks, response: g.roster, errors: ['attendance.not_open', 'attendance.not_expected', 'consent.missing', 'shift.settled'] }),
  remindRealNames: defineRoute('remindRealNames', { summary: 'Ask those on the list for their real name who have given none', access: 'signed-in', params: byId, body: g.realNameReminder, response: g.reminded }),
} as const;

import { pageOf } from '../paging.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import * as s from './schemas.js';

/** Routes of the two ledgers. */
export const recordRoutes = {
  confirmHours: defineRoute('confirmHours', { summary: 'Confirm the hours of a shift: they stand in the ledger from now on', access: 'signed-in', params: byId, body: s.hoursInput, response: s.hoursConfirmed, repeatable: true, errors: ['attendance.not_open', 'attendance.not_expected', 'attendance.not_present', 'shift.settled'] }),
  listServiceRecords: defineRoute('listServiceRecords', { summary: 'The ledger, within reach', access: 'record:read', query: s.serviceRecordQuery, response: pageOf(s.serviceRecord) }),
  reverseServiceRecord: defineRoute('reverseServiceRecord', { summary: 'Correct a record by a reversal', access: 'record:reverse', params: byId, body: s.reversal, response: pageOf(s.serviceRecord), repeatable: true, errors: ['record.reversed'] }),
  listMyServiceRecords: defineRoute('listMyServiceRecords', { summary: 'Own records', access: 'signed-in', query: s.myServiceRecordQuery, response: pageOf(s.serviceRecord) }),
  getMyService: defineRoute('getMyService', { summary: 'Own service in figures', access: 'signed-in', response: s.myService }),
} as const;

import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import { changed, decision, reasonedDecision, reminder } from './schemas.js';
import * as r from './unit-reports.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const steps = ['version.stale', 'lifecycle.not_allowed'] as const;

/** Routes of the periods that are reported on, and of all units in one. */
export const reportPeriodRoutes = {
  listReportPeriods: defineRoute('listReportPeriods', { summary: 'Report periods, with how far the units in reach are', access: 'report:read', query: r.reportPeriodQuery, response: pageOf(r.reportPeriod) }),
  proposeReportPeriods: defineRoute('proposeReportPeriods', { summary: 'The periods that the plan’s year offers, with their days by the calendar', access: 'report:decide', params: byId, response: pageOf(r.reportPeriodProposal) }),
  createReportPeriod: defineRoute('createReportPeriod', {
    summary: 'Have units report on a period', access: 'report:decide', params: byId, body: r.reportPeriodInput, response: r.reportPeriod, status: 201, errors: ['report_period.exists', 'lifecycle.not_allowed', 'reference.not_found'],
  }),
  getReportPeriod: defineRoute('getReportPeriod', { summary: 'One period', access: 'report:read', params: byId, response: r.reportPeriod }),
  updateReportPeriod: defineRoute('updateReportPeriod', { summary: 'Change the days of a period', access: 'report:decide', params: byId, body: r.reportPeriodChange, response: r.reportPeriod, errors: [...steps, 'report_period.in_use', 'report_period.exists'] }),
  deleteReportPeriod: defineRoute('deleteReportPeriod', { summary: 'Delete a period on which nobody has written', access: 'report:decide', params: byId, response: done, errors: ['lifecycle.not_allowed', 'report_period.in_use'] }),
  lockReportPeriod: defineRoute('lockReportPeriod', { summary: 'Lock a period: from now on there are corrections only', access: 'report:decide', params: byId, body: r.reportPeriodLock, response: r.reportPeriod, errors: [...steps, 'report_period.missing'] }),
  getReportReminder: defineRoute('getReportReminder', { summary: 'A reminder to pass on, with its QR code', access: 'report:decide', params: byId, response: reminder }),
  listUnitReports: defineRoute('listUnitReports', { summary: 'Units of a period and how far they are', access: 'report:read', params: byId, query: r.unitReportQuery, response: pageOf(r.unitReportRow) }),
  exportUnitReports: defineRoute('exportUnitReports', { summary: 'What was reported, one row an item, as xlsx', access: 'report:read', params: byId, file: xlsx }),
  beginUnitReport: defineRoute('beginUnitReport', {
    summary: 'Begin the report of a unit; one that is begun is answered as it is', access: 'report:write', params: byId, body: r.unitReportInput, response: r.unitReport, errors: ['report_period.not_open', 'report_period.locked', 'unit_report.nothing_to_report', 'lifecycle.not_allowed'],
  }),
  acceptUnitReports: defineRoute('acceptUnitReports', { summary: 'Accept several reports; one that was changed meanwhile is left', access: 'report:decide', params: byId, body: r.unitReportAcceptance, response: changed }),
} as const;

/** Routes of one unit's report. */
export const unitReportRoutes = {
  getUnitReport: defineRoute('getUnitReport', { summary: 'One report', access: 'report:read', params: byId, response: r.unitReport }),
  saveUnitReport: defineRoute('saveUnitReport', { summary: 'Keep words for some items', access: 'report:write', params: byId, body: r.unitReportChange, response: r.unitReport, errors: [...steps, 'reference.not_found'] }),
  handOverUnitReport: defineRoute('handOverUnitReport', { summary: 'Hand to the approver of the unit', access: 'report:write', params: byId, body: decision, response: r.unitReport, errors: [...steps, 'unit_report.incomplete', 'unit_report.nothing_to_report', 'unit_report.no_approver'] }),
  sendBackUnitReport: defineRoute('sendBackUnitReport', { summary: 'Give back inside the unit, with a reason', access: 'report:submit', params: byId, body: reasonedDecision, response: r.unitReport, errors: [...steps, 'unit_report.needs_approver'] }),
  submitUnitReport: defineRoute('submitUnitReport', { summary: 'Hand in to the office', access: 'report:submit', params: byId, body: decision, response: r.unitReport, errors: [...steps, 'unit_report.incomplete', 'unit_report.nothing_to_report', 'unit_report.needs_approver'] }),
  recallUnitReport: defineRoute('recallUnitReport', { summary: 'Take back what nobody has decided about', access: 'report:write', params: byId, body: decision, response: r.unitReport, errors: steps }),
  acceptUnitReport: defineRoute('acceptUnitReport', { summary: 'Accept', access: 'report:decide', params: byId, body: decision, response: r.unitReport, errors: steps }),
  returnUnitReport: defineRoute('returnUnitReport', { summary: 'Give back with a reason', access: 'report:decide', params: byId, body: reasonedDecision, response: r.unitReport, errors: [...steps, 'unit_report.unit_merged'] }),
  askReportCorrection: defineRoute('askReportCorrection', { summary: 'Ask to correct a locked report', access: 'report:submit', params: byId, body: reasonedDecision, response: r.unitReport, errors: steps }),
  allowReportCorrection: defineRoute('allowReportCorrection', { summary: 'Allow a correction', access: 'report:decide', params: byId, body: decision, response: r.unitReport, errors: steps }),
  refuseReportCorrection: defineRoute('refuseReportCorrection', { summary: 'Refuse a correction', access: 'report:decide', params: byId, body: reasonedDecision, response: r.unitReport, errors: steps }),
  endReportCorrection: defineRoute('endReportCorrection', { summary: 'End a correction that does not come: what was locked stands', access: 'report:decide', params: byId, body: reasonedDecision, response: r.unitReport, errors: steps }),
  getUnitReportHistory: defineRoute('getUnitReportHistory', { summary: 'What happened to a report', access: 'report:read', params: byId, response: pageOf(historyEntry) }),
} as const;

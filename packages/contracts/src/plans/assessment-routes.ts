import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as c from './assessments.js';
import { decision, reasonedDecision } from './schemas.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const off = 'assessment.off' as const;
const steps = ['version.stale', 'lifecycle.not_allowed', off] as const;

/** Routes of assessments. While they are switched off, all but the switch refuse. */
export const assessmentRoutes = {
  getAssessmentSwitch: defineRoute('getAssessmentSwitch', { summary: 'Whether there are assessments', access: 'assessment:read', response: c.assessmentSwitch }),
  setAssessmentSwitch: defineRoute('setAssessmentSwitch', { summary: 'Switch assessments on or off', access: 'assessment:switch', body: c.assessmentSwitching, response: c.assessmentSwitch, errors: ['version.stale'] }),
  listAssessments: defineRoute('listAssessments', { summary: 'Assessments in which a unit in reach has a sheet', access: 'assessment:read', query: c.assessmentQuery, response: pageOf(c.assessment), errors: [off] }),
  createAssessment: defineRoute('createAssessment', { summary: 'Begin a draft', access: 'assessment:write', body: c.assessmentInput, response: c.assessment, status: 201, repeatable: true, errors: ['lifecycle.not_allowed', 'assessment.exists', 'reference.not_found', off] }),
  getAssessment: defineRoute('getAssessment', { summary: 'One assessment', access: 'assessment:read', params: byId, response: c.assessment, errors: [off] }),
  updateAssessment: defineRoute('updateAssessment', { summary: 'Change a draft, the last day of one that is open, or what units read', access: 'assessment:write', params: byId, body: c.assessmentChange, response: c.assessment, errors: [...steps, 'assessment.fixed', 'assessment.day_over'] }),
  deleteAssessment: defineRoute('deleteAssessment', { summary: 'Delete a draft', access: 'assessment:write', params: byId, response: done, errors: ['lifecycle.not_allowed', off] }),
  openAssessment: defineRoute('openAssessment', { summary: 'Ask the units for their sheets', access: 'assessment:write', params: byId, body: decision, response: c.assessment, errors: [...steps, 'assessment.total', 'assessment.no_units', 'assessment.day_over'] }),
  askFurtherUnits: defineRoute('askFurtherUnits', { summary: 'Ask the units that have joined the plan since', access: 'assessment:write', params: byId, body: decision, response: c.assessment, errors: [...steps, 'assessment.none_joined'] }),
  announceAssessment: defineRoute('announceAssessment', { summary: 'Tell each unit its result', access: 'assessment:write', params: byId, body: decision, response: c.assessment, errors: [...steps, 'assessment.unreviewed'] }),
  finaliseAssessment: defineRoute('finaliseAssessment', { summary: 'Results are final', access: 'assessment:write', params: byId, body: decision, response: c.assessment, errors: [...steps, 'assessment.objections_run', 'assessment.appeals_open', 'assessment.unreviewed'] }),
  withdrawAssessment: defineRoute('withdrawAssessment', { summary: 'Take it back', access: 'assessment:write', params: byId, body: reasonedDecision, response: c.assessment, errors: steps }),
  getAssessmentHistory: defineRoute('getAssessmentHistory', { summary: 'What happened to an assessment', access: 'assessment:write', params: byId, response: pageOf(historyEntry), errors: [off] }),
  listAssessmentSheets: defineRoute('listAssessmentSheets', { summary: 'How each unit in reach stands', access: 'assessment:read', params: byId, query: c.assessmentStandingQuery, response: pageOf(c.assessmentStanding), errors: [off] }),
  listAssessmentResults: defineRoute('listAssessmentResults', { summary: 'Results of all units in the order of the paper, where the office has published them', access: 'assessment:read', params: byId, response: pageOf(c.assessmentResult), errors: [off] }),
  exportAssessmentScores: defineRoute('exportAssessmentScores', { summary: 'Points of units in reach by criterion, as xlsx', access: 'assessment:read', params: byId, file: xlsx, errors: [off] }),
  exportAssessmentNotice: defineRoute('exportAssessmentNotice', { summary: 'The notice of results in the layout of GB/T 9704', access: 'assessment:results', params: byId, file: docx, errors: [off, 'lifecycle.not_allowed'] }),
} as const;

/** Routes of the sheet of one unit. */
export const assessmentSheetRoutes = {
  getAssessmentSheet: defineRoute('getAssessmentSheet', { summary: 'The sheet of one unit', access: 'assessment:read', params: byId, response: c.assessmentSheet, errors: [off] }),
  getAssessmentSheetHistory: defineRoute('getAssessmentSheetHistory', { summary: 'What happened to a sheet', access: 'assessment:read', params: byId, response: pageOf(historyEntry), errors: [off] }),
  listAssessmentLinks: defineRoute('listAssessmentLinks', { summary: 'What the unit can point to', access: 'assessment:answer', params: byId, query: c.assessmentLinkQuery, response: pageOf(c.assessmentLink), errors: [off] }),
  saveAssessmentSheet: defineRoute('saveAssessmentSheet', { summary: 'Write', access: 'assessment:answer', params: byId, body: c.assessmentSheetChange, response: c.assessmentSheet, errors: [...steps, 'reference.not_found'] }),
  handOverAssessmentSheet: defineRoute('handOverAssessmentSheet', { summary: 'Hand to the approver of the unit', access: 'assessment:answer', params: byId, body: decision, response: c.assessmentSheet, errors: [...steps, 'unit_report.no_approver'] }),
  sendBackAssessmentSheet: defineRoute('sendBackAssessmentSheet', { summary: 'Give back inside the unit', access: 'assessment:submit', params: byId, body: reasonedDecision, response: c.assessmentSheet, errors: [...steps, 'unit_report.needs_approver'] }),
  submitAssessmentSheet: defineRoute('submitAssessmentSheet', { summary: 'Hand in', access: 'assessment:submit', params: byId, body: decision, response: c.assessmentSheet, errors: [...steps, 'unit_report.needs_approver'] }),
  recallAssessmentSheet: defineRoute('recallAssessmentSheet', { summary: 'Take back until the last day', access: 'assessment:answer', params: byId, body: decision, response: c.assessmentSheet, errors: [...steps, 'assessment.day_over'] }),
  takeInAssessmentSheet: defineRoute('takeInAssessmentSheet', { summary: 'Take in a sheet as it is, after the last day', access: 'assessment:write', params: byId, body: decision, response: c.assessmentSheet, errors: [...steps, 'assessment.day_runs'] }),
  reviewAssessmentSheet: defineRoute('reviewAssessmentSheet', { summary: 'Give points and note an on-site check', access: 'assessment:write', params: byId, body: c.assessmentReview, response: c.assessmentSheet, errors: steps }),
  acceptAssessmentSheet: defineRoute('acceptAssessmentSheet', { summary: 'Reviewed', access: 'assessment:write', params: byId, body: decision, response: c.assessmentSheet, errors: steps }),
  returnAssessmentSheet: defineRoute('returnAssessmentSheet', { summary: 'Give back, with a reason', access: 'assessment:write', params: byId, body: reasonedDecision, response: c.assessmentSheet, errors: [...steps, 'unit_report.unit_merged'] }),
  releaseAssessmentSheet: defineRoute('releaseAssessmentSheet', { summary: 'Leave a unit out, with a reason', access: 'assessment:write', params: byId, body: reasonedDecision, response: c.assessmentSheet, errors: steps }),
  admitAssessmentSheet: defineRoute('admitAssessmentSheet', { summary: 'Let a unit in again that was left out, with a reason', access: 'assessment:write', params: byId, body: reasonedDecision, response: c.assessmentSheet, errors: [...steps, 'unit_report.unit_merged', 'assessment.objections_over'] }),
  makeAssessmentAppeal: defineRoute('makeAssessmentAppeal', { summary: 'Object to the points of a criterion', access: 'assessment:submit', params: byId, body: c.assessmentAppealInput, response: c.assessmentSheet, status: 201, repeatable: true, errors: ['lifecycle.not_allowed', 'assessment.objections_over', 'assessment.appealed', 'unit_report.needs_approver', 'reference.not_found', off] }),
  answerAssessmentAppeal: defineRoute('answerAssessmentAppeal', { summary: 'Grant other points, or refuse', access: 'assessment:write', params: byId, body: c.assessmentAppealAnswer, response: c.assessmentSheet, errors: steps }),
  exportAssessmentSheet: defineRoute('exportAssessmentSheet', { summary: 'The sheet of one unit as a Word file', access: 'assessment:read', params: byId, file: docx, errors: [off] }),
  exportAssessmentEvidence: defineRoute('exportAssessmentEvidence', { summary: 'The index of evidence with all files', access: 'assessment:read', params: byId, file: 'application/zip', errors: [off] }),
} as const;

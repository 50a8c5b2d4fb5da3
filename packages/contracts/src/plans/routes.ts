import { z } from 'zod';
import { historyEntry } from '../units/schemas.js';
import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import * as c from './copies.js';
import * as i from './imports.js';
import * as j from './joint-groups.js';
import * as r from './revisions.js';
import * as s from './schemas.js';

/** The largest paper in bytes. */
export const paperMaxBytes = 20 * 1024 * 1024;
const paperErrors = [
  'paper.type_unsupported', 'paper.truncated', 'paper.no_table', 'paper.too_large_unpacked', 'paper.too_many_rows', 'paper.password_protected',
  'paper.empty', 'paper.malformed', 'paper.reader_failed', 'input.too_large', 'storage.full',
] as const;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Routes of the way from a paper to a plan. */
export const planImportRoutes = {
  listPlanImports: defineRoute('listPlanImports', { summary: 'Imports', access: 'plan-import:read', query: i.planImportQuery, response: pageOf(i.planImportRow) }),
  createPlanImport: defineRoute('createPlanImport', {
    summary: 'Read a paper (docx, xlsx, txt)', access: 'plan-import:write', upload: { field: 'file', maxBytes: paperMaxBytes }, response: i.planImport, status: 201,
    also: { 202: i.importProgress }, errors: paperErrors, repeatable: true,
  }),
  pastePlanImport: defineRoute('pastePlanImport', {
    summary: 'Read a pasted table', access: 'plan-import:write', body: i.pasteInput, response: i.planImport, status: 201, also: { 202: i.importProgress },
    errors: paperErrors, repeatable: true,
  }),
  getPlanImport: defineRoute('getPlanImport', { summary: 'The preview', access: 'plan-import:read', params: byId, response: i.planImport }),
  updatePlanImport: defineRoute('updatePlanImport', {
    summary: 'Complete what the paper does not say of itself', access: 'plan-import:write', params: byId, body: i.planImportChange, response: i.planImport,
    errors: ['version.stale', 'lifecycle.not_allowed'],
  }),
  correctImportItem: defineRoute('correctImportItem', {
    summary: 'Correct one item in place', access: 'plan-import:write', params: i.byPosition, body: i.importItemChange, response: i.planImport,
    errors: ['version.stale', 'lifecycle.not_allowed', 'reference.not_found'],
  }),
  explainColumns: defineRoute('explainColumns', {
    summary: 'Say what the columns of the table hold; the paper is read again', access: 'plan-import:write', params: byId, body: i.importColumns, response: i.planImport,
    also: { 202: i.importProgress }, errors: ['version.stale', 'lifecycle.not_allowed', 'plan_import.columns_incomplete', ...paperErrors],
  }),
  resolveImportName: defineRoute('resolveImportName', {
    summary: 'Say who an unknown name is', access: 'plan-import:write', params: byId, body: i.importResolution, response: i.planImport,
    errors: ['version.stale', 'lifecycle.not_allowed', 'reference.not_found'],
  }),
  commitPlanImport: defineRoute('commitPlanImport', {
    summary: 'Make the plan, whole or not at all', access: 'plan-import:write', params: byId, body: z.strictObject({ version: z.int().optional() }).optional(),
    response: s.committed, repeatable: true, errors: ['lifecycle.not_allowed', 'plan_import.unresolved', 'plan_import.extract', 'plan.year_taken', 'plan.year_issued', 'plan.paper_incomplete', 'plan.unit_outside', 'version.stale'],
  }),
  discardPlanImport: defineRoute('discardPlanImport', {
    summary: 'Set a preview aside', access: 'plan-import:write', params: byId, response: i.planImport, errors: ['lifecycle.not_allowed'],
  }),
  exportPlanImport: defineRoute('exportPlanImport', { summary: 'The preview as a paper, with what was found in a column of its own, as xlsx', access: 'plan-import:read', params: byId, file: xlsx, errors: ['lifecycle.not_allowed'] }),
  getPaper: defineRoute('getPaper', { summary: 'The original file', access: 'paper:read', params: byId, file: 'application/octet-stream' }),
} as const;

/** Routes of plans, their items and who signed for them. */
export const planRoutes = {
  listPlans: defineRoute('listPlans', { summary: 'Plans', access: 'plan:read', query: s.planQuery, response: pageOf(s.plan) }),
  getPlan: defineRoute('getPlan', { summary: 'One plan', access: 'plan:read', params: byId, response: s.plan }),
  updatePlan: defineRoute('updatePlan', { summary: 'Complete a draft', access: 'plan:write', params: byId, body: s.planChange, response: s.plan, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  undoPlan: defineRoute('undoPlan', { summary: 'Undo the commit of a draft; the preview is back', access: 'plan:write', params: byId, body: s.decision, response: i.planImport, errors: ['version.stale', 'lifecycle.not_allowed', 'consultation.open'] }),
  issuePlan: defineRoute('issuePlan', { summary: 'Issue a plan to its units', access: 'plan:issue', params: byId, body: s.decision, response: s.plan, errors: ['version.stale', 'lifecycle.not_allowed', 'plan.paper_incomplete', 'plan.empty', 'plan.year_taken', 'consultation.open'] }),
  closePlan: defineRoute('closePlan', { summary: 'Close a plan', access: 'plan:close', params: byId, body: s.reasonedDecision, response: s.plan, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  getPlanOpenWork: defineRoute('getPlanOpenWork', { summary: 'What is still open before a plan is closed', access: 'plan:close', params: byId, response: s.planOpenWork }),
  reopenPlan: defineRoute('reopenPlan', { summary: 'Open a closed plan again, with a reason', access: 'plan:close', params: byId, body: s.reasonedDecision, response: s.plan, errors: ['version.stale', 'lifecycle.not_allowed', 'plan.year_taken'] }),
  listItems: defineRoute('listItems', { summary: 'Items of a plan', access: 'plan:read', params: byId, query: s.itemQuery, response: pageOf(s.item) }),
  exportItems: defineRoute('exportItems', { summary: 'All items found, as xlsx', access: 'plan:export', params: byId, query: s.itemExportQuery, file: xlsx }),
  getMatrix: defineRoute('getMatrix', { summary: 'Unit × programme', access: 'plan:read', params: byId, response: s.matrix }),
  listSignOffs: defineRoute('listSignOffs', { summary: 'Who has signed', access: 'sign-off:read', params: byId, query: s.signOffQuery, response: s.signOffs }),
  recordSignOffs: defineRoute('recordSignOffs', { summary: 'Record units that signed in OA', access: 'sign-off:record', params: byId, body: s.signOffRecord, response: s.changed, errors: ['lifecycle.not_allowed'] }),
  exportSignOffs: defineRoute('exportSignOffs', { summary: 'Who has signed, as xlsx', access: 'sign-off:read', params: byId, query: s.signOffQuery, file: xlsx }),
  getReminder: defineRoute('getReminder', { summary: 'A reminder to pass on, with its QR code', access: 'sign-off:read', params: byId, response: s.reminder }),
  getItem: defineRoute('getItem', { summary: 'One item', access: 'plan:read', params: byId, response: s.item }),
  getItemHistory: defineRoute('getItemHistory', { summary: 'What happened to an item', access: 'plan:read', params: byId, response: pageOf(historyEntry) }),
  listAssignments: defineRoute('listAssignments', { summary: 'Assignments in reach, first of all the own ones', access: 'assignment:read', query: s.assignmentQuery, response: pageOf(s.assignmentRow) }),
  signAssignments: defineRoute('signAssignments', { summary: 'Sign for assignments', access: 'assignment:sign', body: s.signInput, response: s.changed, errors: ['version.stale'] }),
  askAboutAssignment: defineRoute('askAboutAssignment', { summary: 'Ask about an assignment', access: 'assignment:ask', params: byId, body: s.question, response: s.assignmentRow, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  answerAssignment: defineRoute('answerAssignment', { summary: 'Answer a question', access: 'assignment:answer', params: byId, body: s.question, response: s.assignmentRow, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  reopenAssignment: defineRoute('reopenAssignment', { summary: 'Ask a unit to sign again', access: 'assignment:reopen', params: byId, body: s.reasonedDecision, response: s.assignmentRow, errors: ['version.stale', 'lifecycle.not_allowed'] }),
} as const;

/** Routes from the plan of one year to that of another. */
export const planCopyRoutes = {
  listProgrammePairs: defineRoute('listProgrammePairs', { summary: 'Old and new programmes side by side', access: 'plan-import:write', params: byId, query: c.programmePairQuery, response: c.programmePairs, errors: ['lifecycle.not_allowed', 'plan_copy.year_earlier', 'plan_copy.year_taken'] }),
  exportProgrammePairs: defineRoute('exportProgrammePairs', { summary: 'The same as xlsx', access: 'plan-import:write', params: byId, query: c.programmePairQuery, file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', errors: ['lifecycle.not_allowed', 'plan_copy.year_earlier', 'plan_copy.year_taken'] }),
  viewPlanCopy: defineRoute('viewPlanCopy', { summary: 'What a copy for another year would hold', access: 'plan-import:write', params: byId, query: c.planCopyQuery, response: c.planCopyView, errors: ['lifecycle.not_allowed', 'plan_copy.year_earlier', 'plan_copy.year_taken'] }),
  copyPlan: defineRoute('copyPlan', {
    summary: 'Copy a plan into a preview for another year', access: 'plan-import:write', params: byId, body: c.planCopyInput, response: i.planImport, status: 201, repeatable: true,
    errors: ['lifecycle.not_allowed', 'plan_copy.year_earlier', 'plan_copy.year_taken', 'reference.not_found', 'storage.full'],
  }),
} as const;

/** Routes of the editions of a plan in its year. */
export const planRevisionRoutes = {
  createPlanRevision: defineRoute('createPlanRevision', {
    summary: 'Hold a paper against the plan of its year that is in force', access: 'plan-import:write', params: byId, body: s.decision, response: r.planRevisionDetail, status: 201,
    errors: ['lifecycle.not_allowed', 'version.stale', 'plan_import.unresolved', 'plan_import.extract', 'plan.paper_incomplete', 'plan_revision.no_plan', 'plan_revision.exists', 'plan_revision.nothing_new', 'plan.unit_outside'],
  }),
  listPlanRevisions: defineRoute('listPlanRevisions', { summary: 'Editions after the first', access: 'plan:read', params: byId, response: pageOf(r.planRevision) }),
  getPlanRevision: defineRoute('getPlanRevision', { summary: 'What an edition changes, item by item', access: 'plan:read', params: byId, response: r.planRevisionDetail }),
  updatePlanRevision: defineRoute('updatePlanRevision', {
    summary: 'Say which items are the same, and what stays in force', access: 'plan:write', params: byId, body: r.planRevisionChange, response: r.planRevisionDetail,
    errors: ['version.stale', 'lifecycle.not_allowed', 'reference.not_found', 'plan_revision.item_paired'],
  }),
  issuePlanRevision: defineRoute('issuePlanRevision', {
    summary: 'Issue an edition: units sign for what changed', access: 'plan:issue', params: byId, body: s.decision, response: r.planRevisionDetail,
    errors: ['version.stale', 'lifecycle.not_allowed', 'plan.paper_incomplete', 'plan_revision.undecided', 'plan.unit_outside'],
  }),
  withdrawPlanRevision: defineRoute('withdrawPlanRevision', { summary: 'Take the draft of an edition back; the preview is there again', access: 'plan:write', params: byId, body: s.decision, response: i.planImport, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  exportPlanRevision: defineRoute('exportPlanRevision', { summary: 'What an edition changes, as xlsx', access: 'plan:export', params: byId, file: xlsx }),
  listItemRevisions: defineRoute('listItemRevisions', { summary: 'What editions changed of an item', access: 'plan:read', params: byId, response: pageOf(r.itemRevision) }),
} as const;

const jointErrors = ['lifecycle.not_allowed', 'reference.not_found', 'joint_group.one_unit', 'joint_group.clause_unknown', 'joint_group.clause_taken', 'joint_group.lead_outside'] as const;
/** Routes of what several units of a plan do together. */
export const jointGroupRoutes = {
  listJointGroups: defineRoute('listJointGroups', { summary: 'Joint tasks of a plan', access: 'plan:read', params: byId, query: j.jointGroupQuery, response: pageOf(j.jointGroup) }),
  suggestJointGroups: defineRoute('suggestJointGroups', { summary: 'Clauses of several units that are perhaps one piece of work', access: 'plan:write', params: byId, response: pageOf(j.jointSuggestion) }),
  createJointGroup: defineRoute('createJointGroup', { summary: 'Confirm a joint task and name who leads it', access: 'plan:write', params: byId, body: j.jointGroupInput, response: j.jointGroup, status: 201, repeatable: true, errors: jointErrors }),
  dismissJointSuggestion: defineRoute('dismissJointSuggestion', { summary: 'Set a suggestion aside', access: 'plan:write', params: byId, body: j.jointDismissal, response: j.jointGroup, status: 201, repeatable: true, errors: ['lifecycle.not_allowed', 'reference.not_found', 'joint_group.clause_unknown', 'joint_group.clause_taken'] }),
  getJointGroup: defineRoute('getJointGroup', { summary: 'One joint task', access: 'plan:read', params: byId, response: j.jointGroup }),
  updateJointGroup: defineRoute('updateJointGroup', { summary: 'Change a joint task', access: 'plan:write', params: byId, body: j.jointGroupChange, response: j.jointGroup, errors: ['version.stale', ...jointErrors] }),
  dissolveJointGroup: defineRoute('dissolveJointGroup', { summary: 'Undo a joint task, or what was set aside; its clauses are suggested again', access: 'plan:write', params: byId, body: s.decision, response: done, errors: ['version.stale', 'lifecycle.not_allowed'] }),
} as const;

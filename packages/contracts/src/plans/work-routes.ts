import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as m from './measures.js';
import * as b from './measure-sheets.js';
import * as g from './measure-suggestions.js';
import { decision, reasonedDecision } from './schemas.js';
import * as w from './work-entries.js';

/** Routes of what counts as done, and of what proves it. */
export const measureRoutes = {
  listMeasures: defineRoute('listMeasures', { summary: 'Measures with their progress', access: 'plan:read', query: m.measureQuery, response: pageOf(m.measure) }),
  createMeasure: defineRoute('createMeasure', { summary: 'Say what counts as done for an item', access: 'measure:write', params: byId, body: m.measureInput, response: m.measure, status: 201, repeatable: true, errors: ['reference.not_found', 'lifecycle.not_allowed'] }),
  getMeasure: defineRoute('getMeasure', { summary: 'One measure', access: 'plan:read', params: byId, response: m.measure }),
  updateMeasure: defineRoute('updateMeasure', { summary: 'Change a measure', access: 'measure:write', params: byId, body: m.measureChange, response: m.measure, errors: ['version.stale', 'reference.not_found', 'lifecycle.not_allowed'] }),
  deleteMeasure: defineRoute('deleteMeasure', { summary: 'Remove a measure that nothing was counted for by name', access: 'measure:write', params: byId, response: done, errors: ['measure.in_use', 'lifecycle.not_allowed'] }),
  judgeMeasure: defineRoute('judgeMeasure', { summary: 'Judge a qualitative measure', access: 'measure:judge', params: byId, body: m.judgement, response: m.measure, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  listEvidence: defineRoute('listEvidence', { summary: 'What a number is made of', access: 'plan:read', query: m.evidenceQuery, response: pageOf(m.evidence) }),
} as const;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const unreadable = ['measure_sheet.foreign', 'measure_sheet.other_plan', 'collection.sheet_unsupported', 'paper.truncated', 'paper.too_large_unpacked', 'paper.too_many_rows', 'paper.password_protected', 'paper.empty', 'paper.malformed', 'paper.reader_failed', 'lifecycle.not_allowed'] as const;
const sheet = { field: 'file', maxBytes: b.measureSheetLimits.sheetBytes } as const;
/** Routes of measures in bulk. */
export const measureSheetRoutes = {
  suggestMeasures: defineRoute('suggestMeasures', { summary: 'What the words of items without a measure suggest', access: 'measure:write', params: byId, response: g.measureSuggestions, errors: ['lifecycle.not_allowed'] }),
  listMeasureOverlaps: defineRoute('listMeasureOverlaps', { summary: 'Measures that may count the same people', access: 'measure:write', params: byId, response: pageOf(b.measureOverlap) }),
  separateMeasures: defineRoute('separateMeasures', { summary: 'Say that two measures do not count the same people', access: 'measure:write', params: byId, body: b.measureSeparation, response: b.measureOverlap, status: 201, errors: ['lifecycle.not_allowed', 'measure_overlap.changed'] }),
  rejoinMeasures: defineRoute('rejoinMeasures', { summary: 'Take back that two measures do not count the same people', access: 'measure:write', params: byId, body: b.measureRejoining, response: b.measureOverlap, errors: ['lifecycle.not_allowed', 'measure_overlap.changed'] }),
  takeMeasures: defineRoute('takeMeasures', { summary: 'Set measures for many items without one, whole or not at all', access: 'measure:write', params: byId, body: g.measureTaking, response: b.measureSheetTaken, status: 201, repeatable: true, errors: ['version.stale', 'lifecycle.not_allowed', 'reference.not_found', 'measure_suggestion.measured'] }),
  exportMeasureSheet: defineRoute('exportMeasureSheet', { summary: 'The items of a plan with their measures, to fill in, as xlsx', access: 'measure:write', params: byId, file: xlsx, errors: ['lifecycle.not_allowed'] }),
  readMeasureSheet: defineRoute('readMeasureSheet', { summary: 'What a filled sheet would change; nothing is written', access: 'measure:write', params: byId, upload: sheet, response: b.measureSheet, errors: unreadable }),
  markMeasureSheet: defineRoute('markMeasureSheet', { summary: 'A filled sheet with what is wrong in a column of its own, as xlsx', access: 'measure:write', params: byId, upload: sheet, file: xlsx, errors: unreadable }),
  takeMeasureSheet: defineRoute('takeMeasureSheet', { summary: 'Write what was looked at, whole or not at all', access: 'measure:write', params: byId, query: b.measureSheetTaking, upload: sheet, response: b.measureSheetTaken, errors: [...unreadable, 'version.stale', 'measure_sheet.faulty'] }),
} as const;

/** Routes of the proven work that is no volunteer activity. */
export const workEntryRoutes = {
  listWorkEntries: defineRoute('listWorkEntries', { summary: 'Work entries in reach', access: 'work-entry:read', query: w.workEntryQuery, response: pageOf(w.workEntry) }),
  createWorkEntry: defineRoute('createWorkEntry', { summary: 'Enter a piece of work', access: 'work-entry:write', body: w.workEntryInput, response: w.workEntry, status: 201, repeatable: true, errors: ['reference.not_found'] }),
  getWorkEntry: defineRoute('getWorkEntry', { summary: 'One piece of work', access: 'work-entry:read', params: byId, response: w.workEntry }),
  updateWorkEntry: defineRoute('updateWorkEntry', { summary: 'Change a draft', access: 'work-entry:write', params: byId, body: w.workEntryChange, response: w.workEntry, errors: ['version.stale', 'lifecycle.not_allowed', 'reference.not_found'] }),
  deleteWorkEntry: defineRoute('deleteWorkEntry', { summary: 'Throw a draft away', access: 'work-entry:write', params: byId, response: done, errors: ['lifecycle.not_allowed'] }),
  submitWorkEntry: defineRoute('submitWorkEntry', { summary: 'Hand in for checking', access: 'work-entry:submit', params: byId, body: decision, response: w.workEntry, errors: ['version.stale', 'lifecycle.not_allowed', 'work_entry.incomplete'] }),
  recallWorkEntry: defineRoute('recallWorkEntry', { summary: 'Take back what is not checked yet', access: 'work-entry:submit', params: byId, body: decision, response: w.workEntry, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  acceptWorkEntry: defineRoute('acceptWorkEntry', { summary: 'Accept: it counts from now on', access: 'work-entry:check', params: byId, body: decision, response: w.workEntry, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  returnWorkEntry: defineRoute('returnWorkEntry', { summary: 'Give back with a reason', access: 'work-entry:check', params: byId, body: reasonedDecision, response: w.workEntry, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  revokeWorkEntry: defineRoute('revokeWorkEntry', { summary: 'Take an accepted entry out of every number', access: 'work-entry:check', params: byId, body: reasonedDecision, response: w.workEntry, errors: ['version.stale', 'lifecycle.not_allowed'] }),
  getWorkEntryHistory: defineRoute('getWorkEntryHistory', { summary: 'What happened to a work entry', access: 'work-entry:read', params: byId, response: pageOf(historyEntry) }),
} as const;

import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as c from './collections.js';
import { changed, decision, reasonedDecision, reminder } from './schemas.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
const unreadable = ['collection.sheet_unsupported', 'collection.sheet_foreign', 'paper.truncated', 'paper.too_large_unpacked', 'paper.too_many_rows', 'paper.password_protected', 'paper.empty', 'paper.malformed', 'paper.reader_failed'] as const;

/** Routes of collections, for the office and all who read them. */
export const collectionRoutes = {
  listCollections: defineRoute('listCollections', { summary: 'Collections in which a unit in reach is asked', access: 'collection:read', query: c.collectionQuery, response: pageOf(c.collection) }),
  createCollection: defineRoute('createCollection', { summary: 'Begin a draft', access: 'collection:write', body: c.collectionInput, response: c.collection, status: 201, repeatable: true, errors: ['reference.not_found'] }),
  getCollection: defineRoute('getCollection', { summary: 'One collection', access: 'collection:read', params: byId, response: c.collection }),
  updateCollection: defineRoute('updateCollection', { summary: 'Change a draft, or words, last day and columns of one that is open', access: 'collection:write', params: byId, body: c.collectionChange, response: c.collection, errors: [...steps, 'reference.not_found', 'collection.field_gone', 'collection.field_retyped', 'collection.field_demanded', 'collection.fixed', 'collection.day_over'] }),
  deleteCollection: defineRoute('deleteCollection', { summary: 'Delete a draft', access: 'collection:write', params: byId, response: done, errors: ['lifecycle.not_allowed'] }),
  copyCollection: defineRoute('copyCollection', { summary: 'A copy as a new draft', access: 'collection:write', params: byId, body: c.collectionCopy, response: c.collection, status: 201, repeatable: true }),
  openCollection: defineRoute('openCollection', { summary: 'Ask the units', access: 'collection:write', params: byId, body: decision, response: c.collection, errors: [...steps, 'collection.no_fields', 'collection.no_units', 'collection.day_over'] }),
  closeCollection: defineRoute('closeCollection', { summary: 'Close it', access: 'collection:write', params: byId, body: c.collectionClosing, response: c.collection, errors: [...steps, 'collection.gaps'] }),
  reopenCollection: defineRoute('reopenCollection', { summary: 'Open it again', access: 'collection:write', params: byId, body: c.collectionReopening, response: c.collection, errors: [...steps, 'collection.day_over'] }),
  withdrawCollection: defineRoute('withdrawCollection', { summary: 'Take it back; no answer is wanted', access: 'collection:write', params: byId, body: reasonedDecision, response: c.collection, errors: steps }),
  getCollectionHistory: defineRoute('getCollectionHistory', { summary: 'What happened to a collection', access: 'collection:write', params: byId, response: pageOf(historyEntry) }),
  getCollectionReminder: defineRoute('getCollectionReminder', { summary: 'A text for the units’ group, with its QR code', access: 'collection:write', params: byId, response: reminder }),
  chaseCollection: defineRoute('chaseCollection', { summary: 'Tell those who have not answered, once a day', access: 'collection:write', params: byId, body: c.collectionChasing, response: c.collectionChased, errors: ['lifecycle.not_allowed', 'reference.not_found'] }),
  listCollectionAnswers: defineRoute('listCollectionAnswers', { summary: 'How each unit in reach stands', access: 'collection:read', params: byId, query: c.collectionStandingQuery, response: pageOf(c.collectionStanding) }),
  acceptCollectionAnswers: defineRoute('acceptCollectionAnswers', { summary: 'Accept several answers', access: 'collection:write', params: byId, body: c.collectionAcceptance, response: changed }),
  listCollectionRows: defineRoute('listCollectionRows', { summary: 'All rows that were handed in, with what is made of their columns', access: 'collection:read', params: byId, query: c.collectionRowQuery, response: c.collectionTable }),
  getCollectionSummary: defineRoute('getCollectionSummary', { summary: 'Sums by county, and beside the one before', access: 'collection:read', params: byId, response: c.collectionSummary }),
  exportCollection: defineRoute('exportCollection', { summary: 'All rows with sums, gaps and counts, as xlsx', access: 'collection:read', params: byId, file: xlsx }),
  exportCollectionSummary: defineRoute('exportCollectionSummary', { summary: 'The summary in the layout of GB/T 9704', access: 'collection:read', params: byId, file: docx }),
} as const;

/** Routes of what one unit answers. */
export const collectionAnswerRoutes = {
  getCollectionAnswer: defineRoute('getCollectionAnswer', { summary: 'What one unit answers', access: 'collection:read', params: byId, response: c.collectionAnswer }),
  getCollectionAnswerHistory: defineRoute('getCollectionAnswerHistory', { summary: 'What happened to an answer', access: 'collection:read', params: byId, response: pageOf(historyEntry) }),
  saveCollectionAnswer: defineRoute('saveCollectionAnswer', { summary: 'Write', access: 'collection:answer', params: byId, body: c.collectionAnswerChange, response: c.collectionAnswer, errors: steps }),
  handOverCollectionAnswer: defineRoute('handOverCollectionAnswer', { summary: 'Hand to the approver of the unit', access: 'collection:answer', params: byId, body: decision, response: c.collectionAnswer, errors: [...steps, 'unit_report.no_approver'] }),
  sendBackCollectionAnswer: defineRoute('sendBackCollectionAnswer', { summary: 'Give back inside the unit', access: 'collection:submit', params: byId, body: reasonedDecision, response: c.collectionAnswer, errors: [...steps, 'unit_report.needs_approver'] }),
  submitCollectionAnswer: defineRoute('submitCollectionAnswer', { summary: 'Hand in', access: 'collection:submit', params: byId, body: decision, response: c.collectionAnswer, errors: [...steps, 'unit_report.needs_approver'] }),
  recallCollectionAnswer: defineRoute('recallCollectionAnswer', { summary: 'Take back while the office has not looked at it', access: 'collection:answer', params: byId, body: decision, response: c.collectionAnswer, errors: steps }),
  acceptCollectionAnswer: defineRoute('acceptCollectionAnswer', { summary: 'Accept', access: 'collection:write', params: byId, body: decision, response: c.collectionAnswer, errors: steps }),
  returnCollectionAnswer: defineRoute('returnCollectionAnswer', { summary: 'Give back, with a reason', access: 'collection:write', params: byId, body: reasonedDecision, response: c.collectionAnswer, errors: [...steps, 'unit_report.unit_merged'] }),
  exportCollectionTemplate: defineRoute('exportCollectionTemplate', { summary: 'The table to fill in, as xlsx', access: 'collection:read', params: byId, file: xlsx }),
  readCollectionSheet: defineRoute('readCollectionSheet', { summary: 'Read a filled table; nothing is saved', access: 'collection:answer', params: byId, upload: { field: 'file', maxBytes: c.collectionLimits.sheetBytes }, response: c.collectionSheet, errors: unreadable }),
  markCollectionSheet: defineRoute('markCollectionSheet', { summary: 'A filled table with what is wrong in a column of its own, as xlsx', access: 'collection:answer', params: byId, upload: { field: 'file', maxBytes: c.collectionLimits.sheetBytes }, file: xlsx, errors: unreadable }),
} as const;

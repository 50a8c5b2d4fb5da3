import { pageOf } from '../paging.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as f from './follow-ups.js';
import { changed, decision, reasonedDecision } from './schemas.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const steps = ['version.stale', 'lifecycle.not_allowed'] as const;

/** Routes of changes to assignments: other days, other content, and what was said by word of mouth. */
export const adjustmentRoutes = {
  listAdjustments: defineRoute('listAdjustments', { summary: 'Adjustments in reach', access: 'adjustment:read', query: f.adjustmentQuery, response: pageOf(f.adjustment) }),
  getAdjustment: defineRoute('getAdjustment', { summary: 'One adjustment', access: 'adjustment:read', params: byId, response: f.adjustment }),
  askAdjustment: defineRoute('askAdjustment', { summary: 'Ask for another day or other content', access: 'adjustment:ask', params: byId, body: f.adjustmentInput, response: f.adjustment, status: 201, errors: [...steps, 'adjustment.day_not_later', 'adjustment.waiting', 'reference.not_found'] }),
  handInAdjustment: defineRoute('handInAdjustment', { summary: 'Hand in to the office, by the approver of the unit', access: 'adjustment:ask', params: byId, body: decision, response: f.adjustment, errors: [...steps, 'follow_up.needs_approver'] }),
  sendBackAdjustment: defineRoute('sendBackAdjustment', { summary: 'Give back inside the unit, with a reason', access: 'adjustment:ask', params: byId, body: reasonedDecision, response: f.adjustment, errors: [...steps, 'follow_up.needs_approver'] }),
  withdrawAdjustment: defineRoute('withdrawAdjustment', { summary: 'Take back what nobody has decided about', access: 'adjustment:ask', params: byId, body: decision, response: f.adjustment, errors: steps }),
  grantAdjustment: defineRoute('grantAdjustment', { summary: 'Grant, perhaps with another day', access: 'adjustment:decide', params: byId, body: f.adjustmentGrant, response: f.adjustment, errors: [...steps, 'adjustment.day_not_later'] }),
  refuseAdjustment: defineRoute('refuseAdjustment', { summary: 'Refuse, with a reason', access: 'adjustment:decide', params: byId, body: reasonedDecision, response: f.adjustment, errors: steps }),
  enterOralAdjustment: defineRoute('enterOralAdjustment', { summary: 'Enter what was said by word of mouth, for one or several assignments', access: 'adjustment:decide', params: byId, body: f.oralAdjustmentInput, response: changed, status: 201, repeatable: true, errors: ['lifecycle.not_allowed', 'reference.not_found', 'version.stale'] }),
  putAdjustmentInWriting: defineRoute('putAdjustmentInWriting', { summary: 'Put in writing what was said', access: 'adjustment:decide', params: byId, body: f.adjustmentWriting, response: f.adjustment, errors: [...steps, 'reference.not_found'] }),
  getAdjustmentHistory: defineRoute('getAdjustmentHistory', { summary: 'What happened to an adjustment', access: 'adjustment:read', params: byId, response: pageOf(historyEntry) }),
  exportFollowUps: defineRoute('exportFollowUps', { summary: 'Adjustments and close-outs of a plan, as xlsx', access: 'adjustment:read', params: byId, file: xlsx }),
} as const;

/** Routes of the closing-out of assignments. */
export const closeOutRoutes = {
  getCloseOutChecklist: defineRoute('getCloseOutChecklist', { summary: 'What is met before an assignment is closed out', access: 'close-out:read', params: byId, response: f.closeOutChecklist }),
  listCloseOuts: defineRoute('listCloseOuts', { summary: 'Requests to close out, in reach', access: 'close-out:read', query: f.closeOutQuery, response: pageOf(f.closeOut) }),
  getCloseOut: defineRoute('getCloseOut', { summary: 'One request to close out', access: 'close-out:read', params: byId, response: f.closeOut }),
  askCloseOut: defineRoute('askCloseOut', { summary: 'Ask to close an assignment out', access: 'close-out:ask', params: byId, body: f.closeOutInput, response: f.closeOut, status: 201, errors: [...steps, 'close_out.unexplained', 'close_out.lead_asks', 'close_out.waiting', 'close_out.done'] }),
  handInCloseOut: defineRoute('handInCloseOut', { summary: 'Hand in to the office, by the approver of the unit', access: 'close-out:ask', params: byId, body: decision, response: f.closeOut, errors: [...steps, 'follow_up.needs_approver'] }),
  sendBackCloseOut: defineRoute('sendBackCloseOut', { summary: 'Give back inside the unit, with a reason', access: 'close-out:ask', params: byId, body: reasonedDecision, response: f.closeOut, errors: [...steps, 'follow_up.needs_approver'] }),
  withdrawCloseOut: defineRoute('withdrawCloseOut', { summary: 'Take back what nobody has decided about', access: 'close-out:ask', params: byId, body: decision, response: f.closeOut, errors: steps }),
  acceptCloseOut: defineRoute('acceptCloseOut', { summary: 'Accept: the assignment is closed out', access: 'close-out:decide', params: byId, body: f.closeOutAcceptance, response: f.closeOut, errors: steps }),
  acceptCloseOuts: defineRoute('acceptCloseOuts', { summary: 'Accept several; one that was changed meanwhile is left', access: 'close-out:decide', params: byId, body: f.closeOutAcceptances, response: changed }),
  returnCloseOut: defineRoute('returnCloseOut', { summary: 'Give back to the unit, with a reason', access: 'close-out:decide', params: byId, body: reasonedDecision, response: f.closeOut, errors: steps }),
  reopenCloseOut: defineRoute('reopenCloseOut', { summary: 'Open again what was closed out, with a reason', access: 'close-out:decide', params: byId, body: reasonedDecision, response: f.closeOut, errors: steps }),
  getCloseOutHistory: defineRoute('getCloseOutHistory', { summary: 'What happened to a request to close out', access: 'close-out:read', params: byId, response: pageOf(historyEntry) }),
} as const;

import type { LightReason, Prompt, PromptReply } from '@kepu/contracts';
import { can, reaches, reachOf, type Actor } from '../../../platform/auth/actor.js';
import { fromDbTime } from '../../../platform/database/index.js';
import type { PromptItemRow, PromptReplyRow, PromptRow } from './prompts.repository.js';

const act = (at: string | null, by: string | null): { by: string; at: string } | null => (at === null ? null : { by: by ?? '', at: fromDbTime(at) });
const replyView = (row: PromptReplyRow): PromptReply => ({
  id: row.id, reason: row.reason, measures: row.measures, newDay: row.newDay, by: row.repliedBy, at: fromDbTime(row.repliedAt), late: Number(row.late) === 1,
  returned: row.returnedAt === null ? null : { by: row.returnedBy ?? '', at: fromDbTime(row.returnedAt), reason: row.returnedReason ?? '' }, takenBack: Number(row.takenBack) === 1,
});

/** Whether somebody sees what was not sent: the office, and its leader. */
export const seesUnsent = (actor: Actor): boolean => can(actor, 'prompt:write') || can(actor, 'prompt:approve');
const unsent: readonly Prompt['state'][] = ['draft', 'awaiting', 'approved'];

/** A prompt as its reader sees it. */
export const promptView = (actor: Actor, row: PromptRow, items: readonly PromptItemRow[], replies: readonly PromptReplyRow[], today: string): Prompt => ({
  id: row.id, plan: { id: row.planId, title: row.planTitle, year: row.planYear, state: row.planState }, unit: { id: row.unitId, name: row.unitName }, kind: row.kind, state: row.state, number: row.number, title: row.title, text: row.text, replyBy: row.replyBy, replyUncertain: Number(row.replyUncertain) === 1,
  overdue: row.state === 'sent' && row.planState === 'issued' && row.replyBy < today,
  items: items.filter(({ promptId }) => promptId === row.id).map(({ assignmentId, itemId, seq, programme, text, light, reasons }) => ({ assignmentId, itemId, seq, programme, text, light, reasons: JSON.parse(reasons) as LightReason[] })),
  written: { by: row.createdByName, at: fromDbTime(row.createdAt) }, approved: act(row.approvedAt, row.approvedBy), turnedDown: row.turnedDownAt === null || !seesUnsent(actor) ? null : { by: row.turnedDownBy ?? '', at: fromDbTime(row.turnedDownAt), reason: row.turnedDownReason ?? '' }, sent: act(row.sentAt, row.sentBy), read: act(row.readAt, row.readBy),
  closed: row.closedAt === null ? null : { by: row.closedBy ?? '', at: fromDbTime(row.closedAt), note: row.closedNote }, replies: replies.filter(({ promptId }) => promptId === row.id).map(replyView), endedReason: row.endedReason,
  before: row.beforeId === null ? null : { id: row.beforeId, number: row.beforeNumber }, after: row.afterId === null || (!seesUnsent(actor) && row.afterState !== null && unsent.includes(row.afterState)) ? null : { id: row.afterId, number: row.afterNumber },
  mayReply: reaches(reachOf(actor, 'prompt:reply'), { path: row.unitPath, divisionId: row.unitDivision }), version: row.version,
});

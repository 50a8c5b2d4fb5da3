import { z } from 'zod';
import { historyEntry } from '../units/schemas.js';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { byId, day, done, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { defineRoute } from '../route.js';
import { lightReason, lights } from './lights.js';
import { decision, planStates, reasonedDecision } from './schemas.js';

/** Kinds of prompts: 工作提示函, which the office sends by itself, and 督办单, which a leader approves before. */
export const promptKinds = ['letter', 'order'] as const;
/** A kind of prompt. */
export type PromptKind = (typeof promptKinds)[number];
/** States of a prompt. */
export const promptStates = ['draft', 'awaiting', 'approved', 'sent', 'replied', 'closed', 'escalated', 'withdrawn'] as const;

const act = z.object({ by: z.string(), at: instant });
/** What a unit replied, and why it was given back where it was. */
export const promptReply = z.object({ id, reason: z.string(), measures: z.string(), newDay: day.nullable().describe('by when the unit means to be done; more time is asked for apart'), by: z.string(), at: instant, late: z.boolean(), returned: act.extend({ reason: z.string() }).nullable(), takenBack: z.boolean() }).meta({ id: 'PromptReply' });
/** What a unit replied. */
export type PromptReply = z.output<typeof promptReply>;
/** A numbered letter to one unit about some of its work, with a day to reply by. What the office has not sent is seen by the office and its leader alone. */
export const prompt = z.object({
  id, plan: z.object({ id, title: z.string(), year: z.int(), state: z.enum(planStates) }), unit: named, kind: z.enum(promptKinds), state: z.enum(promptStates), number: z.string().nullable(), title: z.string(), text: z.string(), replyBy: day,
  replyUncertain: z.boolean().describe('the day falls into a year whose holidays are not announced'), overdue: z.boolean().describe('not replied to, and the day is over'),
  items: z.array(z.object({ assignmentId: id, itemId: id, seq: z.int(), programme: z.string(), text: z.string(), light: z.enum(lights).describe('when the prompt was written'), reasons: z.array(lightReason) })),
  written: act, approved: act.nullable(), turnedDown: act.extend({ reason: z.string() }).nullable(), sent: act.nullable(), read: act.nullable().describe('by the unit, for the first time'), closed: act.extend({ note: z.string().nullable() }).nullable(),
  replies: z.array(promptReply).describe('newest first'), endedReason: z.string().nullable().describe('why it was escalated or taken back'), before: z.object({ id, number: z.string().nullable() }).nullable().describe('what it has taken the place of'), after: z.object({ id, number: z.string().nullable() }).nullable(),
  mayReply: z.boolean().describe('the reader speaks for the unit'), version,
}).meta({ id: 'Prompt' });
/** A numbered letter to one unit. */
export type Prompt = z.output<typeof prompt>;

/** Writes drafts, one for each unit of the assignments. `replyBy` and the words follow from the kind where they are left out. */
export const promptsInput = z.strictObject({ kind: z.enum(promptKinds).default('letter'), assignmentIds: z.array(id).min(1).max(500), replyBy: day.optional(), text: paragraph(lengths.text).optional() }).meta({ id: 'PromptsInput' });
/** Changes to a draft. */
export const promptChange = z.strictObject({ version, kind: z.enum(promptKinds).optional(), title: line(lengths.title).optional(), text: paragraph(lengths.text).optional(), replyBy: day.optional(), number: line(lengths.docNumber).nullable().optional() }).meta({ id: 'PromptChange' });
/** Sends it, under its number; with a later day to reply by, where the leader took time. */
export const promptSending = z.strictObject({ version, number: line(lengths.docNumber), replyBy: day.optional() }).meta({ id: 'PromptSending' });
/** What the unit replies: why, what it does about it, and by when. */
export const promptReplyInput = z.strictObject({ version, reason: paragraph(lengths.note), measures: paragraph(lengths.note), newDay: day.nullable().default(null) }).meta({ id: 'PromptReplyInput' });
/** Accepts a reply. */
export const promptAcceptance = z.strictObject({ version, note: paragraph(lengths.note).optional() }).meta({ id: 'PromptAcceptance' });
/** Gives a reply back, with another day to reply by. */
export const promptReturn = z.strictObject({ version, reason: paragraph(lengths.note), replyBy: day.optional() }).meta({ id: 'PromptReturn' });
const promptFilters = { planId: id.optional(), unitId: id.optional(), kind: z.enum(promptKinds).optional(), state: z.enum(promptStates).optional(), overdue: flag.optional(), inForce: flag.optional().describe('of plans in force, whose letters can still be dealt with'), assignmentId: id.optional() };
/** Filters of the list of prompts. `q` finds number, title and unit. */
export const promptQuery = listQuery(['replyBy', 'written', 'unit'], promptFilters);
/** The same without paging: an export is whole. */
export const promptExportQuery = promptQuery.omit({ page: true, perPage: true });

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
/** Routes of prompts. */
export const promptRoutes = {
  listPrompts: defineRoute('listPrompts', { summary: 'Prompts in reach', access: 'prompt:read', query: promptQuery, response: pageOf(prompt) }),
  exportPrompts: defineRoute('exportPrompts', { summary: 'All prompts found with their replies, as xlsx', access: 'prompt:read', query: promptExportQuery, file: xlsx }),
  createPrompts: defineRoute('createPrompts', { summary: 'Write drafts, one for each unit', access: 'prompt:write', params: byId, body: promptsInput, response: pageOf(prompt), status: 201, repeatable: true, errors: ['lifecycle.not_allowed', 'reference.not_found', 'prompt.closed_out'] }),
  getPrompt: defineRoute('getPrompt', { summary: 'One prompt', access: 'prompt:read', params: byId, response: prompt }),
  getPromptHistory: defineRoute('getPromptHistory', { summary: 'What happened to a prompt', access: 'prompt:read', params: byId, response: pageOf(historyEntry) }),
  exportPrompt: defineRoute('exportPrompt', { summary: 'The letter with its reply slip, in the layout of GB/T 9704', access: 'prompt:read', params: byId, file: docx }),
  updatePrompt: defineRoute('updatePrompt', { summary: 'Change a draft', access: 'prompt:write', params: byId, body: promptChange, response: prompt, errors: steps }),
  deletePrompt: defineRoute('deletePrompt', { summary: 'Delete a draft', access: 'prompt:write', params: byId, response: done, errors: ['lifecycle.not_allowed'] }),
  requestPromptApproval: defineRoute('requestPromptApproval', { summary: 'Ask the leader for approval', access: 'prompt:write', params: byId, body: decision, response: prompt, errors: steps }),
  takePromptBack: defineRoute('takePromptBack', { summary: 'Take back to change it', access: 'prompt:write', params: byId, body: decision, response: prompt, errors: steps }),
  approvePrompt: defineRoute('approvePrompt', { summary: 'Approve', access: 'prompt:approve', params: byId, body: decision, response: prompt, errors: steps }),
  turnPromptDown: defineRoute('turnPromptDown', { summary: 'Turn down, with a reason', access: 'prompt:approve', params: byId, body: reasonedDecision, response: prompt, errors: steps }),
  sendPrompt: defineRoute('sendPrompt', { summary: 'Send under its number', access: 'prompt:write', params: byId, body: promptSending, response: prompt, errors: [...steps, 'prompt.needs_approval', 'prompt.number_taken', 'prompt.day_over'] }),
  readPrompt: defineRoute('readPrompt', { summary: 'Say that the unit has read it', access: 'prompt:reply', params: byId, response: prompt }),
  replyToPrompt: defineRoute('replyToPrompt', { summary: 'Reply', access: 'prompt:reply', params: byId, body: promptReplyInput, response: prompt, errors: steps }),
  amendPromptReply: defineRoute('amendPromptReply', { summary: 'Take the own reply back while nobody has decided about it', access: 'prompt:reply', params: byId, body: decision, response: prompt, errors: steps }),
  acceptPromptReply: defineRoute('acceptPromptReply', { summary: 'Accept the reply', access: 'prompt:write', params: byId, body: promptAcceptance, response: prompt, errors: steps }),
  returnPromptReply: defineRoute('returnPromptReply', { summary: 'Give the reply back, with a reason', access: 'prompt:write', params: byId, body: promptReturn, response: prompt, errors: [...steps, 'prompt.day_over'] }),
  escalatePrompt: defineRoute('escalatePrompt', { summary: 'Let a 督办单 take its place; its draft is the answer', access: 'prompt:write', params: byId, body: reasonedDecision, response: prompt, errors: steps }),
  withdrawPrompt: defineRoute('withdrawPrompt', { summary: 'Take back; no reply is wanted', access: 'prompt:write', params: byId, body: reasonedDecision, response: prompt, errors: steps }),
} as const;

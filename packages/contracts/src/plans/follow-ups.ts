import { z } from 'zod';
import { file, fileIds } from '../files/schemas.js';
import { lengths } from '../lengths.js';
import { listQuery } from '../paging.js';
import { day, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { due } from './imports.js';
import { assignmentRoles, planStates } from './schemas.js';

/** Kinds of adjustments: 延期, 调整内容, 口头指示. */
export const adjustmentKinds = ['extension', 'content', 'oral'] as const;
/** A kind of adjustment. */
export type AdjustmentKind = (typeof adjustmentKinds)[number];
/** States of an adjustment. What is said by word of mouth is in force at once. */
export const adjustmentStates = ['checking', 'asked', 'granted', 'refused', 'sent_back', 'withdrawn'] as const;
/** A state of an adjustment. */
export type AdjustmentState = (typeof adjustmentStates)[number];
/** States of a request to close out. */
export const closeOutStates = ['checking', 'asked', 'accepted', 'returned', 'reopened', 'sent_back', 'withdrawn'] as const;
/** A state of a request to close out. */
export type CloseOutState = (typeof closeOutStates)[number];
/** What the system looks at before an assignment is closed out. */
export const closeOutPoints = ['signed', 'measures', 'evidence', 'reports', 'pending'] as const;
/** One of the points that the system looks at. */
export type CloseOutPointName = (typeof closeOutPoints)[number];

const followed = z.object({
  id, version: version.describe('of the assignment'), role: z.enum(assignmentRoles), unit: named, item: z.object({ id, seq: z.int(), number: z.string().nullable(), programme: z.string(), text: z.string(), due: due.nullable() }),
  plan: z.object({ id, title: z.string(), year: z.int(), state: z.enum(planStates) }), extendedTo: day.nullable(), dayInForce: day, doneAt: instant.nullable(),
});
const said = z.object({ text: z.string(), by: z.string(), at: instant });
const may = z.object({ ask: z.boolean().describe('takes it back'), handIn: z.boolean().describe('speaks for the unit'), decide: z.boolean() }).describe('what the reader’s rights reach for this unit, whatever the state allows');

/** A change to an assignment that the words of the paper do not hold: another day, other content, or what was said by word of mouth. */
export const adjustment = z.object({
  id, assignment: followed, kind: z.enum(adjustmentKinds), state: z.enum(adjustmentStates), dayBefore: day.describe('in force when it was asked for'), askedDay: day.nullable(), grantedDay: day.nullable(), content: z.string().nullable(), reason: z.string(),
  late: z.boolean().describe('asked for after the day in force'), saidBy: z.string().nullable(), saidOn: day.nullable(), written: said.nullable().describe('how what was said was put in writing'), unwritten: z.boolean(), writtenBy: day.nullable().describe('until when it should be in writing'), files: z.array(file),
  createdAt: instant, createdBy: z.string(), askedAt: instant.nullable(), askedBy: z.string().nullable(), decided: said.extend({ text: z.string().nullable() }).nullable(), approvers: z.array(z.string()), may, version,
}).meta({ id: 'Adjustment' });
/** A change to an assignment. */
export type Adjustment = z.output<typeof adjustment>;
const listed = { planId: id.optional(), itemId: id.optional(), unitId: id.optional(), waiting: flag.optional().describe('what waits for the reader’s side: the office’s decision, or the unit') };
/** Filters of the list of adjustments. Without a sort, what waits comes first. */
export const adjustmentQuery = listQuery(['askedAt', 'seq', 'unit', 'day'], { ...listed, kind: z.enum(adjustmentKinds).optional(), state: z.enum(adjustmentStates).optional(), unwritten: flag.optional().describe('said by word of mouth, and not in writing yet') });

const asks = (value: { kind: 'extension' | 'content'; day?: string | undefined; content?: string | undefined }) => (value.kind === 'extension' ? value.day !== undefined : value.content !== undefined);
/** What a unit asks for: another day, or other content (and another day, if any). `version`: of the assignment, as it was read. */
export const adjustmentInput = z.strictObject({ version, kind: z.enum(['extension', 'content']), day: day.optional(), content: paragraph(lengths.note).optional(), reason: paragraph(lengths.note), fileIds: fileIds.default([]) })
  .refine(asks, { path: ['day'], message: 'required' }).meta({ id: 'AdjustmentInput' });
/** Grants, perhaps with another day than the one asked for. */
export const adjustmentGrant = z.strictObject({ version, day: day.optional(), note: paragraph(lengths.note).optional() }).meta({ id: 'AdjustmentGrant' });
/** What somebody in charge has said, about one or several assignments of a plan. In force at once. */
export const oralAdjustmentInput = z.strictObject({ assignmentIds: z.array(id).min(1).max(100), saidBy: line(lengths.personName), saidOn: day, text: paragraph(lengths.note), day: day.optional(), fileIds: fileIds.default([]) }).meta({ id: 'OralAdjustmentInput' });
/** How what was said was put in writing: a note, and a scan where there is one. It holds for all assignments of the same instruction. */
export const adjustmentWriting = z.strictObject({ version, note: paragraph(lengths.note), fileIds: fileIds.default([]) }).meta({ id: 'AdjustmentWriting' });

/** One point of the checklist. `missing` names what is not there: measures with how far they are, reports, adjustments. */
export const closeOutPoint = z.object({
  point: z.enum(closeOutPoints), met: z.boolean(), total: z.int(), done: z.int(), missing: z.array(z.object({ name: z.string(), value: z.number().nullable(), target: z.number().nullable(), unitOfMeasure: z.string().nullable() })),
}).meta({ id: 'CloseOutPoint' });
/** One point of the checklist. */
export type CloseOutPoint = z.output<typeof closeOutPoint>;
/** What the system finds before a unit asks. `leader`: the unit that asks for all, where this one only takes part. */
export const closeOutChecklist = z.object({ assignment: followed, points: z.array(closeOutPoint), leader: named.nullable(), approvers: z.array(z.string()), open: z.boolean().describe('it may be asked for now'), mayAsk: z.boolean() }).meta({ id: 'CloseOutChecklist' });
/** What the system finds before a unit asks. */
export type CloseOutChecklist = z.output<typeof closeOutChecklist>;
const explanation = z.object({ point: z.enum(closeOutPoints), text: z.string() });
/** A unit's request to close its assignment out. Each is kept, with the checklist as it was when it was asked and when it was accepted. */
export const closeOut = z.object({
  id, assignment: followed, state: z.enum(closeOutStates), note: z.string().nullable(), explanations: z.array(explanation), asked: z.array(closeOutPoint), accepted: z.array(closeOutPoint).nullable(), fallen: z.array(z.enum(closeOutPoints)).describe('met when it was accepted, and no more'),
  createdAt: instant, createdBy: z.string(), askedAt: instant.nullable(), askedBy: z.string().nullable(), decided: said.extend({ text: z.string().nullable() }).nullable(), reopened: said.extend({ by: z.string().nullable() }).nullable(), approvers: z.array(z.string()), may, version,
}).meta({ id: 'CloseOut' });
/** A unit's request to close its assignment out. */
export type CloseOut = z.output<typeof closeOut>;
/** Filters of the list of close-outs. Without a sort, what waits comes first. */
export const closeOutQuery = listQuery(['askedAt', 'seq', 'unit'], { ...listed, state: z.enum(closeOutStates).optional() });
/** Asks to close out. A point that is not met has to be explained. `version`: of the assignment, as it was read. */
export const closeOutInput = z.strictObject({ version, note: paragraph(lengths.note).optional(), explanations: z.array(z.strictObject({ point: z.enum(closeOutPoints), text: paragraph(lengths.note) })).max(closeOutPoints.length).default([]) }).meta({ id: 'CloseOutInput' });
/** Accepts, perhaps with a note. */
export const closeOutAcceptance = z.strictObject({ version, note: paragraph(lengths.note).optional() }).meta({ id: 'CloseOutAcceptance' });
/** Requests to accept at once, as they were read. */
export const closeOutAcceptances = z.strictObject({ closeOuts: z.array(z.strictObject({ id, version })).min(1).max(200) }).meta({ id: 'CloseOutAcceptances' });

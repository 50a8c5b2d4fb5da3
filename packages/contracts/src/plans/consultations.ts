import { z } from 'zod';
import { file } from '../files/schemas.js';
import { lengths } from '../lengths.js';
import { day, id, instant, line, named, paragraph, version } from '../primitives.js';
import { due } from './imports.js';
import { draftingDecisions, draftingVerdict } from './proposals.js';
import { assignmentRoles } from './schemas.js';

/** States of a consultation. */
export const consultationStates = ['open', 'closed'] as const;
/** States of a unit's answer. */
export const consultationAnswerStates = ['draft', 'submitted'] as const;
/** What a unit says of an item: it agrees, wants other words, or objects. */
export const stances = ['agree', 'suggest', 'object'] as const;
/** What a unit says of an item. */
export type Stance = (typeof stances)[number];

/** The draft of a plan is laid before its units. `plan` is null where the draft was undone afterwards: what was said stays. */
export const consultation = z.object({
  id, plan: z.object({ id, title: z.string() }).nullable(), year: z.int(), title: z.string(), note: z.string().nullable(), openedOn: day, dueOn: day, state: z.enum(consultationStates),
  counts: z.object({ units: z.int(), submitted: z.int(), late: z.int(), overdue: z.int(), comments: z.int().describe('other than agreement, of answers that were handed in'), undecided: z.int() }), createdBy: z.string(), closedAt: instant.nullable(), closedReason: z.string().nullable(), version,
}).meta({ id: 'Consultation' });
/** The draft of a plan is laid before its units. */
export type Consultation = z.output<typeof consultation>;
/** Filters of the list of consultations. */
export const consultationQuery = z.strictObject({ planId: id.optional(), state: z.enum(consultationStates).optional() });
/** A new consultation. */
export const consultationInput = z.strictObject({ dueOn: day, note: paragraph(lengths.note).nullable().default(null) }).meta({ id: 'ConsultationInput' });
/** Changes to a consultation. Its last day is only moved on. */
export const consultationChange = z.strictObject({ version, dueOn: day.optional(), note: paragraph(lengths.note).nullable().optional() }).meta({ id: 'ConsultationChange' });
/** Closes a consultation. `reason` is asked for while a comment is not decided. */
export const consultationClose = z.strictObject({ version, reason: paragraph(lengths.note).optional() }).meta({ id: 'ConsultationClose' });

/** How a unit stands in a consultation. */
export const consultationAnswerRow = z.object({
  id, unit: named, state: z.enum(consultationAnswerStates), items: z.int(), comments: z.int(), undecided: z.int(), submittedAt: instant.nullable(), late: z.boolean(), overdue: z.boolean(), writes: z.boolean().describe('the reader may write it'),
}).meta({ id: 'ConsultationAnswerRow' });
/** How a unit stands in a consultation. */
export type ConsultationAnswerRow = z.output<typeof consultationAnswerRow>;

const said = { stance: z.enum(stances), text: z.string().nullable() };
/** What a unit says of an item, with the item’s words at that time. `item` is how it stands in the draft now. */
export const consultationComment = z.object({
  id, unit: named, seq: z.int(), programme: z.string(), itemText: z.string(), ...said, item: z.object({ id, text: z.string(), version }).nullable().describe('null where the draft is undone'), verdict: draftingVerdict.nullable(), version,
}).meta({ id: 'ConsultationComment' });
/** What a unit says of an item. */
export type ConsultationComment = z.output<typeof consultationComment>;
/** Which comments. `decision=open`: those that nobody has decided about. Agreement is shown where it is asked for. */
export const consultationCommentQuery = z.strictObject({ unitId: id.optional(), stance: z.enum(stances).optional(), decision: z.enum([...draftingDecisions, 'open']).optional() });

/** One of the unit’s own items, with what the unit says of it. */
export const consultationLine = z.object({ itemId: id.nullable(), seq: z.int(), number: z.string().nullable(), programme: z.string(), text: z.string(), due: due.nullable(), roles: z.array(z.enum(assignmentRoles)), stance: z.enum(stances).nullable(), comment: z.string().nullable(), verdict: draftingVerdict.nullable() }).meta({ id: 'ConsultationLine' });
/** One of the unit’s own items. */
export type ConsultationLine = z.output<typeof consultationLine>;
/** What one unit says of its items of the draft: one page. */
export const consultationAnswer = z.object({
  id, consultation: consultation.pick({ id: true, year: true, title: true, note: true, dueOn: true, state: true }), unit: named, state: z.enum(consultationAnswerStates), lines: z.array(consultationLine), missing: z.int().describe('items of which nothing is said'),
  submittedAt: instant.nullable(), submittedBy: z.string().nullable(), late: z.boolean(), overdue: z.boolean(), version, may: z.object({ write: z.boolean(), submit: z.boolean() }).describe('what the reader’s rights reach for this unit, whatever the state allows'),
}).meta({ id: 'ConsultationAnswer' });
/** What one unit says of its items of the draft. */
export type ConsultationAnswer = z.output<typeof consultationAnswer>;
/** What is said of some items; the others stay. Other words and objections say why. */
export const consultationAnswerChange = z.strictObject({
  version, comments: z.array(z.strictObject({ itemId: id, stance: z.enum(stances), text: paragraph(lengths.note).nullable().default(null) }).refine((value) => value.stance === 'agree' || value.text !== null, { path: ['text'], message: 'required' })).min(1).max(500),
}).meta({ id: 'ConsultationAnswerChange' });
/** Hands in. `restAgree`: of what nothing is said, the unit agrees to. */
export const consultationSubmission = z.strictObject({ version, restAgree: z.boolean().default(false) }).meta({ id: 'ConsultationSubmission' });
/** A decision about a comment. `words`: what the item says from now on, against the version of the item that was read. */
export const consultationDecision = z.strictObject({
  version, decision: z.enum(draftingDecisions), reason: paragraph(lengths.note).optional(), words: z.strictObject({ itemVersion: version, text: paragraph(lengths.text) }).optional(),
}).refine((value) => value.decision === 'adopted' || value.reason !== undefined, { path: ['reason'], message: 'required' }).refine((value) => value.decision !== 'refused' || value.words === undefined, { path: ['words'], message: 'not_an_option' }).meta({ id: 'ConsultationDecision' });

/** The leader’s sign-off of a draft (审签): who, when, and the scanned sheet. */
export const planApproval = z.object({ id, approver: z.string(), signedOn: day, note: z.string().nullable(), files: z.array(file), recordedBy: z.string(), recordedAt: instant, version }).meta({ id: 'PlanApproval' });
/** The leader’s sign-off of a draft. */
export type PlanApproval = z.output<typeof planApproval>;
/** The sign-off of a plan, where there is one. */
export const planApprovalAnswer = z.object({ approval: planApproval.nullable() });
/** Records the sign-off, or replaces the one that was read. `version` null: there was none. */
export const planApprovalInput = z.strictObject({ version: version.nullable(), approver: line(lengths.personName), signedOn: day, note: paragraph(lengths.note).nullable().default(null), fileIds: z.array(id).min(1).max(10) }).meta({ id: 'PlanApprovalInput' });

import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, id, instant, line, named, paragraph, version } from '../primitives.js';

/** States of a call for proposals. */
export const proposalCallStates = ['open', 'closed'] as const;
/** States of a unit's answer: being written, handed in, or nothing to propose. */
export const proposalAnswerStates = ['draft', 'submitted', 'none'] as const;
/** A state of a unit's answer. */
export type ProposalAnswerState = (typeof proposalAnswerStates)[number];
/** What the office decides about a proposal or a comment. */
export const draftingDecisions = ['adopted', 'partly', 'refused'] as const;
/** A decision of the office. */
export type DraftingDecision = (typeof draftingDecisions)[number];

/** What was decided, by whom and why; `text` holds the words that are used where only a part is. */
export const draftingVerdict = z.object({ decision: z.enum(draftingDecisions), text: z.string().nullable(), reason: z.string().nullable(), by: z.string(), at: instant }).meta({ id: 'DraftingVerdict' });

/** A call to units to propose the work of a year. `counts` holds what the reader may see. */
export const proposalCall = z.object({
  id, year: z.int(), title: z.string(), note: z.string().nullable(), dueOn: day, state: z.enum(proposalCallStates), importId: id.nullable().describe('the paper that was made of what was adopted'),
  counts: z.object({ units: z.int(), submitted: z.int(), none: z.int(), late: z.int(), overdue: z.int(), proposals: z.int().describe('of answers that were handed in'), undecided: z.int(), adopted: z.int().describe('also in part') }), createdAt: instant, createdBy: z.string(), closedAt: instant.nullable(), version,
}).meta({ id: 'ProposalCall' });
/** A call to units to propose the work of a year. */
export type ProposalCall = z.output<typeof proposalCall>;
const year = z.int().min(2000).max(2100);
/** Filters of the list of calls. */
export const proposalCallQuery = z.strictObject({ state: z.enum(proposalCallStates).optional() });
/** A new call. `unitIds`: those that are asked; null for those that the newest paper names. */
export const proposalCallInput = z.strictObject({ year, title: line(lengths.title), note: paragraph(lengths.note).nullable().default(null), dueOn: day, unitIds: z.array(id).min(1).max(200).nullable().default(null) }).meta({ id: 'ProposalCallInput' });
/** Changes to a call. Its last day is only moved on. */
export const proposalCallChange = z.strictObject({ version, title: line(lengths.title).optional(), note: paragraph(lengths.note).nullable().optional(), dueOn: day.optional() }).meta({ id: 'ProposalCallChange' });

/** How a unit stands in a call. What it proposes is counted once it has handed in. */
export const proposalAnswerRow = z.object({
  id, unit: named, state: z.enum(proposalAnswerStates), proposals: z.int(), undecided: z.int(), submittedAt: instant.nullable(), late: z.boolean(), overdue: z.boolean(), writes: z.boolean().describe('the reader may write it'),
}).meta({ id: 'ProposalAnswerRow' });
/** How a unit stands in a call. */
export type ProposalAnswerRow = z.output<typeof proposalAnswerRow>;

/** One piece of work that a unit proposes. */
export const proposal = z.object({
  id, seq: z.int(), unit: named, programme: named, text: z.string(), dueText: z.string().nullable(), measure: z.string().nullable(), note: z.string().nullable(), copied: z.boolean().describe('taken over from an earlier plan'), verdict: draftingVerdict.nullable(), version,
}).meta({ id: 'Proposal' });
/** One piece of work that a unit proposes. */
export type Proposal = z.output<typeof proposal>;
/** Which proposals of a call. `decision=open`: those that nobody has decided about. */
export const proposalQuery = z.strictObject({ unitId: id.optional(), programmeId: id.optional(), decision: z.enum([...draftingDecisions, 'open']).optional() });

/** What one unit proposes: one page. */
export const proposalAnswer = z.object({
  id, call: proposalCall.pick({ id: true, year: true, title: true, note: true, dueOn: true, state: true }), unit: named, state: z.enum(proposalAnswerStates), proposals: z.array(proposal), submittedAt: instant.nullable(), submittedBy: z.string().nullable(), late: z.boolean(), overdue: z.boolean(),
  earlier: z.object({ year: z.int(), items: z.int() }).nullable().describe('own items of the newest earlier plan that can be taken over'), version, may: z.object({ write: z.boolean(), submit: z.boolean() }).describe('what the reader’s rights reach for this unit, whatever the state allows'),
}).meta({ id: 'ProposalAnswer' });
/** What one unit proposes. */
export type ProposalAnswer = z.output<typeof proposalAnswer>;
/** All proposals of a unit, those that stay too, in their order. */
export const proposalAnswerChange = z.strictObject({
  version, proposals: z.array(z.strictObject({
    programmeId: id, text: paragraph(lengths.text), dueText: line(lengths.name).nullable().default(null), measure: line(lengths.note).nullable().default(null), note: paragraph(lengths.note).nullable().default(null), copied: z.boolean().default(false),
  })).max(200),
}).meta({ id: 'ProposalAnswerChange' });
/** A proposal as it is kept. */
export type ProposalInput = z.output<typeof proposalAnswerChange>['proposals'][number];
/** A decision about a proposal: in part with the words that are used, refused with a reason. */
export const proposalDecision = z.strictObject({ version, decision: z.enum(draftingDecisions), text: paragraph(lengths.text).optional(), reason: paragraph(lengths.note).optional() })
  .refine((value) => value.decision !== 'partly' || value.text !== undefined, { path: ['text'], message: 'required' }).refine((value) => value.decision !== 'refused' || value.reason !== undefined, { path: ['reason'], message: 'required' }).meta({ id: 'ProposalDecision' });

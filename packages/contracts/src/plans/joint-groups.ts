import { z } from 'zod';
import { lengths } from '../lengths.js';
import { id, instant, line, named, paragraph, version } from '../primitives.js';
import { assignmentRoles } from './schemas.js';

/** States of a joint group: one piece of work of several units, or a suggestion that was set aside so that it is not made again. */
export const jointGroupStates = ['confirmed', 'dismissed'] as const;
/** How a part stands in the plan as it is now: printed as it was confirmed, in other words since an edition, or with its item out of force. */
export const jointPartStandings = ['printed', 'reworded', 'withdrawn'] as const;

/** A clause of an item. `open`: whether the reader sees the item; who shares a joint task sees the clause of every partner, and no more of it. */
export const jointClause = z.object({
  itemId: id, seq: z.int(), clause: z.string(), text: z.string().nullable().describe('the whole item, where the reader sees it'), programme: z.string(), units: z.array(z.object({ role: z.enum(assignmentRoles), printed: z.string() })), unitIds: z.array(id).describe('units that it is asked of now'), open: z.boolean(),
}).meta({ id: 'JointClause' });
/** A clause of an item. */
export type JointClause = z.output<typeof jointClause>;
/** A clause that belongs to a joint group. */
export const jointPart = jointClause.extend({ standing: z.enum(jointPartStandings) }).meta({ id: 'JointPart' });
/** A clause that belongs to a joint group. */
export type JointPart = z.output<typeof jointPart>;

/** Items of several units that are one piece of work, as a person confirmed. `units` are those that it is asked of now; `lead` is null where none of them leads any more. */
export const jointGroup = z.object({
  id, planId: id, state: z.enum(jointGroupStates), name: z.string(), lead: named.nullable(), units: z.array(named), parts: z.array(jointPart), createdAt: instant, createdBy: z.string(), version,
}).meta({ id: 'JointGroup' });
/** Items of several units that are one piece of work. */
export type JointGroup = z.output<typeof jointGroup>;

/** Clauses of different units that are equal or nearly so, and not decided about. `group` holds the one that some of them belong to already, and `known` the clauses that stand there. */
export const jointSuggestion = z.object({
  equal: z.boolean(), clauses: z.array(jointClause), units: z.array(named), lead: named.nullable().describe('whom the paper itself prints as leading, where it is one'), group: named.nullable(), known: z.array(jointClause),
}).meta({ id: 'JointSuggestion' });
/** Clauses of different units that are equal or nearly so. */
export type JointSuggestion = z.output<typeof jointSuggestion>;

/** A clause by its item and its words. */
export const jointClauseInput = z.strictObject({ itemId: id, clause: paragraph(lengths.text) });
const parts = z.array(jointClauseInput).min(1).max(200);
/** A joint task: what it is called, who leads it, and its clauses. */
export const jointGroupInput = z.strictObject({ name: line(lengths.name), leadUnitId: id, parts: parts.min(2) }).meta({ id: 'JointGroupInput' });
/** Changes to a joint task. `parts` are all of them, those that stay too. */
export const jointGroupChange = z.strictObject({ version, name: line(lengths.name).optional(), leadUnitId: id.optional(), parts: parts.optional() }).meta({ id: 'JointGroupChange' });
/** A suggestion that is none. */
export const jointDismissal = z.strictObject({ parts }).meta({ id: 'JointDismissal' });
/** Which groups of a plan: joint tasks, or what was set aside. */
export const jointGroupQuery = z.strictObject({ state: z.enum(jointGroupStates).optional(), itemId: id.optional() });

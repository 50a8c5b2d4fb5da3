import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, id, instant, line, version } from '../primitives.js';
import { due, target } from './imports.js';
import { assignmentRoles } from './schemas.js';

/** States of a revision. */
export const planRevisionStates = ['draft', 'issued'] as const;
/** What a revision does to an item. `kept`: the new paper does not print it, and it stays in force all the same. */
export const revisionKinds = ['same', 'changed', 'added', 'withdrawn', 'kept'] as const;
/** What of an item can be another one in the new paper. */
export const revisionFields = ['text', 'programme', 'units', 'due', 'targets'] as const;

/** An item as one of the two papers has it. */
export const revisionSide = z.object({
  number: z.string().nullable(), programme: z.string(), units: z.array(z.object({ role: z.enum(assignmentRoles), printed: z.string() })), text: z.string(), due: due.nullable(), targets: z.array(target),
}).meta({ id: 'RevisionSide' });
/** An item as one of the two papers has it. */
export type RevisionSide = z.output<typeof revisionSide>;
/** One item in the two papers. `position` is its place in the new one; `signing` counts the units that are to sign for it. */
export const revisionLine = z.object({
  kind: z.enum(revisionKinds), itemId: id.nullable(), position: z.int().nullable(), fields: z.array(z.enum(revisionFields)), before: revisionSide.nullable(), after: revisionSide.nullable(), signing: z.int(),
  evidence: z.int().describe('pieces of evidence and work entries that stand behind it'), decided: z.boolean().describe('false: it has evidence, and nobody has said yet whether it stays in force'),
}).meta({ id: 'RevisionLine' });
/** One item in the two papers. */
export type RevisionLine = z.output<typeof revisionLine>;

const counts = z.object({ same: z.int(), changed: z.int(), added: z.int(), withdrawn: z.int(), kept: z.int(), undecided: z.int(), signing: z.int().describe('signatures that are asked for'), units: z.int().describe('units that are to sign') });
/** A revision of a plan in the year: the next edition of its paper. */
export const planRevision = z.object({
  id, planId: id, importId: id, edition: z.int().min(2), state: z.enum(planRevisionStates), docNumber: z.string().nullable(), title: z.string(), issuedOn: day.nullable(), counts,
  createdAt: instant, createdBy: z.string(), issuedAt: instant.nullable(), version,
}).meta({ id: 'PlanRevision' });
/** A revision of a plan in the year. */
export type PlanRevision = z.output<typeof planRevision>;
/** The whole of it, in the order of the new paper; what is no longer printed comes last. What stays the same is told by its number alone once it is issued. */
export const planRevisionDetail = planRevision.extend({ lines: z.array(revisionLine) }).meta({ id: 'PlanRevisionDetail' });
/** The whole of a revision. */
export type PlanRevisionDetail = z.output<typeof planRevisionDetail>;

/** What the office decides on a draft. `pairs`: the item that stands at a position of the new paper, or null for a new one. `unprinted`: whether what is no longer printed stays in force. */
export const planRevisionChange = z.strictObject({
  version, docNumber: line(lengths.docNumber).nullable().optional(), title: line(lengths.title).optional(), issuedOn: day.nullable().optional(),
  pairs: z.array(z.strictObject({ position: z.int().min(1), itemId: id.nullable() })).max(200).optional(), unprinted: z.array(z.strictObject({ itemId: id, keep: z.boolean() })).max(200).optional(),
}).meta({ id: 'PlanRevisionChange' });

/** What one edition changed of an item. */
export const itemRevision = revisionLine.pick({ kind: true, fields: true, before: true, after: true }).extend({ revisionId: id, edition: z.int(), issuedAt: instant }).meta({ id: 'ItemRevision' });
/** What one edition changed of an item. */
export type ItemRevision = z.output<typeof itemRevision>;

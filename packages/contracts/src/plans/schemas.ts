import { z } from 'zod';
import { lengths } from '../lengths.js';
import { day, divisionCode, id, instant, line, named, paragraph, version } from '../primitives.js';
import { listQuery, pageOf } from '../paging.js';
import { place } from '../problem.js';
import { due, target } from './imports.js';

/** States of a plan. */
export const planStates = ['draft', 'issued', 'closed'] as const;
/** Roles that a paper prints: 责任, 牵头, 配合. */
export const assignmentRoles = ['responsible', 'lead', 'cooperating'] as const;
/** States of an assignment: 待签收, 有疑问, 已签收, 已撤销. */
export const assignmentStates = ['pending', 'asked', 'signed', 'withdrawn'] as const;
/** How an item stands in its plan: printed by the newest edition, kept in force though no longer printed, or no longer in force. */
export const itemStandings = ['printed', 'kept', 'withdrawn'] as const;

const measured = z.object({ total: z.int(), done: z.int() }).describe('measures, and how many of them are done');
/** How many measures there are, and how many are done. */
export type Measured = z.output<typeof measured>;
const tally = z.object({ total: z.int(), signed: z.int(), asked: z.int(), pending: z.int() });
/** How many assignments are signed for. */
export type Tally = z.output<typeof tally>;

/** One year's paper. `signOff` counts what the reader of the answer may see. */
export const plan = z.object({
  id, divisionId: divisionCode.describe('whose plan it is'), officeId: divisionCode.describe('the division whose office keeps it: its own, or one above that acts for it'), kept: z.boolean().describe('whether it is the reader’s office that writes it'), year: z.int(), edition: z.int().describe('1 as first issued'), docNumber: z.string().nullable(), issuer: z.string().nullable(), title: z.string(), issuedOn: day.nullable().describe('printed on the paper'),
  state: z.enum(planStates), counts: z.object({ units: z.int(), programmes: z.int(), cells: z.int(), items: z.int(), targets: z.int() }),
  signOff: tally, signBy: day.nullable(), issuedAt: instant.nullable(), closedAt: instant.nullable(), importId: id.nullable(), createdAt: instant,
  takenBack: z.object({ records: z.int(), minutes: z.int() }).nullable().describe('evidence that was taken back after the plan was closed; where one plan is read'), version,
}).meta({ id: 'Plan' });
/** One year's paper. */
export type Plan = z.output<typeof plan>;
/** Filters of the list of plans. */
export const planQuery = listQuery(['year', 'createdAt'], { state: z.enum(planStates).optional(), year: z.coerce.number().int().optional(), divisionId: divisionCode.optional() });
/** What may change before a plan is issued. */
export const planChange = z.strictObject({
  version, docNumber: line(lengths.docNumber).nullable().optional(), issuer: line(lengths.fullName).nullable().optional(), title: line(lengths.title).optional(), issuedOn: day.nullable().optional(),
}).meta({ id: 'PlanChange' });
/** What is still open of a plan, counted: once it is closed, nothing of it can be dealt with. */
export const planOpenWork = z.object({ unsignedItems: z.int(), reports: z.int(), periods: z.int(), adjustments: z.int(), closeOuts: z.int(), prompts: z.int(), workEntries: z.int(), revisions: z.int(), questions: z.int(), unsentPrompts: z.int(), consultations: z.int(), assessments: z.int() }).meta({ id: 'PlanOpenWork' });
/** What is still open of a plan. */
export type PlanOpenWork = z.output<typeof planOpenWork>;
/** A decision that only needs the version seen. */
export const decision = z.strictObject({ version }).meta({ id: 'Decision' });
/** A decision with its reason. */
export const reasonedDecision = z.strictObject({ version, reason: paragraph(lengths.note) }).meta({ id: 'ReasonedDecision' });
/** What a commit answers: the plan, and what it added (nothing when the same paper is there already). */
export const committed = z.object({ plan, already: z.boolean(), added: z.object({ items: z.int(), assignments: z.int(), targets: z.int() }) }).meta({ id: 'CommittedImport' });

/** One unit's part in an item. */
export const assignment = z.object({
  id, role: z.enum(assignmentRoles), unit: z.object({ id, name: z.string().describe('today'), printed: z.string() }), state: z.enum(assignmentStates),
  signedAt: instant.nullable(), signedBy: z.string().nullable(), signedHow: z.enum(['self', 'recorded']).nullable(), signedNote: z.string().nullable(),
  question: z.object({ text: z.string(), askedBy: z.string(), askedAt: instant, answer: z.string().nullable(), answeredBy: z.string().nullable(), answeredAt: instant.nullable() }).nullable(),
  extendedTo: day.nullable().describe('the day in force after extensions; the printed one stays with the item'), doneAt: instant.nullable().describe('set while it is closed out'), version,
}).meta({ id: 'Assignment' });
/** One unit's part in an item. */
export type Assignment = z.output<typeof assignment>;
/** One atomic piece of work. `assignments` holds the ones that the reader may see; `units` names all units as printed. */
export const item = z.object({
  id, planId: id, year: z.int(), seq: z.int(), number: z.string().nullable(), programme: z.object({ id, name: z.string(), printed: z.string() }),
  units: z.array(z.object({ role: z.enum(assignmentRoles), printed: z.string() })),
  text: z.string(), raw: z.string(), source: place, due: due.nullable(), targets: z.array(target), assignments: z.array(assignment), measures: measured,
  joint: z.array(z.object({ id, name: z.string(), lead: named.nullable() })).describe('joint tasks that it is a part of'),
  standing: z.enum(itemStandings), revisedIn: z.int().nullable().describe('the edition that changed it last'),
  parents: z.array(z.object({ id, planId: id, seq: z.int(), text: z.string(), standing: z.enum(itemStandings) })).describe('items of the plan above that it serves, as far as the reader sees them'), version,
}).meta({ id: 'Item' });
/** One atomic piece of work. */
export type Item = z.output<typeof item>;
const itemFilters = {
  unitId: id.optional(), programmeId: id.optional(), state: z.enum(assignmentStates).optional(), hasTarget: z.enum(['true', 'false']).transform((v) => v === 'true').optional(),
  withdrawn: z.enum(['true', 'false']).transform((v) => v === 'true').optional().describe('those no longer in force, which are left out otherwise'),
};
/** Filters of the list of items. `q` finds text, unit and programme, also by pinyin and its initials. */
export const itemQuery = listQuery(['seq', 'unit', 'programme'], itemFilters);
/** The same without paging: an export is whole. */
export const itemExportQuery = itemQuery.omit({ page: true, perPage: true });

/** Unit × programme, in protocol order. */
export const matrix = z.object({
  plan, measures: measured.describe('of all that is shown; what units share counts once'), units: z.array(z.object({ id, name: z.string(), printed: z.string(), tally, measures: measured })), programmes: z.array(z.object({ id, name: z.string(), shortName: z.string(), items: z.int(), measures: measured })),
  cells: z.array(z.object({ unitId: id, programmeId: id, items: z.int(), tally, measures: measured })),
}).meta({ id: 'Matrix' });
/** Unit × programme. */
export type Matrix = z.output<typeof matrix>;

/** How far one unit has signed. */
export const signOff = z.object({
  unit: named, tally, overdue: z.boolean(), lastSignedAt: instant.nullable(), liaisons: z.array(z.object({ name: z.string(), lastSignInAt: instant.nullable() })),
}).meta({ id: 'SignOff' });
/** How far one unit has signed. */
export type SignOff = z.output<typeof signOff>;
/** Which units to show. */
export const signOffQuery = z.strictObject({ unsigned: z.enum(['true', 'false']).transform((v) => v === 'true').optional() });
/** All units of a plan, in protocol order. */
export const signOffs = pageOf(signOff).extend({ signBy: day.nullable(), signByUncertain: z.boolean() });
/** "Already signed for in OA": for whole units, with a note. */
export const signOffRecord = z.strictObject({ unitIds: z.array(id).min(1).max(200), note: paragraph(lengths.note) }).meta({ id: 'SignOffRecord' });
/** How many assignments a bulk decision changed. */
export const changed = z.object({ changed: z.int() });
/** A text to pass on, its link, and the link as a QR code. */
export const reminder = z.object({ text: z.string(), url: z.string(), qr: z.string().describe('SVG') }).meta({ id: 'Reminder' });

/** An assignment in the list of one's own work. */
export const assignmentRow = assignment.extend({ item: item.omit({ assignments: true, parents: true }) }).meta({ id: 'AssignmentRow' });
/** An assignment in the list of one's own work. */
export type AssignmentRow = z.output<typeof assignmentRow>;
/** Filters of the list of assignments. */
export const assignmentQuery = listQuery(['seq', 'state', 'programme'], { planId: id.optional(), unitId: id.optional(), state: z.enum(assignmentStates).optional() });
/** Which assignments to sign for. `versions`, one for each: as they were read, so that nobody signs for words that have changed meanwhile. */
export const signInput = z.strictObject({ ids: z.array(id).min(1).max(500), versions: z.array(version).max(500).optional() }).meta({ id: 'SignInput' });
/** A question about one assignment. */
export const question = z.strictObject({ version, text: paragraph(lengths.note) }).meta({ id: 'Question' });
/** A reminder to pass on. */
export type Reminder = z.output<typeof reminder>;

import { z } from 'zod';
import { file, fileIds } from '../files/schemas.js';
import { lengths } from '../lengths.js';
import { listQuery } from '../paging.js';
import { day, flag, id, instant, line, named, paragraph, version } from '../primitives.js';
import { planStates } from './schemas.js';

/** States of an assessment. */
export const assessmentStates = ['draft', 'open', 'announced', 'final', 'withdrawn'] as const;
/** States of the sheet of one unit. */
export const assessmentSheetStates = ['draft', 'checking', 'submitted', 'returned', 'accepted', 'released'] as const;
/** States of an appeal. */
export const assessmentAppealStates = ['open', 'granted', 'refused'] as const;
/** A criterion gives points, takes some off, or adds some. */
export const criterionKinds = ['score', 'deduction', 'extra'] as const;
/** What a criterion is counted from. */
export const criterionSources = ['closed_out', 'measures_done', 'reports_on_time', 'prompts_answered', 'collections_answered', 'activities'] as const;
/** What a criterion is counted from. */
export type CriterionSource = (typeof criterionSources)[number];
/** How a share becomes points: in proportion, or by steps. */
export const criterionWays = ['share', 'steps'] as const;
/** Marks of a total. */
export const assessmentGrades = ['excellent', 'good', 'passed', 'failed'] as const;
/** A mark of a total. */
export type AssessmentGrade = (typeof assessmentGrades)[number];
/** What a unit reads when it is over: its own result, or all of them in the order of the paper. */
export const assessmentPublications = ['own', 'table'] as const;
/** What a unit can point to. */
export const assessmentLinkKinds = ['work_entry', 'activity', 'unit_report'] as const;
/** What a criterion is counted from, record by record. */
export const assessmentRecordKinds = ['item', 'measure', 'unit_report', 'prompt', 'collection_answer', 'activity'] as const;
/** Longest and most of what an assessment may hold. */
export const assessmentLimits = { sections: 12, criteria: 40, steps: 10, points: 1000, target: 10_000, workdays: 60, links: 30, words: 2000 } as const;

const points = z.number().min(0).max(assessmentLimits.points).multipleOf(0.1);
const criterionShape = {
  title: line(lengths.title), note: paragraph(lengths.note).nullable().default(null), kind: z.enum(criterionKinds).default('score'), most: points.describe('most points that it gives, takes off or adds'),
  source: z.enum(criterionSources).nullable().default(null).describe('null is judged by hand'), way: z.enum(criterionWays).default('share').describe('of a score that is counted'), target: z.int().min(1).max(assessmentLimits.target).nullable().default(null).describe('how many activities are all points'),
  each: points.nullable().default(null).describe('points for each record: missing ones are taken off, further ones added'), steps: z.array(z.strictObject({ from: z.int().min(0).max(100).describe('percent'), points })).max(assessmentLimits.steps).default([]),
};
/** A criterion as the office writes it: without a key it is a new one. */
export const criterionInput = z.strictObject({ key: id.nullable().default(null), ...criterionShape }).meta({ id: 'CriterionInput' });
const sectionInput = z.strictObject({ title: line(lengths.title), criteria: z.array(criterionInput).max(assessmentLimits.criteria) });
/** A criterion. Its key goes along when the assessment is copied. */
export const criterion = z.object({ key: z.string(), ...criterionShape, note: z.string().nullable(), steps: z.array(z.object({ from: z.int(), points: z.number() })), most: z.number(), each: z.number().nullable() }).meta({ id: 'Criterion' });
/** A criterion. */
export type Criterion = z.output<typeof criterion>;
/** A part of a rubric. */
export const rubricSection = z.object({ title: z.string(), criteria: z.array(criterion) });
/** A part of a rubric. */
export type RubricSection = z.output<typeof rubricSection>;
const grades = z.strictObject({ excellent: points, good: points, passed: points });

const act = z.object({ by: z.string(), at: instant });
/** An assessment (考核) of a plan. `counts` and `own` are of the units in the reader's reach. */
export const assessment = z.object({
  id, plan: z.object({ id, title: z.string(), year: z.int(), state: z.enum(planStates) }), title: z.string(), state: z.enum(assessmentStates), rubric: z.array(rubricSection), totalPoints: z.number().describe('as the office states them'), scoredPoints: z.number().describe('of the criteria that give points'),
  grades: z.object({ excellent: z.number(), good: z.number(), passed: z.number() }), dueOn: day, dueUncertain: z.boolean(), objectionWorkdays: z.int(), objectionUntil: day.nullable(), publication: z.enum(assessmentPublications), copiedFrom: z.object({ id, title: z.string() }).nullable(),
  counts: z.object({ units: z.int(), submitted: z.int(), accepted: z.int(), missing: z.int(), late: z.int(), appeals: z.int().describe('without an answer') }), own: z.array(z.object({ id, unit: named, state: z.enum(assessmentSheetStates), overdue: z.boolean() })).describe('of the units for which the reader answers'),
  created: act, openedAt: instant.nullable(), announcedAt: instant.nullable(), finalAt: instant.nullable(), endedReason: z.string().nullable(), may: z.object({ table: z.boolean() }), version,
}).meta({ id: 'Assessment' });
/** An assessment of a plan. */
export type Assessment = z.output<typeof assessment>;
/** A new draft: with the rubric of another one, or with the one that the system offers. */
export const assessmentInput = z.strictObject({ planId: id, title: line(lengths.title), dueOn: day, fromId: id.nullable().default(null) }).meta({ id: 'AssessmentInput' });
/** Changes: of a draft all, of one that is open its last day, afterwards what units read. */
export const assessmentChange = z.strictObject({
  version, title: line(lengths.title).optional(), dueOn: day.optional(), totalPoints: points.min(1).optional(), grades: grades.optional(), objectionWorkdays: z.int().min(1).max(assessmentLimits.workdays).optional(), publication: z.enum(assessmentPublications).optional(),
  rubric: z.array(sectionInput).max(assessmentLimits.sections).optional(),
}).meta({ id: 'AssessmentChange' });
/** Filters of the list. `q` finds the title. */
export const assessmentQuery = listQuery(['created', 'dueOn'], { state: z.enum(assessmentStates).optional(), planId: id.optional(), toAnswer: flag.optional().describe('those that wait for the reader to fill in') });

/** Whether there are assessments at all. */
export const assessmentSwitch = z.object({ enabled: z.boolean(), changed: act.nullable(), who: z.array(z.string()).describe('who can switch it'), maySwitch: z.boolean(), version }).meta({ id: 'AssessmentSwitch' });
/** Whether there are assessments at all. */
export type AssessmentSwitch = z.output<typeof assessmentSwitch>;
/** Switches it on or off; nothing is lost. */
export const assessmentSwitching = z.strictObject({ version, enabled: z.boolean(), reason: paragraph(lengths.note) }).meta({ id: 'AssessmentSwitching' });

/** How one unit stands. Totals are there for those who may know them by now. */
export const assessmentStanding = z.object({
  id, unit: named, county: z.object({ code: z.string(), name: z.string() }), state: z.enum(assessmentSheetStates), late: z.boolean(), overdue: z.boolean(), sampled: z.boolean(), submitted: act.nullable(), selfTotal: z.number().nullable(), total: z.number().nullable(), grade: z.enum(assessmentGrades).nullable(), appeals: z.int(), version,
}).meta({ id: 'AssessmentStanding' });
/** How one unit stands. */
export type AssessmentStanding = z.output<typeof assessmentStanding>;
/** Filters of the standings. `q` finds units. */
export const assessmentStandingQuery = listQuery(['unit'], { show: z.enum(['missing', 'submitted', 'accepted', 'late', 'sampled', 'appealed']).optional() });
/** A result without anything about how it came about. */
export const assessmentResult = z.object({ id, unit: named, total: z.number(), grade: z.enum(assessmentGrades) }).meta({ id: 'AssessmentResult' });
/** A result. */
export type AssessmentResult = z.output<typeof assessmentResult>;

/** A record of a count. */
export const assessmentRecord = z.object({ kind: z.enum(assessmentRecordKinds), id: z.string(), title: z.string(), done: z.boolean().describe('it counts for the unit') }).meta({ id: 'AssessmentRecord' });
/** A record of a count. */
export type AssessmentRecord = z.output<typeof assessmentRecord>;
const counted = z.object({ done: z.int(), asked: z.int(), points: z.number(), records: z.array(assessmentRecord) });
/** What a unit can point to, or points to. */
export const assessmentLink = z.object({ kind: z.enum(assessmentLinkKinds), id, title: z.string(), day: day.nullable() }).meta({ id: 'AssessmentLink' });
/** What a unit can point to. */
export type AssessmentLink = z.output<typeof assessmentLink>;
/** One criterion on a sheet. */
export const assessmentLine = z.object({
  key: z.string(), points: z.number().nullable().describe('of the unit, where it is judged by hand'), words: z.string().nullable(), links: z.array(assessmentLink), files: z.array(file),
  frozen: counted.nullable().describe('as it was counted when the sheet was handed in'), counted: counted.nullable().describe('as it is counted now; as it was when the sheet was accepted'), difference: z.number().nullable().describe('of the two'),
  proposed: z.number().describe('what stands where the office says nothing else'), review: act.extend({ points: z.number(), reason: z.string().nullable() }).nullable(), result: z.number().nullable(),
}).meta({ id: 'AssessmentLine' });
/** One criterion on a sheet. */
export type AssessmentLine = z.output<typeof assessmentLine>;
/** What a unit objects to. */
export const assessmentAppeal = z.object({ id, key: z.string(), state: z.enum(assessmentAppealStates), words: z.string(), files: z.array(file), made: act, before: z.number().describe('points it is about'), answer: act.extend({ points: z.number().nullable(), reason: z.string() }).nullable(), version }).meta({ id: 'AssessmentAppeal' });
/** What a unit objects to. */
export type AssessmentAppeal = z.output<typeof assessmentAppeal>;
/** The sheet of one unit. Until it is handed in, its content is seen inside the unit alone; what the office gives is seen when results are announced. */
export const assessmentSheet = z.object({
  id, assessment: assessment.pick({ id: true, plan: true, title: true, state: true, rubric: true, totalPoints: true, grades: true, dueOn: true, dueUncertain: true, objectionUntil: true, publication: true, version: true }), unit: named, state: z.enum(assessmentSheetStates),
  lines: z.array(assessmentLine), selfTotal: z.number().nullable(), total: z.number().nullable(), grade: z.enum(assessmentGrades).nullable(), late: z.boolean(), overdue: z.boolean(), sample: act.extend({ note: z.string() }).nullable(), submitted: act.nullable(), returned: act.extend({ reason: z.string(), inside: z.boolean() }).nullable(),
  approvers: z.array(z.string()), appeals: z.array(assessmentAppeal), may: z.object({ write: z.boolean(), submit: z.boolean(), decide: z.boolean() }), version,
}).meta({ id: 'AssessmentSheet' });
/** The sheet of one unit. */
export type AssessmentSheet = z.output<typeof assessmentSheet>;
/** What a unit writes about its criteria; what is judged by hand may be empty until it is handed in. */
export const assessmentSheetChange = z.strictObject({
  version,
  entries: z.array(z.strictObject({ key: id, points: points.nullable().default(null), words: paragraph(assessmentLimits.words).nullable().default(null), links: z.array(z.strictObject({ kind: z.enum(assessmentLinkKinds), id })).max(assessmentLimits.links).default([]), fileIds: fileIds.default([]) })).max(assessmentLimits.criteria * assessmentLimits.sections),
}).meta({ id: 'AssessmentSheetChange' });
/** What can be pointed to. `q` finds titles. */
export const assessmentLinkQuery = listQuery(['day'], { kind: z.enum(assessmentLinkKinds).optional() });
/** What the office gives: points that are not the proposed ones want a reason. `points` null takes the proposed ones again. `sample` notes an on-site check; null takes the note off. */
export const assessmentReview = z.strictObject({
  version, reviews: z.array(z.strictObject({ key: id, points: points.nullable(), reason: paragraph(lengths.note).nullable().default(null) })).max(assessmentLimits.criteria * assessmentLimits.sections).default([]), sample: z.strictObject({ note: paragraph(lengths.note) }).nullable().optional(),
}).meta({ id: 'AssessmentReview' });
/** Objects to the points of one criterion. */
export const assessmentAppealInput = z.strictObject({ key: id, words: paragraph(assessmentLimits.words), fileIds: fileIds.default([]) }).meta({ id: 'AssessmentAppealInput' });
/** Answers: other points, or none; always with words. */
export const assessmentAppealAnswer = z.strictObject({ version, points: points.nullable().describe('null refuses'), reason: paragraph(lengths.note) }).meta({ id: 'AssessmentAppealAnswer' });

import type { Assessment, AssessmentLine, AssessmentSheet, Criterion } from '@kepu/contracts';
import { uuid } from './samples.js';

/** A criterion; `no` makes its key. */
export const criterionOf = (no: number, title: string, change: Partial<Criterion> = {}): Criterion => ({ key: uuid(6000 + no), title, note: null, kind: 'score', most: 50, source: null, way: 'share', target: null, each: null, steps: [], ...change });
/** What is judged by hand, and what is counted. */
export const criteria = [criterionOf(1, '责任落实'), criterionOf(2, '任务办结', { source: 'closed_out' })] as const;
/** An assessment of two criteria. */
export const assessmentOf = (change: Partial<Assessment> = {}): Assessment => ({
  id: uuid(610), plan: { id: uuid(10), title: '2026年任务分解表', year: 2026, state: 'issued' }, title: '2026年度考核', state: 'draft', rubric: [{ title: '工作', criteria: [...criteria] }], totalPoints: 100, scoredPoints: 100, grades: { excellent: 90, good: 80, passed: 60 }, dueOn: '2026-12-10', dueUncertain: false, objectionWorkdays: 5, objectionUntil: null,
  publication: 'own', copiedFrom: null, counts: { units: 2, submitted: 1, accepted: 0, missing: 1, late: 0, appeals: 0 }, own: [], created: { by: '林一', at: '2026-11-02T01:00:00.000Z' }, openedAt: null, announcedAt: null, finalAt: null, endedReason: null, may: { table: false }, version: 2, ...change,
});
const lineOf = (key: string, change: Partial<AssessmentLine> = {}): AssessmentLine => ({ key, points: null, words: null, links: [], files: [], frozen: null, counted: null, difference: null, proposed: 0, review: null, result: null, ...change });
/** The sheet of a unit that has begun. */
export const sheetOf = (change: Partial<AssessmentSheet> = {}): AssessmentSheet => {
  const { id, plan, title, rubric, totalPoints, grades, dueOn, dueUncertain, objectionUntil, publication, version } = assessmentOf();
  return {
    id: uuid(611), assessment: { id, plan, title, state: 'open', rubric, totalPoints, grades, dueOn, dueUncertain, objectionUntil, publication, version }, unit: { id: uuid(101), name: '市教育局' }, state: 'draft',
    lines: [lineOf(criteria[0].key), lineOf(criteria[1].key, { counted: { done: 1, asked: 2, points: 25, records: [{ kind: 'item', id: uuid(201), title: '办好科普讲堂', done: true }] }, proposed: 25 })],
    selfTotal: 25, total: null, grade: null, late: false, overdue: false, sample: null, submitted: null, returned: null, approvers: [], appeals: [], may: { write: true, submit: true, decide: false }, version: 1, ...change,
  };
};

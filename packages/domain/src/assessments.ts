import type { AssessmentGrade, Criterion, RubricSection } from '@kepu/contracts';

/** How many of those asked for count. */
export interface Tally { readonly done: number; readonly asked: number }
/** What is wrong with a rubric, by section, criterion and part. */
export interface RubricFault { readonly section: number; readonly criterion: number; readonly part: keyof Criterion; readonly code: string }
/** Marks by the points from which they are given. */
export interface Thresholds { readonly excellent: number; readonly good: number; readonly passed: number }

/** Workdays in which units may object, where the office says nothing else. */
export const OBJECTION_WORKDAYS = 5;
/** Points have one place: all is added as tenths. */
const tenths = (points: number): number => Math.round(points * 10);
const fromTenths = (sum: number): number => sum / 10;
const sumOf = (list: readonly number[]): number => fromTenths(list.reduce((sum, points) => sum + tenths(points), 0));
/** The difference of two points. */
export const pointsBetween = (before: number, after: number): number => fromTenths(tenths(after) - tenths(before));

/** Criteria of a rubric, in order. */
export const criteriaOf = (rubric: readonly RubricSection[]): Criterion[] => rubric.flatMap(({ criteria }) => criteria);
/** Most points of those criteria that give points: the total that units read. */
export const scoredPoints = (rubric: readonly RubricSection[]): number => sumOf(criteriaOf(rubric).filter(({ kind }) => kind === 'score').map(({ most }) => most));

/** What is wrong with a rubric. Deductions and extra points are counted record by record; scores by their share, in proportion or by steps that never fall. */
export const rubricFaults = (rubric: readonly { readonly criteria: readonly Omit<Criterion, 'key'>[] }[]): RubricFault[] => rubric.flatMap(({ criteria }, section) => criteria.flatMap((one, criterion) => {
  const fault = (part: keyof Criterion, code: string): RubricFault => ({ section, criterion, part, code });
  const faults: RubricFault[] = one.most <= 0 ? [fault('most', 'too_small')] : [];
  if (one.source === null) return faults;
  if (one.kind !== 'score') return [...faults, ...(one.each === null || one.each <= 0 ? [fault('each', 'required')] : []), ...(one.kind === 'deduction' && one.source === 'activities' ? [fault('source', 'source_unfit')] : [])];
  if (one.source === 'activities' && one.target === null) faults.push(fault('target', 'required'));
  if (one.way === 'share') return faults;
  if (one.steps.length === 0) faults.push(fault('steps', 'required'));
  const sorted = [...one.steps].sort((a, b) => a.from - b.from);
  if (sorted.some(({ points, from }, at) => points > one.most || (at > 0 && (points < (sorted[at - 1]?.points ?? 0) || from === sorted[at - 1]?.from)))) faults.push(fault('steps', 'steps_order'));
  return faults;
}));

/** Points of a criterion that is counted. Who was asked for nothing has missed nothing: all points of a score. */
export const countedPoints = ({ kind, most, way, target, each, steps, source }: Omit<Criterion, 'key' | 'title' | 'note'>, { done, asked }: Tally): number => {
  const top = tenths(most);
  if (kind !== 'score') return fromTenths(Math.min(top, tenths(each ?? 0) * Math.max(0, kind === 'extra' ? done : asked - done)));
  const whole = source === 'activities' ? (target ?? 1) : asked;
  if (whole === 0) return fromTenths(top);
  const share = Math.min(1, done / whole);
  // A hair below a step is the step where only the division made it so.
  if (way === 'steps') return fromTenths(Math.min(top, tenths([...steps].sort((a, b) => b.from - a.from).find(({ from }) => share * 100 >= from - 1e-9)?.points ?? 0)));
  return fromTenths(Math.floor(Math.min(top, (top * Math.min(done, whole)) / whole) + 1e-9));
};

/** What a sheet comes to: points given, less what is taken off, with what is added. Never below nothing. */
export const sheetTotal = (rubric: readonly RubricSection[], points: ReadonlyMap<string, number>): number => {
  const sum = sumOf(criteriaOf(rubric).map(({ key, kind, most }) => { const given = Math.min(most, points.get(key) ?? 0); return kind === 'deduction' ? -given : given; }));
  return Math.max(0, sum);
};
/** The mark of a total. */
export const gradeOf = (total: number, { excellent, good, passed }: Thresholds): AssessmentGrade => (total >= excellent ? 'excellent' : total >= good ? 'good' : total >= passed ? 'passed' : 'failed');

/** How a criterion is counted, for whoever puts it into words: the sentence, and what stands in it. */
export const ruleOf = ({ kind, source, way, most, each, target, steps }: Criterion): { readonly sentence: 'Hand' | 'Deduct' | 'Extra' | 'Target' | 'Steps' | 'Share'; readonly params: Readonly<Record<string, number>>; readonly steps: Criterion['steps'] } => {
  const params = { most, each: each ?? 0, target: target ?? 0 };
  if (source === null) return { sentence: 'Hand', params, steps: [] };
  if (kind !== 'score') return { sentence: kind === 'deduction' ? 'Deduct' : 'Extra', params, steps: [] };
  if (way === 'steps') return { sentence: 'Steps', params, steps: [...steps].sort((a, b) => a.from - b.from) };
  return { sentence: source === 'activities' ? 'Target' : 'Share', params, steps: [] };
};

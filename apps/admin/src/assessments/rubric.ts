import { ApiProblem } from '@kepu/api-client/slim';
import type { Assessment, Criterion } from '@kepu/contracts';
import { ruleOf } from '@kepu/domain';
import type { useTranslate } from 'react-admin';

/** A criterion as it is written: numbers are text until it is saved, and steps stand one a line. `at` tells it from the others on the page. */
export interface Written { readonly at: string; readonly key: string | null; readonly title: string; readonly note: string; readonly kind: Criterion['kind']; readonly most: string; readonly source: NonNullable<Criterion['source']> | ''; readonly way: Criterion['way']; readonly target: string; readonly each: string; readonly steps: string }
/** A part of a rubric as it is written. */
export interface WrittenSection { readonly at: string; readonly title: string; readonly criteria: readonly Written[] }

const textOf = (value: number | string | null): string => (value === null ? '' : String(value));
/** The rubric of an assessment, as the page shows it. */
export const writtenOf = ({ rubric }: Pick<Assessment, 'rubric'>): WrittenSection[] => rubric.map(({ title, criteria }, index) => ({
  at: `section-${index}`, title, criteria: criteria.map((one) => ({ at: one.key, key: one.key, title: one.title, note: textOf(one.note), kind: one.kind, most: String(one.most), source: one.source ?? '', way: one.way, target: textOf(one.target), each: textOf(one.each), steps: one.steps.map(({ from, points }) => `${from} ${points}`).join('\n') })),
}));
export const newCriterion = (at: string): Written => ({ at, key: null, title: '', note: '', kind: 'score', most: '10', source: '', way: 'share', target: '', each: '', steps: '' });

const numberOf = (text: string): number => { const value = Number(text.trim()); return text.trim() === '' || !Number.isFinite(value) ? 0 : value; };
const numberOrNull = (text: string): number | null => (text.trim() === '' || !Number.isFinite(Number(text.trim())) ? null : Number(text.trim()));
const linesOf = (text: string): { line: number; text: string; numbers: number[] }[] => text.split('\n').map((line, at) => ({ line: at + 1, text: line.trim(), numbers: line.trim().split(/[\s,，:：]+/u).map(Number) })).filter((one) => one.text !== '');
const isStep = ({ numbers }: { numbers: readonly number[] }): boolean => numbers.length === 2 && numbers.every(Number.isFinite);
const stepsOf = (text: string): Criterion['steps'] => linesOf(text).filter(isStep).map(({ numbers: [from = 0, points = 0] }) => ({ from, points }));
/** Lines of steps that cannot be read, by the place where the page shows a fault: nothing of them is left out quietly. */
export const unreadable = (sections: readonly WrittenSection[]): ReadonlyMap<string, { line: number; text: string }> => new Map(sections.flatMap(({ criteria }, at) => criteria.flatMap((one, index) => {
  const wrong = one.source !== '' && one.kind === 'score' && one.way === 'steps' ? linesOf(one.steps).find((line) => !isStep(line)) : undefined;
  return wrong ? [[`${at}.criteria.${index}.steps`, { line: wrong.line, text: wrong.text }] as const] : [];
})));
/** A criterion as it is sent, and as it is put into words: what its kind does not ask for is left out. */
export const criterionOf = ({ key, title, note, kind, most, source, way, target, each, steps }: Written) => {
  const counted = source !== '';
  const score = counted && kind === 'score';
  return { key, title: title.trim(), note: note.trim() === '' ? null : note.trim(), kind, most: numberOf(most), source: counted ? source : null, way, target: score && source === 'activities' ? numberOrNull(target) : null, each: counted && !score ? numberOrNull(each) : null, steps: score && way === 'steps' ? stepsOf(steps) : [] };
};
/** A rubric as it is sent. */
export const rubricOf = (sections: readonly WrittenSection[]) => sections.map(({ title, criteria }) => ({ title: title.trim(), criteria: criteria.map(criterionOf) }));

/** How a criterion is counted, in words. */
export const howCounted = (t: ReturnType<typeof useTranslate>, criterion: Criterion): string => {
  const { sentence, params, steps } = ruleOf(criterion);
  return t(`documents.assessmentRule${sentence}`, { ...params, rule: criterion.source === null ? '' : t(`terms.criterionRules.${criterion.source}`), steps: steps.map((step) => t('documents.assessmentRuleStep', step)).join('; ') });
};

/** What was refused of a rubric, by section, criterion and part. Words of no criterion stand under the section. */
export const faultsOf = (error: unknown): ReadonlyMap<string, string> => new Map(error instanceof ApiProblem ? (error.problem.errors ?? []).map(({ path, message }) => [path.replace(/^body\.(?:rubric\.)?/u, ''), message]) : []);

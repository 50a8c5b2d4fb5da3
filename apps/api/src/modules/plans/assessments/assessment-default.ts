import type { Criterion, RubricSection } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { newId } from '../../../platform/database/index.js';

const said = (key: string): string => label('zh-CN', `documents.assessmentDefault${key}`);
const criterion = (key: string, most: number, change: Partial<Criterion> = {}): Criterion => ({ key: newId(), title: said(key), note: null, kind: 'score', most, source: null, way: 'share', target: null, each: null, steps: [], ...change });

/** Points of the rubric that is offered, and from which of them its marks are given. */
export const DEFAULT_TOTAL = 100;
export const DEFAULT_GRADES = { excellent: 90, good: 80, passed: 60 } as const;

/** The rubric that the system offers, for the office to change. It is in the language of the office. */
export const defaultRubric = (): RubricSection[] => [
  { title: said('Work'), criteria: [criterion('Plan', 10, { note: said('PlanNote') }), criterion('Means', 10, { note: said('MeansNote') })] },
  { title: said('Done'), criteria: [criterion('Closed', 25, { source: 'closed_out' }), criterion('Measures', 15, { source: 'measures_done' }), criterion('Activities', 10, { source: 'activities', target: 4 })] },
  { title: said('Answer'), criteria: [criterion('Reports', 12, { source: 'reports_on_time' }), criterion('Prompts', 8, { source: 'prompts_answered', way: 'steps', steps: [{ from: 60, points: 4 }, { from: 80, points: 6 }, { from: 100, points: 8 }] }), criterion('Collections', 10, { source: 'collections_answered' })] },
  { title: said('More'), criteria: [criterion('Fault', 5, { kind: 'deduction', note: said('FaultNote') }), criterion('Extra', 5, { kind: 'extra', note: said('ExtraNote') })] },
];

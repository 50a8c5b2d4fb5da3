import type { Measure, MeasureSource } from '@kepu/contracts';
import { minutesPerHour } from './measureWords.js';

/** The form of a measure. Service is entered in hours. */
export interface MeasureValues {
  kind: Measure['kind']; name: string; sources: MeasureSource[]; poolId: string | null; min: number | null; max: number | null; approx: boolean; fromBelow: boolean; unitOfMeasure: string; dueOn: string | null; demands: string;
}

const hours = (value: number | null, factor: number): number | null => (value === null || value === undefined ? null : Math.round(value * factor * 100) / 100);
const factorOf = (sources: readonly MeasureSource[]): number => (sources.includes('volunteer_minutes') ? minutesPerHour : 1);

/** A new measure. */
export const newMeasure: MeasureValues = { kind: 'number', name: '', sources: [], poolId: null, min: null, max: null, approx: false, fromBelow: false, unitOfMeasure: '', dueOn: null, demands: '' };

/** A measure as the form holds it. */
export const measureValues = ({ kind, name, sources, pool, min, max, approx, fromBelow, unitOfMeasure, dueOn, demands }: Measure): MeasureValues => ({
  kind, name, sources: [...sources], poolId: pool?.id ?? null, min: hours(min, 1 / factorOf(sources)), max: hours(max, 1 / factorOf(sources)), approx, fromBelow, unitOfMeasure, dueOn, demands: demands ?? '',
});

/** What the API is told. A pool is counted alone, and only a pool names one. */
export const measureBody = (values: MeasureValues) => {
  const sources = values.sources ?? [];
  const factor = factorOf(sources);
  return {
    name: values.name.trim(), sources, poolId: sources.includes('pool_members') ? values.poolId || null : null, min: hours(values.min, factor), max: hours(values.max, factor), approx: values.approx === true, fromBelow: values.fromBelow === true && values.kind !== 'qualitative' && !sources.includes('pool_members'), unitOfMeasure: values.unitOfMeasure.trim(),
    dueOn: values.dueOn || null, demands: values.demands?.trim() || null,
  };
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was changed. */
export const measureChanges = (values: MeasureValues, start: MeasureValues): Partial<ReturnType<typeof measureBody>> => {
  const before = measureBody(start);
  return Object.fromEntries(Object.entries(measureBody(values)).filter(([key, value]) => !same(value, before[key as keyof typeof before])));
};

import { z } from 'zod';
import { day, id, named, version } from '../primitives.js';
import { measureInput, measureKinds, measureSources } from './measures.js';

/** Most measures that are taken at once. */
export const mostTaken = 500;
/** An item that has no measure, with what its words suggest and which words those are. */
export const measureSuggestion = z.object({
  item: z.object({ id, seq: z.int(), text: z.string(), units: z.array(z.string()) }),
  measures: z.array(z.object({ kind: z.enum(measureKinds), name: z.string(), sources: z.array(z.enum(measureSources)), pool: named.nullable(), min: z.int().nullable(), unitOfMeasure: z.string(), dueOn: day.nullable(), demands: z.string(), reason: z.string().describe('the words that led to it; empty where none did') })),
}).meta({ id: 'MeasureSuggestion' });
/** An item that has no measure, with what its words suggest. */
export type MeasureSuggestion = z.output<typeof measureSuggestion>;
/** All of them, and the version of the plan that they were told for. */
export const measureSuggestions = z.object({ planVersion: version, data: z.array(measureSuggestion), total: z.int() }).meta({ id: 'MeasureSuggestions' });
/** All of them. */
export type MeasureSuggestions = z.output<typeof measureSuggestions>;
/** What the office takes, as it has put it. */
export const measureTaking = z.strictObject({ version, measures: z.array(z.strictObject({ itemId: id, measure: measureInput })).min(1).max(mostTaken) }).meta({ id: 'MeasureTaking' });

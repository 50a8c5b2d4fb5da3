import { z } from 'zod';
import { errorStatus, type ErrorCode } from './error-codes.js';

/** Where in a document a finding stands. */
export const place = z.union([
  z.object({ line: z.int() }), z.object({ row: z.int(), table: z.int().optional() }), z.object({ cell: z.string(), sheet: z.string().optional() }),
]).meta({ id: 'Place' });
/** Where in a document a finding stands: line of a text, row of a table in Word, cell of a sheet. */
export type Place = z.output<typeof place>;

/** RFC 9457 problem. `code` is stable; `detail` is in the language asked for; `errors` lists every field at once. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  place: place.optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  requestId: z.string(),
}).meta({ id: 'Problem' });
/** RFC 9457 problem as the API sends it. */
export type Problem = z.output<typeof problem>;

import { z } from 'zod';
import { instant } from '../primitives.js';

/** A key of the field encryption, by its id. `values` are what it has sealed and nobody has sealed anew since. */
export const keyState = z.object({ kid: z.string(), active: z.boolean(), inFile: z.boolean(), firstUsedAt: instant.nullable(), values: z.int() }).meta({ id: 'KeyState' });
/** How far the change to the active key is. Progress runs from 0 to 1. */
export const keyStates = z.object({
  keys: z.array(keyState), columns: z.array(z.object({ table: z.string(), column: z.string(), kid: z.string(), values: z.int() })),
  job: z.object({ state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']), progress: z.number(), resealed: z.int().nullable(), unreadable: z.int().nullable(), createdAt: instant, finishedAt: instant.nullable() }).nullable(),
}).meta({ id: 'KeyStates' });
/** How far the change to the active key is. */
export type KeyStates = z.output<typeof keyStates>;

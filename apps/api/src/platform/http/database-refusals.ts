import { DatabaseBusy, DatabaseUnavailable } from '../database/index.js';
import { Refusal } from '../errors/refusal.js';

/**
 * What the database refuses for reasons of its own. A unique or foreign key that a feature expects is turned into that feature's
 * refusal where it is expected; one that arrives here was not, and is our bug.
 */
export const refusalOfDatabase = (error: unknown): Refusal | null => {
  if (error instanceof DatabaseBusy) return new Refusal('server.busy', { cause: error });
  if (error instanceof DatabaseUnavailable) return new Refusal('server.unavailable', { cause: error });
  return null;
};

import { DatabaseBusy, troubleOf, UnitOverran } from '../database/index.js';
import { Refusal } from '../errors/refusal.js';

/**
 * What the database refuses for reasons of its own. A unique or foreign key that a feature expects is turned into that feature's
 * refusal where it is expected; one that arrives here was not, and is our bug.
 */
export const refusalOfDatabase = (error: unknown): Refusal | null => {
  // Nothing of it was written, so trying again is right.
  if (error instanceof UnitOverran) return new Refusal('server.busy', { cause: error });
  const trouble = troubleOf(error);
  return trouble && new Refusal(trouble instanceof DatabaseBusy ? 'server.busy' : 'server.unavailable', { cause: error });
};

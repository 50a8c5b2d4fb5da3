import type { Actor } from '../../platform/auth/actor.js';

/** Activities with a position that a volunteer may take, by the hard rules. Implemented by the matching module, which stands to the right of this one. */
export abstract class EligiblePositions {
  /** Errors: `volunteer.required`. */
  abstract activityIds(actor: Actor): Promise<readonly string[]>;
}

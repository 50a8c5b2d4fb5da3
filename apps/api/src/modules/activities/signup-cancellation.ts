import type { Actor } from '../../platform/auth/actor.js';

/** Ends the sign-ups of shifts that do not take place, so that nobody counts as absent. Inside the unit of work that cancels the shifts. */
export abstract class SignupCancellation {
  abstract cancelShifts(actor: Actor, shiftIds: readonly string[], reason: string): Promise<void>;
}

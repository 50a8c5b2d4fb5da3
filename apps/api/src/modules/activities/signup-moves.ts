import type { Actor } from '../../platform/auth/actor.js';

/** What becomes of the people of a shift that takes place at another time. Inside the unit of work that moves the shift, after its row is changed. */
export abstract class SignupMoves {
  /** Everybody keeps the place, but for those whom the new time finds elsewhere: their sign-up is cancelled, and they are told why. Errors: `shift.settled`. */
  abstract shiftMoved(actor: Actor, shiftId: string, reason: string): Promise<void>;
}

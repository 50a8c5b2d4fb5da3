import type { MySignup } from '@kepu/contracts';
import { next, signupLifecycle, type SignupAction } from '@kepu/domain';
import { Refusal } from '../../platform/errors/refusal.js';
import type { Place } from './signups.repository.js';

type State = MySignup['state'];

/** Later than this before the beginning, whoever leaves a place says why. */
export const LATE_MS = 24 * 3_600_000;

/** The state that an action leads to. Errors: `lifecycle.not_allowed`, naming the state in the reader's language. */
export const signupStep = (state: State, action: SignupAction): State => {
  const result = next(signupLifecycle, state, action);
  if (!result.ok || result.state === null) throw notNow(`terms.signupStates.${state}`);
  return result.state;
};

/** A step that the table allows and the moment does not. */
export const notNow = (state: `terms.${string}`): Refusal => new Refusal('lifecycle.not_allowed', { params: { state } });

/** Whether somebody has or wants the place. */
export const isActive = (state: State): boolean => state === 'requested' || state === 'waiting' || state === 'confirmed';

/** Whether a place is taken by the sign-up: that of somebody who waits and was asked is held. */
export const takesPlace = ({ state, heldUntil }: { readonly state: State; readonly heldUntil: string | null }): boolean => state === 'confirmed' || (state === 'waiting' && heldUntil !== null);

/** Whether a shift has begun. */
export const hasBegun = (place: Pick<Place, 'startsAt'>, now: Date): boolean => Date.parse(place.startsAt) <= now.getTime();

/** Whether people can sign up, or why not. */
export const closedBecause = (place: Pick<Place, 'activityState' | 'shiftCancelledAt' | 'startsAt'>, now: Date): 'started' | 'cancelled' | 'not_open' | null => {
  if (place.activityState === 'cancelled' || place.shiftCancelledAt !== null) return 'cancelled';
  if (place.activityState !== 'open') return 'not_open';
  return hasBegun(place, now) ? 'started' : null;
};

/** Errors: `signup.closed`, with the reason in the reader's language. */
export const demandOpen = (place: Pick<Place, 'activityState' | 'shiftCancelledAt' | 'startsAt'>, now: Date): void => {
  const reason = closedBecause(place, now);
  if (reason) throw new Refusal('signup.closed', { params: { reason: `terms.signupClosed.${reason}` } });
};

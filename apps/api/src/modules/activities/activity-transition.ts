import { activityLifecycle, next, type ActivityAction, type ActivityState } from '@kepu/domain';
import { Refusal } from '../../platform/errors/refusal.js';

/** What is asked for cannot be done in this state, which the sentence names. */
export const notIn = (state: ActivityState): Refusal => new Refusal('lifecycle.not_allowed', { params: { state: `terms.activityStates.${state}` } });

/** The state that an action leads to; one that is thrown away keeps its state until it is gone. Errors: `lifecycle.not_allowed`. */
export const stateAfter = (state: ActivityState, action: ActivityAction): ActivityState => {
  const step = next(activityLifecycle, state, action);
  if (!step.ok) throw notIn(state);
  return step.state ?? state;
};

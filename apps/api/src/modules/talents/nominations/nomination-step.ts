import { next, nominationLifecycle, type NominationAction, type NominationState } from '@kepu/domain';
import { Refusal } from '../../../platform/errors/refusal.js';

/** The state that an action leads to. Errors: `lifecycle.not_allowed`, naming the state in the reader's language. */
export const nominationStep = (state: NominationState, action: NominationAction): NominationState => {
  const result = next(nominationLifecycle, state, action);
  if (!result.ok || result.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.nominationStates.${state}` } });
  return result.state;
};

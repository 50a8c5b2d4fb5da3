import { next, teamSignupLifecycle, type TeamSignupAction, type TeamSignupState } from '@kepu/domain';
import { Refusal } from '../../../platform/errors/refusal.js';

/** The state that an action leads to. Errors: `lifecycle.not_allowed`. */
export const teamSignupStep = (state: TeamSignupState, action: TeamSignupAction): TeamSignupState => {
  const result = next(teamSignupLifecycle, state, action);
  if (!result.ok || result.state === null) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.teamSignupStates.${state}` } });
  return result.state;
};

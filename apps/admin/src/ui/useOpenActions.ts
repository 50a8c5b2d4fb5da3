import { allowedActions, type Lifecycle } from '@kepu/domain';
import { useMay } from '../providers/session.js';

/** The actions that a lifecycle leaves open in a state and that the person's rights allow. What only the system, the person concerned or a leader may do is no button here. */
export const useOpenActions = <S extends string, A extends string>(lifecycle: Lifecycle<S, A>, state: S): A[] => {
  const may = useMay();
  return allowedActions(lifecycle, state).filter((action) => {
    const { permission } = lifecycle.actions[action];
    return permission !== 'system' && permission !== 'self' && permission !== 'leader' && may(permission);
  });
};

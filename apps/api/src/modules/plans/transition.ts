import { next, type Lifecycle } from '@kepu/domain';
import { Refusal } from '../../platform/errors/refusal.js';

/** The state that an action leads to. Errors: `lifecycle.not_allowed`, naming the state in the reader's language. */
export const transition = <S extends string, A extends string>(lifecycle: Lifecycle<S, A>, state: S, action: A, labels: 'planStates' | 'planRevisionStates' | 'importStates' | 'assignmentStates' | 'workEntryStates' | 'reportPeriodStates' | 'unitReportStates'): S | null => {
  const result = next(lifecycle, state, action);
  if (!result.ok) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.${labels}.${state}` } });
  return result.state;
};

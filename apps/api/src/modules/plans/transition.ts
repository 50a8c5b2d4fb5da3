import { next, type Lifecycle, type PlanState } from '@kepu/domain';
import { Refusal } from '../../platform/errors/refusal.js';

/** A plan that is closed is read only, with all that hangs on it. Errors: `lifecycle.not_allowed`. */
export const demandInForce = (state: PlanState): void => { if (state !== 'issued') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.planStates.${state}` } }); };

/** The state that an action leads to. Errors: `lifecycle.not_allowed`, naming the state in the reader's language. */
export const transition = <S extends string, A extends string>(lifecycle: Lifecycle<S, A>, state: S, action: A, labels: 'planStates' | 'planRevisionStates' | 'importStates' | 'assignmentStates' | 'workEntryStates' | 'reportPeriodStates' | 'unitReportStates' | 'promptStates' | 'bulletinStates' | 'assessmentStates' | 'assessmentSheetStates' | 'assessmentAppealStates' | 'collectionStates' | 'collectionAnswerStates' | 'packStates' | 'proposalCallStates' | 'proposalAnswerStates' | 'consultationStates' | 'consultationAnswerStates' | 'adjustmentStates' | 'closeOutStates' | 'handedStates'): S | null => {
  const result = next(lifecycle, state, action);
  if (!result.ok) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.${labels}.${state}` } });
  return result.state;
};

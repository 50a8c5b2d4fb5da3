import type { DraftingDecision } from '@kepu/contracts';
import { choices } from '../ui/format.js';

const decisions: readonly DraftingDecision[] = ['adopted', 'partly', 'refused'];
/** Choices of what becomes of a proposal or comment. */
export const draftingDecisionWords = choices(decisions, 'terms.draftingDecisions');

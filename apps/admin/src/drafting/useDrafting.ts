import type { DraftingDecision } from '@kepu/contracts';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** Which decisions of a list to show. */
export type DecisionFilter = DraftingDecision | 'open' | undefined;

/** Calls in reach, the newest first. */
export const useCalls = () => useApi(['proposal-calls'], () => api.listProposalCalls());
/** One call. */
export const useCall = (id: string) => useApi(['proposal-call', id], () => api.getProposalCall({ params: { id } }));
/** Units of a call. */
export const useProposalAnswers = (id: string) => useApi(['proposal-answers', id], () => api.listProposalAnswers({ params: { id } }));
/** What was proposed. */
export const useProposals = (id: string, query: { decision?: DecisionFilter; unitId?: string | undefined }) => useApi(['proposals', id, JSON.stringify(query)], () => api.listProposals({ params: { id }, query: given(query) }));
/** What one unit proposes. */
export const useProposalAnswer = (id: string) => useApi(['proposal-answer', id], () => api.getProposalAnswer({ params: { id } }));

/** Consultations in reach, of one plan where it is named, the newest first. */
export const useConsultations = (planId?: string) => useApi(['consultations', planId ?? 'all'], () => api.listConsultations({ query: planId ? { planId } : {} }));
/** One consultation. */
export const useConsultation = (id: string) => useApi(['consultation', id], () => api.getConsultation({ params: { id } }));
/** Units of a consultation. */
export const useConsultationAnswers = (id: string) => useApi(['consultation-answers', id], () => api.listConsultationAnswers({ params: { id } }));
/** What units say. */
export const useComments = (id: string, query: { decision?: DecisionFilter; unitId?: string | undefined }) => useApi(['consultation-comments', id, JSON.stringify(query)], () => api.listConsultationComments({ params: { id }, query: given(query) }));
/** What one unit says of its items. */
export const useConsultationAnswer = (id: string) => useApi(['consultation-answer', id], () => api.getConsultationAnswer({ params: { id } }));
/** The sign-off of a plan, for those who may read it. */
export const useApproval = (planId: string, enabled: boolean) => useApi(['plan-approval', planId], () => api.getPlanApproval({ params: { id: planId } }), { enabled });

const given = ({ decision, unitId }: { decision?: DecisionFilter; unitId?: string | undefined }) => ({ ...(decision ? { decision } : {}), ...(unitId ? { unitId } : {}) });
/** What a field of a form says, or nothing. */
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

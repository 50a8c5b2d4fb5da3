import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** Which adjustments to show. */
export type AdjustmentsQuery = NonNullable<NonNullable<Parameters<typeof api.listAdjustments>[0]>['query']>;
/** Which close-outs to show. */
export type CloseOutsQuery = NonNullable<NonNullable<Parameters<typeof api.listCloseOuts>[0]>['query']>;
/** Adjustments in reach, what waits first. */
export const useAdjustments = (query: AdjustmentsQuery) => useApi(['adjustments', JSON.stringify(query)], () => api.listAdjustments({ query }));
/** Requests to close out in reach, what waits first. */
export const useCloseOuts = (query: CloseOutsQuery) => useApi(['close-outs', JSON.stringify(query)], () => api.listCloseOuts({ query }));
/** What is met before an assignment is closed out. */
export const useChecklist = (id: string) => useApi(['close-out-checklist', id], () => api.getCloseOutChecklist({ params: { id } }));

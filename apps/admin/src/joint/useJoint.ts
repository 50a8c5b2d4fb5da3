import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** Joint tasks of a plan as a person confirmed them, or what was set aside; of one item, those that it is a part of. */
export const useJointGroups = (planId: string, query: { state?: 'confirmed' | 'dismissed'; itemId?: string } = {}) =>
  useApi(['joint-groups', planId, query.state ?? 'confirmed', query.itemId ?? ''], () => api.listJointGroups({ params: { id: planId }, query }));
/** What looks like one piece of work and is not decided about. */
export const useJointSuggestions = (planId: string) => useApi(['joint-suggestions', planId], () => api.suggestJointGroups({ params: { id: planId } }));

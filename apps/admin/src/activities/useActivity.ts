import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** One activity. */
export const useActivity = (id: string) => useApi(['activity', id], () => api.getActivity({ params: { id } }));

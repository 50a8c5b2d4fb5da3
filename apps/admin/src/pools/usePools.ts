import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** All pools. */
export const usePools = () => useApi(['pools'], () => api.listPools());

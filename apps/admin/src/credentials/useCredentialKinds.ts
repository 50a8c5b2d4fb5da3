import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** The kinds of certificates. */
export const useCredentialKinds = () => useApi(['credential-kinds'], () => api.listCredentialKinds());

import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { useApi } from '../ui/useApi.js';

/** Whether there are assessments at all, for whoever may read them. */
export const useAssessmentSwitch = () => useApi(['assessment-switch'], () => api.getAssessmentSwitch({}), { enabled: useMay()('assessment:read') });

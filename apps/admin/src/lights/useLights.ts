import type { AssignmentLight } from '@kepu/contracts';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { useApi } from '../ui/useApi.js';

type Query = Parameters<typeof api.listLights>[0]['query'];

/** Lights of a plan. */
export const useLights = (planId: string, query: Query) => useApi(['lights', planId, query], () => api.listLights({ params: { id: planId }, query }));

/** Lights of the own work by assignment, all pages; nothing for those who see none. */
export const useLightsOf = (planId: string, filter: { assignmentId?: string } = {}): ReadonlyMap<string, AssignmentLight> | undefined => {
  const may = useMay();
  return useApi(['lights-of', planId, filter], async () => {
    const rows: AssignmentLight[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await api.listLights({ params: { id: planId }, query: { ...filter, page, perPage: 200, sort: 'seq' } });
      rows.push(...answer.data);
      if (answer.data.length === 0 || rows.length >= answer.total) return new Map(rows.map((row) => [row.assignmentId, row]));
    }
  }, { enabled: may('light:read') }).data;
};

/** Lights by unit and programme. */
export const useLightSummary = (planId: string, enabled = true) => useApi(['light-summary', planId], () => api.getLightSummary({ params: { id: planId } }), { enabled });

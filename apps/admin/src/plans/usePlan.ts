import type { Plan } from '@kepu/contracts';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** One plan. */
export const usePlan = (id: string) => useApi(['plan', id], () => api.getPlan({ params: { id } }));

/** Plans, newest year first. */
export const usePlans = () => useApi(['plans'], () => api.listPlans({ query: { sort: '-year', perPage: 20 } }));

/** The plan that work goes on in: the newest issued one, else the newest. */
export const presentPlan = (plans: readonly Plan[]): Plan | null => plans.find(({ state }) => state === 'issued') ?? plans[0] ?? null;

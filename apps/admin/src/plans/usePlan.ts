import type { Plan } from '@kepu/contracts';
import { divisionLevel } from '@kepu/domain';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** One plan. */
export const usePlan = (id: string) => useApi(['plan', id], () => api.getPlan({ params: { id } }));

/** Plans, newest year first. */
export const usePlans = () => useApi(['plans'], () => api.listPlans({ query: { sort: '-year', perPage: 200 } }));

const ofCity = ({ divisionId }: Plan): boolean => divisionLevel(divisionId) === 'city';
/** Whether it is the plan of the reader's own office, and not one that it keeps for a division below. */
export const isOwn = ({ kept, divisionId, officeId }: Plan): boolean => kept && divisionId === officeId;

/** The plan in force that an office goes by: its own, else the city's. Null before one is issued. */
export const planInForce = (plans: readonly Plan[]): Plan | null => {
  const issued = plans.filter(({ state }) => state === 'issued');
  return issued.find(isOwn) ?? issued.find(ofCity) ?? null;
};

/** The plan that work goes on in: the newest issued one of the own office, else the city's, else another one that the reader has a part in. */
export const presentPlan = (plans: readonly Plan[]): Plan | null => planInForce(plans) ?? plans.find(({ state }) => state === 'issued') ?? plans.find(isOwn) ?? plans[0] ?? null;

/** Plans in force that somebody's work may serve: of the own office and of the city, and for whoever keeps none those that the own units have a part in. */
export const plansServed = (plans: readonly Plan[]): Plan[] => {
  const issued = plans.filter(({ state }) => state === 'issued');
  return (issued.some(({ kept }) => kept) ? issued.filter((plan) => isOwn(plan) || ofCity(plan)) : issued).slice(0, 4);
};

import { ApiProblem } from '@kepu/api-client/slim';
import type { Plan, PlanImport } from '@kepu/contracts';
import { Alert, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { isOwn } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { usePlanRevisions } from '../revisions/useRevision.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

/** The plan of the own office of a paper's year that is in force; undefined until that is known, null where there is none. */
export const useInForce = (year: number | null): Plan | null | undefined => {
  const query = useApi(['plan-in-force', year], () => api.listPlans({ query: { state: 'issued', perPage: 200, ...(year === null ? {} : { year }) } }), { enabled: year !== null });
  // Where it cannot be told, the API says so when the paper is taken in.
  return year === null || query.isError ? null : query.data && (query.data.data.find(isOwn) ?? null);
};

/** The way to the comparison that is open: the one thing to do first. */
const OpenOne = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const draft = usePlanRevisions(plan.id).data?.data.find(({ state }) => state === 'draft');
  return <Button color="inherit" component={Link} to={draft ? `/plan-revisions/${draft.id}/show` : `/plans/${plan.id}`}>{t('admin.revisions.open_comparison')}</Button>;
};

/** Holds a paper against the plan that is in force. Nothing of the plan changes by that. */
export const CompareButton = ({ value, plan, onRefused }: { value: PlanImport; plan: Plan; onRefused: (refusal: ReactNode) => void }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { attempt, pending } = useRun();
  const compare = async () => {
    onRefused(null);
    try {
      const { id } = await attempt(() => api.createPlanRevision({ params: { id: value.id }, body: { version: value.version } }), { success: 'admin.revisions.compared' });
      void navigate(`/plan-revisions/${id}/show`);
    } catch (error) {
      const exists = error instanceof ApiProblem && error.problem.code === 'plan_revision.exists';
      onRefused(<Alert severity="error" role="alert" action={exists && <OpenOne plan={plan} />}>{t(messageOf(error), { _: messageOf(error) })}</Alert>);
    }
  };
  return <Button variant="contained" disabled={pending} onClick={() => void compare()}>{t('admin.revisions.compare', { edition: plan.edition })}</Button>;
};

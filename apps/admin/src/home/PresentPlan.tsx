import { Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { itemsLink } from '../plans/itemsLink.js';
import { presentPlan, usePlans } from '../plans/usePlan.js';
import { useMay } from '../providers/session.js';
import { EmptyState, Figure, Figures, Loaded, Panel } from '../ui/Panels.js';
import { SignedBar } from '../ui/Progress.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

/** Where this year's paper stands. */
export const PresentPlan = () => {
  const t = useTranslate();
  const may = useMay();
  const { day, distance, aside } = useFormat();
  const plans = usePlans();
  return (
    <Panel id="present-plan" title={t('admin.home.plan')}>
      <Loaded query={plans} rows={3}>
        {({ data }) => {
          const plan = presentPlan(data);
          if (!plan) return <EmptyState title="admin.home.no_plan" hint={may('plan-import:write') ? 'admin.home.no_plan_hint' : 'admin.home.no_plan_reader'} action={may('plan-import:write') ? { label: 'admin.imports.upload', to: '/plan-imports' } : undefined} />;
          return (
            <Stack sx={{ gap: 1.5 }}>
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
                <Typography variant="h3" component="p">{plan.title}</Typography>
                <StateChip of="planStates" state={plan.state} />
              </Stack>
              <Figures>
                <Figure value={plan.counts.units} label="admin.plans.units" to={`/plans/${plan.id}/sign-offs`} />
                <Figure value={plan.counts.programmes} label="admin.plans.programmes" to={`/plans/${plan.id}/matrix`} />
                <Figure value={plan.counts.items} label="admin.plans.items" to={itemsLink(plan.id, {})} />
              </Figures>
              {plan.state !== 'draft' && <SignedBar tally={plan.signOff} />}
              {plan.state === 'issued' && plan.signBy && plan.signOff.pending > 0 && <Typography>{t('admin.plans.sign_by', { day: day(plan.signBy) })}{aside(distance(plan.signBy))}</Typography>}
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
                <Button variant="contained" component={Link} to={`/plans/${plan.id}`}>{t(plan.state === 'draft' ? 'admin.home.go_issue' : 'admin.home.go_plan')}</Button>
                <Button component={Link} to={`/plans/${plan.id}/matrix`}>{t('admin.plans.tab_matrix')}</Button>
              </Stack>
            </Stack>
          );
        }}
      </Loaded>
    </Panel>
  );
};

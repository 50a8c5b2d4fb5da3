import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { PlanChoice } from '../plans/PlanChoice.js';
import { presentPlan, usePlans } from '../plans/usePlan.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import PlanMeasures from './PlanMeasures.js';

/** The ledger of measures of the plan in force; those of another one stand below that plan. */
const MeasuresPage = () => {
  const t = useTranslate();
  const plans = usePlans();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('admin.menu.measures')} subtitle={t('admin.measures.subtitle')} />
      <Loaded query={plans} rows={8}>
        {({ data }) => {
          const open = data.filter(({ state }) => state !== 'draft');
          const plan = presentPlan(open);
          if (!plan) return <EmptyState title="admin.home.no_plan" hint="admin.home.no_plan_reader" />;
          return (
            <>
              <Box sx={{ mb: 2 }}><PlanChoice plans={open} chosen={plan} onChoose={(id) => void navigate(`/plans/${id}/measures`)} /></Box>
              <PlanMeasures plan={plan} />
            </>
          );
        }}
      </Loaded>
    </>
  );
};
export default MeasuresPage;

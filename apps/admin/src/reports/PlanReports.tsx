import type { Plan } from '@kepu/contracts';
import { Box } from '@mui/material';
import { useMay } from '../providers/session.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { OpenPeriod } from './OpenPeriod.js';
import { PeriodList } from './PeriodList.js';
import { usePeriods } from './useReports.js';

/** The periods of a plan; the office opens others. */
const PlanReports = ({ plan }: { plan: Plan }) => {
  const may = useMay();
  const query = usePeriods(plan.id);
  const decides = may('report:decide') && plan.state === 'issued';
  if (plan.state === 'draft') return <EmptyState title="admin.reports.not_issued" action={{ label: 'admin.plans.tab_overview', to: `/plans/${plan.id}` }} />;
  return (
    <>
      {decides && <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1.5 }}><OpenPeriod planId={plan.id} /></Box>}
      <Loaded query={query}>
        {({ data }) => (data.length === 0 ? <EmptyState title={decides ? 'admin.reports.none_office' : 'admin.reports.none'} hint={decides ? 'admin.reports.none_office_hint' : 'admin.reports.none_hint'} /> : <PeriodList periods={data} />)}
      </Loaded>
    </>
  );
};
export default PlanReports;

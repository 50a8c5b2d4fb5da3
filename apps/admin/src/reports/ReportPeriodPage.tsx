import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { LoadedPage } from '../ui/LoadedPage.js';
import { OfPlan } from '../plans/OfPlan.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { PeriodActions } from './PeriodActions.js';
import { PeriodCounts, usePeriodDays } from './PeriodList.js';
import { PeriodUnits } from './PeriodUnits.js';
import { usePeriod } from './useReports.js';

/** One period: how far every unit is, and what the office does about it. */
const ReportPeriodPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const { day, instant } = useFormat();
  const daysOf = usePeriodDays();
  const query = usePeriod(id);
  return (
    <LoadedPage query={query} list={{ to: '/report-periods', label: 'admin.reports.title' }}>
      {(period) => (
        <OfPlan id={period.plan.id}>
          <PageHeader
            title={period.name} back={{ to: '/report-periods', label: 'admin.reports.title' }} mark={<StateChip of="reportPeriodStates" state={period.state} />} actions={<PeriodActions period={period} />}
            subtitle={[period.plan.title, t('admin.reports.span', { from: day(period.from, true), to: day(period.to, true) }), daysOf(period)].join(' · ')}
          />
          {period.dueUncertain && period.state === 'open' && <Alert severity="warning" sx={{ mb: 1.5 }}>{t('admin.reports.uncertain')}</Alert>}
          {period.state === 'locked' && <Alert severity="info" sx={{ mb: 1.5 }}>{t('admin.reports.locked_by', { name: period.lockedBy ?? '', when: instant(period.lockedAt) })}{period.lockedReason && ` · ${period.lockedReason}`}</Alert>}
          {period.counts.units > 1 && <Panel><PeriodCounts period={period} /></Panel>}
          <PeriodUnits period={period} />
        </OfPlan>
      )}
    </LoadedPage>
  );
};
export default ReportPeriodPage;

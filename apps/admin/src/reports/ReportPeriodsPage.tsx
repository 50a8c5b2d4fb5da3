import { useTranslate } from 'react-admin';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { PeriodList } from './PeriodList.js';
import { usePeriods } from './useReports.js';

/** What the own units report on, and when. */
const ReportPeriodsPage = () => {
  const t = useTranslate();
  const query = usePeriods();
  return (
    <>
      <PageHeader title={t('admin.reports.title')} subtitle={t('admin.reports.subtitle')} />
      <Loaded query={query}>{({ data }) => (data.length === 0 ? <EmptyState title="admin.reports.none" hint="admin.reports.none_hint" /> : <PeriodList periods={data} withPlan />)}</Loaded>
    </>
  );
};
export default ReportPeriodsPage;

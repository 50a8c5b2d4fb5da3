import type { UnitReport } from '@kepu/contracts';
import { can, unitReportLifecycle } from '@kepu/domain';
import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { OfPlan } from '../plans/OfPlan.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useApi } from '../ui/useApi.js';
import { Corrections } from './Corrections.js';
import { usePeriodDays } from './PeriodList.js';
import { LateMarks } from './PeriodUnits.js';
import { ReportBar } from './ReportBar.js';
import { ReportLineCard } from './ReportLineCard.js';
import { ReportState } from './ReportState.js';
import { useUnitReport } from './useReports.js';
import { isContested, isSaid, useReportWriting, wordsOn } from './useReportWriting.js';

const Body = ({ report }: { report: UnitReport }) => {
  const t = useTranslate();
  const writes = report.may.write && (can(unitReportLifecycle, report.state, 'save') || can(unitReportLifecycle, report.state, 'revise'));
  const { edits, restored, change, choose, ...writing } = useReportWriting(report, writes);
  const missing = report.lines.filter((line) => !isSaid(wordsOn(line, edits))).length;
  const history = useApi(['unit-report-history', report.id, report.version], () => api.getUnitReportHistory({ params: { id: report.id } }));
  return (
    <>
      <ReportState report={report} />
      {restored && <Alert severity="info" sx={{ mb: 1.5 }}>{t('admin.reports.restored')}</Alert>}
      {report.lines.map((line) => <ReportLineCard key={line.itemId} line={line} words={wordsOn(line, edits)} onChange={writes ? (words) => change(line, words) : undefined} onChoose={isContested(line, edits) ? (whose) => choose(line, whose) : undefined} />)}
      <Corrections corrections={report.corrections} />
      <Panel id="history" title={t('admin.shell.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="unitReportStatuses" />}</Loaded></Panel>
      <ReportBar report={report} missing={missing} {...writing} />
    </>
  );
};

/** One unit's report: a card for each item with the numbers that are known and one box to write in. */
const UnitReportPage = () => {
  const { id = '' } = useParams();
  const query = useUnitReport(id);
  const daysOf = usePeriodDays();
  return (
    <LoadedPage query={query} list={{ to: '/report-periods', label: 'admin.reports.title' }}>
      {(report) => (
        <OfPlan id={report.period.plan.id}>
          <PageHeader
            title={`${report.period.name} · ${report.unit.name}`} back={{ to: `/report-periods/${report.period.id}`, label: 'admin.reports.title' }} mark={<><StateChip of="unitReportStatuses" state={report.state} /><LateMarks late={report.late} overdue={report.overdue} /></>}
            subtitle={[report.period.plan.title, daysOf(report.period)].join(' · ')}
          />
          <Body key={report.id} report={report} />
        </OfPlan>
      )}
    </LoadedPage>
  );
};
export default UnitReportPage;

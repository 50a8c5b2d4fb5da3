import type { UnitReport } from '@kepu/contracts';
import { Alert, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

/** What stands at the head of a report: why it came back, when it was handed in, what is doubtful. */
export const ReportState = ({ report }: { report: UnitReport }) => {
  const t = useTranslate();
  const { day, instant, distance } = useFormat();
  const { returned, period, state } = report;
  const unsent = !report.may.write && !report.may.ask && (state === 'draft' || state === 'returned' || state === 'checking');
  const correcting = period.state === 'locked' && (state === 'draft' || state === 'returned');
  return (
    <Stack sx={{ gap: 1, mb: 1.5 }}>
      {returned && (state === 'returned' || state === 'draft') && (
        <Alert severity="warning">
          {t(returned.inside ? 'admin.reports.returned_inside' : 'admin.reports.returned_by', { name: returned.by, reason: returned.reason })}
          {report.resubmitBy && ` ${t('admin.reports.resubmit', { day: day(report.resubmitBy) })} · ${distance(report.resubmitBy)}`}{report.resubmitUncertain && ` ${t('admin.reports.uncertain')}`}
        </Alert>
      )}
      {correcting && <Alert severity="info">{t('admin.reports.correction_waiting')}</Alert>}
      {unsent && <Alert severity="info">{t(report.submittedAt ? 'admin.reports.unsent_since' : 'admin.reports.unsent')}</Alert>}
      {period.kind === 'scheme' && <Alert severity="info">{t('admin.reports.scheme')}</Alert>}
      {report.submittedAt && <Typography color="textSecondary">{[t('admin.reports.submitted_by', { name: report.submittedBy ?? '', when: instant(report.submittedAt) }), ...(report.checkedAt && state !== 'submitted' ? [t('admin.reports.checked_by', { name: report.checkedBy ?? '', when: instant(report.checkedAt) })] : [])].join(' · ')}</Typography>}
    </Stack>
  );
};

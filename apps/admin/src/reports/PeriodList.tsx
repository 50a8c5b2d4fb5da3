import type { ReportPeriod } from '@kepu/contracts';
import { Box, Card, Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

/** How far the units of a period are, in a line. */
export const PeriodCounts = ({ period: { counts } }: { period: ReportPeriod }) => {
  const t = useTranslate();
  const waiting = counts.submitted + counts.asking;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <span>{t('admin.reports.done_of', { done: counts.units - counts.notBegun - counts.draft - counts.checking - counts.returned, all: counts.units })}</span>
      {waiting > 0 && <Mark tone="waiting">{t('admin.reports.waiting_n', { count: waiting })}</Mark>}
      {counts.accepted > 0 && <Mark tone="good">{t('admin.reports.accepted_n', { count: counts.accepted })}</Mark>}
      {counts.overdue > 0 && <Mark tone="wrong">{t('admin.reports.overdue_n', { count: counts.overdue })}</Mark>}
      {counts.late > 0 && <Mark tone="wrong">{t('admin.reports.late_n', { count: counts.late })}</Mark>}
    </Stack>
  );
};

/** The days of a period as people say them. */
export const usePeriodDays = () => {
  const t = useTranslate();
  const { day, distance } = useFormat();
  return (period: Pick<ReportPeriod, 'begun' | 'opensOn' | 'dueOn' | 'state' | 'dueUncertain'>): string => {
    if (!period.begun) return t('admin.reports.opens', { day: day(period.opensOn) });
    const due = t('admin.reports.due', { day: day(period.dueOn) });
    return period.state === 'locked' ? due : `${due} · ${distance(period.dueOn)}`;
  };
};

/** Periods, each with its days and how far the units are. */
export const PeriodList = ({ periods, withPlan = false }: { periods: readonly ReportPeriod[]; withPlan?: boolean }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const daysOf = usePeriodDays();
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
      {periods.map((period) => (
        <Card component="li" key={period.id} sx={{ p: 2 }}>
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Link component={RouterLink} to={`/report-periods/${period.id}`} sx={{ fontWeight: 600, display: 'inline-flex', alignItems: 'center', minHeight: 44 }}>{period.name}</Link>
            <StateChip of="reportPeriodStates" state={period.state} />
          </Stack>
          <Typography>{daysOf(period)}</Typography>
          {period.dueUncertain && period.state === 'open' && <Typography color="warning">{t('admin.reports.uncertain')}</Typography>}
          <Typography color="textSecondary">{[...(withPlan ? [period.plan.title] : []), t('admin.reports.span', { from: day(period.from, true), to: day(period.to, true) })].join(' · ')}</Typography>
          <Box sx={{ mt: 1 }}><PeriodCounts period={period} /></Box>
        </Card>
      ))}
    </Stack>
  );
};

import type { Desk } from '@kepu/contracts';
import { Box, Card, Chip, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { deskLinks, draftingPath, useDesk } from '../desk/useDesk.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

interface Wait { label: string; count: number; to: string }

const placeOf = (row: NonNullable<Desk['returned']>['first'][number] | undefined): string => (row ? (row.kind === 'activity' ? `/activities/${row.id}` : `/work-entries/${row.id}`) : deskLinks.drafts);

/** The queues of a liaison, each with where it is dealt with: at one place directly, else in its list. */
const waits = (desk: Desk): Wait[] => {
  const { signupsToDecide: signups, hoursToConfirm: hours, returned, drafts, reportsDue, unitReports, drafting, followUps } = desk;
  const [activity] = signups?.activities ?? [];
  const [shift] = hours?.shifts ?? [];
  const [back] = returned?.first ?? [];
  const [draft] = drafts?.first ?? [];
  const [due] = reportsDue?.first ?? [];
  const [report] = unitReports?.first ?? [];
  const [asked] = drafting?.first ?? [];
  const [followed] = followUps?.first ?? [];
  return [
    { label: 'admin.drafting.my_due', count: drafting?.count ?? 0, to: asked && drafting?.count === 1 ? draftingPath(asked) : '/drafting' },
    { label: 'admin.follow_ups.my_back', count: followUps?.count ?? 0, to: followed ? `/items/${followed.itemId}` : '/plans' },
    { label: 'admin.reports.my_due', count: unitReports?.count ?? 0, to: report && unitReports?.count === 1 ? (report.reportId ? `/unit-reports/${report.reportId}` : `/report-periods/${report.periodId}`) : '/report-periods' },
    { label: 'admin.desk.n_signups', count: signups?.count ?? 0, to: activity && signups?.activities.length === 1 ? `/activities/${activity.id}/signups` : deskLinks.open }, { label: 'admin.desk.n_hours', count: hours?.count ?? 0, to: shift && hours?.shifts.length === 1 ? `/activities/${shift.activityId}/day?shift=${shift.id}` : deskLinks.open },
    { label: 'admin.desk.n_returned', count: returned?.count ?? 0, to: placeOf(back) }, { label: 'admin.desk.n_drafts', count: drafts?.count ?? 0, to: drafts?.count === 1 ? placeOf(draft) : deskLinks.drafts }, { label: 'admin.desk.n_close', count: reportsDue?.count ?? 0, to: due && reportsDue?.count === 1 ? `/activities/${due.id}/close` : deskLinks.open },
  ].filter(({ count }) => count > 0);
};

const Next = ({ next }: { next: Desk['upcoming'][number] }) => {
  const t = useTranslate();
  const { period } = useFormat();
  return (
    <Card sx={{ p: 1.5, display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' }}>
      <Mark tone="good">{t('admin.desk.next_shift')}</Mark>
      <MuiLink component={Link} to={`/activities/${next.activityId}/day?shift=${next.shiftId}`} sx={{ fontWeight: 600, minHeight: 44, display: 'inline-flex', alignItems: 'center' }}>{next.title}</MuiLink>
      <Typography color="textSecondary">{[period(next.startsAt, null), next.place, t('admin.activities.places_of', { taken: next.confirmed, wanted: next.wanted })].join(' · ')}</Typography>
    </Card>
  );
};

/** What waits for a liaison beside the items: a line of touches, and the next shift. Nothing where nothing waits. */
export const MyDesk = () => {
  const t = useTranslate();
  const desk = useDesk().data;
  if (!desk) return null;
  const all = waits(desk);
  const [next] = desk.upcoming;
  if (all.length === 0 && !next) return null;
  return (
    <Box component="section" aria-label={t('admin.desk.title')} sx={{ mb: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: next ? 1 : 0 }}>
        {all.map(({ label, count, to }) => (
          <Chip
            key={label} component={Link} clickable to={to} label={t(label, { count })}
            sx={({ palette: { tokens: c } }) => ({ minHeight: 44, borderRadius: 22, px: 1, fontWeight: 600, color: c.waiting, backgroundColor: c.waitingSoft, '&:hover': { backgroundColor: c.waitingSoft, textDecoration: 'underline' } })}
          />
        ))}
      </Stack>
      {next && <Next next={next} />}
    </Box>
  );
};

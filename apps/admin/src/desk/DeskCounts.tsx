import type { Desk } from '@kepu/contracts';
import { Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Figure, Figures } from '../ui/Panels.js';
import { deskLinks, isQuiet } from './useDesk.js';

interface Count { label: string; count: number; to: string }

/** The queues of the office and the counties as numbers, each leading to its list. */
export const DeskCounts = ({ desk }: { desk: Desk }) => {
  const t = useTranslate();
  const counts: Count[] = [
    ...(desk.activitiesToApprove ? [{ label: 'admin.desk.approve', count: desk.activitiesToApprove.count, to: deskLinks.activitiesToApprove }] : []), ...(desk.reportsToAccept ? [{ label: 'admin.desk.accept', count: desk.reportsToAccept.count, to: deskLinks.reportsToAccept }] : []),
    ...(desk.workEntriesToCheck ? [{ label: 'admin.desk.check', count: desk.workEntriesToCheck.count, to: deskLinks.workEntriesToCheck }] : []), ...(desk.shortOfPeople ? [{ label: 'admin.desk.short', count: desk.shortOfPeople.length, to: deskLinks.open }] : []),
    ...(desk.complaintsToAnswer ? [{ label: 'admin.complaints.desk', count: desk.complaintsToAnswer.count, to: deskLinks.complaintsToAnswer }] : []),
    ...(desk.ordersToArrange ? [{ label: 'admin.orders.desk', count: desk.ordersToArrange.count, to: deskLinks.ordersToArrange }] : []),
    ...(desk.unitReportsToDecide ? [{ label: 'admin.reports.desk_decide', count: desk.unitReportsToDecide.count, to: '/report-periods' }] : []),
    ...(desk.followUpsToDecide ? [{ label: 'admin.follow_ups.desk_decide', count: desk.followUpsToDecide.count, to: desk.followUpsToDecide.first[0] ? `/plans/${desk.followUpsToDecide.first[0].planId}/follow-ups` : '/plans' }] : []),
    { label: 'admin.desk.measures', count: desk.measuresDue.length, to: '/measures' },
  ];
  return (
    <Card component="section" aria-label={t('admin.desk.title')} sx={{ p: 2, mb: 2 }}>
      <Figures>{counts.map(({ label, count, to }) => <Figure key={label} value={count} label={label} to={to} {...(count > 0 ? { tone: 'waiting' as const } : {})} />)}</Figures>
      {isQuiet(desk) && <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.desk.quiet')}</Typography>}
    </Card>
  );
};

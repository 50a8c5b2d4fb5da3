import type { Activity, Shift } from '@kepu/contracts';
import { Alert, Box, Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useMay } from '../providers/session.js';
import { Facts, Figure, Figures, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { usePresentMoment } from '../ui/clock.js';
import { useFormat } from '../ui/format.js';
import { NextStepCard } from './NextStepCard.js';
import { PositionBar } from './PositionBar.js';
import { ShiftActions } from './ShiftActions.js';

const Said = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { cancelled, staff, state } = activity;
  return (
    <>
      {cancelled && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.activities.cancelled_because', { when: instant(cancelled.at), reason: cancelled.reason })}</Alert>}
      {staff?.returned && (state === 'draft' || state === 'open') && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.activities.returned_because', { by: staff.returned.by, when: instant(staff.returned.at), reason: staff.returned.reason })}</Alert>}
    </>
  );
};

const ShiftCard = ({ activity, shift, changeable }: { activity: Activity; shift: Shift; changeable: boolean }) => {
  const t = useTranslate();
  const { period, instant } = useFormat();
  const leader = activity.staff?.leaders.find(({ shiftId }) => shiftId === shift.id)?.leader;
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography sx={{ fontWeight: 600, ...(shift.cancelled ? { textDecoration: 'line-through' } : {}) }}>{period(shift.startsAt, shift.endsAt)}</Typography>
        {shift.cancelled && <Mark tone="quiet">{t('admin.activities.shift_cancelled')}</Mark>}
        {shift.moved && <Mark tone="waiting">{t('admin.activities.shift_moved')}</Mark>}
      </Stack>
      {shift.cancelled && <Typography color="textSecondary">{shift.cancelled.reason}</Typography>}
      {shift.moved && <Typography color="textSecondary">{t('admin.activities.moved_from', { when: instant(shift.moved.from), reason: shift.moved.reason })}</Typography>}
      {leader && <Typography color="textSecondary">{t('admin.shell.colon', { label: t('admin.day.leader') })}{leader.name}</Typography>}
      {!shift.cancelled && shift.positions.map((position) => <PositionBar key={position.id} position={position} />)}
      {changeable && <ShiftActions activity={activity} shift={shift} />}
    </Box>
  );
};

/** What it is, when, for whom, and what comes next. */
export const ActivityOverview = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  const may = useMay();
  const now = usePresentMoment();
  const { list, instant, number } = useFormat();
  const { id, staff, state, result } = activity;
  const changes = staff !== null && state === 'open' && may('activity:submit');
  return (
    <>
      <Said activity={activity} />
      <NextStepCard activity={activity} />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' }}>
        <Box sx={{ minWidth: 0 }}>
          {result && (
            <Panel id="result" title={t('admin.close.result')}>
              <Figures><Figure value={number(result.turnout)} label="admin.close.turnout" /><Figure value={result.sessions} label="admin.close.sessions" /></Figures>
              <Typography sx={{ mt: 1.5, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{result.text}</Typography>
            </Panel>
          )}
          <Panel id="shifts" title={t('admin.activities.shifts')}>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {activity.shifts.map((shift) => <ShiftCard key={shift.id} activity={activity} shift={shift} changeable={changes && !shift.cancelled && now !== null && shift.startsAt > now} />)}
            </Box>
          </Panel>
          <Panel id="about" title={t('admin.activities.about')}>
            <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', mb: 2 }}>{activity.summary}</Typography>
            <Facts rows={[
              ['admin.activities.place', list([activity.county.name, ...(activity.township ? [activity.township.name] : []), activity.place])],
              ['admin.activities.topics', list(activity.topics.map(({ name }) => name))], ['admin.activities.audiences', list(activity.audiences.map(({ name }) => name))],
              ['admin.activities.who', [t(`terms.whoMayServe.${activity.dangerous ? 'dangerous' : activity.minors ? 'minors' : 'adults'}`), ...(activity.companions ? [t('terms.companions.welcome')] : [])].join(' · ')], ['admin.activities.flow', t(`terms.signupFlows.${activity.flow}`)], ['admin.activities.risk', <Box key="risk" component="span" sx={{ whiteSpace: 'pre-line' }}>{activity.risk.statement}</Box>], ['admin.activities.insurance', t(`terms.insurances.${activity.risk.insurance}`)], ...(activity.grants ? [['admin.activities.grants', activity.grants.kind.name] as const] : []),
            ]} />
          </Panel>
        </Box>
        <Box sx={{ minWidth: 0 }}>
          {staff && state !== 'draft' && state !== 'submitted' && may('signup:read') && (
            <Panel id="people" title={t('admin.activities.tab_signups')}>
              <Figures>
                <Figure value={staff.signups.requested} label="terms.signupStates.requested" to={`/activities/${id}/signups`} {...(staff.signups.requested > 0 && state === 'open' ? { tone: 'waiting' as const } : {})} />
                <Figure value={staff.signups.waiting} label="terms.signupStates.waiting" to={`/activities/${id}/signups`} />
                <Figure value={staff.signups.confirmed} label="terms.signupStates.confirmed" to={`/activities/${id}/signups`} />
                {staff.hoursToConfirm > 0 && <Figure value={staff.hoursToConfirm} label="admin.day.hours_open" to={`/activities/${id}/day`} tone="waiting" />}
              </Figures>
            </Panel>
          )}
          {staff && (
            <Panel id="serves" title={t('admin.activities.serves')}>
              {staff.serves.length === 0 ? <Typography color="textSecondary">{t('admin.activities.serves_none')}</Typography> : staff.serves.map(({ itemId, text, programme }) => (
                <Box key={itemId} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
                  <Link component={RouterLink} to={`/items/${itemId}`} sx={{ display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>{text}</Link>
                  <Typography color="textSecondary">{programme}</Typography>
                </Box>
              ))}
            </Panel>
          )}
          {staff && (
            <Panel id="steps" title={t('admin.activities.steps')}>
              <Facts rows={[
                ['admin.activities.created', `${instant(staff.createdAt)} · ${staff.createdBy}`],
                ...(staff.submittedAt ? [['admin.activities.handed_in', instant(staff.submittedAt)] as const] : []), ...(staff.approvedAt ? [['admin.activities.approved_at', `${instant(staff.approvedAt)} · ${staff.approvedBy ?? ''}`] as const] : []),
                ...(staff.report ? [['admin.close.reported', `${instant(staff.report.reportedAt)} · ${staff.report.reportedBy}`] as const] : []), ...(staff.report?.acceptedAt ? [['admin.close.accepted', `${instant(staff.report.acceptedAt)} · ${staff.report.acceptedBy ?? ''}`] as const] : []),
              ]} />
            </Panel>
          )}
        </Box>
      </Box>
    </>
  );
};

import type { Desk } from '@kepu/contracts';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { DueMark } from '../complaints/DueMark.js';
import { Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { deskLinks, draftingPath } from './useDesk.js';

interface Line { id: string; to: string; title: string; about: string; mark?: ReactNode }

/** A few lines, each leading to where it is dealt with, and the way to all of them. */
const Lines = ({ id, title, lines, all }: { id: string; title: string; lines: readonly Line[]; all?: { to: string; count: number } | undefined }) => {
  const t = useTranslate();
  return (
    <Panel id={id} title={title}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map(({ id: key, to, title: text, about, mark }) => (
          <Stack component="li" key={key} direction="row" sx={{ py: 1, gap: 1, justifyContent: 'space-between', alignItems: 'flex-start', borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
            <Box sx={{ minWidth: 0 }}><Link component={RouterLink} to={to} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{text}</Link><Typography color="textSecondary">{about}</Typography></Box>
            {mark}
          </Stack>
        ))}
      </Box>
      {all && all.count > lines.length && <Button variant="outlined" component={RouterLink} to={all.to} sx={{ mt: 1 }}>{t('admin.desk.all', { count: all.count })}</Button>}
    </Panel>
  );
};

type Waiting = NonNullable<Desk['activitiesToApprove']>;

/** What waits in one queue, the oldest first; nothing where nothing waits. */
export const WaitingPanel = ({ id, title, waiting, path, all }: { id: string; title: string; waiting: Waiting | null; path: (id: string) => string; all: string }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (!waiting || waiting.count === 0) return null;
  return <Lines id={id} title={t('admin.shell.tab_count', { label: t(title), count: waiting.count })} all={{ to: all, count: waiting.count }} lines={waiting.first.map((row) => ({ id: row.id, to: path(row.id), title: row.title, about: `${row.unit.name} · ${instant(row.at)}` }))} />;
};

/** Activities and work entries in one list: what came back to be corrected, or what waits to be handed in. */
export const MixedPanel = ({ id, title, waiting }: { id: string; title: string; waiting: Desk['returned'] }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (!waiting || waiting.count === 0) return null;
  return (
    <Lines
      id={id} title={t('admin.shell.tab_count', { label: t(title), count: waiting.count })}
      lines={waiting.first.map((row) => ({ id: row.id, to: row.kind === 'activity' ? `/activities/${row.id}` : `/work-entries/${row.id}`, title: row.title, about: `${t(`admin.desk.kinds.${row.kind}`)} · ${instant(row.at)}` }))}
    />
  );
};

/** Complaints to be answered, the first due first. */
export const ComplaintsPanel = ({ complaints }: { complaints: Desk['complaintsToAnswer'] }) => {
  const t = useTranslate();
  if (!complaints || complaints.count === 0) return null;
  return (
    <Lines
      id="complaints" title={t('admin.shell.tab_count', { label: t('admin.complaints.desk'), count: complaints.count })} all={{ to: '/complaints', count: complaints.count }}
      lines={complaints.first.map((row) => ({ id: row.id, to: `/complaints/${row.id}`, title: row.number, about: t(`terms.complaintKinds.${row.kind}`), mark: <DueMark complaint={{ ...row, state: 'open' }} /> }))}
    />
  );
};

/** Orders of talks that wait for a county or the office. */
export const OrdersPanel = ({ orders }: { orders: Desk['ordersToArrange'] }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (!orders || orders.count === 0) return null;
  return (
    <Lines
      id="orders" title={t('admin.shell.tab_count', { label: t('admin.orders.desk'), count: orders.count })} all={{ to: deskLinks.ordersToArrange, count: orders.count }}
      lines={orders.first.map((row) => ({ id: row.id, to: `/orders/${row.id}`, title: row.place, about: `${row.county} · ${instant(row.at)}`, mark: <StateChip of="orderStates" state={row.state} /> }))}
    />
  );
};

/** Periods in which units wait for the office. */
export const ReportsPanel = ({ waiting }: { waiting: Desk['unitReportsToDecide'] }) => {
  const t = useTranslate();
  if (!waiting || waiting.count === 0) return null;
  return (
    <Lines
      id="unit-reports" title={t('admin.shell.tab_count', { label: t('admin.reports.desk_decide'), count: waiting.count })}
      lines={waiting.first.map((row) => ({ id: row.periodId, to: `/report-periods/${row.periodId}`, title: row.name, about: `${t('admin.reports.desk_decide_n', { count: row.count })} · ${row.planTitle}` }))}
    />
  );
};

/** Reports that the own units owe: an approver's, for a liaison has another first page. */
export const OwnReportsPanel = ({ due }: { due: Desk['unitReports'] }) => {
  const t = useTranslate();
  const { day, distance } = useFormat();
  if (!due || due.count === 0) return null;
  return (
    <Lines
      id="own-reports" title={t('admin.shell.tab_count', { label: t('admin.reports.desk_due'), count: due.count })} all={{ to: '/report-periods', count: due.count }}
      lines={due.first.map((row) => ({ id: `${row.periodId} ${row.unit.id}`, to: row.reportId ? `/unit-reports/${row.reportId}` : `/report-periods/${row.periodId}`, title: `${row.name} · ${row.unit.name}`, about: `${t('admin.reports.due', { day: day(row.dueOn) })} · ${distance(row.dueOn)}`, mark: <StateChip of="unitReportStatuses" state={row.status} /> }))}
    />
  );
};

/** Proposals and comments that the own units owe: an approver's, for a liaison has another first page. */
export const DraftingPanel = ({ due }: { due: Desk['drafting'] }) => {
  const t = useTranslate();
  const { day, distance } = useFormat();
  if (!due || due.count === 0) return null;
  return (
    <Lines
      id="drafting" title={t('admin.shell.tab_count', { label: t('admin.drafting.desk_due'), count: due.count })} all={{ to: '/drafting', count: due.count }}
      lines={due.first.map((row) => ({ id: row.id, to: draftingPath(row), title: `${row.title} · ${row.unit.name}`, about: [t(`admin.drafting.kinds.${row.kind}`), t('admin.drafting.due', { day: day(row.dueOn) }), distance(row.dueOn)].join(' · ') }))}
    />
  );
};

/** Adjustments and close-outs: what the office decides is dealt with in its plan, what came back to a unit at its item. */
export const FollowUpsPanel = ({ id, title, waiting, own = false }: { id: string; title: string; waiting: Desk['followUps']; own?: boolean }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (!waiting || waiting.count === 0) return null;
  return <Lines id={id} title={t('admin.shell.tab_count', { label: t(title), count: waiting.count })} lines={waiting.first.map((row) => ({ id: row.id, to: own ? `/items/${row.itemId}` : `/plans/${row.planId}/follow-ups`, title: row.title, about: `${t(`admin.follow_ups.kinds.${row.kind}`)} · ${row.unit.name} · ${instant(row.at)}` }))} />;
};

/** Positions below their minimum within a week. */
export const ShortPanel = ({ short }: { short: Desk['shortOfPeople'] }) => {
  const t = useTranslate();
  const { period } = useFormat();
  if (!short || short.length === 0) return null;
  return <Lines id="short" title={t('admin.shell.tab_count', { label: t('admin.desk.short'), count: short.length })} lines={short.map((row) => ({ id: `${row.id} ${row.startsAt}`, to: `/activities/${row.id}/signups`, title: row.title, about: `${row.unit.name} · ${period(row.startsAt, null)}`, mark: <Mark tone="waiting">{t('admin.activities.short_of', { count: row.missing })}</Mark> }))} />;
};

/** Measures whose day is near or past. */
export const MeasuresPanel = ({ measures }: { measures: Desk['measuresDue'] }) => {
  const t = useTranslate();
  const { day, distance } = useFormat();
  if (measures.length === 0) return null;
  return (
    <Lines
      id="measures-due" title={t('admin.shell.tab_count', { label: t('admin.desk.measures'), count: measures.length })}
      lines={measures.map((row) => ({ id: row.id, to: `/items/${row.itemId}#measure-${row.id}`, title: row.name, about: [`${day(row.dueOn)} ${distance(row.dueOn)}`, ...(row.permille === null ? [] : [`${Math.floor(row.permille / 10)}%`])].join(' · '), mark: <StateChip of="measureStates" state={row.state} /> }))}
    />
  );
};

/** The next shifts. */
export const UpcomingPanel = ({ upcoming }: { upcoming: Desk['upcoming'] }) => {
  const t = useTranslate();
  const { period } = useFormat();
  if (upcoming.length === 0) return null;
  return <Lines id="upcoming" title={t('admin.desk.upcoming')} lines={upcoming.map((row) => ({ id: row.shiftId, to: `/activities/${row.activityId}/day?shift=${row.shiftId}`, title: row.title, about: `${period(row.startsAt, null)} · ${row.place}`, mark: <Mark tone={row.confirmed < row.wanted ? 'waiting' : 'good'}>{t('admin.activities.places_of', { taken: row.confirmed, wanted: row.wanted })}</Mark> }))} />;
};

/** Sign-ups that wait for an answer, by activity. */
export const SignupsPanel = ({ signups }: { signups: Desk['signupsToDecide'] }) => {
  const t = useTranslate();
  if (!signups || signups.count === 0) return null;
  return <Lines id="signups-to-decide" title={t('admin.shell.tab_count', { label: t('admin.desk.signups'), count: signups.count })} lines={signups.activities.map((row) => ({ id: row.id, to: `/activities/${row.id}/signups`, title: row.title, about: t('admin.desk.people', { count: row.count }) }))} />;
};

/** Presences whose hours nobody has confirmed, by shift. */
export const HoursPanel = ({ hours }: { hours: Desk['hoursToConfirm'] }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (!hours || hours.count === 0) return null;
  return <Lines id="hours-to-confirm" title={t('admin.shell.tab_count', { label: t('admin.desk.hours'), count: hours.count })} lines={hours.shifts.map((row) => ({ id: row.id, to: `/activities/${row.activityId}/day?shift=${row.id}`, title: row.title, about: `${t('admin.desk.people', { count: row.count })} · ${instant(row.endsAt)}` }))} />;
};

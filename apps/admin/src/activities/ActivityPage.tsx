import type { Activity } from '@kepu/contracts';
import { Box, Tab, Tabs } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { Link, Navigate, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel, SkeletonRows } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { ActivityActions } from './ActivityActions.js';
import { ActivityOverview } from './ActivityOverview.js';
import { useActivity } from './useActivity.js';

const SignupsTab = lazy(() => import('../signups/SignupsTab.js'));
const DayTab = lazy(() => import('../day/DayTab.js'));
const CloseTab = lazy(() => import('../close/CloseTab.js'));

const tabs = [['overview', ''], ['signups', '/signups'], ['day', '/day'], ['close', '/close'], ['history', '/history']] as const;
type TabName = (typeof tabs)[number][0];

const HistoryTab = ({ id }: { id: string }) => {
  const t = useTranslate();
  const query = useApi(['activity-history', id], () => api.getActivityHistory({ params: { id } }));
  return <Panel id="history" title={t('admin.shell.history')}><Loaded query={query}>{({ data }) => <History entries={data} of="activityStates" />}</Loaded></Panel>;
};

/** The parts that there is something in, for this person. */
const useTabs = (activity: Activity | undefined): TabName[] => {
  const may = useMay();
  if (!activity?.staff) return ['overview'];
  const public_ = activity.state !== 'draft' && activity.state !== 'submitted';
  return tabs.map(([name]) => name).filter((name) => {
    if (name === 'signups') return public_ && may('signup:read');
    if (name === 'day') return public_ && may('attendance:write');
    if (name === 'close') return public_ && activity.state !== 'cancelled';
    return name === 'overview' || may('activity:read');
  });
};

/** One activity, from what it is to how it ended. */
const ActivityPage = () => {
  const params = useParams();
  const id = params['id'] ?? '';
  const part = params['*'] ? `/${params['*']}` : '';
  const t = useTranslate();
  const { period } = useFormat();
  const query = useActivity(id);
  const shown = useTabs(query.data);
  return (
    <LoadedPage query={query} list={{ to: '/activities', label: 'admin.menu.activities' }}>
      {(activity) => {
        const present = tabs.find(([name, path]) => path === part && shown.includes(name));
        if (!present) return <Navigate to={`/activities/${id}`} replace />;
        const waiting = activity.state === 'open' ? activity.staff?.signups.requested ?? 0 : 0;
        return (
          <>
            <PageHeader
              title={activity.title} back={{ to: '/activities', label: 'admin.menu.activities' }} mark={<StateChip of="activityStates" state={activity.state} />} actions={<ActivityActions activity={activity} />}
              subtitle={[t(`terms.activityKinds.${activity.kind}`), activity.unit.name, period(activity.startsAt, activity.endsAt)].join(' · ')}
            />
            {shown.length > 1 && (
              <Tabs value={part} variant="scrollable" scrollButtons={false} aria-label={t('admin.activities.parts')} sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}>
                {tabs.filter(([name]) => shown.includes(name)).map(([name, path]) => (
                  <Tab key={name} value={path} label={name === 'signups' && waiting > 0 ? t('admin.shell.tab_count', { label: t('admin.activities.tab_signups'), count: waiting }) : t(`admin.activities.tab_${name}`)} component={Link} to={`/activities/${id}${path}`} />
                ))}
              </Tabs>
            )}
            <Suspense fallback={<SkeletonRows rows={8} />}>
              <Box sx={{ minWidth: 0 }}>
                {present[0] === 'overview' && <ActivityOverview activity={activity} />}
                {present[0] === 'signups' && <SignupsTab activity={activity} />}
                {present[0] === 'day' && <DayTab activity={activity} />}
                {present[0] === 'close' && <CloseTab activity={activity} />}
                {present[0] === 'history' && <HistoryTab id={id} />}
              </Box>
            </Suspense>
          </>
        );
      }}
    </LoadedPage>
  );
};
export default ActivityPage;

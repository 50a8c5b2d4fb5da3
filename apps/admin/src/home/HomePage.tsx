import { Box, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Navigate } from 'react-router-dom';
import { DeskCounts } from '../desk/DeskCounts.js';
import { ComplaintsPanel, DraftingPanel, FollowUpsPanel, MeasuresPanel, MixedPanel, OrdersPanel, OwnReportsPanel, ReportsPanel, ShortPanel, UpcomingPanel, WaitingPanel } from '../desk/DeskPanels.js';
import { deskLinks, useDesk } from '../desk/useDesk.js';
import { HandedWaiting } from '../levels/HandedWaiting.js';
import { LightsPanel } from '../lights/LightsPanel.js';
import { BulletinsWaiting } from '../bulletins/BulletinsWaiting.js';
import { AssessmentsWaiting } from '../assessments/AssessmentsWaiting.js';
import { CollectionsWaiting } from '../collections/CollectionsWaiting.js';
import { PromptsWaiting } from '../prompts/PromptsWaiting.js';
import { useMay, useSession } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { ImportsToCheck } from './ImportsToCheck.js';
import { NextThemeDays } from './NextThemeDays.js';
import { PresentPlan } from './PresentPlan.js';
import { Questions } from './Questions.js';
import { UnsignedUnits } from './UnsignedUnits.js';

const columns = { display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' } as const;

/** What waits for the office or a county, by who has waited longest. */
const Waits = () => {
  const desk = useDesk();
  return (
    <Loaded query={desk} rows={3}>
      {(data) => (
        <>
          <ComplaintsPanel complaints={data.complaintsToAnswer} />
          <OrdersPanel orders={data.ordersToArrange} />
          <ReportsPanel waiting={data.unitReportsToDecide} />
          <FollowUpsPanel id="follow-ups" title="admin.follow_ups.desk_decide" waiting={data.followUpsToDecide} />
          <FollowUpsPanel id="own-follow-ups" title="admin.follow_ups.desk_back" waiting={data.followUps} own />
          <OwnReportsPanel due={data.unitReports} />
          <DraftingPanel due={data.drafting} />
          <WaitingPanel id="to-approve" title="admin.desk.approve" waiting={data.activitiesToApprove} path={(id) => `/activities/${id}`} all={deskLinks.activitiesToApprove} />
          <WaitingPanel id="to-accept" title="admin.desk.accept" waiting={data.reportsToAccept} path={(id) => `/activities/${id}/close`} all={deskLinks.reportsToAccept} />
          <WaitingPanel id="to-check" title="admin.desk.check" waiting={data.workEntriesToCheck} path={(id) => `/work-entries/${id}`} all={deskLinks.workEntriesToCheck} />
          <MixedPanel id="returned" title="admin.desk.returned" waiting={data.returned} />
          <MixedPanel id="drafts" title="admin.desk.drafts" waiting={data.drafts} />
          <WaitingPanel id="to-close" title="admin.desk.close" waiting={data.reportsDue} path={(id) => `/activities/${id}/close`} all={deskLinks.open} />
          <ShortPanel short={data.shortOfPeople} />
          <MeasuresPanel measures={data.measuresDue} />
        </>
      )}
    </Loaded>
  );
};

const Counts = () => {
  const desk = useDesk().data;
  return desk ? <DeskCounts desk={desk} /> : null;
};

const Upcoming = () => {
  const upcoming = useDesk().data?.upcoming;
  return upcoming ? <UpcomingPanel upcoming={upcoming} /> : null;
};

/** The first page: what waits for me, what is due, what is new. A liaison's is the list of the own work. */
const HomePage = () => {
  const t = useTranslate();
  const may = useMay();
  const session = useSession();
  const { day } = useFormat();
  if (!session) return <Skeleton variant="rounded" height={200} sx={{ mt: 3 }} />;
  // A volunteer's own page is the portal's; so is that of somebody whose rights have ended.
  if (session.permissions.length === 0) return <EmptyState title="admin.home.no_rights" hint="admin.home.no_rights_hint" action={{ label: 'admin.home.go_me', onClick: () => window.location.assign('/me') }} />;
  if (may('assignment:sign')) return <Navigate to="/my-items" replace />;
  // Who leads comes to see what is red.
  if (may('prompt:approve') && !may('plan:write')) return <Navigate to="/board" replace />;
  return (
    <>
      <PageHeader title={t('admin.home.hello', { name: session.account.name })} subtitle={day(session.today)} />
      <PromptsWaiting />
      <BulletinsWaiting />
      <CollectionsWaiting />
      <AssessmentsWaiting />
      {may('desk:read') && <Counts />}
      <Box sx={columns}>
        <Box sx={{ minWidth: 0 }}>
          {may('desk:read') && <Waits />}
          <PresentPlan />
          {may('handed:sign') && <HandedWaiting />}
        </Box>
        <Box sx={{ minWidth: 0 }}>
          {may('light:read') && <LightsPanel />}
          {may('plan-import:write') && <ImportsToCheck />}
          {may('assignment:answer') && <Questions />}
          {may('sign-off:read') && <UnsignedUnits />}
          <NextThemeDays />
          {may('desk:read') && <Upcoming />}
        </Box>
      </Box>
    </>
  );
};
export default HomePage;

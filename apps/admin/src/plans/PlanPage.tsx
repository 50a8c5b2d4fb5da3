import { Box, Tab, Tabs } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { Link, Navigate, useParams } from 'react-router-dom';
import { useMay } from '../providers/session.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { SkeletonRows } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { PlanActions } from './PlanActions.js';
import { PlanExport } from './PlanExport.js';
import { PlanOverview } from './PlanOverview.js';
import { usePlan } from './usePlan.js';

const PlanJoint = lazy(() => import('../joint/PlanJoint.js'));
const PlanItems = lazy(() => import('../items/PlanItems.js'));
const PlanMatrix = lazy(() => import('./PlanMatrix.js'));
const PlanMeasures = lazy(() => import('../measures/PlanMeasures.js'));
const PlanReports = lazy(() => import('../reports/PlanReports.js'));
const SignOffs = lazy(() => import('../sign-offs/SignOffs.js'));

const tabs = [['overview', ''], ['items', '/items'], ['matrix', '/matrix'], ['measures', '/measures'], ['joint', '/joint'], ['sign_offs', '/sign-offs'], ['reports', '/reports']] as const;

/** One paper: how it stands, its work, who does what, who has signed. */
const PlanPage = () => {
  const params = useParams();
  const id = params['id'] ?? '';
  const part = params['*'] ? `/${params['*']}` : '';
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const query = usePlan(id);
  const shown = tabs.filter(([name]) => (name !== 'sign_offs' || may('sign-off:read')) && (name !== 'reports' || may('report:read')));
  if (!shown.some(([, path]) => path === part)) return <Navigate to={`/plans/${id}`} replace />;
  return (
    <LoadedPage query={query} list={{ to: '/plans', label: 'admin.plans.title' }}>
      {(plan) => (
        <>
          <PageHeader
            title={plan.title} back={{ to: '/plans', label: 'admin.plans.title' }} mark={<StateChip of="planStates" state={plan.state} />}
            subtitle={[...(plan.edition > 1 ? [t('admin.revisions.edition', { edition: plan.edition })] : []), plan.docNumber, plan.issuer, plan.issuedOn ? day(plan.issuedOn, true) : null].filter(Boolean).join(' · ')} actions={<>{may('plan:export') && <PlanExport plan={plan} />}<PlanActions plan={plan} /></>}
          />
          <Tabs value={part} variant="scrollable" scrollButtons={false} aria-label={t('admin.plans.parts')} sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}>
            {shown.map(([name, path]) => <Tab key={name} value={path} label={t(`admin.plans.tab_${name}`)} component={Link} to={`/plans/${id}${path}`} />)}
          </Tabs>
          <Suspense fallback={<SkeletonRows rows={8} />}>
            <Box sx={{ minWidth: 0 }}>
              {part === '' && <PlanOverview plan={plan} />}
              {part === '/items' && <PlanItems plan={plan} />}
              {part === '/matrix' && <PlanMatrix plan={plan} />}
              {part === '/measures' && <PlanMeasures plan={plan} />}
              {part === '/joint' && <PlanJoint plan={plan} />}
              {part === '/sign-offs' && <SignOffs plan={plan} />}
              {part === '/reports' && <PlanReports plan={plan} />}
            </Box>
          </Suspense>
        </>
      )}
    </LoadedPage>
  );
};
export default PlanPage;

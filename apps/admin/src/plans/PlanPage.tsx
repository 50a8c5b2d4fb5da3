import { divisionLevel } from '@kepu/domain';
import { Box, Button, Tab, Tabs } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { Link, Navigate, useParams } from 'react-router-dom';
import { PlanPart, type Part } from '../course/PlanPart.js';
import { KeptPlan, useMay } from '../providers/session.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { SkeletonRows } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { PlanActions } from './PlanActions.js';
import { PlanExport } from './PlanExport.js';
import { PlanOverview } from './PlanOverview.js';
import { isOwn, usePlan } from './usePlan.js';

const PlanJoint = lazy(() => import('../joint/PlanJoint.js'));
const PlanFollowUps = lazy(() => import('../follow-ups/PlanFollowUps.js'));
const PlanChanges = lazy(() => import('../course/PlanChanges.js'));
const PlanTimeline = lazy(() => import('../course/PlanTimeline.js'));
const PlanItems = lazy(() => import('../items/PlanItems.js'));
const PlanCopy = lazy(() => import('./PlanCopy.js'));
const PlanMatrix = lazy(() => import('./PlanMatrix.js'));
const PlanMeasures = lazy(() => import('../measures/PlanMeasures.js'));
const PlanLights = lazy(() => import('../lights/PlanLights.js'));
const PlanConsultation = lazy(() => import('../drafting/PlanConsultation.js'));
const PlanLevels = lazy(() => import('../levels/PlanLevels.js'));
const PlanReports = lazy(() => import('../reports/PlanReports.js'));
const SignOffs = lazy(() => import('../sign-offs/SignOffs.js'));

const tabs = [['overview', ''], ['items', '/items'], ['matrix', '/matrix'], ['measures', '/measures'], ['timeline', '/timeline'], ['changes', '/changes'], ['joint', '/joint'], ['consultation', '/consultation'], ['sign_offs', '/sign-offs'], ['reports', '/reports'], ['lights', '/lights'], ['follow_ups', '/follow-ups'], ['levels', '/levels'], ['copy', '/copy']] as const;

/** One paper: how it stands, its work, who does what, who has signed. */
const PlanPage = () => {
  const params = useParams();
  const id = params['id'] ?? '';
  const part = params['*'] ? `/${params['*']}` : '';
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const query = usePlan(id);
  const shown = tabs.filter(([name]) => (name !== 'sign_offs' || may('sign-off:read')) && (name !== 'reports' || may('report:read')) && (name !== 'lights' || may('light:read')) && (name !== 'consultation' || may('drafting:decide')) && (name !== 'follow_ups' || may('adjustment:read')) && (name !== 'copy' || may('plan-import:write')) && (name !== 'levels' || may('sign-off:read')));
  const [, kind, partId] = /^\/(unit|programme)s\/([\w-]+)$/u.exec(part) ?? [];
  const within: Part | null = kind !== undefined && partId !== undefined ? { kind: kind === 'unit' ? 'unit' : 'programme', id: partId } : null;
  if (!within && !shown.some(([, path]) => path === part)) return <Navigate to={`/plans/${id}`} replace />;
  return (
    <LoadedPage query={query} list={{ to: '/plans', label: 'admin.plans.title' }}>
      {(plan) => (
        <KeptPlan value={plan.kept}>
          <PageHeader
            title={plan.title} back={{ to: '/plans', label: 'admin.plans.title' }} mark={<StateChip of="planStates" state={plan.state} />}
            subtitle={[...(plan.edition > 1 ? [t('admin.revisions.edition', { edition: plan.edition })] : []), plan.docNumber, plan.issuer, plan.issuedOn ? day(plan.issuedOn, true) : null].filter(Boolean).join(' · ')} actions={<>{may('pack:read') && plan.state !== 'draft' && <Button variant="outlined" component={Link} to={`/packs?plan=${plan.id}`}>{t('admin.packs.title')}</Button>}{may('plan-import:write') && isOwn(plan) && plan.state !== 'draft' && <Button variant="outlined" component={Link} to={`/plans/${plan.id}/copy`}>{t('admin.plans.tab_copy')}</Button>}{may('plan:export') && <PlanExport plan={plan} />}<PlanActions plan={plan} /></>}
          />
          <Tabs value={within ? '/matrix' : part} variant="scrollable" scrollButtons="auto" aria-label={t('admin.plans.parts')} sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}>
            {shown.filter(([name, path]) => name !== 'copy' || path === part).map(([name, path]) => <Tab key={name} value={path} label={t(name === 'levels' && divisionLevel(plan.divisionId) !== 'city' ? 'admin.levels.title' : `admin.plans.tab_${name}`)} component={Link} to={`/plans/${id}${path}`} />)}
          </Tabs>
          <Suspense fallback={<SkeletonRows rows={8} />}>
            <Box sx={{ minWidth: 0 }}>
              {part === '' && <PlanOverview plan={plan} />}
              {part === '/items' && <PlanItems plan={plan} />}
              {part === '/matrix' && <PlanMatrix plan={plan} />}
              {within && <PlanPart plan={plan} part={within} />}
              {part === '/timeline' && <PlanTimeline plan={plan} />}
              {part === '/changes' && <PlanChanges plan={plan} />}
              {part === '/measures' && <PlanMeasures plan={plan} />}
              {part === '/joint' && <PlanJoint plan={plan} />}
              {part === '/consultation' && <PlanConsultation plan={plan} />}
              {part === '/sign-offs' && <SignOffs plan={plan} />}
              {part === '/reports' && <PlanReports plan={plan} />}
              {part === '/lights' && <PlanLights plan={plan} />}
              {part === '/copy' && <PlanCopy plan={plan} />}
              {part === '/levels' && <PlanLevels plan={plan} />}
              {part === '/follow-ups' && <PlanFollowUps plan={plan} />}
            </Box>
          </Suspense>
        </KeptPlan>
      )}
    </LoadedPage>
  );
};
export default PlanPage;

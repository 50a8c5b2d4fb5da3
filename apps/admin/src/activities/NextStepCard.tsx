import type { Activity } from '@kepu/contracts';
import { activityLifecycle } from '@kepu/domain';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { usePresentMoment } from '../ui/clock.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';
import { ShareActivityDialog } from './ActivityDialogs.js';
import { nextStep, type NextStep } from './nextStep.js';

const paths: Partial<Record<NextStep['kind'], string>> = { signups: '/signups', hours: '/day', day: '/day', close: '/close', review_close: '/close' };

/** Gives a submitted activity back. */
const Return = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.activities.return" title={t('admin.activities.return_title', { title: activity.title })} explanation={t('admin.activities.return_explained', { unit: activity.unit.name })} submitLabel="admin.activities.return" success="admin.activities.returned_done"
      run={({ reason }) => api.returnActivity({ params: { id: activity.id }, body: { version: activity.version, reason: String(reason ?? '') } })}
    >
      <ReasonInput suggestions={['admin.activities.return_reasons.summary', 'admin.activities.return_reasons.time', 'admin.activities.return_reasons.risk', 'admin.activities.return_reasons.people']} />
    </ActionButton>
  );
};

const Do = ({ activity, step }: { activity: Activity; step: NextStep }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const [sharing, setSharing] = useState(false);
  const { id, version } = activity;
  const label = t(`admin.activities.next.${step.kind}.label`, 'count' in step ? { count: step.count } : {});
  const path = paths[step.kind];
  if (path) return <Button variant="contained" size="large" component={Link} to={`/activities/${id}${path}`}>{label}</Button>;
  if (step.kind === 'submit') return <Button variant="contained" size="large" disabled={pending} onClick={() => void run(() => api.submitActivity({ params: { id }, body: { version } }), { success: 'admin.activities.submitted' })}>{label}</Button>;
  if (step.kind === 'await_submit') return null;
  if (step.kind === 'approve') {
    return (
      <>
        <Button variant="contained" size="large" disabled={pending} onClick={() => void run(() => api.approveActivity({ params: { id }, body: { version } }), { success: 'admin.activities.approved' })}>{label}</Button>
        <Return activity={activity} />
      </>
    );
  }
  return (
    <>
      <Button variant="contained" size="large" onClick={() => setSharing(true)}>{label}</Button>
      {sharing && <ShareActivityDialog activity={activity} onClose={() => setSharing(false)} />}
    </>
  );
};

/** The one thing to do now, why, and its button. */
export const NextStepCard = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  const may = useMay();
  const open = useOpenActions(activityLifecycle, activity.state);
  const now = usePresentMoment();
  const step = now ? nextStep(activity, open, now, may('activity:write')) : null;
  if (!step) return null;
  return (
    <Box
      component="section" aria-label={t('admin.activities.next_step')}
      sx={({ palette: { tokens: c } }) => ({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1.5, p: 2, mb: 2, borderRadius: 2, backgroundColor: c.primarySoft, border: `1px solid ${c.line}` })}
    >
      <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
        <Typography variant="h3" component="p">{t(`admin.activities.next.${step.kind}.title`)}</Typography>
        <Typography color="textSecondary">{t(`admin.activities.next.${step.kind}.hint`)}</Typography>
      </Box>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', flexGrow: { xs: 1, sm: 0 }, '& > *': { flexGrow: { xs: 1, sm: 0 } } }}><Do activity={activity} step={step} /></Stack>
    </Box>
  );
};

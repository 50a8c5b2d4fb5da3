import type { Activity } from '@kepu/contracts';
import { activityLifecycle } from '@kepu/domain';
import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isOver } from '../activities/nextStep.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { FormBar } from '../ui/FormBar.js';
import { EmptyState } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { usePresentMoment } from '../ui/clock.js';
import { useFormat } from '../ui/format.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';
import { CloseForm } from './CloseForm.js';
import { CloseResult } from './CloseResult.js';

const Review = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  const open = useOpenActions(activityLifecycle, activity.state);
  const { run, pending } = useRun();
  const { id, version, title } = activity;
  if (!open.includes('accept_report')) return <Alert severity="info">{t('admin.close.waits')}</Alert>;
  return (
    <FormBar label={t('admin.close.review')} hint={t('admin.close.review_hint')}>
      <ActionButton
        label="admin.close.return" title={t('admin.close.return_title', { title })} explanation={t('admin.close.return_explained')} submitLabel="admin.close.return" success="admin.close.returned" run={({ reason }) => api.returnActivityReport({ params: { id }, body: { version, reason: String(reason ?? '') } })}
      >
        <ReasonInput suggestions={['admin.close.reasons.photo', 'admin.close.reasons.turnout', 'admin.close.reasons.text']} />
      </ActionButton>
      <Button variant="contained" disabled={pending} onClick={() => void run(() => api.acceptActivityReport({ params: { id }, body: { version } }), { success: 'admin.close.accepted_done' })}>{t('admin.close.accept')}</Button>
    </FormBar>
  );
};

/** The end of an activity: handed in by the unit, accepted by the office or the county; from then on it counts. */
const CloseTab = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const now = usePresentMoment();
  const open = useOpenActions(activityLifecycle, activity.state);
  const { id, state, staff } = activity;
  const report = staff?.report ?? null;
  if (state === 'reported' || state === 'closed') {
    return (
      <Box sx={{ maxWidth: 960 }}>
        {state === 'closed' && <Alert severity="success" sx={{ mb: 2 }}>{t('admin.close.counts')}</Alert>}
        {report && <CloseResult activity={activity} report={report} />}
        {state === 'reported' && <Review activity={activity} />}
      </Box>
    );
  }
  if (!open.includes('report')) return <EmptyState title="admin.close.not_yet" hint="admin.close.not_yet_reader" />;
  if (now && !isOver(activity, now)) return <EmptyState title="admin.close.not_yet" hint="admin.close.not_yet_hint" />;
  return (
    <Box sx={{ maxWidth: 960 }}>
      {staff?.returned && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.activities.returned_because', { by: staff.returned.by, when: instant(staff.returned.at), reason: staff.returned.reason })}</Alert>}
      {staff !== null && staff.hoursToConfirm > 0 && (
        <Alert severity="warning" sx={{ mb: 2 }} action={<Button color="inherit" component={Link} to={`/activities/${id}/day`}>{t('admin.close.go_hours')}</Button>}>{t('admin.close.hours_open', { count: staff.hoursToConfirm })}</Alert>
      )}
      <CloseForm activity={activity} />
    </Box>
  );
};
export default CloseTab;

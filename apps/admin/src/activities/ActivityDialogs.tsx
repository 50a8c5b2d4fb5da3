import type { Activity } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useSession } from '../providers/session.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { ShareDialog } from '../ui/SharePanel.js';
import { DayInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { saturdayAhead } from './dayAndTime.js';

interface Props { activity: Activity; onClose: () => void }

/** Everybody who would be told of a change: those who asked, wait or have a place. */
export const toldOf = ({ staff }: Activity): number => (staff ? staff.signups.requested + staff.signups.waiting + staff.signups.confirmed : 0);

/** The same again on another day: one date, and the draft is there. */
export const CopyDialog = ({ activity, onClose }: Props) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const today = useSession()?.today ?? '2000-01-01';
  return (
    <ActionDialog
      open onClose={onClose} title={t('admin.activities.copy_title', { title: activity.title })} explanation={t('admin.activities.copy_explained')} submitLabel="admin.activities.copy" success="admin.activities.copied" defaults={{ startsOn: saturdayAhead(today) }}
      run={async ({ startsOn }) => {
        const day = String(startsOn ?? '');
        const { id } = await once(`copy ${activity.id} ${day}`, (idempotencyKey) => api.copyActivity({ params: { id: activity.id }, body: { startsOn: day }, idempotencyKey }));
        void navigate(`/activities/${id}`);
      }}
    >
      <DayInput source="startsOn" label="admin.activities.copy_day" helperText={activity.shifts.length > 1 ? 'admin.activities.copy_distance' : 'admin.activities.copy_same_time'} isRequired />
    </ActionDialog>
  );
};

/** Cancels the whole activity. Who is told is said before. */
export const CancelDialog = ({ activity, onClose }: Props) => {
  const t = useTranslate();
  return (
    <ActionDialog
      open onClose={onClose} danger title={t('admin.activities.cancel_title', { title: activity.title })} submitLabel="admin.activities.cancel_submit" keepLabel="admin.activities.keep" success="admin.activities.cancelled_done"
      explanation={<Alert severity="warning">{t('admin.activities.cancel_explained', { count: toldOf(activity) })}</Alert>}
      run={({ reason }) => api.cancelActivity({ params: { id: activity.id }, body: { version: activity.version, reason: String(reason ?? '') } })}
    >
      <ReasonInput suggestions={['admin.activities.reasons.weather', 'admin.activities.reasons.place', 'admin.activities.reasons.lecturer', 'admin.activities.reasons.few']} helperText="admin.activities.reason_read" />
    </ActionDialog>
  );
};

/** Throws a draft away. */
export const DeleteDialog = ({ activity, onClose }: Props) => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <ActionDialog
      open onClose={onClose} danger title={t('admin.activities.delete_title', { title: activity.title })} explanation={t('admin.activities.delete_explained')} submitLabel="admin.activities.delete" success="admin.activities.deleted"
      run={async () => {
        await api.deleteActivity({ params: { id: activity.id } });
        void navigate('/activities');
      }}
    />
  );
};

/** Takes back what is not approved yet. */
export const RecallDialog = ({ activity, onClose }: Props) => {
  const t = useTranslate();
  return <ActionDialog open onClose={onClose} title={t('admin.activities.recall_title')} explanation={t('admin.activities.recall_explained')} submitLabel="admin.activities.recall" success="admin.activities.recalled" run={() => api.recallActivity({ params: { id: activity.id }, body: { version: activity.version } })} />;
};

/** A text for a group chat, and the code of the public page. */
export const ShareActivityDialog = ({ activity, onClose }: Props) => {
  const query = useApi(['activity-share', activity.id], () => api.getActivityShare({ params: { id: activity.id } }));
  return <ShareDialog title="admin.activities.share" hint="admin.activities.share_hint" qrLabel="admin.activities.share_qr" query={query} onClose={onClose} />;
};

/** The other day that is offered when something is moved: a week later. */
export const aWeekLater = (day: string): string => addDays(day, 7);

import { Box } from '@mui/material';
import { useNotify } from 'react-admin';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { StateChip } from '../ui/StateChip.js';
import { ActivityForm, type Intent } from './ActivityForm.js';
import { changesOf, valuesOf, type ActivityValues } from './activityValues.js';
import { useActivity } from './useActivity.js';
import { useHandIn } from './useHandIn.js';

const draftIntents = [{ intent: 'save', label: 'ra.action.save' }, { intent: 'submit', label: 'admin.activities.save_submit' }] as const;
const openIntents = [{ intent: 'save', label: 'ra.action.save' }] as const;

/** Changes to an activity: everything while it is a draft, all but its times once people can sign up. */
const ActivityEditPage = () => {
  const { id = '' } = useParams();
  const notify = useNotify();
  const navigate = useNavigate();
  const handIn = useHandIn();
  const may = useMay();
  const query = useActivity(id);
  return (
    <LoadedPage query={query} list={{ to: '/activities', label: 'admin.menu.activities' }}>
      {(activity) => {
        const { state, version } = activity;
        if (state !== 'draft' && state !== 'open') return <Navigate to={`/activities/${id}`} replace />;
        const start = valuesOf(activity);
        const save = async (values: ActivityValues, intent: Intent) => {
          const changes = changesOf(values, start);
          const saved = Object.keys(changes).length > 0 ? await api.updateActivity({ params: { id }, body: { version, ...changes } }) : activity;
          void navigate(`/activities/${id}`);
          if (intent === 'save') notify('admin.shell.saved', { type: 'success' });
          else await handIn(saved);
        };
        return (
          <Box sx={{ maxWidth: 960 }}>
            <PageHeader title={activity.title} mark={<StateChip of="activityStates" state={state} />} back={{ to: `/activities/${id}`, label: 'admin.activities.back' }} />
            {/* A new version brings new defaults into the form. */}
            <ActivityForm key={version} start={start} locked={state === 'open'} intents={state === 'draft' && may('activity:submit') ? draftIntents : openIntents} save={save} />
          </Box>
        );
      }}
    </LoadedPage>
  );
};
export default ActivityEditPage;

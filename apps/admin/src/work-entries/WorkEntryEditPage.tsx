import { Box } from '@mui/material';
import { useNotify } from 'react-admin';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { StateChip } from '../ui/StateChip.js';
import { useApi } from '../ui/useApi.js';
import { useWorkHandIn } from './useWorkHandIn.js';
import { WorkEntryForm, type WorkIntent } from './WorkEntryForm.js';
import { workChanges, workValues, type WorkValues } from './workValues.js';

/** Changes to a draft. */
const WorkEntryEditPage = () => {
  const { id = '' } = useParams();
  const notify = useNotify();
  const navigate = useNavigate();
  const handIn = useWorkHandIn();
  const query = useApi(['work-entry', id], () => api.getWorkEntry({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/work-entries', label: 'admin.menu.work_entries' }}>
      {(entry) => {
        if (entry.state !== 'draft') return <Navigate to={`/work-entries/${id}`} replace />;
        const start = workValues(entry);
        const save = async (values: WorkValues, intent: WorkIntent) => {
          const changes = workChanges(values, start);
          const saved = Object.keys(changes).length > 0 ? await api.updateWorkEntry({ params: { id }, body: { version: entry.version, ...changes } }) : entry;
          void navigate(`/work-entries/${id}`);
          if (intent === 'save') notify('admin.shell.saved', { type: 'success' });
          else await handIn(saved);
        };
        return (
          <Box sx={{ maxWidth: 960 }}>
            <PageHeader title={entry.title} mark={<StateChip of="workEntryStates" state={entry.state} />} back={{ to: `/work-entries/${id}`, label: 'admin.work.back' }} />
            <WorkEntryForm key={entry.version} start={start} save={save} />
          </Box>
        );
      }}
    </LoadedPage>
  );
};
export default WorkEntryEditPage;

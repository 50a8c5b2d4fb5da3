import Print from '@mui/icons-material/PrintOutlined';
import type { PupilClass } from '@kepu/contracts';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded } from '../ui/Panels.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { ClassActivities } from './ClassActivities.js';
import { ClassScans } from './ClassScans.js';
import { Roll } from './Roll.js';

const steps = ['step_list', 'step_print', 'step_scan', 'step_confirm'] as const;

const Actions = ({ held }: { held: PupilClass }) => {
  const t = useTranslate();
  const { id, name, version } = held;
  const params = { id };
  if (held.archivedAt !== null) return null;
  return (
    <>
      <Button variant="contained" component={Link} to={`/classes/${id}/slips`} startIcon={<Print />}>{t('admin.classes.print')}</Button>
      <ActionButton label="admin.classes.rename" variant="text" title={t('admin.classes.rename')} submitLabel="ra.action.save" success="admin.classes.renamed" defaults={{ name }} run={({ name: next }) => api.updateClass({ params, body: { version, name: String(next ?? '') } })}>
        <LineInput source="name" label="admin.classes.name" isRequired />
      </ActionButton>
      {!held.own && <ActionButton label="admin.classes.take_over" variant="text" title={t('admin.classes.take_over_title', { name })} explanation={t('admin.classes.take_over_explained')} submitLabel="admin.classes.take_over" success="admin.classes.taken_over" run={() => api.updateClass({ params, body: { version, takeOver: true } })} />}
      <ActionButton label="admin.classes.archive" variant="text" danger title={t('admin.classes.archive_title', { name })} explanation={t('admin.classes.archive_explained')} submitLabel="admin.classes.archive" success="admin.classes.archived" run={() => api.archiveClass({ params, body: { version } })} />
    </>
  );
};

/** One class: its roll, its scans, and where it goes. */
const ClassPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const query = useApi(['class', id], () => api.getClass({ params: { id } }));
  const roll = useApi(['pupils', id], () => api.listPupils({ params: { id } }));
  const scans = useApi(['class-scans', id], () => api.listClassScans({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/classes', label: 'admin.classes.title' }}>
      {(held) => (
        <Box sx={{ maxWidth: 960 }}>
          <PageHeader title={held.name} back={{ to: '/classes', label: 'admin.classes.back' }} subtitle={[held.unit.name, t('admin.shell.colon', { label: t('admin.classes.teacher') }) + held.teacher.name, t('admin.shell.colon', { label: t('admin.classes.code') }) + held.code].join(' · ')} actions={<Actions held={held} />} />
          {held.archivedAt === null && held.registered === 0 && <Typography component="ol" aria-label={t('admin.classes.steps')} sx={{ mt: 0, mb: 2, pl: 3 }}>{steps.map((step) => <li key={step}>{t(`admin.classes.${step}`)}</li>)}</Typography>}
          <Loaded query={roll} rows={4}>
            {({ data: pupils }) => (
              <Loaded query={scans} rows={2}>
                {({ data: files }) => (
                  <>
                    <Roll held={held} pupils={pupils} scans={files} />
                    <ClassScans held={held} scans={files} />
                    <ClassActivities held={held} pupils={pupils} scans={files} />
                  </>
                )}
              </Loaded>
            )}
          </Loaded>
        </Box>
      )}
    </LoadedPage>
  );
};
export default ClassPage;

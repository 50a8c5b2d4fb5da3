import Download from '@mui/icons-material/DownloadOutlined';
import type { RosterImport } from '@kepu/contracts';
import { Alert, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { RosterEntries } from './RosterEntries.js';
import { RosterPreview } from './RosterPreview.js';

const Actions = ({ roster }: { roster: RosterImport }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const { id, version, fileName, problemRows } = roster;
  const right = roster.rows - problemRows;
  const back = () => run(async () => saveFile(await api.getRosterFile({ params: { id } }), fileName));
  return (
    <>
      {roster.kept && problemRows > 0 && <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void back()}>{t('admin.rosters.file_back')}</Button>}
      {roster.state === 'previewed' && (
        <>
          <ActionButton
            label="admin.rosters.discard" danger variant="text" title={t('admin.rosters.discard_title')} explanation={t('admin.rosters.discard_explained')} submitLabel="admin.rosters.discard" success="admin.rosters.discarded"
            run={() => api.discardRosterImport({ params: { id }, body: { version } })}
          />
          {right > 0 && (
            <ActionButton
              label="admin.rosters.commit" variant="contained" title={t('admin.rosters.commit_title', { count: right })} submitLabel="admin.rosters.commit" success="admin.rosters.committed"
              explanation={<>{t('admin.rosters.commit_explained')}{problemRows > 0 && <Alert severity="warning" sx={{ mt: 1.5 }}>{t('admin.rosters.commit_skipped', { count: problemRows })}</Alert>}</>}
              run={() => api.commitRosterImport({ params: { id }, body: { version, skipProblems: problemRows > 0 } })}
            />
          )}
        </>
      )}
      {roster.state === 'committed' && (roster.counts.pending ?? 0) > 0 && (
        <ActionButton
          label="admin.rosters.undo" danger variant="text" title={t('admin.rosters.undo_title')} explanation={t('admin.rosters.undo_explained')} submitLabel="admin.rosters.undo" success="admin.rosters.undone"
          run={() => api.undoRosterImport({ params: { id }, body: { version } })}
        />
      )}
    </>
  );
};

/** One roster: what was read while it is a preview, and afterwards the people who are asked. */
const RosterPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['roster', id], () => api.getRosterImport({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/roster-imports', label: 'admin.rosters.title' }}>
      {(roster) => (
        <>
          <PageHeader
            title={roster.fileName} back={{ to: '/roster-imports', label: 'admin.rosters.back' }} mark={<StateChip of="rosterStates" state={roster.state} />} subtitle={`${roster.body} · ${roster.createdBy} · ${instant(roster.createdAt)}`}
            actions={<Actions roster={roster} />}
          />
          {roster.state === 'previewed' && <RosterPreview roster={roster} />}
          {(roster.state === 'committed' || roster.state === 'undone') && <RosterEntries importId={id} />}
          {!roster.kept && roster.state !== 'committed' && <Typography color="textSecondary">{t('admin.rosters.gone')}</Typography>}
        </>
      )}
    </LoadedPage>
  );
};
export default RosterPage;

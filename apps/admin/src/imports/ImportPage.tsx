import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import type { PlanImport } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { usePlanRevisions } from '../revisions/useRevision.js';
import { ColumnsForm } from './ColumnsForm.js';
import { Preview } from './Preview.js';

const isOpen = (state: PlanImport['state']): boolean => state === 'queued' || state === 'reading';

/** What was said of the columns can be said anew while the preview is not taken in. */
const Anew = ({ value }: { value: PlanImport }) => {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  if (value.state !== 'ready' || !value.question) return null;
  return (
    <>
      <Button sx={{ mb: 2 }} variant="outlined" aria-expanded={open} onClick={() => setOpen(!open)}>{t('admin.imports.columns.again')}</Button>
      {open && <><Alert severity="warning" sx={{ mb: 2 }}>{t('admin.imports.columns.again_explained')}</Alert><ColumnsForm value={value} rows={value.question.rows} onDone={() => setOpen(false)} /></>}
    </>
  );
};

/** To what became of a paper: the plan, or an edition of it. */
const GoOn = ({ importId, planId }: { importId: string; planId: string }) => {
  const t = useTranslate();
  const revisions = usePlanRevisions(planId);
  const revision = revisions.data?.data.find((one) => one.importId === importId);
  if (revisions.isPending) return null;
  if (revision) return <Button variant="contained" component={Link} to={`/plan-revisions/${revision.id}/show`}>{t('admin.revisions.go_revision', { edition: revision.edition })}</Button>;
  return <Button variant="contained" component={Link} to={`/plans/${planId}`}>{t('admin.imports.go_plan')}</Button>;
};

const Body = ({ value }: { value: PlanImport }) => {
  const t = useTranslate();
  const { place, colon } = useFormat();
  if (isOpen(value.state)) {
    const words = t('admin.imports.reading', { name: value.fileName });
    return (
      <Panel>
        <Box role="status">
          <Typography sx={{ mb: 1 }}>{words}</Typography>
          <LinearProgress variant={value.progress > 0 ? 'determinate' : 'indeterminate'} value={Math.round(value.progress * 100)} aria-label={words} />
          <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.imports.reading_hint')}</Typography>
        </Box>
      </Panel>
    );
  }
  if (value.state === 'failed') {
    const code = value.problem?.code;
    const text = value.problem?.detail ?? (code ? t(`errors.${code}`, value.problem?.params ?? {}) : t('admin.imports.failed'));
    return (
      <>
        <Alert severity="error" role="alert" sx={{ mb: 2 }}>{value.problem?.place && <strong>{colon(place(value.problem.place))}</strong>}{text}</Alert>
        <EmptyState title="admin.imports.failed" hint="admin.imports.failed_hint" action={{ label: 'admin.imports.again', to: '/plan-imports' }} />
      </>
    );
  }
  if (value.state === 'asking' && value.question) return <ColumnsForm value={value} rows={value.question.rows} />;
  return <><Anew value={value} /><Preview value={value} /></>;
};

/** One paper on its way into a plan. */
const ImportPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const { run, pending } = useRun();
  const query = useApi(['import', id], () => api.getPlanImport({ params: { id } }), { refetchInterval: (data) => (data && isOpen(data.state) ? 1_000 : false) });
  const original = (fileName: string) => run(async () => saveFile(await api.getPaper({ params: { id } }), fileName));
  return (
    <LoadedPage query={query} list={{ to: '/plan-imports', label: 'admin.imports.title' }}>
      {(value) => (
        <>
          <PageHeader
            title={value.fileName} back={{ to: '/plan-imports', label: 'admin.imports.title' }} mark={<StateChip of="importStates" state={value.state} />}
            subtitle={`${instant(value.createdAt)} · ${value.createdBy}`}
            actions={(
              <>
                {value.planId && value.state === 'committed' && <GoOn importId={id} planId={value.planId} />}
                {may('paper:read') && <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void original(value.fileName)}>{t('admin.imports.original')}</Button>}
              </>
            )}
          />
          <Body value={value} />
        </>
      )}
    </LoadedPage>
  );
};
export default ImportPage;

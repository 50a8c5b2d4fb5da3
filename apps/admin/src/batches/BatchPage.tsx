import type { Batch, BatchCheck } from '@kepu/contracts';
import { batchLifecycle } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Pagination, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';
import { useSettled } from '../ui/useSettled.js';
import { BatchPositionCard } from './BatchPositions.js';
import { BatchRunning, isRunning, LOOK_MS } from './BatchRunning.js';

const perPage = 20;
const list = { to: '/batches', label: 'admin.batches.title' };
const shows = ['everything', 'only_open', 'only_short'] as const;
type Show = (typeof shows)[number];
const narrowed: Readonly<Record<Show, object>> = { everything: {}, only_open: { open: 'true' }, only_short: { short: 'true' } };

const Actions = ({ batch }: { batch: Batch }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { run, pending } = useRun();
  const open = useOpenActions(batchLifecycle, batch.state);
  const params = { id: batch.id };
  const body = { version: batch.version };
  const again = batch.runs > 0;
  return (
    <>
      {open.includes('send') && batch.sums !== null && batch.sums.filled > 0 && (
        <ActionButton label="admin.batches.send" variant="contained" title={t('admin.batches.send_title', { count: batch.sums.filled })} explanation={t('admin.batches.send_hint')} submitLabel="admin.batches.send" success="admin.batches.send_done" run={() => api.sendBatch({ params, body })} />
      )}
      {open.includes('rerun') && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.rerunBatch({ params, body }), { success: 'admin.batches.rerun_done' })}>{t('admin.batches.rerun')}</Button>}
      {open.includes('cancel') && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.cancelBatch({ params, body }), { success: again ? 'admin.batches.stopped' : 'admin.batches.cancelled' })}>{t(again ? 'admin.batches.stop' : 'admin.batches.cancel')}</Button>}
      {open.includes('discard') && (
        <ActionButton label="admin.batches.discard" variant="text" danger title={t('admin.batches.discard_title', { title: batch.title })} explanation={t('admin.batches.discard_hint')} submitLabel="admin.batches.discard" success="admin.batches.discarded" run={async () => { await api.discardBatch({ params }); void navigate('/batches'); }} />
      )}
    </>
  );
};

const Sums = ({ batch }: { batch: Batch }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const [checked, setChecked] = useState<BatchCheck | null>(null);
  const { sums, sent, state } = batch;
  if (!sums) return null;
  const missing = sums.needed - sums.covered;
  const params = { id: batch.id };
  return (
    <Panel>
      <Typography sx={{ fontSize: '1.15rem', fontWeight: 600 }}>{t(sums.filled === sums.places ? 'admin.batches.all_filled' : 'admin.batches.filled', { places: sums.places, filled: sums.filled })}</Typography>
      <Typography color={missing > 0 ? 'error' : 'textSecondary'}>{t(missing > 0 ? 'admin.batches.covered' : 'admin.batches.all_covered', { missing })}</Typography>
      <Typography color="textSecondary">{[t('admin.batches.people', { placed: sums.placed, people: sums.people }), ...(sums.settled > 0 ? [t('admin.batches.settled', { count: sums.settled })] : [])].join(' · ')}</Typography>
      {sums.lost > 0 && state === 'draft' && <Alert severity="warning" sx={{ mt: 1 }}>{t('admin.batches.lost', { count: sums.lost })}</Alert>}
      {sent && state === 'sent' && <Alert severity="success" sx={{ mt: 1 }}>{t('admin.batches.sent', sent)}</Alert>}
      {state === 'draft' && <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.batches.rerun_hint')}</Typography>}
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportBatch({ params }), `${batch.title}.xlsx`))}>{t('admin.batches.export')}</Button>
        <Button disabled={pending} onClick={() => void run(async () => setChecked(await api.checkBatch({ params })))}>{t('admin.batches.check')}</Button>
      </Stack>
      {checked && <Alert severity={checked.same ? 'success' : 'error'} sx={{ mt: 1 }} onClose={() => setChecked(null)}>{checked.same ? t('admin.batches.check_same', { positions: checked.positions, people: checked.people, places: checked.places }) : t('admin.batches.check_other')}</Alert>}
    </Panel>
  );
};

const Positions = ({ batch }: { batch: Batch }) => {
  const t = useTranslate();
  const [show, setShow] = useState<Show>('everything');
  const [term, setTerm] = useState('');
  const [page, setPage] = useState(1);
  const q = useSettled(term.trim());
  // Outcomes written after the last look while it was sent are read once more when it is.
  const query = useApi(['batch-positions', batch.id, batch.runs, batch.state === 'sent', show, q, page], () => api.listBatchPositions({ params: { id: batch.id }, query: { ...narrowed[show], ...(q === '' ? {} : { q }), page, perPage } }), { refetchInterval: batch.state === 'sending' ? LOOK_MS : false });
  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5, alignItems: 'center' }}>
        <TextField size="small" type="search" label={t('admin.batches.search')} value={term} onChange={(event) => { setTerm(event.target.value); setPage(1); }} sx={{ flex: '1 1 14rem' }} />
        <ToggleButtonGroup exclusive value={show} aria-label={t('admin.batches.show')} onChange={(_, next: Show | null) => { if (next) { setShow(next); setPage(1); } }}>
          {shows.map((one) => <ToggleButton key={one} value={one} sx={{ minHeight: 44 }}>{t(`admin.batches.${one}`)}</ToggleButton>)}
        </ToggleButtonGroup>
      </Stack>
      <Loaded query={query} rows={6}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title="admin.batches.no_match" hint="admin.batches.no_match_hint" /> : (
          <Box>
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>{data.map((position) => <BatchPositionCard key={position.id} batch={batch} position={position} />)}</Stack>
            {total > perPage && <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} sx={{ mt: 2, '& .MuiPaginationItem-root': { minWidth: 44, height: 44 } }} />}
          </Box>
        ))}
      </Loaded>
    </>
  );
};

const Body = ({ batch }: { batch: Batch }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, instant } = useFormat();
  const { title, from, to, county, kinds, services, fill, state, failure, ordered, sums } = batch;
  const facts = [t('admin.batches.days', { from: day(from), to: day(to) }), county?.name, ...kinds.map((kind) => t(`terms.activityKinds.${kind}`)), t('admin.batches.each', { count: services }), t(`terms.batchFills.${fill}`), t('admin.batches.by', { name: ordered.by, at: instant(ordered.at) })];
  return (
    <>
      <PageHeader title={title} mark={<StateChip of="batchStates" state={state} />} subtitle={facts.filter(Boolean).join(' · ')} back={list} actions={may('batch:write') ? <Actions batch={batch} /> : undefined} />
      {failure && <Alert severity="error" sx={{ mb: 2 }}>{t(`terms.batchFailures.${failure}`)}</Alert>}
      {isRunning(batch) && <Panel><BatchRunning batch={batch} /></Panel>}
      {sums && !['waiting', 'running', 'discarded'].includes(state) && <><Sums batch={batch} /><Positions batch={batch} /></>}
    </>
  );
};

/** The console of a batch: how far it is, the draft with its reasons and gaps, and what is done with it. */
const BatchPage = () => {
  const { id = '' } = useParams();
  const query = useApi(['batch', id], () => api.getBatch({ params: { id } }), { refetchInterval: (found) => (found && isRunning(found) ? LOOK_MS : false) });
  return <LoadedPage query={query} list={list}>{(batch) => <Body batch={batch} />}</LoadedPage>;
};

export default BatchPage;

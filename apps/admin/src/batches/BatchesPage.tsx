import { batchStates, type Batch } from '@kepu/contracts';
import { Alert, Box, Card, Link, MenuItem, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { BatchRunning, isRunning, LOOK_MS } from './BatchRunning.js';
import { CreateBatch } from './CreateBatch.js';

const perPage = 20;

const BatchCard = ({ batch }: { batch: Batch }) => {
  const t = useTranslate();
  const { day, instant } = useFormat();
  const { id, title, state, from, to, county, kinds, services, sums, sent, failure, ordered } = batch;
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography component="h2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}><Link component={RouterLink} to={`/batches/${id}`}>{title}</Link></Typography>
        <StateChip of="batchStates" state={state} />
      </Stack>
      <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {[t('admin.batches.days', { from: day(from), to: day(to) }), county?.name, ...kinds.map((kind) => t(`terms.activityKinds.${kind}`)), t('admin.batches.each', { count: services }), t('admin.batches.by', { name: ordered.by, at: instant(ordered.at) })].filter(Boolean).join(' · ')}
      </Typography>
      {isRunning(batch) && <BatchRunning batch={batch} />}
      {sums && !isRunning(batch) && <Typography>{t(sums.filled === sums.places ? 'admin.batches.all_filled' : 'admin.batches.filled', { places: sums.places, filled: sums.filled })}</Typography>}
      {sent && state === 'sent' && <Typography>{t('admin.batches.sent', sent)}</Typography>}
      {failure && <Alert severity="error" sx={{ mt: 1 }}>{t(`terms.batchFailures.${failure}`)}</Alert>}
    </Card>
  );
};

/** Batches: what is being reckoned, what is to be looked through, and what was sent. */
const BatchesPage = () => {
  const t = useTranslate();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [page, setPage] = useState(0);
  const state = batchStates.find((one) => one === search.get('state'));
  const filter = state ? { state } : {};
  const query = useApi(['batches', filter, page], () => api.listBatches({ query: { ...filter, page: page + 1, perPage } }), { refetchInterval: (found) => (found?.data.some(isRunning) ? LOOK_MS : false) });
  return (
    <>
      <PageHeader title={t('admin.batches.title')} subtitle={t('admin.batches.subtitle')} actions={may('batch:write') ? <CreateBatch /> : undefined} />
      <TextField
        select size="small" label={t('admin.batches.show')} value={state ?? ''} sx={{ minWidth: '10rem', mb: 1.5 }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={(event) => { setSearch(event.target.value ? { state: event.target.value } : {}, { replace: true }); setPage(0); }}
      >
        <MenuItem value="">{t('admin.batches.all')}</MenuItem>
        {batchStates.map((one) => <MenuItem key={one} value={one}>{t(`terms.batchStates.${one}`)}</MenuItem>)}
      </TextField>
      <Loaded query={query} rows={4}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title="admin.batches.none" hint="admin.batches.none_hint" /> : (
          <Box>
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>{data.map((batch) => <BatchCard key={batch.id} batch={batch} />)}</Stack>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </Box>
        ))}
      </Loaded>
    </>
  );
};

export default BatchesPage;

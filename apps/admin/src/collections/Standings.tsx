import type { Collection, CollectionStanding } from '@kepu/contracts';
import { Box, Button, Link as MuiLink, MenuItem, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { useSettled } from '../ui/useSettled.js';

const shows = ['answered', 'missing', 'late', 'none', 'toCheck', 'returned'] as const;
/** What of the standings is looked at. */
export type Show = (typeof shows)[number] | '';
const perPage = 20;

const Line = ({ row }: { row: CollectionStanding }) => {
  const t = useTranslate();
  const { day, instant } = useFormat();
  const said = [row.county.name, ...(row.submitted ? [`${row.submitted.by} ${instant(row.submitted.at)}`] : []), ...(row.rows > 0 ? [t('admin.collections.rows_n', { count: row.rows })] : []), ...(row.chasedOn && !row.submitted ? [t('admin.collections.chased_on', { day: day(row.chasedOn) })] : [])];
  return (
    <Box component="li" sx={{ py: 0.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <MuiLink component={Link} to={`/collection-answers/${row.id}`} sx={{ minHeight: 44, display: 'inline-flex', alignItems: 'center', fontWeight: 600 }}>{row.unit.name}</MuiLink>
        <StateChip of="collectionAnswerStates" state={row.state} />
        {row.none && <Mark tone="quiet">{t('admin.collections.none_mark')}</Mark>}
        {row.overdue && <Mark tone="wrong">{t('admin.collections.overdue_mark')}</Mark>}
        {row.late && row.submitted && <Mark tone="wrong">{t('admin.collections.late_mark')}</Mark>}
        <Typography component="span" color="textSecondary">{said.filter(Boolean).join(' · ')}</Typography>
      </Stack>
    </Box>
  );
};

/** How each unit stands; what waits for the office is accepted at once. */
export const Standings = ({ collection, show, onShow }: { collection: Collection; show: Show; onShow: (show: Show) => void }) => {
  const t = useTranslate();
  const office = useMay()('collection:write');
  const { run, pending } = useRun();
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const filter = { ...(show ? { show } : {}), ...(asked ? { q: asked } : {}) };
  const { id, counts } = collection;
  const query = useApi(['collection-standings', id, filter, page], () => api.listCollectionAnswers({ params: { id }, query: { ...filter, page: page + 1, perPage } }));
  const acceptAll = () => run(async () => {
    const { data } = await api.listCollectionAnswers({ params: { id }, query: { show: 'toCheck', perPage: 200 } });
    return api.acceptCollectionAnswers({ params: { id }, body: { answers: data.map((row) => ({ id: row.id, version: row.version })) } });
  }, { success: 'admin.collections.accepted' });
  return (
    <Panel id="standings" title={t('admin.collections.standings')} action={office && counts.toCheck > 0 && collection.state !== 'withdrawn' && <Button variant="outlined" disabled={pending} onClick={() => void acceptAll()} sx={{ minHeight: 44 }}>{t('admin.collections.accept_all', { count: counts.toCheck })}</Button>}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1 }}>
        <TextField size="small" label={t('admin.collections.unit')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} sx={{ flex: '2 1 12rem' }} />
        <TextField select size="small" label={t('admin.collections.show')} value={show} onChange={(event) => { onShow(event.target.value as Show); setPage(0); }} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{t('admin.collections.all')}</MenuItem>
          {shows.map((one) => <MenuItem key={one} value={one}>{t(`admin.collections.show_${one}`)}</MenuItem>)}
        </TextField>
      </Stack>
      <Loaded query={query} rows={5}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title="admin.collections.no_units_found" /> : (
          <>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((row) => <Line key={row.id} row={row} />)}</Box>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </>
        ))}
      </Loaded>
    </Panel>
  );
};

import { collectionStates, type Collection } from '@kepu/contracts';
import { Box, Card, Link as MuiLink, MenuItem, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useSettled } from '../ui/useSettled.js';
import { AskInputs, designDefaults, designOf, WordInputs } from './DesignInputs.js';

const perPage = 20;

const CollectionCard = ({ collection }: { collection: Collection }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const { id, title, state, counts, own, dueOn } = collection;
  const [only] = own;
  const mine = own.length === 1 && only ? only : null;
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <MuiLink component={Link} to={mine ? `/collection-answers/${mine.id}` : `/collections/${id}`} sx={{ fontWeight: 600, minHeight: 44, display: 'inline-flex', alignItems: 'center', overflowWrap: 'anywhere' }}>{title}</MuiLink>
        {mine && state === 'open' ? <StateChip of="collectionAnswerStates" state={mine.state} /> : <StateChip of="collectionStates" state={state} />}
        {own.some(({ overdue }) => overdue) && state === 'open' && <Mark tone="wrong">{t('admin.collections.overdue_mark')}</Mark>}
        {own.length === 0 && counts.toCheck > 0 && <Mark tone="waiting">{t('admin.collections.to_check', { count: counts.toCheck })}</Mark>}
      </Stack>
      <Typography color="textSecondary">{[t('admin.collections.due', { day: day(dueOn) }), ...(state === 'draft' ? [] : mine ? [mine.unit.name] : [t('admin.collections.counts', counts), ...(counts.missing > 0 && state === 'open' ? [t('admin.collections.missing_n', { count: counts.missing })] : [])])].join(' · ')}</Typography>
    </Card>
  );
};

const CreateButton = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <ActionButton
      label="admin.collections.create" variant="contained" wide title={t('admin.collections.create_title')} submitLabel="admin.collections.create_save" success="admin.collections.created" defaults={designDefaults()}
      run={async (values) => { const made = await api.createCollection({ body: designOf(values) }); void navigate(`/collections/${made.id}`); }}
    >
      <WordInputs />
      <AskInputs />
    </ActionButton>
  );
};

/** Collections: those that the office has made, or those that ask the own units. */
const CollectionsPage = () => {
  const t = useTranslate();
  const office = useMay()('collection:write');
  const [search, setSearch] = useSearchParams();
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const state = collectionStates.find((one) => one === search.get('show'));
  const filter = { ...(state ? { state } : {}), ...(asked ? { q: asked } : {}) };
  const query = useApi(['collections', filter, page], () => api.listCollections({ query: { ...filter, page: page + 1, perPage } }));
  const states = office ? collectionStates : collectionStates.filter((one) => one !== 'draft');
  return (
    <>
      <PageHeader title={t('admin.collections.title')} subtitle={t(office ? 'admin.collections.subtitle' : 'admin.collections.subtitle_unit')} actions={office && <CreateButton />} />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <TextField size="small" label={t('admin.collections.find')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} sx={{ flex: '2 1 14rem' }} />
        <TextField select size="small" label={t('admin.collections.state')} value={state ?? ''} onChange={(event) => { setSearch(event.target.value ? { show: event.target.value } : {}, { replace: true }); setPage(0); }} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{t('admin.collections.all')}</MenuItem>
          {states.map((one) => <MenuItem key={one} value={one}>{t(`terms.collectionStates.${one}`)}</MenuItem>)}
        </TextField>
      </Stack>
      <Loaded query={query} rows={5}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title={office ? 'admin.collections.none' : 'admin.collections.none_unit'} hint={office ? 'admin.collections.none_hint' : 'admin.collections.none_unit_hint'} /> : (
          <Box>
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>{data.map((collection) => <CollectionCard key={collection.id} collection={collection} />)}</Stack>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </Box>
        ))}
      </Loaded>
    </>
  );
};
export default CollectionsPage;

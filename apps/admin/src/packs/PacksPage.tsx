import { packStates, type Plan } from '@kepu/contracts';
import { Box, MenuItem, Stack, TablePagination, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PlanChoice } from '../plans/PlanChoice.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';
import { OrderPack } from './OrderPack.js';
import { PackCard } from './PackCard.js';

const perPage = 20;
/** How often one looks while something is made. */
const LOOK_MS = 1_500;

const PacksOf = ({ plans }: { plans: readonly Plan[] }) => {
  const t = useTranslate();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [page, setPage] = useState(0);
  const chosen = plans.find(({ id }) => id === search.get('plan')) ?? plans.find(({ state }) => state === 'issued') ?? plans[0];
  const state = packStates.find((one) => one === search.get('state'));
  const narrow = (name: string, value: string): void => {
    setSearch((before) => { const next = new URLSearchParams(before); if (value) next.set(name, value); else next.delete(name); return next; }, { replace: true });
    setPage(0);
  };
  const filter = { ...(chosen ? { planId: chosen.id } : {}), ...(state ? { state } : {}) };
  const query = useApi(['packs', filter, page], () => api.listPacks({ query: { ...filter, page: page + 1, perPage } }), { refetchInterval: (found) => (found?.data.some((pack) => pack.state === 'waiting' || pack.state === 'making') ? LOOK_MS : false) });
  if (!chosen) return <EmptyState title="admin.packs.none" hint="admin.packs.no_plan" />;
  return (
    <>
      <PageHeader title={t('admin.packs.title')} subtitle={t('admin.packs.subtitle')} actions={may('pack:write') ? <OrderPack plan={chosen} /> : undefined} />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5, alignItems: 'center' }}>
        <Box sx={{ flex: '2 1 16rem', minWidth: 0 }}><PlanChoice plans={plans} chosen={chosen} onChoose={(id) => narrow('plan', id)} /></Box>
        <TextField select size="small" label={t('admin.packs.show')} value={state ?? ''} onChange={(event) => narrow('state', event.target.value)} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{t('admin.packs.all')}</MenuItem>
          {packStates.map((one) => <MenuItem key={one} value={one}>{t(`terms.packStates.${one}`)}</MenuItem>)}
        </TextField>
      </Stack>
      <Loaded query={query} rows={4}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title="admin.packs.none" hint="admin.packs.none_hint" /> : (
          <Box>
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>{data.map((pack) => <PackCard key={pack.id} pack={pack} />)}</Stack>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </Box>
        ))}
      </Loaded>
    </>
  );
};

/** Packs of a plan: what is in the making, what can be fetched, and what is gone. */
const PacksPage = () => {
  const plans = useApi(['plans', 'packed'], () => api.listPlans({ query: { perPage: 200 } }));
  return <Loaded query={plans} rows={4}>{({ data }) => <PacksOf plans={data.filter(({ state }) => state !== 'draft')} />}</Loaded>;
};
export default PacksPage;

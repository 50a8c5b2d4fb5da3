import type { HandedItem, Plan } from '@kepu/contracts';
import { Box, Button, Link as MuiLink, TablePagination, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

const perPage = 20;

const Row = ({ handed }: { handed: HandedItem }) => {
  const t = useTranslate();
  const may = useMay();
  const { id, item, division, state, below, version } = handed;
  return (
    <Box component="li" sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <MuiLink component={Link} to={`/items/${item.id}/show`} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, overflowWrap: 'anywhere' }}>{t('admin.items.no', { seq: item.seq })} {item.text}</MuiLink>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography component="span">{division.name}</Typography>
        <StateChip of="handedStates" state={state} />
        {below.length === 0 ? <Mark tone="waiting">{t('admin.levels.not_broken_down')}</Mark> : <Mark tone="good">{t('admin.levels.broken_down', { count: below.length })}</Mark>}
        {item.standing === 'withdrawn' && <Mark tone="wrong">{t('admin.levels.parent_gone')}</Mark>}
        {may('plan:write') && state !== 'withdrawn' && (
          <ActionButton label="admin.levels.withdraw" variant="text" title={t('admin.levels.withdraw_title', { division: division.name })} explanation={t('admin.levels.withdraw_explained')} submitLabel="admin.levels.withdraw" success="admin.levels.withdrawn" run={() => api.withdrawHandedItem({ params: { id }, body: { version } })} />
        )}
      </Box>
    </Box>
  );
};

/** What was handed down of a plan: for who handed it down, and for the office that signs for it. */
export const HandedPanel = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const { run, pending } = useRun();
  const [page, setPage] = useState(0);
  const query = useApi(['handed-items', plan.id, page], () => api.listHandedItems({ params: { id: plan.id }, query: { page: page + 1, perPage } }));
  const waiting = useApi(['handed-items', plan.id, 'pending'], () => api.listHandedItems({ params: { id: plan.id }, query: { state: 'pending', perPage: 200 } }), { enabled: may('handed:sign') && !plan.kept }).data?.data.filter(({ item }) => item.standing !== 'withdrawn') ?? [];
  const sign = waiting.length > 0 && plan.state === 'issued' && (
    <Button variant="contained" disabled={pending} onClick={() => void run(() => api.signHandedItems({ body: { ids: waiting.map(({ id }) => id) } }), { success: 'admin.levels.signed_done' })}>{t('admin.levels.sign_all', { count: waiting.length })}</Button>
  );
  return (
    <Panel id="handed-items" title={t('admin.levels.handed_title')} action={sign || undefined}>
      <Loaded query={query}>
        {({ data, total }) => (total === 0 ? <EmptyState title="admin.levels.handed_empty" hint="admin.levels.handed_empty_hint" /> : (
          <>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((handed) => <Row key={handed.id} handed={handed} />)}</Box>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(kind) => t(`ra.navigation.${kind}`)} />}
          </>
        ))}
      </Loaded>
    </Panel>
  );
};

import { bulletinKinds, bulletinStates, type BulletinKind, type BulletinSummary } from '@kepu/contracts';
import { Box, Card, Link as MuiLink, MenuItem, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { SelectInput, useTranslate } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { isOwn } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { choices, useFormat } from '../ui/format.js';
import { DayInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useSettled } from '../ui/useSettled.js';

const perPage = 20;

const BulletinCard = ({ bulletin }: { bulletin: BulletinSummary }) => {
  const t = useTranslate();
  const { day, instant } = useFormat();
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <MuiLink component={Link} to={`/bulletins/${bulletin.id}`} sx={{ fontWeight: 600, minHeight: 44, display: 'inline-flex', alignItems: 'center' }}>{bulletin.title}</MuiLink>
        <StateChip of="bulletinStates" state={bulletin.state} />
      </Stack>
      <Typography color="textSecondary">{[t(`terms.bulletinKinds.${bulletin.kind}`), bulletin.number ?? t('admin.bulletins.unnumbered'), t('admin.bulletins.span', { from: day(bulletin.from, true), to: day(bulletin.to, true) }), t('admin.bulletins.counted', { at: instant(bulletin.countedAt) })].join(' · ')}</Typography>
    </Card>
  );
};

/** Chooses what is counted: the plan, the kind and the span. */
const WriteButton = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { today } = useFormat();
  const plans = useApi(['plans-for-bulletin'], () => api.listPlans({ query: { perPage: 200 } })).data?.data.filter((plan) => isOwn(plan) && plan.state !== 'draft') ?? [];
  const [first] = plans;
  const write = async ({ planId, kind, from, to }: Record<string, unknown>) => {
    const made = await api.createBulletin({ params: { id: String(planId) }, body: { kind: kind as BulletinKind, from: String(from ?? ''), to: String(to ?? '') } });
    void navigate(`/bulletins/${made.id}`);
  };
  if (!first) return null;
  return (
    <ActionButton label="admin.bulletins.write" variant="contained" title={t('admin.bulletins.write_title')} explanation={t('admin.bulletins.write_hint')} submitLabel="admin.bulletins.write_save" success="admin.bulletins.written" defaults={{ planId: first.id, kind: 'bulletin', from: `${first.year}-01-01`, to: today?.startsWith(String(first.year)) ? today : `${first.year}-12-31` }} run={write}>
      <SelectInput source="planId" label="admin.bulletins.plan" choices={plans.map(({ id, title }) => ({ id, name: title }))} translateChoice={false} helperText={false} />
      <SelectInput source="kind" label="admin.bulletins.kind" choices={choices(bulletinKinds, 'terms.bulletinKinds')} helperText={false} />
      <DayInput source="from" label="admin.bulletins.from" isRequired />
      <DayInput source="to" label="admin.bulletins.to" isRequired />
    </ActionButton>
  );
};

/** Bulletins and summaries: those issued, and for the office and its leader those in the making. */
const BulletinsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const state = bulletinStates.find((one) => one === search.get('state'));
  const kind = bulletinKinds.find((one) => one === search.get('kind'));
  const filter = { ...(state ? { state } : {}), ...(kind ? { kind } : {}), ...(asked ? { q: asked } : {}) };
  const query = useApi(['bulletins', filter, page], () => api.listBulletins({ query: { ...filter, page: page + 1, perPage } }));
  const office = may('bulletin:write');
  const states = office || may('bulletin:approve') ? bulletinStates : bulletinStates.filter((one) => one === 'issued' || one === 'withdrawn');
  const narrow = (name: string, value: string): void => {
    setSearch((before) => { const after = new URLSearchParams(before); if (value) after.set(name, value); else after.delete(name); return after; }, { replace: true });
    setPage(0);
  };
  const select = (name: 'state' | 'kind', value: string, options: readonly string[], terms: string) => (
    <TextField select size="small" label={t(`admin.bulletins.${name}`)} value={value} onChange={(event) => narrow(name, event.target.value)} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      <MenuItem value="">{t('admin.bulletins.all')}</MenuItem>
      {options.map((one) => <MenuItem key={one} value={one}>{t(`terms.${terms}.${one}`)}</MenuItem>)}
    </TextField>
  );
  return (
    <>
      <PageHeader title={t('admin.bulletins.title')} subtitle={t('admin.bulletins.subtitle')} actions={office && <WriteButton />} />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <TextField size="small" label={t('admin.bulletins.find')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} sx={{ flex: '2 1 14rem' }} />
        {select('state', state ?? '', states, 'bulletinStates')}
        {select('kind', kind ?? '', bulletinKinds, 'bulletinKinds')}
      </Stack>
      <Loaded query={query} rows={5}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title={office ? 'admin.bulletins.none' : 'admin.bulletins.none_unit'} hint={office ? 'admin.bulletins.none_hint' : 'admin.bulletins.none_unit_hint'} /> : (
          <Box>
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>{data.map((bulletin) => <BulletinCard key={bulletin.id} bulletin={bulletin} />)}</Stack>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, to) => setPage(to)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </Box>
        ))}
      </Loaded>
    </>
  );
};
export default BulletinsPage;

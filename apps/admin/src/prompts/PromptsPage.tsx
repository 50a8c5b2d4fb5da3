import { promptKinds, promptStates, type Prompt } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Card, Link as MuiLink, MenuItem, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { saveFile } from '../ui/download.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { useSettled } from '../ui/useSettled.js';

const perPage = 20;

const PromptCard = ({ prompt }: { prompt: Prompt }) => {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <MuiLink component={Link} to={`/prompts/${prompt.id}`} sx={{ fontWeight: 600, minHeight: 44, display: 'inline-flex', alignItems: 'center' }}>{prompt.title}</MuiLink>
        <StateChip of="promptStates" state={prompt.state} />
        {prompt.overdue && <Mark tone="wrong">{t('admin.prompts.overdue_mark')}</Mark>}
      </Stack>
      <Typography color="textSecondary">{[t(`terms.promptKinds.${prompt.kind}`), prompt.number ?? t('admin.prompts.unnumbered'), prompt.unit.name, t('admin.prompts.items_n', { count: prompt.items.length }), t('admin.prompts.reply_by', { day: day(prompt.replyBy) })].join(' · ')}</Typography>
    </Card>
  );
};

/** Letters and orders: of the own units, or all of them. */
const PromptsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { run, pending } = useRun();
  const [search, setSearch] = useSearchParams();
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const given = search.get('show') ?? '';
  const state = promptStates.find((one) => one === given);
  const kind = promptKinds.find((one) => one === search.get('kind'));
  const filter = { ...(state ? { state } : {}), ...(given === 'overdue' ? { overdue: 'true' as const } : {}), ...(kind ? { kind } : {}), ...(asked ? { q: asked } : {}) };
  const query = useApi(['prompts', filter, page], () => api.listPrompts({ query: { ...filter, page: page + 1, perPage } }));
  const narrow = (name: string, value: string): void => {
    setSearch((before) => { const next = new URLSearchParams(before); if (value) next.set(name, value); else next.delete(name); return next; }, { replace: true });
    setPage(0);
  };
  const office = may('prompt:write');
  const states = office || may('prompt:approve') ? promptStates : promptStates.filter((one) => !['draft', 'awaiting', 'approved'].includes(one));
  return (
    <>
      <PageHeader title={t('admin.prompts.title')} subtitle={t('admin.prompts.subtitle')} actions={<Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportPrompts({ query: filter }), 'prompts.xlsx'))}>{t('admin.prompts.export')}</Button>} />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <TextField size="small" label={t('admin.prompts.find')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} sx={{ flex: '2 1 14rem' }} />
        <TextField select size="small" label={t('admin.prompts.show')} value={given} onChange={(event) => narrow('show', event.target.value)} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{t('admin.prompts.all')}</MenuItem>
          <MenuItem value="overdue">{t('admin.prompts.overdue')}</MenuItem>
          {states.map((one) => <MenuItem key={one} value={one}>{t(`terms.promptStates.${one}`)}</MenuItem>)}
        </TextField>
        <TextField select size="small" label={t('admin.prompts.kind')} value={kind ?? ''} onChange={(event) => narrow('kind', event.target.value)} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{t('admin.prompts.all')}</MenuItem>
          {promptKinds.map((one) => <MenuItem key={one} value={one}>{t(`terms.promptKinds.${one}`)}</MenuItem>)}
        </TextField>
      </Stack>
      <Loaded query={query} rows={5}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title={office ? 'admin.prompts.none' : 'admin.prompts.none_unit'} hint={office ? 'admin.prompts.none_hint' : 'admin.prompts.none_unit_hint'} /> : (
          <Box>
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>{data.map((prompt) => <PromptCard key={prompt.id} prompt={prompt} />)}</Stack>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </Box>
        ))}
      </Loaded>
    </>
  );
};
export default PromptsPage;

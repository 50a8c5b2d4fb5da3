import type { Assessment, AssessmentStanding } from '@kepu/contracts';
import { Box, Link as MuiLink, MenuItem, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useSettled } from '../ui/useSettled.js';

const shows = ['missing', 'submitted', 'accepted', 'late', 'sampled', 'appealed'] as const;
const perPage = 20;

const Line = ({ row }: { row: AssessmentStanding }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const said = [row.county.name, ...(row.submitted ? [`${row.submitted.by} ${instant(row.submitted.at)}`] : []), ...(row.selfTotal === null ? [] : [t('admin.assessments.self_total', { points: row.selfTotal })]), ...(row.total === null || row.grade === null ? [] : [`${t('admin.assessments.total_points', { points: row.total })} ${t(`terms.assessmentGrades.${row.grade}`)}`])];
  return (
    <Box component="li" sx={{ py: 0.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <MuiLink component={Link} to={`/assessment-sheets/${row.id}`} sx={{ minHeight: 44, display: 'inline-flex', alignItems: 'center', fontWeight: 600 }}>{row.unit.name}</MuiLink>
        <StateChip of="assessmentSheetStates" state={row.state} />
        {row.overdue && <Mark tone="wrong">{t('admin.assessments.overdue')}</Mark>}
        {row.late && <Mark tone="wrong">{t('admin.assessments.late')}</Mark>}
        {row.sampled && <Mark tone="quiet">{t('admin.assessments.sampled')}</Mark>}
        {row.appeals > 0 && <Mark tone="waiting">{t('admin.assessments.appeals_n', { count: row.appeals })}</Mark>}
        <Typography component="span" color="textSecondary">{said.filter(Boolean).join(' · ')}</Typography>
      </Stack>
    </Box>
  );
};

/** How each unit stands. */
export const Standings = ({ assessment: { id } }: { assessment: Assessment }) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const [show, setShow] = useState<(typeof shows)[number] | ''>('');
  const filter = { ...(show ? { show } : {}), ...(asked ? { q: asked } : {}) };
  const query = useApi(['assessment-standings', id, filter, page], () => api.listAssessmentSheets({ params: { id }, query: { ...filter, page: page + 1, perPage } }));
  return (
    <Panel id="standings" title={t('admin.assessments.standings')}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1 }}>
        <TextField size="small" label={t('admin.assessments.find_unit')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} sx={{ flex: '2 1 12rem' }} />
        <TextField select size="small" label={t('admin.assessments.show')} value={show} onChange={(event) => { setShow(event.target.value as typeof show); setPage(0); }} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{t('admin.assessments.all')}</MenuItem>
          {shows.map((one) => <MenuItem key={one} value={one}>{t(`admin.assessments.show_${one}`)}</MenuItem>)}
        </TextField>
      </Stack>
      <Loaded query={query} rows={5}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title="admin.assessments.no_units_found" /> : (
          <>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((row) => <Line key={row.id} row={row} />)}</Box>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </>
        ))}
      </Loaded>
    </Panel>
  );
};

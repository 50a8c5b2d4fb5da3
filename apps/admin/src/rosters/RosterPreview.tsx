import type { RosterImport, RosterProblem, RosterRow } from '@kepu/contracts';
import { Alert, Box, Card, FormControlLabel, Stack, Switch, Table, TableBody, TableCell, TableHead, TablePagination, TableRow, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Loaded } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';

const PER_PAGE = 50;

/** What is wrong with a row, each with its cell, what stands there and what was probably meant. */
const Problems = ({ problems }: { problems: readonly RosterProblem[] }) => {
  const t = useTranslate();
  if (problems.length === 0) return <>{t('admin.rosters.right')}</>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2 }}>
      {problems.map((problem) => (
        <Box component="li" key={`${problem.cell} ${problem.code}`} sx={{ color: 'error.main' }}>
          <strong>{problem.cell}</strong> {problem.field && `${t(`terms.rosterColumns.${problem.field}`)} · `}{t(`terms.rosterProblems.${problem.code}`, { suggestion: problem.suggestion ?? '' })}
          {problem.value !== '' && <Typography component="span" color="textSecondary" sx={{ display: 'block' }}>{t('admin.rosters.value')} “{problem.value}”{problem.suggestion && problem.code !== 'twice_in_file' ? ` · ${t('admin.rosters.suggestion')} “${problem.suggestion}”` : ''}</Typography>}
        </Box>
      ))}
    </Box>
  );
};

const Rows = ({ rows }: { rows: readonly RosterRow[] }) => {
  const t = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const empty = t('admin.rosters.nothing_read');
  const about = (row: RosterRow): string => [row.phone, row.bornOn, row.occupation && t(`terms.occupations.${row.occupation}`), row.county, row.unit, ...row.topics, row.pool].filter(Boolean).join(' · ');
  if (narrow) {
    return (
      <Stack component="ul" aria-label={t('admin.rosters.title')} sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {rows.map((row) => (
          <Card component="li" key={row.rowNo} sx={{ p: 2 }}>
            <Typography sx={{ fontWeight: 600 }}>{row.name ?? empty} <Typography component="span" color="textSecondary">{t('admin.rosters.row')} {row.rowNo}</Typography></Typography>
            <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere', mb: 0.5 }}>{about(row)}</Typography>
            <Problems problems={row.problems} />
          </Card>
        ))}
      </Stack>
    );
  }
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={t('admin.rosters.title')}>
        <TableHead><TableRow>{['row', 'name', 'phone'].map((one) => <TableCell key={one}>{t(`admin.rosters.${one}`)}</TableCell>)}{['bornOn', 'occupation', 'county', 'unit'].map((one) => <TableCell key={one}>{t(`terms.rosterColumns.${one}`)}</TableCell>)}<TableCell>{t('admin.rosters.problem')}</TableCell></TableRow></TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.rowNo}>
              <TableCell>{row.rowNo}</TableCell><TableCell>{row.name ?? empty}</TableCell><TableCell sx={{ whiteSpace: 'nowrap' }}>{row.phone ?? empty}</TableCell><TableCell sx={{ whiteSpace: 'nowrap' }}>{row.bornOn ?? empty}</TableCell>
              <TableCell>{row.occupation ? t(`terms.occupations.${row.occupation}`) : empty}</TableCell><TableCell>{row.county ?? empty}</TableCell><TableCell>{row.unit ?? ''}</TableCell><TableCell sx={{ minWidth: 260 }}><Problems problems={row.problems} /></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
};

/** What was read, those rows with problems first. */
export const RosterPreview = ({ roster }: { roster: RosterImport }) => {
  const t = useTranslate();
  const [only, setOnly] = useState(roster.problemRows > 0);
  const [page, setPage] = useState(0);
  const query = useApi(['roster rows', roster.id, String(roster.version), String(only), String(page)], () => api.listRosterRows({ params: { id: roster.id }, query: { page: page + 1, perPage: PER_PAGE, ...(only ? { problems: 'true' as const } : {}) } }));
  return (
    <>
      {roster.problemRows > 0
        ? <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.rosters.has_problems', { rows: roster.rows, count: roster.problemRows })}</Alert>
        : <Alert severity="success" sx={{ mb: 2 }}>{t('admin.rosters.no_problems')}</Alert>}
      {roster.otherColumns.length > 0 && <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.rosters.other_columns', { columns: roster.otherColumns.join('、') })}</Typography>}
      {roster.problemRows > 0 && <FormControlLabel sx={{ mb: 1 }} control={<Switch checked={only} onChange={(_, next) => { setOnly(next); setPage(0); }} />} label={t('admin.rosters.only_problems')} />}
      <Loaded query={query} rows={8}>
        {({ data, total }) => (
          <>
            <Rows rows={data} />
            {total > PER_PAGE && <TablePagination component="div" count={total} page={page} rowsPerPage={PER_PAGE} rowsPerPageOptions={[PER_PAGE]} onPageChange={(_, next) => setPage(next)} />}
          </>
        )}
      </Loaded>
    </>
  );
};

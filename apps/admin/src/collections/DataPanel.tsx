import type { Collection, CollectionField, CollectionSum, CollectionTableRow, CollectionValue } from '@kepu/contracts';
import { Box, Card, Link as MuiLink, Stack, Table, TableBody, TableCell, TableFooter, TableHead, TablePagination, TableRow, TextField, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useSettled } from '../ui/useSettled.js';

const perPage = 50;
const headOf = ({ label, unitOfMeasure }: CollectionField): string => (unitOfMeasure === null ? label : `${label}（${unitOfMeasure}）`);

/** Cells and sums as people say them. */
export const useSaid = () => {
  const t = useTranslate();
  const { number, list } = useFormat();
  return {
    cell: (value: CollectionValue | undefined): string => (value === undefined || value === null ? '' : typeof value === 'number' ? number(value) : typeof value === 'boolean' ? t(value ? 'admin.collections.yes' : 'admin.collections.no') : Array.isArray(value) ? list(value) : value),
    sum: (field: CollectionField, sum: CollectionSum | undefined): string => {
      if (!sum || field.sum === 'none') return '';
      if (field.sum === 'count') return list(sum.counts.map(({ option, count }) => t('admin.collections.counts_of', { option: field.type === 'flag' ? t(option === 'true' ? 'admin.collections.yes' : 'admin.collections.no') : option, count })));
      return sum.value === null ? '' : field.sum === 'average' ? `${t('admin.collections.average')} ${number(sum.value)}` : number(sum.value);
    },
  };
};

const Cards = ({ rows, fields }: { rows: readonly CollectionTableRow[]; fields: readonly CollectionField[] }) => {
  const said = useSaid();
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
      {rows.map((row) => (
        <Card component="li" variant="outlined" key={row.id} sx={{ p: 1.5 }}>
          <MuiLink component={Link} to={`/collection-answers/${row.answerId}`} sx={{ fontWeight: 600, minHeight: 44, display: 'inline-flex', alignItems: 'center' }}>{row.unit.name} {row.no}</MuiLink>
          {fields.filter(({ key }) => said.cell(row.values[key]) !== '').map((field) => <Typography key={field.key} sx={{ overflowWrap: 'anywhere' }}><Box component="span" sx={{ color: 'text.secondary' }}>{headOf(field)} </Box>{said.cell(row.values[field.key])}</Typography>)}
        </Card>
      ))}
    </Stack>
  );
};

/** All rows that were handed in, with what is made of their columns over all that are found. */
export const DataPanel = ({ collection }: { collection: Collection }) => {
  const t = useTranslate();
  const said = useSaid();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const { id, fields } = collection;
  const query = useApi(['collection-rows', id, asked, page], () => api.listCollectionRows({ params: { id }, query: { ...(asked ? { q: asked } : {}), page: page + 1, perPage } }));
  return (
    <Panel id="table" title={t('admin.collections.table')}>
      <TextField size="small" label={t('admin.collections.table_find')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} fullWidth sx={{ mb: 1.5 }} />
      <Loaded query={query} rows={5}>
        {({ data, total, sums }) => (data.length === 0 ? <EmptyState title="admin.collections.no_rows" hint="admin.collections.no_rows_hint" /> : (
          <>
            {narrow ? <Cards rows={data} fields={fields} /> : (
              <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby="table-title">
                <Table size="small">
                  <TableHead><TableRow><TableCell>{t('admin.collections.unit')}</TableCell>{fields.map((field) => <TableCell key={field.key} align={field.type === 'whole' || field.type === 'decimal' ? 'right' : 'left'} sx={{ minWidth: 96 }}>{headOf(field)}</TableCell>)}</TableRow></TableHead>
                  <TableBody>
                    {data.map((row) => (
                      <TableRow key={row.id}>
                        <TableCell sx={{ whiteSpace: 'nowrap' }}><MuiLink component={Link} to={`/collection-answers/${row.answerId}`}>{row.unit.name}</MuiLink></TableCell>
                        {fields.map((field) => <TableCell key={field.key} align={field.type === 'whole' || field.type === 'decimal' ? 'right' : 'left'} sx={{ fontVariantNumeric: 'tabular-nums', maxWidth: 320, overflowWrap: 'anywhere' }}>{said.cell(row.values[field.key])}</TableCell>)}
                      </TableRow>
                    ))}
                  </TableBody>
                  <TableFooter>
                    <TableRow sx={{ '& td': { fontWeight: 600, fontSize: 'inherit', color: 'text.primary' } }}>
                      <TableCell>{t('admin.collections.total')}</TableCell>
                      {fields.map((field, at) => <TableCell key={field.key} align={field.type === 'whole' || field.type === 'decimal' ? 'right' : 'left'}>{said.sum(field, sums[at])}{(sums[at]?.empty ?? 0) > 0 && <Typography component="div" variant="body2" color="textSecondary">{t('admin.collections.gaps_of', { count: sums[at]?.empty ?? 0 })}</Typography>}</TableCell>)}
                    </TableRow>
                  </TableFooter>
                </Table>
              </Box>
            )}
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </>
        ))}
      </Loaded>
    </Panel>
  );
};

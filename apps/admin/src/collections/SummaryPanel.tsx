import type { Collection, CollectionField, CollectionSum, CollectionSummary } from '@kepu/contracts';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useSaid } from './DataPanel.js';

const of = (sums: readonly CollectionSum[], { key }: CollectionField): CollectionSum | undefined => sums.find((sum) => sum.key === key);

/** Then and now, of the columns that both have and that are added up. */
const Compared = ({ fields, sums, before }: { fields: readonly CollectionField[]; sums: readonly CollectionSum[]; before: NonNullable<CollectionSummary['before']> }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const told = (value: number | null | undefined): string => (value === null || value === undefined ? '' : number(value));
  const shown = fields.filter((field) => (field.sum === 'sum' || field.sum === 'average') && of(before.sums, field));
  if (shown.length === 0) return null;
  return (
    <Box sx={{ mt: 2, overflowX: 'auto' }}>
      <Typography variant="h3" sx={{ mb: 1 }}>{t('admin.collections.compare', { title: before.title })}</Typography>
      <Table size="small" aria-label={t('admin.collections.compare', { title: before.title })}>
        <TableHead><TableRow>{['column', 'then', 'now', 'difference'].map((key, at) => <TableCell key={key} align={at === 0 ? 'left' : 'right'}>{t(`admin.collections.${key}`)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {shown.map((field) => {
            const [then, now] = [of(before.sums, field)?.value ?? null, of(sums, field)?.value ?? null];
            const difference = then === null || now === null ? null : Math.round((now - then) * 1e6) / 1e6;
            return <TableRow key={field.key}><TableCell>{field.label}</TableCell><TableCell align="right">{told(then)}</TableCell><TableCell align="right">{told(now)}</TableCell><TableCell align="right">{difference === null ? '' : `${difference > 0 ? '+' : ''}${number(difference)}`}</TableCell></TableRow>;
          })}
        </TableBody>
      </Table>
    </Box>
  );
};

/** What comes of it: over all, county by county, and beside the one before. */
export const SummaryPanel = ({ collection }: { collection: Collection }) => {
  const t = useTranslate();
  const said = useSaid();
  const { number } = useFormat();
  const { id, fields } = collection;
  const made = fields.filter(({ sum }) => sum !== 'none');
  const shown = made.length > 0 && collection.counts.answered > 0;
  const query = useApi(['collection-summary', id], () => api.getCollectionSummary({ params: { id } }), { enabled: shown });
  const added = fields.filter(({ sum }) => sum === 'sum' || sum === 'average');
  if (!shown) return null;
  return (
    <Panel id="summary" title={t('admin.collections.summary')}>
      <Loaded query={query} rows={3}>
        {({ sums, counties, before }) => (
          <>
            <Facts rows={made.map((field) => [field.unitOfMeasure === null ? field.label : `${field.label}（${field.unitOfMeasure}）`, said.sum(field, of(sums, field))] as const)} />
            {counties.length > 1 && (
              <Box sx={{ mt: 2, overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('admin.collections.by_county')}>
                <Table size="small" aria-label={t('admin.collections.by_county')}>
                  <TableHead><TableRow><TableCell>{t('admin.collections.county')}</TableCell><TableCell align="right">{t('admin.collections.answered')}</TableCell>{added.map((field) => <TableCell key={field.key} align="right">{field.label}</TableCell>)}</TableRow></TableHead>
                  <TableBody>{counties.map(({ county, asked, answered, sums: own }) => <TableRow key={county.code}><TableCell sx={{ whiteSpace: 'nowrap' }}>{county.name}</TableCell><TableCell align="right">{answered}/{asked}</TableCell>{added.map((field) => { const value = answered === 0 ? null : (of(own, field)?.value ?? null); return <TableCell key={field.key} align="right">{value === null ? '' : number(value)}</TableCell>; })}</TableRow>)}</TableBody>
                </Table>
              </Box>
            )}
            {before && <Compared fields={fields} sums={sums} before={before} />}
          </>
        )}
      </Loaded>
    </Panel>
  );
};

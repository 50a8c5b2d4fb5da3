import Close from '@mui/icons-material/Close';
import { Box, Button, Drawer, IconButton, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

type TalentQuery = NonNullable<NonNullable<Parameters<typeof api.listTalentRecords>[0]>['query']>;
type VolunteerQuery = NonNullable<NonNullable<Parameters<typeof api.listVolunteerStatisticsRecords>[0]>['query']>;
/** Whose records are asked for. */
export type Asked = { readonly name: string } & ({ readonly kind: 'talents'; readonly query: TalentQuery } | { readonly kind: 'volunteers'; readonly query: VolunteerQuery });
interface Line { readonly id: string; readonly to: string; readonly title: string; readonly more: string }

const Lines = ({ asked }: { asked: Asked }) => {
  const t = useTranslate();
  const { day, duration } = useFormat();
  const [perPage, setPerPage] = useState(50);
  const query = useApi(['statistics-records', JSON.stringify(asked), perPage], async (): Promise<{ lines: Line[]; total: number }> => {
    if (asked.kind === 'talents') {
      const { data, total } = await api.listTalentRecords({ query: { ...asked.query, perPage } });
      return { total, lines: data.map((one) => ({ id: one.id, to: `/orders/${one.id}`, title: `${one.number} ${one.placeName}`, more: [day(one.day, true), one.county.name, one.lecturer?.name, t(`terms.orderStates.${one.state}`)].filter(Boolean).join(', ') })) };
    }
    const { data, total } = await api.listVolunteerStatisticsRecords({ query: { ...asked.query, perPage } });
    return { total, lines: data.map((one) => ({ id: one.id, to: `/activities/${one.activity.id}`, title: one.activity.name, more: [day(one.day, true), one.volunteer?.name ?? t('admin.statistics.minor'), one.unit ?? one.county, duration(one.minutes)].join(', ') })) };
  });
  return (
    <Loaded query={query} rows={4}>
      {({ lines, total }) => (
        <>
          <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {lines.map(({ id, to, title, more }) => <Box component="li" key={id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}><Link component={RouterLink} to={to} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Link><Typography color="textSecondary">{more}</Typography></Box>)}
          </Stack>
          {lines.length === 0 && <Typography color="textSecondary">{t('admin.statistics.none')}</Typography>}
          {total > lines.length && perPage < 200 && <Button onClick={() => setPerPage(200)}>{t('admin.statistics.more', { count: total })}</Button>}
        </>
      )}
    </Loaded>
  );
};

/** The records behind a number. */
export const Proof = ({ asked, onClose }: { asked: Asked | null; onClose: () => void }) => {
  const t = useTranslate();
  return (
    <Drawer anchor="right" open={asked !== null} onClose={onClose} aria-labelledby="statistics-proof" slotProps={{ paper: { sx: { width: { xs: '100%', sm: 480 }, p: 2 } } }}>
      {asked && (
        <>
          <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1 }}><Typography id="statistics-proof" variant="h2" component="h2">{t('admin.statistics.records_of', { name: asked.name })}</Typography><IconButton aria-label={t('admin.statistics.close')} onClick={onClose} sx={{ width: 44, height: 44 }}><Close /></IconButton></Stack>
          <Lines asked={asked} />
        </>
      )}
    </Drawer>
  );
};

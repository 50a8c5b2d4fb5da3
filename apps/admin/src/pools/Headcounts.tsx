import { Box, Link, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

/** How many people each unit and county has in a pool on a day; a part leads to its people in the list below. */
export const Headcounts = ({ poolId }: { poolId: string }) => {
  const t = useTranslate();
  const { today } = useFormat();
  const { setFilters } = useListContext();
  const [by, setBy] = useState<'unit' | 'county'>('unit');
  const [on, setOn] = useState('');
  const query = useApi(['pool-headcounts', poolId, by, on], () => api.getPoolHeadcounts({ params: { id: poolId }, query: { by, ...(on === '' ? {} : { on }) } }));
  const show = (id: string | null) => setFilters({ ...(id === null ? {} : by === 'unit' ? { unitId: id } : { countyCode: id }), ...(on === '' ? { current: 'true' } : { on }) }, {});
  return (
    <Panel id="headcounts" title={t('admin.appointments.headcounts')}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1 }}>
        <TextField select size="small" label={t('admin.appointments.headcounts_by')} value={by} onChange={(event) => setBy(event.target.value === 'county' ? 'county' : 'unit')} sx={{ minWidth: 160 }}>{(['unit', 'county'] as const).map((one) => <MenuItem key={one} value={one}>{t(`terms.headcountsBy.${one}`)}</MenuItem>)}</TextField>
        <TextField type="date" size="small" label={t('admin.appointments.headcounts_on')} value={on === '' ? (today ?? '') : on} onChange={(event) => setOn(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
      </Stack>
      <Loaded query={query} rows={3}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.appointments.headcounts_none')}</Typography> : (
          <Box component="ul" aria-label={t('admin.appointments.headcounts')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', columnGap: 3, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' }, maxHeight: 320, overflowY: 'auto' }}>
            {data.map(({ id, name, members }) => (
              <Stack component="li" key={id ?? 'none'} direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1, minHeight: 44, borderTop: 1, borderColor: 'divider' }}>
                {id === null ? <Typography color="textSecondary">{t('admin.appointments.no_unit')}</Typography> : <Link component="button" type="button" onClick={() => show(id)} sx={{ minHeight: 44, textAlign: 'left' }}>{name}</Link>}
                <Typography sx={{ fontWeight: 600 }}>{members}</Typography>
              </Stack>
            ))}
          </Box>
        ))}
      </Loaded>
    </Panel>
  );
};

import type { ThingMonth, ThingStop } from '@kepu/contracts';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { Box, IconButton, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

const monthBeside = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 + by, 1));
  return at.toISOString().slice(0, 7);
};
/** Parts of one booking on one day are one line. */
const linesOf = (stops: readonly ThingStop[]): { stop: ThingStop; parts: ThingStop['part'][] }[] => {
  const lines = new Map<string, { stop: ThingStop; parts: ThingStop['part'][] }>();
  for (const stop of stops) lines.set(stop.bookingId, { stop, parts: [...(lines.get(stop.bookingId)?.parts ?? []), stop.part] });
  return [...lines.values()];
};

const Days = ({ month: { stops, today } }: { month: ThingMonth }) => {
  const t = useTranslate();
  const { day, list } = useFormat();
  const days = [...new Set(stops.map((stop) => stop.day))];
  if (days.length === 0) return <Typography color="textSecondary">{t('admin.things.no_stops')}</Typography>;
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {days.map((each) => (
        <Box key={each} component="li" sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '11rem 1fr' }, py: 1, borderBottom: 1, borderColor: 'divider', opacity: each < today ? 0.7 : 1 }}>
          <Typography sx={{ fontWeight: 500 }}>{day(each)} {each === today && <Mark tone="good">{t('admin.things.today')}</Mark>}</Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {linesOf(stops.filter((stop) => stop.day === each)).map(({ stop, parts }) => (
              <Box key={stop.bookingId} component="li" sx={{ pb: 0.5 }}>
                <Link to={`/thing-bookings?filter=${encodeURIComponent(JSON.stringify({ thingId: stop.thing.id }))}`}>{stop.thing.name}</Link> {list(parts.map((part) => t(`terms.dayParts.${part}`)))} · {stop.countyName} {stop.place}
                <Typography variant="body2" color="textSecondary">{[stop.unit.name, stop.activity?.title].filter(Boolean).join(' · ')}</Typography>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

/** Where things are, day by day, in one month. */
export const MonthPanel = () => {
  const t = useTranslate();
  const { today } = useFormat();
  const [month, setMonth] = useState<string | null>(null);
  const [thingId, setThingId] = useState('');
  const shown = month ?? today?.slice(0, 7) ?? null;
  const query = useApi(['thing-month', shown, thingId], () => api.getThingMonth({ query: { ...(shown ? { month: shown } : {}), ...(thingId ? { thingId } : {}) } }));
  const [year = '', number = ''] = (shown ?? '').split('-');
  return (
    <Panel id="calendar" title={t('admin.things.calendar')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <IconButton aria-label={t('admin.things.previous')} disabled={shown === null} onClick={() => setMonth(monthBeside(shown ?? '', -1))}><ChevronLeft /></IconButton>
        <Typography aria-live="polite">{t('admin.things.month_of', { year, month: String(Number(number)) })}</Typography>
        <IconButton aria-label={t('admin.things.next')} disabled={shown === null} onClick={() => setMonth(monthBeside(shown ?? '', 1))}><ChevronRight /></IconButton>
        <TextField select fullWidth={false} size="small" label={t('admin.things.thing')} value={thingId} onChange={(event) => setThingId(event.target.value)} sx={{ minWidth: 160, ml: { sm: 'auto' } }}>
          <MenuItem value="">{t('admin.things.all')}</MenuItem>
          {(query.data?.things ?? []).map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
        </TextField>
      </Box>
      <Loaded query={query} rows={4}>{(found) => <Days month={found} />}</Loaded>
    </Panel>
  );
};

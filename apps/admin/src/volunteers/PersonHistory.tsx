import type { PersonEvent } from '@kepu/contracts';
import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { Figure, Figures, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

const STEP = 20;
const MOST = 100;

/** What happened to a person, newest first, with the hours of both ledgers. Each part is told as far as the reader may see it. */
export const PersonHistory = ({ id }: { id: string }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, duration } = useFormat();
  const [perPage, setPerPage] = useState(STEP);
  const query = useApi(['volunteer-history', id, perPage], () => api.getVolunteerHistory({ params: { id }, query: { perPage } }));
  const linkOf = ({ kind, id: subject }: PersonEvent): string | null => {
    if (subject === null) return null;
    if (kind === 'service') return `/activities/${subject}`;
    return kind.startsWith('credential') ? `/credentials/${subject}` : may('nomination:read') ? `/pool-terms/${subject}` : null;
  };
  const more = ({ minutes, ledger, note, standing }: PersonEvent) => [minutes === null ? null : duration(minutes), ledger === null ? null : t(`terms.ledgers.${ledger}`), standing === null ? null : t(`terms.standingActions.${standing}`), note].filter(Boolean).join(' \u00b7 ');
  return (
    <Panel id="person-history" title={t('admin.volunteers.history')}>
      <Loaded query={query} rows={4}>
        {({ data, total, minutes }) => (
          <>
            <Figures><Figure value={duration(minutes.volunteer)} label="terms.ledgers.volunteer" /><Figure value={duration(minutes.work)} label="terms.ledgers.work" /></Figures>
            <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
              {data.map((event, at) => {
                const to = linkOf(event);
                return (
                  <Box component="li" key={`${event.kind} ${event.day} ${at}`} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
                    <Typography sx={{ overflowWrap: 'anywhere' }}>{day(event.day, true)} {t(`admin.volunteers.events.${event.kind}`)} {to ? <Link component={RouterLink} to={to} underline="always">{event.title}</Link> : event.title}</Typography>
                    {more(event) && <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{more(event)}</Typography>}
                  </Box>
                );
              })}
            </Box>
            {total > data.length && perPage < MOST && <Button onClick={() => setPerPage(Math.min(MOST, perPage + 4 * STEP))} sx={{ minHeight: 44 }}>{t('admin.volunteers.history_more', { count: total })}</Button>}
          </>
        )}
      </Loaded>
    </Panel>
  );
};

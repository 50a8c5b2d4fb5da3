import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Span } from '../credentials/Span.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

interface Line { readonly id: string; readonly to: string; readonly title: string; readonly more: ReactNode; readonly state: ReactNode }
const row = { py: 1, borderTop: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' } as const;
const most = { perPage: 20 } as const;

const Lines = ({ id, title, none, ask }: { id: string; title: string; none: string; ask: () => Promise<readonly Line[]> }) => {
  const t = useTranslate();
  const query = useApi(['glance', id, title], ask);
  return (
    <Panel id={title.replaceAll('.', '-')} title={t(title)}>
      <Loaded query={query} rows={2}>
        {(lines) => (lines.length === 0 ? <Typography color="textSecondary">{t(none)}</Typography> : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {lines.map((line) => <Box component="li" key={line.id} sx={row}><Box sx={{ minWidth: 0 }}><Link component={RouterLink} to={line.to} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{line.title}</Link><Typography component="div" color="textSecondary">{line.more}</Typography></Box>{line.state}</Box>)}
          </Box>
        ))}
      </Loaded>
    </Panel>
  );
};

/** What else a person does here, each part as far as the reader may see it: certificates, nominations, talks, orders. */
export const AtAGlance = ({ id }: { id: string }) => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  return (
    <>
      {may('credential:read') && <Lines id={id} title="admin.volunteers.credentials" none="admin.volunteers.no_credentials" ask={async () => (await api.listCredentials({ query: { personId: id, ...most } })).data.map((one) => ({ id: one.id, to: `/credentials/${one.id}`, title: one.kind.name, more: <Span credential={one} />, state: <StateChip of="credentialStates" state={one.state} /> }))} />}
      {may('nomination:read') && <Lines id={id} title="admin.volunteers.nominations" none="admin.volunteers.no_nominations" ask={async () => (await api.listNominations({ query: { personId: id, ...most } })).data.map((one) => ({ id: one.id, to: `/nominations/${one.id}`, title: one.pool.name, more: instant(one.createdAt), state: <StateChip of="nominationStates" state={one.state} /> }))} />}
      {may('talk:read') && <Lines id={id} title="admin.volunteers.talks" none="admin.volunteers.no_talks" ask={async () => (await api.listTalks({ query: { lecturerId: id, ...most } })).data.map((one) => ({ id: one.id, to: `/talks/${one.id}`, title: one.title, more: one.rating ? t('admin.talks.rating_n', { average: one.rating.average, count: one.rating.count }) : one.pool.name, state: <StateChip of="talkStates" state={one.state} /> }))} />}
      {may('order:read') && <Lines id={id} title="admin.volunteers.orders" none="admin.volunteers.no_orders" ask={async () => (await api.listOrders({ query: { lecturerId: id, sort: '-startsAt', ...most } })).data.map((one) => ({ id: one.id, to: `/orders/${one.id}`, title: one.placeName, more: [one.number, one.startsAt ? instant(one.startsAt) : one.wish].join(' \u00b7 '), state: <StateChip of="orderStates" state={one.state} /> }))} />}
    </>
  );
};

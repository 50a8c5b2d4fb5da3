import type { Item } from '@kepu/contracts';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { ProofButton } from '../my-items/ProofButton.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

const line = { py: 1, borderTop: 1, borderColor: 'divider' } as const;
const plain = { listStyle: 'none', m: 0, p: 0 } as const;

/** What is done for an item: its activities and its work entries, finished or not, and the two ways to add one. */
export const ItemWork = ({ item }: { item: Item }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, period } = useFormat();
  const activities = useApi(['activities', 'item', item.id], () => api.listActivities({ query: { itemId: item.id, from: '2000-01-01', sort: '-startsAt', perPage: 10 } }), { enabled: may('activity:read') });
  const entries = useApi(['work-entries', 'item', item.id], () => api.listWorkEntries({ query: { itemId: item.id, sort: '-fromDay', perPage: 10 } }), { enabled: may('work-entry:read') });
  // A signed assignment in reach: the unit has taken the work on and may bring it on.
  const own = (may('assignment:sign') || may('activity:write')) && item.assignments.some(({ state }) => state === 'signed');
  return (
    <>
      {may('activity:read') && (
        <Panel id="item-activities" title={t('admin.menu.activities')} action={own && may('activity:write') ? <Button component={RouterLink} to={`/activities/create?item=${item.id}`}>{t('admin.my_items.post')}</Button> : undefined}>
          <Loaded query={activities} rows={2}>
            {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.items.no_activities')}</Typography> : (
              <Box component="ul" sx={plain}>{data.map((row) => <Box component="li" key={row.id} sx={line}><Link component={RouterLink} to={`/activities/${row.id}`}>{row.title}</Link><Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}><StateChip of="activityStates" state={row.state} /><Typography color="textSecondary">{period(row.startsAt, row.endsAt)}</Typography></Stack></Box>)}</Box>
            ))}
          </Loaded>
        </Panel>
      )}
      {may('work-entry:read') && (
        <Panel id="item-work" title={t('admin.menu.work_entries')} action={own && may('work-entry:write') ? <ProofButton itemId={item.id} /> : undefined}>
          <Loaded query={entries} rows={2}>
            {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.items.no_entries')}</Typography> : (
              <Box component="ul" sx={plain}>{data.map((row) => <Box component="li" key={row.id} sx={line}><Link component={RouterLink} to={`/work-entries/${row.id}`}>{row.title}</Link><Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}><StateChip of="workEntryStates" state={row.state} /><Typography color="textSecondary">{day(row.fromDay)}</Typography></Stack></Box>)}</Box>
            ))}
          </Loaded>
        </Panel>
      )}
    </>
  );
};

import { parentDivision } from '@kepu/domain';
import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { usePlans } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useApi } from '../ui/useApi.js';

const shown = 5;

/** For the first page of an office below: what was handed down to it and nothing in its plan serves yet. */
export const HandedWaiting = () => {
  const t = useTranslate();
  const own = useSession()?.grants.find(({ scope }) => scope.kind === 'division')?.scope.id ?? '';
  const above = parentDivision(own);
  const plan = usePlans().data?.data.find(({ divisionId, state }) => divisionId === above && state === 'issued');
  const { data, total } = useApi(['handed-items', plan?.id ?? '', 'open'], () => api.listHandedItems({ params: { id: plan?.id ?? '' }, query: { divisionId: own, open: 'true', perPage: shown } }), { enabled: plan !== undefined }).data ?? { data: [], total: 0 };
  if (!plan || total === 0) return null;
  return (
    <Panel id="handed-waiting" title={t('admin.levels.waiting', { count: total })} action={<Button component={Link} to={`/plans/${plan.id}/levels`}>{t('admin.levels.see_all')}</Button>}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map(({ id, item, state }) => (
          <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <MuiLink component={Link} to={`/items/${item.id}/show`} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, minWidth: 0, overflowWrap: 'anywhere' }}>{t('admin.items.no', { seq: item.seq })} {item.text}</MuiLink>
            <StateChip of="handedStates" state={state} />
          </Box>
        ))}
      </Box>
      {total > shown && <Typography color="textSecondary">{t('admin.levels.more', { count: total - shown })}</Typography>}
    </Panel>
  );
};

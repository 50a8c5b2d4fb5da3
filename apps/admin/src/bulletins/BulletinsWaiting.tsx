import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { useApi } from '../ui/useApi.js';
import { WaitingChip } from '../ui/WaitingChip.js';

/** Bulletins that wait for the leader; nothing where nothing waits. */
export const BulletinsWaiting = () => {
  const t = useTranslate();
  const may = useMay();
  const found = useApi(['bulletins-waiting'], () => api.listBulletins({ query: { state: 'awaiting', perPage: 1 } }), { enabled: may('bulletin:approve') }).data;
  if (!found || found.total === 0) return null;
  const [only] = found.data;
  return <Box sx={{ mb: 1.5 }}><WaitingChip to={found.total === 1 && only ? `/bulletins/${only.id}` : '/bulletins?state=awaiting'} label={`${t('admin.bulletins.to_approve')} ${found.total}`} /></Box>;
};

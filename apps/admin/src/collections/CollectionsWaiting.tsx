import { Box, Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { useApi } from '../ui/useApi.js';

/** Collections that wait for the reader to fill in or to hand in; nothing where nothing waits. */
export const CollectionsWaiting = () => {
  const t = useTranslate();
  const may = useMay();
  const asked = may('collection:answer') || may('collection:submit');
  const found = useApi(['collections-waiting'], () => api.listCollections({ query: { toAnswer: 'true', perPage: 1 } }), { enabled: asked }).data;
  if (!found || found.total === 0) return null;
  const [only] = found.data;
  const [answer] = only?.own ?? [];
  const to = found.total > 1 || !only ? '/collections?show=open' : only.own.length === 1 && answer ? `/collection-answers/${answer.id}` : `/collections/${only.id}`;
  return (
    <Box sx={{ mb: 1.5 }}>
      <Chip component={Link} clickable to={to} label={t('admin.collections.my_due', { count: found.total })} sx={({ palette: { tokens: c } }) => ({ minHeight: 44, borderRadius: 22, px: 1, fontWeight: 600, color: c.waiting, backgroundColor: c.waitingSoft, '&:hover': { backgroundColor: c.waitingSoft, textDecoration: 'underline' } })} />
    </Box>
  );
};

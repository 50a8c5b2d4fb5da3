import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { usePools } from './usePools.js';

/** The pools of people, each with how many are in it. */
const PoolsPage = () => {
  const t = useTranslate();
  const query = usePools();
  return (
    <>
      <PageHeader title={t('admin.menu.pools')} subtitle={t('admin.pools.subtitle')} />
      <Loaded query={query} rows={6}>
        {({ data }) => (data.length === 0 ? <EmptyState title="admin.pools.empty" /> : (
          <Box component="ul" aria-label={t('admin.menu.pools')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' } }}>
            {data.map(({ id, name, note, members }) => (
              <Card component="li" key={id}>
                <Box component={Link} to={`/pools/${id}`} sx={{ display: 'block', height: '100%', p: 2, color: 'inherit', textDecoration: 'none', '&:hover': { backgroundColor: 'primary.light' } }}>
                  <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'baseline' }}><Typography variant="h3" component="h2" color="primary">{name}</Typography><Typography sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>{t('admin.pools.members', { count: members })}</Typography></Box>
                  {note && <Typography color="textSecondary" sx={{ mt: 0.5 }}>{note}</Typography>}
                </Box>
              </Card>
            ))}
          </Box>
        ))}
      </Loaded>
    </>
  );
};
export default PoolsPage;

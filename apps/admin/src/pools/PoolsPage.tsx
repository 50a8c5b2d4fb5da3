import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { CreatePool } from '../appointments/PoolSettings.js';
import { useMay } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { usePools } from './usePools.js';

/** The pools of people, each with how many are in it. */
const PoolsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const query = usePools();
  return (
    <>
      <PageHeader title={t('admin.menu.pools')} subtitle={t('admin.pools.subtitle')} actions={<>{may('nomination:read') && <Button component={Link} to="/pool-renewals" variant="outlined" sx={{ minHeight: 44 }}>{t('admin.appointments.renewals')}</Button>}{may('pool:write') && <CreatePool />}</>} />
      <Loaded query={query} rows={6}>
        {({ data }) => (data.length === 0 ? <EmptyState title="admin.pools.empty" /> : (
          <Box component="ul" aria-label={t('admin.menu.pools')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' } }}>
            {data.map(({ id, name, note, members, quota, waiting }) => (
              <Card component="li" key={id}>
                <Box component={Link} to={`/pools/${id}`} sx={{ display: 'block', height: '100%', p: 2, color: 'inherit', textDecoration: 'none', '&:hover': { backgroundColor: 'primary.light' } }}>
                  <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'baseline' }}><Typography variant="h3" component="h2" color="primary">{name}</Typography><Typography sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>{quota === null ? t('admin.pools.members', { count: members }) : t('admin.appointments.quota_of', { count: members, quota })}</Typography></Box>
                  {waiting > 0 && <Mark tone="waiting">{t('admin.appointments.waiting_n', { count: waiting })}</Mark>}
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

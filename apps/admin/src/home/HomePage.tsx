import { Skeleton } from '@mui/material';
import { Navigate } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import { useMay, useSession } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { useFormat } from '../ui/format.js';
import { ImportsToCheck } from './ImportsToCheck.js';
import { NextThemeDays } from './NextThemeDays.js';
import { PresentPlan } from './PresentPlan.js';
import { Questions } from './Questions.js';
import { UnsignedUnits } from './UnsignedUnits.js';
import { Box } from '@mui/material';

/** The first page: what waits for me, what is due, what is new. A liaison's is the list of the own work. */
const HomePage = () => {
  const t = useTranslate();
  const may = useMay();
  const session = useSession();
  const { day } = useFormat();
  if (!session) return <Skeleton variant="rounded" height={200} sx={{ mt: 3 }} />;
  if (may('assignment:sign')) return <Navigate to="/my-items" replace />;
  return (
    <>
      <PageHeader title={t('admin.home.hello', { name: session.account.name })} subtitle={day(session.today)} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' }}>
        <Box sx={{ minWidth: 0 }}>
          <PresentPlan />
          {may('sign-off:read') && <UnsignedUnits />}
        </Box>
        <Box sx={{ minWidth: 0 }}>
          {may('plan-import:write') && <ImportsToCheck />}
          {may('assignment:answer') && <Questions />}
          <NextThemeDays />
        </Box>
      </Box>
    </>
  );
};
export default HomePage;

import { Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { planInForce, usePlans } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useApi } from '../ui/useApi.js';

const Of = ({ planId }: { planId: string }) => {
  const t = useTranslate();
  const query = useApi(['sign-offs', planId, 'unsigned'], () => api.listSignOffs({ params: { id: planId }, query: { unsigned: 'true' } }));
  return (
    <Loaded query={query} rows={3}>
      {({ data, total }) => (total === 0 ? <EmptyState title="admin.home.all_signed" /> : (
        <>
          <Typography sx={{ mb: 1 }}>{t('admin.home.unsigned_count', { count: total })}</Typography>
          <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
            {data.slice(0, 8).map(({ unit, tally, overdue }) => (
              <Stack component="li" key={unit.id} direction="row" sx={{ justifyContent: 'space-between', gap: 1 }}>
                <span>{unit.name}</span>
                <Mark tone={overdue ? 'wrong' : 'waiting'}>{overdue ? t('admin.sign_offs.overdue') : tally.pending > 0 ? t('admin.plans.pending_count', { count: tally.pending }) : t('admin.plans.asked_count', { count: tally.asked })}</Mark>
              </Stack>
            ))}
          </Stack>
          <Button component={Link} to={`/plans/${planId}/sign-offs`} variant="outlined" sx={{ mt: 1.5 }}>{t('admin.home.go_sign_offs')}</Button>
        </>
      ))}
    </Loaded>
  );
};

/** Units that have not signed for everything. */
export const UnsignedUnits = () => {
  const t = useTranslate();
  const issued = planInForce(usePlans().data?.data ?? []);
  if (!issued) return null;
  return <Panel id="unsigned" title={t('admin.home.unsigned')}><Of planId={issued.id} /></Panel>;
};

import { Box, Button, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { planInForce, usePlans } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

/** What units asked and nobody has answered. */
export const Questions = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  const plan = planInForce(usePlans().data?.data ?? []);
  const query = useApi(['assignments', 'asked', plan?.id], () => api.listAssignments({ query: { state: 'asked', perPage: 5, ...(plan ? { planId: plan.id } : {}) } }));
  return (
    <Panel id="questions" title={t('admin.home.questions')}>
      <Loaded query={query} rows={2}>
        {({ data, total }) => (total === 0 ? <Typography color="textSecondary">{t('admin.home.no_questions')}</Typography> : (
          <>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {data.map(({ id, unit, question, item }) => (
                <Box component="li" key={id} sx={{ py: 1 }}>
                  <Link component={RouterLink} to={`/items/${item.id}`} sx={{ fontWeight: 600 }}>{unit.name}</Link>
                  <Typography>{question?.text}</Typography>
                  <Typography color="textSecondary">{instant(question?.askedAt)}</Typography>
                </Box>
              ))}
            </Box>
            {data[0] && <Button component={RouterLink} to={`/plans/${data[0].item.planId}/sign-offs`} variant="outlined">{t('admin.home.go_questions', { count: total })}</Button>}
          </>
        ))}
      </Loaded>
    </Panel>
  );
};

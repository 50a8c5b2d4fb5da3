import { Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { planInForce, usePlans } from '../plans/usePlan.js';
import { EmptyState, Figure, Figures, Loaded, Panel } from '../ui/Panels.js';
import { LightReasons } from './LightReasons.js';
import { LightChip } from './LightChip.js';
import { useLights } from './useLights.js';

const SHOWN = 4;

/** How many have which light, and the worst of them. */
export const LightsOf = ({ planId }: { planId: string }) => {
  const t = useTranslate();
  const query = useLights(planId, { perPage: SHOWN });
  const path = `/plans/${planId}/lights`;
  return (
    <Loaded query={query} rows={3}>
      {({ data, counts }) => {
        const bad = data.filter(({ light }) => light === 'red' || light === 'yellow');
        return (
          <>
            <Figures>
              <Figure value={counts.red} label="terms.lights.red" to={`${path}?light=red`} {...(counts.red > 0 ? { tone: 'wrong' as const } : {})} />
              <Figure value={counts.yellow} label="terms.lights.yellow" to={`${path}?light=yellow`} {...(counts.yellow > 0 ? { tone: 'waiting' as const } : {})} />
              <Figure value={counts.green} label="terms.lights.green" to={`${path}?light=green`} />
              <Figure value={counts.blue} label="terms.lights.blue" to={`${path}?light=blue`} />
            </Figures>
            {bad.length === 0 ? <EmptyState title="admin.lights.all_calm" /> : (
              <Stack component="ul" sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0, gap: 1.5 }}>
                {bad.map((row) => (
                  <li key={row.assignmentId}>
                    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}><LightChip light={row.light} /><Typography component="span" sx={{ fontWeight: 600 }}>{row.unit.name}</Typography><MuiLink component={Link} to={`/items/${row.item.id}`}>{t('admin.lights.open_item_n', { seq: row.item.seq })}</MuiLink></Stack>
                    <LightReasons reasons={row.reasons.slice(0, 1)} />
                  </li>
                ))}
              </Stack>
            )}
            <Button component={Link} to={path} variant="outlined" sx={{ mt: 1.5 }}>{t('admin.lights.go')}</Button>
          </>
        );
      }}
    </Loaded>
  );
};

/** What is red and yellow of the plan in force, the worst first: for the office and its leader. */
export const LightsPanel = () => {
  const t = useTranslate();
  const issued = planInForce(usePlans().data?.data ?? []);
  if (!issued) return null;
  return <Panel id="lights-now" title={t('admin.lights.title')}><LightsOf planId={issued.id} /></Panel>;
};

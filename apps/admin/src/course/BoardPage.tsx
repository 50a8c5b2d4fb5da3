import type { Plan } from '@kepu/contracts';
import { Box, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { BulletinsWaiting } from '../bulletins/BulletinsWaiting.js';
import { LightBar } from '../lights/LightBar.js';
import { LightsOf } from '../lights/LightsPanel.js';
import { useLightSummary } from '../lights/useLights.js';
import { MeasureBar } from '../measures/MeasureBar.js';
import { planInForce, usePlans } from '../plans/usePlan.js';
import { PromptsWaiting } from '../prompts/PromptsWaiting.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { SignedBar } from '../ui/Progress.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { NextDays, RecentChanges } from './PlanPart.js';

const TARGETS = 6;
const CHANGES = 5;

/** Units, or programmes, each with its lights: a line opens its page. */
const Lines = ({ plan, kind }: { plan: Plan; kind: 'units' | 'programmes' }) => {
  const t = useTranslate();
  const matrix = useApi(['matrix', plan.id], () => api.getMatrix({ params: { id: plan.id } })).data;
  const summary = useLightSummary(plan.id);
  const measured = new Map(matrix?.[kind].map(({ id, measures }) => [id, measures]));
  return (
    <Loaded query={summary} rows={5}>
      {({ [kind]: lines }) => (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map(({ id, name, counts }) => {
            const measures = measured.get(id);
            return (
              <Box component="li" key={id} sx={{ py: 0.5 }}>
                <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, alignItems: 'baseline' }}>
                  <MuiLink component={Link} to={`/plans/${plan.id}/${kind}/${id}`} sx={{ minHeight: 28 }}>{name}</MuiLink>
                  <Typography component="span" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>{[...(counts.red > 0 ? [t('admin.lights.count', { light: t('terms.lights.red'), count: counts.red })] : []), ...(measures && measures.total > 0 ? [`${t('admin.course.measures')} ${t('admin.measures.done_of', { ...measures })}`] : [])].join(' · ')}</Typography>
                </Stack>
                <LightBar counts={counts} dense />
              </Box>
            );
          })}
        </Box>
      )}
    </Loaded>
  );
};

/** Measures that ask for a number, the least done first. */
const Targets = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const query = useApi(['board-targets', plan.id], () => api.listMeasures({ query: { planId: plan.id, kind: 'number', sort: 'permille', perPage: TARGETS } }));
  return (
    <Loaded query={query} rows={3}>
      {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.course.targets_none')}</Typography> : (
        <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
          {data.map((measure) => <li key={measure.id}><MuiLink component={Link} to={`/items/${measure.item.id}#measure-${measure.id}`}>{measure.item.units[0]?.name} · {measure.name}</MuiLink><MeasureBar measure={measure} dense /></li>)}
        </Stack>
      ))}
    </Loaded>
  );
};

const Board = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const lit = may('light:read');
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr', lg: '5fr 4fr 4fr' }, alignItems: 'start' }}>
      <Box sx={{ minWidth: 0 }}>
        {lit && <Panel id="board-lights" title={t('admin.course.red_first')}><LightsOf planId={plan.id} /></Panel>}
        <RecentChanges plan={plan} shown={CHANGES} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        {lit && <Panel id="board-programmes" title={t('admin.course.programmes')} action={<Button component={Link} to={`/plans/${plan.id}/matrix`}>{t('admin.plans.tab_matrix')}</Button>}><Lines plan={plan} kind="programmes" /></Panel>}
        <Panel id="board-targets" title={t('admin.course.targets')} action={<Button component={Link} to={`/plans/${plan.id}/measures`}>{t('admin.course.all_measures')}</Button>}><Targets plan={plan} /></Panel>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        {lit && <Panel id="board-units" title={t('admin.course.units_title')}><Lines plan={plan} kind="units" /><Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.course.unit_order')}</Typography></Panel>}
        <NextDays plan={plan} heading="admin.course.days_title" />
      </Box>
    </Box>
  );
};

/** The year at a glance, for whoever leads: what is red, then programmes, units and numbers, each a step away from its records. */
const BoardPage = () => {
  const t = useTranslate();
  const { day, today } = useFormat();
  const plans = usePlans();
  return (
    <Loaded query={plans} rows={8}>
      {({ data }) => {
        const plan = planInForce(data);
        if (!plan) return <><PageHeader title={t('admin.course.board')} /><EmptyState title="admin.course.board_none" hint="admin.course.board_none_hint" action={{ label: 'admin.menu.plans', to: '/plans' }} /></>;
        return (
          <>
            <PageHeader title={t('admin.course.board_title', { year: plan.year })} subtitle={[day(today), plan.title].join(' · ')} actions={<Button variant="outlined" component={Link} to={`/plans/${plan.id}`}>{t('admin.course.go_plan')}</Button>} />
            <PromptsWaiting />
            <BulletinsWaiting />
            {plan.signOff.pending > 0 && <Box sx={{ mb: 2 }}><SignedBar tally={plan.signOff} dense /></Box>}
            <Board plan={plan} />
          </>
        );
      }}
    </Loaded>
  );
};
export default BoardPage;

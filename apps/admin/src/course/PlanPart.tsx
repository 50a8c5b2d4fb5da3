import type { Measured as Counts, Plan } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { Box, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LightBar } from '../lights/LightBar.js';
import { LightChip } from '../lights/LightChip.js';
import { LightReasons } from '../lights/LightReasons.js';
import { useLights, useLightSummary } from '../lights/useLights.js';
import { MeasureBar } from '../measures/MeasureBar.js';
import { itemsLink } from '../plans/itemsLink.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { EmptyState, Figure, Figures, Loaded, Panel } from '../ui/Panels.js';
import { SignedBar } from '../ui/Progress.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { ChangeList } from './ChangeList.js';
import { DayList } from './DayList.js';

/** A unit or a programme of a plan. */
export interface Part { readonly kind: 'unit' | 'programme'; readonly id: string }
type Filter = { unitId: string } | { programmeId: string };
const SHOWN = 8;
const AHEAD_DAYS = 60;
const BACK_DAYS = 30;

const filterOf = ({ kind, id }: Part): Filter => (kind === 'unit' ? { unitId: id } : { programmeId: id });
const addressOf = (plan: Plan, path: string, { kind, id }: Part): string => `/plans/${plan.id}${path}?${kind}=${id}`;

/** The worst first, each with its reasons. */
const Lights = ({ plan, part }: { plan: Plan; part: Part }) => {
  const t = useTranslate();
  const query = useLights(plan.id, { ...filterOf(part), perPage: SHOWN });
  return (
    <Panel id="part-lights" title={t('admin.course.red_first')} action={<Button component={Link} to={addressOf(plan, '/lights', part)}>{t('admin.course.all_lights')}</Button>}>
      <Loaded query={query} rows={4}>
        {({ data, counts }) => {
          const bad = data.filter(({ light }) => light === 'red' || light === 'yellow');
          return (
            <>
              <LightBar counts={counts} />
              {bad.length === 0 ? <EmptyState title="admin.course.calm" hint="admin.course.calm_hint" /> : (
                <Stack component="ul" sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0, gap: 1.5 }}>
                  {bad.map((row) => (
                    <li key={row.assignmentId}>
                      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}><LightChip light={row.light} /><Typography component="span" sx={{ fontWeight: 600 }}>{part.kind === 'unit' ? row.item.programme.name : row.unit.name}</Typography><MuiLink component={Link} to={`/items/${row.item.id}`}>{t('admin.lights.open_item_n', { seq: row.item.seq })}</MuiLink></Stack>
                      <LightReasons reasons={row.reasons.slice(0, 2)} />
                    </li>
                  ))}
                </Stack>
              )}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
};

const Measures = ({ plan, part }: { plan: Plan; part: Part }) => {
  const t = useTranslate();
  const query = useApi(['part-measures', plan.id, part], () => api.listMeasures({ query: { planId: plan.id, ...filterOf(part), sort: 'permille', perPage: SHOWN } }));
  return (
    <Panel id="part-measures" title={t('admin.course.measures')} action={<Button component={Link} to={`/plans/${plan.id}/measures?filter=${encodeURIComponent(JSON.stringify(filterOf(part)))}`}>{t('admin.course.all_measures')}</Button>}>
      <Loaded query={query} rows={3}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.measures.empty')}</Typography> : (
          <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
            {data.map((measure) => (
              <li key={measure.id}>
                <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', mb: 0.5 }}><MuiLink component={Link} to={`/items/${measure.item.id}#measure-${measure.id}`}>{t('admin.items.no', { seq: measure.item.seq })} {measure.name}</MuiLink><StateChip of="measureStates" state={measure.progress.state} /></Stack>
                <MeasureBar measure={measure} dense />
              </li>
            ))}
          </Stack>
        ))}
      </Loaded>
    </Panel>
  );
};

/** What comes within two months. */
export const NextDays = ({ plan, part, heading = 'admin.course.next' }: { plan: Plan; part?: Part; heading?: string }) => {
  const t = useTranslate();
  const { today } = useFormat();
  const query = useApi(['part-days', plan.id, part], () => api.getTimeline({ params: { id: plan.id }, query: { ...(part ? filterOf(part) : {}), state: 'ahead', from: today ?? '', to: addDays(today ?? '', AHEAD_DAYS), perPage: SHOWN } }), { enabled: today !== null });
  return (
    <Panel id="part-days" title={t(heading)} action={<Button component={Link} to={part ? addressOf(plan, '/timeline', part) : `/plans/${plan.id}/timeline`}>{t('admin.course.all_days')}</Button>}>
      <Loaded query={query} rows={3}>{({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.course.next_none')}</Typography> : <DayList entries={data} planId={plan.id} />)}</Loaded>
    </Panel>
  );
};

/** What changed within a month. */
export const RecentChanges = ({ plan, part, shown = SHOWN }: { plan: Plan; part?: Part; shown?: number }) => {
  const t = useTranslate();
  const { today } = useFormat();
  const query = useApi(['part-changes', plan.id, part, shown], () => api.listPlanChanges({ params: { id: plan.id }, query: { ...(part ? filterOf(part) : {}), since: addDays(today ?? '', -BACK_DAYS), perPage: shown } }), { enabled: today !== null });
  return (
    <Panel id="part-changes" title={t('admin.course.recent')} action={<Button component={Link} to={part ? addressOf(plan, '/changes', part) : `/plans/${plan.id}/changes`}>{t('admin.course.all_changes')}</Button>}>
      <Loaded query={query} rows={3}>{({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.course.no_changes')}</Typography> : <ChangeList events={data} planId={plan.id} />)}</Loaded>
    </Panel>
  );
};

const shareOf = ({ done, total }: Counts): string => (total === 0 ? '—' : `${done}/${total}`);

/** How one unit, or one programme, stands in a plan: red first, then its measures, what comes and what changed. */
export const PlanPart = ({ plan, part }: { plan: Plan; part: Part }) => {
  const t = useTranslate();
  const may = useMay();
  const lit = may('light:read') && plan.state !== 'draft';
  const query = useApi(['matrix', plan.id], () => api.getMatrix({ params: { id: plan.id } }));
  const summary = useLightSummary(plan.id, lit).data;
  return (
    <Loaded query={query} rows={8}>
      {({ units, programmes, cells }) => {
        const unit = part.kind === 'unit' ? units.find(({ id }) => id === part.id) : undefined;
        const programme = part.kind === 'programme' ? programmes.find(({ id }) => id === part.id) : undefined;
        const name = unit?.printed ?? programme?.name;
        if (name === undefined) return <EmptyState title="admin.course.not_here" hint="admin.course.not_here_hint" action={{ label: 'admin.course.back', to: `/plans/${plan.id}/matrix` }} />;
        const own = cells.filter((cell) => cell.items > 0 && (part.kind === 'unit' ? cell.unitId === part.id : cell.programmeId === part.id));
        const measures = unit?.measures ?? programme?.measures ?? { done: 0, total: 0 };
        const counts = (part.kind === 'unit' ? summary?.units : summary?.programmes)?.find(({ id }) => id === part.id)?.counts;
        const others = own.map((cell) => ({ cell, name: part.kind === 'unit' ? (programmes.find(({ id }) => id === cell.programmeId)?.name ?? '') : (units.find(({ id }) => id === cell.unitId)?.printed ?? '') }));
        return (
          <>
            <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', mb: 1.5 }}>
              <Typography variant="h2">{t(`admin.course.part_${part.kind}`, { name })}</Typography>
              <Button component={Link} to={`/plans/${plan.id}/matrix`}>{t('admin.course.back')}</Button>
            </Stack>
            <Panel id="part-numbers" title={t('admin.course.numbers')}>
              <Figures>
                <Figure value={programme ? programme.items : own.reduce((sum, { items }) => sum + items, 0)} label="admin.course.items" to={itemsLink(plan.id, filterOf(part))} />
                <Figure value={shareOf(measures)} label="admin.course.measures" to={`/plans/${plan.id}/measures?filter=${encodeURIComponent(JSON.stringify(filterOf(part)))}`} />
                {counts && (['red', 'yellow', 'green', 'blue'] as const).map((light) => <Figure key={light} value={counts[light]} label={`terms.lights.${light}`} to={`${addressOf(plan, '/lights', part)}&light=${light}`} {...(light === 'red' && counts.red > 0 ? { tone: 'wrong' as const } : light === 'yellow' && counts.yellow > 0 ? { tone: 'waiting' as const } : {})} />)}
              </Figures>
              {unit && plan.state !== 'draft' && <Box sx={{ mt: 1.5 }}><SignedBar tally={unit.tally} /></Box>}
              <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0, display: 'grid', columnGap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
                {others.map(({ cell, name: other }) => (
                  <Box component="li" key={`${cell.unitId} ${cell.programmeId}`} sx={{ borderTop: 1, borderColor: 'divider' }}>
                    <Box component={Link} to={itemsLink(plan.id, { unitId: cell.unitId, programmeId: cell.programmeId })} sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1, minHeight: 44, color: 'primary.main', textDecoration: 'none' }}>
                      <span>{other}</span><Typography component="span" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>{t('admin.course.items_count', { count: cell.items })}{cell.measures.total > 0 ? ` · ${t('admin.measures.done_of', { ...cell.measures })}` : ''}</Typography>
                    </Box>
                  </Box>
                ))}
              </Box>
            </Panel>
            <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, alignItems: 'start' }}>
              <Box sx={{ minWidth: 0 }}>
                {lit && <Lights plan={plan} part={part} />}
                <Measures plan={plan} part={part} />
              </Box>
              <Box sx={{ minWidth: 0 }}>
                <NextDays plan={plan} part={part} />
                {plan.state !== 'draft' && <RecentChanges plan={plan} part={part} />}
              </Box>
            </Box>
          </>
        );
      }}
    </Loaded>
  );
};

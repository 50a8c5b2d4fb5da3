import { timelineKinds, timelineStates, type Plan, type Timeline } from '@kepu/contracts';
import Event from '@mui/icons-material/EventOutlined';
import { Box, Button, ButtonBase, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { saveFile } from '../ui/download.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { CoursePages } from './CoursePages.js';
import { DayList } from './DayList.js';
import { Choice, PartSelects, useAddress } from './PartSelects.js';

const perPage = 50;
const ALL = 'all';
const lastDayOf = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** The twelve months with how much lies in each, and how much of it is late. */
const Months = ({ months, chosen, onChoose }: { months: Timeline['months']; chosen: string; onChoose: (month: string) => void }) => {
  const t = useTranslate();
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <Box role="group" aria-label={t('admin.course.months')} sx={{ display: 'grid', gap: 0.75, gridTemplateColumns: { xs: 'repeat(4, 1fr)', sm: 'repeat(7, 1fr)', lg: 'repeat(13, 1fr)' }, mb: 2 }}>
      {[{ month: ALL, count: total, late: months.reduce((sum, { late }) => sum + late, 0) }, ...months].map(({ month, count, late }) => {
        const number = Number(month.slice(5));
        return (
          <ButtonBase
            key={month} aria-pressed={chosen === month} onClick={() => onChoose(month)} aria-label={month === ALL ? `${t('admin.course.whole_year')} ${count}` : t('admin.course.month_count', { month: number, count, late })}
            sx={({ palette: { tokens: c } }) => ({ display: 'block', textAlign: 'left', px: 1, py: 0.75, minHeight: 64, borderRadius: 1.5, border: `1px solid ${chosen === month ? c.primary : c.line}`, backgroundColor: chosen === month ? c.primarySoft : c.surface, '&:focus-visible': { outline: `2px solid ${c.primary}` } })}
          >
            <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>{month === ALL ? t('admin.course.whole_year') : t('admin.course.month', { month: number })}</Typography>
            <Typography component="span" sx={{ display: 'block', fontVariantNumeric: 'tabular-nums' }} color={late > 0 ? 'error' : 'textSecondary'}>{late > 0 ? t('admin.course.month_late', { count: late }) : count}</Typography>
            <Box aria-hidden sx={({ palette: { tokens: c } }) => ({ mt: 0.5, height: 4, borderRadius: 2, width: `${month === ALL ? 100 : Math.round((count / most) * 100)}%`, backgroundColor: late > 0 ? c.wrong : c.primary })} />
          </ButtonBase>
        );
      })}
    </Box>
  );
};

/** The year of a plan by its days. */
const PlanTimeline = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const { today } = useFormat();
  const { of, set, page, about } = useAddress();
  // Who opens the year that is now wants to see what is now.
  const present = today?.startsWith(`${plan.year}-`) ? today.slice(0, 7) : ALL;
  const month = of('month') || present;
  const kind = timelineKinds.find((one) => one === of('kind'));
  const state = timelineStates.find((one) => one === of('state'));
  const { run, pending } = useRun();
  const filter = { ...about, ...(kind ? { kind } : {}), ...(state ? { state } : {}) };
  const query = { ...filter, ...(month === ALL ? {} : { from: `${month}-01`, to: lastDayOf(month) }), page, perPage };
  const timeline = useApi(['timeline', plan.id, query], () => api.getTimeline({ params: { id: plan.id }, query }));
  return (
    <Panel id="timeline" title={t('admin.course.timeline')}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{t('admin.course.timeline_hint')}</Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 2 }}>
        <Choice label="admin.course.kind" any="admin.course.any" value={kind ?? ''} onChange={(next) => set({ kind: next })} options={timelineKinds.map((id) => ({ id, name: t(`terms.timelineKinds.${id}`) }))} />
        <Choice label="admin.course.state" any="admin.course.any" value={state ?? ''} onChange={(next) => set({ state: next })} options={timelineStates.map((id) => ({ id, name: t(`terms.timelineStates.${id}`) }))} />
        <PartSelects plan={plan} />
        <Button variant="outlined" startIcon={<Event />} title={t('admin.course.calendar_hint')} disabled={pending} sx={{ minHeight: 44 }} onClick={() => void run(async () => saveFile(await api.exportTimeline({ params: { id: plan.id }, query: filter }), `${plan.title}.ics`))}>{t('admin.course.calendar')}</Button>
      </Stack>
      <Loaded query={timeline} rows={8}>
        {({ data, total, months, undated }) => (
          <>
            <Months months={months} chosen={month} onChoose={(next) => set({ month: next })} />
            {data.length === 0 ? <EmptyState title="admin.course.none" hint="admin.course.none_hint" /> : <DayList entries={data} planId={plan.id} />}
            <CoursePages total={total} perPage={perPage} />
            {undated > 0 && <Typography color="textSecondary" sx={{ mt: 1.5 }}>{t('admin.course.undated', { count: undated })}</Typography>}
          </>
        )}
      </Loaded>
    </Panel>
  );
};
export default PlanTimeline;

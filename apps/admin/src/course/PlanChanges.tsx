import { changeKinds, type Plan } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import { Button, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { ChangeList } from './ChangeList.js';
import { CoursePages } from './CoursePages.js';
import { PartSelects, useAddress } from './PartSelects.js';

const perPage = 50;
/** How many days one looks back at first. */
const MONTH = 30;
const spans = [['week', 7], ['month', MONTH], ['quarter', 91]] as const;

/** What changed since a day that the reader chooses. */
const PlanChanges = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const { today, day } = useFormat();
  const { run, pending } = useRun();
  const { of, set, page, about } = useAddress();
  const since = /^\d{4}-\d{2}-\d{2}$/u.test(of('since')) ? of('since') : addDays(today ?? `${plan.year}-12-31`, -MONTH);
  const kind = changeKinds.find((one) => one === of('kind'));
  const filter = { since, ...about, ...(kind ? { kind } : {}) };
  const query = useApi(['plan-changes', plan.id, filter, page], () => api.listPlanChanges({ params: { id: plan.id }, query: { ...filter, page, perPage } }), { enabled: today !== null });
  const counts = query.data?.counts;
  const shortcuts = [...spans.map(([name, days]) => ({ name, first: addDays(today ?? since, -days) })), ...(plan.issuedOn ? [{ name: 'issued', first: plan.issuedOn }] : [])];
  return (
    <Panel id="changes" title={t('admin.course.changes')} action={(
      <Button variant="outlined" startIcon={<Download />} disabled={pending || !query.data || query.data.total === 0} onClick={() => void run(async () => saveFile(await api.exportPlanChanges({ params: { id: plan.id }, query: filter }), `${plan.title}.xlsx`))}>{t('admin.course.export')}</Button>
    )}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{t('admin.course.changes_hint')}</Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5, alignItems: 'center' }}>
        <TextField type="date" size="small" label={t('admin.course.since')} value={since} onChange={(event) => event.target.value && set({ since: event.target.value })} slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today ?? undefined } }} sx={{ flex: '1 1 10rem', maxWidth: { sm: 200 } }} />
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5 }}>
          {shortcuts.map(({ name, first }) => <Button key={name} aria-pressed={since === first} variant={since === first ? 'contained' : 'text'} onClick={() => set({ since: first })}>{t(`admin.course.since_${name}`)}</Button>)}
        </Stack>
        <PartSelects plan={plan} />
      </Stack>
      {counts && (
        <ToggleButtonGroup exclusive value={kind ?? 'all'} onChange={(_, next: string | null) => next && set({ kind: next === 'all' ? '' : next })} aria-label={t('admin.course.kind')} sx={{ flexWrap: 'wrap', mb: 1.5 }}>
          <ToggleButton value="all">{t('admin.course.count', { kind: t('admin.course.any'), count: changeKinds.reduce((sum, one) => sum + counts[one], 0) })}</ToggleButton>
          {changeKinds.filter((one) => counts[one] > 0 || one === kind).map((one) => <ToggleButton key={one} value={one}>{t('admin.course.count', { kind: t(`terms.changeKinds.${one}`), count: counts[one] })}</ToggleButton>)}
        </ToggleButtonGroup>
      )}
      <Loaded query={query} rows={8}>
        {({ data, total, today: now }) => (
          <>
            {data.length === 0 ? <EmptyState title="admin.course.no_changes" hint="admin.course.no_changes_hint" /> : <ChangeList events={data} planId={plan.id} />}
            <CoursePages total={total} perPage={perPage} />
            <Typography color="textSecondary" sx={{ mt: 1.5 }}>{t('admin.course.as_of', { day: day(now, true) })}</Typography>
          </>
        )}
      </Loaded>
    </Panel>
  );
};
export default PlanChanges;

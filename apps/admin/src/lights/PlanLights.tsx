import { lights, type AssignmentLight, type Light, type Plan } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import HistoryIcon from '@mui/icons-material/History';
import { Box, Button, Card, Checkbox, Link as MuiLink, Stack, TablePagination, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { Choice } from '../course/PartSelects.js';
import { api } from '../providers/api.js';
import { OralDialog } from '../follow-ups/OralDialog.js';
import { WriteButton } from '../prompts/WriteButton.js';
import { useMay } from '../providers/session.js';
import { saveFile } from '../ui/download.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { useSettled } from '../ui/useSettled.js';
import { ChangesButton, SetLight, SetLights } from './LightActions.js';
import { ChaseButton, ChaseHistory } from './Chasing.js';
import { LightWithReasons } from './LightReasons.js';
import { RulesButton } from './RulesButton.js';
import { useLights, useLightSummary } from './useLights.js';

const perPage = 20;
/** Worst first, as they are read. */
const shownOrder: readonly Light[] = ['red', 'yellow', 'grey', 'green', 'blue'];

const Row = ({ plan, row, chosen, onChoose }: { plan: Plan; row: AssignmentLight; chosen: boolean; onChoose: (() => void) | undefined }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const { item, unit } = row;
  const may = useMay();
  const acts = may('light:write') && plan.state === 'issued';
  return (
    <Card component="li" sx={{ p: 2, display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      {onChoose && <Checkbox checked={chosen} disabled={row.light === 'blue'} onChange={onChoose} slotProps={{ input: { 'aria-label': t('admin.lights.choose', { seq: item.seq, unit: unit.name }) } }} sx={{ width: 44, height: 44, ml: -1.25, mt: -1 }} />}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>{unit.name}</Typography>
          <MuiLink component={Link} to={`/items/${item.id}`}>{t('admin.items.title', { year: plan.year, seq: item.seq })}</MuiLink>
          <Typography component="span" color="textSecondary">{[item.programme.name, ...(item.due ? [item.due.date ? day(item.due.date) : item.due.text] : []), ...(row.since ? [t('admin.lights.since', { day: day(row.since) })] : [])].join(' · ')}</Typography>
        </Stack>
        <Typography sx={{ overflowWrap: 'anywhere', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>{item.text}</Typography>
        <LightWithReasons row={row} />
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
          {acts && row.light !== 'blue' && <ChaseButton plan={plan} rows={[row]} label="admin.lights.chase_one" variant="text" />}
          {acts && <SetLight row={row} />}
          <ChangesButton row={row} />
        </Stack>
      </Box>
    </Card>
  );
};

/** Lights of a plan, worst first: found, chased, set by hand, exported. A unit sees its own. */
const PlanLights = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const { run, pending } = useRun();
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [history, setHistory] = useState(false);
  const [changing, setChanging] = useState<readonly string[] | null>(null);
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const wanted = search.get('light') ?? '';
  const light = lights.find((one) => one === wanted);
  const [unitId, programmeId] = [search.get('unit') ?? '', search.get('programme') ?? ''];
  const filter = { ...(light ? { light } : {}), ...(unitId ? { unitId } : {}), ...(programmeId ? { programmeId } : {}), ...(asked ? { q: asked } : {}) };
  const query = useLights(plan.id, { ...filter, page: page + 1, perPage });
  const summary = useLightSummary(plan.id).data;
  const narrow = (name: string, value: string): void => {
    setSearch((before) => { const next = new URLSearchParams(before); if (value) next.set(name, value); else next.delete(name); return next; }, { replace: true });
    setPage(0);
    setChosen([]);
  };
  if (plan.state === 'draft') return <Panel><EmptyState title="admin.lights.not_issued" /></Panel>;
  const acts = may('light:write') && plan.state === 'issued';
  const counts = query.data?.counts;
  return (
    <Panel id="lights" title={t('admin.lights.title')} action={(
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportLights({ params: { id: plan.id }, query: filter }), `${plan.title}.xlsx`))}>{t('admin.lights.export')}</Button>
        {may('light:write') && <Button variant="outlined" startIcon={<HistoryIcon />} onClick={() => setHistory(true)}>{t('admin.lights.history')}</Button>}
        {acts && <RulesButton planId={plan.id} />}
      </Stack>
    )}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{t('admin.lights.subtitle')}</Typography>
      {/* What is asked for stays in place while the answer comes: who types goes on typing. */}
      <ToggleButtonGroup exclusive value={light ?? 'all'} onChange={(_, next: string | null) => next && narrow('light', next === 'all' ? '' : next)} aria-label={t('admin.lights.title')} sx={{ flexWrap: 'wrap', mb: 1.5 }}>
        <ToggleButton value="all">{counts ? t('admin.lights.all', { count: shownOrder.reduce((sum, one) => sum + counts[one], 0) }) : t('admin.prompts.all')}</ToggleButton>
        {shownOrder.map((one) => <ToggleButton key={one} value={one} aria-label={`${t(`terms.lights.${one}`)} ${counts?.[one] ?? ''} ${t(`terms.lightMeanings.${one}`)}`}>{counts ? t('admin.lights.count', { light: t(`terms.lights.${one}`), count: counts[one] }) : t(`terms.lights.${one}`)}</ToggleButton>)}
      </ToggleButtonGroup>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <TextField size="small" label={t('admin.lights.search')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} sx={{ flex: '2 1 14rem' }} />
        {(summary?.units.length ?? 0) > 1 && <Choice label="admin.lights.unit" any="admin.lights.any_unit" value={unitId} onChange={(value) => narrow('unit', value)} options={summary?.units.map(({ id, name, counts: own }) => ({ id, name: own.red > 0 ? `${name} · ${t('admin.lights.count', { light: t('terms.lights.red'), count: own.red })}` : name })) ?? []} />}
        <Choice label="admin.lights.programme" any="admin.lights.any_programme" value={programmeId} onChange={(value) => narrow('programme', value)} options={summary?.programmes.map(({ id, name }) => ({ id, name })) ?? []} />
      </Stack>
      <Loaded query={query} rows={6}>
        {({ data, total, today }) => {
          const open = data.filter((row) => row.light !== 'blue');
          const picked = open.filter((row) => chosen.includes(row.assignmentId));
          const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
          return (
            <>
              {acts && open.length > 0 && (
                <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>
                  <Checkbox checked={picked.length === open.length} indeterminate={picked.length > 0 && picked.length < open.length} onChange={() => setChosen(picked.length > 0 ? [] : open.map(({ assignmentId }) => assignmentId))} slotProps={{ input: { 'aria-label': t('admin.lights.choose_all') } }} sx={{ width: 44, height: 44, ml: 0.75 }} />
                  <ChaseButton plan={plan} rows={picked} label="admin.lights.chase" variant={picked.length > 0 ? 'contained' : 'outlined'} onDone={() => setChosen([])} />
                  <WriteButton plan={plan} rows={picked} />
                  <SetLights planId={plan.id} rows={picked} onDone={() => setChosen([])} />
                  {may('adjustment:decide') && <Button variant="outlined" disabled={picked.length === 0} onClick={() => setChanging(picked.map(({ assignmentId }) => assignmentId))}>{t('admin.lights.change_many')}</Button>}
                  <Typography component="span" color="textSecondary">{t('admin.lights.chosen', { count: picked.length })}</Typography>
                </Stack>
              )}
              {data.length === 0 && <EmptyState title="admin.lights.none" hint="admin.lights.none_hint" />}
              <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
                {data.map((row) => <Row key={row.assignmentId} plan={plan} row={row} chosen={chosen.includes(row.assignmentId)} onChoose={acts ? () => toggle(row.assignmentId) : undefined} />)}
              </Stack>
              {total > perPage && <TablePagination component="div" count={total} page={Math.min(page, Math.max(0, Math.ceil(total / perPage) - 1))} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => { setPage(next); setChosen([]); }} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(kind) => t(`ra.navigation.${kind}`)} />}
              <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.lights.as_of', { day: day(today, true) })}</Typography>
            </>
          );
        }}
      </Loaded>
      {changing && <OralDialog planId={plan.id} assignmentIds={changing} onClose={() => { setChanging(null); setChosen([]); }} />}
      {history && <ChaseHistory plan={plan} onClose={() => setHistory(false)} />}
    </Panel>
  );
};
export default PlanLights;

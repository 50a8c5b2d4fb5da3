import type { Plan, PlanCopyView } from '@kepu/contracts';
import { Alert, Box, Button, Checkbox, FormControlLabel, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { ProgrammePairs } from './ProgrammePairs.js';

type CopiedItem = PlanCopyView['items'][number];
const distinct = (rows: readonly { id: string; name: string }[]): { id: string; name: string }[] => [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()];

const Row = ({ item, moves, onMove, wanted, onWant }: { item: CopiedItem; moves: boolean; onMove: (on: boolean) => void; wanted: boolean; onWant: (on: boolean) => void }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const { programme } = item;
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere', opacity: wanted ? 1 : 0.6 }}>
      <FormControlLabel sx={{ minHeight: 44, mr: 0 }} control={<Checkbox checked={wanted} onChange={(event) => onWant(event.target.checked)} />} label={<strong>{t('admin.copies.item', { seq: item.seq, units: list(item.units.map(({ name }) => name)) })}</strong>} />
      <Typography>{moves && item.moved !== null ? item.moved : item.text}</Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, my: 0.5 }}>
        <Mark tone={programme.to ? 'quiet' : 'waiting'}>{programme.to ? (programme.to.id === programme.id ? programme.name : t('admin.copies.programme', { from: programme.name, to: programme.to.name })) : t('admin.copies.programme_open', { from: programme.name, to: programme.suggestion?.name ?? t('admin.copies.nobody') })}</Mark>
        {item.units.map(({ id, name, standing, was }) => standing !== 'open' && <Mark key={id} tone={standing === 'closed' ? 'wrong' : 'waiting'}>{t(`admin.copies.unit_${standing}`, { name, was: was ?? '' })}</Mark>)}
        {item.measures > 0 && <Mark tone="quiet">{t('admin.copies.measures_n', { count: item.measures })}</Mark>}
        {item.timeWords.map((word) => <Mark key={word} tone="waiting">{t('admin.copies.time_word', { word })}</Mark>)}
      </Stack>
      {!programme.to && programme.note && <Typography color="textSecondary">{programme.note}</Typography>}
      {item.moved !== null && <FormControlLabel sx={{ minHeight: 44 }} control={<Checkbox checked={moves} disabled={!wanted} onChange={(event) => onMove(event.target.checked)} />} label={t('admin.copies.move')} />}
    </Box>
  );
};

const Form = ({ plan, view }: { plan: Plan; view: PlanCopyView }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { run, pending } = useRun();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState({ unit: '', programme: '' });
  const [along, setAlong] = useState({ measures: true, joint: true });
  const toggled = (set: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> => new Set(on ? [...set, ...ids] : [...set].filter((id) => !ids.includes(id)));
  const shown = view.items.filter((item) => (filter.unit === '' || item.units.some(({ id }) => id === filter.unit)) && (filter.programme === '' || item.programme.id === filter.programme));
  const ids = shown.map(({ id }) => id);
  const wanted = view.items.filter(({ id }) => !left.has(id));
  const movable = shown.filter(({ id, moved }) => moved !== null && !left.has(id)).map(({ id }) => id);
  const copy = async () => {
    const body = { year: view.year, itemIds: left.size === 0 ? null : wanted.map(({ id }) => id), moveYearsOf: wanted.filter(({ id }) => moving.has(id)).map(({ id }) => id), ...along };
    const made = await run(() => once(`copy ${plan.id} ${JSON.stringify(body)}`, (idempotencyKey) => api.copyPlan({ params: { id: plan.id }, body, idempotencyKey })));
    if (made) void navigate(`/plan-imports/${made.id}`);
  };
  const choice = (name: 'unit' | 'programme', options: readonly { id: string; name: string }[]) => (
    <TextField select label={t(name === 'unit' ? 'admin.items.unit' : 'admin.items.programme')} value={filter[name]} onChange={(event) => setFilter({ ...filter, [name]: event.target.value })} sx={{ minWidth: 0 }}>
      <MenuItem value="">{t('admin.copies.every')}</MenuItem>
      {options.map(({ id, name: text }) => <MenuItem key={id} value={id}>{text}</MenuItem>)}
    </TextField>
  );
  return (
    <>
      <Panel id="copy-along" title={view.title}>
        <Stack>
          <FormControlLabel sx={{ minHeight: 44 }} control={<Checkbox checked={along.measures} onChange={(event) => setAlong({ ...along, measures: event.target.checked })} />} label={t('admin.copies.measures')} />
          <FormControlLabel sx={{ minHeight: 44 }} control={<Checkbox checked={along.joint} onChange={(event) => setAlong({ ...along, joint: event.target.checked })} />} label={t('admin.copies.joint', { count: view.joint })} />
        </Stack>
        <Button variant="contained" disabled={pending || wanted.length === 0} sx={{ minHeight: 44, mt: 1 }} onClick={() => void copy()}>{t('admin.copies.make', { count: wanted.length })}</Button>
      </Panel>
      <Panel id="copy-items" title={t('admin.copies.items')}>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, mb: 1.5 }}>
          {choice('unit', distinct(view.items.flatMap(({ units }) => units)))}
          {choice('programme', distinct(view.items.map(({ programme }) => programme)))}
        </Box>
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, '& button': { minHeight: 44 } }}>
          <Button variant="outlined" onClick={() => setLeft(toggled(left, ids, false))}>{t('admin.copies.take_all', { count: ids.length })}</Button>
          <Button variant="outlined" onClick={() => setLeft(toggled(left, ids, true))}>{t('admin.copies.take_none', { count: ids.length })}</Button>
          {movable.length > 0 && <Button variant="outlined" onClick={() => setMoving(toggled(moving, movable, true))}>{t('admin.copies.move_all', { count: movable.length })}</Button>}
        </Stack>
        {view.items.some(({ programme }) => programme.to === null) && <Alert severity="info" sx={{ my: 1.5 }}>{t('admin.copies.open_hint')}</Alert>}
        {shown.length === 0 && <EmptyState title="admin.copies.none" hint="admin.copies.none_hint" />}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shown.map((item) => <Row key={item.id} item={item} moves={moving.has(item.id)} onMove={(on) => setMoving(toggled(moving, [item.id], on))} wanted={!left.has(item.id)} onWant={(on) => setLeft(toggled(left, [item.id], !on))} />)}
        </Box>
      </Panel>
    </>
  );
};

/** A plan of one year as the beginning of that of another. It becomes a preview, which is corrected and committed as a paper is. */
const PlanCopy = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const [typed, setTyped] = useState(String(plan.year + 1));
  const year = Number(typed);
  const fits = /^\d{4}$/u.test(typed) && year > plan.year && year <= 2100;
  const query = useApi(['plan-copy', plan.id, year], () => api.viewPlanCopy({ params: { id: plan.id }, query: { year } }), { enabled: fits });
  return (
    <>
      <Panel id="copy-year" title={t('admin.copies.title')}>
        <Typography color="textSecondary" sx={{ mb: 2 }}>{t('admin.copies.hint')}</Typography>
        <TextField label={t('admin.copies.year')} value={typed} onChange={(event) => setTyped(event.target.value)} error={!fits} helperText={fits ? undefined : t('admin.copies.year_later', { year: plan.year })} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }} />
      </Panel>
      {fits && !query.isError && <ProgrammePairs plan={plan} year={year} />}
      {fits && <Loaded query={query} rows={8}>{(view) => <Form key={view.year} plan={plan} view={view} />}</Loaded>}
    </>
  );
};
export default PlanCopy;

import type { Plan } from '@kepu/contracts';
import { adjustmentLifecycle, closeOutLifecycle } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import RecordVoiceOver from '@mui/icons-material/RecordVoiceOverOutlined';
import { Button, MenuItem, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { saveFile } from '../ui/download.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { AdjustmentCard } from './AdjustmentCard.js';
import { acceptable, CloseOutCard } from './CloseOutCard.js';
import { OralDialog } from './OralDialog.js';
import { useAdjustments, useCloseOuts, type AdjustmentsQuery, type CloseOutsQuery } from './useFollowUps.js';

const perPage = 10;
const kinds = ['extension', 'content', 'oral'] as const;
interface Narrowing { q: string; unitId: string; state: string; sort: string; page: number }
const wide: Narrowing = { q: '', unitId: '', state: '', sort: '', page: 0 };
/** What of a narrowing the API is asked for: blanks are left out. */
const queryOf = (planId: string, { q, unitId, state, sort, page }: Narrowing) => ({ planId, perPage, page: page + 1, ...(q ? { q } : {}), ...(unitId ? { unitId } : {}), ...(state ? { state } : {}), ...(sort ? { sort } : {}) });

const Choice = ({ label, value, options, onChange }: { label: string; value: string; options: readonly (readonly [string, string])[]; onChange: (value: string) => void }) => {
  const t = useTranslate();
  return (
    <TextField select size="small" label={t(label)} value={value} onChange={(event) => onChange(event.target.value)} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      {options.map(([id, name]) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
    </TextField>
  );
};

const Filters = ({ plan, value, onChange, states, of, sorts, children }: { plan: Plan; value: Narrowing; onChange: (next: Narrowing) => void; states: readonly string[]; of: 'adjustmentStates' | 'closeOutStates'; sorts: readonly string[]; children?: ReactNode }) => {
  const t = useTranslate();
  const may = useMay();
  const units = useApi(['matrix', plan.id], () => api.getMatrix({ params: { id: plan.id } })).data?.units ?? [];
  const change = (part: Partial<Narrowing>) => onChange({ ...value, page: 0, ...part });
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, my: 1.5, alignItems: 'center' }}>
      <TextField size="small" label={t('admin.follow_ups.find')} value={value.q} onChange={(event) => change({ q: event.target.value })} sx={{ flex: '1 1 12rem' }} />
      {children}
      <Choice label="admin.follow_ups.state" value={value.state} onChange={(state) => change({ state })} options={[['', t('admin.follow_ups.every')], ...states.map((state) => [state, t(`terms.${of}.${state}`)] as const)]} />
      {units.length > 1 && may('plan:read') && <Choice label="admin.follow_ups.unit" value={value.unitId} onChange={(unitId) => change({ unitId })} options={[['', t('admin.follow_ups.every')], ...units.map(({ id, name }) => [id, name] as const)]} />}
      <Choice label="admin.follow_ups.sort" value={value.sort} onChange={(sort) => change({ sort })} options={[['', t('admin.follow_ups.sort_waiting')], ...sorts.map((sort) => [sort, t(`admin.follow_ups.sort_${sort.replace('-', '')}`)] as const)]} />
    </Stack>
  );
};

const Pages = ({ total, value, onChange }: { total: number; value: Narrowing; onChange: (next: Narrowing) => void }) => {
  const t = useTranslate();
  if (total <= perPage) return null;
  return <TablePagination component="div" count={total} page={value.page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, page) => onChange({ ...value, page })} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(kind) => t(`ra.navigation.${kind}`)} />;
};

const Adjustments = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const [value, setValue] = useState(wide);
  const [kind, setKind] = useState('');
  const [entering, setEntering] = useState(false);
  const decides = may('adjustment:decide');
  const narrow = kind === 'unwritten' ? { unwritten: 'true' as const } : kind ? { kind: kind as NonNullable<AdjustmentsQuery['kind']> } : {};
  const query = useAdjustments({ ...queryOf(plan.id, value), ...narrow } as AdjustmentsQuery);
  const narrowed = kind !== '' || value.q !== '' || value.unitId !== '' || value.state !== '';
  return (
    <Panel id="adjustments" title={t('admin.follow_ups.adjustments')} action={decides && plan.state === 'issued' && <Button startIcon={<RecordVoiceOver />} variant="outlined" onClick={() => setEntering(true)}>{t('admin.follow_ups.oral')}</Button>}>
      <Typography color="textSecondary">{t('admin.follow_ups.adjustments_why')}</Typography>
      <Filters plan={plan} value={value} onChange={setValue} states={adjustmentLifecycle.stateNames} of="adjustmentStates" sorts={['-askedAt', 'seq', 'unit', 'day']}>
        <Choice label="admin.follow_ups.kind" value={kind} onChange={(next) => { setKind(next); setValue({ ...value, page: 0 }); }} options={[['', t('admin.follow_ups.every')], ...kinds.map((one) => [one, t(`terms.adjustmentKinds.${one}`)] as const), ['unwritten', t('documents.unwritten')]]} />
      </Filters>
      <Loaded query={query} rows={4}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title={narrowed ? 'admin.follow_ups.nothing_found' : 'admin.follow_ups.no_adjustments'} hint={narrowed ? 'admin.follow_ups.nothing_found_hint' : decides ? 'admin.follow_ups.no_adjustments_office' : 'admin.follow_ups.no_adjustments_hint'} /> : (
          <>{data.map((row) => <AdjustmentCard key={row.id} row={row} />)}<Pages total={total} value={value} onChange={setValue} /></>
        ))}
      </Loaded>
      {entering && <OralDialog planId={plan.id} onClose={() => setEntering(false)} />}
    </Panel>
  );
};

const CloseOuts = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const [value, setValue] = useState(wide);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const decides = may('close-out:decide');
  const query = useCloseOuts(queryOf(plan.id, value) as CloseOutsQuery);
  const narrowed = value.q !== '' || value.unitId !== '' || value.state !== '';
  return (
    <Panel id="close-outs" title={t('admin.follow_ups.close_outs')}>
      <Typography color="textSecondary">{t('admin.follow_ups.close_outs_why')}</Typography>
      <Filters plan={plan} value={value} onChange={setValue} states={closeOutLifecycle.stateNames} of="closeOutStates" sorts={['-askedAt', 'seq', 'unit']} />
      <Loaded query={query} rows={4}>
        {({ data, total }) => {
          const ready = data.filter((row) => chosen.includes(row.id) && acceptable(row)).map(({ id, version }) => ({ id, version }));
          const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
          return data.length === 0 ? <EmptyState title={narrowed ? 'admin.follow_ups.nothing_found' : 'admin.follow_ups.no_close_outs'} hint={narrowed ? 'admin.follow_ups.nothing_found_hint' : decides ? 'admin.follow_ups.no_close_outs_office' : 'admin.follow_ups.no_close_outs_hint'} /> : (
            <>
              {decides && data.filter(acceptable).length > 1 && (
                <ActionButton label={t('admin.follow_ups.accept_chosen', { count: ready.length })} disabled={ready.length === 0} variant={ready.length > 0 ? 'contained' : 'outlined'} title={t('admin.follow_ups.accept_chosen_title', { count: ready.length })} explanation={t('admin.follow_ups.accept_explained')} submitLabel="admin.follow_ups.accept" success="admin.follow_ups.accepted" run={async () => { await api.acceptCloseOuts({ params: { id: plan.id }, body: { closeOuts: ready } }); setChosen([]); }} />
              )}
              {data.map((row) => <CloseOutCard key={row.id} row={row} chosen={chosen.includes(row.id)} onChoose={decides ? () => toggle(row.id) : undefined} />)}
              <Pages total={total} value={value} onChange={setValue} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
};

/** Other days, other content and closing out of a plan: what waits first, found, filtered, decided, taken as a sheet. */
const PlanFollowUps = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  if (plan.state === 'draft') return <EmptyState title="admin.follow_ups.not_issued" action={{ label: 'admin.plans.tab_overview', to: `/plans/${plan.id}` }} />;
  return (
    <>
      <Stack direction="row" sx={{ justifyContent: 'flex-end', mb: 1.5 }}>
        <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportFollowUps({ params: { id: plan.id } }), `${t('documents.adjustments')}.xlsx`))}>{t('admin.follow_ups.export')}</Button>
      </Stack>
      <CloseOuts plan={plan} />
      <Adjustments plan={plan} />
    </>
  );
};
export default PlanFollowUps;

import type { MeasureSuggestion, MeasureSuggestions as Suggested, Plan } from '@kepu/contracts';
import { Alert, Box, Button, Checkbox, FormControlLabel, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

/** Items that are looked at in one go. */
const SHOWN = 40;
interface Row { key: string; itemId: string; suggested: MeasureSuggestion['measures'][number]; chosen: boolean; name: string; min: string; unit: string }
const rowsOf = (data: readonly MeasureSuggestion[]): Row[] => data.flatMap(({ item, measures }) => measures.map((suggested, at) => ({ key: `${item.id} ${at}`, itemId: item.id, suggested, chosen: false, name: suggested.name, min: suggested.min === null ? '' : String(suggested.min), unit: suggested.unitOfMeasure })));
const fits = ({ name, min, unit, suggested }: Row): boolean => name.trim() !== '' && unit.trim() !== '' && (min === '' ? suggested.kind !== 'number' : /^[1-9]\d{0,8}$/u.test(min));

const Form = ({ plan, value }: { plan: Plan; value: Suggested }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const notify = useNotify();
  const { run, pending } = useRun();
  const shown = value.data.slice(0, SHOWN);
  const [rows, setRows] = useState(() => rowsOf(shown));
  const change = (key: string, changes: Partial<Row>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  const chosen = rows.filter((row) => row.chosen);
  const take = async () => {
    const body = { version: value.planVersion, measures: chosen.map(({ itemId, suggested: { kind, sources, pool, dueOn, demands }, name, min, unit }) => ({ itemId, measure: { kind, name: name.trim(), sources, poolId: pool?.id ?? null, min: min === '' ? null : Number(min), unitOfMeasure: unit.trim(), dueOn, demands } })) };
    const taken = await run(() => once(`measures ${plan.id} ${JSON.stringify(body)}`, (idempotencyKey) => api.takeMeasures({ params: { id: plan.id }, body, idempotencyKey })));
    if (taken) notify(t('admin.suggestions.taken', { count: taken.added }), { type: 'success' });
  };
  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, my: 1, '& button': { minHeight: 44 } }}>
        <Button variant="outlined" onClick={() => setRows(rows.map((row) => ({ ...row, chosen: true })))}>{t('admin.suggestions.choose_all')}</Button>
        <Button variant="outlined" onClick={() => setRows(rows.map((row) => ({ ...row, chosen: false })))}>{t('admin.suggestions.choose_none')}</Button>
        <Button variant="contained" disabled={pending || chosen.length === 0 || !chosen.every(fits)} onClick={() => void take()}>{t('admin.suggestions.take', { count: chosen.length })}</Button>
      </Stack>
      {!chosen.every(fits) && <Alert severity="warning">{t('admin.suggestions.incomplete')}</Alert>}
      {value.total > SHOWN && <Typography color="textSecondary">{t('admin.suggestions.more', { shown: SHOWN })}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map(({ item }) => (
          <Box component="li" key={item.id} sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
            <Typography><strong>{t('admin.suggestions.item', { seq: item.seq, units: list(item.units) })}</strong></Typography>
            <Typography color="textSecondary">{item.text}</Typography>
            {rows.filter(({ itemId }) => itemId === item.id).map((row) => (
              <Box key={row.key} sx={{ mt: 1 }}>
                <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                  <FormControlLabel sx={{ minHeight: 44 }} control={<Checkbox checked={row.chosen} onChange={(event) => change(row.key, { chosen: event.target.checked })} />} label={t('admin.suggestions.choose', { name: row.name })} />
                  <Mark tone="quiet">{t(`terms.measureKinds.${row.suggested.kind}`)}</Mark>
                  <Typography component="span" color="textSecondary">{[row.suggested.pool?.name ?? list(row.suggested.sources.map((source) => t(`terms.measureSources.${source}`))), row.suggested.reason ? t('admin.suggestions.words', { words: row.suggested.reason }) : t('admin.suggestions.no_words')].join(' · ')}</Typography>
                </Stack>
                {row.chosen && (
                  <Box sx={{ display: 'grid', gap: 1, mt: 0.5, gridTemplateColumns: { xs: '1fr 1fr', sm: '2fr 1fr 1fr' }, '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'auto' } } }}>
                    <TextField label={t('admin.suggestions.name')} value={row.name} onChange={(event) => change(row.key, { name: event.target.value })} slotProps={{ htmlInput: { maxLength: 120 } }} />
                    <TextField label={t('admin.suggestions.min')} value={row.min} onChange={(event) => change(row.key, { min: event.target.value.trim() })} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 9 } }} />
                    <TextField label={t('admin.suggestions.unit')} value={row.unit} onChange={(event) => change(row.key, { unit: event.target.value })} slotProps={{ htmlInput: { maxLength: 20 } }} />
                  </Box>
                )}
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </>
  );
};

/** Measures for items that have none, as their words suggest: the office ticks, puts right and takes many at once. */
export const MeasureSuggestions = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const query = useApi(['measure-suggestions', plan.id], () => api.suggestMeasures({ params: { id: plan.id } }), { enabled: open });
  return (
    <Panel id="measure-suggestions" title={t('admin.suggestions.title')} action={<Button variant="outlined" sx={{ minHeight: 44 }} aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'admin.suggestions.close' : 'admin.suggestions.open')}</Button>}>
      {open && <Loaded query={query} rows={5}>{(value) => (value.total === 0 ? <Typography>{t('admin.suggestions.none')}</Typography> : <><Typography color="textSecondary">{t('admin.suggestions.hint', { count: value.total })}</Typography><Form key={`${value.planVersion} ${value.total}`} plan={plan} value={value} /></>)}</Loaded>}
    </Panel>
  );
};

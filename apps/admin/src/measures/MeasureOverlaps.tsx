import type { MeasureOverlap, Plan } from '@kepu/contracts';
import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

/** Pairs of measures of a plan that may count the same people, for whoever keeps it. */
export const useOverlaps = (plan: Plan, enabled = true) => useApi(['measure-overlaps', plan.id], () => api.listMeasureOverlaps({ params: { id: plan.id } }), { enabled }).data;

const Side = ({ measure }: { measure: MeasureOverlap['measures'][number] }) => {
  const t = useTranslate();
  const { list } = useFormat();
  return (
    <Box sx={{ minWidth: 0 }}>
      <MuiLink component={Link} to={`/items/${measure.itemId}#measure-${measure.id}`}>{t('admin.items.no', { seq: measure.seq })} {measure.name}</MuiLink>
      <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{list(measure.units)} · {measure.text}</Typography>
    </Box>
  );
};

/** Both sides, why they stand here, what was said of them, and what can be said. */
const Pair = ({ plan, pair: { measures: [a, b], words, records, said } }: { plan: Plan; pair: MeasureOverlap }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const params = { id: plan.id };
  const measureIds: [string, string] = [a.id, b.id];
  const named = { a: a.name, b: b.name };
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr auto' }, alignItems: 'start', borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Side measure={a} />
      <Side measure={b} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5, '& button': { minHeight: 44 } }}>
        {records > 0 && <Mark tone="waiting">{t('admin.sheets.overlap_records', { count: records })}</Mark>}
        {words !== null && <Mark tone="quiet">{t('admin.sheets.overlap_words', { words })}</Mark>}
        {plan.state !== 'closed' && (said?.stands
          ? <ActionButton label="admin.sheets.rejoin" variant="text" title={t('admin.sheets.rejoin_title')} submitLabel="admin.sheets.rejoin" success="admin.sheets.rejoined" run={() => api.rejoinMeasures({ params, body: { measureIds } })} />
          : (
            <ActionButton label="admin.sheets.separate" title={t('admin.sheets.separate_title')} explanation={t('admin.sheets.separate_hint', named)} submitLabel="admin.sheets.separate_submit" success="admin.sheets.separated" run={({ reason }) => api.separateMeasures({ params, body: { measureIds, reason: String(reason ?? '') } })}>
              <ReasonInput />
            </ActionButton>
          ))}
      </Box>
      {said && <Typography color="textSecondary" sx={{ gridColumn: '1 / -1', overflowWrap: 'anywhere' }}>{t(said.stands ? 'admin.sheets.said' : 'admin.sheets.said_before', { reason: said.reason, by: said.by, at: instant(said.at) })}</Typography>}
    </Box>
  );
};

const list = { listStyle: 'none', m: 0, mt: 1.5, p: 0 } as const;
/** Measures that may count the same people, side by side, each pair with why; nothing where there is none. What somebody has said of a pair stands below. */
export const MeasureOverlaps = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const found = useOverlaps(plan);
  if (!found || found.total === 0) return null;
  const waiting = found.data.filter(({ said }) => !said?.stands);
  const settled = found.data.filter(({ said }) => said?.stands);
  const rows = (pairs: readonly MeasureOverlap[]) => <Box component="ul" sx={list}>{pairs.map((pair) => <Pair key={pair.measures.map(({ id }) => id).join(' ')} plan={plan} pair={pair} />)}</Box>;
  return (
    <Panel id="overlaps" title={t('admin.sheets.overlaps')} action={<Button variant="outlined" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'admin.sheets.overlaps_hide' : 'admin.sheets.overlaps_show', { count: waiting.length || settled.length })}</Button>}>
      <Typography color="textSecondary">{t(waiting.length > 0 ? 'admin.sheets.overlaps_hint' : 'admin.sheets.overlaps_all_said')}</Typography>
      {open && waiting.length > 0 && rows(waiting)}
      {open && settled.length > 0 && <><Typography component="h3" variant="h3" sx={{ mt: 2 }}>{t('admin.sheets.said_title', { count: settled.length })}</Typography>{rows(settled)}</>}
    </Panel>
  );
};

import type { Bulletin, BulletinRecord, Figure } from '@kepu/contracts';
import Close from '@mui/icons-material/Close';
import { Alert, Box, Button, Drawer, IconButton, Link as MuiLink, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useSettled } from '../ui/useSettled.js';

const STEP = 50;
/** Where a record is looked at: what has check-ins leads to them. */
const placeOf = ({ kind, id, itemId, activityId }: BulletinRecord): string | null => {
  if (activityId !== null || kind === 'activity') return `/activities/${activityId ?? id}`;
  if (kind === 'work_entry') return `/work-entries/${id}`;
  if (kind === 'unit') return `/units/${id}`;
  if (kind === 'unit_report') return `/unit-reports/${id}`;
  return itemId === null ? null : `/items/${itemId}`;
};

const Records = ({ bulletin, figure }: { bulletin: Bulletin; figure: Figure }) => {
  const t = useTranslate();
  const { day, number, duration } = useFormat();
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [count, setCount] = useState(STEP);
  const query = useApi(['bulletin-records', bulletin.id, bulletin.version, figure.key, asked, count], () => api.listBulletinRecords({ params: { id: bulletin.id }, query: { figure: figure.key, perPage: Math.min(200, count), ...(asked ? { q: asked } : {}) } }));
  const minutes = figure.metric === 'volunteer_minutes' || bulletin.measures.some((measure) => measure.id === figure.of && measure.minutes);
  const told = (quantity: number): string => (minutes ? duration(quantity) : number(quantity));
  return (
    <Loaded query={query} rows={4}>
      {({ data, total, hidden }) => (
        <>
          <Typography sx={{ mb: 1 }}>{figure.scope === 'measure' ? t('admin.bulletins.proof_one') : total + hidden === 0 && !asked ? t('admin.bulletins.proof_none') : t('admin.bulletins.proof_sum', { shown: figure.shown, count: total + hidden })}</Typography>
          {(total > 5 || asked !== '') && <TextField size="small" fullWidth label={t('admin.bulletins.proof_find')} value={q} onChange={(event) => setQ(event.target.value)} sx={{ mb: 1 }} />}
          <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map((record) => {
              const to = placeOf(record);
              return (
                <Box component="li" key={`${record.kind} ${record.id}`} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
                  {to ? <MuiLink component={Link} to={to} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, fontWeight: 600, overflowWrap: 'anywhere' }}>{record.title}</MuiLink> : <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{record.title}</Typography>}
                  <Typography color="textSecondary">
                    {[t(`terms.bulletinRecordKinds.${record.kind}`), ...(record.unit ? [record.unit.name] : []), ...(record.occurredOn ? [day(record.occurredOn)] : []), t('admin.bulletins.proof_adds', { count: told(record.quantity) }), ...(record.items > 1 ? [t('admin.bulletins.proof_items', { count: record.items })] : []), ...(record.manual > 0 ? [t('admin.bulletins.proof_manual', { count: told(record.manual) })] : [])].join(' · ')}
                  </Typography>
                </Box>
              );
            })}
          </Stack>
          {total > data.length && count < 200 && <Button onClick={() => setCount(200)}>{t('admin.shell.more')}</Button>}
          {hidden > 0 && <Alert severity="info" sx={{ mt: 1.5 }}>{t('admin.bulletins.proof_hidden', { count: hidden })}</Alert>}
        </>
      )}
    </Loaded>
  );
};

/** Where a number comes from: the rule, and the records that it is the sum of. */
export const ProofDrawer = ({ bulletin, figure, onClose }: { bulletin: Bulletin; figure: Figure | null; onClose: () => void }) => {
  const t = useTranslate();
  return (
    <Drawer anchor="right" open={figure !== null} onClose={onClose} slotProps={{ paper: { role: 'dialog', 'aria-label': t('admin.bulletins.proof'), sx: { width: { xs: '100%', sm: 460 }, p: 2 } } }}>
      {figure && (
        <>
          <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'start', gap: 1 }}>
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>{figure.name}</Typography>
              <Typography sx={{ fontSize: '1.75rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{figure.shown}</Typography>
            </Box>
            <Tooltip title={t('admin.bulletins.close')}><IconButton onClick={onClose} aria-label={t('admin.bulletins.close')} sx={{ width: 44, height: 44 }}><Close /></IconButton></Tooltip>
          </Stack>
          <Typography color="textSecondary" sx={{ mb: 1.5 }}>{t(`terms.bulletinRules.${figure.metric}`)}</Typography>
          <Records key={figure.key} bulletin={bulletin} figure={figure} />
        </>
      )}
    </Drawer>
  );
};

import type { Measure } from '@kepu/contracts';
import Event from '@mui/icons-material/EventOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../providers/session.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { EvidenceList } from './EvidenceList.js';
import { MeasureBar } from './MeasureBar.js';
import { MeasureDelete, MeasureEdit, MeasureJudge } from './MeasureDialogs.js';

/** One measure: what counts as done, how far it is, and what that is made of. */
export const MeasureCard = ({ measure }: { measure: Measure }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, distance, list, instant } = useFormat();
  const [deleting, setDeleting] = useState(false);
  const { id, name, raw, kind, origin, sources, pool, dueOn, demands, judged, sharedWith, progress } = measure;
  return (
    <Box component="article" id={`measure-${id}`} aria-label={name} sx={{ py: 2, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Typography variant="h3">{name}</Typography>
        <StateChip of="measureStates" state={progress.state} />
        {dueOn && <Mark tone={progress.state === 'overdue' ? 'wrong' : 'quiet'} {...(progress.state === 'overdue' ? {} : { icon: <Event /> })}>{t('admin.measures.due_on', { day: day(dueOn) })}{progress.state !== 'done' && ` · ${distance(dueOn)}`}</Mark>}
      </Stack>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {[t(`terms.measureKinds.${kind}`), t(`terms.measureOrigins.${origin}`), ...(raw && raw !== name ? [t('admin.measures.printed', { raw })] : []), pool ? pool.name : list(sources.map((source) => t(`terms.measureSources.${source}`)))].join(' · ')}
      </Typography>
      <MeasureBar measure={measure} />
      {sharedWith && <Typography sx={{ mt: 0.5 }} color="textSecondary">{t('admin.joint.counted_by', { unit: sharedWith.name })}</Typography>}
      {demands && <Typography sx={{ mt: 0.5 }}>{t('admin.shell.colon', { label: t('admin.measures.demands') })}{demands}</Typography>}
      {judged && <Typography sx={{ mt: 0.5 }} color="textSecondary">{judged.by} · {instant(judged.at)} · {judged.note}</Typography>}
      <Box sx={{ mt: 1 }}>{sources.includes('pool_members') && <Typography color="textSecondary">{t('admin.measures.pool_hint')}</Typography>}<EvidenceList measure={measure} /></Box>
      {(may('measure:write') || may('measure:judge')) && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {kind === 'qualitative' && may('measure:judge') && <MeasureJudge measure={measure} />}
          {may('measure:write') && <MeasureEdit measure={measure} />}
          {may('measure:write') && origin === 'office' && <Button color="inherit" onClick={() => setDeleting(true)}>{t('ra.action.delete')}</Button>}
        </Stack>
      )}
      {deleting && <MeasureDelete measure={measure} onClose={() => setDeleting(false)} />}
    </Box>
  );
};

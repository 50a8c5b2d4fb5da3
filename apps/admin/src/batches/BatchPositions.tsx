import type { Batch, BatchLock, BatchPlace, BatchPosition } from '@kepu/contracts';
import Lock from '@mui/icons-material/LockOutlined';
import { Box, Button, Card, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { PersonLine } from '../signups/PersonLine.js';
import { useReasonWords } from '../signups/reasonWords.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { PutSomebody } from './PutSomebody.js';

const Person = ({ batch, place, editable }: { batch: Batch; place: BatchPlace; editable: boolean }) => {
  const t = useTranslate();
  const say = useReasonWords();
  const { run, pending } = useRun();
  const { id, volunteer, lock, byStaff, reasons, against, outcome } = place;
  const settle = (next: BatchLock, success: string) => void run(() => api.lockBatchPlace({ params: { id: batch.id, placeId: id }, body: { lock: next } }), { success });
  return (
    <Box component="li" sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' }, display: 'grid', gap: 1, alignItems: 'center', gridTemplateColumns: { xs: '1fr', md: '1fr auto' } }}>
      <Box sx={{ minWidth: 0 }}>
        <PersonLine volunteer={volunteer}>
          {lock === 'fixed' && <Mark tone="good" icon={<Lock />}>{t('terms.batchLocks.fixed')}</Mark>}
          {byStaff && <Mark tone="quiet">{t('admin.batches.by_hand')}</Mark>}
          {outcome === 'asked' && <Mark tone="good">{t('terms.batchOutcomes.asked')}</Mark>}
          {outcome && outcome !== 'asked' && <Mark tone="waiting">{t('admin.batches.not_asked', { why: t(`terms.batchOutcomes.${outcome}`) })}</Mark>}
        </PersonLine>
        <Typography color="textSecondary">{[...reasons, ...(against ? [against] : [])].map(say.reason).join(' · ')}</Typography>
      </Box>
      {editable && (
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          {lock === 'fixed' ? <Button disabled={pending} onClick={() => settle('none', 'admin.batches.unlocked')}>{t('admin.batches.unlock')}</Button> : <Button disabled={pending} onClick={() => settle('fixed', 'admin.batches.locked')}>{t('admin.batches.lock')}</Button>}
          <Button color="inherit" disabled={pending} onClick={() => settle('forbidden', 'admin.batches.taken_out')}>{t('admin.batches.take_out')}</Button>
        </Stack>
      )}
    </Box>
  );
};

const KeptOut = ({ batch, places, editable }: { batch: Batch; places: readonly BatchPlace[]; editable: boolean }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 1, mt: 1 }}>
      <Typography color="textSecondary">{t('admin.batches.kept_out')}</Typography>
      {places.map(({ id, volunteer }) => (
        <Stack key={id} direction="row" sx={{ alignItems: 'center' }}>
          <span>{volunteer.name}</span>
          {editable && <Button disabled={pending} aria-label={`${t('admin.batches.lift')} ${volunteer.name}`} onClick={() => void run(() => api.lockBatchPlace({ params: { id: batch.id, placeId: id }, body: { lock: 'none' } }), { success: 'admin.batches.lifted' })}>{t('admin.batches.lift')}</Button>}
        </Stack>
      ))}
    </Stack>
  );
};

/** A position of a draft: who is in it and why, who is kept out, what stays open and why. */
export const BatchPositionCard = ({ batch, position }: { batch: Batch; position: BatchPosition }) => {
  const t = useTranslate();
  const may = useMay();
  const { period } = useFormat();
  const [putting, setPutting] = useState(false);
  const { activity, name, unit, countyName, startsAt, endsAt, places, minimum, filled, open, people, keptOut } = position;
  const editable = batch.state === 'draft' && may('batch:write');
  const missing = places - filled;
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography component="h2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}><Link component={RouterLink} to={`/activities/${activity.id}`}>{activity.name}</Link> · {name}</Typography>
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Mark tone={missing === 0 ? 'good' : filled < minimum ? 'wrong' : 'waiting'}>{t('admin.batches.places', { filled, places })}</Mark>
          {minimum > 0 && filled < minimum && <Mark tone="wrong">{t('admin.batches.needs', { minimum })}</Mark>}
        </Stack>
      </Stack>
      <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{[period(startsAt, endsAt), countyName, unit.name].join(' · ')}</Typography>
      {people.length === 0 ? <Typography sx={{ mt: 1 }}>{t('admin.batches.nobody')}</Typography> : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 0.5 }}>{people.map((place) => <Person key={place.id} batch={batch} place={place} editable={editable} />)}</Box>
      )}
      {open && missing > 0 && (
        <Box sx={{ mt: 1 }}>
          <Typography sx={{ color: 'warning.main' }}>{t('admin.batches.open_because', { count: missing, cause: t(`terms.batchCauses.${open.cause}`) })}</Typography>
          {open.candidates > 0 && <Typography color="textSecondary">{t('admin.batches.open_numbers', open)}</Typography>}
        </Box>
      )}
      {keptOut.length > 0 && <KeptOut batch={batch} places={keptOut} editable={editable} />}
      {editable && missing > 0 && <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setPutting(true)}>{t('admin.batches.put')}</Button>}
      {putting && <PutSomebody batchId={batch.id} position={position} onClose={() => setPutting(false)} />}
    </Card>
  );
};

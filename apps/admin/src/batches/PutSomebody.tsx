import type { BatchCandidate, BatchPosition } from '@kepu/contracts';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { PersonLine } from '../signups/PersonLine.js';
import { useReasonWords } from '../signups/reasonWords.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { useSettled } from '../ui/useSettled.js';

const Offer = ({ candidate, put, pending }: { candidate: BatchCandidate; put: () => void; pending: boolean }) => {
  const t = useTranslate();
  const say = useReasonWords();
  const { volunteer, reasons, against, blocks, bar, instead } = candidate;
  const [block] = blocks;
  const why = block ? say.block(block) : bar ? t(`terms.batchBars.${bar}`) : null;
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' }, display: 'grid', gap: 1, alignItems: 'center', gridTemplateColumns: { xs: '1fr', sm: '1fr auto' } }}>
      <Box sx={{ minWidth: 0 }}>
        <PersonLine volunteer={volunteer} />
        {why ? <Typography color="error">{t('admin.signups.blocked', { why })} {block ? say.remedy(block) : ''}</Typography> : <Typography color="textSecondary">{[...reasons, ...(against ? [against] : [])].map(say.reason).join(' · ')}</Typography>}
      </Box>
      {!why && <Button variant="outlined" disabled={pending} onClick={put}>{instead.length > 0 ? t('admin.batches.put_instead', { title: [...new Set(instead.map(({ activity }) => activity))].join(t('admin.shell.comma')) }) : t('admin.batches.put_here')}</Button>}
    </Box>
  );
};

/** Somebody for an open place: the best first, or by name with what stands in the way; from where they serve that day, or too near to it, they move. */
export const PutSomebody = ({ batchId, position, onClose }: { batchId: string; position: BatchPosition; onClose: () => void }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [term, setTerm] = useState('');
  const { run, pending } = useRun();
  const q = useSettled(term.trim());
  const query = useApi(['batch-candidates', batchId, position.positionId, q], () => api.listBatchCandidates({ params: { id: batchId, positionId: position.positionId }, query: q === '' ? {} : { q } }));
  const put = async ({ volunteer, instead }: BatchCandidate): Promise<void> => {
    const done = await run(() => api.putIntoBatch({ params: { id: batchId }, body: { positionId: position.positionId, volunteerId: volunteer.id, instead: instead.map(({ placeId }) => placeId) } }), { success: 'admin.batches.put_done' });
    if (done) onClose();
  };
  return (
    <Dialog open onClose={pending ? undefined : onClose} fullWidth maxWidth="md" fullScreen={small} aria-labelledby="put-title">
      <DialogTitle id="put-title" component="h2" variant="h2">{t('admin.batches.put_title', { position: position.name })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1.5 }}>{t('admin.batches.put_hint', { activity: position.activity.name, when: period(position.startsAt, position.endsAt) })}</Typography>
        <TextField fullWidth size="small" type="search" label={t('admin.batches.put_find')} value={term} onChange={(event) => setTerm(event.target.value)} />
        <Loaded query={query} rows={5}>
          {({ data }) => (data.length === 0 ? <EmptyState title="admin.batches.put_none" hint="admin.batches.put_none_hint" /> : (
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((candidate) => <Offer key={candidate.volunteer.id} candidate={candidate} pending={pending} put={() => void put(candidate)} />)}</Box>
          ))}
        </Loaded>
        {query.isFetching && query.data && <Alert severity="info" sx={{ mt: 1 }}>{t('ra.page.loading')}</Alert>}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}><Button onClick={onClose} disabled={pending}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};

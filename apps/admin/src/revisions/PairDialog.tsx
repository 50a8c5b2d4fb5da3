import type { RevisionLine } from '@kepu/contracts';
import { Box, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { ActionDialog } from '../ui/ActionDialog.js';
import { useFormat } from '../ui/format.js';
import { unprintedLines } from './revisionLines.js';

/** More than these nobody looks through: a few characters find it. */
const most = 20;

/** Which of the old items a line of the new paper is; from those that the new paper does not print. */
export const PairDialog = ({ line, lines, onPair, onClose }: { line: RevisionLine; lines: readonly RevisionLine[]; onPair: (itemId: string) => Promise<void>; onClose: () => void }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = unprintedLines(lines, line, text);
  const pair = async () => {
    if (chosen === null) throw new HttpError('admin.revisions.pair_choose', 422);
    await onPair(chosen);
  };
  return (
    <ActionDialog
      open wide onClose={onClose} title={t('admin.revisions.pair_title')} submitLabel="admin.revisions.pair_submit" run={pair}
      explanation={<><Box sx={{ p: 1.5, mb: 1.5, borderRadius: 1, backgroundColor: 'background.default', overflowWrap: 'anywhere' }}>{line.after?.text}</Box>{t('admin.revisions.pair_explained')}</>}
    >
      <TextField label={t('admin.revisions.pair_find')} value={text} onChange={(event) => setText(event.target.value)} />
      {found.length === 0 && <Typography color="textSecondary" sx={{ py: 2 }}>{t('admin.revisions.pair_none')}</Typography>}
      <RadioGroup aria-label={t('admin.revisions.pair_title')} value={chosen ?? ''} onChange={(_, value) => setChosen(value)} sx={{ mt: 1, gap: 1 }}>
        {found.slice(0, most).map(({ itemId, before, evidence }) => (
          <Box component="label" key={itemId} sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start', p: 1, minHeight: 44, borderRadius: 1.5, border: 1, borderColor: chosen === itemId ? 'primary.main' : 'divider', cursor: 'pointer' }}>
            <Radio value={itemId ?? ''} size="small" />
            <Box sx={{ minWidth: 0, pt: 0.5, overflowWrap: 'anywhere' }}>
              <Typography component="span" sx={{ display: 'block' }}>{before?.text}</Typography>
              <Typography component="span" color="textSecondary">{[list(before?.units.map(({ printed }) => printed) ?? []), before?.programme, evidence > 0 ? t('admin.revisions.evidence', { count: evidence }) : ''].filter(Boolean).join(' · ')}</Typography>
            </Box>
          </Box>
        ))}
      </RadioGroup>
      {found.length > most && <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.revisions.pair_more', { count: found.length - most })}</Typography>}
    </ActionDialog>
  );
};

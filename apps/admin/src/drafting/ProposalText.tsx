import type { Proposal } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Mark } from '../ui/StateChip.js';
import { Verdict } from './Marks.js';

/** One proposal, to be read. */
export const ProposalText = ({ proposal: { programme, text, dueText, measure, note, copied, verdict } }: { proposal: Proposal }) => {
  const t = useTranslate();
  return (
    <>
      <Typography color="textSecondary">{[programme.name, dueText, measure].filter(Boolean).join(' · ')} {copied && <Mark tone="quiet">{t('admin.drafting.copied')}</Mark>}</Typography>
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Typography>
      {note && <Typography color="textSecondary" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{note}</Typography>}
      {verdict && <Box sx={{ mt: 1 }}><Verdict verdict={verdict} /></Box>}
    </>
  );
};

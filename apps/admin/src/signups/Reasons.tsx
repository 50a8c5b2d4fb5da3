import type { Candidate } from '@kepu/contracts';
import Add from '@mui/icons-material/AddCircleOutlineOutlined';
import Block from '@mui/icons-material/BlockOutlined';
import Remove from '@mui/icons-material/RemoveCircleOutlineOutlined';
import { Box, Collapse, Link, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { scorePoints, useReasonWords } from './reasonWords.js';

type Ranked = Pick<Candidate, 'reasons' | 'against' | 'blocks' | 'parts' | 'score'>;

const decimals = (value: number): string => (Math.round(value * 100) / 100).toFixed(2);

/** Every part of the score, as it was reckoned: value × weight = points. */
const Parts = ({ ranked }: { ranked: Ranked }) => {
  const t = useTranslate();
  return (
    <Table size="small" aria-label={t('admin.signups.parts')} sx={{ maxWidth: 460, '& td, & th': { px: 1 } }}>
      <TableHead><TableRow><TableCell>{t('admin.signups.part')}</TableCell><TableCell align="right">{t('admin.signups.value')}</TableCell><TableCell align="right">{t('admin.signups.weight')}</TableCell><TableCell align="right">{t('admin.signups.points')}</TableCell></TableRow></TableHead>
      <TableBody>
        {ranked.parts.map(({ part, value, weight, points }) => (
          <TableRow key={part}><TableCell>{t(`matching.parts.${part}`)}</TableCell><TableCell align="right">{decimals(value)}</TableCell><TableCell align="right">{decimals(weight)}</TableCell><TableCell align="right">{decimals(points * 100)}</TableCell></TableRow>
        ))}
        <TableRow><TableCell colSpan={3}><strong>{t('admin.signups.score')}</strong></TableCell><TableCell align="right"><strong>{scorePoints(ranked.score)}</strong></TableCell></TableRow>
      </TableBody>
    </Table>
  );
};

const line = { alignItems: 'flex-start', gap: 0.75, '& svg': { fontSize: '1.2rem', mt: '3px', flexShrink: 0 } } as const;

/** Why somebody fits, what speaks against it, what hinders and what would help; the reckoning on demand. */
export const Reasons = ({ ranked }: { ranked: Ranked }) => {
  const t = useTranslate();
  const words = useReasonWords();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ mt: 0.5 }}>
      <Box component="ul" aria-label={t('admin.signups.reasons')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ranked.blocks.map((block) => (
          <Stack component="li" direction="row" key={block.code} sx={{ ...line, color: 'error.main' }}>
            <Block aria-hidden /><span>{t('admin.signups.blocked', { why: words.block(block) })} <Typography component="span" color="textSecondary">{words.remedy(block)}</Typography></span>
          </Stack>
        ))}
        {ranked.reasons.map((reason) => <Stack component="li" direction="row" key={reason.code} sx={{ ...line, '& svg': { ...line['& svg'], color: 'primary.main' } }}><Add aria-hidden /><span>{words.reason(reason)}</span></Stack>)}
        {ranked.against && <Stack component="li" direction="row" sx={{ ...line, color: 'warning.main' }}><Remove aria-hidden /><span>{words.reason(ranked.against)}</span></Stack>}
      </Box>
      <Link component="button" type="button" aria-expanded={open} onClick={() => setOpen(!open)} sx={{ minHeight: 44 }}>{t(open ? 'admin.signups.hide_parts' : 'admin.signups.show_parts')}</Link>
      <Collapse in={open} unmountOnExit><Parts ranked={ranked} /></Collapse>
    </Box>
  );
};

import type { RevisionLine } from '@kepu/contracts';
import Add from '@mui/icons-material/AddOutlined';
import DoNotDisturb from '@mui/icons-material/DoNotDisturbOnOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import { Box, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { BeforeAfter, WhoAndWhere } from './BeforeAfter.js';
import { LineDecision, type Decide } from './LineDecision.js';
import { lineKey } from './revisionLines.js';

// Amber is kept for what waits to be decided.
const icons: Readonly<Partial<Record<RevisionLine['kind'], ReactNode>>> = { changed: <Edit />, added: <Add />, withdrawn: <DoNotDisturb /> };
/** The columns of the list at a desk. */
export const columns = '9rem minmax(11rem, 1fr) 3fr';

/** One item in the two papers: what became of it, whose it is, what it says, and what can be decided. */
export const LineRow = ({ line, lines, decide }: { line: RevisionLine; lines: readonly RevisionLine[]; decide: Decide | null }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const { kind, position, fields, signing, evidence, decided, itemId } = line;
  return (
    <Box
      component="li" data-line={lineKey(line)} tabIndex={-1}
      sx={{ display: 'grid', gap: { xs: 0.75, md: 2 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: columns }, px: { xs: 0, sm: 1.5 }, py: 1.5, borderBottom: 1, borderColor: 'divider', alignItems: 'start' }}
    >
      <Stack direction={{ xs: 'row', md: 'column' }} sx={{ gap: 0.5, columnGap: 1, flexWrap: 'wrap', alignItems: { xs: 'center', md: 'flex-start' } }}>
        {decided ? <Mark tone={kind === 'withdrawn' || kind === 'same' ? 'quiet' : 'good'} icon={icons[kind]}>{t(`terms.revisionKinds.${kind}`)}</Mark> : <Mark tone="waiting">{t('admin.revisions.to_decide')}</Mark>}
        <Typography component="span" color="textSecondary">{position === null ? t('admin.revisions.unprinted') : t('admin.revisions.at', { no: position })}</Typography>
        {evidence > 0 && position === null && <Typography component="span" sx={{ fontWeight: decided ? 400 : 600 }}>{t('admin.revisions.evidence', { count: evidence })}</Typography>}
      </Stack>
      <Box sx={{ minWidth: 0 }}><WhoAndWhere line={line} /></Box>
      <Box sx={{ minWidth: 0 }}>
        <BeforeAfter line={line} />
        <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 1.5, mt: 0.5, alignItems: 'center', color: 'text.secondary' }}>
          {fields.length > 0 && <span>{t('admin.revisions.changed_parts', { fields: list(fields.map((field) => t(`terms.revisionFields.${field}`))) })}</span>}
          {(kind === 'changed' || kind === 'added') && <span>{signing > 0 ? t('admin.revisions.signing', { count: signing }) : t('admin.revisions.signing_none')}</span>}
          {itemId !== null && <Link component={RouterLink} to={`/items/${itemId}`} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}>{t('admin.revisions.open_item')}</Link>}
          {decide && <LineDecision line={line} lines={lines} decide={decide} />}
        </Stack>
      </Box>
    </Box>
  );
};

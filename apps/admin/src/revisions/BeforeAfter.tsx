import type { RevisionLine, RevisionSide } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { MarkedLine, MarkedTexts } from './Marked.js';

/** The short parts of an item, as people say them. */
const useParts = () => {
  const t = useTranslate();
  const { list, aside } = useFormat();
  return {
    units: ({ units }: RevisionSide) => list(units.map(({ role, printed }) => (role === 'responsible' ? printed : printed + aside(t(`terms.assignmentRoles.${role}`))))),
    programme: ({ programme }: RevisionSide) => programme,
    due: ({ due }: RevisionSide) => due?.text ?? t('admin.revisions.no_due'),
    targets: ({ targets }: RevisionSide) => (targets.length > 0 ? list(targets.map(({ raw }) => raw)) : t('admin.revisions.no_targets')),
  };
};

/** Whose an item is and under which programme, before and after where that changed: another spelling of one unit is no change. `moved`: only what of it changed. */
export const WhoAndWhere = ({ line: { before, after, fields }, moved = false }: { line: Pick<RevisionLine, 'before' | 'after' | 'fields'>; moved?: boolean }) => {
  const parts = useParts();
  const side = after ?? before;
  if (!side) return null;
  return (
    <>
      {(['units', 'programme'] as const).filter((field) => !moved || fields.includes(field)).map((field) => (
        <Typography key={field} component="div" color={field === 'units' ? 'textPrimary' : 'textSecondary'} sx={{ fontWeight: field === 'units' ? 600 : 400, overflowWrap: 'anywhere' }}>
          {before && fields.includes(field) ? <MarkedLine before={parts[field](before)} after={parts[field](side)} /> : parts[field](side)}
        </Typography>
      ))}
    </>
  );
};

/** What the two papers say of an item: the text with its marks, deadline and numbers where they changed. */
export const BeforeAfter = ({ line: { before, after, fields } }: { line: Pick<RevisionLine, 'before' | 'after' | 'fields'> }) => {
  const t = useTranslate();
  const { colon } = useFormat();
  const parts = useParts();
  const side = after ?? before;
  if (!side) return null;
  const told = (['due', 'targets'] as const).filter((field) => fields.includes(field) || (field === 'due' ? side.due !== null : false));
  return (
    <>
      {before && after && fields.includes('text') ? <MarkedTexts before={before.text} after={after.text} /> : <Typography component="div" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{side.text}</Typography>}
      {told.map((field) => (
        <Box key={field} sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>{colon(t(`terms.revisionFields.${field}`))}</Box>
          {before && after && fields.includes(field) ? <MarkedLine before={parts[field](before)} after={parts[field](after)} /> : parts[field](side)}
        </Box>
      ))}
    </>
  );
};

import { Box } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { textDiff, type Stretch } from './textDiff.js';

/** Read out, not seen. */
const aloud = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const;

/** One stretch that is gone or came: struck through or underlined, so that it is told without colour as well, and said in a word to who listens. */
export const Change = ({ kind, children }: { kind: 'del' | 'ins'; children: string }) => {
  const t = useTranslate();
  return (
    <Box
      component={kind}
      sx={({ palette: { tokens: c } }) => ({ position: 'relative', borderRadius: 0.5, px: 0.25, boxDecorationBreak: 'clone', ...(kind === 'del' ? { color: c.wrong, backgroundColor: c.wrongSoft, textDecoration: 'line-through' } : { color: c.primaryStrong, backgroundColor: c.primarySoft, textDecoration: 'underline', textUnderlineOffset: '0.2em' }) })}
    >
      <Box component="span" sx={aloud}>{t(kind === 'del' ? 'admin.revisions.deleted' : 'admin.revisions.inserted')}</Box>
      {children}
    </Box>
  );
};

const Stretches = ({ of, without }: { of: readonly Stretch[]; without?: Stretch['kind'] }) => (
  <>{of.filter(({ kind }) => kind !== without).map(({ kind, text }, at) => (kind === 'same' ? <span key={at}>{text}</span> : <Change key={at} kind={kind}>{text}</Change>))}</>
);

/** Something short, before and after, in one line. */
export const MarkedLine = ({ before, after }: { before: string; after: string }) => (before === after ? <>{after}</> : <><Change kind="del">{before}</Change>{' '}<Change kind="ins">{after}</Change></>);

/** A text before and after, beside each other; what differs is marked in each. */
export const MarkedTexts = ({ before, after }: { before: string; after: string }) => {
  const t = useTranslate();
  const stretches = useMemo(() => textDiff(before, after), [before, after]);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      {([['admin.revisions.old', 'ins'], ['admin.revisions.new', 'del']] as const).map(([label, without]) => (
        <Box key={label} sx={{ minWidth: 0 }}>
          <Box sx={{ color: 'text.secondary' }}>{t(label)}</Box>
          <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}><Stretches of={stretches} without={without} /></Box>
        </Box>
      ))}
    </Box>
  );
};

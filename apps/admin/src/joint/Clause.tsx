import type { JointClause } from '@kepu/contracts';
import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useFormat } from '../ui/format.js';

/** The words of an item with one of its clauses marked; the clause alone where the item is not the reader's, or says it no longer. */
const Words = ({ clause, text }: Pick<JointClause, 'clause' | 'text'>) => {
  const at = text === null ? -1 : text.indexOf(clause);
  if (text === null || at < 0) return <mark>{clause}</mark>;
  return <>{text.slice(0, at)}<mark>{clause}</mark>{text.slice(at + clause.length)}</>;
};

/** A clause of a joint task: whose it is, where it stands, and what is around it. */
export const Clause = ({ clause, choice, children }: { clause: JointClause; choice?: ReactNode; children?: ReactNode }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const number = t('admin.items.no', { seq: clause.seq });
  return (
    <Box component="li" sx={{ display: 'grid', gap: { xs: 0.5, md: 2 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(12rem, 1fr) 3fr' }, py: 1, '& + &': { borderTop: 1, borderColor: 'divider' }, alignItems: 'start' }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5, minWidth: 0 }}>
        {choice}
        <Box sx={{ minWidth: 0, pt: choice ? 1 : 0 }}>
          <Typography sx={{ fontWeight: 600 }}>{list(clause.units.map(({ printed }) => printed))}</Typography>
          <Typography color="textSecondary">{clause.open ? <Link component={RouterLink} to={`/items/${clause.itemId}`}>{number}</Link> : number} · {clause.programme}</Typography>
        </Box>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', '& mark': ({ palette: { tokens: c } }) => ({ color: 'inherit', backgroundColor: c.primarySoft, fontWeight: 600 }) }}><Words {...clause} /></Typography>
        {children}
      </Box>
    </Box>
  );
};

/** Clauses one below the other. */
export const Clauses = ({ children, label }: { children: ReactNode; label: string }) => <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>{children}</Box>;

import type { Term } from '@kepu/contracts';
import { Box, Card, Stack, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { TermActions, TermCreate } from './TermActions.js';

const kinds = ['topic', 'audience'] as const;

const readAll = async (kind: Term['kind']): Promise<Term[]> => {
  const terms: Term[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await api.listTerms({ query: { kind, page, perPage: 200, sort: 'sortNo' } });
    terms.push(...answer.data);
    if (answer.data.length === 0 || terms.length >= answer.total) return terms;
  }
};

const Row = ({ term, editable, below }: { term: Term; editable: boolean; below?: boolean }) => {
  const t = useTranslate();
  const { list } = useFormat();
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, pl: below ? { xs: 2, sm: 4 } : 0, minHeight: 48, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: '1 1 10rem' }}>
        <Typography component="span" sx={{ fontWeight: below ? 400 : 600 }}>{term.name}</Typography>
        {term.aliases.length > 0 && <Typography component="span" color="textSecondary" sx={{ ml: 1 }}>{list(term.aliases)}</Typography>}
      </Box>
      {term.closedOn && <Mark tone="quiet">{term.successor ? t('admin.shell.merged_into', { name: term.successor.name }) : t('admin.shell.closed')}</Mark>}
      {editable && !term.closedOn && <Box><TermActions term={term} />{!below && term.kind === 'topic' && <TermCreate kind={term.kind} parent={term} />}</Box>}
    </Stack>
  );
};

/** Topics as a tree of two levels, and audiences as a list. */
const TermsPage = () => {
  const t = useTranslate();
  const editable = useMay()('dictionary:write');
  const [kind, setKind] = useState<Term['kind']>('topic');
  const query = useApi(['terms', kind], () => readAll(kind));
  return (
    <>
      <PageHeader title={t('admin.menu.terms')} subtitle={t('admin.terms.subtitle')} actions={editable ? <TermCreate kind={kind} /> : undefined} />
      <Tabs value={kind} onChange={(_, next: Term['kind']) => setKind(next)} aria-label={t('admin.menu.terms')} sx={{ mb: 1.5 }}>
        {kinds.map((each) => <Tab key={each} value={each} label={t(`terms.termKinds.${each}`)} />)}
      </Tabs>
      <Loaded query={query} rows={10}>
        {(terms) => (terms.length === 0 ? <EmptyState title="admin.terms.empty" hint="admin.terms.empty_hint" /> : (
          <Card sx={{ px: 2, py: 0.5 }}>
            {terms.filter(({ parent }) => !parent).map((top) => (
              <Box key={top.id}>
                <Row term={top} editable={editable} />
                {terms.filter(({ parent }) => parent?.id === top.id).map((child) => <Row key={child.id} term={child} editable={editable} below />)}
              </Box>
            ))}
          </Card>
        ))}
      </Loaded>
    </>
  );
};
export default TermsPage;

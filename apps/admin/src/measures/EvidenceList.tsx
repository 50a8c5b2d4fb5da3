import type { Evidence, Measure } from '@kepu/contracts';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { Loaded } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useMeasureWords } from './measureWords.js';

/** Where a piece of evidence leads: to the check-ins of its activity for those who may see them, else to what it is made of. */
const useLeadsTo = (pool: Measure['pool']) => {
  const may = useMay();
  return ({ source }: Evidence): string => {
    const activity = (id: string) => `/activities/${id}${may('attendance:write') ? '/day' : ''}`;
    if (source.kind === 'work_entry') return `/work-entries/${source.id}`;
    // Whoever may not know the person is told the pool in place of the name.
    if (source.kind === 'pool_term') return may('nomination:read') && source.title !== pool?.name ? `/pool-terms/${source.id}` : `/pools/${pool?.id ?? ''}`;
    if (source.kind === 'activity') return activity(source.activityId ?? source.id);
    return source.activityId ? activity(source.activityId) : '/service-records';
  };
};

const Line = ({ evidence, pool }: { evidence: Evidence; pool: Measure['pool'] }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const { quantity } = useMeasureWords();
  const leadsTo = useLeadsTo(pool);
  const { source, unit, occurredOn, manual, reverses, reason, metric } = evidence;
  return (
    <Stack component="li" direction="row" sx={{ gap: 1.5, py: 0.75, borderTop: 1, borderColor: 'divider', alignItems: 'baseline', justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Link component={RouterLink} to={leadsTo(evidence)} sx={{ overflowWrap: 'anywhere' }}>{source.title}</Link>
        <Typography color="textSecondary">{[day(occurredOn), unit.name, t(`terms.measureSources.${metric}`)].join(' · ')}</Typography>
        {(manual || reverses) && <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>{manual && <Mark tone="waiting">{t('admin.measures.by_hand')}</Mark>}{reverses && <Mark tone="quiet">{t('admin.measures.reversal')}</Mark>}{reason && <Typography component="span" color="textSecondary">{reason}</Typography>}</Stack>}
      </Box>
      <Typography component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap', color: evidence.quantity < 0 ? 'error.main' : 'text.primary' }}>{quantity(evidence)}</Typography>
    </Stack>
  );
};

/** What a number is made of, the newest first; every line leads to where it came from. */
export const EvidenceList = ({ measure, first = 5 }: { measure: Measure; first?: number }) => {
  const t = useTranslate();
  const [perPage, setPerPage] = useState(first);
  const query = useApi(['evidence', measure.id, perPage], () => api.listEvidence({ query: { measureId: measure.id, perPage, sort: '-occurredOn' } }), { enabled: measure.progress.evidence > 0 });
  if (measure.progress.evidence === 0) return <Typography color="textSecondary">{t('admin.measures.no_evidence')}</Typography>;
  return (
    <Loaded query={query} rows={2}>
      {({ data, total }) => (
        <>
          <Box component="ul" aria-label={t('admin.measures.evidence')} sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((evidence) => <Line key={evidence.id} evidence={evidence} pool={measure.pool} />)}</Box>
          {total > data.length && <Button onClick={() => setPerPage(Math.min(200, perPage * 10))}>{t('admin.measures.all_evidence', { count: total })}</Button>}
        </>
      )}
    </Loaded>
  );
};

import type { Plan } from '@kepu/contracts';
import { Box, Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { usePlanRevisions } from './useRevision.js';

const kinds = ['changed', 'added', 'withdrawn', 'kept'] as const;

/** The editions of a plan after the first, and the comparison that is open. Nothing where there are none. */
export const PlanEditions = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const { day, instant } = useFormat();
  const revisions = usePlanRevisions(plan.id, plan.state !== 'draft').data?.data ?? [];
  if (revisions.length === 0) return null;
  return (
    <Panel id="plan-editions" title={t('admin.revisions.editions')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {revisions.map(({ id, edition, state, docNumber, issuedOn, createdAt, counts }) => (
          <Box component="li" key={id} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
              <Link component={RouterLink} to={`/plan-revisions/${id}/show`} sx={{ fontWeight: 600, display: 'inline-flex', alignItems: 'center', minHeight: 44 }}>{t('admin.revisions.edition', { edition })}</Link>
              <StateChip of="planRevisionStates" state={state} />
              {counts.undecided > 0 && <Mark tone="waiting">{t('admin.revisions.only_undecided', { count: counts.undecided })}</Mark>}
            </Stack>
            <Typography color="textSecondary">{[state === 'draft' ? t('admin.revisions.drafted', { day: instant(createdAt) }) : day(issuedOn, true), docNumber].filter(Boolean).join(' · ')}</Typography>
            <Typography>{kinds.filter((kind) => counts[kind] > 0).map((kind) => t(`admin.revisions.only_${kind}`, { count: counts[kind] })).join(' · ')}</Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
};

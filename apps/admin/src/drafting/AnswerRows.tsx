import type { ConsultationAnswerRow, ProposalAnswerRow } from '@kepu/contracts';
import { Box, Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Loaded, Panel } from '../ui/Panels.js';
import { StateChip, type StateGroup } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LateMark } from './Marks.js';
import { useConsultationAnswers, useProposalAnswers } from './useDrafting.js';

const Row = ({ row, of, to, label, facts }: { row: ProposalAnswerRow | ConsultationAnswerRow; of: StateGroup; to: string; label: string; facts: readonly string[] }) => {
  const t = useTranslate();
  const writes = row.writes && row.state === 'draft';
  return (
    <Stack component="li" direction="row" sx={{ py: 1, gap: 1, flexWrap: 'wrap', alignItems: 'center', borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ flex: '1 1 14rem', minWidth: 0 }}>
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>{row.unit.name}</Typography>
          <StateChip of={of} state={row.state} />
          <LateMark late={row.late} overdue={row.overdue} />
        </Stack>
        {facts.length > 0 && <Typography color="textSecondary">{facts.join(' · ')}</Typography>}
      </Box>
      <Button component={Link} to={to} variant={writes ? 'contained' : 'text'} aria-label={`${t(writes ? label : 'admin.drafting.read')} ${row.unit.name}`}>{t(writes ? label : 'admin.drafting.read')}</Button>
    </Stack>
  );
};
const list = { listStyle: 'none', m: 0, p: 0 } as const;

/** Units of a call, each with the way to what it proposes. */
export const CallUnits = ({ id, counts }: { id: string; counts: ReactNode }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  return (
    <Panel id="call-units" title={t('admin.drafting.by_unit')}>
      {counts && <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>{counts}</Stack>}
      <Loaded query={useProposalAnswers(id)}>
        {({ data }) => (
          <Box component="ul" sx={list}>
            {data.map((row) => (
              <Row
                key={row.id} row={row} of="proposalAnswerStates" to={`/proposal-answers/${row.id}`} label={row.proposals > 0 ? 'admin.drafting.go_on' : 'admin.drafting.fill'}
                facts={[...(row.proposals > 0 ? [t('admin.drafting.proposals_n', { count: row.proposals })] : []), ...(row.undecided > 0 ? [t('admin.drafting.undecided_n', { count: row.undecided })] : []), ...(row.submittedAt ? [t('admin.drafting.submitted_on', { when: instant(row.submittedAt) })] : [])]}
              />
            ))}
          </Box>
        )}
      </Loaded>
    </Panel>
  );
};

/** Units of a consultation, each with the way to what it says. */
export const ConsultationUnits = ({ id, counts }: { id: string; counts: ReactNode }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  return (
    <Panel id="consultation-units" title={t('admin.drafting.by_unit_comments')}>
      {counts && <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>{counts}</Stack>}
      <Loaded query={useConsultationAnswers(id)}>
        {({ data }) => (
          <Box component="ul" sx={list}>
            {data.map((row) => (
              <Row
                key={row.id} row={row} of="consultationAnswerStates" to={`/consultation-answers/${row.id}`} label="admin.drafting.comment"
                facts={[...(row.items > 0 ? [t('admin.drafting.items_n', { count: row.items })] : []), ...(row.comments > 0 ? [t('admin.drafting.comments_n', { count: row.comments })] : []), ...(row.undecided > 0 ? [t('admin.drafting.undecided_n', { count: row.undecided })] : []), ...(row.submittedAt ? [t('admin.drafting.handed_on', { when: instant(row.submittedAt) })] : [])]}
              />
            ))}
          </Box>
        )}
      </Loaded>
    </Panel>
  );
};

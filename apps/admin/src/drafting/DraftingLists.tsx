import type { Consultation, ProposalCall } from '@kepu/contracts';
import { Card, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Mark, StateChip, type StateGroup } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

/** When answers are due, as people say it. */
export const useDue = () => {
  const t = useTranslate();
  const { day, distance } = useFormat();
  return ({ dueOn, state }: { dueOn: string; state: 'open' | 'closed' }): string => [t('admin.drafting.due', { day: day(dueOn) }), ...(state === 'open' ? [distance(dueOn)] : [])].join(' · ');
};

const Row = ({ to, title, of, state, about, children }: { to: string; title: string; of: StateGroup; state: string; about: string; children: ReactNode }) => (
  <Card component="li" sx={{ p: 2 }}>
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Link component={RouterLink} to={to} sx={{ fontWeight: 600, display: 'inline-flex', alignItems: 'center', minHeight: 44, overflowWrap: 'anywhere' }}>{title}</Link>
      <StateChip of={of} state={state} />
    </Stack>
    <Typography color="textSecondary">{about}</Typography>
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'center' }}>{children}</Stack>
  </Card>
);
const list = { listStyle: 'none', m: 0, p: 0, gap: 1.5 } as const;

/** How far the units of a call are. */
export const CallCounts = ({ counts }: Pick<ProposalCall, 'counts'>) => {
  const t = useTranslate();
  return (
    <>
      <span>{t('admin.drafting.done_of', { done: counts.submitted + counts.none, all: counts.units })}</span>
      {counts.none > 0 && <Mark tone="quiet">{t('admin.drafting.none_n', { count: counts.none })}</Mark>}
      {counts.proposals > 0 && <Mark tone="good">{t('admin.drafting.proposals_n', { count: counts.proposals })}</Mark>}
      {counts.undecided > 0 && <Mark tone="waiting">{t('admin.drafting.undecided_n', { count: counts.undecided })}</Mark>}
      {counts.overdue > 0 && <Mark tone="wrong">{t('admin.drafting.overdue_n', { count: counts.overdue })}</Mark>}
      {counts.late > 0 && <Mark tone="wrong">{t('admin.drafting.late_n', { count: counts.late })}</Mark>}
    </>
  );
};
/** How far the units of a consultation are. */
export const ConsultationCounts = ({ counts }: Pick<Consultation, 'counts'>) => {
  const t = useTranslate();
  return (
    <>
      <span>{t('admin.drafting.answered_of', { done: counts.submitted, all: counts.units })}</span>
      {counts.comments > 0 && <Mark tone="good">{t('admin.drafting.comments_n', { count: counts.comments })}</Mark>}
      {counts.undecided > 0 && <Mark tone="waiting">{t('admin.drafting.undecided_n', { count: counts.undecided })}</Mark>}
      {counts.overdue > 0 && <Mark tone="wrong">{t('admin.drafting.overdue_n', { count: counts.overdue })}</Mark>}
      {counts.late > 0 && <Mark tone="wrong">{t('admin.drafting.late_n', { count: counts.late })}</Mark>}
    </>
  );
};

/** Calls for proposals. */
export const CallList = ({ calls }: { calls: readonly ProposalCall[] }) => {
  const due = useDue();
  return <Stack component="ul" sx={list}>{calls.map((call) => <Row key={call.id} to={`/proposal-calls/${call.id}`} title={call.title} of="proposalCallStates" state={call.state} about={due(call)}><CallCounts counts={call.counts} /></Row>)}</Stack>;
};
/** Consultations about drafts. */
export const ConsultationList = ({ consultations }: { consultations: readonly Consultation[] }) => {
  const due = useDue();
  return <Stack component="ul" sx={list}>{consultations.map((one) => <Row key={one.id} to={`/consultations/${one.id}`} title={one.title} of="consultationStates" state={one.state} about={due(one)}><ConsultationCounts counts={one.counts} /></Row>)}</Stack>;
};

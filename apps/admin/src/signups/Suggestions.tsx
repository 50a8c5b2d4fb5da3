import type { Candidate, Position, PositionInvitation } from '@kepu/contracts';
import { Box, Button, Checkbox, Pagination, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { PersonLine } from './PersonLine.js';
import { PlacementDialog } from './PlacementDialog.js';
import { Reasons } from './Reasons.js';
import { useInvite } from './useInvite.js';
import { WhatIf } from './WhatIf.js';

const perPage = 10;

interface Asking { readonly state: PositionInvitation['state'] | undefined; readonly chosen: boolean; readonly choose: () => void; readonly invite: () => void; readonly pending: boolean }

const Suggestion = ({ candidate, place, asking }: { candidate: Candidate; place: (() => void) | null; asking: Asking }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { volunteer, signup, score, services, lastServedAt, blocks } = candidate;
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' }, display: 'grid', columnGap: 3, alignItems: 'start', gridTemplateColumns: { xs: '1fr', lg: '1.1fr 1.2fr 12rem' } }}>
      <Box sx={{ minWidth: 0 }}>
        <PersonLine volunteer={volunteer} score={score}>{signup && <StateChip of="signupStates" state={signup.state} />}{asking.state && <StateChip of="placeInvitationStates" state={asking.state} />}</PersonLine>
        <Typography color="textSecondary">{services === 0 ? t('admin.signups.never_served') : t('admin.signups.served', { count: services, when: instant(lastServedAt) })}</Typography>
      </Box>
      <Reasons ranked={candidate} />
      {place && !signup && blocks.length === 0 ? (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {asking.state !== 'sent' && <Checkbox checked={asking.chosen} onChange={asking.choose} slotProps={{ input: { 'aria-label': t('admin.placeInvitations.choose', { name: volunteer.name }) } }} />}
          {asking.state !== 'sent' && <Button variant="outlined" disabled={asking.pending} onClick={asking.invite}>{t('admin.placeInvitations.invite')}</Button>}
          <Button onClick={place}>{t('admin.signups.place_for')}</Button>
        </Stack>
      ) : <span />}
    </Box>
  );
};

/** Everybody who could have the position, best first, with the reckoning behind the order. */
export const Suggestions = ({ position, open }: { position: Position; open: boolean }) => {
  const t = useTranslate();
  const [page, setPage] = useState(1);
  const [placing, setPlacing] = useState<Candidate['volunteer'] | null>(null);
  const [chosen, setChosen] = useState<readonly Candidate['volunteer'][]>([]);
  const { invite, pending, skipped } = useInvite(position);
  const invitations = useApi(['invitations', position.id, 'all'], () => api.listPositionInvitations({ params: { id: position.id }, query: { perPage: 200 } }));
  const stateOf = (id: string) => invitations.data?.data.find(({ volunteer }) => volunteer.id === id)?.state;
  const toggle = (person: Candidate['volunteer']) => setChosen(chosen.some(({ id }) => id === person.id) ? chosen.filter(({ id }) => id !== person.id) : [...chosen, person]);
  const query = useApi(['candidates', position.id, 'all', page], () => api.listCandidates({ params: { id: position.id }, query: { page, perPage } }));
  return (
    <>
      {open && <WhatIf position={position} />}
      <Loaded query={query} rows={5}>
        {({ data, total, weights }) => (total === 0 ? <EmptyState title="admin.signups.no_candidates" hint="admin.signups.no_candidates_hint" /> : (
          <>
            {skipped}
            {open && chosen.length > 0 && <Button variant="contained" disabled={pending} onClick={() => void invite(chosen).then((done) => { if (done) setChosen([]); })} sx={{ mb: 1 }}>{t('admin.placeInvitations.invite_chosen', { count: chosen.length })}</Button>}
            <Typography color="textSecondary">{t('admin.signups.ranked_hint', { count: total, version: weights })}</Typography>
            <Box component="ol" aria-label={t('admin.signups.suggestions')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {data.map((candidate) => <Suggestion key={candidate.volunteer.id} candidate={candidate} place={open ? () => setPlacing(candidate.volunteer) : null} asking={{ state: stateOf(candidate.volunteer.id), chosen: chosen.some(({ id }) => id === candidate.volunteer.id), choose: () => toggle(candidate.volunteer), invite: () => void invite([candidate.volunteer]), pending }} />)}
            </Box>
            {total > perPage && <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} sx={{ mt: 1, '& .MuiPaginationItem-root': { minWidth: 44, height: 44 } }} />}
          </>
        ))}
      </Loaded>
      {placing && <PlacementDialog position={position} volunteer={placing} onClose={() => setPlacing(null)} />}
    </>
  );
};

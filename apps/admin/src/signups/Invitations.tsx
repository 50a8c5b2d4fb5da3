import type { Position, PositionInvitation } from '@kepu/contracts';
import { Box, Button, Pagination, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

const perPage = 25;

const Row = ({ invitation }: { invitation: PositionInvitation }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { run, pending } = useRun();
  const { id, volunteer, state, origin, wave, sentAt, answerBy, answeredAt, reason, version } = invitation;
  const when = answeredAt !== null ? t('admin.placeInvitations.answered', { at: instant(answeredAt) }) : state === 'sent' ? t('admin.placeInvitations.until', { at: instant(answerBy) }) : null;
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' }, display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', alignItems: 'center' }}>
      <Box sx={{ minWidth: 0 }}>
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <strong>{volunteer.name}</strong><StateChip of="placeInvitationStates" state={state} /><Mark tone="quiet">{wave === null ? t(`terms.placeInvitationOrigins.${origin}`) : t('admin.placeInvitations.wave', { count: wave })}</Mark>
        </Stack>
        <Typography color="textSecondary">{[volunteer.number, instant(sentAt), when, reason && t(`terms.noThanksReasons.${reason}`)].filter(Boolean).join(' · ')}</Typography>
      </Box>
      {state === 'sent' && <Button disabled={pending} onClick={() => void run(() => api.callInvitationBack({ params: { id }, body: { version } }), { success: 'admin.placeInvitations.called_back' })}>{t('admin.placeInvitations.call_back')}</Button>}
    </Box>
  );
};

/** Who was asked for a position, and what they said. */
export const Invitations = ({ position: { id } }: { position: Pick<Position, 'id'> }) => {
  const t = useTranslate();
  const [page, setPage] = useState(1);
  const query = useApi(['invitations', id, page], () => api.listPositionInvitations({ params: { id }, query: { page, perPage } }));
  return (
    <Loaded query={query} rows={3}>
      {({ data, total }) => (total === 0 ? <EmptyState title="admin.placeInvitations.none" /> : (
        <>
          <Box component="ul" aria-label={t('admin.placeInvitations.heading')} sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((invitation) => <Row key={invitation.id} invitation={invitation} />)}</Box>
          {total > perPage && <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} sx={{ mt: 1, '& .MuiPaginationItem-root': { minWidth: 44, height: 44 } }} />}
        </>
      ))}
    </Loaded>
  );
};

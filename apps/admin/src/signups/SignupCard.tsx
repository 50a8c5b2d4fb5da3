import type { Candidate, Signup } from '@kepu/contracts';
import { signupLifecycle } from '@kepu/domain';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { RevealButton } from '../privacy/RevealButton.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';
import { CompanionsMark } from './CompanionsMark.js';
import { PersonLine } from './PersonLine.js';
import { Reasons } from './Reasons.js';

const refusals = ['admin.signups.refusals.full', 'admin.signups.refusals.occupation', 'admin.signups.refusals.nearer', 'admin.signups.refusals.other_shift'] as const;

const Decisions = ({ signup, blocked, full }: { signup: Signup; blocked: boolean; full: boolean }) => {
  const t = useTranslate();
  const open = useOpenActions(signupLifecycle, signup.state);
  const { run, pending } = useRun();
  const { id, version, state, volunteer } = signup;
  const target = { params: { id } };
  if (open.length === 0) return null;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: { xs: 1, lg: 0 }, justifyContent: { lg: 'flex-end' } }}>
      {open.includes('confirm') && <Button variant="contained" disabled={pending || blocked || full} onClick={() => void run(() => api.confirmSignup({ ...target, body: { version } }), { success: 'admin.signups.confirmed', args: { name: volunteer.name } })}>{t('admin.signups.confirm')}</Button>}
      {open.includes('queue') && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.queueSignup({ ...target, body: { version } }), { success: 'admin.signups.queued', args: { name: volunteer.name } })}>{t('admin.signups.queue')}</Button>}
      {open.includes('refuse') && (
        <ActionButton
          label={state === 'confirmed' ? 'admin.signups.take_back' : 'admin.signups.refuse'} variant="text" danger title={t(state === 'confirmed' ? 'admin.signups.take_back_title' : 'admin.signups.refuse_title', { name: volunteer.name })} explanation={t('admin.signups.refuse_explained')}
          submitLabel={state === 'confirmed' ? 'admin.signups.take_back' : 'admin.signups.refuse'} keepLabel={state === 'confirmed' ? 'admin.activities.keep' : 'ra.action.cancel'} success="admin.signups.refused" successArgs={{ name: volunteer.name }} run={({ reason }) => api.refuseSignup({ ...target, body: { version, reason: String(reason ?? '') } })}
        >
          <ReasonInput suggestions={refusals} helperText="admin.signups.reason_read" />
        </ActionButton>
      )}
    </Stack>
  );
};

/** One sign-up: who, how it stands, why the person fits, and the decision. */
export const SignupCard = ({ signup, ranked, full }: { signup: Signup; ranked: Candidate | undefined; full: boolean }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { state, queue, reason, onDuty, note, byStaff, attendance, signedUpAt, team } = signup;
  const deciding = state === 'requested' || state === 'waiting';
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' }, display: 'grid', columnGap: 3, alignItems: 'start', gridTemplateColumns: { xs: '1fr', lg: '1.1fr 1.2fr 18rem' } }}>
      <Box sx={{ minWidth: 0 }}>
        <PersonLine volunteer={signup.volunteer} score={deciding ? ranked?.score : undefined}>
          <StateChip of="signupStates" state={state} />
          {queue !== null && <Typography component="span" color="textSecondary">{t('admin.signups.queue_no', { no: queue })}</Typography>}
          {onDuty && <Mark tone="quiet">{t('admin.day.on_duty')}</Mark>}
          {team && <Mark tone="quiet">{t('admin.teams.with_team', { name: team })}</Mark>}
          <CompanionsMark {...signup} />
          {attendance && <StateChip of="attendanceStates" state={attendance.state} />}
        </PersonLine>
        <Typography color="textSecondary">{t('admin.signups.signed_up_at', { when: instant(signedUpAt) })}{byStaff && ` · ${t('admin.signups.placed_by', { name: byStaff })}`}</Typography>
        {note && <Typography>{t('admin.shell.colon', { label: t('admin.signups.note') })}{note}</Typography>}
        {reason && <Typography>{t('admin.shell.colon', { label: t('admin.shell.reason') })}{reason}</Typography>}
        {state === 'confirmed' && <RevealButton person={signup.volunteer} field="phone" />}
      </Box>
      <Box sx={{ minWidth: 0 }}>{deciding && ranked && <Reasons ranked={ranked} />}</Box>
      <Decisions signup={signup} blocked={deciding && (ranked?.blocks.length ?? 0) > 0} full={full} />
    </Box>
  );
};

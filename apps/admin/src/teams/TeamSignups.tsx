import type { Activity, Shift, TeamSignup } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { SelectInput, required, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { TeamChoiceInput } from './TeamInputs.js';

const reasons = ['admin.teams.refuse_reasons.full', 'admin.teams.refuse_reasons.fits'];

/** A team's sign-up: one line for the team, with how many places it has. */
export const TeamSignupRow = ({ signup, titled }: { signup: TeamSignup; titled: 'activity' | 'team' }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const { id, version, team, activity, shift, position, state, counts, note, reason, may } = signup;
  const at = { params: { id }, body: { version } };
  const pending = counts.chosen - counts.confirmed - counts.waiting - counts.requested;
  const numbers = [t('admin.teams.places_n', { confirmed: counts.confirmed }), ...(counts.requested > 0 ? [t('admin.teams.requested_n', { count: counts.requested })] : []), ...(counts.waiting > 0 ? [t('admin.teams.waiting_n', { count: counts.waiting })] : [])];
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Link to={titled === 'team' ? `/teams/${team.id}` : `/activities/${activity.id}`}>{titled === 'team' ? `${team.name} × ${counts.chosen}` : activity.title}</Link>
        <Typography variant="body2" color="textSecondary">{[titled === 'activity' ? `${period(shift.startsAt, shift.endsAt)} · ${position.name}` : position.name, ...(state === 'coming' ? numbers : []), note, reason].filter(Boolean).join(' · ')}</Typography>
        {state === 'coming' && pending > 0 && titled === 'team' && <Typography variant="body2" color="textSecondary">{t('admin.teams.pending_n', { count: pending })}</Typography>}
      </Box>
      <StateChip of="teamSignupStates" state={state} />
      {may.decide && state === 'invited' && <ActionButton label="admin.teams.retract" variant="text" title={t('admin.teams.retract')} submitLabel="admin.teams.retract" success="admin.teams.retracted" run={() => api.retractTeamInvitation(at)} />}
      {may.decide && state === 'coming' && counts.requested + counts.waiting > 0 && <Confirm signup={signup} />}
      {may.decide && state === 'coming' && <ActionButton label="admin.teams.refuse" variant="text" danger title={t('admin.teams.refuse_title', { name: team.name })} submitLabel="admin.teams.refuse" success="admin.teams.refused" run={(values) => api.refuseTeamSignup({ params: { id }, body: { version, reason: String(values['reason'] ?? '') } })}><ReasonInput suggestions={reasons} /></ActionButton>}
    </Box>
  );
};

/** All who wait for it; for whom it is not possible is said. */
const Confirm = ({ signup: { id, version, team } }: { signup: TeamSignup }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const notify = useNotify();
  return (
    <ActionButton
      label="admin.teams.confirm" variant="contained" title={team.name} submitLabel="admin.teams.confirm" success="admin.teams.confirmed"
      run={async () => {
        const { data } = await api.confirmTeamSignup({ params: { id }, body: { version } });
        if (data.length > 0) notify(t('admin.teams.confirm_left', { names: list(data.map(({ name, block }) => `${name} (${t(`terms.teamBlocks.${block}`)})`)) }), { type: 'warning', autoHideDuration: 12_000 });
      }}
    />
  );
};

/** The teams at a shift, and the question to one more. */
export const TeamsAtShift = ({ activity, shift }: { activity: Activity; shift: Pick<Shift, 'id' | 'positions'> }) => {
  const t = useTranslate();
  const may = useMay();
  const query = useApi(['team-signups', 'activity', activity.id], () => api.listTeamSignups({ query: { activityId: activity.id, perPage: 200, sort: 'startsAt' } }), { enabled: may('signup:read') });
  const rows = (query.data?.data ?? []).filter((row) => row.shift.id === shift.id);
  const asks = may('signup:decide') && activity.state === 'open';
  if (rows.length === 0 && !asks) return null;
  return (
    <Panel id="teams" title={t('admin.teams.at_activity')} action={asks ? <AskTeam shift={shift} /> : undefined}>
      <Typography color="textSecondary">{t('admin.teams.at_activity_hint')}</Typography>
      {rows.length > 0 && <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>{rows.map((row) => <TeamSignupRow key={row.id} signup={row} titled="team" />)}</Box>}
    </Panel>
  );
};

const AskTeam = ({ shift: { positions } }: { shift: Pick<Shift, 'id' | 'positions'> }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.teams.ask_team" title={t('admin.teams.ask_team')} explanation={t('admin.teams.ask_hint')} submitLabel="admin.teams.ask_team" success="admin.teams.asked" defaults={{ positionId: positions[0]?.id ?? null, teamId: null, note: '' }}
      run={(values) => {
        const [id, body] = [String(values['positionId'] ?? ''), { teamId: String(values['teamId'] ?? ''), note: values['note'] ? String(values['note']).trim() : null }];
        return once(`team invitation ${id} ${JSON.stringify(body)}`, (idempotencyKey) => api.createTeamInvitation({ params: { id }, body, idempotencyKey }));
      }}
    >
      <SelectInput source="positionId" label="admin.teams.position" choices={positions.map(({ id, name }) => ({ id, name }))} translateChoice={false} validate={required()} helperText={false} />
      <TeamChoiceInput source="teamId" label="admin.teams.team" />
      <LineInput source="note" label="admin.teams.note" rows={2} />
    </ActionButton>
  );
};

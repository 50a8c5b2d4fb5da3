import type { Team } from '@kepu/contracts';
import { can, teamLifecycle, type TeamAction } from '@kepu/domain';
import { AutocompleteInput, required, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useOwnUnits } from '../providers/ownUnits.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { VolunteerInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { TeamInputs } from './TeamInputs.js';

const reasons = ['admin.teams.reasons.season', 'admin.teams.reasons.people', 'admin.teams.reasons.merged', 'admin.teams.reasons.over'];
const aboutOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

/** A team that a unit forms. */
export const CreateTeam = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const units = useOwnUnits();
  return (
    <ActionButton
      label="admin.teams.create" variant="contained" title={t('admin.teams.create')} submitLabel="admin.teams.save" success="admin.teams.created_done" defaults={{ name: '', kindId: null, unitId: units[0]?.id ?? null, about: '' }}
      run={async (values) => {
        const body = { name: String(values['name'] ?? '').trim(), kindId: String(values['kindId'] ?? ''), unitId: String(values['unitId'] ?? units[0]?.id ?? ''), about: aboutOf(values['about']) };
        const made = await once(`team ${JSON.stringify(body)}`, (idempotencyKey) => api.createTeam({ body, idempotencyKey }));
        void navigate(`/teams/${made.id}`);
      }}
    ><TeamInputs fresh /></ActionButton>
  );
};

/** Who of the team may lead: members who are of age. */
const LeaderInput = ({ teamId }: { teamId: string }) => {
  const { data } = useApi(['team-members', teamId, 'leaders'], () => api.listTeamMembers({ params: { id: teamId }, query: { state: 'member', perPage: 200 } }));
  const choices = (data?.data ?? []).filter(({ volunteer }) => !volunteer.minor).map(({ volunteer }) => ({ id: volunteer.id, name: volunteer.name }));
  return <AutocompleteInput source="volunteerId" label="admin.teams.leader" choices={choices} translateChoice={false} validate={required()} helperText="admin.teams.leader_hint" />;
};

/** Asks a volunteer to join. */
export const InviteMember = ({ team: { id } }: { team: Team }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.teams.invite" title={t('admin.teams.invite')} explanation={t('admin.teams.invite_hint')} submitLabel="admin.teams.invite" success="admin.teams.invited" defaults={{ volunteerId: null }}
      run={(values) => { const body = { volunteerId: String(values['volunteerId'] ?? '') }; return once(`team member ${id} ${body.volunteerId}`, (idempotencyKey) => api.inviteTeamMember({ params: { id }, body, idempotencyKey })); }}
    ><VolunteerInput source="volunteerId" label="admin.teams.volunteer" isRequired /></ActionButton>
  );
};

/** What can be done with a team, by whoever keeps it. */
export const TeamActions = ({ team }: { team: Team }) => {
  const t = useTranslate();
  const { id, version, state, may, kind, name, about, leader } = team;
  if (!may.write || state === 'disbanded') return null;
  const at = { params: { id }, body: { version } };
  const because = (values: Record<string, unknown>) => ({ params: { id }, body: { version, reason: String(values['reason'] ?? '') } });
  const allows = (action: TeamAction) => can(teamLifecycle, state, action);
  return (
    <>
      {allows('disband') && <ActionButton label="admin.teams.disband" danger title={t('admin.teams.disband')} explanation={t('admin.teams.disband_hint')} submitLabel="admin.teams.disband" success="admin.teams.disbanded" run={(values) => api.disbandTeam(because(values))}><ReasonInput suggestions={reasons} /></ActionButton>}
      {allows('pause') && <ActionButton label="admin.teams.pause" title={t('admin.teams.pause')} submitLabel="admin.teams.pause" success="admin.teams.paused" run={(values) => api.pauseTeam(because(values))}><ReasonInput suggestions={reasons} /></ActionButton>}
      <ActionButton
        label="admin.teams.edit" title={t('admin.teams.edit')} submitLabel="admin.teams.save" success="admin.teams.saved" defaults={{ name, kindId: kind.id, about: about ?? '' }}
        run={(values) => api.updateTeam({ params: { id }, body: { version, name: String(values['name'] ?? '').trim(), kindId: String(values['kindId'] ?? ''), about: aboutOf(values['about']) } })}
      ><TeamInputs /></ActionButton>
      <ActionButton label="admin.teams.set_leader" variant={leader ? 'outlined' : 'contained'} title={t('admin.teams.set_leader')} submitLabel="admin.teams.set_leader" success="admin.teams.leader_set" defaults={{ volunteerId: leader?.id ?? null }} run={(values) => api.setTeamLeader({ params: { id }, body: { version, volunteerId: String(values['volunteerId'] ?? '') } })}><LeaderInput teamId={id} /></ActionButton>
      {allows('activate') && leader && <ActionButton label="admin.teams.activate" variant="contained" title={t('admin.teams.activate')} submitLabel="admin.teams.activate" success="admin.teams.activated" run={() => api.activateTeam(at)} />}
    </>
  );
};

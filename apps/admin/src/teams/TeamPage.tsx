import type { Team, TeamMember } from '@kepu/contracts';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { InviteMember, TeamActions } from './TeamActions.js';
import { TeamSignupRow } from './TeamSignups.js';
import { hoursOf } from './TeamsPage.js';

const list = { to: '/teams', label: 'admin.teams.title' };
const reasons = ['admin.teams.remove_reasons.asked', 'admin.teams.remove_reasons.moved', 'admin.teams.remove_reasons.away'];
const rowSx = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, py: 1.25, borderBottom: 1, borderColor: 'divider' } as const;

const Member = ({ member, team }: { member: TeamMember; team: Team }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { id, version, volunteer, unit, state, leads, joinedAt, reason, services, minutes } = member;
  const open = state === 'member' || state === 'invited' || state === 'consent';
  return (
    <Box component="li" sx={rowSx}>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Typography component="span" sx={{ fontWeight: 500 }}>{volunteer.name}</Typography> {leads && <Mark tone="good">{t('admin.teams.leads')}</Mark>} {volunteer.minor && <Mark tone="quiet">{t('admin.teams.minor')}</Mark>}
        <Typography variant="body2" color="textSecondary">{[volunteer.number, unit?.name, joinedAt ? instant(joinedAt) : null, reason].filter(Boolean).join(' · ')}</Typography>
      </Box>
      {services > 0 && <Typography variant="body2">{t('admin.teams.services_n', { count: services })} · {t('admin.teams.hours_n', { count: hoursOf(minutes) })}</Typography>}
      <StateChip of="teamMemberStates" state={state} />
      {open && !leads && team.may.write && <ActionButton label="admin.teams.remove" variant="text" danger title={t('admin.teams.remove_title', { name: volunteer.name })} submitLabel="admin.teams.remove" success="admin.teams.removed" run={(values) => api.removeTeamMember({ params: { id }, body: { version, reason: String(values['reason'] ?? '') } })}><ReasonInput suggestions={reasons} /></ActionButton>}
    </Box>
  );
};

const Body = ({ team }: { team: Team }) => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const { id, version, served, reason, state } = team;
  const [members, signups, history] = [
    useApi(['team-members', id], () => api.listTeamMembers({ params: { id }, query: { perPage: 200 } }), { enabled: may('volunteer:read') }), useApi(['team-signups', id], () => api.listTeamSignups({ query: { teamId: id, perPage: 50 } }), { enabled: may('signup:read') }),
    useApi(['team-history', id, version], () => api.getTeamHistory({ params: { id } }), { enabled: may('volunteer:read') }),
  ];
  return (
    <>
      {reason && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.teams.reason_line', { reason })}</Alert>}
      <Panel id="team" title={t('admin.teams.about')}>
        {team.about && <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{team.about}</Typography>}
        <Facts rows={[
          ['admin.teams.kind', team.kind.name], ['admin.teams.unit', team.unit.name], ['admin.teams.leader', team.leader?.name ?? t('admin.teams.no_leader')], ['admin.teams.members', t('admin.teams.members_n', { count: team.members })],
          ['admin.teams.activities', t('admin.teams.activities_n', { count: served.activities })], ['admin.teams.people', t('admin.teams.members_n', { count: served.people })], ['admin.teams.hours', t('admin.teams.hours_n', { count: hoursOf(served.minutes) })], ['admin.teams.created', instant(team.createdAt)],
        ]} />
      </Panel>
      {may('volunteer:read') && (
        <Panel id="members" title={t('admin.teams.members')} action={team.may.write && state !== 'disbanded' ? <InviteMember team={team} /> : undefined}>
          <Loaded query={members}>{({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.teams.no_members')}</Typography> : <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>{data.map((member) => <Member key={member.id} member={member} team={team} />)}</Box>)}</Loaded>
        </Panel>
      )}
      {may('signup:read') && (
        <Panel id="signups" title={t('admin.teams.where')}>
          <Loaded query={signups}>{({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.teams.no_signups')}</Typography> : <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>{data.map((signup) => <TeamSignupRow key={signup.id} signup={signup} titled="activity" />)}</Box>)}</Loaded>
        </Panel>
      )}
      {may('volunteer:read') && <Panel id="history" title={t('admin.shell.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="teamStates" />}</Loaded></Panel>}
    </>
  );
};

/** One team: who is in it, where it comes, and what it did. */
const TeamPage = () => {
  const { id = '' } = useParams();
  const query = useApi(['team', id], () => api.getTeam({ params: { id } }));
  return (
    <LoadedPage query={query} list={list}>
      {(team) => (
        <Box sx={{ maxWidth: 960 }}>
          <PageHeader title={team.name} back={list} mark={<StateChip of="teamStates" state={team.state} />} actions={<TeamActions team={team} />} />
          <Body team={team} />
        </Box>
      )}
    </LoadedPage>
  );
};
export default TeamPage;

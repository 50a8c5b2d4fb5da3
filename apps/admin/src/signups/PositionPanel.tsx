import type { Activity, Position, Signup } from '@kepu/contracts';
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import { Box, Button, Collapse, Link, Stack, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PositionBar } from '../activities/PositionBar.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { EmptyState, Panel } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';
import { Invitations } from './Invitations.js';
import { PlacementDialog } from './PlacementDialog.js';
import { SignupCard } from './SignupCard.js';
import { Suggestions } from './Suggestions.js';

const order: readonly Signup['state'][] = ['requested', 'waiting', 'confirmed'];

/** One position: those who signed up, by what has to be decided, and those who could be asked. */
export const PositionPanel = ({ activity, position, signups }: { activity: Activity; position: Position; signups: readonly Signup[] }) => {
  const t = useTranslate();
  const may = useMay();
  const [view, setView] = useState<'signups' | 'suggestions' | 'invitations'>('signups');
  const [gone, setGone] = useState(false);
  const [placing, setPlacing] = useState(false);
  const decides = may('signup:decide');
  const undecided = signups.some(({ state }) => state === 'requested' || state === 'waiting');
  const ranking = useApi(['candidates', position.id, 'signed-up'], () => api.listCandidates({ params: { id: position.id }, query: { signedUp: 'true', perPage: 200 } }), { enabled: decides && undecided });
  const ranked = new Map(ranking.data?.data.map((candidate) => [candidate.volunteer.id, candidate]));
  const score = (signup: Signup) => ranked.get(signup.volunteer.id)?.score ?? 0;
  const sorted = [...signups].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.state === 'waiting' ? (a.queue ?? 0) - (b.queue ?? 0) : a.state === 'requested' ? score(b) - score(a) : 0));
  const present = sorted.filter(({ state }) => order.includes(state));
  const past = sorted.filter(({ state }) => !order.includes(state));
  const open = activity.state === 'open' && decides;
  const card = (signup: Signup) => <SignupCard key={signup.id} signup={signup} ranked={ranked.get(signup.volunteer.id)} full={position.free === 0} />;
  return (
    <Panel id={`position-${position.id}`} title={position.name} action={open ? <Button startIcon={<PersonAdd />} onClick={() => setPlacing(true)}>{t('admin.signups.place')}</Button> : undefined}>
      <PositionBar position={position} nameless />
      {decides && (
        <ToggleButtonGroup exclusive value={view} onChange={(_, next: typeof view | null) => next && setView(next)} aria-label={t('admin.signups.view')} sx={{ mt: 1.5 }}>
          <ToggleButton value="signups">{t('admin.shell.tab_count', { label: t('admin.signups.signed_up'), count: present.length })}</ToggleButton>
          <ToggleButton value="suggestions">{t('admin.signups.suggestions')}</ToggleButton>
          <ToggleButton value="invitations">{t('admin.placeInvitations.heading')}</ToggleButton>
        </ToggleButtonGroup>
      )}
      {view === 'invitations' && <Box sx={{ mt: 1 }}><Invitations position={position} /></Box>}
      {view === 'suggestions' && <Box sx={{ mt: 1 }}><Suggestions position={position} open={open && position.free > 0} /></Box>}
      {view === 'signups' && (
        <>
          {present.length === 0 && <EmptyState title="admin.signups.none" hint={open ? 'admin.signups.none_hint' : 'admin.signups.none_closed'} action={open ? { label: 'admin.signups.suggestions', onClick: () => setView('suggestions') } : undefined} />}
          <Box component="ul" aria-label={t('admin.signups.signed_up')} sx={{ listStyle: 'none', m: 0, p: 0 }}>{present.map(card)}</Box>
          {past.length > 0 && (
            <Stack sx={{ alignItems: 'flex-start' }}>
              <Link component="button" type="button" aria-expanded={gone} onClick={() => setGone(!gone)} sx={{ minHeight: 44 }}>{t('admin.signups.gone', { count: past.length })}</Link>
              <Collapse in={gone} unmountOnExit sx={{ width: '100%' }}><Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{past.map(card)}</Box></Collapse>
            </Stack>
          )}
        </>
      )}
      {placing && <PlacementDialog position={position} onClose={() => setPlacing(false)} />}
    </Panel>
  );
};

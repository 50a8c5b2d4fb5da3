import type { Volunteer } from '@kepu/contracts';
import { Alert, Box, Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { EndTerm, TakeIn } from '../pools/PoolTermActions.js';
import { MinorRecordPanel } from '../minors/MinorRecordPanel.js';
import { RevealButton } from '../privacy/RevealButton.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { RecordLedger, RecordMinutes } from '../records/RecordLine.js';
import { ReverseButton } from '../records/ReverseButton.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Figure, Figures, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { AtAGlance } from './AtAGlance.js';
import { MergePanel } from './MergePanel.js';
import { PersonHistory } from './PersonHistory.js';
import { RegistrationPanel } from './RegistrationPanel.js';
import { ServiceProofs } from './ServiceProofs.js';
import { topicWithLevel } from './topicWithLevel.js';
import { Week } from './WeekInput.js';

const row = { py: 1, borderTop: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' } as const;
const plain = { listStyle: 'none', m: 0, p: 0 } as const;

const Pools = ({ volunteer }: { volunteer: Volunteer }) => {
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const query = useApi(['pool-terms', volunteer.id], () => api.listPoolTerms({ query: { personId: volunteer.id, perPage: 50, sort: '-fromDay' } }));
  return (
    <Panel id="pools" title={t('admin.volunteers.pools')} action={may('pool:write') ? <TakeIn volunteer={volunteer} /> : undefined}>
      <Loaded query={query} rows={2}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.volunteers.no_pools')}</Typography> : (
          <Box component="ul" sx={plain}>
            {data.map((term) => (
              <Box component="li" key={term.id} sx={row}>
                <Box><Link component={RouterLink} to={may('nomination:read') ? `/pool-terms/${term.id}` : `/pools/${term.pool.id}`} sx={{ fontWeight: 600 }}>{term.pool.name}</Link><Typography color="textSecondary">{term.toDay || term.ended ? t('admin.people.from_to', { from: day(term.fromDay, true), to: day(term.ended?.on ?? term.toDay, true) }) : t('admin.people.from_on', { from: day(term.fromDay, true) })}{term.ended && ` · ${term.ended.reason}`}</Typography></Box>
                {may('pool:write') && !term.ended && <EndTerm term={term} />}
              </Box>
            ))}
          </Box>
        ))}
      </Loaded>
    </Panel>
  );
};

const Signups = ({ id }: { id: string }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const query = useApi(['signups', 'volunteer', id], () => api.listSignups({ query: { volunteerId: id, perPage: 10, sort: '-startsAt' } }));
  return (
    <Panel id="signups" title={t('admin.volunteers.signups')}>
      <Loaded query={query} rows={2}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.volunteers.no_signups')}</Typography> : (
          <Box component="ul" sx={plain}>
            {data.map((signup) => (
              <Box component="li" key={signup.id} sx={row}>
                <Box sx={{ minWidth: 0 }}><Link component={RouterLink} to={`/activities/${signup.activity.id}/signups?shift=${signup.shift.id}`}>{signup.activity.title}</Link><Typography color="textSecondary">{period(signup.shift.startsAt, signup.shift.endsAt)} · {signup.position.name}</Typography></Box>
                <StateChip of="signupStates" state={signup.state} />
              </Box>
            ))}
          </Box>
        ))}
      </Loaded>
    </Panel>
  );
};

const Records = ({ id }: { id: string }) => {
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const query = useApi(['service-records', id], () => api.listServiceRecords({ query: { volunteerId: id, perPage: 20, sort: '-day' } }));
  return (
    <Panel id="records" title={t('admin.menu.records')} action={<Link component={RouterLink} to={`/service-records?filter=${encodeURIComponent(JSON.stringify({ volunteerId: id }))}`}>{t('admin.shell.see_all')}</Link>}>
      <Loaded query={query} rows={3}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.volunteers.no_records')}</Typography> : (
          <Box component="ul" sx={plain}>
            {data.map((record) => (
              <Box component="li" key={record.id} sx={row}>
                <Box sx={{ minWidth: 0, flex: '1 1 12rem' }}><Typography>{day(record.day)} · <Link component={RouterLink} to={`/activities/${record.activity.id}`} underline="always">{record.activity.name}</Link></Typography><RecordLedger record={record} /></Box>
                <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}><RecordMinutes record={record} />{may('record:reverse') && record.reverses === null && record.reversedBy === null && <ReverseButton record={record} />}</Stack>
              </Box>
            ))}
          </Box>
        ))}
      </Loaded>
    </Panel>
  );
};

/** One volunteer, as far as staff are told: what the person does, when there is time, what was served. No contact. */
const VolunteerPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const { list, day, duration, instant } = useFormat();
  const query = useApi(['volunteer', id], () => api.getVolunteer({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/volunteers', label: 'admin.menu.volunteers' }}>
      {(volunteer) => (
        <>
          <PageHeader title={volunteer.name} subtitle={volunteer.number} back={{ to: '/volunteers', label: 'admin.menu.volunteers' }} mark={volunteer.pausedUntil ? <Mark tone="waiting">{t('admin.volunteers.paused_until', { day: day(volunteer.pausedUntil) })}</Mark> : undefined} />
          {volunteer.onBehalf && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.volunteers.registered_by', { name: volunteer.onBehalf.by, note: volunteer.onBehalf.note })}</Alert>}
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, alignItems: 'start' }}>
            <Box sx={{ minWidth: 0 }}>
              <Panel id="facts" title={t('admin.people.facts')}>
                <Figures><Figure value={volunteer.services} label="admin.volunteers.services" /><Figure value={duration(volunteer.minutes)} label="terms.ledgers.volunteer" /></Figures>
                <Box sx={{ mt: 2 }}>
                  <Facts rows={[
                    ['admin.volunteers.occupation', t(`terms.occupations.${volunteer.occupation}`)], ['admin.volunteers.unit', volunteer.unit?.name ?? t('admin.shell.none')], ['terms.unitFields.county', volunteer.county.name], ['admin.volunteers.age', t(`terms.ageBands.${volunteer.ageBand}`)],
                    ['admin.volunteers.topics', volunteer.topics.length > 0 ? list(volunteer.topics.map((topic) => topicWithLevel(topic, t))) : t('admin.shell.none')], ['admin.volunteers.languages', volunteer.languages.length > 0 ? list(volunteer.languages.map((language) => t(`terms.talkLanguages.${language}`))) : t('admin.shell.none')],
                    ['admin.volunteers.monthly', volunteer.monthlyHours === null ? t('admin.volunteers.no_limit') : t('admin.volunteers.monthly_hours', { count: volunteer.monthlyHours })],
                    ['admin.volunteers.absences', volunteer.absences.length > 0 ? list(volunteer.absences.map(({ from, to }) => t('admin.people.from_to', { from: day(from), to: day(to) }))) : t('admin.shell.none')], ['admin.volunteers.willingness', t(`terms.willingnesses.${volunteer.willingness}`)], ['admin.volunteers.since', instant(volunteer.registeredAt)],
                  ]} />
                </Box>
                <Typography color="textSecondary" sx={{ mt: 2 }}>{t('admin.volunteers.no_contact')}{may('personal:reveal') && ` ${t('admin.privacy.contact_hint')}`}</Typography>
                {volunteer.ageBand !== 'minor' && <RevealButton person={volunteer} field="phone" />}
              </Panel>
              <MinorRecordPanel volunteer={volunteer} />
              <RegistrationPanel volunteer={volunteer} />
              <MergePanel volunteer={volunteer} />
              <Panel id="week" title={t('admin.volunteers.availability')}><Week value={volunteer.availability} /></Panel>
              <Pools volunteer={volunteer} />
              <PersonHistory id={id} />
            </Box>
            <Box sx={{ minWidth: 0 }}>
              {may('signup:read') && <Signups id={id} />}
              {may('record:read') && <Records id={id} />}
              {may('record:read') && volunteer.ageBand !== 'minor' && <ServiceProofs volunteer={volunteer} />}
              {volunteer.ageBand !== 'minor' && <AtAGlance id={id} />}
            </Box>
          </Box>
        </>
      )}
    </LoadedPage>
  );
};
export default VolunteerPage;

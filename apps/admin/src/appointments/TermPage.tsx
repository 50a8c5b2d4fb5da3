import type { PoolTermDetail } from '@kepu/contracts';
import { Alert, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { EndTerm } from '../pools/PoolTermActions.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { DayInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

/** Goes on after the last day. */
export const Renew = ({ term }: { term: { id: string; person: { name: string } } }) => {
  const t = useTranslate();
  return (
    <ActionButton label="admin.appointments.renew" variant="outlined" title={t('admin.appointments.renew_title', { name: term.person.name })} explanation={t('admin.appointments.renew_hint')} submitLabel="admin.appointments.renew" success="admin.appointments.renewed" defaults={{ toDay: '' }} run={({ toDay }) => api.renewPoolTerm({ params: { id: term.id }, body: toDay ? { toDay: String(toDay) } : {} })}>
      <DayInput source="toDay" label="admin.people.to" />
    </ActionButton>
  );
};

const Actions = ({ term }: { term: PoolTermDetail }) => {
  const t = useTranslate();
  const params = { id: term.id };
  const name = { name: term.person.name };
  const stands = term.state === 'valid' || term.state === 'upcoming' || term.state === 'suspended';
  const end = term.may.end && <EndTerm term={term} />;
  if (!term.may.keep) return end;
  return (
    <>
      {term.toDay !== null && term.state !== 'ended' && term.renewedBy === null && <Renew term={term} />}
      {stands && <ActionButton label="admin.appointments.ask" variant="outlined" title={t('admin.appointments.ask')} submitLabel="admin.appointments.ask" success="admin.appointments.asked" run={() => api.askPoolTerm({ params })} />}
      {stands && term.suspended && <ActionButton label="admin.appointments.resume" variant="outlined" title={t('admin.appointments.resume_title', name)} submitLabel="admin.appointments.resume" success="admin.appointments.resumed" run={() => api.resumePoolTerm({ params })} />}
      {stands && !term.suspended && (
        <ActionButton label="admin.appointments.suspend" danger variant="text" title={t('admin.appointments.suspend_title', name)} submitLabel="admin.appointments.suspend" success="admin.appointments.suspended" defaults={{ fromDay: '', toDay: '' }} run={({ fromDay, toDay, reason }) => api.suspendPoolTerm({ params, body: { ...(fromDay ? { fromDay: String(fromDay) } : {}), toDay: toDay ? String(toDay) : null, reason: String(reason ?? '') } })}>
          <DayInput source="fromDay" label="admin.people.from" />
          <DayInput source="toDay" label="admin.people.to" />
          <ReasonInput suggestions={[]} />
        </ActionButton>
      )}
      {end}
    </>
  );
};

const Body = ({ term }: { term: PoolTermDetail }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const { run, pending } = useRun();
  const { id, letter, suspended, willing, ended } = term;
  const history = useApi(['pool-term-history', id, term], () => api.getPoolTermHistory({ params: { id } }));
  return (
    <>
      {suspended && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.appointments.suspended_line', { from: day(suspended.from, true), to: suspended.to ? day(suspended.to, true) : t('admin.appointments.until_open'), reason: suspended.reason })}</Alert>}
      {ended && <Alert severity="info" sx={{ mb: 2 }}>{`${day(ended.on, true)} ${ended.reason}`}</Alert>}
      <Panel id="term" title={t('admin.appointments.term')}>
        <Typography>{t('admin.appointments.from_to', { from: day(term.fromDay, true), to: term.toDay ? day(term.toDay, true) : t('admin.appointments.no_end') })}</Typography>
        {willing !== null && <Typography sx={{ mt: 1 }}>{`${t('admin.appointments.willing')}: ${t(willing ? 'admin.appointments.willing_yes' : 'admin.appointments.willing_no')}`}</Typography>}
        {term.renewedBy && <Mark tone="good">{t('admin.appointments.renewed_line')}</Mark>}
      </Panel>
      <Panel id="letter" title={t('admin.appointments.letter')}>
        {letter ? (
          <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography>{letter.number}</Typography>
            <Button variant="outlined" disabled={pending} sx={{ minHeight: 44 }} onClick={() => void run(async () => saveFile(await api.getPoolTermLetter({ params: { id } }), `${letter.number}.pdf`))}>{t('admin.appointments.download')}</Button>
            <MuiLink href={letter.checkUrl} target="_blank" rel="noreferrer" sx={{ minHeight: 44, display: 'inline-flex', alignItems: 'center' }}>{t('portal.appointment.check')}</MuiLink>
          </Stack>
        ) : <Typography color="textSecondary">{t('admin.appointments.letter_none')}</Typography>}
      </Panel>
      <Panel id="history" title={t('admin.appointments.history')}><Loaded query={history}>{({ data }) => <History entries={data} />}</Loaded></Panel>
    </>
  );
};

/** A person's term in a pool: how it stands, its letter, and what happened. */
const TermPage = () => {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApi(['pool-term', id], () => api.getPoolTerm({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/pools', label: 'admin.menu.pools' }}>
      {(term) => (
        <>
          <PageHeader title={t('admin.appointments.term_of', { name: term.person.name, pool: term.pool.name })} subtitle={term.unit?.name} back={{ to: `/pools/${term.pool.id}`, label: 'admin.menu.pools' }} mark={<Mark tone={term.state === 'valid' ? 'good' : term.state === 'suspended' ? 'wrong' : 'quiet'}>{t(`terms.appointmentStates.${term.state}`)}</Mark>} actions={<Actions term={term} />} />
          <Body term={term} />
        </>
      )}
    </LoadedPage>
  );
};
export default TermPage;

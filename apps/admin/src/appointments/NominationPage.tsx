import type { CollectionRow, Nomination } from '@kepu/contracts';
import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { placeOf, readRows, typedOf, type TypedFaults, type TypedRow } from '../collections/cells.js';
import { RowsForm } from '../collections/RowsForm.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { NominationActions } from './NominationActions.js';

const faultless: TypedFaults = new Map();

/** What is filled in, and handed in once it is whole. */
const Writing = ({ nomination }: { nomination: Nomination }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { attempt, pending } = useRun();
  const { id, version, questions } = nomination;
  const [row, setRow] = useState<TypedRow>(() => typedOf(questions, [nomination.answers])[0] ?? {});
  const [words, setWords] = useState(nomination.words ?? '');
  const [note, setNote] = useState(nomination.consentNote ?? '');
  const [faults, setFaults] = useState<TypedFaults>(faultless);
  const send = async (whole: boolean) => {
    const read = readRows(questions, [row], whole);
    setFaults(read.faults);
    if (read.faults.size > 0) return;
    const answers: CollectionRow = read.rows[0] ?? {};
    try {
      await attempt(async () => {
        const saved = await api.updateNomination({ params: { id }, body: { version, words: words.trim() || null, answers, consentNote: note.trim() || null } });
        return whole ? api.recommendNomination({ params: { id }, body: { version: saved.version } }) : saved;
      }, { success: whole ? 'admin.appointments.submitted_done' : 'admin.appointments.saved' });
    } catch (error) {
      notify(messageOf(error), { type: 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
    }
  };
  return (
    <Panel id="answers" title={t('admin.appointments.answers')}>
      {questions.length === 0 ? <Typography color="textSecondary">{t('admin.appointments.no_answers')}</Typography> : <RowsForm id={id} fields={questions} mostRows={1} rows={[row]} faults={faults} setRow={(_, key, value) => { setFaults((all) => new Map([...all].filter(([place]) => place !== placeOf(0, key)))); setRow((all) => ({ ...all, [key]: value })); }} />}
      <Stack sx={{ gap: 2, mt: 2 }}>
        <TextField id="words" label={t('admin.appointments.words')} helperText={t('admin.appointments.words_hint')} value={words} onChange={(event) => setWords(event.target.value)} multiline minRows={2} fullWidth slotProps={{ htmlInput: { maxLength: 500 } }} />
        {nomination.consent !== 'agreed' && <TextField id="consent" label={t('admin.appointments.consent_note')} helperText={t('admin.appointments.consent_note_hint')} value={note} onChange={(event) => setNote(event.target.value)} multiline minRows={2} fullWidth slotProps={{ htmlInput: { maxLength: 500 } }} />}
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button variant="contained" disabled={pending} onClick={() => void send(true)} sx={{ minHeight: 44 }}>{t('admin.appointments.submit')}</Button>
          <Button variant="outlined" disabled={pending} onClick={() => void send(false)} sx={{ minHeight: 44 }}>{t('admin.appointments.save')}</Button>
        </Stack>
      </Stack>
    </Panel>
  );
};

const Body = ({ nomination }: { nomination: Nomination }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { id, version, questions, answers, words, consent, consentNote, reason, may, termId } = nomination;
  const history = useApi(['nomination-history', id, version], () => api.getNominationHistory({ params: { id } }));
  return (
    <>
      {reason && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.appointments.reason', { reason })}</Alert>}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2, alignItems: 'center' }}>
        <Mark tone={consent === 'asked' ? 'waiting' : consent === 'refused' ? 'wrong' : 'good'}>{t(`terms.nominationConsents.${consent}`)}</Mark>
        {consentNote && <Typography color="textSecondary">{consentNote}</Typography>}
        {nomination.submitted && <Typography color="textSecondary">{t('admin.appointments.by', { name: nomination.submitted.by, at: instant(nomination.submitted.at) })}</Typography>}
        {nomination.county && <Typography color="textSecondary">{`${t('admin.appointments.county')}: ${nomination.county.name}`}</Typography>}
        {termId && <Button component={Link} to={`/pool-terms/${termId}`} sx={{ minHeight: 44 }}>{t('admin.appointments.to_term')}</Button>}
      </Stack>
      {may.write ? <Writing key={version} nomination={nomination} /> : (
        <Panel id="answers" title={t('admin.appointments.answers')}>
          {words && <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{words}</Typography>}
          {questions.length === 0 ? <Typography color="textSecondary">{t('admin.appointments.no_answers')}</Typography> : <RowsForm id={id} fields={questions} mostRows={1} rows={[typedOf(questions, [answers])[0] ?? {}]} faults={faultless} />}
        </Panel>
      )}
      <Panel id="history" title={t('admin.appointments.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="nominationStates" />}</Loaded></Panel>
    </>
  );
};

/** Somebody who is to come into a pool: what is said of them, how it stands, and what can be done. */
const NominationPage = () => {
  const { id = '' } = useParams();
  const query = useApi(['nomination', id], () => api.getNomination({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/nominations', label: 'admin.appointments.nominations' }}>
      {(nomination) => (
        <>
          <PageHeader title={nomination.person.name} subtitle={[nomination.pool.name, nomination.unit?.name].filter(Boolean).join(' · ')} back={{ to: '/nominations', label: 'admin.appointments.nominations' }} mark={<StateChip of="nominationStates" state={nomination.state} />} actions={<NominationActions nomination={nomination} />} />
          <Body nomination={nomination} />
        </>
      )}
    </LoadedPage>
  );
};
export default NominationPage;

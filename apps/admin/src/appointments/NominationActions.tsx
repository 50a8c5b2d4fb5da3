import type { Nomination } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { DayInput, LineInput, VolunteerInput } from '../ui/inputs.js';

/** What is said most where something comes back. */
export const reasons = ['admin.appointments.reasons.incomplete', 'admin.appointments.reasons.duties', 'admin.appointments.reasons.full'];
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

/** Begins to recommend somebody; what the pool asks is filled in on the page that follows. */
export const Recommend = ({ pool }: { pool: { id: string; name: string } }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <ActionButton
      label="admin.appointments.recommend" variant="contained" title={t('admin.appointments.recommend_title', { pool: pool.name })} submitLabel="admin.appointments.start" success="admin.appointments.started" defaults={{ volunteerId: null, words: '', consentNote: '' }}
      run={async ({ volunteerId, words, consentNote }) => {
        const body = { poolId: pool.id, volunteerId: String(volunteerId ?? ''), words: textOrNull(words), consentNote: textOrNull(consentNote) };
        const made = await once(`nomination ${JSON.stringify(body)}`, (idempotencyKey) => api.createNomination({ body, idempotencyKey }));
        void navigate(`/nominations/${made.id}`);
      }}
    >
      <VolunteerInput source="volunteerId" label="admin.volunteers.one" helperText="admin.signups.place_find" isRequired />
      <LineInput source="words" label="admin.appointments.words" helperText="admin.appointments.words_hint" rows={2} />
      <LineInput source="consentNote" label="admin.appointments.consent_note" helperText="admin.appointments.consent_note_hint" rows={2} />
    </ActionButton>
  );
};

/** What can be done with a nomination by whoever reads it. */
export const NominationActions = ({ nomination }: { nomination: Nomination }) => {
  const t = useTranslate();
  const { id, version, person, pool, may } = nomination;
  const params = { id };
  const names = { name: person.name, pool: pool.name };
  const because = (label: 'return' | 'decline', success: string, send: (body: { version: number; reason: string }) => Promise<unknown>) => (
    <ActionButton label={`admin.appointments.${label}`} danger variant="outlined" title={t(`admin.appointments.${label}_title`, names)} submitLabel={`admin.appointments.${label}`} success={success} run={({ reason }) => send({ version, reason: String(reason ?? '') })}><ReasonInput suggestions={reasons} /></ActionButton>
  );
  return (
    <>
      {may.review && <ActionButton label="admin.appointments.review" variant="contained" title={t('admin.appointments.review_title', names)} submitLabel="admin.appointments.review" success="admin.appointments.reviewed" run={() => api.reviewNomination({ params, body: { version } })} />}
      {may.appoint && (
        <ActionButton
          label="admin.appointments.appoint" variant="contained" title={t('admin.appointments.appoint_title', names)} explanation={t('admin.appointments.appoint_hint')} submitLabel="admin.appointments.appoint" success="admin.appointments.appointed" defaults={{ fromDay: '', toDay: '' }}
          run={({ fromDay, toDay }) => api.appointNomination({ params, body: { version, ...(fromDay ? { fromDay: String(fromDay) } : {}), ...(toDay ? { toDay: String(toDay) } : {}) } })}
        >
          <DayInput source="fromDay" label="admin.people.from" />
          <DayInput source="toDay" label="admin.people.to" />
        </ActionButton>
      )}
      {(may.review || may.appoint) && because('return', 'admin.appointments.returned', (body) => api.returnNomination({ params, body }))}
      {(may.review || may.appoint) && because('decline', 'admin.appointments.declined', (body) => api.declineNomination({ params, body }))}
      {may.withdraw && <ActionButton label="admin.appointments.withdraw" variant="text" danger title={t('admin.appointments.withdraw_title')} submitLabel="admin.appointments.withdraw" success="admin.appointments.withdrawn" run={() => api.withdrawNomination({ params, body: { version } })} />}
    </>
  );
};

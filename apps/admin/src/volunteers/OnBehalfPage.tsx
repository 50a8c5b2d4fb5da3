import type { Volunteer } from '@kepu/contracts';
import { ADULT_AGE, ageOn } from '@kepu/domain';
import { Alert, Box, Button, Chip, Stack } from '@mui/material';
import { useState } from 'react';
import { BooleanInput, Form, NumberInput, required, SelectInput, useNotify, useTranslate } from 'react-admin';
import { useFormContext, type FieldValues } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { formErrors, messageOf } from '../providers/problem.js';
import { useSession } from '../providers/session.js';
import { FormBar } from '../ui/FormBar.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Panel } from '../ui/Panels.js';
import { tall } from '../ui/ReasonInput.js';
import { DayInput, DivisionInput, LineInput, pair, TermsInput, UnitInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';
import { words } from '../ui/words.js';
import { noTime, WeekInput } from './WeekInput.js';

interface Values { name: string; phone: string; bornOn: string; occupation: Volunteer['occupation']; unitId: string | null; countyCode: string; topicIds: string[]; availability: string; travelLimit: number | null; toIslands: boolean; toMountains: boolean; consentNote: string }

const start = { name: '', phone: '', bornOn: '', unitId: null, countyCode: '', topicIds: [], availability: noTime, travelLimit: 60, toIslands: false, toMountains: true, consentNote: '' };
const rule = required();
const notes = ['admin.volunteers.consent_notes.phone', 'admin.volunteers.consent_notes.person', 'admin.volunteers.consent_notes.family'] as const;

const Consent = () => {
  const t = useTranslate();
  const { setValue } = useFormContext();
  return (
    <>
      <LineInput source="consentNote" label="admin.volunteers.consent" helperText="admin.volunteers.consent_hint" rows={2} isRequired />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>{notes.map((key) => <Chip key={key} variant="outlined" label={t(key)} onClick={() => setValue('consentNote', t(key), { shouldDirty: true, shouldValidate: true })} sx={tall} />)}</Stack>
    </>
  );
};

/** Registers somebody who asked for it by phone or in person: an elder, a village's contact. How and when they agreed is noted. */
const OnBehalfPage = () => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const today = useSession()?.today ?? null;
  const { attempt, pending } = useRun();
  const [refusal, setRefusal] = useState<string | null>(null);
  const adult = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && today && ageOn(value, today) < ADULT_AGE ? 'admin.volunteers.too_young' : undefined);
  const submit = async (values: FieldValues) => {
    const { name, phone, bornOn, occupation, unitId, countyCode, topicIds, availability, travelLimit, toIslands, toMountains, consentNote } = values as Values;
    const body = { name: name.trim(), phone: phone.trim(), bornOn, occupation, unitId: unitId || null, countyCode: countyCode ?? '', topicIds: topicIds ?? [], availability, ...(travelLimit ? { travelLimit } : {}), toIslands, toMountains, consentNote: consentNote.trim() };
    setRefusal(null);
    try {
      const made = await attempt(() => once(`volunteer ${JSON.stringify(body)}`, (idempotencyKey) => api.createVolunteerOnBehalf({ body, idempotencyKey })));
      notify('admin.volunteers.registered', { type: 'success', messageArgs: { name: made.name, number: made.number } });
      void navigate(`/volunteers/${made.id}`);
      return undefined;
    } catch (error) {
      const message = messageOf(error);
      setRefusal(t(message, { _: message }));
      return formErrors(error);
    }
  };
  return (
    <Box sx={{ maxWidth: 860 }}>
      <PageHeader title={t('admin.volunteers.register')} subtitle={t('admin.volunteers.register_hint')} back={{ to: '/volunteers', label: 'admin.menu.volunteers' }} />
      <Form onSubmit={submit} defaultValues={start} noValidate sanitizeEmptyValues={false}>
        <Panel id="who" title={t('admin.volunteers.part_who')}>
          <Box sx={pair}>
            <LineInput source="name" label="admin.volunteers.name" isRequired />
            <LineInput source="phone" label="admin.people.phone" helperText="admin.volunteers.phone_hint" isRequired />
            <DayInput source="bornOn" label="admin.volunteers.born_on" helperText="admin.volunteers.born_hint" isRequired validate={adult} />
            <SelectInput source="occupation" label="admin.volunteers.occupation" choices={words.occupations} helperText={false} validate={rule} />
            <DivisionInput source="countyCode" label="terms.unitFields.county" county isRequired />
            <UnitInput source="unitId" label="admin.volunteers.unit_optional" />
          </Box>
        </Panel>
        <Panel id="wishes" title={t('admin.volunteers.part_wishes')}>
          <TermsInput source="topicIds" kind="topic" label="admin.volunteers.topics" />
          <WeekInput source="availability" label="admin.volunteers.availability" hint="admin.volunteers.availability_hint" />
          <Box sx={{ ...pair, mt: 1 }}>
            <NumberInput source="travelLimit" label="admin.volunteers.travel_limit" min={15} max={240} helperText={false} />
            <span />
            <BooleanInput source="toMountains" label="admin.volunteers.to_mountains" helperText={false} />
            <BooleanInput source="toIslands" label="admin.volunteers.to_islands" helperText={false} />
          </Box>
        </Panel>
        <Panel id="agreed" title={t('admin.volunteers.part_consent')}><Consent /></Panel>
        {refusal && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{refusal}</Alert>}
        <FormBar slim label={t('admin.volunteers.register')} hint={t('admin.volunteers.consent_first')}><Button type="submit" variant="contained" disabled={pending}>{t('admin.volunteers.register_submit')}</Button></FormBar>
      </Form>
    </Box>
  );
};
export default OnBehalfPage;

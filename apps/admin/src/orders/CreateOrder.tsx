import type { Client } from '@kepu/api-client';
import { Box } from '@mui/material';
import { AutocompleteArrayInput, BooleanInput, NumberInput, required, useNotify, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, DivisionInput, LineInput, pair, TermsInput, UnitInput, WordInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

type Body = Parameters<Client['createOrderOnBehalf']>[0]['body'];
const counts = [1, 2, 3] as const;
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const ids = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
const bodyOf = (values: FieldValues): Body => ({
  countyCode: text(values['countyCode']), townshipCode: text(values['townshipCode']) || null, ordererKind: values['ordererKind'] as Body['ordererKind'], placeName: text(values['placeName']), contactName: text(values['contactName']), phone: text(values['phone']), unitId: text(values['unitId']) || null, talkIds: ids(values['talkIds']), topicIds: ids(values['topicIds']), need: text(values['need']) || null,
  dates: counts.filter((count) => text(values[`day${count}`]) !== '').map((count) => ({ day: text(values[`day${count}`]), part: values[`part${count}`] as Body['dates'][number]['part'], time: null })), people: Number(values['people'] ?? 0), venue: text(values['venue']), audienceIds: ids(values['audienceIds']), language: (text(values['language']) || null) as NonNullable<Body['language']> | null,
  projector: values['projector'] === true, minors: values['minors'] === true, note: text(values['note']) || null,
});

/** Talks of the menu, found by their titles. */
const TalksInput = () => {
  const { data } = useApi(['menu-of-talks'], () => api.listPublicTalks({ query: { perPage: 200 } }));
  return <AutocompleteArrayInput source="talkIds" label="admin.orders.talks" choices={data?.data ?? []} optionText="title" translateChoice={false} helperText={false} />;
};

/** 代录: for whoever called, wrote, or belongs to the own unit. */
export const CreateOrder = () => {
  const t = useTranslate();
  const may = useMay();
  const notify = useNotify();
  const navigate = useNavigate();
  return (
    <ActionButton
      label="admin.orders.create" variant="contained" wide title={t('admin.orders.create_title')} explanation={t('admin.orders.create_hint')} submitLabel="admin.orders.save" defaults={{ ordererKind: 'village', part1: 'morning', part2: 'morning', part3: 'morning', people: 40, projector: false, minors: false, talkIds: [], topicIds: [], audienceIds: [] }}
      run={async (values) => {
        const { number, code } = await api.createOrderOnBehalf({ body: bodyOf(values) });
        notify(t('admin.orders.created', { number, code }), { type: 'success', autoHideDuration: 60_000 });
        void navigate('/orders');
      }}
    >
      {!may('order:write') && <UnitInput source="unitId" label="admin.orders.unit" isRequired />}
      <Box sx={pair}>
        <DivisionInput source="countyCode" label="admin.orders.county" county isRequired />
        <DivisionInput source="townshipCode" label="admin.orders.township" />
        <WordInput source="ordererKind" label="admin.orders.orderer_kind" of="ordererKinds" isRequired />
        <LineInput source="placeName" label="admin.orders.place_name" isRequired />
        <LineInput source="contactName" label="admin.orders.contact_name" isRequired />
        <LineInput source="phone" label="admin.orders.phone" isRequired />
      </Box>
      <TalksInput />
      <TermsInput source="topicIds" kind="topic" label="admin.orders.topics" />
      <LineInput source="need" label="admin.orders.need" rows={2} />
      <Box sx={pair}>{counts.flatMap((count) => [<DayInput key={`day${count}`} source={`day${count}`} label={t('admin.orders.day', { count })} isRequired={count < 3} />, <WordInput key={`part${count}`} source={`part${count}`} label="admin.orders.part" of="dayParts" />])}</Box>
      <Box sx={pair}>
        <NumberInput source="people" label="admin.orders.people" min={1} max={5000} validate={required()} helperText={false} />
        <LineInput source="venue" label="admin.orders.venue" isRequired />
      </Box>
      <TermsInput source="audienceIds" kind="audience" label="admin.orders.audiences" />
      <WordInput source="language" label="admin.orders.language" of="talkLanguages" />
      <BooleanInput source="projector" label="admin.orders.projector" helperText={false} />
      <BooleanInput source="minors" label="admin.orders.minors" helperText={false} />
      <LineInput source="note" label="admin.orders.note" rows={2} />
    </ActionButton>
  );
};

import type { Volunteer } from '@kepu/contracts';
import { readIdentityNumber } from '@kepu/domain';
import { Chip, Stack } from '@mui/material';
import { required, TextInput, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ChoiceCards } from '../ui/ChoiceCards.js';
import { tall } from '../ui/ReasonInput.js';
import { DayInput, LineInput } from '../ui/inputs.js';

const notes = ['admin.registration.seen_notes.window', 'admin.registration.seen_notes.visit'] as const;
const needed = required();
/** What is wrong with a number, before anything is sent. */
const checked = (value: unknown, { kind }: { kind?: unknown }): string | undefined => {
  if (kind !== 'id_card' || typeof value !== 'string' || value.trim() === '') return undefined;
  const read = readIdentityNumber(value);
  return read.ok ? undefined : `admin.registration.faults.${read.fault}`;
};
const numberRules = [needed, checked];

const Fields = () => {
  const t = useTranslate();
  const { setValue } = useFormContext();
  const kind: unknown = useWatch({ name: 'kind' });
  return (
    <>
      <ChoiceCards source="kind" label="admin.registration.kind" isRequired choices={[{ id: 'id_card', name: 'terms.documentKinds.id_card' }, { id: 'passport', name: 'terms.documentKinds.passport' }]} />
      <TextInput source="number" label="admin.registration.number" helperText={false} validate={numberRules} slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 40, spellCheck: false } }} />
      {kind === 'passport' && <DayInput source="bornOn" label="admin.registration.born_on" helperText="admin.registration.born_hint" isRequired />}
      <LineInput source="seen" label="admin.registration.seen" helperText="admin.registration.seen_hint" rows={2} isRequired />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 0.5 }}>{notes.map((key) => <Chip key={key} label={t(key)} variant="outlined" sx={tall} onClick={() => setValue('seen', t(key), { shouldDirty: true, shouldValidate: true })} />)}</Stack>
    </>
  );
};

/** Enters the number of somebody whose document was seen, or corrects it. */
export const NumberButton = ({ volunteer: { id, name }, given }: { volunteer: Pick<Volunteer, 'id' | 'name'>; given: boolean }) => {
  const t = useTranslate();
  const may = useMay();
  if (!may('volunteer:register')) return null;
  const what = given ? 'correct' : 'enter';
  return (
    <ActionButton
      label={`admin.registration.${what}`} variant="outlined" title={t(`admin.registration.${what}_title`, { name })} explanation={t(`admin.registration.${what}_explained`)} submitLabel="ra.action.save" success="admin.registration.entered"
      defaults={{ kind: 'id_card', number: '', bornOn: null, seen: '' }}
      run={({ kind, number, bornOn, seen }) => api.giveRealName({
        params: { id }, body: { kind: kind === 'passport' ? 'passport' : 'id_card', number: String(number ?? ''), bornOn: kind === 'passport' && bornOn ? String(bornOn) : null, seen: String(seen ?? ''), replaces: given },
      })}
    >
      <Fields />
    </ActionButton>
  );
};

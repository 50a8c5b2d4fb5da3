import type { Activity } from '@kepu/contracts';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { BooleanInput, Form, NumberInput, required, SelectInput, useTranslate } from 'react-admin';
import { useWatch, type FieldValues } from 'react-hook-form';
import { isPicture } from '../files/file-rules.js';
import { FilesInput } from '../files/FilesInput.js';
import { api } from '../providers/api.js';
import { formErrors, messageOf } from '../providers/problem.js';
import { FormBar } from '../ui/FormBar.js';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';
import { words } from '../ui/words.js';
import { heldShifts } from '../activities/nextStep.js';
import { closeBody, closeValues, type CloseShift, type CloseValues } from './closeValues.js';

const rule = required();

const ShiftCount = ({ index, when }: { index: number; when: string }) => {
  const held = useWatch<CloseValues>({ name: `shifts.${index}.held` }) as boolean;
  return (
    <Box role="group" aria-label={when} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Typography sx={{ fontWeight: 600 }}>{when}</Typography>
      <BooleanInput source={`shifts.${index}.held`} label="admin.close.held" helperText={false} />
      {held && (
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <NumberInput source={`shifts.${index}.turnout`} label="admin.close.turnout" helperText="admin.close.turnout_hint" min={0} validate={rule} />
          <SelectInput source={`shifts.${index}.method`} label="admin.close.method" choices={words.turnoutMethods} helperText={false} validate={rule} />
        </Box>
      )}
    </Box>
  );
};

/** How many so far; seen while typing. */
const Sum = () => {
  const t = useTranslate();
  const { number } = useFormat();
  const shifts = (useWatch({ name: 'shifts' }) as CloseShift[] | undefined) ?? [];
  const held = shifts.filter((shift) => shift.held);
  return <>{t('admin.close.sum', { sessions: held.length, turnout: number(held.reduce((sum, { turnout }) => sum + (turnout ?? 0), 0)) })}</>;
};

const WithoutPhoto = () => {
  const files = (useWatch({ name: 'files' }) as CloseValues['files'] | undefined) ?? [];
  return files.some(({ type }) => isPicture(type)) ? null : <LineInput source="withoutPhoto" label="admin.close.without_photo" helperText="admin.close.without_photo_hint" />;
};

/** The close: what was held, whom it reached, a text and proof. */
export const CloseForm = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const { attempt, pending } = useRun();
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (values: FieldValues) => {
    setRefusal(null);
    try {
      await attempt(() => api.reportActivity({ params: { id: activity.id }, body: closeBody(values as CloseValues, activity.version) }), { success: 'admin.close.handed_in' });
      return undefined;
    } catch (error) {
      const message = messageOf(error);
      setRefusal(t(message, { _: message }));
      return formErrors(error);
    }
  };
  return (
    <Form onSubmit={submit} defaultValues={closeValues(activity)} noValidate sanitizeEmptyValues={false}>
      <Panel id="close-shifts" title={t('admin.close.count_title')}>
        {heldShifts(activity).map(({ id, startsAt, endsAt }, index) => <ShiftCount key={id} index={index} when={period(startsAt, endsAt)} />)}
      </Panel>
      <Panel id="close-proof" title={t('admin.close.proof_title')}>
        <LineInput source="text" label="admin.close.text" helperText="admin.close.text_hint" rows={3} isRequired />
        <FilesInput source="files" label="admin.close.files" hint="admin.close.files_hint" />
        <WithoutPhoto />
      </Panel>
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{refusal}</Alert>}
      <FormBar label={t('admin.close.hand_in')} hint={<Sum />}><Button type="submit" variant="contained" disabled={pending}>{t('admin.close.hand_in')}</Button></FormBar>
    </Form>
  );
};

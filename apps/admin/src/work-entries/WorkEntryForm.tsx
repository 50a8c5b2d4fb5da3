import type { WorkEntryKind } from '@kepu/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useRef, useState } from 'react';
import { Form, NumberInput, required, useTranslate } from 'react-admin';
import { useWatch, type FieldValues } from 'react-hook-form';
import { FilesInput } from '../files/FilesInput.js';
import { formErrors, messageOf } from '../providers/problem.js';
import { useMay } from '../providers/session.js';
import { FormBar } from '../ui/FormBar.js';
import { OwnUnitInput } from '../ui/OwnUnitInput.js';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { DayInput, DivisionInput, LineInput, pair } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';
import { RoundsInput } from './RoundsInput.js';
import { ServesInput } from './ServesInput.js';
import { workKinds, type WorkField } from './workKinds.js';
import { workErrors, type WorkValues } from './workValues.js';

/** What the last button means: keep as it is, or keep and hand in. */
export type WorkIntent = 'save' | 'submit';

interface Props { start: WorkValues; fresh?: boolean; save: (values: WorkValues, intent: WorkIntent) => Promise<unknown> }

const number = required();

const Field = ({ field }: { field: WorkField }) => {
  const source = field;
  if (field === 'days') return <NumberInput source={source} label="admin.work.days" min={1} helperText={false} />;
  if (field === 'reach') return <NumberInput source={source} label="admin.work.reach" min={0} helperText="admin.work.reach_hint" />;
  if (field === 'roster') return <Box sx={{ gridColumn: '1 / -1' }}><FilesInput source="roster" label="admin.work.roster" hint="admin.work.roster_hint" several={false} /></Box>;
  if (field === 'rounds') return <Box sx={{ gridColumn: '1 / -1' }}><RoundsInput /></Box>;
  if (field === 'basis') return <Box sx={{ gridColumn: '1 / -1' }}><LineInput source={source} label="admin.work.basis" helperText="admin.work.basis_hint" rows={2} /></Box>;
  return <LineInput source={source} label={`admin.work.${field}`} helperText={`admin.work.field_hints.${field}`} />;
};

/** One day, or from one to another: most work has one. */
const Days = () => {
  const t = useTranslate();
  const until: unknown = useWatch({ name: 'toDay' });
  const [several, setSeveral] = useState(Boolean(until));
  return (
    <>
      <DayInput source="fromDay" label={several ? 'admin.work.from_day' : 'admin.work.day'} isRequired />
      {several ? <DayInput source="toDay" label="admin.work.to_day" /> : <Button onClick={() => setSeveral(true)} sx={{ alignSelf: 'center', justifySelf: 'start' }}>{t('admin.work.several_days')}</Button>}
    </>
  );
};

const Quantity = ({ kind }: { kind: WorkEntryKind }) => (
  <Box sx={{ display: 'grid', columnGap: 1, gridTemplateColumns: '1fr 7rem' }}>
    <NumberInput source="quantity" label={`admin.work.quantities.${kind}`} min={1} helperText={false} validate={number} />
    <LineInput source="unitOfMeasure" label="admin.work.unit_of_measure" isRequired />
  </Box>
);

/** One proven piece of work, with the fields of its kind only. */
export const WorkEntryForm = ({ start, fresh = false, save }: Props) => {
  const t = useTranslate();
  const may = useMay();
  const { list } = useFormat();
  const { attempt, pending } = useRun();
  const intent = useRef<WorkIntent>('save');
  const [refusal, setRefusal] = useState<string | null>(null);
  const { fields, needed } = workKinds[start.kind];
  const submit = async (values: FieldValues) => {
    setRefusal(null);
    try {
      await attempt(() => save(values as WorkValues, intent.current));
      return undefined;
    } catch (error) {
      const message = messageOf(error);
      setRefusal(t(message, { _: message }));
      return workErrors(formErrors(error));
    }
  };
  return (
    <Form onSubmit={submit} defaultValues={start} noValidate sanitizeEmptyValues={false}>
      <Panel id="work-serves" title={t('admin.work.part_serves')}><ServesInput /></Panel>
      <Panel id="work-what" title={t('admin.work.part_what')}>
        {fresh && <OwnUnitInput source="unitId" label="admin.work.unit" />}
        <LineInput source="title" label="admin.work.title" helperText={`admin.work.title_hints.${start.kind}`} isRequired />
        <Box sx={pair}>
          <Days />
          <Quantity kind={start.kind} />
          {fields.includes('place') && <DivisionInput source="divisionCode" label="admin.work.division" />}
          {fields.map((field) => <Field key={field} field={field} />)}
        </Box>
        <LineInput source="text" label="admin.work.text" helperText="admin.work.text_hint" rows={3} />
      </Panel>
      <Panel id="work-files" title={t('admin.work.part_files')}><FilesInput source="files" label="admin.work.files" hint="admin.work.files_hint" /></Panel>
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{refusal}</Alert>}
      <FormBar slim label={t('admin.work.finish')} hint={needed.length > 0 ? t('admin.work.needed', { fields: list(needed.map((field) => t(`admin.work.${field}`))) }) : t('admin.work.needed_files')}>
        <Button type="submit" variant="outlined" disabled={pending} onClick={() => { intent.current = 'save'; }}>{t('admin.activities.save_draft')}</Button>
        {may('work-entry:submit') && <Button type="submit" variant="contained" disabled={pending} onClick={() => { intent.current = 'submit'; }}>{t('admin.activities.save_submit')}</Button>}
      </FormBar>
    </Form>
  );
};

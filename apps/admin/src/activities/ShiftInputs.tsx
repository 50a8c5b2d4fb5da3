import { addDays } from '@kepu/domain';
import Add from '@mui/icons-material/Add';
import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import Delete from '@mui/icons-material/DeleteOutlined';
import { Box, Button, FormHelperText, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { required, TextInput, useTranslate } from 'react-admin';
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form';
import { DayInput } from '../ui/inputs.js';
import { newPosition } from './activityDefaults.js';
import type { ActivityValues, PositionValues, ShiftValues } from './activityValues.js';
import { PositionInputs } from './PositionInputs.js';

const afterStart = (value: unknown, all: Record<string, unknown>, props: { source?: string }) => {
  const index = Number(/shifts\.(\d+)\./.exec(props.source ?? '')?.[1]);
  const from = (all['shifts'] as ShiftValues[] | undefined)?.[index]?.from;
  return typeof value === 'string' && from && value <= from ? 'admin.activities.end_before_start' : undefined;
};
const endRules = [required(), afterStart];

/** The same at another time: what the API gave the first one stays with the first one. */
const copyOf = ({ day, from, to, positions }: ShiftValues, days: number): ShiftValues => ({
  day: addDays(day, days), from, to, positions: positions.map(({ role, name, minimum, maximum, occupations, credentialIds, poolIds, minAge, note, paid }): PositionValues => ({ role, name, minimum, maximum, occupations: [...occupations], credentialIds: [...credentialIds], poolIds: [...poolIds], minAge, note, paid })),
});

const Positions = ({ source }: { source: string }) => {
  const t = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: `${source}.positions`, keyName: 'key' });
  return (
    <>
      {fields.map(({ key }, index) => <PositionInputs key={key} source={`${source}.positions.${index}`} onRemove={fields.length > 1 ? () => remove(index) : undefined} />)}
      <Button startIcon={<Add />} onClick={() => append(newPosition('helper', (role) => t(`terms.positionRoles.${role}`)))}>{t('admin.activities.add_position')}</Button>
    </>
  );
};

const TimeOfDay = ({ source, label, disabled, end = false }: { source: string; label: string; disabled: boolean; end?: boolean }) => (
  <TextInput source={source} type="time" label={label} helperText={false} disabled={disabled} validate={end ? endRules : required()} slotProps={{ inputLabel: { shrink: true } }} />
);

/** When it happens, and whom each time needs. Where people have signed up already (`locked`), a time changes by moving it only. */
export const ShiftInputs = ({ locked }: { locked: boolean }) => {
  const t = useTranslate();
  const { getValues } = useFormContext<ActivityValues>();
  const { fields, insert, remove } = useFieldArray<ActivityValues, 'shifts', 'key'>({ name: 'shifts', keyName: 'key' });
  const { errors } = useFormState<ActivityValues>({ name: 'shifts' });
  const whole = errors.shifts && !Array.isArray(errors.shifts) ? errors.shifts.message : undefined;
  const copy = (index: number, days: number) => {
    const start = getValues(`shifts.${index}`);
    if (start.day) insert(index + 1, copyOf(start, days));
  };
  return (
    <>
      {fields.map(({ key, id }, index) => {
        const title = t('admin.activities.shift_no', { no: index + 1 });
        const fixed = locked && id !== undefined;
        return (
          <Box key={key} role="group" aria-label={title} sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: { xs: 1.5, sm: 2 }, mb: 1.5 }}>
            <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', minHeight: 44 }}>
              <Typography variant="h3">{title}</Typography>
              {fields.length > 1 && !fixed && <Tooltip title={t('admin.activities.remove_shift')}><IconButton aria-label={t('admin.activities.remove_shift')} onClick={() => remove(index)}><Delete /></IconButton></Tooltip>}
            </Stack>
            <Box sx={{ display: 'grid', columnGap: 1, gridTemplateColumns: { xs: '1fr 1fr', sm: '1.4fr 1fr 1fr' }, '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'auto' } } }}>
              <DayInput source={`shifts.${index}.day`} label="admin.activities.day" isRequired disabled={fixed} />
              <TimeOfDay source={`shifts.${index}.from`} label="admin.activities.from" disabled={fixed} />
              <TimeOfDay source={`shifts.${index}.to`} label="admin.activities.to" disabled={fixed} end />
            </Box>
            {fixed && <Typography color="textSecondary" sx={{ mt: 0.5 }}>{t('admin.activities.time_locked')}</Typography>}
            <Typography sx={{ fontWeight: 600, mt: 1.5, mb: 0.5 }}>{t('admin.activities.positions')}</Typography>
            <Positions source={`shifts.${index}`} />
            <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, pt: 1, mt: 1, borderTop: 1, borderColor: 'divider' }}>
              <Button startIcon={<ContentCopy />} onClick={() => copy(index, 1)}>{t('admin.activities.copy_next_day')}</Button>
              <Button startIcon={<ContentCopy />} onClick={() => copy(index, 7)}>{t('admin.activities.copy_next_week')}</Button>
            </Stack>
          </Box>
        );
      })}
      {whole && <FormHelperText error>{whole}</FormHelperText>}
    </>
  );
};

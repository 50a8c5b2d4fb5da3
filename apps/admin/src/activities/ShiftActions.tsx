import type { Activity, Shift } from '@kepu/contracts';
import { Alert, Box, Stack } from '@mui/material';
import { required, TextInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useFormat } from '../ui/format.js';
import { DayInput } from '../ui/inputs.js';
import { aWeekLater } from './ActivityDialogs.js';
import { dayOf, timeOf, toInstant } from './dayAndTime.js';

const reasons = ['admin.activities.reasons.weather', 'admin.activities.reasons.typhoon', 'admin.activities.reasons.place', 'admin.activities.reasons.lecturer'] as const;
const rule = required();

/** Moving or cancelling one shift; both say who is told, and that nobody counts as absent. */
export const ShiftActions = ({ activity, shift }: { activity: Activity; shift: Shift }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const places = shift.positions.reduce((sum, { confirmed, waiting }) => sum + confirmed + waiting, 0);
  const when = period(shift.startsAt, shift.endsAt);
  const { version } = activity;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
      <ActionButton
        label="admin.activities.move" variant="outlined" title={t('admin.activities.move_title', { when })} submitLabel="admin.activities.move" success="admin.activities.moved_done"
        defaults={{ day: aWeekLater(dayOf(shift.startsAt)), from: timeOf(shift.startsAt), to: timeOf(shift.endsAt) }}
        explanation={<Alert severity="warning">{t('admin.activities.move_explained', { count: places })}</Alert>}
        run={({ day, from, to, reason }) => api.moveShift({ params: { id: shift.id }, body: { version, startsAt: toInstant(String(day), String(from)), endsAt: toInstant(String(day), String(to)), reason: String(reason ?? '') } })}
      >
        <Box sx={{ display: 'grid', columnGap: 1, gridTemplateColumns: { xs: '1fr 1fr', sm: '1.4fr 1fr 1fr' }, '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'auto' } } }}>
          <DayInput source="day" label="admin.activities.new_day" isRequired />
          <TextInput source="from" type="time" label="admin.activities.from" helperText={false} validate={rule} slotProps={{ inputLabel: { shrink: true } }} />
          <TextInput source="to" type="time" label="admin.activities.to" helperText={false} validate={rule} slotProps={{ inputLabel: { shrink: true } }} />
        </Box>
        <ReasonInput suggestions={reasons} helperText="admin.activities.reason_read" />
      </ActionButton>
      <ActionButton
        label="admin.activities.cancel_shift" danger variant="text" title={t('admin.activities.cancel_shift_title', { when })} submitLabel="admin.activities.cancel_submit" keepLabel="admin.activities.keep" success="admin.activities.cancelled_done"
        explanation={<Alert severity="warning">{t('admin.activities.cancel_explained', { count: places })}</Alert>}
        run={({ reason }) => api.cancelShift({ params: { id: shift.id }, body: { version, reason: String(reason ?? '') } })}
      >
        <ReasonInput suggestions={reasons} helperText="admin.activities.reason_read" />
      </ActionButton>
    </Stack>
  );
};

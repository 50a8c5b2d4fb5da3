import { Box } from '@mui/material';
import { NumberInput, required, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LineInput, pair } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

const numbers = { leadDays: [1, 60], reviewWorkdays: [1, 10], offerHours: [6, 168], urgentOfferHours: [2, 72], countyRounds: [0, 10], dispatchDays: [2, 60], cancelDays: [0, 14], monthlyCap: [1, 31], closeDays: [1, 60] } as const;
const names = Object.keys(numbers) as (keyof typeof numbers)[];

/** Deadlines and rounds, for those who may change them. */
export const OrderSettingsButton = () => {
  const t = useTranslate();
  const { data } = useApi(['order-settings'], () => api.getOrderSettings());
  if (!data?.mayWrite) return null;
  return (
    <ActionButton
      label="admin.orders.settings" variant="outlined" wide title={t('admin.orders.settings')} submitLabel="ra.action.save" success="admin.orders.settings_saved" defaults={data}
      run={(values) => api.updateOrderSettings({ body: { version: data.version, ...Object.fromEntries(names.map((name) => [name, Number(values[name])])), alternatives: String(values['alternatives'] ?? '').trim() } })}
    >
      <Box sx={pair}>{names.map((name) => <NumberInput key={name} source={name} label={`admin.orders.fields.${name}`} min={numbers[name][0]} max={numbers[name][1]} validate={required()} helperText={false} />)}</Box>
      <LineInput source="alternatives" label="admin.orders.fields.alternatives" rows={2} isRequired />
    </ActionButton>
  );
};

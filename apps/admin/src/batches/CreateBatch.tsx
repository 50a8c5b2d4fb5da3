import { batchFills, batchLimits } from '@kepu/contracts';
import { Box } from '@mui/material';
import { AutocompleteArrayInput, NumberInput, required, SelectInput, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, DivisionInput, LineInput, pair } from '../ui/inputs.js';
import { choices, useFormat } from '../ui/format.js';
import { words } from '../ui/words.js';

const DAY_MS = 86_400_000;
const later = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const fills = choices(batchFills, 'terms.batchFills');

/** Orders a batch: a week from the day after tomorrow, unless somebody says otherwise. */
export const CreateBatch = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { today } = useFormat();
  const from = later(today ?? new Date().toISOString().slice(0, 10), 2);
  return (
    <ActionButton
      label="admin.batches.create" variant="contained" title={t('admin.batches.create_title')} explanation={t('admin.batches.create_hint')} submitLabel="admin.batches.submit" success="admin.batches.created" wide
      defaults={{ title: '', from, to: later(from, 6), countyId: null, kinds: [], services: 1, fill: 'maximum' }}
      run={async ({ title, from: first, to, countyId, kinds, services, fill }) => {
        const body = {
          title: String(title ?? ''), from: String(first ?? ''), to: String(to ?? ''), kinds: kinds as never[], services: Number(services), fill: fill as (typeof batchFills)[number], ...(typeof countyId === 'string' && countyId !== '' ? { countyId } : {}),
        };
        const { id } = await once(`batch ${JSON.stringify(body)}`, (idempotencyKey) => api.createBatch({ body, idempotencyKey }));
        void navigate(`/batches/${id}`);
      }}
    >
      <LineInput source="title" label="admin.batches.name" helperText="admin.batches.name_hint" isRequired />
      <Box sx={pair}><DayInput source="from" label="admin.batches.from" isRequired /><DayInput source="to" label="admin.batches.to" isRequired /></Box>
      <Box sx={pair}>
        <NumberInput source="services" label="admin.batches.services" helperText="admin.batches.services_hint" min={1} max={batchLimits.services} step={1} validate={required()} />
        <SelectInput source="fill" label="admin.batches.fill" choices={fills} validate={required()} helperText={false} />
      </Box>
      <Box sx={pair}>
        <DivisionInput source="countyId" label="admin.batches.county" county />
        <AutocompleteArrayInput source="kinds" label="admin.batches.kinds" choices={words.activityKinds} helperText="admin.batches.kinds_hint" />
      </Box>
    </ActionButton>
  );
};

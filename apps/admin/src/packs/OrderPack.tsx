import type { Plan } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { Box } from '@mui/material';
import { api } from '../providers/api.js';
import { useOwnUnits } from '../providers/ownUnits.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { OwnUnitInput } from '../ui/OwnUnitInput.js';
import { DayInput, pair, ProgrammeInput, UnitInput } from '../ui/inputs.js';

const given = (values: Readonly<Record<string, unknown>>): Record<string, string> => Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])));

/** Orders a pack of a plan: of everything, or of one unit, one programme, some days. Who speaks for a unit orders for that unit. */
export const OrderPack = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const own = useOwnUnits();
  return (
    <ActionButton
      label="admin.packs.order" variant="contained" title={t('admin.packs.order_title')} explanation={<>{plan.title}<br />{t('admin.packs.order_hint')}</>} submitLabel="admin.packs.order_submit" success="admin.packs.ordered"
      run={({ unitId, programmeId, from, to }) => api.orderPack({ params: { id: plan.id }, body: given({ unitId, programmeId, from, to }) })}
    >
      {own.length > 0 ? <OwnUnitInput source="unitId" label="admin.packs.unit" /> : <UnitInput source="unitId" label="admin.packs.unit" />}
      <ProgrammeInput source="programmeId" label="admin.packs.programme" />
      <Box sx={pair}>
        <DayInput source="from" label="admin.packs.from" />
        <DayInput source="to" label="admin.packs.to" />
      </Box>
    </ActionButton>
  );
};

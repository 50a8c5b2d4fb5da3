import { Box } from '@mui/material';
import { BooleanInput, NumberInput, TextArrayInput } from 'react-admin';
import { DivisionInput, LineInput, UnitInput, WordInput } from '../ui/inputs.js';

/** What can be said of a unit, but for its name: that changes by renaming only. */
export const UnitInputs = () => (
  <Box sx={{ width: '100%', display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
    <Box sx={{ gridColumn: '1 / -1' }}><LineInput source="fullName" label="admin.units.full_name" isRequired /></Box>
    <WordInput source="kind" label="admin.units.kind" of="unitKinds" isRequired />
    <DivisionInput source="divisionCode" label="admin.units.division" isRequired />
    <UnitInput source="parentId" label="admin.units.parent" />
    <NumberInput source="sortNo" label="admin.units.sort_no" helperText="admin.units.sort_no_hint" />
    <Box sx={{ gridColumn: '1 / -1' }}><TextArrayInput source="aliases" label="admin.units.aliases" helperText="admin.units.aliases_hint" /></Box>
    <BooleanInput source="hostsOffice" label="admin.units.hosts_office" helperText={false} />
  </Box>
);

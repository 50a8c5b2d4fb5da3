import { Box } from '@mui/material';
import { CreateBase, SaveButton, SimpleForm, Toolbar, useTranslate } from 'react-admin';
import { PageHeader } from '../ui/PageHeader.js';
import { Panel } from '../ui/Panels.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { UnitInputs } from './unitInputs.js';

const start = { aliases: [], hostsOffice: false };
const bar = <Toolbar><SaveButton alwaysEnable /></Toolbar>;

/** A new unit. */
const UnitCreatePage = () => {
  const t = useTranslate();
  return (
    <Box sx={{ maxWidth: 860 }}>
      <PageHeader title={t('admin.units.create')} back={{ to: '/units', label: 'admin.menu.units' }} />
      <Panel>
        <CreateBase resource="units" redirect="edit">
          <SimpleForm defaultValues={start} toolbar={bar} sx={{ p: 0 }}>
            <LineInput source="name" label="admin.units.name" helperText="admin.units.name_hint" isRequired />
            <UnitInputs />
            <DayInput source="openedOn" label="admin.units.opened_on" />
          </SimpleForm>
        </CreateBase>
      </Panel>
    </Box>
  );
};
export default UnitCreatePage;

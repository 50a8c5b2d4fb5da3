import { useTranslate } from 'react-admin';
import { createOnce, resourceRoutes } from '../providers/resources.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, DivisionInput, LineInput, WordInput } from '../ui/inputs.js';
import { DivisionInputs } from './divisionInputs.js';

const routes = resourceRoutes(api)['divisions'];

/** Adds a township to a county, or a county to the city. */
export const DivisionCreate = ({ parentCode }: { parentCode?: string }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.divisions.create" variant="contained" title={t('admin.divisions.create')} submitLabel="ra.action.save" success="admin.shell.created"
      defaults={{ parentCode: parentCode ?? null, kind: parentCode ? 'town' : null, urbanCore: false, island: false, mountain: false }}
      run={async (values) => {
        const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
        if (routes) await createOnce('divisions', routes, body);
      }}
    >
      <DivisionInput source="parentCode" label="admin.divisions.parent" isRequired />
      <LineInput source="code" label="admin.divisions.code" helperText="admin.divisions.code_hint" isRequired />
      <WordInput source="kind" label="admin.divisions.kind" of="divisionKinds" isRequired />
      <DivisionInputs />
      <DayInput source="openedOn" label="admin.units.opened_on" />
    </ActionButton>
  );
};

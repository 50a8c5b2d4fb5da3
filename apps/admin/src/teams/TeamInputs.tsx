import { AutocompleteInput, ReferenceInput, required, SelectInput } from 'react-admin';
import { OwnUnitInput } from '../ui/OwnUnitInput.js';
import { LineInput } from '../ui/inputs.js';

interface KindChoice { name: string; closed: boolean }

/** A kind of team. Those that are closed are found where teams are filtered, and not where one is formed. */
export const TeamKindInput = ({ source, label, isRequired }: { source: string; label: string; isRequired?: boolean }) => (
  <ReferenceInput source={source} reference="team-kinds" perPage={100}>
    <SelectInput label={label} optionText={(kind: KindChoice) => kind.name} {...(isRequired ? { disableValue: 'closed', validate: required() } : {})} helperText={false} />
  </ReferenceInput>
);

/** A team of the city that serves. */
export const TeamChoiceInput = ({ source, label }: { source: string; label: string }) => (
  <ReferenceInput source={source} reference="team-choices" sort={{ field: 'name', order: 'ASC' }} perPage={25}>
    <AutocompleteInput label={label} optionText={({ name, unit }: { name: string; unit: { name: string } }) => [name, unit.name].join(' · ')} filterToQuery={(q: string) => ({ q })} helperText={false} validate={required()} />
  </ReferenceInput>
);

/** The fields of a team; the unit that keeps it is said once. */
export const TeamInputs = ({ fresh }: { fresh?: boolean }) => (
  <>
    <LineInput source="name" label="admin.teams.name" isRequired />
    <TeamKindInput source="kindId" label="admin.teams.kind" isRequired />
    {fresh && <OwnUnitInput source="unitId" label="admin.teams.unit" />}
    <LineInput source="about" label="admin.teams.about" rows={3} />
  </>
);

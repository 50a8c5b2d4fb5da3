import { BooleanInput } from 'react-admin';
import { LineInput } from '../ui/inputs.js';

/** What can be said of a division, but for its code. */
export const DivisionInputs = () => (
  <>
    <LineInput source="name" label="admin.divisions.name" isRequired />
    <BooleanInput source="urbanCore" label="admin.divisions.urban_core" helperText={false} />
    <BooleanInput source="island" label="admin.divisions.island" helperText={false} />
    <BooleanInput source="mountain" label="admin.divisions.mountain" helperText={false} />
  </>
);

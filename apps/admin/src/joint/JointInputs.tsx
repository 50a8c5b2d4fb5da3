import { Typography } from '@mui/material';
import { required, SelectInput, useTranslate } from 'react-admin';
import { LineInput } from '../ui/inputs.js';

/** What a joint task is called and which of its units leads it. A role is never guessed: where the paper names none, a person does. */
export const JointInputs = ({ units }: { units: readonly { id: string; name: string }[] }) => {
  const t = useTranslate();
  return (
    <>
      <LineInput source="name" label="admin.joint.name" isRequired />
      <SelectInput source="leadUnitId" label="admin.joint.lead" choices={[...units]} translateChoice={false} validate={required()} helperText={false} />
      <Typography color="textSecondary" sx={{ mt: 0.5 }}>{t('admin.joint.lead_hint')}</Typography>
    </>
  );
};

/** A name to begin with: the first characters of what is shared. */
export const nameOf = (clause: string): string => [...clause].slice(0, 30).join('');

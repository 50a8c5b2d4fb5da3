import { Typography } from '@mui/material';
import { required, SelectInput, useTranslate } from 'react-admin';
import { useOwnUnits } from '../providers/ownUnits.js';
import { UnitInput } from './inputs.js';

const rule = required();

/** For which unit: nothing to choose for a liaison of one, one of the own for a liaison of several, any for the office. */
export const OwnUnitInput = ({ source, label }: { source: string; label: string }) => {
  const t = useTranslate();
  const units = useOwnUnits();
  if (units.length === 0) return <UnitInput source={source} label={label} isRequired />;
  if (units.length === 1) return <Typography sx={{ alignSelf: 'center', py: 1 }}>{t('admin.shell.colon', { label: t(label) })}<strong>{units[0]?.name}</strong></Typography>;
  return <SelectInput source={source} label={label} choices={units} translateChoice={false} helperText={false} validate={rule} />;
};

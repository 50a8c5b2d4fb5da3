import { Chip, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { LineInput } from './inputs.js';

/** A chip whose words may need several lines. */
export const tall = { minHeight: 44, height: 'auto', borderRadius: 3, py: 0.75, '& .MuiChip-label': { whiteSpace: 'normal' } } as const;

/** A reason that somebody will read, with the usual ones at a touch: on a phone nobody types them. */
export const ReasonInput = ({ suggestions = [], helperText }: { suggestions?: readonly string[]; helperText?: string }) => {
  const t = useTranslate();
  const { setValue } = useFormContext();
  return (
    <>
      <LineInput source="reason" label="admin.shell.reason" rows={3} isRequired {...(helperText ? { helperText } : {})} />
      {suggestions.length > 0 && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
          {suggestions.map((key) => <Chip key={key} label={t(key)} variant="outlined" sx={tall} onClick={() => setValue('reason', t(key), { shouldDirty: true, shouldValidate: true })} />)}
        </Stack>
      )}
    </>
  );
};

import { Box, FormHelperText, Radio, RadioGroup, Typography } from '@mui/material';
import { useId } from 'react';
import { required, useInput, useTranslate, ValidationError } from 'react-admin';

/** One choice; texts are keys of the catalogue. */
export interface CardChoice { id: string; name: string; hint?: string }

interface Props { source: string; label: string; choices: readonly CardChoice[]; isRequired?: boolean; columns?: string; disabled?: boolean }

/** A few choices that want a word of explanation, each a large target. */
export const ChoiceCards = ({ source, label, choices, isRequired = false, columns = 'repeat(auto-fit, minmax(15rem, 1fr))', disabled = false }: Props) => {
  const t = useTranslate();
  const heading = useId();
  const { field, fieldState: { error } } = useInput<string>({ source, ...(isRequired ? { validate: required() } : {}) });
  return (
    <Box sx={{ mt: 1.5, mb: 1, width: '100%' }}>
      <Typography id={heading} sx={{ fontWeight: 600, mb: 1 }}>{t(label)}</Typography>
      <RadioGroup aria-labelledby={heading} value={field.value ?? ''} onChange={(_, value) => field.onChange(value)} sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: columns } }}>
        {choices.map(({ id, name, hint }) => (
          <Box
            component="label" key={id}
            sx={({ palette: { tokens: c } }) => ({
              display: 'flex', gap: 0.5, alignItems: 'flex-start', p: 1, pr: 1.5, minHeight: 44, borderRadius: 1.5, border: 1, borderColor: field.value === id ? c.primary : c.line, backgroundColor: field.value === id ? c.primarySoft : 'transparent', cursor: disabled ? 'default' : 'pointer',
            })}
          >
            <Radio value={id} disabled={disabled} size="small" />
            <Box sx={{ minWidth: 0, pt: 0.5 }}>
              <Typography component="span" sx={{ display: 'block', fontWeight: field.value === id ? 600 : 400 }}>{t(name)}</Typography>
              {hint && <Typography component="span" color="textSecondary" sx={{ display: 'block' }}>{t(hint)}</Typography>}
            </Box>
          </Box>
        ))}
      </RadioGroup>
      {error?.message && <FormHelperText error><ValidationError error={error.message} /></FormHelperText>}
    </Box>
  );
};

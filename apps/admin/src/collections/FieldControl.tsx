import type { CollectionField } from '@kepu/contracts';
import type { CellFault } from '@kepu/domain';
import { Box, Checkbox, FormControl, FormControlLabel, FormGroup, FormHelperText, FormLabel, InputAdornment, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { TypedCell } from './cells.js';

interface Props { id: string; field: CollectionField; value: TypedCell | undefined; fault?: CellFault | undefined; onChange?: ((value: TypedCell) => void) | undefined }

/** One cell to fill in: what it is, how it is filled in, and what is wrong with it. Without `onChange` it is read. */
export const FieldControl = ({ id, field, value, fault, onChange }: Props) => {
  const t = useTranslate();
  const said = fault ? t(`fieldErrors.${fault.code}`, fault.params ?? {}) : (field.help ?? '');
  const heading = field.required ? `${field.label} *` : field.label;
  const disabled = onChange === undefined;
  if (field.type === 'flag') {
    return (
      <FormControl error={Boolean(fault)} disabled={disabled} fullWidth>
        <FormLabel id={`${id}-label`}>{heading}</FormLabel>
        <ToggleButtonGroup exclusive aria-labelledby={`${id}-label`} value={value ?? null} disabled={disabled} onChange={(_, next: boolean | null) => onChange?.(next)} sx={{ mt: 0.5, '& button': { minHeight: 44, minWidth: 72 } }}>
          <ToggleButton value>{t('admin.collections.yes')}</ToggleButton>
          <ToggleButton value={false}>{t('admin.collections.no')}</ToggleButton>
        </ToggleButtonGroup>
        {said && <FormHelperText>{said}</FormHelperText>}
      </FormControl>
    );
  }
  if (field.type === 'choices') {
    const ticked = Array.isArray(value) ? (value as readonly string[]) : [];
    return (
      <FormControl component="fieldset" error={Boolean(fault)} disabled={disabled} fullWidth>
        <FormLabel component="legend">{heading}</FormLabel>
        <FormGroup row>
          {field.options.map((option) => <FormControlLabel key={option} sx={{ minHeight: 44, mr: 2 }} control={<Checkbox checked={ticked.includes(option)} onChange={(event) => onChange?.(event.target.checked ? [...ticked, option] : ticked.filter((one) => one !== option))} />} label={option} />)}
        </FormGroup>
        {said && <FormHelperText>{said}</FormHelperText>}
      </FormControl>
    );
  }
  const text = typeof value === 'string' ? value : '';
  // What was pasted and is no option stands there to be put right.
  const strange = text === '' || field.options.includes(text) ? [] : [text];
  const number = field.type === 'whole' || field.type === 'decimal';
  const native = field.type === 'day' ? 'date' : field.type === 'month' ? 'month' : 'text';
  return (
    <Box>
      <TextField
        id={id} fullWidth label={heading} value={text} disabled={disabled} error={Boolean(fault)} helperText={said || undefined} type={native} select={field.type === 'choice'} onChange={(event) => onChange?.(event.target.value)} multiline={field.type === 'long'} {...(field.type === 'long' ? { minRows: 2 } : {})}
        slotProps={{
          inputLabel: native === 'text' && field.type !== 'choice' ? {} : { shrink: true }, htmlInput: number ? { inputMode: field.type === 'whole' ? 'numeric' : 'decimal' } : {},
          input: field.unitOfMeasure !== null ? { endAdornment: <InputAdornment position="end">{field.unitOfMeasure}</InputAdornment> } : {}, select: { displayEmpty: true },
        }}
      >
        {field.type === 'choice' ? [<MenuItem key="" value="">{t('admin.collections.choose')}</MenuItem>, ...[...field.options, ...strange].map((option) => <MenuItem key={option} value={option}>{option}</MenuItem>)] : null}
      </TextField>
    </Box>
  );
};

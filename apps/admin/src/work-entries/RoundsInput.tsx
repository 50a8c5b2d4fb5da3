import Add from '@mui/icons-material/Add';
import Delete from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Tooltip, Typography } from '@mui/material';
import { NumberInput, required, useTranslate } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import { LineInput } from '../ui/inputs.js';
import type { WorkValues } from './workValues.js';

const rule = required();

/** Rounds and awards of a competition: a table at a desk, blocks on a phone. */
export const RoundsInput = () => {
  const t = useTranslate();
  const { fields, append, remove } = useFieldArray<WorkValues, 'rounds', 'key'>({ name: 'rounds', keyName: 'key' });
  return (
    <Box role="group" aria-label={t('admin.work.rounds')} sx={{ mt: 1.5 }}>
      <Typography sx={{ fontWeight: 600 }}>{t('admin.work.rounds')}</Typography>
      <Typography color="textSecondary">{t('admin.work.rounds_hint')}</Typography>
      {fields.map(({ key }, index) => (
        <Box key={key} role="group" aria-label={t('admin.work.round_no', { no: index + 1 })} sx={{ display: 'grid', columnGap: 1, alignItems: 'start', gridTemplateColumns: { xs: '1fr 44px', md: '2fr 8rem 3fr 44px' }, '& > :first-of-type, & > :nth-of-type(3)': { gridColumn: { xs: '1 / -1', md: 'auto' } }, '& > :last-of-type': { gridRow: { xs: 2, md: 'auto' }, gridColumn: { xs: 2, md: 'auto' } }, py: { xs: 1, md: 0 }, borderTop: { xs: 1, md: 0 }, borderColor: { xs: 'divider' } }}>
          <LineInput source={`rounds.${index}.stage`} label="admin.work.stage" isRequired />
          <NumberInput source={`rounds.${index}.entries`} label="admin.work.entries" min={0} helperText={false} validate={rule} />
          <LineInput source={`rounds.${index}.awards`} label="admin.work.awards" />
          <Tooltip title={t('admin.work.remove_round')}><IconButton aria-label={t('admin.work.remove_round')} onClick={() => remove(index)} sx={{ mt: 1.5 }}><Delete /></IconButton></Tooltip>
        </Box>
      ))}
      <Button startIcon={<Add />} onClick={() => append({ stage: '', entries: null, awards: '' })}>{t('admin.work.add_round')}</Button>
    </Box>
  );
};

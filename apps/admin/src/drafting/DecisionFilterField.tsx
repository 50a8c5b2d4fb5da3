import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { draftingDecisionWords } from './decisions.js';
import type { DecisionFilter } from './useDrafting.js';

/** Which decisions of a list to show. */
export const DecisionFilterField = ({ value, onChange }: { value: DecisionFilter; onChange: (value: DecisionFilter) => void }) => {
  const t = useTranslate();
  return (
    <TextField select size="small" fullWidth={false} label={t('admin.drafting.filter')} value={value ?? 'all'} onChange={(event) => onChange(event.target.value === 'all' ? undefined : event.target.value as DecisionFilter)} sx={{ width: 150 }}>
      <MenuItem value="all">{t('admin.drafting.all')}</MenuItem>
      <MenuItem value="open">{t('admin.drafting.open_only')}</MenuItem>
      {draftingDecisionWords.map(({ id, name }) => <MenuItem key={id} value={id}>{t(name)}</MenuItem>)}
    </TextField>
  );
};

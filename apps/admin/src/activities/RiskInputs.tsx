import { Chip, Stack, Typography } from '@mui/material';
import { BooleanInput, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { ChoiceCards } from '../ui/ChoiceCards.js';
import { LineInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { riskTemplates } from './activityDefaults.js';
import type { ActivityValues } from './activityValues.js';

/** What could happen and what is done about it: the usual sentences at a touch, each once. */
export const RiskInputs = () => {
  const t = useTranslate();
  const { getValues, setValue } = useFormContext<ActivityValues>();
  const who = useWatch<ActivityValues, 'who'>({ name: 'who' });
  const add = (sentence: string) => {
    const present = (getValues('riskStatement') ?? '').trim();
    if (!present.includes(sentence)) setValue('riskStatement', [present, sentence].filter(Boolean).join('\n'), { shouldDirty: true, shouldValidate: true });
  };
  return (
    <>
      <LineInput source="riskStatement" label="admin.activities.risk" helperText="admin.activities.risk_hint" rows={2} isRequired />
      <Typography color="textSecondary" sx={{ mt: 0.5 }}>{t('admin.activities.risk_templates')}</Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, my: 1 }}>
        {riskTemplates.map((key) => <Chip key={key} variant="outlined" label={t(`admin.activities.risk_names.${key}`)} onClick={() => add(t(`admin.activities.risks.${key}`))} sx={{ minHeight: 44, borderRadius: 22 }} />)}
      </Stack>
      <ChoiceCards source="insurance" label="admin.activities.insurance" choices={words.insurances} isRequired />
      <ChoiceCards source="who" label="admin.activities.who" choices={words.whoMayServe} isRequired />
      {who === 'minors' && <BooleanInput source="companions" label="admin.activities.companions" helperText="admin.activities.companions_hint" />}
    </>
  );
};

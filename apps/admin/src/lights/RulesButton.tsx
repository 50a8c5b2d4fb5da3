import type { PlanLightRules } from '@kepu/contracts';
import Tune from '@mui/icons-material/Tune';
import { Typography } from '@mui/material';
import { NumberInput, SelectInput, required, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { useApi } from '../ui/useApi.js';

/** Gaps are told in points of a hundred and kept in per mille. */
const points = (permille: number): number => Math.round(permille / 10);
const bodyOf = (values: FieldValues, version: number): Parameters<typeof api.updateLightRules>[0]['body'] => ({
  version, yellowGap: Number(values['yellow']) * 10, redGap: Number(values['red']) * 10, nearWorkdays: Number(values['nearWorkdays']), proofWorkdays: Number(values['proofWorkdays']), missedReport: values['missedReport'] as PlanLightRules['missedReport'],
});

/** What the lights of a plan go by: shown, and changed by the office. */
export const RulesButton = ({ planId }: { planId: string }) => {
  const t = useTranslate();
  const rules = useApi(['light-rules', planId], () => api.getLightRules({ params: { id: planId } })).data;
  if (!rules) return null;
  return (
    <ActionButton
      key={rules.version} label="admin.lights.rules" icon={<Tune />} title={t('admin.lights.rules_title')} submitLabel="admin.lights.save" success="admin.lights.rules_saved"
      explanation={<><Typography>{t('admin.lights.rules_explain')}</Typography><Typography color="textSecondary">{[t('admin.lights.rules_hint'), ...(rules.standard ? [t('admin.lights.rules_standard')] : [])].join(' ')}</Typography></>}
      defaults={{ yellow: points(rules.yellowGap), red: points(rules.redGap), nearWorkdays: rules.nearWorkdays, proofWorkdays: rules.proofWorkdays, missedReport: rules.missedReport }} run={(values) => api.updateLightRules({ params: { id: planId }, body: bodyOf(values, rules.version) })}
    >
      <NumberInput source="yellow" label="admin.lights.rule_yellow" min={1} max={100} validate={required()} helperText={false} />
      <NumberInput source="red" label="admin.lights.rule_red" min={1} max={100} validate={required()} helperText={false} />
      <NumberInput source="nearWorkdays" label="admin.lights.rule_near" min={0} max={60} validate={required()} helperText={false} />
      <NumberInput source="proofWorkdays" label="admin.lights.rule_proof" min={0} max={60} validate={required()} helperText={false} />
      <SelectInput source="missedReport" label="admin.lights.rule_missed" choices={['red', 'yellow', 'none'].map((id) => ({ id, name: `terms.missedReports.${id}` }))} validate={required()} helperText={false} />
    </ActionButton>
  );
};

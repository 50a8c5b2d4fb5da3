import type { AssessmentSwitch } from '@kepu/contracts';
import { Alert, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFresh } from '../drafting/useFresh.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useFormat } from '../ui/format.js';

/** Switches assessments on or off, with a reason that stands in the log. */
export const SwitchButton = ({ state: { enabled, version } }: { state: AssessmentSwitch }) => {
  const t = useTranslate();
  const fresh = useFresh();
  const name = enabled ? 'switch_off' : 'switch_on';
  return (
    <ActionButton label={`admin.assessments.${name}`} variant={enabled ? 'text' : 'contained'} title={t(`admin.assessments.${name}_title`)} explanation={t(`admin.assessments.${name}_hint`)} submitLabel={`admin.assessments.${name}`} success={`admin.assessments.switched_${enabled ? 'off' : 'on'}`} run={({ reason }) => fresh(() => api.setAssessmentSwitch({ body: { version, enabled: !enabled, reason: String(reason ?? '') } }))}>
      <ReasonInput />
    </ActionButton>
  );
};

/** What stands in place of assessments while they are off, and who can change that. */
export const SwitchedOff = ({ state }: { state: AssessmentSwitch }) => {
  const t = useTranslate();
  const { list } = useFormat();
  return (
    <Alert severity="info">
      <Typography sx={{ fontWeight: 600 }}>{t('admin.assessments.off_title')}</Typography>
      <Typography>{t('admin.assessments.off_hint', { names: state.who.length > 0 ? list(state.who) : t('admin.assessments.off_nobody') })}</Typography>
      {state.maySwitch && <Stack direction="row" sx={{ mt: 1.5 }}><SwitchButton state={state} /></Stack>}
    </Alert>
  );
};

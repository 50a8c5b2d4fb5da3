import type { Credential, credentialProofs } from '@kepu/contracts';
import { can, credentialLifecycle } from '@kepu/domain';
import { Alert, Box } from '@mui/material';
import { required, SelectInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { DayInput, pair } from '../ui/inputs.js';
import { words } from '../ui/words.js';

type Seen = { proof: (typeof credentialProofs)[number]; fromDay: string; toDay: string | null };
const seenOf = (values: Record<string, unknown>): Seen => ({ proof: values['proof'] as Seen['proof'], fromDay: String(values['fromDay'] ?? ''), toDay: values['toDay'] ? String(values['toDay']) : null });

const SeenInputs = () => (
  <>
    <SelectInput source="proof" label="admin.credentials.proof" choices={words.credentialProofs} validate={required()} helperText={false} />
    <Box sx={pair}>
      <DayInput source="fromDay" label="admin.credentials.from_day" isRequired />
      <DayInput source="toDay" label="admin.credentials.to_day" helperText="admin.credentials.to_day_hint" />
    </Box>
  </>
);

/** What can be decided about a certificate, by whom it is somebody else's. */
export const CredentialActions = ({ credential }: { credential: Credential }) => {
  const t = useTranslate();
  const may = useMay();
  const own = useSession()?.account.id === credential.person.id;
  const { id, version, state, person, kind, file, fromDay, toDay } = credential;
  if (own) return <Alert severity="info">{t('admin.credentials.own')}</Alert>;
  const title = { name: person.name, kind: kind.name };
  const defaults = { proof: file ? 'file' : 'original', fromDay, toDay };
  const undo = (done: Credential) => api.undoCredential({ params: { id }, body: { version: done.version } });
  const offers = (action: 'confirm' | 'return' | 'audit') => can(credentialLifecycle, state, action) && may(credentialLifecycle.actions[action].permission as 'credential:confirm' | 'credential:audit');
  return (
    <>
      {offers('return') && (
        <ActionButton label="admin.credentials.return" title={t('admin.credentials.return_title', title)} submitLabel="admin.credentials.return" success="admin.credentials.returned" danger={state !== 'declared'} explanation={state === 'declared' ? undefined : t('admin.credentials.return_warning')} {...(state === 'declared' ? { undo } : {})} run={({ reason }) => api.returnCredential({ params: { id }, body: { version, reason: String(reason ?? '') } })}>
          <ReasonInput suggestions={['admin.credentials.reasons.blurred', 'admin.credentials.reasons.other', 'admin.credentials.reasons.ended', 'admin.credentials.reasons.wrong']} />
        </ActionButton>
      )}
      {offers('audit') && (
        <ActionButton label="admin.credentials.audit" variant="contained" title={t('admin.credentials.audit_title', title)} explanation={t('admin.credentials.confirm_hint')} submitLabel="admin.credentials.audit" success="admin.credentials.audited" defaults={defaults} run={(values) => api.auditCredential({ params: { id }, body: { version, ...seenOf(values) } })}><SeenInputs /></ActionButton>
      )}
      {offers('confirm') && (
        <ActionButton label="admin.credentials.confirm" variant="contained" title={t('admin.credentials.confirm_title', title)} explanation={t('admin.credentials.confirm_hint')} submitLabel="admin.credentials.confirm" success="admin.credentials.confirmed" defaults={defaults} undo={undo} run={(values) => api.confirmCredential({ params: { id }, body: { version, ...seenOf(values) } })}><SeenInputs /></ActionButton>
      )}
    </>
  );
};

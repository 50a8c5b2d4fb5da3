import Download from '@mui/icons-material/FileDownloadOutlined';
import { SelectInput, required, useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { saveFile } from '../ui/download.js';

type Body = Parameters<typeof api.exportVolunteers>[0]['body'];
const reasons = ['admin.privacy.exports.reasons.check', 'admin.privacy.exports.reasons.insurance', 'admin.privacy.exports.reasons.call'] as const;
const purposes = (['register', 'statistics', 'contact'] as const).map((id) => ({ id, name: `exported.purposes.${id}` }));
const rule = required();

/** The list as it is filtered, as a spreadsheet: for a reason, which everybody in it reads. */
export const ExportButton = () => {
  const t = useTranslate();
  const may = useMay();
  const { filterValues } = useListContext();
  if (!may('personal:export')) return null;
  return (
    <ActionButton
      label="admin.privacy.exports.label" icon={<Download />} title={t('admin.privacy.exports.title')} explanation={t('admin.privacy.exports.explained')} submitLabel="admin.privacy.exports.submit" defaults={{ purpose: 'register', reason: '' }}
      run={async ({ purpose, reason }) => {
        const { active, ...filters } = filterValues as Record<string, string>;
        const body = { ...filters, ...(active === undefined || active === '' ? {} : { active: active === 'true' }), purpose: purpose as Body['purpose'], reason: String(reason ?? '') } as Body;
        await saveFile(await api.exportVolunteers({ body }), t('admin.privacy.exports.file'));
      }}
    >
      <SelectInput source="purpose" label="admin.privacy.exports.purpose" helperText="admin.privacy.exports.purpose_hint" choices={purposes} validate={rule} fullWidth />
      <ReasonInput suggestions={reasons} helperText="admin.privacy.reason_hint" />
    </ActionButton>
  );
};

import Download from '@mui/icons-material/FileDownloadOutlined';
import { SelectInput, required, useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { saveFile } from '../ui/download.js';

type Body = Parameters<typeof api.exportVolunteers>[0]['body'];
/** Lists of people that leave as a sheet. */
const lists = {
  volunteers: (body: unknown) => api.exportVolunteers({ body: body as Body }), 'pool-terms': (body: unknown) => api.exportPoolTerms({ body: body as Body }), nominations: (body: unknown) => api.exportNominations({ body: body as Parameters<typeof api.exportNominations>[0]['body'] }),
  credentials: (body: unknown) => api.exportCredentials({ body: body as Parameters<typeof api.exportCredentials>[0]['body'] }),
} as const;
const reasons = ['admin.privacy.exports.reasons.check', 'admin.privacy.exports.reasons.insurance', 'admin.privacy.exports.reasons.call'] as const;
const purposes = (['register', 'statistics', 'contact'] as const).map((id) => ({ id, name: `exported.purposes.${id}` }));
const rule = required();
/** Filters as they stand in an address, as a body takes them: yes and no, numbers, and nothing that is empty. */
const valueOf = (key: string, value: string): string | number | boolean => (value === 'true' || value === 'false' ? value === 'true' : key === 'ending' ? Number(value) : value);

/** The list as it is filtered, as a spreadsheet: for a reason, which everybody in it reads. */
export const ExportButton = ({ list = 'volunteers', filter = {} }: { list?: keyof typeof lists; filter?: Readonly<Record<string, string>> }) => {
  const t = useTranslate();
  const may = useMay();
  const { filterValues } = useListContext();
  if (!may('personal:export')) return null;
  return (
    <ActionButton
      label="admin.privacy.exports.label" icon={<Download />} title={t('admin.privacy.exports.title')} explanation={t('admin.privacy.exports.explained')} submitLabel="admin.privacy.exports.submit" defaults={{ purpose: 'register', reason: '' }}
      run={async ({ purpose, reason }) => {
        const set = Object.entries({ ...(filterValues as Record<string, string | boolean | null>), ...filter }).filter(([, value]) => value !== undefined && value !== null && value !== '');
        const body = { ...Object.fromEntries(set.map(([key, value]) => [key, valueOf(key, String(value))])), purpose, reason: String(reason ?? '') };
        await saveFile(await lists[list](body), t('admin.privacy.exports.file'));
      }}
    >
      <SelectInput source="purpose" label="admin.privacy.exports.purpose" helperText="admin.privacy.exports.purpose_hint" choices={purposes} validate={rule} fullWidth />
      <ReasonInput suggestions={reasons} helperText="admin.privacy.reason_hint" />
    </ActionButton>
  );
};

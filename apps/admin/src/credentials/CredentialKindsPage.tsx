import type { CredentialKind } from '@kepu/contracts';
import { Box, Card, Typography } from '@mui/material';
import { BooleanInput, NumberInput, required, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { CredentialKindsInput } from './CredentialKindsInput.js';
import { useCredentialKinds } from './useCredentialKinds.js';

type Values = Record<string, unknown>;
const fieldsOf = (values: Values) => ({
  name: String(values['name'] ?? ''), note: values['note'] ? String(values['note']) : null, impliesIds: (values['impliesIds'] as string[] | null) ?? [], expires: Boolean(values['expires']), byCourse: Boolean(values['byCourse']), sortNo: Number(values['sortNo'] ?? 1000),
});

const KindInputs = ({ fresh }: { fresh: boolean }) => (
  <>
    <LineInput source="name" label="admin.credential_kinds.name" isRequired />
    <LineInput source="note" label="admin.credential_kinds.note" rows={2} />
    <CredentialKindsInput source="impliesIds" label="admin.credential_kinds.implies" helperText="admin.credential_kinds.implies_hint" />
    <BooleanInput source="expires" label="admin.credential_kinds.expires" helperText="admin.credential_kinds.expires_hint" />
    <BooleanInput source="byCourse" label="admin.credential_kinds.by_course" helperText="admin.credential_kinds.by_course_hint" />
    <NumberInput source="sortNo" label="admin.credential_kinds.sort" min={0} validate={required()} helperText={false} />
    {!fresh && <BooleanInput source="retired" label="admin.credential_kinds.retired" helperText="admin.credential_kinds.retired_hint" />}
  </>
);

const Create = ({ label }: { label: string }) => {
  const t = useTranslate();
  return (
    <ActionButton label={label} variant="contained" title={t('admin.credential_kinds.create')} submitLabel="ra.action.save" success="admin.credential_kinds.saved" defaults={{ name: '', note: '', impliesIds: [], expires: false, byCourse: false, sortNo: 1000 }}
      run={(values) => { const body = fieldsOf(values); return once(`credential-kind ${JSON.stringify(body)}`, (idempotencyKey) => api.createCredentialKind({ body, idempotencyKey })); }}><KindInputs fresh /></ActionButton>
  );
};

const Edit = ({ kind }: { kind: CredentialKind }) => {
  const t = useTranslate();
  return (
    <ActionButton label="admin.credential_kinds.edit" variant="text" title={kind.name} submitLabel="ra.action.save" success="admin.credential_kinds.saved" defaults={{ ...kind, note: kind.note ?? '', impliesIds: kind.implies.map(({ id }) => id) }} explanation={kind.retired ? t('admin.credential_kinds.retired_hint') : undefined}
      run={(values) => api.updateCredentialKind({ params: { id: kind.id }, body: { version: kind.version, ...fieldsOf(values), retired: Boolean(values['retired']) } })}><KindInputs fresh={false} /></ActionButton>
  );
};

/** The kinds that positions can demand, and what each stands for. */
const CredentialKindsPage = () => {
  const t = useTranslate();
  const writes = useMay()('dictionary:write');
  const { list } = useFormat();
  return (
    <>
      <PageHeader title={t('admin.credential_kinds.title')} subtitle={t('admin.credential_kinds.subtitle')} actions={writes ? <Create label="admin.credential_kinds.create" /> : undefined} />
      <Loaded query={useCredentialKinds()} rows={8}>
        {({ data }) => (data.length === 0 ? <EmptyState title="admin.credential_kinds.empty" hint="admin.credential_kinds.empty_hint" /> : (
          <Box component="ul" aria-label={t('admin.credential_kinds.title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
            {data.map((kind) => (
              <Card component="li" key={kind.id} sx={{ p: 2 }}>
                <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}><Typography variant="h3" component="h2">{kind.name}</Typography>{writes && <Edit kind={kind} />}</Box>
                {kind.note && <Typography color="textSecondary">{kind.note}</Typography>}
                {kind.implies.length > 0 && <Typography>{t('admin.credentials.implies', { kinds: list(kind.implies.map(({ name }) => name)) })}</Typography>}
                <Box sx={{ mt: 1, display: 'flex', flexWrap: 'wrap', gap: 1 }}>{kind.expires && <Mark tone="quiet">{t('admin.credential_kinds.expires')}</Mark>}{kind.byCourse && <Mark tone="quiet">{t('admin.credential_kinds.by_course')}</Mark>}{kind.retired && <Mark tone="wrong">{t('admin.credential_kinds.retired')}</Mark>}</Box>
              </Card>
            ))}
          </Box>
        ))}
      </Loaded>
    </>
  );
};
export default CredentialKindsPage;

import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LineInput } from '../ui/inputs.js';
import { InitialPassword } from './InitialPassword.js';

const given = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

/** Adds a person, and shows the first password once. */
export const AccountCreate = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [made, setMade] = useState<{ id: string; name: string; initialPassword: string } | null>(null);
  return (
    <>
      <ActionButton
        label="admin.people.create" variant="contained" title={t('admin.people.create')} explanation={t('admin.people.create_explained')} submitLabel="ra.action.save"
        run={async (values) => {
          const [email, phone] = [given(values['email']), given(values['phone'])];
          const body = { name: String(values['name'] ?? ''), ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
          setMade(await once(`account ${JSON.stringify(body)}`, (idempotencyKey) => api.createAccount({ body, idempotencyKey })));
        }}
      >
        <LineInput source="name" label="admin.people.name" isRequired />
        <LineInput source="email" label="admin.people.email" />
        <LineInput source="phone" label="admin.people.phone" helperText="admin.people.contact_hint" />
      </ActionButton>
      {made && <InitialPassword name={made.name} password={made.initialPassword} onClose={() => { setMade(null); void navigate(`/accounts/${made.id}`); }} />}
    </>
  );
};

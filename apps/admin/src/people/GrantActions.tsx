import { lentRoles, roleScopes, type Post, type Role, type ScopeKind } from '@kepu/contracts/permissions';
import { Typography } from '@mui/material';
import { AutocompleteInput, ReferenceInput, required, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, DivisionInput, UnitInput, WordInput } from '../ui/inputs.js';

const find = (q: string) => ({ q });
const scopeOf = (role: unknown): ScopeKind | undefined => (typeof role === 'string' && role in roleScopes ? roleScopes[role as Role][0] : undefined);

/** A role that is lent has a last day; the days of an inspection are known beforehand. */
const Until = () => {
  const role: unknown = useWatch({ name: 'role' });
  const lent = typeof role === 'string' && lentRoles.includes(role as Role);
  return <DayInput source="to" label="admin.people.to" helperText={lent ? 'admin.people.to_lent' : 'admin.people.to_hint'} isRequired={lent} />;
};

const ScopeInputs = () => {
  const t = useTranslate();
  const role: unknown = useWatch({ name: 'role' });
  const scope = scopeOf(role);
  return (
    <>
      {scope === 'city' && <Typography sx={{ my: 1 }}>{t('admin.people.whole_city')}</Typography>}
      {scope === 'division' && <DivisionInput source="divisionCode" label="terms.scopeKinds.division" county isRequired />}
      {scope === 'unit' && <UnitInput source="unitId" label="terms.scopeKinds.unit" isRequired />}
      {role === 'liaison' && <WordInput source="post" label="admin.invitations.post" of="posts" helperText="admin.invitations.post_hint" />}
      {typeof role === 'string' && role in roleScopes && <Typography color="textSecondary">{t(`admin.people.role_hints.${role}`)}</Typography>}
    </>
  );
};

/** Gives a right: a role, where it holds, and until when. */
export const GrantCreate = ({ accountId, name }: { accountId?: string; name?: string }) => {
  const t = useTranslate();
  const today = useSession()?.today ?? null;
  return (
    <ActionButton
      label="admin.people.grant" variant="contained" title={name ? t('admin.people.grant_to', { name }) : t('admin.people.grant')} submitLabel="admin.people.grant" success="admin.people.granted" defaults={{ from: today, ...(accountId ? { accountId } : {}) }}
      run={async (values) => {
        const role = values['role'] as Role;
        const scopeKind = scopeOf(role) ?? 'city';
        const scopeId = scopeKind === 'unit' ? String(values['unitId'] ?? '') : scopeKind === 'division' ? String(values['divisionCode'] ?? '') : null;
        const body = { accountId: String(values['accountId'] ?? ''), role, scopeKind, scopeId, ...(role === 'liaison' && values['post'] ? { post: values['post'] as Post } : {}), ...(values['from'] ? { from: String(values['from']) } : {}), to: values['to'] ? String(values['to']) : null };
        await once(`grant ${JSON.stringify(body)}`, (idempotencyKey) => api.createGrant({ body, idempotencyKey }));
      }}
    >
      {!accountId && (
        <ReferenceInput source="accountId" reference="accounts" filter={{ state: 'active' }} sort={{ field: 'name', order: 'ASC' }}>
          <AutocompleteInput label="admin.people.person" optionText="name" filterToQuery={find} helperText={false} validate={required()} />
        </ReferenceInput>
      )}
      <WordInput source="role" label="admin.people.role" of="roles" isRequired />
      <ScopeInputs />
      <DayInput source="from" label="admin.people.from" />
      <Until />
    </ActionButton>
  );
};

/** Withdraws a right at once. */
export const GrantEnd = ({ id, words }: { id: string; words: string }) => {
  const t = useTranslate();
  return <ActionButton label="admin.people.end" danger variant="text" title={t('admin.people.end_title')} explanation={t('admin.people.end_explained', { right: words })} submitLabel="admin.people.end" success="admin.people.ended" run={() => api.endGrant({ params: { id } })} />;
};

import type { Account } from '@kepu/contracts';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { RevealButton } from '../privacy/RevealButton.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { GrantCreate, GrantEnd } from './GrantActions.js';
import { InitialPassword } from './InitialPassword.js';
import { useScopeName } from './scope.js';

const given = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

const Actions = ({ account }: { account: Account }) => {
  const t = useTranslate();
  const [password, setPassword] = useState<string | null>(null);
  const { id, version, name, state } = account;
  const target = { params: { id } };
  return (
    <>
      <ActionButton
        label="ra.action.edit" title={name} explanation={t('admin.people.edit_explained')} submitLabel="ra.action.save" success="admin.shell.saved" defaults={{ name }}
        run={(values) => {
          const [email, phone] = [given(values['email']), given(values['phone'])];
          return api.updateAccount({ ...target, body: { version, ...(values['name'] === name ? {} : { name: String(values['name'] ?? '') }), ...(email ? { email } : {}), ...(phone ? { phone } : {}) } });
        }}
      >
        <LineInput source="name" label="admin.people.name" isRequired /><LineInput source="email" label="admin.people.new_email" /><LineInput source="phone" label="admin.people.new_phone" />
      </ActionButton>
      <ActionButton label="admin.people.reset" title={t('admin.people.reset_title', { name })} explanation={t('admin.people.reset_explained')} submitLabel="admin.people.reset" run={async () => setPassword((await api.resetPassword(target)).initialPassword)} />
      <ActionButton label="admin.second.reset_factors" variant="text" title={t('admin.second.reset_factors_title', { name })} explanation={t('admin.second.reset_factors_explained')} submitLabel="admin.second.reset_factors" success="admin.second.reset_factors_done" run={() => api.resetSecondFactors(target)} />
      {state === 'active'
        ? <ActionButton label="admin.people.disable" danger variant="text" title={t('admin.people.disable_title', { name })} explanation={t('admin.people.disable_explained')} submitLabel="admin.people.disable" success="admin.people.disabled" run={() => api.disableAccount(target)} />
        : <ActionButton label="admin.people.enable" title={t('admin.people.enable_title', { name })} explanation={t('admin.people.enable_explained')} submitLabel="admin.people.enable" success="admin.people.enabled" run={() => api.enableAccount(target)} />}
      {password && <InitialPassword name={name} password={password} onClose={() => setPassword(null)} />}
    </>
  );
};

/** One person: how to reach them, what they may do. */
const PersonPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const scopeName = useScopeName();
  const { instant, day } = useFormat();
  const query = useApi(['account', id], () => api.getAccount({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/accounts', label: 'admin.menu.people' }}>
      {(account) => (
        <Box sx={{ maxWidth: 960 }}>
          <PageHeader title={account.name} back={{ to: '/accounts', label: 'admin.menu.people' }} mark={<StateChip of="accountStates" state={account.state} />} actions={may('account:write') && account.state !== 'closed' ? <Actions account={account} /> : undefined} />
          <Panel id="facts" title={t('admin.people.facts')}>
            <Facts rows={[
              ['admin.people.email', account.email ? <>{account.email} <RevealButton person={account} field="email" /></> : t('admin.shell.none')],
              ['admin.people.phone', account.phone ? <>{account.phone} <RevealButton person={account} field="phone" /></> : t('admin.shell.none')],
              ['admin.people.last_seen', account.lastSignInAt ? instant(account.lastSignInAt) : t('admin.sign_offs.never_seen')], ['admin.people.since', instant(account.createdAt)],
            ]} />
            {may('audit:read') && <Button component={Link} to={`/audit-entries?filter=${encodeURIComponent(JSON.stringify({ actorId: id }))}`} sx={{ mt: 1 }}>{t('admin.people.go_audit')}</Button>}
          </Panel>
          <Panel id="rights" title={t('admin.people.rights')} action={may('grant:write') ? <GrantCreate accountId={id} name={account.name} /> : undefined}>
            {account.grants.length === 0 ? <Typography color="textSecondary">{t('admin.people.no_rights_hint')}</Typography> : (
              <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {account.grants.map((grant) => (
                  <Stack component="li" key={grant.id} direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1, borderTop: 1, borderColor: 'divider' }}>
                    <Box sx={{ flex: '1 1 14rem' }}>
                      <Typography sx={{ fontWeight: 600 }}>{t(`terms.roles.${grant.role}`)} · {scopeName(grant.scope)}</Typography>
                      <Typography color="textSecondary">{grant.to ? t('admin.people.from_to', { from: day(grant.from, true), to: day(grant.to, true) }) : t('admin.people.from_on', { from: day(grant.from, true) })}</Typography>
                    </Box>
                    {may('grant:write') && <GrantEnd id={grant.id} words={`${t(`terms.roles.${grant.role}`)} · ${scopeName(grant.scope)}`} />}
                  </Stack>
                ))}
              </Stack>
            )}
          </Panel>
        </Box>
      )}
    </LoadedPage>
  );
};
export default PersonPage;

import type { Security } from '@kepu/contracts';
import { Box, Button, Chip, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { useFormat } from '../ui/format.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { FactorsPanel } from './FactorsPanel.js';
import { Proof } from './Proof.js';

type Seen = Security['devices'][number] | Security['sessions'][number];

const SeenLine = ({ seen }: { seen: Seen }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ fontWeight: 600 }}>{t(`terms.systems.${seen.system}`)} · {t(`terms.browsers.${seen.browser}`)}</Typography>
      <Typography color="textSecondary">{t('admin.second.last_seen', { at: instant(seen.lastSeenAt) })}{seen.ip ? ` · ${seen.ip}` : ''}</Typography>
    </Box>
  );
};

const Devices = ({ security }: { security: Security }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const row = { direction: 'row', sx: { justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap', py: 1, borderTop: 1, borderColor: 'divider' } } as const;
  const several = security.sessions.length > 1 || security.devices.length > 0;
  return (
    <>
      <Panel title={t('admin.second.sessions')} id="sessions" action={several && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.endOtherSessions(), { success: 'admin.second.ended_others' })}>{t('admin.second.end_others')}</Button>}>
        {security.sessions.map((session) => (
          <Stack key={session.id} {...row}>
            <SeenLine seen={session} />
            {session.present ? <Chip label={t('admin.second.present')} /> : <Button disabled={pending} onClick={() => void run(() => api.endMySession({ params: { id: session.id } }), { success: 'admin.second.ended' })}>{t('admin.second.end')}</Button>}
          </Stack>
        ))}
      </Panel>
      {security.devices.length > 0 && (
        <Panel title={t('admin.second.devices')} id="devices">
          <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.second.devices_hint')}</Typography>
          {security.devices.map((device) => (
            <Stack key={device.id} {...row}>
              <SeenLine seen={device} />
              <Button disabled={pending} onClick={() => void run(() => api.forgetMyDevice({ params: { id: device.id } }), { success: 'admin.second.forgot' })}>{t('admin.second.forget')}</Button>
            </Stack>
          ))}
        </Panel>
      )}
    </>
  );
};

/** How the own account is secured, and where it is signed in. */
const SecurityPage = () => {
  const t = useTranslate();
  const session = useSession();
  const query = useApi(['security'], () => api.getMySecurity());
  const [proving, setProving] = useState(false);
  return (
    <Box sx={{ maxWidth: 760 }}>
      <PageHeader title={t('admin.second.security')} subtitle={t('admin.second.security_hint')} />
      {proving && session && (
        <Panel title={t('admin.second.prove_title')} id="prove">
          <Typography color="textSecondary" sx={{ mb: 2 }}>{t('admin.second.prove_hint')}</Typography>
          <Proof ways={session.ways.filter((way) => way !== 'oidc')} next="/admin/security" onDone={() => { setProving(false); void query.refetch(); }} />
        </Panel>
      )}
      <Loaded query={query}>{(security) => (
        <>
          <FactorsPanel security={security} onProve={() => setProving(true)} onChange={() => void query.refetch()} />
          <Devices security={security} />
          <Link href="/me/security" sx={{ minHeight: 44, display: 'inline-flex', alignItems: 'center' }}>{t('admin.second.more')}</Link>
        </>
      )}</Loaded>
    </Box>
  );
};
export default SecurityPage;

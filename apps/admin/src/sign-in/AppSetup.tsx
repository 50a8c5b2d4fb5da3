import type { TotpSetup } from '@kepu/contracts';
import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { CodeFields } from './CodeFields.js';

/** Ten codes, shown this once. */
export const RecoveryCodesCard = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const t = useTranslate();
  return (
    <>
      <Typography variant="h2">{t('admin.second.codes_title')}</Typography>
      <Typography sx={{ my: 1 }}>{t('admin.second.codes_hint')}</Typography>
      <Box component="ul" sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1, p: 2, m: 0, mb: 2, listStyle: 'none', fontFamily: 'monospace', fontSize: '1.125rem', backgroundColor: 'background.default', borderRadius: 1 }}>
        {codes.map((code) => <li key={code}>{code}</li>)}
      </Box>
      <Button variant="contained" fullWidth onClick={onKept} sx={{ minHeight: 48 }}>{t('admin.second.codes_kept')}</Button>
    </>
  );
};

/** Sets an authenticator app up: scan, one right code, ten codes to keep. */
export const AppSetup = ({ onDone }: { onDone: () => void }) => {
  const t = useTranslate();
  const [setup, setSetup] = useState<TotpSetup | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let gone = false;
    api.startTotp().then((made) => { if (!gone) setSetup(made); }, (error: unknown) => { if (!gone) setRefusal(messageOf(error)); });
    return () => { gone = true; };
  }, []);
  if (refusal) return <Alert severity="error" role="alert">{t(refusal, { _: refusal })}</Alert>;
  if (codes) return <RecoveryCodesCard codes={codes} onKept={onDone} />;
  if (!setup) return <Skeleton variant="rounded" height={220} />;
  return (
    <CodeFields label="admin.second.app_code" hint="admin.second.app_hint" run={async ({ code }) => setCodes((await api.confirmTotp({ body: { code } })).codes)}>
      <Box component="img" src={`data:image/svg+xml,${encodeURIComponent(setup.qr)}`} alt={t('admin.second.qr')} sx={{ display: 'block', width: 220, maxWidth: '100%', mx: 'auto', mb: 1, backgroundColor: '#fff', borderRadius: 1 }} />
      <Typography color="textSecondary">{t('admin.second.key')}</Typography>
      <Typography component="code" sx={{ display: 'block', mb: 2, fontFamily: 'monospace', overflowWrap: 'anywhere' }}>{setup.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Typography>
    </CodeFields>
  );
};

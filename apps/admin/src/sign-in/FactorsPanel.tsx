import type { FactorKind, Security } from '@kepu/contracts';
import { ApiProblem } from '@kepu/api-client/slim';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { useFormat } from '../ui/format.js';
import { Panel } from '../ui/Panels.js';
import { AppSetup, RecoveryCodesCard } from './AppSetup.js';
import { SentCode } from './SentCode.js';

/** Second ways: an app with its recovery codes, SMS to the own phone. Every change asks for a fresh proof. */
export const FactorsPanel = ({ security, onProve, onChange }: { security: Security; onProve: () => void; onChange: () => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { instant } = useFormat();
  const [open, setOpen] = useState<FactorKind | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const close = (said: string) => {
    setOpen(null);
    setCodes(null);
    notify(said, { type: 'success' });
    onChange();
  };
  const attempt = async (work: () => Promise<void>) => {
    setRefusal(null);
    await work().catch((error: unknown) => {
      if (error instanceof ApiProblem && error.problem.code === 'auth.proof_required') onProve();
      else setRefusal(t(messageOf(error), { _: messageOf(error) }));
    });
  };
  const begin = (kind: FactorKind) => {
    if (security.fresh) setOpen(kind);
    else onProve();
  };
  const kinds: readonly FactorKind[] = security.contact.phone ? ['totp', 'sms'] : ['totp'];
  return (
    <Panel title={t('admin.second.factors')} id="factors">
      <Typography color="textSecondary" sx={{ mb: 1 }}>{t(security.secondDemanded ? 'admin.second.factors_demanded' : 'admin.second.factors_hint')}</Typography>
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 1.5 }}>{refusal}</Alert>}
      {kinds.map((kind) => {
        const factor = security.factors.find((one) => one.kind === kind);
        return (
          <Stack key={kind} direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap', py: 1, borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{t(`terms.proofKinds.${kind}`)}</Typography>
              <Typography color="textSecondary">{factor ? t('admin.second.on', { at: instant(factor.since) }) : t('admin.second.off')}{kind === 'totp' && factor ? ` · ${t('admin.second.codes_left', { count: security.recoveryCodesLeft })}` : ''}</Typography>
            </Box>
            <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
              {kind === 'totp' && factor && <Button onClick={() => void attempt(async () => setCodes((await api.createRecoveryCodes()).codes))}>{t('admin.second.renew')}</Button>}
              {factor
                ? <Button onClick={() => void attempt(async () => { await api.turnOffFactor({ params: { kind } }); close('admin.second.turned_off'); })}>{t('admin.second.turn_off')}</Button>
                : <Button variant="outlined" onClick={() => begin(kind)}>{t('admin.second.turn_on')}</Button>}
            </Stack>
          </Stack>
        );
      })}
      <Box sx={{ mt: 2, maxWidth: 440 }}>
        {codes && <RecoveryCodesCard codes={codes} onKept={() => close('admin.shell.saved')} />}
        {!codes && open === 'totp' && <AppSetup onDone={() => close('admin.second.turned_on')} />}
        {!codes && open === 'sms' && <SentCode ask={() => api.createOwnChallenge({ body: { kind: 'sms' } })} take={async ({ challengeId, code }) => { await api.turnOnSms({ body: { challengeId, code } }); close('admin.second.turned_on'); }} />}
      </Box>
    </Panel>
  );
};

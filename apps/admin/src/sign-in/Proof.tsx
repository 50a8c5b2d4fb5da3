import type { ProofKind, Session } from '@kepu/contracts';
import { Alert, Box, Button, Stack } from '@mui/material';
import { useState } from 'react';
import { Form, PasswordInput, required, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { setSession } from '../providers/session.js';
import { CodeFields } from './CodeFields.js';
import { SentCode } from './SentCode.js';

type Way = ProofKind | 'recovery';
interface Props { ways: readonly ProofKind[]; mayRemember?: boolean; next: string; onDone?: () => void }

const PasswordProof = ({ run }: { run: (password: string) => Promise<unknown> }) => {
  const t = useTranslate();
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async ({ password }: FieldValues) => {
    setRefusal(null);
    await run(String(password)).catch((error: unknown) => setRefusal(t(messageOf(error), { _: messageOf(error) })));
  };
  return (
    <Form onSubmit={submit} noValidate disableInvalidFormNotification>
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 1.5 }}>{refusal}</Alert>}
      <PasswordInput source="password" label="admin.sign_in.password" autoComplete="current-password" validate={required()} helperText={false} size="medium" />
      <Button type="submit" variant="contained" fullWidth sx={{ mt: 1, minHeight: 48 }}>{t('admin.second.confirm')}</Button>
    </Form>
  );
};

/** A proof in one of the ways that the person has. */
export const Proof = ({ ways, mayRemember = false, next, onDone }: Props) => {
  const t = useTranslate();
  const all: readonly Way[] = ways.includes('totp') ? [...ways, 'recovery'] : ways;
  const [way, setWay] = useState<Way | undefined>(all.find((one) => one !== 'oidc'));
  const done = (session: Session) => {
    setSession(session);
    onDone?.();
  };
  const bySent = (kind: 'sms' | 'email') => (
    <SentCode key={kind} mayRemember={mayRemember} ask={() => api.createOwnChallenge({ body: { kind } })} take={async (given) => done(await api.addSessionProof({ body: { kind, ...given } }))} />
  );
  const byCode = (kind: 'totp' | 'recovery') => (
    <CodeFields key={kind} label={kind === 'totp' ? 'admin.second.code' : 'admin.second.recovery_code'} hint={kind === 'totp' ? 'admin.second.app_hint' : 'admin.second.recovery_hint'} digits={kind === 'totp'} mayRemember={mayRemember} run={async (given) => done(await api.addSessionProof({ body: { kind, ...given } }))} />
  );
  return (
    <>
      {all.length > 1 && (
        <Stack direction="row" role="group" aria-label={t('admin.second.choose')} sx={{ flexWrap: 'wrap', gap: 1, mb: 2 }}>
          {all.map((one) => (one === 'oidc'
            ? <Button key={one} variant="outlined" href={`/api/v1/oidc/start?${new URLSearchParams({ next })}`}>{t('terms.proofKinds.oidc')}</Button>
            : <Button key={one} variant={one === way ? 'contained' : 'outlined'} aria-pressed={one === way} onClick={() => setWay(one)}>{t(one === 'recovery' ? 'admin.second.recovery' : `terms.proofKinds.${one === 'email' ? 'email' : one}`)}</Button>))}
        </Stack>
      )}
      <Box>
        {way === 'totp' && byCode('totp')}
        {way === 'recovery' && byCode('recovery')}
        {way === 'sms' && bySent('sms')}
        {way === 'email' && bySent('email')}
        {way === 'password' && <PasswordProof run={async (password) => done(await api.addSessionProof({ body: { kind: 'password', password } }))} />}
        {way === undefined && <Button variant="contained" fullWidth href={`/api/v1/oidc/start?${new URLSearchParams({ next })}`}>{t('terms.proofKinds.oidc')}</Button>}
      </Box>
    </>
  );
};

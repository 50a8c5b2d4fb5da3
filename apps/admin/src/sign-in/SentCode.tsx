import type { Challenge } from '@kepu/contracts';
import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { messageOf } from '../providers/problem.js';
import { CodeFields } from './CodeFields.js';

interface Props { ask: () => Promise<Challenge>; mayRemember?: boolean; take: (given: { challengeId: string; code: string; remember: boolean }) => Promise<unknown> }

/** A code that is sent when somebody asks for it, and then typed. */
export const SentCode = ({ ask, mayRemember = false, take }: Props) => {
  const t = useTranslate();
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = () => {
    setRefusal(null);
    ask().then(setChallenge, (error: unknown) => setRefusal(t(messageOf(error), { _: messageOf(error) })));
  };
  return (
    <>
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 1.5 }}>{refusal}</Alert>}
      {challenge
        ? <CodeFields label="admin.second.code" hint="admin.second.sent" mayRemember={mayRemember} run={({ code, remember }) => take({ challengeId: challenge.id, code, remember })} />
        : <Button variant="contained" fullWidth onClick={send} sx={{ minHeight: 48 }}>{t('admin.second.send')}</Button>}
      {challenge && <Button fullWidth onClick={send} sx={{ mt: 1 }}>{t('admin.second.again')}</Button>}
    </>
  );
};

import type { Session } from '@kepu/contracts';
import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { Message } from '../layout/Message.js';
import { reloadSession } from '../providers/session.js';
import { AppSetup } from './AppSetup.js';
import { Gate } from './Gate.js';
import { Proof } from './Proof.js';

/** Nothing is shown before the session is complete: a second proof, or a way to give one. */
export const SecondProofPage = ({ session }: { session: Session }) => {
  const t = useTranslate();
  const logout = useLogout();
  // What it began with: while the codes are shown the session is complete already.
  const [setup] = useState(session.missing === 'setup');
  return (
    <Gate title={setup ? 'admin.second.setup_title' : 'admin.second.title'}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>{t(setup ? 'admin.second.setup_hint' : 'admin.second.hint')}</Typography>
      {setup ? <AppSetup onDone={() => void reloadSession()} /> : <Proof ways={session.ways} mayRemember next="/admin" />}
      <Button fullWidth onClick={() => void logout()} sx={{ mt: 1 }}>{t('ra.auth.logout')}</Button>
      <Message />
    </Gate>
  );
};

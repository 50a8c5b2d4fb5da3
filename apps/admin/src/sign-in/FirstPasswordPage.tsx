import { Button, Typography } from '@mui/material';
import { useLogout, useTranslate } from 'react-admin';
import { Message } from '../layout/Message.js';
import { Gate } from './Gate.js';
import { PasswordForm } from './PasswordForm.js';

/** The first password was written down by somebody else: it is changed before anything is shown. */
export const FirstPasswordPage = () => {
  const t = useTranslate();
  const logout = useLogout();
  return (
    <Gate title="admin.sign_in.first_title">
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{t('admin.sign_in.first_hint')}</Typography>
      <PasswordForm />
      <Button fullWidth onClick={() => void logout()} sx={{ mt: 1 }}>{t('ra.auth.logout')}</Button>
      <Message />
    </Gate>
  );
};

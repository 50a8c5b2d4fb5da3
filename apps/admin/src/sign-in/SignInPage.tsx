import { Alert, Button } from '@mui/material';
import { useEffect, useState } from 'react';
import { Form, PasswordInput, required, TextInput, useCheckAuth, useLogin, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { FieldValues } from 'react-hook-form';
import { messageOf } from '../providers/problem.js';
import { Message } from '../layout/Message.js';
import { Gate } from './Gate.js';
import { OtherWays } from './OtherWays.js';

/** Sign in with an e-mail address or phone number. */
export const SignInPage = () => {
  const t = useTranslate();
  const login = useLogin();
  const checkAuth = useCheckAuth();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  useEffect(() => {
    checkAuth({}, false).then(() => navigate('/')).catch(() => undefined);
  }, [checkAuth, navigate]);
  const submit = async (values: FieldValues) => {
    setPending(true);
    setRefusal(null);
    await login(values).catch((error: unknown) => setRefusal(t(messageOf(error), { _: messageOf(error) })));
    setPending(false);
  };
  return (
    <Gate title="admin.sign_in.title">
      <Form onSubmit={submit} noValidate disableInvalidFormNotification>
        {refusal && <Alert severity="error" role="alert" sx={{ mb: 1.5 }}>{refusal}</Alert>}
        <TextInput source="identifier" label="admin.sign_in.identifier" autoComplete="username" autoFocus validate={required()} helperText={false} size="medium" slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }} />
        <PasswordInput source="password" label="admin.sign_in.password" autoComplete="current-password" validate={required()} helperText={false} size="medium" />
        <Button type="submit" variant="contained" fullWidth size="large" disabled={pending} sx={{ mt: 2, minHeight: 48 }}>{t('admin.sign_in.submit')}</Button>
      </Form>
      <OtherWays />
      <Message />
    </Gate>
  );
};

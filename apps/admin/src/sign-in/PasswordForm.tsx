import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { Form, PasswordInput, required, useNotify, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { api } from '../providers/api.js';
import { formErrors, messageOf } from '../providers/problem.js';
import { reloadSession } from '../providers/session.js';

const repeated = (value: unknown, all: FieldValues) => (value === all['next'] ? undefined : 'admin.sign_in.not_repeated');

/** The present password and a new one, twice. */
export const PasswordForm = ({ onDone }: { onDone?: () => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async ({ current, next }: FieldValues) => {
    setPending(true);
    setRefusal(null);
    try {
      await api.changePassword({ body: { current: String(current), next: String(next) } });
      await reloadSession();
      notify('admin.sign_in.changed', { type: 'success' });
      onDone?.();
      return undefined;
    } catch (error) {
      setRefusal(t(messageOf(error), { _: messageOf(error) }));
      return formErrors(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Form onSubmit={submit} noValidate disableInvalidFormNotification>
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 1.5 }}>{refusal}</Alert>}
      <PasswordInput source="current" label="admin.sign_in.current" autoComplete="current-password" validate={required()} helperText={false} size="medium" />
      <PasswordInput source="next" label="admin.sign_in.next" autoComplete="new-password" validate={required()} helperText="admin.sign_in.rule" size="medium" />
      <PasswordInput source="again" label="admin.sign_in.again" autoComplete="new-password" validate={[required(), repeated]} helperText={false} size="medium" />
      <Button type="submit" variant="contained" fullWidth disabled={pending} sx={{ mt: 2, minHeight: 48 }}>{t('admin.sign_in.change_submit')}</Button>
    </Form>
  );
};

import { Alert, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { BooleanInput, Form, required, TextInput, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { messageOf } from '../providers/problem.js';

interface Props { label: string; hint: string; submitLabel?: string; digits?: boolean; mayRemember?: boolean; children?: ReactNode; run: (given: { code: string; remember: boolean }) => Promise<unknown> }

/** One code and a button. A wrong one is said here and leaves the person where they are: it is no end of the session. */
export const CodeFields = ({ label, hint, submitLabel = 'admin.second.confirm', digits = true, mayRemember = false, children, run }: Props) => {
  const t = useTranslate();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async ({ code, remember }: FieldValues) => {
    setPending(true);
    setRefusal(null);
    await run({ code: String(code), remember: remember === true }).catch((error: unknown) => setRefusal(t(messageOf(error), { _: messageOf(error) })));
    setPending(false);
  };
  return (
    <Form onSubmit={submit} noValidate disableInvalidFormNotification>
      {children}
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 1.5 }}>{refusal}</Alert>}
      <TextInput source="code" label={label} helperText={hint} autoComplete="one-time-code" autoFocus validate={required()} size="medium" slotProps={{ htmlInput: { inputMode: digits ? 'numeric' : 'text', autoCapitalize: 'none', maxLength: 20 } }} />
      {mayRemember && <BooleanInput source="remember" label="admin.second.remember" helperText={false} defaultValue={false} />}
      <Button type="submit" variant="contained" fullWidth disabled={pending} sx={{ mt: 1, minHeight: 48 }}>{t(submitLabel)}</Button>
    </Form>
  );
};

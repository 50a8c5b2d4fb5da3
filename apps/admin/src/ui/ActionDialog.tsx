import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Form, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { formErrors, messageOf } from '../providers/problem.js';
import { useRun } from './useRun.js';

interface Opened { open: boolean; onClose: () => void }
interface Words {
  /** In the language of the page. */
  title: string;
  explanation?: ReactNode;
  submitLabel: string;
  /** What leaves everything as it is; said otherwise where the deed itself is to cancel. */
  keepLabel?: string;
  /** Red: cannot be undone. */
  danger?: boolean;
  defaults?: FieldValues;
  success?: string;
  successArgs?: Record<string, unknown>;
  wide?: boolean;
  /** Nothing can be sent, and the content says why. */
  blocked?: boolean;
  children?: ReactNode;
}
interface Deed<T> {
  run: (values: FieldValues) => Promise<T>;
  /** Takes it back, for some seconds; given what the deed answered. */
  undo?: (answer: T) => Promise<unknown>;
}

/** One decision, with what it needs and what it means. A refusal is shown inside, each field's beside its field. */
export const ActionDialog = <T,>({ open, onClose, title, explanation, submitLabel, keepLabel = 'ra.action.cancel', danger, defaults, success, successArgs, wide, blocked = false, children, run, undo }: Opened & Words & Deed<T>) => {
  const t = useTranslate();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [refusal, setRefusal] = useState<string | null>(null);
  const { attempt, pending } = useRun();
  const close = () => {
    setRefusal(null);
    onClose();
  };
  const submit = async (values: FieldValues) => {
    setRefusal(null);
    try {
      await attempt(() => run(values), { ...(success ? { success } : {}), ...(successArgs ? { args: successArgs } : {}), ...(undo ? { undo } : {}) });
      close();
      return undefined;
    } catch (error) {
      const message = messageOf(error);
      setRefusal(t(message, { _: message }));
      return formErrors(error);
    }
  };
  return (
    <Dialog open={open} onClose={pending ? undefined : close} fullWidth maxWidth={wide ? 'md' : 'sm'} fullScreen={small && children !== undefined} aria-labelledby="action-title">
      <Form onSubmit={submit} defaultValues={defaults ?? {}} noValidate sanitizeEmptyValues={false} disableInvalidFormNotification>
        <DialogTitle id="action-title" component="h2" variant="h2">{title}</DialogTitle>
        <DialogContent>
          {explanation && <Typography component="div" sx={{ mb: 1.5 }}>{explanation}</Typography>}
          {refusal && <Alert severity="error" sx={{ mb: 1.5 }}>{refusal}</Alert>}
          {children}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5, gap: 1 }}>
          <Button onClick={close} disabled={pending}>{t(keepLabel)}</Button>
          <Button type="submit" variant="contained" color={danger ? 'error' : 'primary'} disabled={pending || blocked}>{t(submitLabel)}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
};

/** A button that opens its dialog. */
export const ActionButton = <T,>({ label, icon, variant = 'outlined', disabled, ...dialog }: Words & Deed<T> & {
  label: string; icon?: ReactNode; variant?: 'outlined' | 'contained' | 'text'; disabled?: boolean;
}) => {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      {/* Red is for what is wrong or late, and for the last word in the dialog; not for a way to it. */}
      <Button variant={variant} color={dialog.danger && variant === 'text' ? 'inherit' : 'primary'} startIcon={icon} disabled={disabled ?? false} onClick={() => setOpen(true)}>{t(label)}</Button>
      {open && <ActionDialog {...dialog} open onClose={() => setOpen(false)} />}
    </>
  );
};

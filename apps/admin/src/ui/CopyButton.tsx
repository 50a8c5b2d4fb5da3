import ContentCopy from '@mui/icons-material/ContentCopy';
import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

// `navigator.clipboard` is missing where the page is served without TLS inside an office network.
const copyBySelection = (text: string): boolean => {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.className = 'visually-hidden';
  (document.querySelector('[role="dialog"]') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
};

/** Copies a text, and says so beside the button: behind a dialog a notification is hidden from screen readers. */
export const CopyButton = ({ text, label, variant = 'outlined' }: { text: string; label: string; variant?: 'outlined' | 'contained' }) => {
  const t = useTranslate();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    setCopied(await (navigator.clipboard?.writeText(text).then(() => true).catch(() => copyBySelection(text)) ?? copyBySelection(text)));
  };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      <Button variant={variant} startIcon={<ContentCopy />} onClick={() => void copy()}>{t(label)}</Button>
      <Typography component="span" role="status" color={copied === false ? 'warning' : 'textSecondary'}>{copied !== null && t(copied ? 'admin.shell.copied' : 'admin.shell.copy_failed')}</Typography>
    </Stack>
  );
};

import ContentCopy from '@mui/icons-material/ContentCopy';
import { Button } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

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

/** Copies a text, and says so. */
export const CopyButton = ({ text, label, variant = 'outlined' }: { text: string; label: string; variant?: 'outlined' | 'contained' }) => {
  const t = useTranslate();
  const notify = useNotify();
  const copy = async () => {
    const copied = await (navigator.clipboard?.writeText(text).then(() => true).catch(() => copyBySelection(text)) ?? copyBySelection(text));
    notify(copied ? 'admin.shell.copied' : 'admin.shell.copy_failed', { type: copied ? 'success' : 'warning' });
  };
  return <Button variant={variant} startIcon={<ContentCopy />} onClick={() => void copy()}>{t(label)}</Button>;
};

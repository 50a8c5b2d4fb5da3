import { Button } from '@mui/material';
import { useState } from 'react';
import { useCloseNotification, useTranslate } from 'react-admin';

/** In the message that says that something was done. */
export const UndoButton = ({ back }: { back: () => Promise<void> }) => {
  const t = useTranslate();
  const close = useCloseNotification();
  const [pending, setPending] = useState(false);
  return <Button color="inherit" disabled={pending} onClick={() => { setPending(true); void back().finally(close); }}>{t('ra.action.undo')}</Button>;
};

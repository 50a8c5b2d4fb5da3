import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CopyButton } from '../ui/CopyButton.js';

/** A first password, shown this once. Closing is a decision: a press beside the dialog does not lose it. */
export const InitialPassword = ({ name, password, onClose }: { name: string; password: string; onClose: () => void }) => {
  const t = useTranslate();
  return (
    <Dialog open aria-labelledby="initial-password" maxWidth="xs" fullWidth>
      <DialogTitle id="initial-password" component="h2" variant="h2">{t('admin.people.first_password', { name })}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.people.shown_once')}</Alert>
        <Typography component="output" sx={{ display: 'block', fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '1.375rem', letterSpacing: '0.06em', p: 1.5, mb: 1.5, borderRadius: 1, backgroundColor: 'background.default', overflowWrap: 'anywhere' }}>{password}</Typography>
        <CopyButton text={password} label="admin.people.copy_password" variant="contained" />
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('admin.people.noted')}</Button></DialogActions>
    </Dialog>
  );
};

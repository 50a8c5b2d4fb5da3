import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { CopyButton } from '../ui/CopyButton.js';
import { ReasonInput } from '../ui/ReasonInput.js';

const reasons = ['admin.privacy.reasons.change', 'admin.privacy.reasons.absent', 'admin.privacy.reasons.check'] as const;

interface Props { person: { id: string; name: string }; field: 'phone' | 'email' }

/** What was seen, in this dialog and nowhere else: no store keeps it, and it is gone when the dialog closes. */
const Shown = ({ person, field, value, onClose }: Props & { value: string | null; onClose: () => void }) => {
  const t = useTranslate();
  const word = t(`terms.accessFields.${field}`);
  return (
    <Dialog open onClose={onClose} aria-labelledby="revealed" maxWidth="xs" fullWidth>
      <DialogTitle id="revealed" component="h2" variant="h2">{t('admin.privacy.shown', { name: person.name, field: word })}</DialogTitle>
      <DialogContent>
        {value === null ? <Typography>{t('admin.privacy.none', { field: word })}</Typography> : (
          <>
            <Box component="output" sx={{ display: 'block', fontSize: '1.375rem', letterSpacing: '0.04em', p: 1.5, mb: 1.5, borderRadius: 1, backgroundColor: 'background.default', overflowWrap: 'anywhere' }}>{value}</Box>
            <CopyButton text={value} label="admin.privacy.copy" />
            <Alert severity="info" sx={{ mt: 2 }}>{t('admin.privacy.shown_once')}</Alert>
          </>
        )}
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('admin.privacy.closed')}</Button></DialogActions>
    </Dialog>
  );
};

/** The way to a number or address: for a reason, which the person reads. */
export const RevealButton = ({ person, field }: Props) => {
  const t = useTranslate();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [seen, setSeen] = useState<{ value: string | null } | null>(null);
  if (!may('personal:reveal')) return null;
  const word = t(`terms.accessFields.${field}`);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('admin.privacy.reveal', { field: word })}</Button>
      {asking && (
        <ActionDialog
          open onClose={() => setAsking(false)} title={t('admin.privacy.reveal_title', { name: person.name, field: word })} explanation={t('admin.privacy.reveal_explained')} submitLabel="admin.privacy.submit" defaults={{ reason: '' }}
          run={async ({ reason }) => setSeen(await api.createReveal({ params: { id: person.id }, body: { field, reason: String(reason ?? '') } }))}
        >
          <ReasonInput helperText="admin.privacy.reason_hint" suggestions={reasons} />
        </ActionDialog>
      )}
      {seen && <Shown person={person} field={field} value={seen.value} onClose={() => setSeen(null)} />}
    </>
  );
};

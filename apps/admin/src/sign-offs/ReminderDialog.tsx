import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { CopyButton } from '../ui/CopyButton.js';
import { Loaded } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';

/** A text and a QR code for the group of the liaisons. */
export const ReminderDialog = ({ planId, onClose }: { planId: string; onClose: () => void }) => {
  const t = useTranslate();
  const query = useApi(['reminder', planId], () => api.getReminder({ params: { id: planId } }));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="reminder-title">
      <DialogTitle id="reminder-title" component="h2" variant="h2">{t('admin.sign_offs.remind')}</DialogTitle>
      <DialogContent>
        <Loaded query={query}>
          {({ text, url, qr }) => (
            <>
              <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.sign_offs.remind_hint')}</Typography>
              <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', p: 2, borderRadius: 1, backgroundColor: 'background.default', mb: 2 }}>{text}</Box>
              <CopyButton text={text} label="admin.sign_offs.copy_text" variant="contained" />
              <Box sx={{ textAlign: 'center', mt: 2 }}>
                {/* As an image the SVG runs no script, whatever it holds. White ground: cameras need it in the dark mode too. */}
                <Box component="img" alt={t('admin.sign_offs.qr', { url })} src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`} sx={{ width: 220, height: 220, maxWidth: '100%', backgroundColor: '#fff', p: 1, borderRadius: 1 }} />
                <Typography><Link href={url} sx={{ overflowWrap: 'anywhere' }}>{url}</Link></Typography>
              </Box>
            </>
          )}
        </Loaded>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};

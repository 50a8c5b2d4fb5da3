import type { RosterLinks } from '@kepu/contracts';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CopyButton } from '../ui/CopyButton.js';
import { QrImage } from '../ui/SharePanel.js';

/** The links of people who are asked: of one with its code to scan, of several one to a line. Each is for its person alone. */
export const LinkDialog = ({ links, onClose }: { links: RosterLinks['links']; onClose: () => void }) => {
  const t = useTranslate();
  const [only, ...more] = links;
  const single = only && more.length === 0 ? only : null;
  const text = links.map(({ name, body, link }) => t('rosterSheet.sms', { name, body, link })).join('\n');
  return (
    <Dialog open onClose={onClose} aria-labelledby="roster-link" maxWidth="sm" fullWidth>
      <DialogTitle id="roster-link" component="h2" variant="h2">{single ? t('admin.rosters.link_title', { name: single.name }) : t('admin.rosters.copy_all_title', { count: links.length })}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>{t(single ? 'admin.rosters.link_hint' : 'admin.rosters.copy_all_hint')}</Alert>
        <Typography component="output" sx={{ display: 'block', p: 1.5, mb: 1.5, borderRadius: 1, maxHeight: 260, overflowY: 'auto', whiteSpace: 'pre-line', backgroundColor: 'background.default', overflowWrap: 'anywhere' }}>{text}</Typography>
        <CopyButton text={text} label={single ? 'admin.rosters.copy_link' : 'admin.rosters.copy_all'} variant="contained" />
        {single?.qr && <Box sx={{ textAlign: 'center', mt: 2 }}><QrImage qr={single.qr} alt={t('admin.rosters.qr', { name: single.name })} size={200} /></Box>}
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('admin.rosters.close')}</Button></DialogActions>
    </Dialog>
  );
};

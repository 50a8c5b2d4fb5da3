import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link, Typography } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { CopyButton } from './CopyButton.js';
import { Loaded } from './Panels.js';

/** A text for a group, its link, and the link as a code. */
export interface Shared { text: string; url: string; qr: string }

/** A code as an image: as such the SVG runs no script, whatever it holds. White ground: cameras need it in the dark mode too. */
export const QrImage = ({ qr, alt, size = 220 }: { qr: string; alt: string; size?: number | string }) => (
  <Box component="img" alt={alt} src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`} sx={{ width: size, height: size, maxWidth: '100%', backgroundColor: '#fff', p: 1, borderRadius: 1 }} />
);

/** The text to copy and the code to scan. */
export const SharePanel = ({ text, url, qr, hint, qrLabel }: Shared & { hint: string; qrLabel: string }) => {
  const t = useTranslate();
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{t(hint)}</Typography>
      <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', p: 2, borderRadius: 1, backgroundColor: 'background.default', mb: 2 }}>{text}</Box>
      <CopyButton text={text} label="admin.shell.copy_text" variant="contained" />
      <Box sx={{ textAlign: 'center', mt: 2 }}>
        <QrImage qr={qr} alt={t(qrLabel, { url })} />
        <Typography><Link href={url} sx={{ overflowWrap: 'anywhere' }}>{url}</Link></Typography>
      </Box>
    </>
  );
};

/** The same in a dialog. */
export const ShareDialog = ({ title, hint, qrLabel, query, onClose }: { title: string; hint: string; qrLabel: string; query: UseQueryResult<Shared>; onClose: () => void }) => {
  const t = useTranslate();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="share-title">
      <DialogTitle id="share-title" component="h2" variant="h2">{t(title)}</DialogTitle>
      <DialogContent><Loaded query={query}>{(shared) => <SharePanel {...shared} hint={hint} qrLabel={qrLabel} />}</Loaded></DialogContent>
      <DialogActions><Button onClick={onClose}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};

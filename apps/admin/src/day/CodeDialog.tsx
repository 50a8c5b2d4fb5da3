import type { Shift } from '@kepu/contracts';
import Close from '@mui/icons-material/Close';
import { Box, Dialog, IconButton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Loaded } from '../ui/Panels.js';
import { QrImage } from '../ui/SharePanel.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

/** The code of this moment over the whole screen: for a projector, or a telephone held up. Asked again twice in each step, so that it never shows one that is over. */
export const CodeDialog = ({ shift, title, onClose }: { shift: Shift; title: string; onClose: () => void }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const query = useApi(['shift-code', shift.id], () => api.getShiftCode({ params: { id: shift.id } }), { refetchInterval: (code) => (code ? code.stepSeconds * 500 : 5_000) });
  return (
    <Dialog open onClose={onClose} fullScreen aria-labelledby="code-title">
      <IconButton aria-label={t('ra.action.close')} onClick={onClose} sx={{ position: 'absolute', top: 8, right: 8 }}><Close /></IconButton>
      <Box sx={{ minHeight: '100%', display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: 2, p: 2, textAlign: 'center' }}>
        <Typography variant="h1" component="h2" id="code-title" sx={{ px: 5 }}>{title}</Typography>
        <Typography color="textSecondary">{period(shift.startsAt, shift.endsAt)}</Typography>
        <Loaded query={query}>
          {({ qr, digits, url, stepSeconds }) => (
            <>
              <QrImage qr={qr} alt={t('admin.day.qr', { url })} size="min(58vh, 84vw)" />
              <Typography component="output" aria-label={t('admin.day.digits')} sx={{ fontSize: 'clamp(2.5rem, 11vw, 6rem)', fontWeight: 700, letterSpacing: '0.12em', lineHeight: 1.1 }}>{digits}</Typography>
              <Typography>{t('admin.day.code_hint', { seconds: stepSeconds })}</Typography>
            </>
          )}
        </Loaded>
      </Box>
    </Dialog>
  );
};

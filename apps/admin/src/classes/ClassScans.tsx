import UploadFile from '@mui/icons-material/UploadFileOutlined';
import type { ClassScan, PupilClass } from '@kepu/contracts';
import { Box, Button, Typography } from '@mui/material';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Panel } from '../ui/Panels.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';

/** Scans of signed slips; to open one is logged, and the page says so. */
export const ClassScans = ({ held, scans }: { held: PupilClass; scans: readonly ClassScan[] }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { run, pending } = useRun();
  const input = useRef<HTMLInputElement>(null);
  const upload = async (file: File | undefined) => {
    if (file) await run(() => api.createClassScan({ params: { id: held.id }, file, fileName: file.name }), { success: 'admin.classes.uploaded' });
    if (input.current) input.current.value = '';
  };
  return (
    <Panel id="scans" title={t('admin.classes.scans')} action={held.archivedAt === null && (
      <>
        <input ref={input} type="file" accept=".pdf,.jpg,.jpeg,.png" hidden aria-label={t('admin.classes.upload')} data-testid="slip-file" onChange={(event) => void upload(event.target.files?.[0])} />
        <Button variant="outlined" startIcon={<UploadFile />} disabled={pending} onClick={() => input.current?.click()}>{t('admin.classes.upload')}</Button>
      </>
    )}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.classes.upload_hint')}</Typography>
      {scans.length === 0 && <Typography>{t('admin.classes.no_scans')}</Typography>}
      {scans.map(({ id, name, createdAt, createdBy, uses }) => (
        <Box key={id} sx={{ py: 1, borderTop: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', overflowWrap: 'anywhere' }}>
          <Typography sx={{ minWidth: 0 }}><b>{name}</b> · {createdBy} · {instant(createdAt)} · {t('admin.classes.uses', { count: uses })}</Typography>
          <Button aria-label={`${t('admin.classes.look')} ${name}`} disabled={pending} onClick={() => void run(async () => saveFile(await api.getClassScan({ params: { id } }), name))}>{t('admin.classes.look')}</Button>
        </Box>
      ))}
    </Panel>
  );
};

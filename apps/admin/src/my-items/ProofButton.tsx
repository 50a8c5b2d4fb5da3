import type { File as HandedIn } from '@kepu/contracts';
import AddAPhoto from '@mui/icons-material/AddAPhotoOutlined';
import { Alert, Box, Button, LinearProgress, useMediaQuery, type Theme } from '@mui/material';
import { useCallback, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { accepted, largestFile } from '../files/file-rules.js';
import { useUpload } from '../files/useUpload.js';
import { useFormat } from '../ui/format.js';

/**
 * Proof for an item. On a phone the camera opens at once: press, take, and the photo waits in the form of a work entry for this item. At a desk,
 * where there seldom is a photo at hand, the form opens.
 */
export const ProofButton = ({ itemId }: { itemId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { bytes } = useFormat();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const input = useRef<HTMLInputElement>(null);
  const arrived = useRef<HandedIn[]>([]);
  const form = `/work-entries/create?item=${itemId}`;
  const keep = useCallback((file: HandedIn) => { arrived.current = [...arrived.current, file]; }, []);
  const { pending, sending, add, drop } = useUpload(keep);
  const take = async (list: FileList | null) => {
    await add([...(list ?? [])]);
    if (input.current) input.current.value = '';
    if (arrived.current.length > 0) void navigate(form, { state: { files: arrived.current } });
  };
  if (!phone) return <Button variant="outlined" startIcon={<AddAPhoto />} component={Link} to={form}>{t('admin.my_items.proof')}</Button>;
  return (
    <Box sx={{ minWidth: 0 }}>
      <input ref={input} type="file" accept={accepted('photo')} multiple hidden aria-label={t('admin.my_items.proof')} data-testid={`proof-${itemId}`} onChange={(event) => void take(event.target.files)} />
      <Button variant="outlined" startIcon={<AddAPhoto />} disabled={sending} onClick={() => input.current?.click()}>{t('admin.my_items.proof')}</Button>
      {sending && <LinearProgress aria-label={t('admin.my_items.proof')} />}
      {pending.filter(({ problem }) => problem !== null).map(({ key, file, problem }) => <Alert key={key} severity="error" onClose={() => drop(key)} sx={{ mt: 1 }}><strong>{file.name}</strong> {t(problem ?? '', { _: problem ?? '', max: bytes(largestFile) })}</Alert>)}
    </Box>
  );
};

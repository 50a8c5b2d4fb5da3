import type { File as HandedIn } from '@kepu/contracts';
import { urlOf } from '@kepu/api-client/slim';
import Close from '@mui/icons-material/Close';
import Description from '@mui/icons-material/DescriptionOutlined';
import { Box, ButtonBase, Dialog, IconButton, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Mark } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { FacesMark } from './FacesMark.js';
import { isPicture } from './file-rules.js';

const addressOf = (id: string): string => urlOf({ path: '/files/:id' }, { params: { id } });

const Card = ({ file, onOpen, onRemove, marks }: { file: HandedIn; onOpen: () => void; onRemove?: (() => void) | undefined; marks: boolean }) => {
  const t = useTranslate();
  const { bytes } = useFormat();
  return (
    <Box component="li" sx={{ position: 'relative', border: 1, borderColor: 'divider', borderRadius: 1.5, overflow: 'hidden', minWidth: 0 }}>
      <ButtonBase onClick={onOpen} sx={{ display: 'block', width: '100%', textAlign: 'left' }}>
        {isPicture(file.type)
          ? <Box component="img" src={addressOf(file.id)} alt="" loading="lazy" sx={{ display: 'block', width: '100%', height: 104, objectFit: 'cover', backgroundColor: 'background.default' }} />
          : <Box sx={{ height: 104, display: 'flex', alignItems: 'center', justifyContent: 'center', backgroundColor: 'background.default', color: 'primary.main' }}><Description sx={{ fontSize: 40 }} aria-hidden /></Box>}
        <Box sx={{ p: 1 }}>
          <Typography sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{file.name}</Typography>
          <Typography color="textSecondary">{bytes(file.size)}</Typography>
          {file.alreadyUsed && <Mark tone="waiting">{t('admin.files.used')}</Mark>}
        </Box>
      </ButtonBase>
      {marks && file.faces && <FacesMark file={file} faces={file.faces} />}
      {onRemove && <IconButton aria-label={t('admin.files.remove', { name: file.name })} onClick={onRemove} sx={{ position: 'absolute', top: 4, right: 4, backgroundColor: 'background.paper', '&:hover': { backgroundColor: 'background.default' } }}><Close /></IconButton>}
    </Box>
  );
};

/** What was handed in: pictures as pictures, everything else by its name; a press shows or saves it. `marks`: with whether it may be shown to others. */
export const FileCards = ({ files, onRemove, marks = false }: { files: readonly HandedIn[]; onRemove?: (id: string) => void; marks?: boolean }) => {
  const t = useTranslate();
  const { run } = useRun();
  const [shown, setShown] = useState<HandedIn | null>(null);
  const open = (file: HandedIn) => (isPicture(file.type) ? setShown(file) : void run(async () => saveFile(await api.getFile({ params: { id: file.id } }), file.name)));
  if (files.length === 0) return null;
  return (
    <>
      <Box component="ul" aria-label={t('admin.files.title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))' }}>
        {files.map((file) => <Card key={file.id} file={file} onOpen={() => open(file)} onRemove={onRemove && (() => onRemove(file.id))} marks={marks} />)}
      </Box>
      {shown && (
        <Dialog open onClose={() => setShown(null)} maxWidth="lg" aria-label={shown.name}>
          <IconButton aria-label={t('ra.action.close')} onClick={() => setShown(null)} sx={{ position: 'absolute', top: 8, right: 8, backgroundColor: 'background.paper' }}><Close /></IconButton>
          <Box component="img" src={addressOf(shown.id)} alt={shown.name} sx={{ display: 'block', maxWidth: '100%', maxHeight: '80vh', objectFit: 'contain' }} />
          <Typography sx={{ p: 1.5, overflowWrap: 'anywhere' }}>{shown.name}</Typography>
        </Dialog>
      )}
    </>
  );
};

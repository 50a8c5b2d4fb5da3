import { fileFaces, type File as HandedIn, type FileFaces } from '@kepu/contracts';
import { Box } from '@mui/material';
import { SelectInput, required, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { StateChip } from '../ui/StateChip.js';

const choices = fileFaces.map((id) => ({ id, name: `terms.fileFaces.${id}` }));

/** Whether a file may be shown to others, and a way to say so for those who speak for the unit. */
export const FacesMark = ({ file, faces }: { file: HandedIn; faces: FileFaces }) => {
  const t = useTranslate();
  const may = useMay();
  return (
    <Box sx={{ px: 1, pb: 1, display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
      <StateChip of="fileFaces" state={faces} />
      {may('photo:mark') && (
        <ActionButton label="admin.packs.mark" variant="text" title={t('admin.packs.mark_title')} explanation={t('admin.packs.mark_hint')} submitLabel="ra.action.save" success="admin.packs.marked" defaults={{ faces }} run={(values) => api.markFile({ params: { id: file.id }, body: { faces: values['faces'] as FileFaces } })}>
          <SelectInput source="faces" label="admin.packs.mark_now" choices={choices} helperText={false} validate={required()} />
        </ActionButton>
      )}
    </Box>
  );
};

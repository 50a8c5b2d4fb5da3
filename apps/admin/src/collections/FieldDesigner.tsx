import Add from '@mui/icons-material/Add';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import { ApiProblem } from '@kepu/api-client/slim';
import type { Collection } from '@kepu/contracts';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { FormBar } from '../ui/FormBar.js';
import { Panel } from '../ui/Panels.js';
import { useRun } from '../ui/useRun.js';
import { useFresh } from '../drafting/useFresh.js';
import { designedOf, faultsOf, fieldsOf, newField, previewOf, type Designed } from './designing.js';
import { FieldCard } from './FieldCard.js';
import { RowsForm } from './RowsForm.js';
import type { TypedRow } from './cells.js';
import { useKeptWork } from '../ui/useKeptWork.js';

const MOST = 40;
interface Work { readonly base: number; readonly fields: readonly Designed[] }

const Preview = ({ collection, fields, onClose }: { collection: Collection; fields: readonly Designed[]; onClose: () => void }) => {
  const t = useTranslate();
  const [row, setRow] = useState<TypedRow>({});
  return (
    <Dialog open onClose={onClose} aria-labelledby="preview-title" slotProps={{ paper: { sx: { width: 360, maxWidth: '100%' } } }}>
      <DialogTitle id="preview-title" component="h2" variant="h2">{t('admin.collections.preview_title')}</DialogTitle>
      <DialogContent sx={{ px: 2, '& .MuiBox-root': { gridTemplateColumns: 'minmax(0, 1fr)' } }}>
        <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{collection.title}</Typography>
        {collection.note && <Typography color="textSecondary" sx={{ whiteSpace: 'pre-line', mb: 1.5 }}>{collection.note}</Typography>}
        <RowsForm id="preview" fields={previewOf(fields)} mostRows={1} rows={[row]} faults={new Map()} setRow={(_, key, value) => setRow((all) => ({ ...all, [key]: value }))} />
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};

/** The columns of a collection, designed one below the other. What is typed stays in the tab until it is saved. */
export const FieldDesigner = ({ collection }: { collection: Collection }) => {
  const t = useTranslate();
  const notify = useNotify();
  const fresh = useFresh();
  const { attempt, pending } = useRun();
  const { typed, setTyped, dirty, restored } = useKeptWork<Work>(`design-${collection.id}`);
  const [refused, setRefused] = useState<unknown>(null);
  const [previewing, setPreviewing] = useState(false);
  const [removing, setRemoving] = useState<Designed | null>(null);
  const fields = typed?.fields ?? designedOf(collection);
  const faults = faultsOf(refused);
  const contested = typed !== null && typed.base !== collection.version;
  const change = (next: readonly Designed[]) => { setRefused(null); setTyped({ base: typed?.base ?? collection.version, fields: next }); };
  const move = (from: number, by: -1 | 1) => {
    const next = [...fields];
    const [one] = next.splice(from, 1);
    if (one) next.splice(from + by, 0, one);
    change(next);
  };
  const save = async () => {
    try {
      await attempt(() => fresh(() => api.updateCollection({ params: { id: collection.id }, body: { version: typed?.base ?? collection.version, fields: fieldsOf(fields) } })), { success: 'admin.collections.saved' });
      setTyped(null);
      setRefused(null);
    } catch (error) {
      setRefused(error);
      const stale = error instanceof ApiProblem && error.problem.code === 'version.stale';
      notify(stale ? 'admin.collections.stale' : messageOf(error), { type: stale ? 'warning' : 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
    }
  };
  return (
    <Panel id="fields" title={t('admin.collections.fields')} action={<Button variant="outlined" startIcon={<Visibility />} disabled={fields.length === 0} onClick={() => setPreviewing(true)} sx={{ minHeight: 44 }}>{t('admin.collections.preview')}</Button>}>
      {collection.begun && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.collections.locked')}</Alert>}
      {restored && !contested && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.collections.restored')}</Alert>}
      {contested && (
        <Alert severity="warning" sx={{ mb: 2 }} action={<Stack direction="row" sx={{ flexWrap: 'wrap' }}><Button color="inherit" onClick={() => { setTyped(null); setRefused(null); }}>{t('admin.collections.take_theirs')}</Button><Button color="inherit" onClick={() => setTyped({ base: collection.version, fields })}>{t('admin.collections.keep_mine')}</Button></Stack>}>{t('admin.collections.contested_design')}</Alert>
      )}
      {fields.length === 0 && <Typography color="textSecondary" sx={{ mb: 2 }}>{t('admin.collections.no_fields')}</Typography>}
      <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
        {fields.map((field, index) => (
          <FieldCard
            key={field.at} field={field} index={index} count={fields.length} locked={collection.begun && field.key !== null} fault={faults.get(index)} onMove={(by) => move(index, by)}
            onChange={(part) => change(fields.map((one, place) => (place === index ? { ...one, ...part } : one)))} onRemove={() => (field.label === '' ? change(fields.filter((one) => one !== field)) : setRemoving(field))}
          />
        ))}
      </Stack>
      <Box sx={{ mt: 2 }}>
        <Button variant="outlined" startIcon={<Add />} disabled={fields.length >= MOST} onClick={() => change([...fields, newField(`new-${Date.now()}-${fields.length}`)])} sx={{ minHeight: 44 }}>{t('admin.collections.add_field')}</Button>
        {fields.length >= MOST && <Typography component="span" color="textSecondary" sx={{ ml: 1.5 }}>{t('admin.collections.too_many', { count: MOST })}</Typography>}
      </Box>
      {dirty && <FormBar label={t('admin.collections.fields')} hint={t('admin.collections.unsaved')}><Button variant="contained" disabled={pending || contested} onClick={() => void save()}>{t('admin.collections.save')}</Button></FormBar>}
      {previewing && <Preview collection={collection} fields={fields} onClose={() => setPreviewing(false)} />}
      {removing && <ActionDialog open danger onClose={() => setRemoving(null)} title={t('admin.collections.remove_title', { label: removing.label })} submitLabel="ra.action.delete" run={() => { change(fields.filter((one) => one.at !== removing.at)); return Promise.resolve(); }} />}
    </Panel>
  );
};

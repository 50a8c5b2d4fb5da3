import type { File as HandedIn } from '@kepu/contracts';
import AddAPhoto from '@mui/icons-material/AddAPhotoOutlined';
import AttachFile from '@mui/icons-material/AttachFileOutlined';
import { Alert, Box, Button, FormHelperText, LinearProgress, Stack, Typography } from '@mui/material';
import { useCallback, useEffect, useRef, useState, type DragEvent } from 'react';
import { useInput, useTranslate, ValidationError } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useFormat } from '../ui/format.js';
import { FileCards } from './FileCards.js';
import { accepted, largestFile } from './file-rules.js';
import { useUpload, type Pending } from './useUpload.js';

const Way = ({ each, onRetry, onDrop }: { each: Pending; onRetry: () => void; onDrop: () => void }) => {
  const t = useTranslate();
  const { bytes } = useFormat();
  const words = t('admin.files.sending', { name: each.file.name, size: bytes(each.file.size) });
  if (each.problem !== null) {
    return (
      <Alert severity="error" sx={{ mt: 1 }} action={<>{each.again && <Button color="inherit" onClick={onRetry}>{t('admin.shell.retry')}</Button>}<Button color="inherit" onClick={onDrop}>{t('ra.action.remove')}</Button></>}>
        <strong>{each.file.name}</strong> {t(each.problem, { _: each.problem, max: bytes(largestFile) })}
      </Alert>
    );
  }
  return <Box role="status" sx={{ mt: 1 }}><Typography sx={{ overflowWrap: 'anywhere' }}>{words}</Typography><LinearProgress aria-label={words} /></Box>;
};

interface Props { source: string; label: string; hint?: string; several?: boolean; isRequired?: boolean }

/** Photos and documents of a form: taken, chosen or dropped; each is sent at once, so that saving is quick. The value holds what has arrived. */
export const FilesInput = ({ source, label, hint, several = true, isRequired = false }: Props) => {
  const t = useTranslate();
  const { bytes } = useFormat();
  const photo = useRef<HTMLInputElement>(null);
  const any = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { getValues, setValue, trigger } = useFormContext();
  const done = useCallback((file: HandedIn) => {
    // A file arrives when others have arrived meanwhile: what stands in the form now is what it joins.
    const present = (getValues(source) ?? []) as HandedIn[];
    setValue(source, several ? [...present.filter(({ id }) => id !== file.id), file] : [file], { shouldDirty: true, shouldValidate: true });
  }, [getValues, setValue, source, several]);
  const { pending, sending, add, retry, drop } = useUpload(done);
  const validate = (value: unknown) => (sending ? 'admin.files.still_sending' : isRequired && (!Array.isArray(value) || value.length === 0) ? 'ra.validation.required' : undefined);
  const { field, fieldState: { error } } = useInput<HandedIn[]>({ source, defaultValue: [], validate });
  const wrong = error !== undefined;
  // “Still on its way” is over when it has arrived; nobody types here, so nothing else would look again.
  useEffect(() => {
    if (!sending && wrong) void trigger(source);
  }, [sending, wrong, trigger, source]);
  const files = Array.isArray(field.value) ? (field.value as HandedIn[]) : [];
  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    void add(several ? chosen : chosen.slice(0, 1));
    for (const input of [photo.current, any.current]) if (input) input.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const used = files.filter(({ alreadyUsed }) => alreadyUsed).length;
  return (
    <Box role="group" aria-label={t(label)} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop} sx={{ width: '100%', mt: 1.5, borderRadius: 1.5, outline: over ? 2 : 0, outlineStyle: over ? 'dashed' : 'none', outlineColor: 'primary.main' }}>
      <Typography sx={{ fontWeight: 600 }}>{t(label)}</Typography>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{hint ? `${t(hint)} ` : ''}{t('admin.files.rule', { max: bytes(largestFile) })}</Typography>
      <FileCards files={files} onRemove={(id) => setValue(source, files.filter((file) => file.id !== id), { shouldDirty: true })} />
      {used > 0 && <Alert severity="warning" sx={{ mt: 1 }}>{t('admin.files.used_hint', { count: used })}</Alert>}
      {pending.map((each) => <Way key={each.key} each={each} onRetry={() => void retry(each)} onDrop={() => drop(each.key)} />)}
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <input ref={photo} type="file" hidden multiple={several} accept={accepted('photo')} aria-label={t('admin.files.photo')} data-testid={`${source}-photo`} onChange={(event) => take(event.target.files)} />
        <input ref={any} type="file" hidden multiple={several} accept={accepted('any')} aria-label={t('admin.files.choose')} data-testid={`${source}-file`} onChange={(event) => take(event.target.files)} />
        {several && <Button variant="outlined" startIcon={<AddAPhoto />} onClick={() => photo.current?.click()}>{t('admin.files.photo')}</Button>}
        <Button variant={several ? 'text' : 'outlined'} startIcon={<AttachFile />} onClick={() => any.current?.click()}>{t('admin.files.choose')}</Button>
      </Stack>
      {error?.message && <FormHelperText error><ValidationError error={error.message} /></FormHelperText>}
    </Box>
  );
};

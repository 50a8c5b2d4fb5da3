import ContentPaste from '@mui/icons-material/ContentPasteOutlined';
import Download from '@mui/icons-material/DownloadOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import type { CollectionAnswer, CollectionSheet } from '@kepu/contracts';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { saveFile } from '../ui/download.js';
import { useRun } from '../ui/useRun.js';
import { typedOf, type TypedRow } from './cells.js';
import { PasteDialog } from './PasteDialog.js';

const NAMED = 12;

/** Ways to fill in many rows: pasted, or by a sheet that goes out and comes back. Nothing is saved by them: the rows stand on the page first. */
export const SheetTools = ({ answer, present, setRows }: { answer: CollectionAnswer; present: readonly TypedRow[]; setRows: (rows: readonly TypedRow[]) => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { run, pending } = useRun();
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [wrong, setWrong] = useState<{ file: File; problems: CollectionSheet['problems'] } | null>(null);
  const { id, collection: { fields, mostRows, title } } = answer;
  const params = { id };
  // Rows that stand there are not written over unasked.
  const [coming, setComing] = useState<readonly TypedRow[] | null>(null);
  const kept = present.filter((row) => Object.values(row).some((cell) => cell !== null && cell !== '' && !(Array.isArray(cell) && cell.length === 0)));
  const take = (rows: readonly TypedRow[]): void => { if (kept.length > 0 && rows.length > 0) setComing(rows); else setRows(rows); };
  const upload = async (file: File | undefined) => {
    if (!file) return;
    setWrong(null);
    const sheet = await run(() => api.readCollectionSheet({ params, file, fileName: file.name }));
    if (input.current) input.current.value = '';
    if (!sheet) return;
    take(typedOf(fields, sheet.rows));
    if (sheet.problems.length > 0) setWrong({ file, problems: sheet.problems });
    else notify(t('admin.collections.uploaded', { count: sheet.rows.length }), { type: 'success' });
  };
  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 2, '& button': { minHeight: 44 } }}>
        <Button variant="outlined" startIcon={<ContentPaste />} onClick={() => setPasting(true)}>{t('admin.collections.paste')}</Button>
        <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportCollectionTemplate({ params }), `${title}.xlsx`))}>{t('admin.collections.template')}</Button>
        <Button variant="outlined" startIcon={<UploadFile />} disabled={pending} onClick={() => input.current?.click()}>{t('admin.collections.upload')}</Button>
        <input ref={input} type="file" accept=".xlsx" hidden aria-label={t('admin.collections.upload')} data-testid="collection-sheet" onChange={(event) => void upload(event.target.files?.[0])} />
      </Stack>
      {wrong && (
        <Alert severity="warning" sx={{ mb: 2 }} onClose={() => setWrong(null)}>
          {t('admin.collections.sheet_faults', { count: wrong.problems.length })}
          {wrong.problems.slice(0, NAMED).map((problem) => <div key={`${problem.cell}.${problem.code}`}>{t('admin.collections.sheet_place', problem)}</div>)}
          <Button color="inherit" startIcon={<Download />} disabled={pending} sx={{ minHeight: 44 }} onClick={() => void run(async () => saveFile(await api.markCollectionSheet({ params, file: wrong.file, fileName: wrong.file.name }), `${title}.xlsx`))}>{t('admin.collections.sheet_back')}</Button>
        </Alert>
      )}
      {pasting && <PasteDialog fields={fields} mostRows={mostRows} onFill={take} onClose={() => setPasting(false)} />}
      {coming && (
        <Dialog open onClose={() => setComing(null)} aria-labelledby="coming-title">
          <DialogTitle id="coming-title" component="h2" variant="h2">{t('admin.collections.rows_there', { count: kept.length })}</DialogTitle>
          <DialogContent>{kept.length + coming.length > mostRows && <Typography>{t('admin.collections.too_many_rows', { count: mostRows })}</Typography>}</DialogContent>
          <DialogActions sx={{ px: 3, pb: 2.5, gap: 1, flexWrap: 'wrap' }}>
            <Button onClick={() => setComing(null)}>{t('ra.action.cancel')}</Button>
            <Button variant="outlined" onClick={() => { setRows(coming); setComing(null); }}>{t('admin.collections.rows_replace')}</Button>
            <Button variant="contained" disabled={kept.length + coming.length > mostRows} onClick={() => { setRows([...kept, ...coming]); setComing(null); }}>{t('admin.collections.rows_append')}</Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
};

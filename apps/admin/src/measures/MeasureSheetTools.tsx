import Download from '@mui/icons-material/DownloadOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import type { MeasureSheet, Plan } from '@kepu/contracts';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useRun } from '../ui/useRun.js';

const NAMED = 12;
const LISTED = 60;
const tones = { added: 'good', changed: 'waiting', removed: 'wrong' } as const;

/** What a sheet would do, to be looked at before it is written. */
const Preview = ({ sheet, pending, onTake, onClose }: { sheet: MeasureSheet; pending: boolean; onTake: () => void; onClose: () => void }) => {
  const t = useTranslate();
  const { counts, changes } = sheet;
  const total = counts.added + counts.changed + counts.removed;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="measure-sheet-title">
      <DialogTitle id="measure-sheet-title" component="h2" variant="h2">{t('admin.sheets.preview_title')}</DialogTitle>
      <DialogContent>
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 2 }}>
          {(['added', 'changed', 'removed'] as const).map((step) => counts[step] > 0 && <Mark key={step} tone={tones[step]}>{t(`admin.sheets.${step}`, { count: counts[step] })}</Mark>)}
          <Mark tone="quiet">{t('admin.sheets.unchanged', { count: counts.unchanged })}</Mark>
          {counts.leftOut > 0 && <Mark tone="quiet">{t('admin.sheets.left_out', { count: counts.leftOut })}</Mark>}
          {counts.passed > 0 && <Mark tone="quiet">{t('admin.sheets.passed', { count: counts.passed })}</Mark>}
        </Stack>
        {total === 0 && <Typography>{t('admin.sheets.nothing')}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {changes.slice(0, LISTED).map(({ row, step, seq, name, fields }) => (
            <Box component="li" key={row} sx={{ py: 1, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
              <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}><Mark tone={tones[step]}>{t(`admin.sheets.steps.${step}`)}</Mark><strong>{name}</strong><Typography component="span" color="textSecondary">{t('admin.sheets.row', { row, seq })}</Typography></Stack>
              {fields.map(({ field, before, after }) => <Typography key={field}>{t('admin.sheets.field', { field: t(`documents.measureSheet_${field}`), before: before || t('admin.sheets.empty'), after: after || t('admin.sheets.empty') })}</Typography>)}
            </Box>
          ))}
        </Box>
        {total > Math.min(LISTED, changes.length) && <Typography color="textSecondary">{t('admin.sheets.more', { count: total - Math.min(LISTED, changes.length) })}</Typography>}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5, gap: 1 }}>
        <Button onClick={onClose} sx={{ minHeight: 44 }}>{t('ra.action.cancel')}</Button>
        {total > 0 && <Button variant="contained" disabled={pending} onClick={onTake} sx={{ minHeight: 44 }}>{t('admin.sheets.take')}</Button>}
      </DialogActions>
    </Dialog>
  );
};

/** Measures by a sheet that goes out and comes back. */
export const MeasureSheetTools = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { run, pending } = useRun();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<{ file: File; sheet: MeasureSheet } | null>(null);
  const params = { id: plan.id };
  const upload = async (file: File | undefined) => {
    if (!file) return;
    setRead(null);
    const sheet = await run(() => api.readMeasureSheet({ params, file, fileName: file.name }));
    if (input.current) input.current.value = '';
    if (sheet) setRead({ file, sheet });
  };
  const take = async ({ file, sheet }: { file: File; sheet: MeasureSheet }) => {
    const taken = await run(() => api.takeMeasureSheet({ params, query: { version: sheet.planVersion, mark: sheet.mark }, file, fileName: file.name }));
    setRead(null);
    if (taken) notify(t('admin.sheets.taken', taken), { type: 'success' });
  };
  const faults = read?.sheet.problems ?? [];
  return (
    <Panel title={t('admin.sheets.title')}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{t('admin.sheets.hint')}</Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, '& button': { minHeight: 44 } }}>
        <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportMeasureSheet({ params }), t('admin.sheets.file')))}>{t('admin.sheets.download')}</Button>
        <Button variant="outlined" startIcon={<UploadFile />} disabled={pending} onClick={() => input.current?.click()}>{t('admin.sheets.upload')}</Button>
        <input ref={input} type="file" accept=".xlsx" hidden aria-label={t('admin.sheets.upload')} data-testid="measure-sheet" onChange={(event) => void upload(event.target.files?.[0])} />
      </Stack>
      {read && faults.length > 0 && (
        <Alert severity="warning" sx={{ mt: 2, overflowWrap: 'anywhere' }} onClose={() => setRead(null)}>
          {t('admin.sheets.faults', { count: faults.length })}
          {faults.slice(0, NAMED).map((fault) => <div key={`${fault.cell}.${fault.code}`}>{t('admin.sheets.fault', fault)}</div>)}
          <Button color="inherit" startIcon={<Download />} disabled={pending} sx={{ minHeight: 44 }} onClick={() => void run(async () => saveFile(await api.markMeasureSheet({ params, file: read.file, fileName: read.file.name }), t('admin.sheets.file')))}>{t('admin.sheets.marked')}</Button>
        </Alert>
      )}
      {read && faults.length === 0 && <Preview sheet={read.sheet} pending={pending} onTake={() => void take(read)} onClose={() => setRead(null)} />}
    </Panel>
  );
};

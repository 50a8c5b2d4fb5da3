import ContentPaste from '@mui/icons-material/ContentPasteOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, LinearProgress, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { ApiProblem } from '@kepu/api-client/slim';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { messageOf } from '../providers/problem.js';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';

/** A paper comes in: dropped, chosen, or its table pasted. A refusal says where and what to do. */
export const UploadPanel = () => {
  const t = useTranslate();
  const { place, colon } = useFormat();
  const navigate = useNavigate();
  const { attempt, pending } = useRun();
  const input = useRef<HTMLInputElement>(null);
  const [way, setWay] = useState<'file' | 'paste'>('file');
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; where: string | null } | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [pasted, setPasted] = useState<{ text: string; html?: string }>({ text: '' });

  const send = async (name: string, work: () => Promise<{ id: string }>) => {
    setRefusal(null);
    setReading(name);
    try {
      const { id } = await attempt(work);
      void navigate(`/plan-imports/${id}`);
    } catch (error) {
      const message = messageOf(error);
      const at = error instanceof ApiProblem ? error.problem.place : undefined;
      setRefusal({ text: t(message, { _: message }), where: at ? place(at) : null });
    } finally {
      setReading(null);
      if (input.current) input.current.value = '';
    }
  };
  const upload = (file: File | undefined) => {
    if (!file) return;
    void send(file.name, () => once(`paper ${file.name} ${file.size} ${file.lastModified}`, (idempotencyKey) => api.createPlanImport({ file, fileName: file.name, idempotencyKey })));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    upload(event.dataTransfer.files[0]);
  };
  const paste = (event: ClipboardEvent) => {
    // The HTML carries the merged cells that the plain text has lost.
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    if (!html) return;
    event.preventDefault();
    setPasted({ text, html });
  };
  const sendPasted = () => send(t('admin.imports.pasted'), () => once(`pasted ${pasted.text}`, (idempotencyKey) =>
    api.pastePlanImport({ body: { title: t('admin.imports.pasted'), text: pasted.text, ...(pasted.html ? { html: pasted.html } : {}) }, idempotencyKey })));

  return (
    <Panel
      id="upload" title={t('admin.imports.upload')}
      action={(
        <ToggleButtonGroup exclusive value={way} onChange={(_, next: 'file' | 'paste' | null) => next && setWay(next)} aria-label={t('admin.imports.way')}>
          <ToggleButton value="file"><UploadFile sx={{ mr: 1 }} />{t('admin.imports.way_file')}</ToggleButton>
          <ToggleButton value="paste"><ContentPaste sx={{ mr: 1 }} />{t('admin.imports.way_paste')}</ToggleButton>
        </ToggleButtonGroup>
      )}
    >
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 2 }}>{refusal.where && <strong>{colon(refusal.where)}</strong>}{refusal.text}</Alert>}
      {way === 'file' ? (
        <Box
          onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}
          sx={{ border: 2, borderStyle: 'dashed', borderColor: over ? 'primary.main' : 'divider', backgroundColor: over ? 'primary.light' : 'background.default', borderRadius: 2, p: 3, textAlign: 'center' }}
        >
          <Typography sx={{ mb: 1.5 }}>{t('admin.imports.drop')}</Typography>
          <input ref={input} type="file" accept=".docx,.xlsx,.txt" hidden aria-label={t('admin.imports.choose')} data-testid="paper-file" onChange={(event) => upload(event.target.files?.[0])} />
          <Button variant="contained" disabled={pending} onClick={() => input.current?.click()} startIcon={<UploadFile />}>{t('admin.imports.choose')}</Button>
          <Typography color="textSecondary" sx={{ mt: 1.5 }}>{t('admin.imports.formats')}</Typography>
        </Box>
      ) : (
        <Stack sx={{ gap: 1 }}>
          <TextField
            label={t('admin.imports.paste_here')} multiline minRows={6} maxRows={14} value={pasted.text} onPaste={paste}
            onChange={(event) => setPasted({ text: event.target.value })} helperText={t(pasted.html ? 'admin.imports.paste_table' : 'admin.imports.paste_hint')}
          />
          <Button variant="contained" sx={{ alignSelf: 'flex-start' }} disabled={pending || pasted.text.trim() === ''} onClick={() => void sendPasted()}>{t('admin.imports.read')}</Button>
        </Stack>
      )}
      {reading && (
        <Box sx={{ mt: 2 }} role="status">
          <Typography sx={{ mb: 0.5 }}>{t('admin.imports.reading', { name: reading })}</Typography>
          <LinearProgress aria-label={t('admin.imports.reading', { name: reading })} />
        </Box>
      )}
    </Panel>
  );
};

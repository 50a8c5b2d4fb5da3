import Download from '@mui/icons-material/DownloadOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import { ApiProblem } from '@kepu/api-client/slim';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { Panel } from '../ui/Panels.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';

const steps = ['step_fill', 'step_check', 'step_ask'] as const;

/** The three steps of a roster, and where it is dropped. It is only checked: nobody is told. */
export const RosterUpload = () => {
  const t = useTranslate();
  const { place, colon } = useFormat();
  const navigate = useNavigate();
  const { attempt, run, pending } = useRun();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; where: string | null } | null>(null);
  const [reading, setReading] = useState(false);

  const upload = async (file: File | undefined) => {
    if (!file) return;
    setRefusal(null);
    setReading(true);
    try {
      const { id } = await attempt(() => api.createRosterImport({ file, fileName: file.name }));
      void navigate(`/roster-imports/${id}`);
    } catch (error) {
      const message = messageOf(error);
      const at = error instanceof ApiProblem ? error.problem.place : undefined;
      setRefusal({ text: t(message, { _: message }), where: at ? place(at) : null });
    } finally {
      setReading(false);
      if (input.current) input.current.value = '';
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void upload(event.dataTransfer.files[0]);
  };
  const template = () => run(async () => saveFile(await api.getRosterTemplate({}), 'roster.xlsx'));

  return (
    <Panel>
      <Box component="ol" sx={{ m: 0, mb: 2, pl: 3, display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 0.5 }}>{steps.map((step) => <li key={step}>{t(`admin.rosters.${step}`)}</li>)}</Box>
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 2 }}>{refusal.where && <strong>{colon(refusal.where)}</strong>}{refusal.text}</Alert>}
      <Box
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}
        sx={{ border: 2, borderStyle: 'dashed', borderColor: over ? 'primary.main' : 'divider', backgroundColor: over ? 'primary.light' : 'background.default', borderRadius: 2, p: 3, textAlign: 'center' }}
      >
        <input ref={input} type="file" accept=".xlsx" hidden aria-label={t('admin.rosters.drop')} data-testid="roster-file" onChange={(event) => void upload(event.target.files?.[0])} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1.5 }}>
          <Button variant="contained" disabled={pending} onClick={() => input.current?.click()} startIcon={<UploadFile />}>{t('admin.rosters.drop')}</Button>
          <Button variant="outlined" disabled={pending} onClick={() => void template()} startIcon={<Download />}>{t('admin.rosters.template')}</Button>
        </Box>
        <Typography color="textSecondary" sx={{ mt: 1.5 }}>{t('admin.rosters.drop_hint')}</Typography>
      </Box>
      {reading && <Box sx={{ mt: 2 }} role="status"><Typography sx={{ mb: 0.5 }}>{t('admin.rosters.reading')}</Typography><LinearProgress aria-label={t('admin.rosters.reading')} /></Box>}
    </Panel>
  );
};

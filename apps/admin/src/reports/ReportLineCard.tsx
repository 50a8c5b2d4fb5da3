import type { ReportLine, ReportWords } from '@kepu/contracts';
import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import { Alert, Box, Button, Card, Checkbox, FormControlLabel, Link, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Mark } from '../ui/StateChip.js';
import { ReportNumbersView, useNumbersText } from './ReportNumbersView.js';
import { isSaid, WORDS_MAX } from './useReportWriting.js';

interface Props { line: ReportLine; words: ReportWords; onChange?: ((words: Partial<ReportWords>) => void) | undefined; onChoose?: ((whose: 'theirs' | 'mine') => void) | undefined }

/** What was said, to be read. */
export const SaidWords = ({ words }: { words: ReportWords }) => {
  const t = useTranslate();
  if (!isSaid(words)) return <Mark tone="waiting">{t('admin.reports.empty')}</Mark>;
  return (
    <>
      {words.progress ? <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{words.progress}</Typography> : <Typography color="textSecondary">{t('admin.reports.nothing_new_said')}</Typography>}
      {words.problems && <Typography sx={{ whiteSpace: 'pre-line' }}><Typography component="span" color="textSecondary">{t('documents.reportProblems')} </Typography>{words.problems}</Typography>}
      {words.nextStep && <Typography sx={{ whiteSpace: 'pre-line' }}><Typography component="span" color="textSecondary">{t('documents.reportNext')} </Typography>{words.nextStep}</Typography>}
    </>
  );
};

const Field = ({ label, value, hint, onChange, rows = 2 }: { label: string; value: string | null; hint?: string; onChange: (value: string) => void; rows?: number }) => {
  const t = useTranslate();
  const used = [...(value ?? '')].length;
  return (
    <TextField
      fullWidth multiline minRows={rows} label={t(label)} value={value ?? ''} onChange={(event) => onChange(event.target.value)} sx={{ mt: 1.5 }} helperText={used > WORDS_MAX * 0.8 ? t('admin.reports.count', { used }) : hint && t(hint)} slotProps={{ htmlInput: { maxLength: WORDS_MAX } }}
    />
  );
};

const Writing = ({ line, words, onChange }: Required<Pick<Props, 'line' | 'words'>> & { onChange: (words: Partial<ReportWords>) => void }) => {
  const t = useTranslate();
  const [more, setMore] = useState(words.problems !== null || words.nextStep !== null);
  return (
    <>
      {line.last && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'center' }}>
          <Typography color="textSecondary" sx={{ flex: '1 1 12rem', overflowWrap: 'anywhere' }}>{t('admin.reports.last', { period: line.last.period, text: line.last.progress ?? t('admin.reports.last_nothing') })}</Typography>
          {line.last.progress && !words.progress && <Button startIcon={<ContentCopy />} onClick={() => onChange({ progress: line.last?.progress ?? null, nothingNew: false })}>{t('admin.reports.copy_last')}</Button>}
        </Stack>
      )}
      {!words.nothingNew && <Field label="admin.reports.progress" hint="admin.reports.progress_hint" value={words.progress} onChange={(progress) => onChange({ progress, nothingNew: false })} />}
      {!words.progress && <FormControlLabel sx={{ minHeight: 44, mr: 0 }} control={<Checkbox checked={words.nothingNew} onChange={(_, nothingNew) => onChange({ nothingNew })} />} label={t('admin.reports.nothing_new')} />}
      {more ? (
        <>
          <Field label="admin.reports.problems" value={words.problems} rows={1} onChange={(problems) => onChange({ problems })} />
          <Field label="admin.reports.next" value={words.nextStep} rows={1} onChange={(nextStep) => onChange({ nextStep })} />
        </>
      ) : <Button onClick={() => setMore(true)}>{t('admin.reports.more')}</Button>}
    </>
  );
};

/** One item: what it is, what the system counts, what the unit says of it. */
export const ReportLineCard = ({ line, words, onChange, onChoose }: Props) => {
  const t = useTranslate();
  const numbersText = useNumbersText();
  const changed = line.reported !== null && JSON.stringify(line.reported) !== JSON.stringify(line.now);
  return (
    <Card component="article" aria-label={`${line.seq} ${line.text}`} sx={{ p: 2, mb: 1.5 }}>
      <Typography color="textSecondary">{[line.programme, ...line.roles.filter((role) => role !== 'responsible').map((role) => t(`terms.assignmentRoles.${role}`)), line.due?.text].filter(Boolean).join(' · ')}</Typography>
      <Link component={RouterLink} to={`/items/${line.itemId}`} {...(onChange ? { target: '_blank', rel: 'noopener' } : {})} color="inherit" underline="hover" sx={{ display: 'block', fontWeight: 600, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{line.seq}. {line.text}</Link>
      <ReportNumbersView numbers={line.now} />
      {changed && line.reported && <Typography color="textSecondary">{t('admin.reports.reported', { text: numbersText(line.reported) })}</Typography>}
      {onChoose && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          <Typography>{t('admin.reports.contested')}</Typography>
          <Box sx={{ my: 1 }}><SaidWords words={line} /></Box>
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}><Button variant="outlined" onClick={() => onChoose('theirs')}>{t('admin.reports.take_theirs')}</Button><Button variant="outlined" onClick={() => onChoose('mine')}>{t('admin.reports.keep_mine')}</Button></Stack>
        </Alert>
      )}
      {onChange ? <Writing line={line} words={words} onChange={onChange} /> : <Box sx={{ mt: 1 }}><SaidWords words={words} /></Box>}
    </Card>
  );
};

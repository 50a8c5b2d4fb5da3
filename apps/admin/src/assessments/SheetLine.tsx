import type { AssessmentLine, AssessmentLink, AssessmentRecord, AssessmentSheet, Criterion } from '@kepu/contracts';
import { Box, Button, Card, Chip, Link as MuiLink, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FileCards } from '../files/FileCards.js';
import { FilesInput } from '../files/FilesInput.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LinesToReview } from './ReviewButtons.js';
import { LinksDialog } from './LinksDialog.js';
import { howCounted } from './rubric.js';
import type { useSheetWriting } from './useSheetWriting.js';

const pathOf: Readonly<Record<AssessmentRecord['kind'] | AssessmentLink['kind'], ((id: string) => string) | null>> = { item: (id) => `/items/${id}`, unit_report: (id) => `/unit-reports/${id}`, prompt: (id) => `/prompts/${id}`, collection_answer: (id) => `/collection-answers/${id}`, activity: (id) => `/activities/${id}`, work_entry: (id) => `/work-entries/${id}`, measure: null };

const Records = ({ records }: { records: readonly AssessmentRecord[] }) => {
  const t = useTranslate();
  if (records.length === 0) return <Typography color="textSecondary">{t('admin.assessments.no_records')}</Typography>;
  return (
    <Box component="details">
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, lineHeight: '44px' }}>{t('admin.assessments.records', { count: records.length })}</Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {records.map(({ kind, id, title, done }) => {
          const to = pathOf[kind]?.(id);
          return <li key={`${kind} ${id}`}>{to ? <MuiLink component={Link} to={to}>{title}</MuiLink> : title} <Typography component="span" color="textSecondary">{t(`terms.assessmentRecordKinds.${kind}`)} · {t(done ? 'admin.assessments.record_done' : 'admin.assessments.record_missing')}</Typography></li>;
        })}
      </Box>
    </Box>
  );
};

/** What is counted: as it was when the sheet was handed in, and now, with the difference. */
const Counted = ({ line: { frozen, counted, difference } }: { line: AssessmentLine }) => {
  const t = useTranslate();
  const now = counted ?? frozen;
  if (!now) return null;
  return (
    <Box sx={{ my: 1 }}>
      <Typography>{t('admin.assessments.counted_as', { done: now.done, asked: now.asked, points: now.points })}</Typography>
      {frozen && difference !== null && difference !== 0 && <Typography color="warning">{t('admin.assessments.frozen_as', { done: frozen.done, asked: frozen.asked, points: frozen.points })} · {t('admin.assessments.difference', { points: difference > 0 ? `+${difference}` : String(difference) })}</Typography>}
      <Records records={now.records} />
    </Box>
  );
};

/** One criterion of a sheet: what is counted or typed, words and evidence, and what the office gives. */
export const SheetLine = ({ sheet, criterion, line, writes, writing }: { sheet: AssessmentSheet; criterion: Criterion; line: AssessmentLine; writes: boolean; writing: ReturnType<typeof useSheetWriting> }) => {
  const t = useTranslate();
  const [linking, setLinking] = useState(false);
  const { key, title, note, most, source, kind } = criterion;
  const typed = writing.entries[key] ?? { points: '', words: '', links: [], files: [] };
  const fault = writes ? writing.faultOf(key) : null;
  return (
    <Card component="li" id={`criterion-${key}`} sx={{ p: { xs: 1.5, sm: 2 } }}>
      <Typography component="h3" variant="h3" sx={{ overflowWrap: 'anywhere' }}>{title} <Typography component="span" color="textSecondary">{[t('admin.assessments.points_of', { most }), ...(kind === 'score' ? [] : [t(`terms.criterionKinds.${kind}`)])].join(' · ')}</Typography></Typography>
      <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{[note, howCounted(t, criterion)].filter(Boolean).join(' ')}</Typography>
      {source !== null && <Counted line={line} />}
      {writes ? (
        <Stack sx={{ gap: 1.5, mt: 1.5 }}>
          {source === null && <TextField id={`${key}-points`} size="small" label={t('admin.assessments.points')} value={typed.points} onChange={(event) => writing.set(key, { points: event.target.value })} error={fault !== null} helperText={fault === null ? t('admin.assessments.points_of', { most }) : fault === 'required' ? t('ra.validation.required') : t('fieldErrors.points_many', { maximum: most })} slotProps={{ htmlInput: { inputMode: 'decimal' } }} sx={{ maxWidth: 240 }} />}
          <TextField id={`${key}-words`} size="small" label={t('admin.assessments.words')} value={typed.words} onChange={(event) => writing.set(key, { words: event.target.value })} multiline minRows={1} fullWidth slotProps={{ htmlInput: { maxLength: 2000 } }} />
          {typed.links.length > 0 && <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>{typed.links.map((link) => <Chip key={`${link.kind} ${link.id}`} label={link.title} onDelete={() => writing.set(key, { links: typed.links.filter((one) => one !== link) })} sx={{ maxWidth: '100%' }} />)}</Stack>}
          {typed.files.length > 0 && <FileCards files={[...typed.files]} onRemove={(id) => writing.set(key, { files: typed.files.filter((file) => file.id !== id) })} />}
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, '& button': { minHeight: 44 } }}>
            <Button variant="outlined" aria-label={`${t('admin.assessments.add_links')}: ${title}`} onClick={() => setLinking(true)}>{t('admin.assessments.links')}</Button>
            <ActionButton label="admin.assessments.files" title={`${t('admin.assessments.files')}: ${title}`} submitLabel="admin.assessments.pick" defaults={{ files: typed.files }} run={({ files }) => { writing.set(key, { files: files as typeof typed.files }); return Promise.resolve(); }}><FilesInput source="files" label="admin.assessments.files" /></ActionButton>
          </Stack>
        </Stack>
      ) : (
        <Stack sx={{ gap: 1, mt: 1 }}>
          {source === null && line.points !== null && <Typography>{t('admin.assessments.self_total', { points: line.points })}</Typography>}
          {line.words && <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{line.words}</Typography>}
          {line.links.length > 0 && <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{line.links.map((link) => <li key={`${link.kind} ${link.id}`}><MuiLink component={Link} to={pathOf[link.kind]?.(link.id) ?? '/'}>{link.title}</MuiLink></li>)}</Box>}
          {line.files.length > 0 && <FileCards files={line.files} />}
        </Stack>
      )}
      <LinesToReview sheet={sheet} criterion={criterion} line={line} />
      {linking && <LinksDialog sheetId={sheet.id} chosen={typed.links} onPick={(link) => writing.set(key, { links: [...typed.links, link] })} onClose={() => setLinking(false)} />}
    </Card>
  );
};

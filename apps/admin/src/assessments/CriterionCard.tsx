import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutline from '@mui/icons-material/DeleteOutlined';
import { labels } from '@kepu/contracts/labels';
import { Box, Card, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { criterionOf, howCounted, type Written } from './rubric.js';

// The catalogue holds the same keys as the schemas' lists.
const sources = Object.keys(labels.en.terms.criterionSources) as (keyof typeof labels.en.terms.criterionSources)[];
const kinds = Object.keys(labels.en.terms.criterionKinds) as (keyof typeof labels.en.terms.criterionKinds)[];
const ways = Object.keys(labels.en.terms.criterionWays) as (keyof typeof labels.en.terms.criterionWays)[];

interface Props { criterion: Written; path: string; index: number; count: number; faults: ReadonlyMap<string, string>; onChange: (change: Partial<Written>) => void; onMove: (by: -1 | 1) => void; onRemove: () => void }

/** One criterion being written, with how it is counted in words below. Buttons move it, so that the keyboard does too. */
export const CriterionCard = ({ criterion, path, index, count, faults, onChange, onMove, onRemove }: Props) => {
  const t = useTranslate();
  const { at, kind, source, way } = criterion;
  const name = criterion.title || t('admin.assessments.criterion');
  const fault = (part: string) => { const message = faults.get(`${path}.${part}`); return message === undefined ? {} : { error: true, helperText: message }; };
  const text = (part: 'title' | 'note' | 'most' | 'target' | 'each' | 'steps', label: string, more: { rows?: number; hint?: string } = {}) => (
    <TextField id={`${at}-${part}`} label={t(label)} value={criterion[part]} onChange={(event) => onChange({ [part]: event.target.value })} helperText={more.hint && t(more.hint)} fullWidth multiline={more.rows !== undefined} {...(more.rows === undefined ? {} : { minRows: more.rows })} {...fault(part)} slotProps={{ htmlInput: part === 'most' || part === 'target' || part === 'each' ? { inputMode: 'decimal' } : {} }} />
  );
  const square = { width: 44, height: 44 } as const;
  const score = source !== '' && kind === 'score';
  return (
    <Card component="li" aria-label={name} variant="outlined" sx={{ p: { xs: 1.5, sm: 2 } }}>
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 1, mb: 1 }}>
        <Typography component="h4" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
        <Stack direction="row">
          <IconButton aria-label={`${t('admin.assessments.up')}: ${name}`} disabled={index === 0} onClick={() => onMove(-1)} sx={square}><ArrowUpward /></IconButton>
          <IconButton aria-label={`${t('admin.assessments.down')}: ${name}`} disabled={index === count - 1} onClick={() => onMove(1)} sx={square}><ArrowDownward /></IconButton>
          <IconButton aria-label={`${t('admin.assessments.remove')}: ${name}`} onClick={onRemove} sx={square}><DeleteOutline /></IconButton>
        </Stack>
      </Stack>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' }, alignItems: 'start' }}>
        {text('title', 'admin.assessments.criterion')}
        {text('most', 'admin.assessments.most')}
        <TextField id={`${at}-kind`} select label={t('admin.assessments.kind')} value={kind} onChange={(event) => onChange({ kind: event.target.value as Written['kind'] })} fullWidth {...fault('kind')}>{kinds.map((one) => <MenuItem key={one} value={one}>{t(`terms.criterionKinds.${one}`)}</MenuItem>)}</TextField>
        <TextField id={`${at}-source`} select label={t('admin.assessments.source')} value={source} onChange={(event) => onChange({ source: event.target.value as Written['source'] })} fullWidth slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }} {...fault('source')}>
          <MenuItem value="">{t('admin.assessments.by_hand')}</MenuItem>
          {sources.map((one) => <MenuItem key={one} value={one}>{t(`terms.criterionSources.${one}`)}</MenuItem>)}
        </TextField>
        {score && <TextField id={`${at}-way`} select label={t('admin.assessments.way')} value={way} onChange={(event) => onChange({ way: event.target.value as Written['way'] })} fullWidth {...fault('way')}>{ways.map((one) => <MenuItem key={one} value={one}>{t(`terms.criterionWays.${one}`)}</MenuItem>)}</TextField>}
        {score && source === 'activities' && text('target', 'admin.assessments.target')}
        {score && way === 'steps' && text('steps', 'admin.assessments.steps', { rows: 3, hint: 'admin.assessments.steps_hint' })}
        {source !== '' && !score && text('each', 'admin.assessments.each')}
        <Box sx={{ gridColumn: '1 / -1' }}>{text('note', 'admin.assessments.note', { rows: 1 })}</Box>
      </Box>
      <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.assessments.how')}: {howCounted(t, { ...criterionOf(criterion), key: at })}</Typography>
    </Card>
  );
};

import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutline from '@mui/icons-material/DeleteOutlined';
import { asksForPersonalData, sumsFor } from '@kepu/domain';
import { labels } from '@kepu/contracts/labels';
import { Alert, Box, Card, FormControlLabel, IconButton, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { asks, type Designed } from './designing.js';

// The catalogue holds the same keys as the schemas' list.
const types = Object.keys(labels.en.terms.collectionFieldTypes) as Designed['type'][];

interface Props { field: Designed; index: number; count: number; locked: boolean; fault: Readonly<Record<string, string>> | undefined; onChange: (change: Partial<Designed>) => void; onMove: (by: -1 | 1) => void; onRemove: () => void }

/** One column being designed. Buttons move it, so that the keyboard does too. */
export const FieldCard = ({ field, index, count, locked, fault, onChange, onMove, onRemove }: Props) => {
  const t = useTranslate();
  const name = field.label || t('admin.collections.field_n', { count: index + 1 });
  const text = (part: keyof Designed & ('label' | 'help' | 'unitOfMeasure' | 'min' | 'max' | 'maxLength' | 'options' | 'personalReason'), label: string, more: { rows?: number; fixed?: boolean; numeric?: boolean } = {}) => (
    <TextField
      id={`${field.at}-${part}`} label={t(label)} value={field[part]} onChange={(event) => onChange({ [part]: event.target.value })} error={fault?.[part] !== undefined} helperText={fault?.[part]} disabled={more.fixed ?? false} fullWidth multiline={more.rows !== undefined} {...(more.rows === undefined ? {} : { minRows: more.rows })}
      slotProps={{ htmlInput: more.numeric ? { inputMode: 'decimal' } : {} }}
    />
  );
  const retype = (type: Designed['type']) => onChange({ type, sum: sumsFor(type).includes(field.sum) ? field.sum : (sumsFor(type)[1] ?? 'none') });
  const personal = asksForPersonalData(field.label) || field.personalReason !== '';
  const square = { width: 44, height: 44 } as const;
  return (
    <Card component="li" aria-label={name} sx={{ p: { xs: 2, sm: 2.5 } }}>
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', mb: 1.5, gap: 1 }}>
        <Typography variant="h3" component="h3" sx={{ overflowWrap: 'anywhere' }}>{index + 1}. {name}</Typography>
        <Stack direction="row">
          <IconButton aria-label={`${t('admin.collections.up')}: ${name}`} disabled={index === 0} onClick={() => onMove(-1)} sx={square}><ArrowUpward /></IconButton>
          <IconButton aria-label={`${t('admin.collections.down')}: ${name}`} disabled={index === count - 1} onClick={() => onMove(1)} sx={square}><ArrowDownward /></IconButton>
          <IconButton aria-label={`${t('admin.collections.remove')}: ${name}`} disabled={locked} onClick={onRemove} sx={square}><DeleteOutline /></IconButton>
        </Stack>
      </Stack>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' }, alignItems: 'start' }}>
        {text('label', 'admin.collections.label')}
        <TextField id={`${field.at}-type`} select label={t('admin.collections.type')} value={field.type} disabled={locked} error={fault?.['type'] !== undefined} helperText={fault?.['type']} onChange={(event) => retype(event.target.value as Designed['type'])} fullWidth>
          {types.map((type) => <MenuItem key={type} value={type}>{t(`terms.collectionFieldTypes.${type}`)}</MenuItem>)}
        </TextField>
        <TextField id={`${field.at}-sum`} select label={t('admin.collections.sum')} value={field.sum} error={fault?.['sum'] !== undefined} helperText={fault?.['sum']} onChange={(event) => onChange({ sum: event.target.value as Designed['sum'] })} fullWidth>
          {sumsFor(field.type).map((sum) => <MenuItem key={sum} value={sum}>{t(`terms.collectionSums.${sum}`)}</MenuItem>)}
        </TextField>
        {asks.choice(field.type) && <Box sx={{ gridColumn: '1 / -1' }}>{text('options', 'admin.collections.options', { rows: 3 })}</Box>}
        {asks.number(field.type) && text('unitOfMeasure', 'admin.collections.unit_of_measure', { fixed: locked })}
        {asks.number(field.type) && text('min', 'admin.collections.min', { fixed: locked, numeric: true })}
        {asks.number(field.type) && text('max', 'admin.collections.max', { fixed: locked, numeric: true })}
        {field.type === 'decimal' && (
          <TextField id={`${field.at}-places`} select label={t('admin.collections.places')} value={field.places} disabled={locked} onChange={(event) => onChange({ places: Number(event.target.value) })} fullWidth>
            {[0, 1, 2, 3, 4].map((places) => <MenuItem key={places} value={places}>{places}</MenuItem>)}
          </TextField>
        )}
        {asks.text(field.type) && text('maxLength', 'admin.collections.max_length', { fixed: locked, numeric: true })}
        {text('help', 'admin.collections.help')}
        <FormControlLabel sx={{ minHeight: 44 }} control={<Switch checked={field.required} disabled={locked && !field.required} onChange={(event) => onChange({ required: event.target.checked })} />} label={t('admin.collections.required')} />
      </Box>
      {personal && (
        <Alert severity="warning" sx={{ mt: 2, '& .MuiAlert-message': { flexGrow: 1 } }}>
          <Typography sx={{ mb: 1.5 }}>{t('admin.collections.personal')}</Typography>
          {text('personalReason', 'admin.collections.personal_field')}
        </Alert>
      )}
    </Card>
  );
};

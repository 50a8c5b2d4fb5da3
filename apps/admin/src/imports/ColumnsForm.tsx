import { columnRoles, type ColumnRole, type PlanImport } from '@kepu/contracts';
import { Alert, Box, Button, Checkbox, FormControlLabel, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Panel } from '../ui/Panels.js';
import { useRun } from '../ui/useRun.js';
import { DiscardButton } from './DiscardButton.js';

type Roles = readonly (ColumnRole | null)[];

/** What is still wrong with a choice, as a message; null where it will do. */
const faultOf = (roles: Roles): { message: string; role?: ColumnRole } | null => {
  const twice = columnRoles.find((role) => roles.filter((one) => one === role).length > 1);
  if (twice) return { message: 'admin.imports.columns.twice', role: twice };
  return roles.includes('content') && (roles.includes('responsible') || roles.includes('lead')) ? null : { message: 'admin.imports.columns.missing' };
};

/** A table whose header is not known: a person says what each column holds, and the paper is read again. */
export const ColumnsForm = ({ value, rows, onDone }: { value: PlanImport; rows: readonly (readonly string[])[]; onDone?: () => void }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const [roles, setRoles] = useState<Roles>(() => Array.from({ length: width }, () => null));
  const [heading, setHeading] = useState(true);
  const fault = faultOf(roles);
  const samples = (column: number): string[] => rows.slice(heading ? 1 : 0).map((row) => row[column] ?? '').filter((text) => text !== '').slice(0, 3);
  const send = () => run(() => api.explainColumns({ params: { id: value.id }, body: { version: value.version, roles: [...roles], heading } }).then(() => onDone?.()));
  return (
    <Panel id="columns" title={t('admin.imports.columns.title')}>
      <Alert severity="info" sx={{ mb: 2 }}>{t('admin.imports.columns.hint')}</Alert>
      <FormControlLabel control={<Checkbox checked={heading} onChange={(event) => setHeading(event.target.checked)} />} label={t('admin.imports.columns.heading')} />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 15rem), 1fr))' }}>
        {roles.map((role, column) => (
          <Box component="li" key={column} sx={{ border: 1, borderColor: role ? 'primary.main' : 'divider', borderRadius: 1, p: 1.5, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
            <Typography color="textSecondary" variant="body2">{t('admin.imports.columns.column', { no: column + 1 })}</Typography>
            {heading && <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{rows[0]?.[column] || t('admin.imports.columns.empty')}</Typography>}
            {samples(column).map((text, at) => <Typography key={at} color="textSecondary" noWrap title={text}>{text}</Typography>)}
            <Box sx={{ flex: 1, minHeight: 12 }} />
            <TextField
              select fullWidth size="small" sx={{ mt: 'auto' }} label={t('admin.imports.columns.holds')} value={role ?? ''}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true }, htmlInput: { 'aria-label': `${t('admin.imports.columns.column', { no: column + 1 })} ${t('admin.imports.columns.holds')}` } }}
              onChange={(event) => setRoles(roles.with(column, columnRoles.find((one) => one === event.target.value) ?? null))}
            >
              <MenuItem value="">{t('admin.imports.columns.none')}</MenuItem>
              {columnRoles.map((one) => <MenuItem key={one} value={one}>{t(`admin.imports.column_roles.${one}`)}</MenuItem>)}
            </TextField>
          </Box>
        ))}
      </Box>
      {fault && <Typography color="textSecondary" sx={{ mt: 2 }} role="status">{t(fault.message, fault.role ? { role: t(`admin.imports.column_roles.${fault.role}`) } : {})}</Typography>}
      <Stack direction="row" sx={{ mt: 2, gap: 1, flexWrap: 'wrap' }}>
        <Button variant="contained" disabled={fault !== null || pending} onClick={() => void send()}>{t('admin.imports.columns.submit')}</Button>
        {value.state === 'asking' && <DiscardButton value={value} />}
      </Stack>
    </Panel>
  );
};

import type { ImportItem, Target } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { ArrayInput, BooleanInput, NumberInput, SimpleFormIterator, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { api } from '../providers/api.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { AddLineButton } from '../ui/AddLineButton.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput, ProgrammeInput, UnitsInput } from '../ui/inputs.js';

const ids = (units: ImportItem['lead']): string[] => units.flatMap(({ unitId }) => (unitId ? [unitId] : []));
const roles = ['responsible', 'lead', 'cooperating'] as const;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the form says differently from what was read. An untouched field is not sent: it may hold names without a match. */
const changes = (values: FieldValues, start: FieldValues) => {
  const changed = Object.fromEntries(['text', 'programmeId', ...roles].filter((field) => values[field] !== undefined && values[field] !== null && !same(values[field], start[field])).map((field) => [field, values[field] as unknown]));
  const due = values['dueText'] ? { text: String(values['dueText']), date: (values['dueDate'] as string | null) || null } : null;
  const startDue = start['dueText'] ? { text: String(start['dueText']), date: (start['dueDate'] as string | null) ?? null } : null;
  if (!same(due, startDue)) changed['due'] = due;
  const targets = ((values['targets'] ?? []) as Partial<Target>[]).map(({ raw, min, max, approx, unit }) => ({ raw: raw ?? '', min: min ?? null, max: max ?? null, approx: approx ?? false, unit: unit ?? '' }));
  if (!same(targets, start['targets'])) changed['targets'] = targets;
  return changed;
};

/** Corrects one item, the paper's own characters beside it. */
export const ItemDialog = ({ importId, version, item, onClose }: { importId: string; version: number; item: ImportItem; onClose: () => void }) => {
  const t = useTranslate();
  const { place } = useFormat();
  const start = {
    text: item.text, programmeId: item.programme.programmeId ?? null, responsible: ids(item.responsible), lead: ids(item.lead), cooperating: ids(item.cooperating),
    dueText: item.due?.text ?? '', dueDate: item.due?.date ?? null, targets: item.targets.map(({ raw, min, max, approx, unit }) => ({ raw, min, max, approx, unit })),
  };
  return (
    <ActionDialog
      open onClose={onClose} wide title={`${t('admin.imports.item_no', { no: item.position })} · ${place(item.source)}`} submitLabel="ra.action.save" success="admin.shell.saved" defaults={start}
      run={(values) => api.correctImportItem({ params: { id: importId, position: item.position }, body: { version, ...changes(values, start) } })}
    >
      <Typography color="textSecondary">{t('admin.imports.raw')}</Typography>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', p: 1.5, mb: 1.5, borderRadius: 1, backgroundColor: 'background.default' }}>{item.raw}</Box>
      <LineInput source="text" label="admin.items.text" rows={3} isRequired />
      <ProgrammeInput source="programmeId" label="admin.items.programme" />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { md: '1fr 1fr 1fr' } }}>
        {roles.map((role) => <UnitsInput key={role} source={role} label={`terms.assignmentRoles.${role}`} />)}
      </Box>
      {item.roleHint && <Typography color="warning">{t('admin.imports.role_hint', { word: item.roleHint })}</Typography>}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <LineInput source="dueText" label="admin.items.due_text" />
        <DayInput source="dueDate" label="admin.items.due_date" />
      </Box>
      <ArrayInput source="targets" label="admin.items.targets" helperText={false}>
        <SimpleFormIterator inline disableReordering disableClear fullWidth addButton={<AddLineButton />}>
          <LineInput source="raw" label="admin.items.target_raw" isRequired />
          <NumberInput source="min" label="admin.items.target_min" helperText={false} />
          <NumberInput source="max" label="admin.items.target_max" helperText={false} />
          <LineInput source="unit" label="admin.items.target_unit" isRequired />
          <BooleanInput source="approx" label="admin.items.target_approx" helperText={false} />
        </SimpleFormIterator>
      </ArrayInput>
    </ActionDialog>
  );
};

import type { CollectionField } from '@kepu/contracts';
import { readCell, readTsv } from '@kepu/domain';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { TypedCell, TypedRow } from './cells.js';

interface Props { fields: readonly CollectionField[]; mostRows: number; onFill: (rows: readonly TypedRow[]) => void; onClose: () => void }
/** How many of the wrong cells are named: the others are marked on the page. */
const NAMED = 12;

/** Cells copied out of a spreadsheet fill the table, in the order of its columns. What is wrong is filled in as it stands and named at once. */
export const PasteDialog = ({ fields, mostRows, onFill, onClose }: Props) => {
  const t = useTranslate();
  const { list } = useFormat();
  const [text, setText] = useState('');
  const lines = readTsv(text).filter((line) => line.some((cell) => cell.trim() !== ''));
  // A head that was copied along is no row.
  const body = lines[0] && lines[0][0]?.trim() === fields[0]?.label ? lines.slice(1) : lines;
  const taken = body.slice(0, mostRows);
  const faults = taken.flatMap((line, row) => fields.flatMap((field, column) => {
    const read = readCell(field, line[column] ?? '');
    return read.ok ? [] : [{ row: row + 1, label: field.label, value: (line[column] ?? '').slice(0, 30), message: t(`fieldErrors.${read.code}`, read.params ?? {}) }];
  }));
  const fill = () => {
    onFill(taken.map((line) => Object.fromEntries(fields.map((field, column): [string, TypedCell] => {
      const cell = line[column] ?? '';
      const read = readCell(field, cell);
      // Text stays as it was written: it can be put right on the page.
      return [field.key, read.ok ? (typeof read.value === 'number' ? String(read.value) : read.value) : field.type === 'flag' || field.type === 'choices' ? null : cell.trim()];
    }))));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="paste-title">
      <DialogTitle id="paste-title" component="h2" variant="h2">{t('admin.collections.paste_title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1.5 }}>{t('admin.collections.paste_hint', { columns: list(fields.map(({ label }) => label)) })}</Typography>
        <TextField label={t('admin.collections.paste_box')} value={text} onChange={(event) => setText(event.target.value)} multiline minRows={5} maxRows={12} fullWidth />
        {body.length > mostRows && <Alert severity="warning" sx={{ mt: 1.5 }}>{t('admin.collections.paste_cut', { count: mostRows, rest: body.length - mostRows })}</Alert>}
        {faults.length > 0 && (
          <Alert severity="warning" sx={{ mt: 1.5 }}>
            {t('admin.collections.paste_faults', { count: faults.length })}
            {faults.slice(0, NAMED).map((fault) => <div key={`${fault.row}.${fault.label}`}>{t('admin.collections.paste_place', fault)}</div>)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5, gap: 1 }}>
        <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={taken.length === 0} onClick={fill}>{t('admin.collections.paste_fill')}</Button>
      </DialogActions>
    </Dialog>
  );
};

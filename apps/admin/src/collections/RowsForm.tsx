import Add from '@mui/icons-material/Add';
import DeleteOutline from '@mui/icons-material/DeleteOutlined';
import type { CollectionField } from '@kepu/contracts';
import { Box, Button, Card, IconButton, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { placeOf, type TypedCell, type TypedFaults, type TypedRow } from './cells.js';
import { FieldControl } from './FieldControl.js';

interface Props { id: string; fields: readonly CollectionField[]; mostRows: number; rows: readonly TypedRow[]; faults: TypedFaults; setRow?: ((at: number, key: string, value: TypedCell) => void) | undefined; setRows?: ((rows: readonly TypedRow[]) => void) | undefined }

const isWide = ({ type }: CollectionField): boolean => type === 'long' || type === 'choices';

/** The rows that a unit fills in, a card each; where one row is asked for, the form itself. */
export const RowsForm = ({ id, fields, mostRows, rows, faults, setRow, setRows }: Props) => {
  const t = useTranslate();
  return (
    <>
      {rows.map((row, at) => (
        <Card component="section" key={at} aria-label={t('admin.collections.row_n', { count: at + 1 })} sx={{ p: { xs: 2, sm: 2.5 }, mb: 2 }}>
          {mostRows > 1 && (
            <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1.5 }}>
              <Typography variant="h3" component="h2">{t('admin.collections.row_n', { count: at + 1 })}</Typography>
              {setRows && rows.length > 1 && <IconButton aria-label={`${t('admin.collections.remove_row')} ${at + 1}`} onClick={() => setRows(rows.filter((_, index) => index !== at))} sx={{ width: 44, height: 44 }}><DeleteOutline /></IconButton>}
            </Stack>
          )}
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' }, alignItems: 'start' }}>
            {fields.map((field) => (
              <Box key={field.key} sx={isWide(field) ? { gridColumn: '1 / -1' } : {}}>
                <FieldControl id={`${id}-${at}-${field.key}`} field={field} value={row[field.key]} fault={faults.get(placeOf(at, field.key))} onChange={setRow && ((value) => setRow(at, field.key, value))} />
              </Box>
            ))}
          </Box>
        </Card>
      ))}
      {setRows && mostRows > 1 && (
        <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button variant="outlined" startIcon={<Add />} disabled={rows.length >= mostRows} onClick={() => setRows([...rows, {}])} sx={{ minHeight: 44 }}>{t('admin.collections.add_row')}</Button>
          <Typography color="textSecondary">{t('admin.collections.most_rows', { count: mostRows })}</Typography>
        </Stack>
      )}
    </>
  );
};

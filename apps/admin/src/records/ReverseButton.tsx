import type { ServiceRecord } from '@kepu/contracts';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { NumberInput, required, SelectInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ChoiceCards } from '../ui/ChoiceCards.js';
import { LineInput } from '../ui/inputs.js';
import { useFormat } from '../ui/format.js';
import { words } from '../ui/words.js';
import { RecordLedger, RecordMinutes } from './RecordLine.js';

const rule = required();

const Instead = () => {
  const mode: unknown = useWatch({ name: 'mode' });
  return mode === 'instead' ? (
    <Box sx={{ display: 'grid', columnGap: 1, gridTemplateColumns: '8rem 1fr' }}>
      <NumberInput source="minutes" label="admin.day.minutes" min={1} max={1440} helperText={false} validate={rule} />
      <SelectInput source="ledger" label="admin.records.ledger" choices={words.ledgers} helperText={false} validate={rule} />
    </Box>
  ) : null;
};

/** The lines that now stand: the first one, what takes it back, and what stands instead. */
const Lines = ({ lines, onClose }: { lines: readonly ServiceRecord[]; onClose: () => void }) => {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="lines-title">
      <DialogTitle id="lines-title" component="h2" variant="h2">{t('admin.records.corrected')}</DialogTitle>
      <DialogContent>
        <Alert severity="success" sx={{ mb: 1 }}>{t('admin.records.corrected_hint')}</Alert>
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map((record) => (
            <Box component="li" key={record.id} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 1, borderTop: 1, borderColor: 'divider' }}>
              <Box sx={{ minWidth: 0 }}><Typography>{day(record.day)} · {record.activity.name}</Typography><RecordLedger record={record} /></Box>
              <RecordMinutes record={record} />
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};

/** Corrects a line: nothing is changed, an opposite line takes it back, and another may stand instead. */
export const ReverseButton = ({ record }: { record: ServiceRecord }) => {
  const t = useTranslate();
  const { duration } = useFormat();
  const [lines, setLines] = useState<readonly ServiceRecord[] | null>(null);
  return (
    <>
      <ActionButton
        label="admin.records.reverse" variant="text" title={t('admin.records.reverse_title', { name: record.volunteer.name })} submitLabel="admin.records.reverse" defaults={{ mode: 'instead', minutes: record.minutes, ledger: record.ledger, reason: '' }}
        explanation={<Alert severity="info">{t('admin.records.reverse_explained', { activity: record.activity.name, time: duration(record.minutes), ledger: t(`terms.ledgers.${record.ledger}`) })}</Alert>}
        run={async ({ mode, minutes, ledger, reason }) => {
          const body = { reason: String(reason ?? ''), instead: mode === 'instead' ? { minutes: Number(minutes ?? Number.NaN), ledger: ledger as ServiceRecord['ledger'] } : null };
          const { data } = await once(`reverse ${record.id} ${JSON.stringify(body)}`, (idempotencyKey) => api.reverseServiceRecord({ params: { id: record.id }, body, idempotencyKey }));
          setLines([{ ...record, reversedBy: data[0]?.id ?? null }, ...data.filter(({ id }) => id !== record.id)]);
        }}
      >
        <ChoiceCards source="mode" label="admin.records.what" isRequired choices={[{ id: 'instead', name: 'admin.records.instead', hint: 'admin.records.instead_hint' }, { id: 'nothing', name: 'admin.records.nothing', hint: 'admin.records.nothing_hint' }]} />
        <Instead />
        <LineInput source="reason" label="admin.shell.reason" helperText="admin.records.reason_hint" rows={2} isRequired />
      </ActionButton>
      {lines && <Lines lines={lines} onClose={() => setLines(null)} />}
    </>
  );
};

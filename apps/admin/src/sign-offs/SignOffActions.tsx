import type { Plan } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import QrCode from '@mui/icons-material/QrCode2';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { saveFile } from '../ui/download.js';
import { LineInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';
import { ReminderDialog } from './ReminderDialog.js';

interface Props { plan: Plan; unsigned: boolean; selected: readonly string[]; onRecorded: () => void }

/** Recording what was signed elsewhere, a reminder to pass on, and the list as a file. */
export const SignOffActions = ({ plan, unsigned, selected, onRecorded }: Props) => {
  const t = useTranslate();
  const may = useMay();
  const { run, pending } = useRun();
  const [reminding, setReminding] = useState(false);
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
      {may('sign-off:record') && plan.state === 'issued' && (
        <ActionButton
          label={t('admin.sign_offs.record', { count: selected.length })} disabled={selected.length === 0} variant={selected.length > 0 ? 'contained' : 'outlined'}
          title={t('admin.sign_offs.record_title', { count: selected.length })} explanation={t('admin.sign_offs.record_explained')} submitLabel="admin.sign_offs.record_submit" success="admin.sign_offs.recorded"
          run={async ({ note }) => { await api.recordSignOffs({ params: { id: plan.id }, body: { unitIds: [...selected], note: String(note ?? '') } }); onRecorded(); }}
        >
          <LineInput source="note" label="admin.sign_offs.note" helperText="admin.sign_offs.note_hint" rows={2} isRequired />
        </ActionButton>
      )}
      {plan.state === 'issued' && <Button variant="outlined" startIcon={<QrCode />} onClick={() => setReminding(true)}>{t('admin.sign_offs.remind')}</Button>}
      <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportSignOffs({ params: { id: plan.id }, query: unsigned ? { unsigned: 'true' } : {} }), `${plan.title}.xlsx`))}>{t('ra.action.export')}</Button>
      {reminding && <ReminderDialog planId={plan.id} onClose={() => setReminding(false)} />}
    </Stack>
  );
};

import type { MinorRecord, Volunteer } from '@kepu/contracts';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Facts, Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useFormat } from '../ui/format.js';

const reasons = ['admin.minors.reasons.guardian', 'admin.minors.reasons.safety', 'admin.minors.reasons.check'] as const;

/** The record, in this dialog and nowhere else. */
const Opened = ({ record, onClose }: { record: MinorRecord; onClose: () => void }) => {
  const t = useTranslate();
  const { day, instant } = useFormat();
  return (
    <Dialog open onClose={onClose} aria-labelledby="minor-record" maxWidth="sm" fullWidth>
      <DialogTitle id="minor-record" component="h2" variant="h2">{record.name} · {record.number}</DialogTitle>
      <DialogContent>
        <Facts rows={[
          ['admin.minors.born', `${day(record.bornOn)}（${t('admin.minors.age', { age: record.age })}）`], ['admin.volunteers.unit', record.unit ?? t('admin.shell.none')], ['terms.unitFields.county', record.countyName],
          ['admin.minors.guardians', record.guardians.length === 0 ? t('admin.minors.no_guardian') : record.guardians.map(({ name, relation, phone }) => [name, t(`terms.relations.${relation}`), phone ?? ''].join(' ')).join('；')],
          ['admin.volunteers.since', instant(record.registeredAt)], ['admin.minors.until', instant(record.until)],
        ]} />
        <Alert severity="info" sx={{ mt: 2 }}>{t('admin.minors.logged')}</Alert>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('admin.privacy.closed')}</Button></DialogActions>
    </Dialog>
  );
};

/** A minor is shown by the surname. Whoever has a reason asks here, and opens the record when somebody else has approved it. */
export const MinorRecordPanel = ({ volunteer }: { volunteer: Volunteer }) => {
  const t = useTranslate();
  const may = useMay();
  const [record, setRecord] = useState<MinorRecord | null>(null);
  if (volunteer.ageBand !== 'minor') return null;
  const params = { id: volunteer.id };
  return (
    <Panel id="minor" title={t('admin.minors.protected')}>
      <Typography>{t('admin.minors.protected_text')}</Typography>
      {may('minor:open') && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 2 }}>
          <ActionButton label="admin.minors.ask" title={t('admin.minors.ask_title', { number: volunteer.number })} explanation={t('admin.minors.ask_explained')} submitLabel="admin.minors.ask" success="admin.minors.asked" defaults={{ reason: '' }} run={({ reason }) => api.askMinorRecord({ params, body: { reason: String(reason ?? '') } })}>
            <ReasonInput helperText="admin.minors.reason_hint" suggestions={reasons} />
          </ActionButton>
          <ActionButton label="admin.minors.open" variant="text" title={t('admin.minors.open_title', { number: volunteer.number })} explanation={t('admin.minors.logged')} submitLabel="admin.minors.open" run={async () => setRecord(await api.getMinorRecord({ params }))} />
        </Stack>
      )}
      {record && <Opened record={record} onClose={() => setRecord(null)} />}
    </Panel>
  );
};
